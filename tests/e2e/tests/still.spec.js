// Pages that run no script: each says what the guide that runs says, and needs nothing but itself and the styles.
import { cases } from "../cases.js";
import { expect, places, test } from "../page.js";
import { causes, shown, tree, words } from "../walk.js";

const policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";
const pages = [
  ...Object.keys(causes).map((id) => ({ folder: `causes/${id}/`, live: `#v1&cause=${id}`, cause: causes[id] })),
  ...tree.steps.map((step) => ({ folder: `guide/${step.id}/`, step })),
  { folder: "causes/" },
  { folder: "guide/" },
  { folder: "tree/" },
  ...cases.map((practice) => ({ folder: `practice/${practice.id}/`, practice })),
  { folder: "practice/" },
  { folder: "handout/", live: "#v1&view=handout", handout: words.handout.lead },
  { folder: "handout/solutions/", live: "#v1&view=handout&solutions=yes", handout: words.handout.lead_solutions },
];

/** The words of what is seen, each run of blanks as one; without what only a script can do. */
const text = (page, selector) =>
  page.locator(selector).first().evaluate((element) => {
    const copy = element.cloneNode(true);
    const apart = "button, .ipg-live, .ipg-copy, .ipg-report, .ipg-next, .ipg-onward, .ipg-actions, [hidden]";
    for (const part of copy.querySelectorAll(apart)) part.remove();
    // Blocks stand apart, pieces of a line do not.
    for (const block of copy.querySelectorAll("p, li, dt, dd, pre, h1, h2, h3, h4, summary, figure")) block.append(" ");
    return copy.textContent.replace(/\s+/g, " ").trim();
  });

test.describe("Every page without scripts", () => {
  test.use({ javaScriptEnabled: false });

  for (const { folder } of pages) {
    test(`${folder} reads well, and asks for its styles alone`, async ({ page, server }) => {
      const asked = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(`${server.url}/${folder}`);
      expect(asked).toEqual([`/${folder}`, expect.stringMatching(/^\/guide-[0-9a-f]{16}\.css$/)]);
      expect(await page.locator("script, [style], form, textarea, input, button, link[rel*=preload]").count()).toBe(0);
      const read = (selector, name) => page.locator(selector).getAttribute(name);
      expect(await read("meta[http-equiv=Content-Security-Policy]", "content")).toBe(policy);
      expect((await read("meta[name=description]", "content")).length).toBeGreaterThan(20);
      expect(await page.locator("link[rel=canonical]").count(), "no address is claimed that nobody gave").toBe(0);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      const levels = (await page.locator("h1, h2, h3, h4, h5, h6").evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1]))));
      levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0), `heading ${at} of ${levels}`).toBeLessThanOrEqual(1));
      expect(await page.locator("html").evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(320);
    });
  }

  test("has a title of its own", async ({ page, server }) => {
    const titles = new Set();
    for (const { folder } of pages) {
      await page.goto(`${server.url}/${folder}`);
      titles.add(await page.title());
    }
    expect(titles.size).toBe(pages.length);
  });

  test("leads to others that are there, wherever the folder is put", async ({ page, request, server }) => {
    const found = new Set();
    for (const { folder } of [...pages, { folder: "" }]) {
      await page.goto(server.url + places.subPath.path + folder);
      const links = await page.locator("a[href], link[href]").evaluateAll((all) => all.map((link) => new URL(link.getAttribute("href"), document.baseURI).href));
      for (const link of links.filter((link) => link.startsWith(server.url))) {
        expect(new URL(link).pathname).toMatch(new RegExp(`^${places.subPath.path}`));
        found.add(link.replace(/#.*/, ""));
      }
      const ids = new Set(await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id)));
      const own = links.filter((link) => link.startsWith(`${page.url()}#`)).map((link) => link.split("#")[1]);
      // `#` alone leads to the top.
      if (folder === "") for (const id of own.filter(Boolean)) expect([...ids], "a link inside the front page").toContain(id);
    }
    for (const link of found) expect((await request.get(link)).status(), link).toBe(200);
    expect(found.size).toBeGreaterThan(pages.length);
  });

  test("prints with the addresses of its links, and cuts nothing off", async ({ page, server }) => {
    await page.goto(`${server.url}/causes/access-denied/`);
    await page.emulateMedia({ media: "print" });
    const address = await page.locator("a[href^='https:']").first().evaluate((link) => getComputedStyle(link, "::after").content);
    expect(address).toContain("https");
    const cut = await page.locator("pre").evaluateAll((all) => all.filter((block) => block.scrollWidth > block.clientWidth + 1).length);
    expect(cut).toBe(0);
    await expect(page.locator(".ipg-elsewhere .ipg-fixes__item").first(), "what is folded is printed").toBeVisible();
  });
});

