// Keeps a copy of the guide's own page in the browser, so that it opens without a network. Which files that are, and a
// version that is theirs, are filled in when the release is made.

const version = "__VERSION__";
const files = __FILES__;
// Two guides of one host, in different folders, have copies of their own.
const own = `image-pull-guide ${registration.scope} `;
const name = own + version;
const addresses = new Set(files.map((file) => new URL(file, registration.scope).href));

async function keep() {
  const copy = await caches.open(name);
  // The page itself has a name that stays: it must come from the host. A hash in a name stands for what is in the file.
  await copy.addAll([...addresses].map((address) => new Request(address, { cache: address.endsWith("/") ? "reload" : "default" })));
  await skipWaiting();
}

async function takeOver() {
  const old = (await caches.keys()).filter((other) => other.startsWith(own) && other !== name);
  await Promise.all(old.map((other) => caches.delete(other)));
  await clients.claim();
}

// Without what stands behind `?` and `#`, and by one name where it has two.
const plain = (address) => address.replace(/[?#].*/, "").replace(/\/index\.html$/, "/");

// A page comes from its host as long as that answers, so that nobody is left with an old one.
async function page(request) {
  const copy = await caches.open(name);
  const address = plain(request.url);
  try {
    const answer = await fetch(request);
    // The files that belong to the front page are kept with it, all of one release.
    if (answer.ok && address.endsWith("/") && !addresses.has(address)) await copy.put(address, answer.clone());
    return answer;
  } catch (error) {
    const kept = await copy.match(address);
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  const copy = await caches.open(name);
  return (await copy.match(request.url, { ignoreVary: true })) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (addresses.has(request.url)) event.respondWith(file(request));
});
