// The guide in an iframe of another origin, with the very lines of docs/embedding/iframe.md on the other side.
import { readFileSync } from "node:fs";
import { expect, test } from "../host.js";
import { parts, people, samples, shown, words } from "../walk.js";

const { mouse } = people;
const docs = readFileSync(new URL("../../../docs/embedding/iframe.md", import.meta.url), "utf8");
const lines = (language) => [...docs.matchAll(new RegExp("```" + language + "\n([\\s\\S]*?)```", "g"))].map(([, text]) => text);
const [markup] = lines("html");
const [resizer, theme] = lines("js");

const open = async ({ host, server, elsewhere }, { named = server.url, script = resizer } = {}) => {
  const there = markup.replace("https://guide.example", elsewhere.url).replace("https://docs.example", named).replace('loading="lazy" ', "");
  await host.open(`${there}<script>${script}</script>`, { script: " ", state: null });
};
const inside = (page) => page.frameLocator("#image-pull-guide");
const height = (page) => page.locator("#image-pull-guide").evaluate((frame) => frame.clientHeight);

test("it runs, is as high as what is in it, and asks for nothing meanwhile", async ({ page, host, server, elsewhere, guide }) => {
  await open({ host, server, elsewhere });
  await expect(inside(page).getByRole("heading", { name: words.start.heading })).toBeVisible();
  const scrolls = () => page.frames()[1].evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await expect.poll(scrolls).toBeLessThanOrEqual(0);
  guide.settled();
  const first = await height(page);
  await inside(page).getByRole("button", { name: samples.tag.label }).click();
  await expect(parts(inside(page)).verdict()).toBeVisible();
  await expect.poll(() => height(page)).toBeGreaterThan(first);
  await expect.poll(scrolls).toBeLessThanOrEqual(0);
});

test("it talks to the named origin alone", async ({ page, host, server, elsewhere, guide }) => {
  await open({ host, server, elsewhere }, { named: "https://somebody.example" });
  await expect(inside(page).getByRole("heading", { name: words.start.heading })).toBeVisible();
  // The browser says that it gave the message to nobody.
  await guide.forgive(/target origin/);
  await page.evaluate((lines) => new Function("frame", "guide", "dark", lines)(document.getElementById("image-pull-guide"), "*"), theme);
  guide.settled();
  expect(await height(page)).toBe(960);
  expect(await inside(page).locator("image-pull-guide").getAttribute("theme")).toBeNull();
});

test("it follows the page's light and dark", async ({ page, host, server, elsewhere, guide }) => {
  await open({ host, server, elsewhere });
  await expect(inside(page).getByRole("heading", { name: words.start.heading })).toBeVisible();
  guide.settled();
  await page.evaluate((lines) => new Function("frame", "guide", lines)(document.getElementById("image-pull-guide"), new URL(document.getElementById("image-pull-guide").src).origin), theme);
  await expect(inside(page).locator("image-pull-guide")).toHaveAttribute("theme", "dark");
});

test("it asks for no password, and takes its start from the address", async ({ page, elsewhere, guide }) => {
  await page.goto(`${elsewhere.url}/frame.html?start=paste&theme=light`);
  await expect(page.getByRole("heading", { name: shown(words.paste.heading) })).toBeVisible();
  await mouse.paste(parts(page).box(), samples.private.text);
  await parts(page).button(words.diagnosis.repair_pull_secret).first().click();
  await page.getByText(words.repair.secret_file, { exact: true }).click();
  await expect(page.getByText(words.password.open, { exact: true })).toHaveCount(0);
  guide.settled();
});
