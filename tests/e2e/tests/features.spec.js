// Which features of WebAssembly the release uses: only those that every browser of docs/embedding/README.md has.
import { readFileSync } from "node:fs";
import { expect, test } from "../page.js";
import { dist, filesIn } from "../server.js";

const known = [
  "bulk-memory", "bulk-memory-opt", "call-indirect-overlong", "multivalue", "mutable-globals", "nontrapping-fptoint",
  "reference-types", "sign-ext",
];

test("the WebAssembly uses the stated features and no other", () => {
  const bytes = readFileSync(`${dist}/${filesIn(dist).find((name) => name.endsWith("_bg.wasm"))}`);
  const [section] = WebAssembly.Module.customSections(new WebAssembly.Module(bytes), "target_features");
  expect(section, "the tools say which features are used").toBeDefined();
  // A count, and for each a sign, the length of its name, and the name; all numbers are below 128.
  const list = Buffer.from(section);
  const used = [];
  for (let at = 1; at < list.length; at += 2 + list[at + 1]) {
    used.push(list.toString("utf8", at, at + 1) + list.toString("utf8", at + 2, at + 2 + list[at + 1]));
  }
  expect(used).toHaveLength(list[0]);
  expect(used.filter((name) => !known.includes(name.slice(1)))).toEqual([]);
});
