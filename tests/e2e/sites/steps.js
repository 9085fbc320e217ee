// What a reader does in an embedded guide.
import { shown, words } from "../walk.js";

/** Opens the box for pasting; resolves to it. */
export async function openBox(guide) {
  const box = guide.getByRole("textbox").first();
  if ((await box.count()) === 0) await guide.getByRole("link", { name: shown(words.start.paste_button) }).click();
  await box.waitFor();
  return box;
}

/** Begins with the questions. */
export const openQuestions = (guide) => guide.getByRole("link", { name: shown(words.start.guide_button) }).click();
