// What themes of static sites do: a switch of the colours, a search that opens by a key, pages that change by a key.
(() => {
  const root = document.documentElement;
  const asked = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.theme = localStorage.getItem("theme") || asked;

  document.addEventListener("DOMContentLoaded", () => {
    const search = document.getElementById("search");
    document.getElementById("theme").addEventListener("click", () => {
      root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
      localStorage.setItem("theme", root.dataset.theme);
    });
    document.addEventListener("keydown", (event) => {
      if (event.target.matches("input, textarea, select")) return;
      if (event.key === "/" || event.key === "s" || event.key === "?") {
        event.preventDefault();
        search.hidden = false;
      }
      if (event.key === "Escape") search.hidden = true;
      const link = document.querySelector({ ArrowRight: "a[rel=next]", ArrowLeft: "a[rel=prev]" }[event.key] ?? "link-for-no-other-key");
      if (link) location.href = link.href;
    });
  });
})();
