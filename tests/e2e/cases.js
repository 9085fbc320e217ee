// The practice cases as their files have them, and how somebody works through one.
import { expect } from "@playwright/test";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { causes, parts, shown, tabTo, words } from "./walk.js";

const folder = new URL("../../content/", import.meta.url);
const read = (name) => parse(readFileSync(new URL(name, folder), "utf8"));
const { practice } = words;

export const cases = read("practice.yaml").cases.map((id) => read(`cases/${id}.yaml`));

export const steps = ["look", "words", "cause", "repair", "learn"];

/** The fragment of a case, at one of its steps. */
export const at = (one, step = "look") => `#v1&view=practice&case=${one.id}${step === "look" ? "" : `&step=${step}`}`;

export const headline = (page) => page.getByRole("heading", { level: 1 });

/** Works through a case from its first step to its last, without a wrong answer. */
export async function solve(person, page, one) {
  const { button, link } = parts(page);
  const status = (text) => page.getByRole("status").filter({ hasText: text });
  const [quote] = one.words.right;
  const { command } = one.outputs.find(({ id }) => id === quote.output);
  await person.press(page.locator("summary").filter({ hasText: command }).first());
  await person.press(link(practice.go_words));
  await person.mark(page.getByRole("radio", { name: quote.words, exact: true }).first());
  await person.press(button(practice.check));
  await expect(status(practice.right)).toBeVisible();

  await person.press(link(practice.go_cause));
  await person.choose(page.getByRole("radio", { name: shown(causes[one.cause.is].title) }));
  await person.press(button(practice.check));
  await expect(status(practice.right)).toBeVisible();

  await person.press(link(practice.go_repair));
  if (one.repair.choices) {
    const right = one.repair.choices.find((choice) => choice.right);
    await person.choose(page.getByRole("radio", { name: shown(right.text) }));
    await person.press(button(practice.check));
    await expect(status(practice.right)).toBeVisible();
  } else {
    const editor = page.getByRole("textbox", { name: practice.repair_editor });
    if (person.writesKeys) {
      await tabTo(editor);
      await page.keyboard.press("ControlOrMeta+a");
      await person.paste(editor, one.repair.solution);
    } else await editor.fill(one.repair.solution);
    await person.press(button(practice.check));
    await expect(status(practice.mended)).toBeVisible();
  }
  await person.press(link(practice.go_learn));
  await expect(page.getByText(shown(one.learn[0]))).toBeVisible();
}
