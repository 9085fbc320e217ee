// The one list of all screens: how to come to each, and what becomes of it step by step.
//
// A screen has a `name` and `states`: each a name and what leads to it, one after the other on one loaded page. Where
// many screens differ in their words alone, all but the first are `alike`: the light visit of `make test` leaves them out,
// the matrix does not. A new view gets its lines at the place where its like stand; nothing else has to know of it.
import { expect } from "@playwright/test";
import { at, cases, solve, steps } from "./cases.js";
import { element } from "./host.js";
import { dist, filesIn, places } from "./server.js";
import { causes, fragment, manifests, parts, people, samples, shown, tree, ways, words } from "./walk.js";

const { mouse } = people;
const { practice } = words;

export const screens = [];

/** A screen. `states` are pairs of a name and of what leads there, called with the page, the guide and the host. */
function screen(name, states, { alike = false } = {}) {
  screens.push({ name, states, alike });
}

/** A screen of one state. */
const single = (name, come, options) => screen(name, [["as it comes", come]], options);

/** A screen at a fragment. */
const open = (place) => (page, guide) => guide.open(undefined, place);

/** Unfolds all that is folded. */
async function unfold(page) {
  const closed = page.locator("main details:not([open]) > summary");
  while ((await closed.count()) > 0) await closed.first().click();
}

// --- the start, the box and the answers ------------------------------------------------------------------------------

screen("the start", [
  ["as it comes", (page, guide) => guide.open()],
  ["unfolded", unfold],
]);
single("the notice about an odd link", open("#v1&view=nowhere"));
single("the start where the guide cannot run", async (page, guide) => {
  await guide.openFallback(places.wasmMissing);
  await expect(page.getByRole("alert")).toHaveCount(1);
  guide.tolerate(/404|CompileError|magic|HTTP|WebAssembly|preloaded/);
});
screen("the box", [
  ["empty", open("#v1&view=paste")],
  ["a text about nothing", (page) => mouse.paste(parts(page).box(), "Ships sail.\n")],
]);
single("several failures", async (page, guide) => {
  await guide.open(undefined, "#v1&view=paste");
  await mouse.paste(parts(page).box(), `${samples.tag.text}\n${samples.private.text}`);
  await expect(page.getByRole("navigation").getByRole("button")).toHaveCount(2);
});
single("a paste with a credential", async (page, guide) => {
  await guide.open(undefined, "#v1&view=paste");
  await mouse.paste(parts(page).box(), `${samples.private.text}\ntoken: ghp_${"Zq7".repeat(12)}\n`);
  await parts(page).button(words.paste.show_all).click();
});
for (const [name, { label }] of Object.entries(samples)) {
  screen(`the answer to the example ${name}`, [
    [
      "as it comes",
      async (page, guide) => {
        await guide.open();
        await parts(page).button(label).click();
        await expect(parts(page).verdict()).toBeVisible();
      },
    ],
    ["unfolded", unfold],
    ["with a text for a ticket", (page) => parts(page).button(words.report.markdown).click()],
    ["with a report of a wrong answer", (page) => parts(page).button(words.report.wrong).click()],
  ]);
}

// --- the decision tree -------------------------------------------------------------------------------------------------

screen("the decision tree", [
  ["as it comes", open("#v1&view=tree")],
  ["in words", unfold],
]);

// --- the questions ---------------------------------------------------------------------------------------------------

for (const { id } of tree.steps) {
  const { taken } = ways().find(({ taken }) => taken.some(({ step }) => step === id));
  const place = fragment(taken.slice(0, taken.findIndex(({ step }) => step === id)));
  const goOn = (page) => parts(page).button(words.guide.continue).click();
  screen(`the question ${id}`, [
    ["as it comes", open(place)],
    [
      "not answered",
      async (page) => {
        await goOn(page);
        await expect(page.getByText(words.guide.error_title)).toBeVisible();
      },
    ],
    [
      "how to find out",
      async (page) => {
        await parts(page).radio(words.guide.dont_know).check();
        await goOn(page);
        await expect(page.getByText(words.guide.find_out_heading)).toBeVisible();
      },
    ],
    [
      "where that did not help",
      async (page) => {
        await goOn(page);
        await expect(page.getByRole("heading", { name: words.guide.otherwise_heading })).toBeVisible();
      },
    ],
  ]);
}
for (const outcome of new Set(ways().map(({ outcome }) => outcome))) {
  const { taken } = ways().find((way) => way.outcome === outcome);
  single(`the outcome ${outcome}`, open(fragment(taken)));
}

