// Builds the sites of generators.mjs with the release in them: `node build.mjs DIST OUT [GENERATOR...]`.
//
// OUT/<generator>/<place> is the built site, OUT/work what it was built from.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { generators, places } from "./generators.mjs";
import { fillIn, linesOf } from "./lines.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const [dist, out] = process.argv.slice(2, 4).map((folder) => resolve(folder));
const wanted = process.argv.length > 4 ? process.argv.slice(4) : Object.keys(generators);

if (!existsSync(join(dist, "embed.js"))) {
  console.error(`${dist} has no embed.js. Build the release with: make dist`);
  process.exit(1);
}
const work = join(out, "work");
rmSync(work, { recursive: true, force: true });
// The copy command of the docs expects the unpacked release beside the site.
cpSync(dist, join(work, "image-pull-guide"), { recursive: true });

// Docusaurus takes half a minute a site, and mostly one core: two sites are built at once.
const sites = wanted.flatMap((name) => Object.entries(places).map(([place, path]) => ({ name, place, path })));
await Promise.all([0, 1].map(async () => {
  for (let site = sites.shift(); site; site = sites.shift()) await reported(site);
}));

async function reported({ name, place, path }) {
  const start = Date.now();
  try {
    await build(name, place, path);
  } catch (error) {
    const missing = error.code === "ENOENT" && error.path;
    const hint = missing ? `${missing} is missing. Install it with: make generators` : "";
    const said = [error.stdout, error.stderr].map((text) => text?.trim()).filter(Boolean).join("\n");
    console.error(`${name} at ${path} cannot be built.\n${hint || said || error.message}`);
    process.exit(1);
  }
  console.log(`${name.padEnd(16)} ${path.padEnd(12)} ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

async function build(name, place, path) {
  const { page, mark, build: make } = generators[name];
  const blocks = linesOf(name);
  const site = join(work, `${name}-${place}`);
  const target = join(out, name, place);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(join(here, name), site, { recursive: true, filter: (file) => !/node_modules|\.docusaurus/.test(file) });
  cpSync(join(here, "shared"), join(site, generators[name].assets ?? "."), { recursive: true });
  fillIn(site, blocks);
  execFileSync("bash", ["-euc", blocks.get("copy")], { cwd: site });
  await make(site, target, path);
  const html = readFileSync(join(target, page), "utf8");
  if (mark && !mark.test(html)) throw new Error(`${page} lacks the generator's own mark ${mark}`);
  if (!existsSync(join(target, "image-pull-guide/embed.js"))) throw new Error("the site lacks image-pull-guide/embed.js");
}
