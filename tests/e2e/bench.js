// How long the page takes in Chromium from the paste to the answer on screen: `make bench`.
// Usage: node bench.js DIST PASTES; PASTES is the folder that `speed.rs --write` fills.
import { chromium } from "@playwright/test";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { browser as options } from "./browser.js";
import { serve } from "./server.js";

const ROUNDS = 5;
const [dist, pastes] = process.argv.slice(2);
const server = await serve(dist);
const browser = await chromium.launch(options);
const size = (name) => statSync(`${pastes}/${name}`).size;
const names = readdirSync(pastes).sort((one, other) => size(one) - size(other));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
const row = (name, cells) => console.log(name.padEnd(24) + cells.map((cell) => String(cell).padStart(10)).join(""));

console.log("milliseconds; medians of some runs, and of the first one in brackets");
row("", ["handler", "answered", "drawn", "blocked", "layout"]);
for (const name of names) {
  const page = await open();
  // Nobody pastes in the first second: by then the page has warmed up.
  await page.waitForTimeout(1000);
  const text = readFileSync(`${pastes}/${name}`, "utf8");
  const runs = [];
  for (let round = 0; round < ROUNDS; round += 1) runs.push(await page.evaluate((text) => window.paste(text), text));
  const cell = (what) => `${median(runs.slice(1).map((run) => run[what])).toFixed(0)} (${runs[0][what].toFixed(0)})`;
  row(name, ["handler", "answered", "drawn", "blocked", "layout"].map(cell));
  await page.close();
}
console.log(`handler: until the page has taken the text over; up to 256 KiB it has read it then
answered, drawn: until the answer is in the document, and on screen
blocked: the longest time in which the page could not react
layout: what Chromium takes to lay the text out in the box, before all of that`);

const short = readFileSync(`${pastes}/${names[0]}`, "utf8");
const firsts = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const page = await open(short);
  firsts.push(await page.evaluate(() => window.first));
  await page.close();
}
const first = (what) => median(firsts.map(what)).toFixed(0);
console.log(`from the address to a page that can be used: ${first((run) => run.started)} ms
${names[0]}, pasted that very moment: taken over and read in ${first((run) => run.handler)} ms, answered after ${first((run) => run.answered)} ms, drawn after ${first((run) => run.drawn)} ms`);
await browser.close();
await server.close();

/** Opens the page; with a text, that is pasted as soon as the page has started. */
async function open(text) {
  const page = await browser.newPage();
  await page.addInitScript(helpers, text);
  await page.goto(`${server.url}/#v1&view=paste`);
  await page.locator("#guide[data-started]").waitFor({ state: "attached" });
  return page;
}

function helpers(text) {
  const task = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(port1.close());
      port2.postMessage(null);
    });
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));

  /** Calls back when the document holds such an element. */
  const appears = (selector) =>
    new Promise((done) => {
      const look = () => document.querySelector(selector) && (done(performance.now()), seen.disconnect());
      const seen = new MutationObserver(look);
      seen.observe(document, { childList: true, subtree: true, attributes: true });
      look();
    });

  /** Puts the text into the box, says how long what took, and empties it again. */
  window.paste = async (text) => {
    const box = document.querySelector("textarea");
    const set = (value) => {
      box.value = value;
      box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    };
    // What the browser needs to lay out so much text in a box is not what is measured.
    const bare = performance.now();
    box.value = text;
    box.getBoundingClientRect();
    await frame();
    const before = performance.now();
    const layout = before - bare;
    let [over, last, blocked] = [false, before, 0];
    const beat = async () => {
      while (!over) {
        await task();
        const now = performance.now();
        [blocked, last] = [Math.max(blocked, now - last), now];
      }
    };
    const answer = appears(".ipg-diagnose__body");
    box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    const handler = performance.now() - before;
    const beating = beat();
    const answered = (await answer) - before;
    await frame();
    const drawn = performance.now() - before;
    over = true;
    await beating;
    set("");
    await frame();
    return { handler, answered, drawn, blocked, layout };
  };

  if (text === undefined) return;
  window.first = appears("#guide[data-started]").then(async (started) => ({ ...(await window.paste(text)), started }));
}
