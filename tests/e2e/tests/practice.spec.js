// Practice: every case is worked through as its file says, and nothing of it is kept unless somebody asks for it.
import { readFileSync } from "node:fs";
import { expect, test } from "../page.js";
import { causes, clipboard, parts, people, shown, tabTo, words } from "../walk.js";
import { at, cases, headline, solve } from "../cases.js";

const { practice } = words;
const stored = (page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
const status = (page, text) => page.getByRole("status").filter({ hasText: text });

// --- the cases ---------------------------------------------------------------------------------------------------------

for (const one of cases) {
  test(`${one.id} is solved as its file says`, async ({ page, guide }) => {
    await guide.open(undefined, at(one));
    await expect(headline(page)).toContainText(one.title);
    await solve(people.mouse, page, one);
    await expect(page.getByText(practice.learn_first_try, { exact: true })).toHaveCount(3);
    expect(await stored(page), "nothing is kept that nobody asked to keep").toBe("{}");
  });
}

for (const id of ["wrong-tag", "recovered"]) {
  test(`${id} with the keyboard alone`, async ({ page, guide }) => {
    const one = cases.find((one) => one.id === id);
    await guide.open(undefined, "#v1&view=practice");
    await people.keyboard.press(parts(page).link(one.title));
    await expect(headline(page)).toBeFocused();
    await solve(people.keyboard, page, one);
    await expect(page.getByText(practice.learn_first_try, { exact: true })).toHaveCount(3);
  });
}

test("a tempting answer is told why it is wrong, and only what went wrong is tried again", async ({ page, guide }) => {
  const one = cases.find((one) => one.id === "private-registry");
  await guide.open(undefined, at(one));
  for (const output of one.outputs) await page.locator("summary").filter({ hasText: output.command }).click();
  await parts(page).link(practice.go_words).click();
  for (const quote of one.words.tempting) {
    await page.locator(".ipg-piece", { hasText: quote.words }).first().click();
    await parts(page).button(practice.check).click();
    await expect(status(page, practice.wrong_words).getByText(shown(quote.why))).toBeVisible();
  }
  await page.locator(".ipg-piece", { hasText: one.words.right[0].words }).first().click();
  await expect(status(page, practice.wrong_words), "another answer is not judged before it is checked").toHaveCount(0);
  await parts(page).button(practice.check).click();
  await parts(page).link(practice.go_cause).click();
  for (const { id } of one.cause.tempting) {
    await page.getByRole("radio", { name: shown(causes[id].title) }).check();
    await parts(page).button(practice.check).click();
    await expect(status(page, practice.wrong)).toBeVisible();
  }
  await parts(page).button(practice.show).click();
  await expect(page.getByRole("status").filter({ hasText: causes[one.cause.is].title })).toHaveCount(0);
  await page.getByRole("radio", { name: shown(causes[one.cause.is].title) }).check();
  await parts(page).button(practice.check).click();
  await expect(status(page, practice.right)).toBeVisible();
  await parts(page).link(practice.go_repair).click();
  const editor = page.getByRole("textbox", { name: practice.repair_editor });
  await editor.fill(one.repair.solution.replace("replicas: 1", "replicas: 7"));
  await parts(page).button(practice.check).click();
  await expect(status(page, practice.mended)).toContainText("spec.replicas");
  await parts(page).link(practice.go_learn).click();
  await expect(page.getByText(practice.learn_shown)).toBeVisible();

  await parts(page).button(practice.learn_again).click();
  await expect(page.getByText(practice.learn_open, { exact: true }), "words and cause").toHaveCount(2);
  await expect(page.getByText(practice.learn_first_try, { exact: true }), "the repair").toHaveCount(1);
});

test("what is no manifest is said with its line, and nothing that was typed is lost", async ({ page, guide }) => {
  const one = cases.find((one) => one.id === "wrong-tag");
  await guide.open(undefined, at(one, "repair"));
  const editor = page.getByRole("textbox", { name: practice.repair_editor });
  const broken = one.manifests.replace("  replicas:", "\treplicas:");
  await editor.fill(broken);
  await parts(page).button(practice.check).click();
  await expect(status(page, practice.repair_unmet)).toContainText("7");
  await parts(page).link(practice.step_look).click();
  await parts(page).link(practice.step_repair).click();
  await expect(editor).toHaveValue(broken);
  await parts(page).button(practice.repair_again).click();
  await expect(editor).toHaveValue(one.manifests);
  await parts(page).button(practice.show).click();
  await expect(page.getByRole("region", { name: words.repair.yaml_label.replace("{file}", "wrong-tag.yaml") })).toBeVisible();
});

test("who has run no command is led back, and who has chosen nothing is told so", async ({ page, guide }) => {
  const one = cases.find((one) => one.id === "wrong-tag");
  await guide.open(undefined, at(one, "words"));
  await expect(page.getByText(practice.words_none)).toBeVisible();
  await parts(page).link(practice.words_back).click();
  await page.locator("summary").first().click();
  await parts(page).link(practice.go_words).click();
  await parts(page).button(practice.check).click();
  await expect(page.getByRole("alert").filter({ hasText: practice.choose_first })).toBeVisible();
  await parts(page).button(practice.hint.replace("{number}", "1")).click();
  await expect(page.getByText(shown(one.hints[0]))).toBeVisible();
});

// --- progress and results ----------------------------------------------------------------------------------------------

test("progress is kept only where it is asked for, and forgotten when it is asked for", async ({ page, guide }) => {
  const one = cases.find((one) => one.id === "recovered");
  await guide.open(undefined, at(one));
  await solve(people.mouse, page, one);
  await parts(page).link(practice.to_list).click();
  await expect(page.getByText(practice.ended, { exact: true })).toHaveCount(1);
  expect(await stored(page)).toBe("{}");
  await page.getByRole("checkbox", { name: practice.keep }).check();
  const kept = await stored(page);
  expect(kept).toContain("recovered");
  await guide.open(undefined, "#v1&view=practice");
  await guide.reload();
  await expect(page.getByText(practice.ended, { exact: true })).toHaveCount(1);
  await expect(page.getByRole("checkbox", { name: practice.keep })).toBeChecked();
  // A case whose text has changed since begins anew.
  await page.evaluate(() => {
    const [name] = Object.keys(localStorage);
    localStorage.setItem(name, localStorage.getItem(name).replace(/recovered [0-9a-f]{16}/, "recovered 0123456789abcdef"));
  });
  await guide.reload();
  await expect(page.getByRole("checkbox", { name: practice.keep })).toBeChecked();
  await expect(page.getByText(practice.ended, { exact: true })).toHaveCount(0);

  await page.evaluate((kept) => Object.assign(localStorage, JSON.parse(kept)), kept);
  await guide.reload();
  await parts(page).button(practice.reset).click();
  await parts(page).button(practice.reset_no).click();
  await expect(page.getByText(practice.ended, { exact: true })).toHaveCount(1);
  await parts(page).button(practice.reset).click();
  await parts(page).button(practice.reset_yes).click();
  await expect(page.getByText(practice.ended, { exact: true })).toHaveCount(0);
  await page.getByRole("checkbox", { name: practice.keep }).uncheck();
  expect(await stored(page)).toBe("{}");
});

test("results are taken along without anything that was typed", async ({ page, guide }) => {
  const one = cases.find((one) => one.id === "private-registry");
  await guide.open(undefined, at(one, "repair"));
  const editor = page.getByRole("textbox", { name: practice.repair_editor });
  await editor.fill(one.repair.solution.replace("kind: Deployment", "kind: Deployment # my-own-words"));
  await parts(page).button(practice.check).click();
  await parts(page).link(practice.step_learn).click();
  await parts(page).link(practice.to_list).click();
  await page.getByRole("checkbox", { name: practice.keep }).check();
  await page.getByRole("button", { name: practice.results_copy }).click();
  const markdown = await clipboard(page);
  expect(markdown).toContain("private-registry");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: practice.results_download }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe(`${practice.results_file}.json`);
  const json = readFileSync(await file.path(), "utf8");
  const [result] = JSON.parse(json).cases;
  expect(result).toMatchObject({ id: "private-registry", repair: { end: "solved", wrong: 0 }, words: { end: "open", wrong: 0 } });
  for (const text of [markdown, json, await stored(page)]) expect(text).not.toContain("my-own-words");
});

