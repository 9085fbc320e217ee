// What every test of a site starts from: `import { test, expect, everywhere } from "./site.js"`.
//
// `site` is one built site in one place. A test fails by itself when the page writes a warning or an error to the console,
// throws, breaks the policy that it is served with, or asks any host but its own.
import { test as base, expect } from "@playwright/test";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { places } from "../../sites/generators.mjs";
import { policyOf } from "../../sites/lines.mjs";
import { hosts } from "./hosts.js";
import { serveSite } from "./server.js";

export { expect };

const built = fileURLToPath(new URL("../../../target/sites", import.meta.url));

export const test = base.extend({
  generator: ["html", { option: true }],
  place: ["root", { option: true }],

  // One server for each site, place and policy, for as long as the worker lives.
  servers: [
    async ({}, use) => {
      const open = new Map();
      await use(open);
      for (const server of open.values()) await (await server).close();
    },
    { scope: "worker" },
  ],

  site: async ({ page, servers, generator, place }, use) => {
    const site = watch(page, servers, generator, place);
    await use(site);
    expect.soft(site.complaints, "complaints in the console").toEqual([]);
    expect.soft(site.elsewhere(), "requests to other hosts").toEqual([]);
  },
});

/** Runs `tests(generator, host)` for each generator, at the root and under a path. */
export function everywhere(tests) {
  for (const [generator, host] of Object.entries(hosts)) {
    for (const [place, path] of Object.entries(places)) {
      test.describe(`${generator} at ${path}`, () => {
        test.use({ generator, place });
        tests(host, generator);
      });
    }
  }
}

/**
 * The site, as a test sees it.
 * - `address()` is where it is served. `open(path, { policy })` opens a page, with the policy of the docs in its headers where that is asked for.
 * - `guide(n)` is the n-th guide of the page, of which it has `guides()`; `started(n)` waits until it stands there.
 * - `wasm()` counts how often the WebAssembly file was asked for.
 */
function watch(page, servers, generator, place) {
  const requests = [];
  const complaints = [];
  let origin;
  const guide = (n = 0) => page.locator("image-pull-guide").nth(n);

  page.on("request", (request) => /^(https?|wss?):/.test(request.url()) && requests.push(request.url()));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(`thrown: ${error.message}`));

  return {
    complaints,
    guide,
    guides: () => page.locator("image-pull-guide").count(),
    elsewhere: () => requests.filter((url) => new URL(url).origin !== origin),
    wasm: () => requests.filter((url) => url.endsWith(".wasm")).length,

    address: (policy = false) => serverOf(servers, generator, place, policy),

    async open(path, { policy = false } = {}) {
      const url = await this.address(policy);
      origin = new URL(url).origin;
      await page.goto(url + path);
    },

    async started(n = 0) {
      await guide(n).scrollIntoViewIfNeeded();
      await expect(guide(n)).toHaveAttribute("data-state", "ready");
      await expect(guide(n).locator(".ipg-shell")).toBeVisible();
      return guide(n);
    },
  };
}

async function serverOf(servers, generator, place, policy) {
  const key = `${generator} ${place} ${policy}`;
  const folder = `${built}/${generator}/${place}`;
  if (!existsSync(folder)) throw new Error(`${folder} is missing. Build it with: make sites`);
  const headers = policy ? { "content-security-policy": policyOf(generator) } : {};
  if (!servers.has(key)) servers.set(key, serveSite(folder, places[place], headers));
  return (await servers.get(key)).url;
}
