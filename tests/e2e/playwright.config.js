import { defineConfig } from "@playwright/test";
import { browser } from "./browser.js";

// No name but this machine's is looked up, so that a site which calls elsewhere fails the same with and without a network.
const alone = { ...browser, args: [...browser.args, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"] };

// A trace of every step costs a third of the time: ask for one with `playwright test --trace on`.
export default defineConfig({
  outputDir: "results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: { browserName: "chromium", launchOptions: browser, trace: "off", permissions: ["clipboard-read", "clipboard-write"] },
  projects: [
    { name: "page", testDir: "tests" },
    // Every screen in every look: a screen of many states takes its time.
    { name: "matrix", testDir: "matrix", timeout: 300_000 },
    // The guide in other people's sites, once `make sites` has built them.
    { name: "sites", testDir: "sites", use: { launchOptions: alone, actionTimeout: 10_000 } },
  ],
});
