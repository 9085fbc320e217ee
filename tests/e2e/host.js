// What every test of the embedded guide starts from: `import { test, expect } from "../host.js"`.
//
// `host` opens somebody else's page, made up by the test, with the guide in it, and watches it as `guide` watches the page
// of its own.
import { expect, test as base } from "./page.js";
import { dist, places, serve } from "./server.js";

export { expect, places };

export const element = (attributes = 'loading="eager"') =>
  `<image-pull-guide ${attributes}><a href="/">Image pull guide</a></image-pull-guide>`;

/** The strictest policy of a page that the element runs under. */
export const strict =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

export const test = base.extend({
  // Another origin, which lets everybody load from it, as hosts of static pages do.
  elsewhere: [
    async ({}, use) => {
      const server = await serve(dist, { "access-control-allow-origin": "*" });
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],

  host: async ({ page, guide, server }, use) => {
    await use({
      /**
       * Opens a page with this body. `from` is where the guide is loaded from, `policy` the page's Content-Security-Policy,
       * `head` and `root` more of its markup; `script` is the whole tag. Waits until every guide
       * is in `state`, or for nothing where that is null.
       */
      async open(body, { from = server.url + places.root.path, policy, head = "", root = 'lang="en"', state = "ready", script } = {}) {
        const tag = script ?? `<script src="${from}embed.js"></script>`;
        const markup = `<!doctype html><html ${root}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Host page</title><link rel="icon" href="/no-icon">${tag}${head}</head><body><main><h1>Host page</h1>${body}</main></body></html>`;
        const headers = { "content-type": "text/html; charset=utf-8", ...(policy ? { "content-security-policy": policy } : {}) };
        server.pages.set("/host/", { headers, body: markup });
        server.pages.set("/no-icon", { headers: { "content-type": "image/png" }, body: "" });
        await page.goto(`${server.url}/host/`);
        if (state) await expect(page.locator(`image-pull-guide:not([data-state="${state}"])`)).toHaveCount(0);
        guide.settled();
      },
    });
  },
});
