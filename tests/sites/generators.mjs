// The documentation sites that the tests build: one by each generator, at the root of a host and under a path of it.
//
// A generator builds its copied folder `site` into `out`, for the place `path`. Its static files stand in `assets`. `mark`
// is what the generator itself puts into its pages; the build fails where it is missing from the page with the guide.
import { execFile } from "node:child_process";
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const run = (site, program, args, env = {}) =>
  promisify(execFile)(program, args, { cwd: site, env: { ...process.env, ...env } });

/** The host that the sites are built for, the two places, and the path that each site has there. */
export const host = "https://docs.acme.example";
export const places = { root: "/", sub: "/docs/next/" };

export const generators = {
  html: {
    page: "image-pulls.html",
    build: (site, out) => cpSync(site, out, { recursive: true }),
  },

  hugo: {
    assets: "static",
    page: "image-pulls/index.html",
    mark: /<meta name=["']?generator["']? content=["']?Hugo [0-9.]+/,
    build: (site, out, path) =>
      run(site, "hugo", ["--minify", "--quiet", "--destination", out, "--baseURL", host + path]),
  },

  jekyll: {
    page: "image-pulls.html",
    mark: /<meta name="generator" content="Jekyll v[0-9.]+/,
    build: (site, out, path) =>
      run(site, "jekyll", ["build", "--quiet", "--destination", out, "--baseurl", path.replace(/\/$/, "")]),
  },

  mdbook: {
    page: "image-pulls.html",
    mark: /<!-- Book generated using mdBook -->/,
    build: (site, out, path) => run(site, "mdbook", ["build", "--dest-dir", out], { MDBOOK_OUTPUT__HTML__SITE_URL: path }),
  },

  "mkdocs-material": {
    assets: "docs",
    page: "image-pulls/index.html",
    mark: /<meta name=["']?generator["']? content=["']?mkdocs-[0-9.]+, mkdocs-material-[0-9.]+/,
    build: (site, out, path) =>
      run(site, "mkdocs", ["build", "--strict", "--quiet", "--site-dir", out], { SITE_URL: host + path }),
  },

  docusaurus: {
    assets: "static",
    page: "image-pulls/index.html",
    mark: /<meta name=["']?generator["']? content=["']?Docusaurus v[0-9.]+/,
    build(site, out, path) {
      const packages = join(repository, "tests/sites/docusaurus/node_modules");
      symlinkSync(packages, join(site, "node_modules"));
      const env = { SITE_PATH: path, DOCUSAURUS_NO_PERSISTENT_CACHE: "true" };
      return run(site, join(packages, ".bin/docusaurus"), ["build", "--out-dir", out], env);
    },
  },
};
