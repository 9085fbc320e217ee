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

// A panic in the started page reaches the window as this error. What is on screen stays, so nothing typed is lost.
addEventListener("error", (event) => {
  if (started && event.error instanceof WebAssembly.RuntimeError) show("guide-stopped");
});

show("guide-opens");
try {
  const code = await import(link.href);
  await code.default({ module_or_path: new URL(link.dataset.wasm, document.baseURI) });
  code.mount(mount);
  started = true;
  mount.dataset.started = "";
} catch (error) {
  console.error(error);
  mount.replaceChildren(...fallback);
  show("guide-opens", false);
  show("guide-failed");
}