// --- the causes ------------------------------------------------------------------------------------------------------

screen("all causes", [
  ["as it comes", open("#v1&view=causes")],
  ["none found", (page) => page.getByRole("searchbox", { name: words.causes.search }).fill("zebra")],
]);
for (const id of Object.keys(causes)) {
  screen(`the cause ${id}`, [
    ["as it comes", open(`#v1&cause=${id}`)],
    ["unfolded", unfold],
  ]);
}

// --- repairs and manifests -------------------------------------------------------------------------------------------

for (const [name, sample, label] of [
  ["image", samples.tag, words.diagnosis.repair_image],
  ["login", samples.private, words.diagnosis.repair_pull_secret],
]) {
  screen(`the repair of the ${name}`, [
    [
      "unfolded",
      async (page, guide) => {
        await guide.open();
        await parts(page).button(sample.label).click();
        await parts(page).button(label).first().click();
        await unfold(page);
      },
    ],
    [
      "with faults",
      async (page) => {
        await parts(page).field(words.fields.image).fill("https://Nginx");
        await parts(page).field(words.fields.namespace).fill("my_namespace");
        await expect(page.getByRole("heading", { name: words.repair.problems_heading })).toBeVisible();
      },
    ],
  ]);
}
screen("a manifest", [
  ["no text yet", open("#v1&view=manifest")],
  [
    "with changes and checks",
    async (page) => {
      await parts(page).manifest().fill(`${manifests.secret}---\n${manifests.deployment}`);
      await parts(page).field(words.manifest.new_image).fill("registry.acme.example/shop/web:v2");
      await unfold(page);
    },
  ],
]);
single("a manifest that cannot be changed", async (page, guide) => {
  await guide.open(undefined, "#v1&view=manifest");
  await parts(page).manifest().fill("kind: Pod\nspec:\n  containers:\n  - name: web\n    image: web:1\n---\nkind: Pod\nspec: {{ .Values.spec }}\n");
  await parts(page).field(words.manifest.pull_secret).fill("acme-pull");
  await expect(page.getByText(words.manifest.refused_heading)).toBeVisible();
});

// --- practice --------------------------------------------------------------------------------------------------------

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

// --- on paper --------------------------------------------------------------------------------------------------------

single("the handout", open("#v1&view=handout"));
single("the handout with the solutions", open("#v1&view=handout&solutions=yes"));

// --- pages without scripts, as many as the release has ----------------------------------------------------------------

const folders = filesIn(dist).filter((name) => name.endsWith("/index.html")).map((name) => name.replace("index.html", ""));
const kinds = new Set();
for (const folder of folders.sort()) {
  // `causes/` and `causes/tag-not-found/` are of two kinds, `guide/tag/` and `guide/where/` of one.
  const kind = folder.replace(/[^/]+\/$/, "…") + folder.split("/").length;
  single(`the page ${folder}`, (page, guide) => guide.read(folder), { alike: kinds.has(kind) });
  kinds.add(kind);
}

// --- in somebody else's page -----------------------------------------------------------------------------------------

screen("the guide in another page", [
  ["the start", (page, guide, host) => host.open(element())],
  [
    "an answer",
    async (page) => {
      await parts(page).button(samples.private.label).click();
      await expect(parts(page).verdict()).toBeVisible();
    },
  ],
]);
screen("a case in another page", [
  ["marking words", (page, guide, host) => host.open(element('loading="eager" start="v1&amp;view=practice&amp;case=wrong-tag"'))],
  [
    "to take home",
    async (page) => {
      await solve(mouse, page, cases.find(({ id }) => id === "wrong-tag"));
    },
  ],
]);
