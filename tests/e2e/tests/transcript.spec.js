// What is read aloud from the paste to the diagnosis, and through a case; see `transcript.js`.
import { cases } from "../cases.js";
import { expect, test } from "../page.js";
import { transcript } from "../transcript.js";
import { causes, parts, people, samples, shown, words } from "../walk.js";

const { keyboard } = people;
const { practice } = words;

test("from the paste to the diagnosis", async ({ page, guide }) => {
  const said = transcript(page);
  const { box, button, heading, link, verdict } = parts(page);
  await guide.open();
  await said.note("the start", "body");
  await keyboard.press(link(words.start.paste_button));
  await expect(box()).toBeFocused();
  await said.note("the empty box");
  await keyboard.paste(box(), samples.private.text);
  await expect(verdict()).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: shown(words.paste.announce) })).toHaveCount(1);
  await said.note("the diagnosis");
  await keyboard.press(button(words.diagnosis.next_button));
  await expect(page.getByRole("radio").first()).toBeVisible();
  await said.note("the question that is left");
  await keyboard.press(button(words.guide.continue));
  await expect(page.getByText(words.guide.error_title)).toBeVisible();
  await said.note("the question, gone on without an answer", "main [role=alert]:not(:empty)");
  await page.goBack();
  await keyboard.press(button(words.diagnosis.repair_pull_secret).first());
  await expect(heading(words.repair.heading_secret)).toBeFocused();
  await said.note("the repair");
  said.matches("paste-to-diagnosis");
});

test("through a case", async ({ page, guide }) => {
  const one = cases.find(({ id }) => id === "wrong-tag");
  const said = transcript(page);
  const { button, link } = parts(page);
  const status = (text) => page.getByRole("status").filter({ hasText: text });
  const mark = async (words) => {
    // The way through the pieces by keys is tested elsewhere; here it would only take its time.
    await page.getByRole("radio", { name: words, exact: true }).first().focus();
    await page.keyboard.press("Space");
    await keyboard.press(button(practice.check));
  };
  await guide.open(undefined, "#v1&view=practice");
  await said.note("the list of cases");
  await keyboard.press(link(one.title));
  await said.note("the case");
  const { command } = one.outputs.find(({ id }) => id === one.words.right[0].output);
  await keyboard.press(page.locator("summary").filter({ hasText: command }));
  await said.note("a command is run", "ul:has(> li > details)");
  await keyboard.press(link(practice.go_words));
  await said.note("the words");
  await mark(one.words.tempting.find(({ output }) => output === one.words.right[0].output).words);
  await expect(status(practice.wrong_words)).toBeVisible();
  await said.note("wrong words", null);
  await mark(one.words.right[0].words);
  await expect(status(practice.right)).toBeVisible();
  await keyboard.press(link(practice.go_cause));
  await said.note("the cause");
  await keyboard.choose(page.getByRole("radio", { name: shown(causes[one.cause.is].title) }));
  await keyboard.press(button(practice.check));
  await expect(status(practice.right)).toBeVisible();
  await said.note("the cause is found", null);
  await keyboard.press(link(practice.go_repair));
  await said.note("the repair");
  await keyboard.press(button(practice.check));
  await expect(status(practice.repair_unmet)).toBeVisible();
  await said.note("not mended", null);
  await keyboard.press(link(practice.step_learn));
  await said.note("what to take home");
  said.matches("a-case");
});
