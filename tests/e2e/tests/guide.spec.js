// The questions: answering, not knowing, going back, changing, links.
import { expect, test } from "../page.js";
import { answer, causes, fragment, parts, people, shown, step, take, tree, ways, words } from "../walk.js";

const first = step(tree.start);
const after = (before) => step(before.answers[0].routes[0].step);
const outcomes = [...new Set(ways().map(({ outcome }) => outcome))];
const longest = ways().reduce((a, b) => (b.taken.length > a.taken.length ? b : a));

for (const outcome of outcomes) {
  test(`by keyboard alone to ${outcome}`, async ({ page, guide }) => {
    const { taken, title } = shortestTo(outcome);
    await guide.open();
    const { answers, heading, link } = parts(page);
    await people.keyboard.press(link(words.start.guide_button));
    await expect(heading(first.question)).toBeFocused();
    await take(people.keyboard, page, taken);
    await expect(heading(title)).toBeFocused();
    // The heading is drawn before the address follows.
    await expect.poll(() => new URL(page.url()).hash.split("&").slice(2).sort()).toEqual(taken.map((t) => `${t.step}=${t.answer}`).sort());
    await expect(answers().getByRole("button", { name: words.guide.change })).toHaveCount(taken.length);
  });
}

function shortestTo(outcome) {
  const all = ways().filter((way) => way.outcome === outcome);
  return all.reduce((a, b) => (b.taken.length < a.taken.length ? b : a));
}

test("every way leads to its outcome by its link", async ({ page, guide }) => {
  await guide.open();
  for (const { taken, title } of ways()) {
    await guide.go(fragment(taken));
    await expect(parts(page).heading(title)).toBeVisible();
  }
});

test("every step and every outcome of the content is on some way", () => {
  const seen = new Set(ways().flatMap(({ taken }) => taken.map(({ step }) => step)));
  expect([...seen].sort()).toEqual(tree.steps.map(({ id }) => id).sort());
});

test("nothing is chosen at first, and choosing alone does not go on", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=guide");
  const { heading, radio } = parts(page);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(page.getByRole("radio")).toHaveCount(first.answers.length + 1);
  await radio(first.answers[0].label).check();
  await expect(heading(first.question)).toBeVisible();
});

test("Continue with nothing chosen says so in a summary that leads to the first answer", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=guide");
  const { button, link, radio } = parts(page);
  await people.keyboard.press(button(words.guide.continue));
  const summary = page.getByRole("alert").filter({ hasText: words.guide.error_title });
  await expect(summary).toBeFocused();
  await expect(page.getByRole("group").getByText(words.guide.error_choose)).toBeVisible();
  await expect(page.getByRole("group").first()).toHaveAccessibleDescription(new RegExp(words.guide.error_choose));
  await people.keyboard.press(link(words.guide.error_choose));
  await expect(radio(first.answers[0].label)).toBeFocused();
  await page.keyboard.press("Space");
  await people.keyboard.press(button(words.guide.continue));
  await expect(summary).toHaveCount(0);
});

for (const asked of tree.steps) {
  test(`"I don't know" at ${asked.id} tells how to find out`, async ({ page, guide }) => {
    await guide.open(undefined, fragment(longestTo(asked.id)));
    const { button, heading, radio } = parts(page);
    await people.keyboard.choose(radio(words.guide.dont_know));
    await people.keyboard.press(button(words.guide.continue));
    await expect(page.getByRole("heading", { name: words.guide.find_out_heading })).toBeFocused();
    await expect(heading(asked.question)).toBeVisible();
    const help = page.getByRole("region", { name: words.guide.find_out_heading });
    await expect(help.getByText(shown(asked.find_out.text))).toBeVisible();
    if (asked.find_out.command) {
      const start = asked.find_out.command.trim().split(/[\s{]/).slice(0, 2).join(" ");
      await expect(help.getByRole("group")).toContainText(start);
      const open = asked.find_out.command.includes("{");
      await expect(help.getByText(words.code.unfinished), "what is to be filled in").toHaveCount(open ? 1 : 0);
    }
    await expect(help.getByRole("term")).toHaveCount(asked.find_out.read.length);
    for (const [index, reading] of asked.find_out.read.entries()) {
      const definition = help.getByRole("definition").nth(index);
      await expect(definition).toContainText(reading.means.replaceAll("`", ""));
      if (!reading.answer) continue;
      const { label } = answer(asked.id, reading.answer);
      await definition.getByRole("button", { name: shown(words.guide.choose_answer.replace("{answer}", label)) }).click();
      await expect(radio(label)).toBeFocused();
      await expect(radio(label)).toBeChecked();
      await expect(heading(asked.question), "choosing does not go on").toBeVisible();
    }
  });
}

for (const asked of tree.steps) {
  test(`a second "I don't know" at ${asked.id} leads on`, async ({ page, guide }) => {
    await guide.open(undefined, fragment(longestTo(asked.id)));
    const { button, heading, radio } = parts(page);
    await people.keyboard.choose(radio(words.guide.dont_know));
    await people.keyboard.press(button(words.guide.continue));
    await people.keyboard.press(button(words.guide.continue));
    await expect(page.getByRole("heading", { name: words.guide.otherwise_heading })).toBeFocused();
    const help = page.getByRole("region", { name: words.guide.otherwise_heading });
    await expect(help.getByText(shown(asked.find_out.otherwise.text))).toBeVisible();
    await expect(help.getByRole("link", { name: words.start.paste_button })).toBeVisible();
    const { answer: id } = asked.find_out.otherwise;
    if (!id) return;
    const { label } = answer(asked.id, id);
    await people.keyboard.press(help.getByRole("button", { name: shown(words.guide.otherwise_go_on.replace("{answer}", label)) }));
    await expect(heading(asked.question)).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  });
}

function longestTo(id) {
  const { taken } = ways().find(({ taken }) => taken.some(({ step }) => step === id));
  return taken.slice(0, taken.findIndex(({ step }) => step === id));
}

test("Back keeps the choice, and so do the browser's Back and Forward", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=guide");
  const { button, heading, radio } = parts(page);
  const { taken } = longest;
  await take(people.mouse, page, taken.slice(0, 2));
  await expect(heading(step(taken[2].step).question)).toBeFocused();
  await button(words.guide.back).click();
  await expect(heading(step(taken[1].step).question)).toBeFocused();
  await expect(radio(answer(taken[1].step, taken[1].answer).label)).toBeChecked();

  await page.goBack();
  await expect(heading(step(taken[2].step).question)).toBeFocused();
  await page.goBack();
  await expect(heading(step(taken[1].step).question)).toBeFocused();
  await expect(radio(answer(taken[1].step, taken[1].answer).label)).toBeChecked();
  await page.goBack();
  await expect(heading(first.question)).toBeFocused();
  await expect(radio(answer(first.id, taken[0].answer).label)).toBeChecked();
  await page.goForward();
  await expect(heading(step(taken[1].step).question)).toBeFocused();
});

