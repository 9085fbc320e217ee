// The screens on paper, without scripts, and in somebody else's page.
import { expect } from "@playwright/test";
import { cases, solve } from "../cases.js";
import { element } from "../host.js";
import { dist, filesIn } from "../server.js";
import { parts, people, samples } from "../walk.js";
import { open, screen, single } from "./screen.js";

const { mouse } = people;

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
