// Every screen, in both colour schemes, narrow and wide: no objection of the checker, nothing cut off, nothing too small.
import { expect, test } from "../page.js";
import { causes, fragment, manifests, parts, people, samples, tree, ways, words } from "../walk.js";

const { mouse } = people;
const looks = [
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 320, colorScheme: "dark" },
  { width: 320, colorScheme: "light" },
];

/** How to come to each screen. */
const screens = {
  "the start": (page, guide) => guide.open(),
  "the empty box": (page, guide) => guide.open(undefined, "#v1&view=paste"),
  "all causes": (page, guide) => guide.open(undefined, "#v1&view=causes"),
  "the decision tree": async (page, guide) => {
    await guide.open(undefined, "#v1&view=tree");
    await page.locator("main summary").click();
  },
  "the notice about an odd link": (page, guide) => guide.open(undefined, "#v1&view=nowhere"),
  "several failures": async (page, guide) => {
    await guide.open(undefined, "#v1&view=paste");
    await mouse.paste(parts(page).box(), `${samples.tag.text}\n${samples.private.text}`);
    await expect(page.getByRole("navigation").getByRole("button")).toHaveCount(2);
  },
  "a text about nothing": async (page, guide) => {
    await guide.open(undefined, "#v1&view=paste");
    await mouse.paste(parts(page).box(), "Ships sail.\n");
  },
  "a paste with a credential": async (page, guide) => {
    await guide.open(undefined, "#v1&view=paste");
    await mouse.paste(parts(page).box(), `${samples.private.text}\ntoken: ghp_${"Zq7".repeat(12)}\n`);
    await parts(page).button(words.paste.show_all).click();
  },
  "the empty box for manifests": (page, guide) => guide.open(undefined, "#v1&view=manifest"),
  "a manifest with changes and checks": async (page, guide) => {
    await guide.open(undefined, "#v1&view=manifest");
    await parts(page).manifest().fill(`${manifests.secret}---\n${manifests.deployment}`);
    await parts(page).field(words.manifest.new_image).fill("registry.acme.example/shop/web:v2");
    const closed = page.locator("main details:not([open]) > summary");
    while ((await closed.count()) > 0) await closed.first().click();
  },
  "a manifest that cannot be changed": async (page, guide) => {
    await guide.open(undefined, "#v1&view=manifest");
    await parts(page).manifest().fill("kind: Pod\nspec:\n  containers:\n  - name: web\n    image: web:1\n---\nkind: Pod\nspec: {{ .Values.spec }}\n");
    await parts(page).field(words.manifest.pull_secret).fill("acme-pull");
    await expect(page.getByText(words.manifest.refused_heading)).toBeVisible();
  },
};
for (const [name, { label }] of Object.entries(samples)) {
  screens[`the answer to the example ${name}`] = async (page, guide) => {
    await guide.open();
    await parts(page).button(label).click();
    await expect(parts(page).verdict()).toBeVisible();
  };
}
for (const { id, answers } of tree.steps) {
  const at = fragment(wayTo(id));
  screens[`the question ${id}`] = (page, guide) => guide.open(undefined, at);
  screens[`the question ${id}, not answered`] = async (page, guide) => {
    await guide.open(undefined, at);
    await parts(page).button(words.guide.continue).click();
    await expect(page.getByText(words.guide.error_title)).toBeVisible();
  };
  screens[`how to find out about ${id}`] = async (page, guide) => {
    await guide.open(undefined, at);
    await parts(page).radio(words.guide.dont_know).check();
    await parts(page).button(words.guide.continue).click();
    await expect(page.getByText(words.guide.find_out_heading)).toBeVisible();
  };
  expect(answers.length).toBeGreaterThan(1);
}
for (const outcome of new Set(ways().map(({ outcome }) => outcome))) {
  const { taken } = ways().find((way) => way.outcome === outcome);
  screens[`the outcome ${outcome}`] = (page, guide) => guide.open(undefined, fragment(taken));
}
for (const id of Object.keys(causes)) screens[`the cause ${id}`] = (page, guide) => guide.open(undefined, `#v1&cause=${id}`);
for (const [name, sample, open] of [
  ["image", samples.tag, words.diagnosis.repair_image],
  ["login", samples.private, words.diagnosis.repair_pull_secret],
]) {
  screens[`the repair of the ${name}`] = async (page, guide) => {
    await guide.open();
    await parts(page).button(sample.label).click();
    await parts(page).button(open).first().click();
    const closed = page.locator("details:not([open]) > summary");
    while ((await closed.count()) > 0) await closed.first().click();
  };
  screens[`the repair of the ${name}, with faults`] = async (page, guide) => {
    await screens[`the repair of the ${name}`](page, guide);
    await parts(page).field(words.fields.image).fill("https://Nginx");
    await parts(page).field(words.fields.namespace).fill("my_namespace");
    await expect(page.getByRole("heading", { name: words.repair.problems_heading })).toBeVisible();
  };
}

function wayTo(id) {
  const { taken } = ways().find(({ taken }) => taken.some(({ step }) => step === id));
  return taken.slice(0, taken.findIndex(({ step }) => step === id));
}

for (const [name, come] of Object.entries(screens)) {
  test(name, async ({ page, guide }) => {
    await come(page, guide);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    for (const [index, { width, colorScheme }] of looks.entries()) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const look = `${width} px, ${colorScheme}`;
      expect.soft(await guide.axe({ looksAlone: index > 0 }), look).toEqual([]);
      expect.soft(await page.evaluate(faults), look).toEqual([]);
    }
  });
}

/** What an accessibility checker does not look at. */
function faults() {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll("main *")].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
    found.push(`the page scrolls sideways: ${root.scrollWidth} px, because of ${wide.at(-1)?.outerHTML.slice(0, 200)}`);
  }
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".ipg-skip, .ipg-hidden");
  for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    if (!seen(element)) continue;
    // A link inside a sentence is as high as its line; WCAG excepts it.
    const inText = getComputedStyle(element).display === "inline" && element.parentElement.textContent.trim() !== element.textContent.trim();
    if (inText) continue;
    const boxes = [element, ...(element.labels ?? [])].map((box) => box.getBoundingClientRect());
    if (!boxes.some(({ width, height }) => width >= 24 && height >= 24)) {
      found.push(`smaller than 24 px: ${element.outerHTML.slice(0, 200)}`);
    }
  }
  for (const element of document.querySelectorAll("[style], body script, [onclick], [onload]")) {
    if (!element.src) found.push(`written into the page: ${element.outerHTML.slice(0, 200)}`);
  }
  for (const element of document.querySelectorAll("[aria-labelledby], [aria-describedby], label[for]")) {
    const ids = ["aria-labelledby", "aria-describedby", "for"].flatMap((name) => element.getAttribute(name)?.split(/\s+/) ?? []);
    for (const id of ids) if (!document.getElementById(id)) found.push(`leads nowhere: ${id}`);
  }
  return found;
}