test("a changed answer keeps the later ones that are still asked for", async ({ page, guide }) => {
  const way = ways().find(({ taken, outcome }) => outcome === "credentials-missing" && taken[0].answer === "yes");
  await guide.open(undefined, fragment(way.taken));
  const { answers, button, heading } = parts(page);
  await expect(heading(way.title)).toBeVisible();
  await people.keyboard.press(button(words.guide.change_label.replace("{question}", first.question)));
  await expect(heading(first.question)).toBeFocused();
  await take(people.keyboard, page, [{ step: first.id, answer: "no" }]);
  // One question is new on this way; the ones behind it keep their answers.
  await take(people.keyboard, page, [{ step: "image", answer: "hidden" }]);
  await expect(heading(ways().find(({ taken }) => taken.map(({ answer }) => answer).join() === "no,hidden,yes,none").title)).toBeFocused();
  await expect(answers().getByRole("button", { name: words.guide.change })).toHaveCount(way.taken.length + 1);
});

test("Start again forgets every answer", async ({ page, guide }) => {
  await guide.open(undefined, fragment(longest.taken));
  const { answers, button, heading } = parts(page);
  await button(words.guide.start_again).click();
  await expect(heading(first.question)).toBeFocused();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(answers()).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe("#v1&view=guide");
});

test("links open where they lead, without taking the focus", async ({ page, guide }) => {
  const { heading } = parts(page);
  await guide.open(undefined, "#v1&view=guide&tag=yes");
  await expect(heading(after(first).question)).toBeVisible();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  for (const [id, cause] of Object.entries(causes)) {
    await guide.go(`#v1&cause=${id}`);
    await expect(heading(cause.title.includes("{") ? cause.verdict : cause.title)).toBeVisible();
  }
  await guide.go("#v1&view=paste");
  await expect(heading(words.paste.heading)).toBeVisible();
  await guide.go("#");
  await expect(heading(words.start.heading)).toBeVisible();
});

const broken = {
  "#v1&view=nowhere": words.start.heading,
  "#v1&view=guide&tag=perhaps": first.question,
  "#v1&cause=no-such-cause": words.start.heading,
  "#v9&view=guide": words.start.heading,
  "#%%%&&==&view": words.start.heading,
  [`#v1&view=guide&tag=yes&private=${"x".repeat(5000)}`]: after(first).question,
};
for (const [link, nearest] of Object.entries(broken)) {
  test(`the broken link ${link.slice(0, 40)} says so at the nearest place`, async ({ page, guide }) => {
    await guide.open(undefined, link);
    const { heading } = parts(page);
    await expect(heading(nearest)).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: words.shell.notice_heading })).toBeVisible();
    expect(new URL(page.url()).hash).not.toContain("nowhere");
    await page.goBack();
    expect(page.url(), "the broken link is no trap for Back").toBe("about:blank");
  });
}

test("every view has a title of its own", async ({ page, guide }) => {
  await guide.open();
  const titles = new Set([await page.title()]);
  const links = ["#v1&view=paste", "#v1&view=guide", "#v1&view=guide&tag=yes", fragment(longest.taken), "#v1&view=repair"];
  links.push(...Object.keys(causes).map((id) => `#v1&cause=${id}`));
  for (const link of links) {
    await guide.go(link);
    await expect.poll(() => page.title(), { message: link }).not.toBe([...titles].at(-1));
    titles.add(await page.title());
  }
  expect([...titles].filter((title) => !title.includes(words.shell.name))).toEqual([]);
});