// --- somebody's own cases ----------------------------------------------------------------------------------------------

const file = (text, name = "ours.yaml") => ({ name, mimeType: "application/yaml", buffer: Buffer.from(text) });
const choose = (page, ...given) => page.locator("input[type=file]").setInputFiles(file(...given));
const source = readFileSync(new URL("../../../content/cases/private-registry.yaml", import.meta.url), "utf8");

test("cases out of somebody's own file are worked through like the others", async ({ page, guide }) => {
  const own = { ...cases.find((one) => one.id === "private-registry"), id: "ours", title: "Our own trouble" };
  await guide.open(undefined, "#v1&view=practice");
  await choose(page, source.replace("id: private-registry", "id: ours").replace(/^title: .*$/m, `title: ${own.title}`));
  await parts(page).link(own.title).click();
  await expect(headline(page)).toContainText(own.title);
  expect(page.url(), "a link holds nothing of the file").toContain("case=own-1");
  expect(await page.title()).not.toContain(own.title);
  await solve(people.mouse, page, own);
  await guide.reload();
  await expect(page.getByText(practice.own_missing)).toBeVisible();
});

test("everything that is wrong in such a file is named with its line", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=practice");
  const second = source.replace("id: private-registry", "id: second").replace("minutes: 8", "minutes: soon").replace("level: beginner", "level: easy");
  const unsolved = source.replace("id: private-registry", "id: third").replace("[acme-registry].name", "[other].name");
  await choose(page, `${source}---\n${second}---\n${unsolved}`);
  const items = page.getByRole("listitem").filter({ hasText: practice.own_line.replace("{line}", "").trim() });
  await expect(items).toHaveCount(3);
  await expect(items.filter({ hasText: "case 2: level" })).toBeVisible();
  await expect(items.filter({ hasText: "case 2: minutes" })).toBeVisible();
  await expect(items.filter({ hasText: "third: repair.solution" })).toBeVisible();
  await expect(page.getByRole("heading", { name: practice.own_of.replace("{file}", "ours.yaml") })).toBeVisible();
  await choose(page, "just words");
  await expect(items).toHaveCount(1);
  await choose(page, "\0\0");
  await expect(page.getByText(practice.own_refused)).toBeVisible();
  await parts(page).button(practice.own_forget).click();
  await expect(items).toHaveCount(0);
});

