// The lines that docs/embedding/<generator>.md tells people to copy. The tested sites are made from these very lines.
//
// A block to copy has a title in its fence: the file that it goes into, or what it is.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const docs = fileURLToPath(new URL("../../docs/embedding/", import.meta.url));

/** The blocks of a generator's page by their titles. */
export function linesOf(generator) {
  const text = readFileSync(join(docs, `${generator}.md`), "utf8");
  const blocks = new Map();
  for (const [, indent, , title, lines] of text.matchAll(/^( *)(`{3,})\w+ title="([^"]+)"\n(.*?)^\1\2$/gms)) {
    if (blocks.has(title)) throw new Error(`${generator}.md has two blocks for ${title}`);
    blocks.set(title, lines.replace(new RegExp(`^${indent}`, "gm"), ""));
  }
  return blocks;
}

/** The content security policy that a generator's page names, as one header. */
export function policyOf(generator) {
  const lines = linesOf(generator).get("Content-Security-Policy");
  if (!lines) throw new Error(`${generator}.md names no Content-Security-Policy`);
  return lines.trim().replace(/\s+/g, " ");
}

/**
 * Puts the lines into the files of a copied site: `@copied lines@` stands for the block of that very file,
 * `@copied lines: NAME@` for that of another. A block whose own file does not use it is a fault.
 */
export function fillIn(site, blocks) {
  const used = new Set();
  for (const name of readdirSync(site, { recursive: true })) {
    const file = join(site, name);
    if (!statSync(file).isFile() || !/\.(html|hbs|md|mdx|toml|yml|js)$/.test(name)) continue;
    const before = readFileSync(file, "utf8");
    const after = before.replace(/^@copied lines(?:: (.+))?@\n/gm, (_, other) => {
      const title = other ?? name;
      if (!blocks.has(title)) throw new Error(`the docs have no lines for ${title}`);
      if (!other) used.add(title);
      return blocks.get(title);
    });
    if (after !== before) writeFileSync(file, after);
  }
  const unused = [...blocks.keys()].filter((title) => /\.\w+$/.test(title) && !used.has(title));
  if (unused.length > 0) throw new Error(`the site does not use the lines for ${unused.join(", ")}`);
}
