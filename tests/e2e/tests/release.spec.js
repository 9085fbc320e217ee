// A release put over an older one: whoever still has the older page in a cache can go on with it.
import { expect, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesIn } from "../server.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const isHashed = (name) => /-[0-9a-f]{16}(_bg)?[.][a-z]+$/.test(name);

test("a newer release beside an older one changes no file that has a hash, and the older page finds all of its own", () => {
  const folder = mkdtempSync(join(tmpdir(), "releases-"));
  try {
    const [older, build, newer] = ["older", "build", "newer"].map((name) => join(folder, name));
    const make = (from, to) => execFileSync(join(root, "target/debug/site"), [from, to], { cwd: root, env: { PATH: process.env.PATH } });
    cpSync(join(root, "target/trunk"), build, { recursive: true });
    make(build, older);
    for (const name of readdirSync(build).filter((name) => /^page-|^tokens-/.test(name))) {
      appendFileSync(join(build, name), name.endsWith(".js") ? "// 2\n" : name.endsWith(".css") ? "/* 2 */" : "2");
    }
    make(build, newer);
    const before = new Map(filesIn(older).map((name) => [name, readFileSync(join(older, name), "latin1")]));
    const both = join(folder, "both");
    cpSync(older, both, { recursive: true });
    cpSync(newer, both, { recursive: true });
    for (const [name, text] of before) if (isHashed(name)) expect(readFileSync(join(both, name), "latin1") === text, name).toBe(true);
    const added = filesIn(newer).filter((name) => !before.has(name));
    expect(added.filter(isHashed), "new names for what has changed").toHaveLength(3);
    expect(added, "and for nothing else").toHaveLength(3);
    for (const page of [before.get("index.html"), before.get("sw.js"), readFileSync(join(newer, "index.html"), "utf8")]) {
      const named = page.match(/[a-z]+-[0-9a-f]{16}(_bg)?[.][a-z]+/g);
      expect(named.length).toBeGreaterThan(3);
      for (const name of named) expect(existsSync(join(both, name)), name).toBe(true);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("an address is named for search engines where it is given, and only there", () => {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  const make = (site) => execFileSync(join(root, "target/debug/site"), [join(root, "target/trunk"), folder], { cwd: root, env: { PATH: process.env.PATH, ...site } });
  const address = (page) => /<link rel="canonical" href="([^"]+)">/.exec(readFileSync(join(folder, page), "utf8"))?.[1];
  try {
    make({ SITE_URL: "https://guide.example/pull" });
    expect(address("index.html")).toBe("https://guide.example/pull/");
    expect(address("causes/access-denied/index.html")).toBe("https://guide.example/pull/causes/access-denied/");
    make({});
    expect([address("index.html"), address("guide/tag/index.html")]).toEqual([undefined, undefined]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
