// For people who see, move or print otherwise: announcements, forced colours, reduced motion, paper.
import { expect, test } from "../page.js";
import { parts, people, samples, shown, tabTo, words } from "../walk.js";

const { mouse } = people;

test("the verdict is announced in a region that is there before", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=paste");
  const regions = page.locator("main [role=status]");
  const region = await regions.filter({ hasText: /^$/ }).last().elementHandle();
  await mouse.paste(parts(page).box(), samples.tag.text);
  await expect.poll(() => region.textContent()).toMatch(shown(words.paste.announce));
  const verdict = await parts(page).verdict().textContent();
  expect(await region.textContent(), "the region is the same one, with the verdict").toContain(verdict.trim());
});

test("Tab leaves the box, in both directions", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=paste");
  const box = parts(page).box();
  await tabTo(box);
  await page.keyboard.press("Tab");
  await expect(box).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(box).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(box).not.toBeFocused();
});

test("the first Tab offers to skip to the content", async ({ page, guide }) => {
  await guide.open();
  await page.keyboard.press("Tab");
  await expect(parts(page).link(words.shell.skip)).toBeFocused();
  await expect(parts(page).link(words.shell.skip)).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("in forced colours the marked words and the buttons keep a border", async ({ page, guide }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await guide.open();
  await parts(page).button(samples.tag.label).click();
  await expect(parts(page).marked().getByRole("mark")).toBeVisible();
  const drawn = (element) => {
    const { borderStyle, borderWidth, textDecorationLine, outlineStyle } = getComputedStyle(element);
    return (borderStyle !== "none" && borderWidth !== "0px") || textDecorationLine !== "none" || outlineStyle !== "none";
  };
  expect(await parts(page).marked().getByRole("mark").evaluate(drawn)).toBe(true);
  expect(await parts(page).button(words.diagnosis.repair_image).first().evaluate(drawn)).toBe(true);
  expect(await guide.axe()).toEqual([]);
});

test("with reduced motion nothing moves", async ({ page, guide }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await guide.open();
  await parts(page).button(samples.image.label).click();
  await expect(parts(page).verdict()).toBeVisible();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

for (const [name, come] of Object.entries({
  "an answer": async (page) => parts(page).button(samples.private.label).click(),
  "a repair": async (page) => {
    await parts(page).button(samples.private.label).click();
    await parts(page).button(words.diagnosis.repair_pull_secret).first().click();
  },
  "a cause": async (page, guide) => guide.go("#v1&cause=access-denied"),
})) {
  test(`on paper ${name} has no buttons and cuts nothing off`, async ({ page, guide }) => {
    await guide.open();
    await come(page, guide);
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await page.emulateMedia({ media: "print" });
    const left = await page.getByRole("button").filter({ visible: true }).allTextContents();
    expect(left).toEqual([]);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("pre")]
        .filter((block) => block.checkVisibility() && (block.scrollWidth > block.clientWidth + 1 || block.scrollHeight > block.clientHeight + 1))
        .map((block) => block.className),
    );
    expect(cut).toEqual([]);
  });
}

test("at four times the text size the page still fits", async ({ page, guide }) => {
  await page.setViewportSize({ width: 1280, height: 1024 });
  await guide.open();
  await parts(page).button(samples.private.label).click();
  await expect(parts(page).verdict()).toBeVisible();
  // Zoom of 400 % is a window of a quarter of the width.
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

for (const [what, width, css] of [
  // The distances of WCAG 1.4.12.
  ["more space between letters, words and lines", 320, "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"],
  ["text of twice the size alone", 1280, ":root { font-size: 200% !important; }"],
]) {
  for (const [name, come] of Object.entries({
    "an answer": async (page, guide) => {
      await guide.open();
      await parts(page).button(samples.private.label).click();
      await expect(parts(page).verdict()).toBeVisible();
    },
    "a question": (page, guide) => guide.open(undefined, "#v1&view=guide"),
    "a repair": (page, guide) => guide.open(undefined, "#v1&view=repair&cause=credentials-missing&repair=pull-secret"),
    "a case": (page, guide) => guide.open(undefined, "#v1&view=practice&case=wrong-tag"),
  })) {
    test(`with ${what} ${name} still fits, and nothing is cut off`, async ({ page, guide }) => {
      await page.setViewportSize({ width, height: 800 });
      await come(page, guide);
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets.push(sheet);
      }, css);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const cut = await page.evaluate(() => {
        const hides = (element) => getComputedStyle(element).overflowY === "hidden" || getComputedStyle(element).textOverflow === "ellipsis";
        const isCut = (element) => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
        const seen = [...document.querySelectorAll("main *")].filter((element) => element.checkVisibility() && !element.closest(".ipg-hidden"));
        return seen.filter((element) => hides(element) && isCut(element)).map((element) => element.outerHTML.slice(0, 150));
      });
      expect(cut).toEqual([]);
    });
  }
}