test("the pages say what the running guide says of each cause", async ({ page, context, guide, server }) => {
  const still = await context.newPage();
  for (const { folder, live, cause } of pages.filter(({ cause }) => cause)) {
    await guide.open(places.root, live);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(shown(cause.title));
    const said = await text(page, "article");
    await still.goto(`${server.url}/${folder}`);
    expect(await text(still, "article"), folder).toBe(said);
    expect(said.length, folder).toBeGreaterThan(400);
  }
});

test("the pages say what the running guide says at each question", async ({ page, context, guide, server }) => {
  const reader = await context.newPage();
  for (const { folder, step } of pages.filter(({ step }) => step)) {
    await reader.goto(`${server.url}/${folder}`);
    const still = { hint: await text(reader, ".ipg-hint"), readings: await text(reader, ".ipg-readings"), all: await text(reader, "main") };
    const live = await reader.locator(".ipg-live a").evaluate((link) => link.href);
    await guide.open(places.root, live.replace(/^[^#]*/, ""));
    expect(live.replace(/#.*/, "")).toBe(`${server.url}/`);
    await expect(page.getByRole("heading", { level: 1 }), "the link leads to the same question").toHaveText(shown(step.question));
    expect(await text(page, ".ipg-hint")).toBe(still.hint);
    const labels = await page.locator(".ipg-radio__label").allTextContents();
    for (const label of labels.slice(0, -1)) expect(still.all).toContain(label.replace(/\s+/g, " ").trim());
    expect(labels).toHaveLength(step.answers.length + 1);
    await page.getByRole("radio", { name: words.guide.dont_know }).check();
    await page.getByRole("button", { name: words.guide.continue }).click();
    const readings = page.locator(".ipg-find-out .ipg-readings");
    await readings.evaluate((list) => {
      for (const button of list.querySelectorAll("button")) button.replaceWith(Object.assign(document.createElement("span"), { textContent: button.textContent }));
    });
    expect(await text(page, ".ipg-find-out .ipg-readings")).toBe(still.readings);
    await expect(page.locator(".ipg-find-out pre")).toHaveCount(step.find_out.command ? 1 : 0);
  }
});

test("the handout says what that of the running guide says", async ({ page, context, guide, server }) => {
  const still = await context.newPage();
  for (const { folder, live, handout } of pages.filter(({ handout }) => handout)) {
    await guide.open(places.root, live);
    await expect(page.locator(".ipg-lead")).toHaveText(shown(handout));
    await expect(page.locator(".ipg-sheet")).toHaveCount(cases.length);
    const said = await text(page, ".ipg-handout");
    await still.goto(`${server.url}/${folder}`);
    expect(await text(still, ".ipg-handout"), folder).toBe(said);
    expect(said.length, folder).toBeGreaterThan(400 * cases.length);
  }
});

test("the pages say what the running guide says of each practice case", async ({ page, context, guide, server }) => {
  test.setTimeout(120_000);
  const reader = await context.newPage();
  for (const { folder, practice } of pages.filter(({ practice }) => practice)) {
    await reader.goto(`${server.url}/${folder}`);
    const still = {
      story: await text(reader, ".ipg-sheet__story"),
      outputs: (await reader.locator(".ipg-sheet__output").allTextContents()).map((text) => text.trimEnd()),
      commands: await reader.locator(".ipg-sheet__command").allTextContents(),
      all: await text(reader, "main"),
    };
    const live = await reader.locator(".ipg-live a").evaluate((link) => link.href);
    await guide.open(places.root, live.replace(/^[^#]*/, ""));
    await expect(page.getByRole("heading", { level: 1 }), "the link leads to the same case").toContainText(practice.title);
    expect(await text(page, ".ipg-case__story")).toBe(still.story);
    const commands = page.locator(".ipg-run__command");
    expect(await commands.allTextContents()).toEqual(still.commands);
    // In a page behind another one nothing is ever still enough for a click.
    await page.bringToFront();
    for (const command of await commands.all()) await command.click();
    await expect(page.locator(".ipg-run pre")).toHaveCount(practice.outputs.length);
    expect(await page.locator(".ipg-run pre").allTextContents()).toEqual(still.outputs);
    await guide.go(`${live.replace(/^[^#]*/, "")}&step=cause`);
    const causes = page.locator(".ipg-radio__label");
    await expect(causes).toHaveCount(practice.cause.tempting.length + 1);
    for (const cause of await causes.allTextContents()) expect(still.all).toContain(cause.replace(/\s+/g, " ").trim());
    const said = [...practice.hints, ...practice.learn, practice.cause.why, ...practice.words.right.map(({ why }) => why)];
    for (const sentence of said) expect(still.all, folder).toContain(sentence.replace(/[`*]/g, "").replace(/\s+/g, " ").trim());
  }
});

test("what gives a case away is folded", async ({ page, server }) => {
  const [first] = cases;
  await page.goto(`${server.url}/practice/${first.id}/`);
  for (const hint of first.hints) await expect(page.getByText(hint.replaceAll("`", "").slice(0, 30)).first()).toBeHidden();
  await expect(page.getByRole("heading", { name: words.practice.learn_heading })).toBeHidden();
  await page.getByText(words.practice.hint.replace("{number}", "1")).click();
  await page.getByRole("heading", { name: words.handout.solution, exact: true }).click();
  await expect(page.getByRole("heading", { name: words.practice.learn_heading })).toBeVisible();
});

test("the YAML to read, and its commands, are those of the running guide", async ({ page, context, guide, server }) => {
  const reader = await context.newPage();
  for (const cause of ["tag-not-found", "credentials-missing"]) {
    const [files, commands] = [[], []];
    for (const form of ["image", "pull-secret"]) {
      await guide.open(places.root, `#v1&view=repair&cause=${cause}&repair=${form}`);
      files.push(...(await page.locator(".ipg-yaml").allTextContents()));
      commands.push(...(await page.locator(".ipg-command__text").allTextContents()));
    }
    await reader.goto(`${server.url}/causes/${cause}/`);
    const read = await reader.locator(".ipg-yaml").allTextContents();
    expect(read.length).toBeGreaterThanOrEqual(1);
    for (const file of read) expect(files).toContain(file);
    const section = reader.locator("section").filter({ has: reader.locator(".ipg-yaml") });
    for (const command of await section.locator(".ipg-command__text").allTextContents()) expect(commands).toContain(command);
  }
});

test("an accessibility checker objects to nothing", async ({ guide }) => {
  for (const folder of ["causes/access-denied/", "guide/tag/", "causes/", "guide/", "tree/", "practice/", "practice/wrong-tag/", "practice/rate-limited/", "handout/", "handout/solutions/"]) {
    await guide.read(folder);
    expect(await guide.axe(), folder).toEqual([]);
  }
});
