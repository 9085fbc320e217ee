import { defineConfig } from "@playwright/test";
import { browser } from "./browser.js";

// A trace of every step costs a third of the time: ask for one with `playwright test --trace on`.
export default defineConfig({
  testDir: "tests",
  outputDir: "results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: { browserName: "chromium", launchOptions: browser, trace: "off", permissions: ["clipboard-read", "clipboard-write"] },
});