test("the example to start from is a whole case", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=practice");
  const coming = page.waitForEvent("download");
  await parts(page).button(practice.own_example).click();
  const text = readFileSync(await (await coming).path(), "utf8");
  await choose(page, text, "my-case.yaml");
  await expect(page.getByRole("heading", { name: practice.own_of.replace("{file}", "my-case.yaml") })).toBeVisible();
});

// --- for a room --------------------------------------------------------------------------------------------------------

test("a room sees one thing after the other, and no answer before it is asked for", async ({ page, guide }) => {
  const one = cases.find((one) => one.id === "wrong-tag");
  await guide.open(undefined, `${at(one)}&mode=present`);
  await expect(page.getByText(shown(one.story[0]))).toBeVisible();
  for (const output of one.outputs) {
    await page.keyboard.press("PageDown");
    await expect(page.getByRole("group", { name: output.command, exact: true })).toBeVisible();
  }
  await page.keyboard.press("PageDown");
  await expect(page.getByText(practice.present_hidden)).toBeVisible();
  await expect(page.locator("mark")).toHaveCount(0);
  await page.keyboard.press("PageDown");
  await expect(page.locator("mark").first()).toHaveText(one.words.right[0].words);
  await expect(page.locator("mark").first()).toBeInViewport();
  await page.keyboard.press("PageDown");
  await expect(page.getByText(shown(one.cause.why))).toHaveCount(0);
  await page.keyboard.press("PageDown");
  await expect(page.getByText(shown(one.cause.why))).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(page.getByText("1.99.9", { exact: false }).first()).toBeVisible();
  await page.keyboard.press("PageUp");
  await expect(page.getByText(shown(one.cause.why)), "back is the step before, as it was").toBeVisible();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await expect(page.getByText(shown(one.learn[0]))).toBeVisible();
  // The same state at one's own pace.
  await parts(page).link(practice.present_leave).click();
  await expect(page.getByText(practice.learn_shown, { exact: true })).toHaveCount(3);
});

test("a link opens a case at a step for a room, with a clock and notes", async ({ page, guide }) => {
  const one = cases.find((one) => one.id === "never-pull");
  await guide.open(undefined, `${at(one, "cause")}&mode=present`);
  await expect(headline(page)).toHaveText(practice.step_cause);
  await expect(page.getByRole("timer")).toContainText(`${one.minutes}:00`);
  await parts(page).button(practice.timer_start).click();
  await expect(page.getByRole("timer")).not.toContainText(`${one.minutes}:00`);
  await parts(page).button(practice.timer_stop).click();
  await expect(page.getByText(shown(one.instructor[0]))).toBeHidden();
  await page.getByText(practice.present_notes).click();
  await expect(page.getByText(shown(one.instructor[0]))).toBeVisible();
  await tabTo(parts(page).button(practice.present_next), "Shift+Tab");
});

test("who comes from an odd link is told so", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=practice&case=no-such-case&step=nowhere");
  await expect(page.getByText(words.shell.notice_heading)).toBeVisible();
  await expect(headline(page)).toHaveText(practice.heading);
});
