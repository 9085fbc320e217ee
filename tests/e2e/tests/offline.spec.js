// The copy that a browser keeps of the page: it opens without a network, follows each release, and can be removed.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "../page.js";
import { serve } from "../server.js";
import { parts, people, samples, words } from "../walk.js";

const dist = fileURLToPath(new URL("../../../dist", import.meta.url));
const site = readFileSync(new URL("../../../content/site.yaml", import.meta.url), "utf8");
const caches = (page) => page.evaluate(async () => (await window.caches.keys()).sort());
const isKept = (page) => expect.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active))).toBe(true);
const started = (page) => expect(page.locator("#guide[data-started]")).toBeAttached();

test("the second visit works without a network, and so does a page that was read before", async ({ page, guide, server }) => {
  await guide.open();
  await isKept(page);
  expect(await caches(page)).toHaveLength(1);
  await page.goto(`${server.url}/causes/access-denied/`);
  server.goAway();
  for (const address of ["/", "/index.html#v1&view=paste", "/?from=a-link"]) {
    await page.goto(server.url + address);
    await started(page);
  }
  await parts(page).button(samples.tag.label).click();
  await expect(parts(page).verdict()).toBeVisible();
  await page.goto(`${server.url}/causes/access-denied/`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  server.goAway(false);
  guide.tolerate(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|fetch/);
  guide.settled();
});

test("a new release takes the place of the old one", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  cpSync(dist, folder, { recursive: true });
  const server = await serve(folder);
  try {
    await page.goto(server.url);
    await started(page);
    await isKept(page);
    const [first] = await caches(page);
    const change = (name, from, to) => writeFileSync(join(folder, name), readFileSync(join(folder, name), "utf8").replace(from, to));
    change("index.html", "</title>", " 2</title>");
    change("sw.js", /version = "[0-9a-f]+"/, 'version = "0123456789abcdef"');
    await page.goto(`${server.url}/?again`);
    await started(page);
    await expect.poll(async () => (await caches(page)).filter((name) => name.endsWith("0123456789abcdef"))).toHaveLength(1);
    await expect.poll(() => caches(page)).not.toContain(first);
    server.goAway();
    await page.goto(`${server.url}/?now-without-a-network`);
    await started(page);
    const kept = await page.evaluate(async () => (await (await window.caches.match("./")).text()).includes(" 2</title>"));
    expect(kept, "the page of the new release").toBe(true);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
});

test("the copy holds nothing but files of the release, and a link removes it", async ({ page, guide, server }) => {
  await guide.open(undefined, "#v1&view=paste");
  await isKept(page);
  await people.mouse.paste(parts(page).box(), "Failed to pull image: a secret word, zebramark");
  await page.waitForTimeout(300);
  const kept = await page.evaluate(async () => {
    const names = await window.caches.keys();
    const copies = await Promise.all(names.map((name) => window.caches.open(name)));
    const requests = (await Promise.all(copies.map((copy) => copy.keys()))).flat();
    return requests.map(({ url }) => url);
  });
  expect(kept).toHaveLength(5);
  for (const address of kept) expect(address).toMatch(/[/]$|-[0-9a-f]{16}(_bg)?[.](css|js|wasm)$/);
  expect(guide.requestsAfterLoad(), "the page itself asks for nothing").toEqual([]);
  await page.getByRole("link", { name: said("remove") }).click();
  await expect(page.getByText(said("removed"))).toBeInViewport();
  expect(await caches(page)).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await page.waitForTimeout(300);
  expect(await caches(page), "and none is made again").toEqual([]);
  expect(new URL(page.url()).origin).toBe(server.url);
  guide.settled();
});

test("the page lets one Trusted Types policy through, for the worker's address alone", async ({ page, guide }) => {
  await guide.open();
  await isKept(page);
  const made = await page.evaluate(() =>
    ["image-pull-guide", "another"].map((name) => {
      try {
        return typeof window.trustedTypes.createPolicy(name, {});
      } catch (error) {
        return error.name;
      }
    }),
  );
  expect(made, "the one name is taken, others are refused").toEqual(["TypeError", "TypeError"]);
  guide.tolerate(/security policy: trusted-types|Content Security Policy|createPolicy/i);
});

const said = (key) => new RegExp(`^ *${key}: (.+)$`, "m").exec(site.slice(site.indexOf("\noffline:")))[1].replaceAll('"', "");
