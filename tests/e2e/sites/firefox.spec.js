// The core of it in Firefox. Playwright would need a Firefox of its own making; this drives the system's, by WebDriver BiDi.
import puppeteer from "puppeteer-core";
import { samples, words } from "../walk.js";
import { expect, test as base } from "./site.js";
import { hosts } from "./hosts.js";

const test = base.extend({
  firefox: [
    async ({}, use) => {
      const executablePath = process.env.FIREFOX || "/usr/bin/firefox-esr";
      const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
});

for (const generator of Object.keys(hosts)) {
  test.describe(`${generator} in Firefox`, () => {
    test.use({ generator, place: "sub" });

    test("a paste is diagnosed, and no key reaches the site", async ({ firefox, site }) => {
      const page = await firefox.newPage();
      const complaints = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      await page.goto((await site.address()) + hosts[generator].pages.guide);
      const before = page.url();
      const guide = await page.waitForSelector("image-pull-guide");
      await guide.scrollIntoView();
      await page.waitForSelector("image-pull-guide[data-state=ready]");

      await (await page.waitForSelector(`>>> ::-p-text(${words.start.paste_button})`)).click();
      const box = await page.waitForSelector("image-pull-guide >>> textarea");
      await box.type("as/b?");
      for (const key of ["ArrowLeft", "ArrowRight", "Escape"]) await page.keyboard.press(key);
      expect(await box.evaluate((box) => box.value)).toBe("as/b?");
      expect(page.url()).toBe(before);

      const causes = await guide.evaluate((guide, text) => guide.diagnose(text), samples.tag.text);
      expect(causes).toContain("tag-not-found");
      await page.waitForSelector("image-pull-guide >>> article");
      expect(complaints).toEqual([]);
      await page.close();
    });
  });
}
