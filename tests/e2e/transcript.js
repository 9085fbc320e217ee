// What a screen reader has to go by, written down: the accessibility tree at one moment after the other, with what has the
// focus and what was announced since. `UPDATE=1 npx playwright test --project=page transcript` writes the files anew: read
// the difference aloud before you keep it.
import { expect } from "@playwright/test";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = new URL("transcripts/", import.meta.url);
const indented = (text, by) => text.split("\n").map((line) => " ".repeat(by) + line).join("\n");

/** Begins a transcript of `page`. */
export function transcript(page) {
  const moments = [];
  let heard = [];
  return {
    /** Writes down what is there now, in the part of the page that `within` selects; without one, what has changed alone. */
    async note(moment, within = "main") {
      const { current, described, live } = await page.evaluate(state);
      const focus = page.locator(":focus");
      const focused = (await focus.count()) > 0 ? (await focus.ariaSnapshot()).split("\n")[0].replace(/^- |:$/g, "") : "the page";
      const lines = [
        `- at: ${JSON.stringify(moment)}`,
        `  title: ${JSON.stringify(await page.title())}`,
        `  focus: ${JSON.stringify(focused)}`,
        ...list("announced", live.filter((text) => !heard.includes(text))),
        ...list("current", current),
        ...list("described", described),
      ];
      if (within) lines.push("  tree:", indented((await page.locator(within).ariaSnapshot()).trimEnd(), 4));
      heard = live;
      moments.push(lines.join("\n"));
    },

    /** Compares all that with the file of this name. */
    matches(name) {
      const text = `${moments.join("\n\n")}\n`;
      const file = new URL(`${name}.yaml`, folder);
      if (process.env.UPDATE) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, text);
      }
      expect(text, `the same as transcripts/${name}.yaml`).toBe(readFileSync(file, "utf8"));
    },
  };
}

const list = (name, texts) => (texts.length > 0 ? [`  ${name}:`, ...texts.map((text) => `    - ${JSON.stringify(text)}`)] : []);

/** What the tree does not show: what is marked as current, what describes a part, and what live regions hold. */
function state() {
  const words = (element) => {
    const unsaid = [...element.querySelectorAll("[aria-hidden=true]")].map((part) => part.innerText);
    return unsaid.reduce((text, part) => text.replace(part, ""), element.innerText).replace(/\s+/g, " ").trim();
  };
  const seen = [...document.querySelectorAll("[aria-current], [aria-describedby], [role=status], [role=alert], [aria-live]")].filter(
    (element) => element.checkVisibility(),
  );
  const labelled = (element) => document.getElementById(element.getAttribute("aria-labelledby"));
  const name = (element) => element.labels?.[0] ?? labelled(element) ?? element.querySelector("legend") ?? element;
  return {
    current: seen.filter((element) => element.matches("[aria-current]")).map((element) => `${words(element)}: ${element.getAttribute("aria-current")}`),
    described: seen
      .filter((element) => element.matches("[aria-describedby]"))
      .map((element) => {
        const by = element.getAttribute("aria-describedby").split(" ");
        return `${words(name(element))}: ${by.map((id) => words(document.getElementById(id))).join(" ")}`;
      }),
    live: seen.filter((element) => element.matches("[role=status], [role=alert], [aria-live]")).map(words).filter(Boolean),
  };
}
