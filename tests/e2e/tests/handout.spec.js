// The handout as paper: what Chromium prints, read back with Poppler.
import { execFileSync } from "node:child_process";
import { cases } from "../cases.js";
import { expect, test } from "../page.js";
import { causes, shown, tree, words } from "../walk.js";

const flat = (text) => text.normalize("NFKC").replace(/[`*]/g, "").replace(/\s+/g, "");
const poppler = (program, pdf, ...options) => execFileSync(program, [...options, "-", ...(program === "pdftotext" ? ["-"] : [])], { input: pdf, encoding: "utf8", maxBuffer: 1 << 26 });

/** What a PDF has: its pages, each as its words and as its words without blanks; its width and height in points. */
function read(pdf) {
  const info = poppler("pdfinfo", pdf);
  // The numbers of the pages stand between words that run on.
  const numberless = (text) => text.replace(/^\d+ [/] \d+$/gm, "").trim();
  const texts = poppler("pdftotext", pdf, "-raw").split("\f").slice(0, -1).map(numberless);
  const [, width, height] = /Page size: +([\d.]+) x ([\d.]+)/.exec(info);
  return { count: Number(/Pages: +(\d+)/.exec(info)[1]), texts, width: Number(width), height: Number(height) };
}

/** Where words stand on the paper: each with its page's size and its own edges, in points. */
function places(pdf) {
  const pages = poppler("pdftotext", pdf, "-bbox").split("<page ").slice(1);
  return pages.map((page) => ({
    width: Number(/width="([\d.]+)"/.exec(page)[1]),
    height: Number(/height="([\d.]+)"/.exec(page)[1]),
    words: [...page.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<[/]word>/g)].map(([, ...all]) => ({
      edges: all.slice(0, 4).map(Number),
      text: all[4],
    })),
  }));
}

test.describe("On paper", () => {
  test.use({ javaScriptEnabled: false });

  for (const [format, size] of Object.entries({ A4: [595, 842], Letter: [612, 792] })) {
    for (const solutions of [false, true]) {
      test(`the handout ${solutions ? "with" : "without"} solutions on ${format} has all of it, and nothing is cut off`, async ({ page, server }) => {
        await page.goto(`${server.url}/handout/${solutions ? "solutions/" : ""}`);
        const pdf = await page.pdf({ format });
        const { count, texts, width, height } = read(pdf);
        // A browser counts in whole pixels of the screen.
        expect(Math.abs(width - size[0]) + Math.abs(height - size[1])).toBeLessThan(4);
        // Some pages for the questions, two to four for each case, more with its solution.
        expect(count).toBeGreaterThan(cases.length * (solutions ? 2 : 1));
        expect(count).toBeLessThan(12 + cases.length * (solutions ? 6 : 4));
        expect(texts).toHaveLength(count);
        const all = flat(texts.join(" "));
        const there = cases.flatMap(({ title, story, outputs, repair, manifests }) => [
          title,
          ...story,
          ...outputs.flatMap(({ command, text }) => [command, ...text.split("\n")]),
          repair.task,
          ...(repair.choices ? repair.choices.map(({ text }) => text) : manifests.split("\n")),
        ]);
        const missing = (wanted) => wanted.filter((text) => !all.includes(flat(text)));
        expect(missing([...tree.steps.map(({ question }) => question), ...there]), "to the last letter of each line").toEqual([]);
        const solved = cases.flatMap(({ learn, cause, words }) => [...learn, cause.why, ...words.right.map(({ why }) => why)]);
        expect(missing(solved)).toEqual(solutions ? [] : solved);
        const outside = ({ edges: [left, , right, bottom] }) => left < 25 || right > width - 25 || bottom > height - 15;
        expect(places(pdf).flatMap(({ words }) => words.filter(outside)), "words on the edge of the paper").toEqual([]);
        const urls = cases.flatMap(({ cause }) => causes[cause.is].docs.map(({ url }) => url));
        if (solutions) expect(missing(urls)).toEqual([]);
        const headings = cases.map(({ title }, at) => flat(words.handout.case_title.replace("{number}", at + 1).replace("{title}", title)));
        const begun = headings.filter((heading) => texts.some((text) => flat(text).startsWith(heading)));
        expect(begun, "each case begins a page").toEqual(headings);
      });
    }
  }

  test("no heading stands alone at the end of a page", async ({ page, server }) => {
    await page.goto(`${server.url}/handout/solutions/`);
    const headings = new Set((await page.locator("h1, h2, h3, h4").allTextContents()).map(flat));
    const commands = new Set((await page.locator(".ipg-sheet__command").allTextContents()).map(flat));
    for (const format of ["A4", "Letter"]) {
      const { texts } = read(await page.pdf({ format }));
      texts.forEach((text, at) => {
        const last = flat(text.split("\n").at(-1)).replace(/^[$]/, "");
        expect(headings, `the end of page ${at + 1}`).not.toContain(last);
        expect(commands, `the end of page ${at + 1}`).not.toContain(last);
      });
    }
  });

  test("the page of a case prints what is folded, and cuts nothing off", async ({ page, server }) => {
    const [{ id, hints, outputs, learn }] = cases;
    await page.goto(`${server.url}/practice/${id}/`);
    const all = flat(read(await page.pdf({ format: "A4", margin: { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" } })).texts.join(" "));
    for (const sentence of [...hints, ...learn]) expect(all).toContain(flat(sentence));
    for (const line of outputs.flatMap(({ text }) => text.split("\n"))) expect(all).toContain(flat(line));
  });
});

test("a button of the running guide prints it, without itself", async ({ page, guide }) => {
  await page.addInitScript(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
  await guide.open(undefined, "#v1&view=handout");
  await expect(page.getByRole("heading", { level: 1, name: shown(words.handout.heading) })).toBeVisible();
  expect(await guide.axe()).toEqual([]);
  await page.getByRole("button", { name: words.handout.print }).click();
  expect(await page.evaluate(() => window.printed)).toBe(1);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
  await expect(page.locator(".ipg-sheet__line").first()).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: words.handout.solutions }).click();
  await expect(page.locator(".ipg-sheet__solution")).toHaveCount(cases.length);
  await expect(page.locator(".ipg-sheet__line")).toHaveCount(0);
});
