// The whole decision tree: as a picture whose boxes are links, the same in words, and as a page without scripts.
import { expect, places, test } from "../page.js";
import { causes, parts, shown, step, tree, words } from "../walk.js";

const here = "#v1&view=tree";
const routes = tree.steps.flatMap(({ answers }) => answers.flatMap(({ routes }) => routes));
const titles = routes.filter(({ outcome }) => outcome).map(({ title, outcome }) => title ?? causes[outcome].title);
const picture = (page) => page.getByRole("group", { name: words.tree.view });
/** What is read of the picture, with each run of blanks as one. */
const read = (page, selector) =>
  page.locator(selector).evaluate((element) => element.textContent.replace(/\s+/g, " ").trim());
const inWords = async (page) => {
  await page.getByText(words.tree.words_heading, { exact: true }).click();
  return page.locator(".ipg-tree__words");
};

test("a person comes from a question and from the list of causes, goes to a box, and back", async ({ page, guide }) => {
  await guide.open(places.root, "#v1&view=causes");
  await parts(page).link(words.tree.link).click();
  await expect(parts(page).heading(words.tree.heading)).toBeFocused();
  await expect(page).toHaveTitle(words.shell.title.replace("{view}", words.tree.view));
  await picture(page).getByRole("link", { name: shown(step("secret").question) }).click();
  await expect(parts(page).heading(step("secret").question)).toBeFocused();
  await page.goBack();
  await expect(parts(page).heading(words.tree.heading)).toBeVisible();
  await guide.go("#v1&view=guide&tag=no");
  await parts(page).link(words.tree.link).click();
  await expect(parts(page).heading(words.tree.heading)).toBeVisible();
});

test("the picture has every question, answer and outcome, as links and text in the order of the tree", async ({ page, guide }) => {
  await guide.open(places.root, here);
  const links = await picture(page).getByRole("link").evaluateAll((all) => all.map(({ textContent }) => textContent.trim()));
  const all = [...tree.steps.map(({ question }) => question), ...titles];
  expect(links.toSorted()).toEqual(all.map((text) => text.replaceAll("`", "")).toSorted());
  expect(links[0]).toBe(step(tree.start).question);
  const text = await read(page, ".ipg-tree__picture");
  for (const { answers } of tree.steps) for (const { short } of answers) expect(text).toContain(short.replaceAll("`", ""));
});

test("each box leads to the place that it shows", async ({ page, guide }) => {
  await guide.open(places.root, here);
  const links = await picture(page).getByRole("link").evaluateAll((all) => all.map((link) => [link.getAttribute("href"), link.textContent.trim()]));
  for (const [href, text] of links) {
    await guide.go(href);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(text);
    await guide.go(here);
    await expect(parts(page).heading(words.tree.heading)).toBeVisible();
  }
});

test("the keyboard reaches every box in order, sees where it is, and can go past the picture", async ({ page, guide }) => {
  await guide.open(places.root, here);
  await page.setViewportSize({ width: 320, height: 640 });
  const scroller = page.getByRole("region", { name: words.tree.picture });
  await scroller.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => scroller.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
  const links = await picture(page).getByRole("link").all();
  for (const link of links) {
    await page.keyboard.press("Tab");
    await expect(link).toBeFocused();
    const width = await link.locator("rect").evaluate((box) => Number.parseFloat(getComputedStyle(box).strokeWidth));
    expect(width, "the edge of a box that has the focus").toBeGreaterThanOrEqual(3);
    const seen = await link.evaluate((box) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      return right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
    });
    expect(seen, await link.textContent()).toBe(true);
  }
  await page.keyboard.press("Tab");
  await expect(page.locator("summary")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(".ipg-tree__words")).toHaveAttribute("open", "");
  await parts(page).link(words.tree.to_words).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("summary")).toBeFocused();
});

test("the words say what the picture shows", async ({ page, guide }) => {
  await guide.open(places.root, here);
  const list = await inWords(page);
  const hrefs = (links) => links.evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute("href")))].toSorted());
  expect(await hrefs(list.getByRole("link"))).toEqual(await hrefs(picture(page).getByRole("link")));
  const text = await read(page, ".ipg-tree__words");
  for (const { answers } of tree.steps) for (const { label } of answers) expect(text).toContain(label.replaceAll("`", ""));
  expect(await guide.axe()).toEqual([]);
});

