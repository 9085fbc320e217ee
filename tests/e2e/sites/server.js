// Serves one built site at its place, with the headers that a test wants. What is no file of the site is 404.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { host } from "../../sites/generators.mjs";
import { filesIn, types } from "../server.js";

/** Serves `folder` at `path` on a free port of this machine; resolves to its `url` and a `close` function. */
export async function serveSite(folder, path, headers = {}) {
  const files = new Set(filesIn(folder));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    // A browser asks for this one by itself, whether the site has one or not.
    if (pathname === "/favicon.ico") return void response.writeHead(204).end();
    const asked = pathname.startsWith(path) ? decodeURIComponent(pathname.slice(path.length)) : undefined;
    const name = asked === "" || asked?.endsWith("/") ? `${asked}index.html` : asked;
    // As static hosts do it.
    if (files.has(`${name}/index.html`)) return void response.writeHead(301, { location: `${pathname}/` }).end();
    if (!files.has(name)) return void response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    response.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream", ...headers });
    // The sites were built for another host. Material goes from page to page by the addresses in its sitemap.
    const bytes = readFileSync(join(folder, name));
    response.end(name === "sitemap.xml" ? bytes.toString().replaceAll(host, `http://${request.headers.host}`) : bytes);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}${path}`,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
