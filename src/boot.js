// Starts the page's WebAssembly. The page's security policy allows no inline script, so the little that has to be
// written in JavaScript stands here. The sentences for a person stand in the page.

const root = document.getElementById("guide");
const fallback = [...root.childNodes];
const link = document.getElementById("guide-code");
// In the single file this script stands behind the code, and the WebAssembly in an element of its own.
const packed = document.getElementById("guide-wasm");
let started = false;

function show(id, shown = true) {
  const element = document.getElementById(id);
  if (element) element.hidden = !shown;
}

// A panic in the started page reaches the window as one of these. What is on screen stays, so nothing typed is lost.
function broke(error) {
  if (started && error instanceof WebAssembly.RuntimeError) show("guide-stopped");
}
addEventListener("error", (event) => broke(event.error));
addEventListener("unhandledrejection", (event) => broke(event.reason));

// Whoever has gone on to read below the first screen is left alone until they come back or follow a link.
const first = root.querySelector(".ipg-first");
const readsOn = () => first && !location.hash && scrollY > first.offsetHeight / 2;
function free() {
  return new Promise((done) => {
    const look = () => readsOn() || done();
    addEventListener("scroll", look, { passive: true });
    addEventListener("hashchange", look);
    look();
  });
}

// The first screen has the same things to press before and after the start, in the same order.
const pressable = () => [...root.querySelectorAll("a, pre, button, summary")];

// Some hosts send WebAssembly under another type, which browsers compile only once all of it is there.
async function compiled(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${address}`);
  const isNamed = response.headers.get("content-type") === "application/wasm";
  return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

async function unpacked(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

function parts() {
  if (packed) return Promise.all([{ default: __wbg_init, mount }, unpacked(packed.textContent)]);
  return Promise.all([import(link.href), compiled(new URL(link.dataset.wasm, document.baseURI))]);
}

// A copy in the browser, so that the page opens without a network; `?offline=remove` removes it and keeps none. Only
// the page on its own asks for it, and the address of the worker is all that its Trusted Types policy lets through.
async function keepCopy() {
  const worker = link?.dataset.worker;
  if (!worker || !navigator.serviceWorker) return;
  if (new URLSearchParams(location.search).get("offline") === "remove") {
    const registration = await navigator.serviceWorker.getRegistration();
    const { scope } = registration ?? { scope: new URL("./", document.baseURI).href };
    await registration?.unregister();
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(`image-pull-guide ${scope} `)).map((name) => caches.delete(name)));
    show("guide-copy-removed");
    document.getElementById("guide-copy-removed").scrollIntoView({ block: "nearest" });
    return;
  }
  const createScriptURL = () => new URL(worker, document.baseURI).href;
  const policy = globalThis.trustedTypes?.createPolicy("image-pull-guide", { createScriptURL });
  await navigator.serviceWorker.register(policy?.createScriptURL("") ?? createScriptURL());
  show("guide-copy");
}

show("guide-opens");
try {
  const [code, module] = await parts();
  await free();
  const focused = pressable().indexOf(document.activeElement);
  await code.default({ module_or_path: module });
  code.mount(root);
  // It is drawn as soon as this script rests.
  await new Promise((drawn) => setTimeout(drawn));
  started = true;
  root.dataset.started = "";
  pressable()[focused]?.focus({ preventScroll: true });
  // Where a browser keeps no copy, as in some private windows, nothing else is lost.
  keepCopy().catch(() => {});
} catch (error) {
  console.error(error);
  root.replaceChildren(...fallback);
  show("guide-opens", false);
  show("guide-failed");
}
