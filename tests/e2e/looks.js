// How a screen can look, and what is wrong with it in each look.

const media = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "dark", forcedColors: "active" },
};

/** Every look: a width, and the colours. */
export const looks = Object.entries(media).flatMap(([colours, media]) =>
  [320, 768, 1280].map((width) => ({ name: `${colours}, ${width} px`, width, media })),
);

/** Makes the page look so, and lists what is wrong with it. */
export async function faultsOf(page, guide, { width, media }, { looksAlone }) {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia(media);
  const objections = await guide.axe({ looksAlone });
  return [...objections, ...(await page.evaluate(faults))];
}

/** What an accessibility checker does not look at. */
function faults() {
  const found = [];
  const page = document.documentElement;
  const roots = [document];
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) roots.push(shadowRoot);
  }
  const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const start = (element) => element.outerHTML.slice(0, 200);

  if (page.scrollWidth > page.clientWidth) {
    const scrolls = (element) => element && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    const wide = all("body *").filter((element) => element.getBoundingClientRect().right > page.clientWidth + 0.5 && !scrolls(element));
    found.push(`the page scrolls sideways: ${page.scrollWidth} px, because of ${wide.length ? start(wide.at(-1)) : "nothing that has a box"}`);
  }
  found.push(...tooSmall());
  for (const element of all("[style], body script, [onclick], [onload]")) {
    if (!element.src) found.push(`written into the page: ${start(element)}`);
  }
  for (const element of all("[aria-labelledby], [aria-describedby], label[for]")) {
    const ids = ["aria-labelledby", "aria-describedby", "for"].flatMap((name) => element.getAttribute(name)?.split(/\s+/) ?? []);
    for (const id of ids) if (!element.getRootNode().getElementById(id)) found.push(`leads nowhere: ${id}`);
  }
  if (all("h1").length !== 1) found.push(`${all("h1").length} headings of level 1`);
  return found;

  /** WCAG 2.5.8: each target is 24 by 24 pixels, or stands apart, or stands in a line of text. */
  function tooSmall() {
    const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".ipg-skip, .ipg-hidden");
    const inText = (element) =>
      getComputedStyle(element).display === "inline" && element.parentElement.textContent.trim() !== element.textContent.trim();
    const targets = all("a[href], button, input, select, textarea, summary").filter(seen).map((element) => {
      const boxes = [element, ...(element.labels ?? [])].map((box) => box.getBoundingClientRect());
      const large = boxes.some(({ width, height }) => width >= 24 && height >= 24);
      const box = boxes.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));
      return { element, box, large, excepted: [element, ...(element.labels ?? [])].some(inText) };
    });
    // Apart is: no other target reaches into the circle of 24 px about its middle.
    const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
    const isApart = (small) => {
      const [x, y] = middle(small.box);
      return targets.every(({ element, box, large }) => {
        if (element === small.element) return true;
        const [across, down] = large
          ? [Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)]
          : middle(box).map((other, axis) => other - [x, y][axis]);
        return Math.hypot(across, down) >= (large ? 12 : 24);
      });
    };
    return targets
      .filter((target) => !target.large && !target.excepted && !isApart(target))
      .map(({ element, box }) => `smaller than 24 px (${Math.round(box.width)} × ${Math.round(box.height)}): ${start(element)}`);
  }
}
