// The guide in sites of real generators, as they build them.
import { everywhere, expect, test } from "./site.js";
import { openBox, openQuestions } from "./steps.js";

everywhere((host) => {
  const { pages } = host;

  test("the guide stands in the page", async ({ site }) => {
    await site.open(pages.guide);
    const guide = await site.started();
    await expect(guide.getByRole("heading").first()).toBeVisible();
    await expect(guide.locator("a[href*='image-pull-guide/']")).toBeHidden();
    expect(site.wasm()).toBe(1);
  });

  test("what is typed stays in the box, and no key reaches the site", async ({ page, site }) => {
    await site.open(pages.guide);
    const guide = await site.started();
    const box = await openBox(guide);
    const before = page.url();
    await box.focus();
    // The letters that some site takes, then the rest of its keys.
    await page.keyboard.type("as/b?fn,p.");
    // What a key opens, Escape would close.
    await expect(host.opened(page)).toHaveCount(0);
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "Escape", "Control+k"]) await page.keyboard.press(key);
    await expect(box).toHaveValue("as/b?fn,p.");
    await expect(host.opened(page)).toHaveCount(0);
    expect(page.url()).toBe(before);

    // The same keys do reach the site from anywhere else: so the test can fail.
    await box.blur();
    await page.keyboard.press(host.key);
    await expect(host.opened(page)).not.toHaveCount(0);
  });

  test("keys outside of fields stay in the guide too, and arrows move between the answers", async ({ page, site }) => {
    await site.open(pages.guide);
    const guide = await site.started();
    await openQuestions(guide);
    const before = page.url();
    // The heading has the focus now. Some sites spare fields alone.
    await expect(guide.getByRole("heading").first()).toBeFocused();
    for (const key of ["ArrowRight", "n", "?", "Control+k", host.key]) await page.keyboard.press(key);
    await expect(host.opened(page)).toHaveCount(0);
    const radios = guide.getByRole("radio");
    await radios.first().check();
    for (const [n, key] of [[1, "ArrowDown"], [2, "ArrowRight"], [1, "ArrowLeft"]]) {
      await page.keyboard.press(key);
      await expect(radios.nth(n)).toBeChecked();
    }
    // A page that turns does so later.
    await page.waitForTimeout(300);
    expect(page.url()).toBe(before);
  });

  test("the colours follow the site's own switch", async ({ page, site }) => {
    await site.open(pages.guide);
    const root = (await site.started()).locator(".ipg-root");
    const seen = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const scheme = await host.scheme(page);
      await expect(root).toHaveAttribute("data-scheme", scheme);
      seen.push(scheme);
      await host.toggle(page);
    }
    expect(new Set(seen).size).toBe(2);
  });

  test("who leaves and returns finds it working", async ({ page, site }) => {
    await site.open(pages.guide);
    await site.started();
    await page.evaluate(() => (window.sameDocument = true));
    await host.go(page, "Start");
    await expect(page.getByRole("main").getByText("How we run our cluster.")).toBeVisible();
    await expect(site.guide()).toHaveCount(0);
    await host.go(page, "Image pulls");
    await (await openBox(await site.started())).fill("back by the link");
    await host.go(page, "Start");
    await expect(page.getByRole("main").getByText("How we run our cluster.")).toBeVisible();
    await page.goBack();
    const box = await openBox(await site.started());
    await box.fill("back by the button");
    await expect(box).toHaveValue("back by the button");
    expect(Boolean(await page.evaluate(() => window.sameDocument))).toBe(Boolean(host.live));
    if (host.live) expect(site.wasm()).toBe(1);
  });

  for (const path of pages.three) {
    test(`all guides of ${path} work for themselves, and load once`, async ({ page, site }) => {
      await site.open(path);
      const count = await site.guides();
      expect(count).toBeGreaterThanOrEqual(3);
      const boxes = [];
      for (let n = 0; n < count; n += 1) boxes.push(await openBox(await site.started(n)));
      for (const [n, box] of boxes.entries()) await box.fill(`text ${n}`);
      for (const [n, box] of boxes.entries()) await expect(box).toHaveValue(`text ${n}`);
      expect(site.wasm()).toBe(1);
    });
  }

  test("the site's styles stay outside, and the guide's inside", async ({ page, site }) => {
    await site.open(pages.guide);
    const guide = await site.started();
    await openBox(guide);
    await page.mouse.move(0, 0);
    const looks = await guide.evaluate(looksInside);
    // host.css asks for all of this, in every page.
    await expect(page.getByRole("main").getByText("When a pod cannot pull")).toHaveCSS("color", "rgb(255, 0, 0)");
    expect(looks.join("\n")).not.toMatch(/rgb\(255, 0, 0\)|cursive|uppercase/);

    const brought = await page.evaluate(() => {
      const sheets = [...document.styleSheets].map((sheet) => sheet.href ?? sheet.ownerNode.textContent);
      return [document.adoptedStyleSheets.length, sheets.filter((sheet) => /image-pull-guide|ipg-/.test(sheet)).length];
    });
    expect(brought).toEqual([0, 0]);

    // As wide as before: the guide may look otherwise in a wider page.
    const { width } = await guide.boundingBox();
    await page.addStyleTag({
      content: `*, button, h2, p { all: unset !important; color: red !important }
        image-pull-guide { display: block !important; inline-size: ${width}px !important }`,
    });
    expect(await guide.evaluate(looksInside)).toEqual(looks);
  });

  test("the policy that the docs name is enough", async ({ page, site }) => {
    await site.open(pages.guide, { policy: true });
    const box = await openBox(await site.started());
    await box.fill("typed");
    await host.toggle(page);
    await host.go(page, "Start");
    await expect(page.getByRole("main").getByText("How we run our cluster.")).toBeVisible();
    await host.go(page, "Image pulls");
    await site.started();
  });

  test.describe("with scripts off", () => {
    test.use({ javaScriptEnabled: false });

    test("the link to the static guide shows, and leads there", async ({ page, site }) => {
      await site.open(pages.guide);
      const link = site.guide().getByRole("link", { name: "Image pull guide" });
      await expect(link).toBeVisible();
      // Docusaurus opens it in a window of its own.
      await link.evaluate((element) => element.removeAttribute("target"));
      await link.click();
      await expect(page).toHaveURL(/\/image-pull-guide\/(index\.html)?$/);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });
  });
});

/** How the parts of a guide look, a line each. */
function looksInside(element) {
  const properties = [
    "color", "background-color", "font-family", "font-size", "font-weight", "line-height", "letter-spacing", "text-transform",
    "text-align", "display", "visibility", "margin-top", "padding-top", "border-top-width", "border-top-color", "cursor",
    "white-space", "direction", "list-style-type",
  ];
  return [...element.shadowRoot.querySelectorAll(".ipg-root, .ipg-root *")].map((part) => {
    const style = getComputedStyle(part);
    return `${part.localName}.${part.className}: ${properties.map((name) => style.getPropertyValue(name)).join("|")}`;
  });
}
