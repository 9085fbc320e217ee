// A small static server for the built page. It serves one folder at several places, so that tests can look at the same
// release as different hosts would serve it.
import { createReadStream, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/** The folder of the release. */
export const dist = fileURLToPath(new URL("../../dist", import.meta.url));

export const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".xml": "application/xml",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".ico": "image/x-icon",
};

/** Where the folder is served. A place may say how it answers a request for the WebAssembly file, or have headers. */
export const places = {
  root: { path: "/" },
  subPath: { path: "/some/sub/path/" },
  wasmAsText: { path: "/wasm-as-text/", wasm: { type: "text/plain" } },
  wasmMissing: { path: "/wasm-missing/", wasm: { status: 404 } },
  wasmRefused: { path: "/wasm-refused/", headers: { "content-security-policy": "script-src 'self'" } },
  wasmBroken: { path: "/wasm-broken/", wasm: { body: "this is no WebAssembly" } },
};

/** The names of all files in a folder, sub-folders included. */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile());
}

/** The headers of a host that compresses. */
export const compressed = { "content-encoding": "br" };
const packed = new Map();

/** A file as such a host sends it. */
function brotli(path) {
  if (!packed.has(path)) {
    packed.set(path, brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
  return packed.get(path);
}

/**
 * Serves `folder` on a free port of this machine, each file with `headers`; resolves to its `url`, `goAway`, `close`, and
 * `pages`: further pages by their paths, each with `headers` and a `body`.
 */
export async function serve(folder, headers = {}) {
  const files = new Set(filesIn(folder));
  const pages = new Map();
  let isAway = false;
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url, "http://localhost").pathname);
    if (isAway) request.socket.destroy();
    else if (page) response.writeHead(200, page.headers).end(page.body);
    else answer(folder, files, request, response, headers);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    pages,
    url: `http://127.0.0.1:${server.address().port}`,
    /** Answers nobody, as if there were no network, until called with `false`. */
    goAway(away = true) {
      isAway = away;
    },
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

function answer(folder, files, request, response, headers) {
  const { pathname } = new URL(request.url, "http://localhost");
  // The longest path that fits, so that `/` does not swallow the others.
  const place = Object.values(places)
    .filter(({ path }) => pathname.startsWith(path))
    .sort((a, b) => b.path.length - a.path.length)[0];
  const name = pathname.slice(place.path.length).replace(/(^|[/])$/, "$1index.html");
  const special = extname(name) === ".wasm" ? (place.wasm ?? {}) : {};
  if (!files.has(name) || special.status === 404) {
    response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    return;
  }
  const type = special.type ?? types[extname(name)] ?? "application/octet-stream";
  response.writeHead(200, { "content-type": type, ...headers, ...place.headers });
  if (special.body) response.end(special.body);
  else if (headers === compressed) response.end(brotli(join(folder, name)));
  else createReadStream(join(folder, name)).pipe(response);
}
