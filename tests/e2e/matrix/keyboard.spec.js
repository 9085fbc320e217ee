// Every case from the list to its end, without a mouse.
import { cases, headline, solve } from "../cases.js";
import { expect, test } from "../page.js";
import { parts, people, words } from "../walk.js";

for (const one of cases) {
  test(`${one.id} with the keyboard alone`, async ({ page, guide }) => {
    await guide.open(undefined, "#v1&view=practice");
    await people.keyboard.press(parts(page).link(one.title));
    await expect(headline(page)).toBeFocused();
    await solve(people.keyboard, page, one);
    await expect(page.getByText(words.practice.learn_first_try, { exact: true })).toHaveCount(3);
  });
}
