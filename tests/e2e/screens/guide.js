// The screens on the way from a paste or an answer to the corrected YAML.
import { expect } from "@playwright/test";
import { places } from "../server.js";
import { causes, fragment, manifests, parts, people, samples, tree, ways, words } from "../walk.js";
import { open, screen, single, unfold } from "./screen.js";

const { mouse } = people;

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
