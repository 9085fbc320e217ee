// What every test of the page starts from: `import { test, expect } from "../page.js"`.
//
// `guide` opens the built page and watches it. A test fails by itself when the page writes a warning or an error to the
// console, throws, breaks its security policy, or asks the network for anything after it has loaded.
import { test as base, expect } from "@playwright/test";
import axe from "axe-core";
import { dist, places, serve } from "./server.js";

export { expect, places };

const everyRule = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
// What another colour or width can change.
const rulesOfLooks = {
  type: "rule",
  values: ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"],
};

export const test = base.extend({
  server: [
    async ({}, use) => {
      const server = await serve(dist);
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],

  guide: async ({ page, server }, use) => {
    const guide = watch(page, server.url);
    await use(guide);
    expect.soft(guide.complaints(), "the page's complaints in the console").toEqual([]);
    expect.soft(guide.requestsAfterLoad(), "requests after the page had loaded").toEqual([]);
  },
});

/**
 * The open page, as a test sees it.
 * - `open(place, fragment)` opens the page at one of `places`, and waits until it has started.
 * - `reload()` loads it again.
 * - `go(fragment)` changes the fragment in the address bar.
 * - `read(folder)` opens a page that runs no script.
 * - `openFallback(place)` opens it where it cannot start, and waits for the static text.
 * - `settled()` says that a page which a test has opened by itself has loaded.
 * - `requestsAfterLoad()` lists what it has asked for since.
 * - `complaints()` lists what it has written to the console. A test that provokes something there says so with
 *   `forgive(pattern)`, or with `tolerate(pattern)` where it may come or not.
 * - `axe()` lists what an accessibility checker finds wrong with the present screen; with `looksAlone`, only by the rules
 *   that colours and widths can break, for a screen that every rule has looked at already.
 */
function watch(page, url) {
  let requests = [];
  const complaints = [];
  const tolerated = [];
  const guide = {
    complaints: () => complaints.filter((text) => !tolerated.some((pattern) => pattern.test(text))),

    async open(place = places.root, fragment = "") {
      await page.goto(url + place.path + fragment);
      await expect(page.locator("#guide[data-started]")).toBeAttached();
      requests = [];
    },

    async reload() {
      await page.reload();
      await expect(page.locator("#guide[data-started]")).toBeAttached();
      requests = [];
    },

    async read(folder) {
      await page.goto(`${url}/${folder}`);
      requests = [];
    },

    go: (fragment) => page.goto(page.url().replace(/#.*/, "") + fragment),

    async openFallback(place = places.root) {
      await page.goto(url + place.path);
      await expect(page.getByText("kubectl describe pod YOUR_POD").first()).toBeVisible();
      await page.waitForLoadState("networkidle");
      requests = [];
    },

    /** Whatever it asks for from now on, it asks for after it has loaded. */
    settled() {
      requests = [];
    },

    requestsAfterLoad: () => requests,

    async forgive(pattern) {
      await expect.poll(() => guide.complaints().join("\n"), { message: "what the test provokes" }).toMatch(pattern);
      guide.tolerate(pattern);
    },

    tolerate(pattern) {
      tolerated.push(pattern);
    },

    async axe({ looksAlone = false } = {}) {
      if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
      const runOnly = looksAlone ? rulesOfLooks : everyRule;
      return page.evaluate(async (runOnly) => {
        const { violations } = await window.axe.run({ runOnly, resultTypes: ["violations"] });
        const colours = ({ any }) => any.flatMap(({ data }) => (data?.fgColor ? ` (${data.fgColor} on ${data.bgColor})` : [])).join("");
        return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html + colours(node)).join(" ")}`);
      }, runOnly);
    },
  };

  page.on("request", (request) => {
    // A page's picture is asked for whenever its address changes.
    if (/^https?:|^wss?:/.test(request.url()) && !request.url().endsWith("/no-icon")) requests.push(`${request.method()} ${request.url()}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(`thrown: ${error.message}`));
  page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`security policy: ${event.violatedDirective} forbids ${event.blockedURI} ${event.sample}`);
    });
  });
  return guide;
}