for (const [width, colorScheme] of [[320, "dark"], [1280, "light"]]) {
  test(`at ${width} px the picture alone scrolls, and no text is cut off or too small`, async ({ page, guide }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await guide.open(places.root, here);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await page.evaluate(cutOff)).toEqual([]);
    const scrolls = await page.locator(".ipg-tree__scroll").evaluate((box) => box.scrollWidth > box.clientWidth);
    expect(scrolls, "it scrolls where it has to").toBe(width < 1200);
    expect(await guide.axe()).toEqual([]);
  });
}

/** Texts of the picture that are wider than their box, run into another one, or are smaller than 12 pixels. */
function cutOff() {
  const found = [];
  const boxes = [...document.querySelectorAll(".ipg-tree__box")].map((box) => box.getBoundingClientRect());
  for (const text of document.querySelectorAll(".ipg-tree__picture text")) {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const own = text.parentElement.querySelector(":scope > rect")?.getBoundingClientRect();
    const inside = own && left >= own.left && right <= own.right && top >= own.top - 1 && bottom <= own.bottom + 1;
    const free = boxes.every((box) => right <= box.left || left >= box.right || bottom <= box.top + 2 || top >= box.bottom - 2);
    if (own ? !inside : !free) found.push(text.textContent);
    if (Number.parseFloat(getComputedStyle(text).fontSize) < 12) found.push(`small: ${text.textContent}`);
  }
  return found;
}

// With margins of 12 mm.
for (const [sheet, width, height] of [["A4", 703, 1031], ["Letter", 725, 965]]) {
  test(`on ${sheet} the picture stands on one sheet with its heading, nothing is cut off, and the words follow`, async ({ page, guide }) => {
    await guide.open(places.root, here);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ media: "print" });
    const drawn = await page.locator(".ipg-tree__picture").boundingBox();
    expect(drawn.x + drawn.width).toBeLessThanOrEqual(width);
    expect(drawn.y + drawn.height).toBeLessThanOrEqual(height);
    expect(await page.locator(".ipg-tree__scroll").evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
    await expect(parts(page).heading(words.tree.heading)).toBeVisible();
    await expect(page.locator(".ipg-tree__words li").first(), "what is folded is printed").toBeVisible();
  });
}

test("where colours are forced, boxes and lines are still there", async ({ page, guide }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await guide.open(places.root, here);
  const of = (selector, name) => page.locator(selector).first().evaluate((part, name) => getComputedStyle(part)[name], name);
  expect(await of(".ipg-tree__outcome .ipg-tree__box", "stroke")).not.toBe(await of(".ipg-tree__outcome .ipg-tree__box", "fill"));
  expect(await of(".ipg-tree__answer", "fill")).toBe(await of(".ipg-tree__line", "stroke"));
});

test("the page without scripts has the same picture and the same words", async ({ page, context, guide, server }) => {
  await guide.open(places.root, here);
  const live = [await read(page, ".ipg-tree__picture"), await read(page, ".ipg-tree__words")];
  const drawn = (page) => page.locator(".ipg-tree__picture path").evaluateAll((all) => all.map((path) => path.getAttribute("d")));
  const lines = await drawn(page);
  const still = await context.newPage();
  await still.goto(`${server.url}/tree/`);
  expect([await read(still, ".ipg-tree__picture"), await read(still, ".ipg-tree__words")]).toEqual(live);
  expect(await drawn(still)).toEqual(lines);
  const links = await picture(still).getByRole("link").evaluateAll((all) => all.map((link) => new URL(link.getAttribute("href"), document.baseURI).pathname));
  for (const link of links) expect(link).toMatch(/^\/(guide|causes)\/[a-z-]+\/$/);
  const outcome = step("image").answers.find(({ id }) => id === "yes");
  await picture(still).getByRole("link", { name: shown(causes[outcome.routes[0].outcome].title) }).first().click();
  await expect(still).toHaveURL(`${server.url}/causes/${outcome.routes[0].outcome}/`);
});
