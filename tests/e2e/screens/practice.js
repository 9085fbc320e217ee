// The screens of practice: the list, each case in each of its steps, the room, and somebody's own cases.
import { expect } from "@playwright/test";
import { at, cases, solve, steps } from "../cases.js";
import { causes, parts, people, shown, words } from "../walk.js";
import { open, screen, single, unfold } from "./screen.js";

const { mouse } = people;
const { practice } = words;

const file = (text) => ({ name: "ours.yaml", mimeType: "application/yaml", buffer: Buffer.from(text) });
const bring = (page, text) => page.locator("input[type=file]").setInputFiles(file(text));
const check = (page) => parts(page).button(practice.check).click();
const show = (page) => parts(page).button(practice.show).click();
const said = (page, title) => expect(page.locator(".ipg-reply__title").filter({ hasText: title })).toBeVisible();
const radio = (page, text) => page.getByRole("radio", { name: shown(text) });
const editor = (page) => page.getByRole("textbox", { name: practice.repair_editor });

async function hints(page) {
  for (const number of [1, 2, 3]) await parts(page).button(practice.hint.replace("{number}", number)).click();
}

async function shownWithHints(page) {
  await show(page);
  await hints(page);
}

/** The first of these words that can be marked. */
const piece = (page, words) => page.locator(".ipg-piece", { hasText: words }).first();

screen("the list of cases", [
  ["as it comes", open("#v1&view=practice")],
  [
    "with progress, results, and the question whether to forget all",
    async (page, guide) => {
      await guide.open(undefined, at(cases[0]));
      await page.locator("summary").first().click();
      await parts(page).link(practice.view).click();
      await parts(page).button(practice.reset).click();
      await unfold(page);
    },
  ],
  ["with somebody's own file full of faults", (page) => bring(page, "id: ours\ntitle: [1]\nlevel: easy\nminutes: soon\n")],
  ["with a file that is no text", (page) => bring(page, "\0\0")],
]);
single("a case whose file is not there", open("#v1&view=practice&case=own-1"));

const first = { edit: cases.find((one) => !one.repair.choices), choose: cases.find((one) => one.repair.choices) };

for (const one of cases) {
  const options = { alike: !Object.values(first).includes(one) };
  const of = (step) => `the case ${one.id}, ${practice[`step_${step}`]}`;
  screen(
    of("look"),
    [
      ["nothing run", open(at(one))],
      [
        "all run, all hints taken",
        async (page) => {
          await unfold(page);
          await hints(page);
        },
      ],
    ],
    options,
  );
  screen(
    of("words"),
    [
      ["nothing run", open(at(one, "words"))],
      [
        "nothing marked",
        async (page, guide) => {
          await guide.open(undefined, at(one));
          await unfold(page);
          await parts(page).link(practice.go_words).click();
          await check(page);
          await expect(page.getByText(practice.choose_first)).toBeVisible();
        },
      ],
      [
        "a wrong answer",
        async (page) => {
          await piece(page, one.words.tempting[0].words).click();
          await check(page);
          await said(page, practice.wrong_words);
        },
      ],
      ["the answer shown, all hints taken", shownWithHints],
      [
        "solved",
        async (page) => {
          await piece(page, one.words.right[0].words).click();
          await check(page);
          await said(page, practice.right);
        },
      ],
    ],
    options,
  );
  screen(
    of("cause"),
    [
      ["nothing done", open(at(one, "cause"))],
      [
        "a wrong answer",
        async (page) => {
          await radio(page, causes[one.cause.tempting[0].id].title).check();
          await check(page);
          await said(page, practice.wrong);
        },
      ],
      ["the answer shown, all hints taken", shownWithHints],
      [
        "solved",
        async (page) => {
          await radio(page, causes[one.cause.is].title).check();
          await check(page);
          await said(page, practice.right);
        },
      ],
    ],
    options,
  );
  const way = (is) => one.repair.choices.find((choice) => Boolean(choice.right) === is).text;
  screen(
    of("repair"),
    [
      ["nothing done", open(at(one, "repair"))],
      [
        "a wrong answer",
        async (page) => {
          if (one.repair.choices) await radio(page, way(false)).check();
          await check(page);
          await said(page, one.repair.choices ? practice.wrong : practice.repair_unmet);
        },
      ],
      ["the answer shown, all hints taken", shownWithHints],
      [
        "solved",
        async (page) => {
          if (one.repair.choices) await radio(page, way(true)).check();
          else await editor(page).fill(one.repair.solution);
          await check(page);
          await said(page, one.repair.choices ? practice.right : practice.mended);
        },
      ],
    ],
    options,
  );
  screen(
    of("learn"),
    [
      ["nothing done", open(at(one, "learn"))],
      [
        "all solved, unfolded",
        async (page, guide) => {
          await guide.open(undefined, at(one));
          await solve(mouse, page, one);
          await unfold(page);
        },
      ],
    ],
    options,
  );
  screen(`the case ${one.id} for a room`, inARoom(one), options);
}
expect(steps, "every step of a case stands above").toEqual(["look", "words", "cause", "repair", "learn"]);

/** A case as a room sees it: each press shows more. */
function inARoom(one) {
  const press = (times) => async (page) => {
    for (let time = 0; time < times; time++) await page.keyboard.press("PageDown");
  };
  return [
    [
      "the story",
      async (page, guide) => {
        await guide.open(undefined, `${at(one)}&mode=present`);
        await expect(page.locator(".ipg-present")).toBeFocused();
      },
    ],
    ["the last output", press(one.outputs.length)],
    ["the words, hidden", press(1)],
    ["the words, shown", press(1)],
    ["the cause, hidden", press(1)],
    ["the cause, shown", press(1)],
    ["the repair, hidden", press(1)],
    ["the repair, shown", press(1)],
    [
      "to take home, with the notes",
      async (page) => {
        await press(1)(page);
        await expect(page.getByText(shown(one.learn[0]))).toBeVisible();
        await unfold(page);
      },
    ],
  ];
}
