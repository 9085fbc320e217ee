// What Lighthouse says of a page, with its preset for phones. As a script, `node lighthouse.js dist`, it reports how fast
// the pages are: machines differ too much for a limit.
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { browser } from "./browser.js";
import { compressed, serve } from "./server.js";

/** The pages that are looked at. */
export const pages = ["", "causes/access-denied/", "practice/wrong-tag/"];

/** A browser that Lighthouse can be let into: `audit(url, categories)` and `close()`. */
export async function auditor() {
  const port = await freePort();
  const chrome = await chromium.launch({ ...browser, args: [...browser.args, `--remote-debugging-port=${port}`] });
  return {
    async audit(url, categories) {
      // The network and the processor are really slowed down: what is reckoned from a fast run takes the guide, which draws
      // over the first screen, for the first screen.
      const { lhr } = await lighthouse(url, { port, onlyCategories: categories, throttlingMethod: "devtools", logLevel: "error" });
      return lhr;
    },
    close: () => chrome.close(),
  };
}

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await serve(process.argv[2] ?? "dist", compressed);
  const { audit, close } = await auditor();
  const timings = ["first-contentful-paint", "largest-contentful-paint", "interactive", "total-blocking-time"];
  for (const page of pages) {
    const runs = [];
    for (let run = 0; run < 5; run += 1) runs.push(await audit(`${server.url}/${page}`, ["performance"]));
    const median = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];
    const score = Math.round(100 * median(runs.map((run) => run.categories.performance.score)));
    const times = timings.map((id) => `${id} ${Math.round(median(runs.map((run) => run.audits[id]?.numericValue ?? NaN)))} ms`);
    console.log(`/${page}: performance ${score} of 100 (Lighthouse for phones, median of 5); ${times.join(", ")}`);
  }
  await close();
  await server.close();
}
