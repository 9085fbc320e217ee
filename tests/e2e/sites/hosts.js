// The sites as a reader uses them: where the pages are, how the colours are switched, and what a key does there.
//
// - `pages`: `guide` has one guide, `three` has three (mdBook's `print.html` all of its book's), `other` has none.
// - `go(page, title)` follows the site's own link to a page; `live` says that the document stays when it does.
// - `toggle(page)` switches between light and dark, `scheme(page)` tells which of them the site shows.
// - `opened(page)` finds what the site's keys open, while it is open. `key` opens it while the focus is on nothing.

const link = (page, name) => page.getByRole("link", { name, exact: true }).first();

/** The three sites with tests/sites/shared/host.js in them. */
const plain = {
  go: (page, title) => page.locator("header, nav").getByRole("link", { name: title, exact: true }).first().click(),
  toggle: (page) => page.getByRole("button", { name: "Light or dark" }).click(),
  scheme: (page) => page.locator("html").getAttribute("data-theme"),
  key: "/",
  opened: (page) => page.locator("#search:not([hidden])"),
};

export const hosts = {
  html: { ...plain, pages: { guide: "image-pulls.html", three: ["three.html"], other: "index.html" } },

  hugo: { ...plain, pages: { guide: "image-pulls/", three: ["three/"], other: "start/" } },

  jekyll: { ...plain, pages: { guide: "image-pulls.html", three: ["three.html"], other: "start.html" } },

  mdbook: {
    pages: { guide: "image-pulls.html", three: ["ops/three.html", "print.html"], other: "start.html" },
    go: (page, title) => page.locator("#mdbook-sidebar").getByRole("link", { name: title }).click(),
    async toggle(page) {
      const next = (await this.scheme(page)) === "dark" ? "rust" : "ayu";
      // The list of themes stays open after a choice.
      if (!(await page.locator("#mdbook-theme-list").isVisible())) await page.locator("#mdbook-theme-toggle").click();
      await page.locator(`#mdbook-theme-${next}`).click();
    },
    scheme: (page) => page.evaluate(() => (/\b(coal|navy|ayu)\b/.test(document.documentElement.className) ? "dark" : "light")),
    key: "s",
    opened: (page) => page.locator("#mdbook-searchbar, #mdbook-help-popup").filter({ visible: true }),
  },

  "mkdocs-material": {
    live: true,
    pages: { guide: "image-pulls/", three: ["three/"], other: "start/" },
    go: (page, title) => link(page.getByRole("navigation"), title).click(),
    toggle: (page) => page.locator("label[title^='Switch to']:visible").click(),
    scheme: (page) => page.evaluate(() => (document.body.dataset.mdColorScheme === "slate" ? "dark" : "light")),
    key: "s",
    opened: (page) => page.locator("[data-md-toggle=search]:checked"),
  },

  docusaurus: {
    live: true,
    pages: { guide: "image-pulls/", three: ["three/"], other: "" },
    go: (page, title) => link(page.getByRole("navigation", { name: "Docs sidebar" }), title).click(),
    toggle: (page) => page.getByRole("button", { name: /Switch between dark and light mode/ }).click(),
    scheme: (page) => page.locator("html").getAttribute("data-theme"),
    key: "/",
    opened: (page) => page.locator(".DocSearch-Modal"),
  },
};
