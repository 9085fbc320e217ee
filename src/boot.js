// Starts the page's WebAssembly. The page's security policy allows no inline script, so the little that has to be
// written in JavaScript stands here. The sentences for a person stand in index.html.

const mount = document.getElementById("guide");
const fallback = [...mount.childNodes];
const link = document.getElementById("guide-code");
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
const first = mount.querySelector(".ipg-first");
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
const pressable = () => [...mount.querySelectorAll("a, pre, button, summary")];

// Some hosts send WebAssembly under another type, which browsers compile only once all of it is there.
async function compiled(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${address}`);
  const isNamed = response.headers.get("content-type") === "application/wasm";
  return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

show("guide-opens");
try {
  const [code, module] = await Promise.all([import(link.href), compiled(new URL(link.dataset.wasm, document.baseURI))]);
  await free();
  const focused = pressable().indexOf(document.activeElement);
  await code.default({ module_or_path: module });
  code.mount(mount);
  started = true;
  mount.dataset.started = "";
  pressable()[focused]?.focus({ preventScroll: true });
} catch (error) {
  console.error(error);
  mount.replaceChildren(...fallback);
  show("guide-opens", false);
  show("guide-failed");
}
