// How long the page takes in Chromium from the paste to the answer on screen: `make bench`.
// Usage: node bench.js DIST PASTES; PASTES is the folder that `speed.rs --write` fills.
import { chromium } from "@playwright/test";
import { readFileSync, readdirSync } from "node:fs";
import { browser as options } from "./browser.js";
import { serve } from "./server.js";

const ROUNDS = 5;
const [dist, pastes] = process.argv.slice(2);
const server = await serve(dist);
const browser = await chromium.launch(options);

console.log(`${"paste".padEnd(28)}${"first".padStart(10)}${"later".padStart(10)}   milliseconds: answered, and drawn in brackets`);
for (const name of readdirSync(pastes).sort()) {
  const text = readFileSync(`${pastes}/${name}`, "utf8");
  const page = await browser.newPage();
  await page.goto(`${server.url}/#v1&view=paste`);
  await page.locator("#guide[data-started]").waitFor({ state: "attached" });
  // Nobody pastes in the first second: by then the page has warmed up.
  await page.waitForTimeout(1000);
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await page.evaluate(pasteAndClear, text));
  const shown = ({ answered, drawn }) => `${answered.toFixed(0)} (${drawn.toFixed(0)})`;
  const later = times.slice(1).sort((a, b) => a.answered - b.answered)[Math.floor((ROUNDS - 1) / 2)];
  console.log(`${name.padEnd(28)}${shown(times[0]).padStart(10)}${shown(later).padStart(10)}`);
  await page.close();
}
await browser.close();
await server.close();

/** Puts the text into the box; gives the time until the answer is in the document, and until it is drawn. */
async function pasteAndClear(text) {
  const box = document.querySelector("textarea");
  const set = (value) => {
    box.value = value;
    box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  };
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  // What the browser needs to lay out so much text in a box is not what is measured.
  box.value = text;
  box.getBoundingClientRect();
  const before = performance.now();
  let answered = 0;
  const seen = new MutationObserver(() => (answered = performance.now() - before));
  seen.observe(document.querySelector("#guide"), { childList: true, subtree: true });
  set(text);
  await frame();
  seen.disconnect();
  const drawn = performance.now() - before;
  set("");
  await frame();
  return { answered, drawn };
}
