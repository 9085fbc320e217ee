// Says where the bytes of the WebAssembly go: `node bytes.js RELEASE.wasm COMPILED.wasm`.
//
// The sections are those of the release, compressed one by one. The release has no names any more, so the code is counted
// in what rustc has compiled, before wasm-opt makes it about a quarter smaller: by crate, and by module where it is ours.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const [release, compiled] = process.argv.slice(2).map((path) => readFileSync(path));
const strongest = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
const weight = (bytes) => brotliCompressSync(bytes, { params: strongest }).length;
const SECTIONS = ["custom", "type", "import", "function", "table", "memory", "global", "export", "start", "element", "code", "data", "data count", "tag"];

function reader(bytes, at = 0) {
  return {
    at: () => at,
    left: () => at < bytes.length,
    number() {
      let [value, shift] = [0, 0];
      for (;;) {
        const byte = bytes[at++];
        value += (byte & 127) * 2 ** shift;
        shift += 7;
        if (byte < 128) return value;
      }
    },
    take: (length) => bytes.subarray(at, (at += length)),
  };
}

function* sections(bytes) {
  const read = reader(bytes, 8);
  while (read.left()) {
    const kind = SECTIONS[read.number()];
    yield { kind, body: read.take(read.number()) };
  }
}

/** The size of each function's code by its name. */
function* functions(bytes) {
  let imported = 0;
  let bodies = [];
  const names = new Map();
  for (const { kind, body } of sections(bytes)) {
    const read = reader(body);
    if (kind === "import") {
      for (let count = read.number(); count > 0; count--) {
        read.take(read.number());
        read.take(read.number());
        const what = read.take(1)[0];
        if (what === 0) imported++;
        // A table, a memory or a global: their limits and types take the rest of the entry.
        if (what === 1) read.take(1);
        if (what === 1 || what === 2) for (let more = read.number() & 1 ? 2 : 1; more > 0; more--) read.number();
        else if (what === 3) read.take(2);
        else read.number();
      }
    } else if (kind === "code") {
      bodies = Array.from({ length: read.number() }, () => read.take(read.number()).length);
    } else if (kind === "custom" && read.take(read.number()).toString() === "name") {
      while (read.left()) {
        const [part, end] = [read.number(), read.number()];
        const inner = reader(read.take(end));
        if (part !== 1) continue;
        for (let count = inner.number(); count > 0; count--) names.set(inner.number(), inner.take(inner.number()).toString());
      }
    }
  }
  for (const [index, size] of bodies.entries()) yield { name: names.get(imported + index) ?? "", size };
}

/** A name as rustc mangles it (`_ZN` and parts with their lengths), with `::` between its parts. */
function plain(name) {
  if (!name.startsWith("_ZN")) return name;
  const parts = [];
  for (let rest = name.slice(3); /^\d/.test(rest); ) {
    const length = parseInt(rest, 10);
    const from = String(length).length;
    parts.push(rest.slice(from, from + length));
    rest = rest.slice(from + length);
  }
  return parts.join("::").replaceAll("..", "::").replace(/\$[A-Za-z0-9]+\$/g, " ");
}

/** Who a function belongs to: a module of ours where one is named, else the crate whose name comes first. */
function owner(mangled) {
  const name = plain(mangled);
  const own = name.match(/image_pull_guide(?:\[[0-9a-f]+\])?::(\w+)/);
  if (own) return `our ${own[1]}`;
  return name.match(/(\w+)(?:\[[0-9a-f]+\])?::/)?.[1] ?? "without a name";
}

const row = (name, ...numbers) => console.log(name.padEnd(26) + numbers.map((number) => String(number).padStart(10)).join(""));
row("section of the release", "raw", "brotli");
for (const { kind, body } of sections(release)) if (body.length > 1000) row(kind, body.length, weight(body));

const sizes = new Map();
for (const { name, size } of functions(compiled)) sizes.set(owner(name), (sizes.get(owner(name)) ?? 0) + size);
console.log();
row("code as it is compiled", "raw");
const sorted = [...sizes].sort(([, one], [, other]) => other - one);
for (const [name, size] of sorted.slice(0, 32)) row(name, size);
row("all others", sorted.slice(32).reduce((sum, [, size]) => sum + size, 0));
