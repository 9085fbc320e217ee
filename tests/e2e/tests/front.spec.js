// The front page before the guide has started: it looks as it does afterwards, and is of use by itself.
import { cases } from "../cases.js";
import { expect, test } from "../page.js";
import { causes, parts, samples, shown, tree, words } from "../walk.js";

/** Holds the WebAssembly back; gives a function that lets it come. */
async function hold(page) {
  let come;
  const held = new Promise((done) => (come = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  return come;
}

const started = (page) => expect(page.locator("#guide[data-started]")).toBeAttached();

for (const width of [320, 1280]) {
  test(`at ${width} pixels the guide starts in place: nothing moves`, async ({ page, guide, server }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
    });
    const come = await hold(page);
    await page.goto(server.url, { waitUntil: "commit" });
    await expect(parts(page).heading(words.start.heading)).toBeVisible();
    // Everything that the first screen shows, its place and its look.
    const look = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".ipg-header *, .ipg-start, .ipg-start *")].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const { color, fontSize, fontWeight } = getComputedStyle(element);
          return [element.className, x, y, width, height, color, fontSize, fontWeight].join(" ");
        }),
      );
    const plain = (lines) => lines.filter((line) => !/ipg-copy|ipg-hidden|ipg-button--small/.test(line) && !line.startsWith(" "));
    const before = await look();
    await page.screenshot();
    come();
    await started(page);
    await page.waitForTimeout(300);
    expect(plain(await look())).toEqual(plain(before));
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
    await expect(page.locator(".ipg-whole")).toHaveCount(0);
    guide.settled();
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("all questions, causes and the YAML stand below the first screen", async ({ page, guide }) => {
    guide.tolerate(/preloaded/);
    await guide.openFallback();
    for (const step of tree.steps) await expect(page.getByRole("heading", { name: shown(step.question) }).first()).toBeVisible();
    for (const cause of Object.values(causes)) await expect(page.getByRole("heading", { name: shown(cause.title), exact: true }).first()).toBeVisible();
    await expect(page.getByText("imagePullSecrets:").first()).toBeVisible();
    for (const { title } of cases) await expect(parts(page).link(title)).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await expect(page.getByRole("button")).toHaveCount(0);
    const levels = await page.locator("h1, h2, h3, h4, h5, h6").evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0), `heading ${at} of ${levels}`).toBeLessThanOrEqual(1));
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.locator("html").evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(320);
    await parts(page).link(samples.image.label).click();
    await expect(page.getByRole("heading", { level: 3, name: shown(causes["access-denied"].title) })).toBeInViewport();
    guide.settled();
  });
});

test("the first screen is painted before any script has come", async ({ page, guide, server }) => {
  let come;
  const held = new Promise((done) => (come = done));
  await page.route("**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(server.url, { waitUntil: "commit" });
  await expect(parts(page).heading(words.start.heading)).toBeVisible();
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length)).toBe(1);
  await expect(page.locator("#guide[data-started]")).toHaveCount(0);
  come();
  await started(page);
  guide.settled();
});

test("a link that is followed before the start leads to the same place in the guide", async ({ page, guide, server }) => {
  const come = await hold(page);
  await page.goto(server.url, { waitUntil: "commit" });
  await parts(page).link(words.start.guide_button).click();
  const question = shown(tree.steps.find(({ id }) => id === tree.start).question);
  await expect(page.getByRole("heading", { level: 3, name: question })).toBeInViewport();
  come();
  await started(page);
  await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
  guide.settled();
});

test("whoever reads on below is left alone until they come back", async ({ page, guide, server }) => {
  const come = await hold(page);
  await page.goto(server.url, { waitUntil: "commit" });
  const cause = page.getByRole("heading", { level: 3, name: shown(causes["rate-limited"].title) });
  await cause.scrollIntoViewIfNeeded();
  come();
  await page.waitForTimeout(1_500);
  await expect(cause).toBeInViewport();
  await expect(page.locator("#guide[data-started]")).toHaveCount(0);
  await page.evaluate(() => scrollTo(0, 0));
  await started(page);
  guide.settled();
});

test("the focus stays where it is when the guide starts", async ({ page, guide, server }) => {
  const come = await hold(page);
  await page.goto(server.url, { waitUntil: "commit" });
  await parts(page).link(words.start.guide_button).focus();
  come();
  await started(page);
  await expect(parts(page).link(words.start.guide_button)).toBeFocused();
  guide.settled();
});

test("an accessibility checker objects to nothing before the start", async ({ page, guide, server }) => {
  const come = await hold(page);
  await page.goto(server.url, { waitUntil: "commit" });
  await expect(page.locator(".ipg-whole")).toBeVisible();
  expect(await guide.axe()).toEqual([]);
  come();
  await started(page);
  guide.settled();
});

test("a panic while it starts brings back what was there to read, and one sentence says so", async ({ page, guide }) => {
  await page.route("**/page-*.js", (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: `export default async () => {
        document.getElementById("guide").textContent = "";
        throw new WebAssembly.RuntimeError("unreachable");
      };`,
    }),
  );
  await guide.openFallback();
  await expect(page.getByRole("alert")).toHaveCount(1);
  await expect(page.getByRole("alert")).toContainText("could not start");
  await expect(page.getByRole("heading", { name: shown(causes["tag-not-found"].title) }).first()).toBeVisible();
  await guide.forgive(/unreachable/);
  guide.tolerate(/preloaded/);
});

for (const kind of ["error", "unhandledrejection"]) {
  test(`a panic later on keeps what was typed (${kind})`, async ({ page, guide }) => {
    await guide.open(undefined, "#v1&view=paste");
    await parts(page).box().fill("what I typed");
    await page.evaluate((kind) => {
      const error = new WebAssembly.RuntimeError("unreachable");
      if (kind === "error") dispatchEvent(new ErrorEvent("error", { error }));
      else dispatchEvent(new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason: error }));
    }, kind);
    await expect(page.getByRole("alert")).toContainText("has stopped");
    await expect(parts(page).box()).toHaveValue("what I typed");
  });
}
