// What the release may weigh, compressed as well as a server can. Bytes, never times. docs/sizes.md says where they go.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { element, expect, test } from "../host.js";
import { dist, filesIn } from "../server.js";

const strongest = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
const weight = (name) => brotliCompressSync(readFileSync(`${dist}/${name}`), { params: strongest }).length;
const only = (pattern) => filesIn(dist).find((name) => pattern.test(name));

test("the script of the element stays under 3 KB", () => {
  expect(weight("embed.js")).toBeLessThanOrEqual(3000);
});

test("an element costs 5 KB at most before anybody asks for it", async ({ page, host }) => {
  await host.open(element(""), { state: "waiting" });
  await page.waitForLoadState("networkidle");
  const names = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname.slice(1)));
  const ours = names.filter((name) => name !== "no-icon");
  expect(ours.reduce((sum, name) => sum + weight(name), 0)).toBeLessThanOrEqual(5000);
});

// Ceilings and not the goals, which are far below (docs/sizes.md): they keep what is too heavy from growing unnoticed.
for (const [what, pattern, most] of [
  ["the WebAssembly", /_bg[.]wasm$/, 750_000],
  ["the front page", /^index[.]html$/, 35_000],
  ["its scripts", /^page-\w+[.]js$/, 8_000],
  ["the styles", /^guide-\w+[.]css$/, 8_000],
  ["the single file", /^image-pull-guide[.]html$/, 1_070_000],
]) {
  test(`${what}: at most ${most} bytes`, () => {
    expect(weight(only(pattern))).toBeLessThanOrEqual(most);
  });
}

test("a page without scripts costs 15 KB at most, its styles included", () => {
  const styles = weight(only(/^guide-\w+[.]css$/));
  const heavy = filesIn(dist).filter((name) => /^(causes|guide|practice|tree)[/]/.test(name) && weight(name) + styles > 15_000);
  expect(heavy).toEqual([]);
});

test("the handout with all cases and their solutions costs 60 KB at most", () => {
  expect(weight("handout/index.html")).toBeLessThanOrEqual(60_000);
  expect(weight("handout/solutions/index.html")).toBeLessThanOrEqual(60_000);
});
