// Prints what the release weighs: `node sizes.js dist`. The column `brotli` is what a browser downloads from a server
// that compresses as well as it can (the same as `brotli -q 11`).
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { filesIn } from "./server.js";

const folder = process.argv[2] ?? "dist";
const strongest = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };

const all = filesIn(folder).map((name) => {
  const bytes = readFileSync(`${folder}/${name}`);
  return { name, raw: bytes.length, brotli: brotliCompressSync(bytes, { params: strongest }).length };
});
// The pages without scripts are many, and each is small.
const isPage = ({ name }) => /^(causes|guide|handout|practice|tree)[/]/.test(name);
const pages = all.filter(isPage);
const rows = all.filter((row) => !isPage(row));
if (pages.length > 0) {
  const sum = (column) => pages.reduce((total, row) => total + row[column], 0);
  rows.push({ name: `${pages.length} pages without scripts`, raw: sum("raw"), brotli: sum("brotli") });
}
const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
const total = { name: "total", raw: sum("raw"), brotli: sum("brotli") };

const width = Math.max(...rows.map((row) => row.name.length));
const print = (name, raw, brotli) => console.log(`${name.padEnd(width)} ${raw.padStart(9)} ${brotli.padStart(9)}`);
print("file", "raw", "brotli");
for (const { name, raw, brotli } of [...rows.sort((a, b) => b.brotli - a.brotli), total]) {
  print(name, String(raw), String(brotli));
}
