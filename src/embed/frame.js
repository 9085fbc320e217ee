// The guide in an iframe: tells the page around it how high it is, and hears from it whether to be light or dark.
// docs/embedding/iframe.md has the few lines for the other side. Both sides talk to one named origin only.

const guide = document.querySelector("image-pull-guide");
const asked = new URLSearchParams(location.search);
for (const name of ["start", "case", "theme", "heading-level"]) {
  if (asked.has(name)) guide.setAttribute(name, asked.get(name));
}

const host = origin(asked.get("host") ?? document.referrer);
if (host && parent !== window) {
  new ResizeObserver(() => {
    // The element's own height: the document is never lower than its frame.
    const pixels = Math.ceil(guide.getBoundingClientRect().height);
    parent.postMessage({ imagePullGuide: "height", pixels }, host);
  }).observe(guide);
  addEventListener("message", ({ origin, source, data }) => {
    const theme = data?.imagePullGuide === "theme" && data.theme;
    if (origin === host && source === parent && ["auto", "light", "dark"].includes(theme)) guide.setAttribute("theme", theme);
  });
}

function origin(address) {
  try {
    const { origin } = new URL(address);
    return origin === "null" ? undefined : origin;
  } catch {
    return undefined;
  }
}
