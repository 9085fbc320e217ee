// The guide in one file: it runs from a disk, and its policy lets it ask nobody for anything.
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { cases } from "../cases.js";
import { expect, test } from "../page.js";
import { causes, parts, samples, shown, words } from "../walk.js";

const file = fileURLToPath(new URL("../../../dist/image-pull-guide.html", import.meta.url));
const address = pathToFileURL(file).href;

test("it starts from a disk with one request, and diagnoses, repairs and copies without another", async ({ page, context, guide }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url().replace(/^(blob|data):.*/, "$1:")));
  await context.setOffline(true);
  await page.goto(address);
  await expect(page.locator("#guide[data-started]")).toBeAttached();
  const { button, heading } = parts(page);
  await expect(heading(words.start.heading)).toBeVisible();
  await button(samples.private.label).click();
  await expect(parts(page).verdict()).toBeVisible();
  await button(words.diagnosis.repair_pull_secret).first().click();
  await expect(heading(words.repair.heading_secret)).toBeVisible();
  await button(words.code.copy_label.replace("{what}", "pod.yaml")).click();
  await page.goBack();
  await expect(parts(page).verdict()).toBeVisible();
  expect(asked.filter((request) => request !== "data:")).toEqual([address]);
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(["", 0, 0]);
  expect(guide.requestsAfterLoad()).toEqual([]);
});

test("its policy names its one script and its one style by their hashes, and no host at all", async ({ page, guide }) => {
  const html = readFileSync(file, "utf8");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)[1];
  const hash = "'sha256-[A-Za-z0-9+/]{43}='";
  expect(policy).toMatch(new RegExp(`^default-src 'none'; script-src ${hash} 'wasm-unsafe-eval'; style-src ${hash}; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'$`));
  expect(html).not.toMatch(/<link(?![^>]*href="data:)|<script[^>]*\ssrc=|\sstyle="/);
  await page.goto(address);
  await expect(page.locator("#guide[data-started]")).toBeAttached();
  await page.evaluate(async () => {
    await fetch("https://elsewhere.example/").catch(() => {});
    document.body.append(Object.assign(new Image(), { src: "https://elsewhere.example/x.png" }));
  });
  await guide.forgive(/security policy: connect-src/);
  await guide.forgive(/security policy: img-src/);
  guide.tolerate(/Content Security Policy/);
  guide.settled();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("all of it is there to read, and no link leads out of the file but to documentation", async ({ page }) => {
    await page.goto(address);
    for (const cause of Object.values(causes)) await expect(page.getByRole("heading", { name: shown(cause.title), exact: true }).first()).toBeVisible();
    for (const { title, outputs } of cases) {
      const summary = page.getByRole("heading", { name: shown(title), exact: true });
      const words = page.locator("details").filter({ has: summary }).locator(".ipg-sheet__output").first();
      await expect(words).toContainText(outputs[0].text.trim().split("\n")[0]);
      await expect(summary).toBeVisible();
      await expect(words).toBeHidden();
      await summary.click();
      await expect(words).toBeVisible();
    }
    const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    for (const link of links) expect(link).toMatch(/^(#|https:)/);
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => `#${id}`));
    for (const link of links.filter((link) => /^#./.test(link))) expect(ids).toContain(link);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.locator("html").evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
