// Takes the README's picture from the built page: `node screenshot.js dist docs/screenshot.png`.
import { chromium } from "@playwright/test";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { browser } from "./browser.js";
import { serve } from "./server.js";

/** The button that fills in the first example, on the page as it opens. */
const firstSample = (page) => page.getByRole("button", { name: /tag that does not exist|example/i }).first();

const [folder = "dist", picture = "docs/screenshot.png"] = process.argv.slice(2);
mkdirSync(dirname(picture), { recursive: true });
const server = await serve(folder);
const chrome = await chromium.launch(browser);
try {
  const page = await chrome.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
  await page.goto(server.url);
  await firstSample(page).click({ timeout: 10_000 });
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  await page.screenshot({ path: picture });
  console.log(`Written: ${picture}`);
} finally {
  await chrome.close();
  await server.close();
}
