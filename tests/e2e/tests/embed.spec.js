// The guide as an element in somebody else's page: it works there, breaks nothing, and nothing breaks it.
import { cases } from "../cases.js";
import { element, expect, places, strict, test } from "../host.js";
import { clipboard, parts, people, samples, shown, words } from "../walk.js";

const { mouse } = people;
const guides = (page) => page.locator("image-pull-guide");
const failing = `Failed to pull image "registry.acme.example/shop:1": registry.acme.example/shop:1: not found`;

test.describe("In somebody else's page", () => {
  test("it diagnoses a paste, tells the page the cause alone, and asks for nothing meanwhile", async ({ page, host, guide }) => {
    await host.open(`${element('loading="eager" start="paste"')}<script>let heard = []; addEventListener("diagnosed", (event) => heard.push(event.detail));</script>`);
    await mouse.paste(parts(page).box(), samples.tag.text);
    await expect(parts(page).verdict()).toBeVisible();
    await expect.poll(() => page.evaluate(() => heard)).toEqual([{ causes: ["tag-not-found"], version: expect.stringMatching(/^\d+\.\d+\.\d+$/) }]);
    await parts(page).button(words.diagnosis.repair_image).first().click();
    await page.getByRole("button", { name: words.code.copy_label.replace("{what}", "pod.yaml") }).click();
    expect(await clipboard(page)).toContain("kind: Pod");
    expect(guide.requestsAfterLoad()).toEqual([]);
  });

  test("what is pasted is in no URL, history, title, storage, console or event", async ({ page, host }) => {
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    await host.open(`${element('loading="eager" start="paste" deep-link')}<script>let heard = []; addEventListener("diagnosed", (event) => heard.push(JSON.stringify(event.detail)));</script>`);
    const token = `ghp_${"Zq7".repeat(12)}`;
    const secret = `Failed to pull image "hostmarkq7.example/imgmarkq7:tagmarkq7": failed to authorize: failed to fetch anonymous token: Get "https://hostmarkq7.example/token?x=${token}": unexpected status: 401 Unauthorized`;
    await mouse.paste(parts(page).box(), secret);
    await expect(parts(page).verdict()).toBeVisible();
    await parts(page).button(words.diagnosis.repair_pull_secret).first().click();
    const places = await page.evaluate(() => JSON.stringify([location.href, document.title, document.cookie, history.state, { ...localStorage }, { ...sessionStorage }, heard]));
    for (const mark of ["hostmarkq7", "imgmarkq7", "tagmarkq7", token]) expect(places + said.join("\n")).not.toContain(mark);
    const drawn = await guides(page).evaluate((guide) => {
      const copy = guide.shadowRoot.querySelector(".ipg-root").cloneNode(true);
      copy.querySelectorAll("textarea").forEach((box) => box.remove());
      return copy.innerHTML;
    });
    expect(drawn, "a credential is drawn nowhere but in the box").not.toContain(token);
  });

  test("it asks for no password, whose fields the page's scripts could read", async ({ page, host }) => {
    await host.open(element());
    await parts(page).button(samples.private.label).click();
    await parts(page).button(words.diagnosis.repair_pull_secret).first().click();
    await page.getByText(words.repair.secret_file, { exact: true }).click();
    await expect(page.getByText(words.password.open, { exact: true })).toHaveCount(0);
    await expect(page.locator('input[type="password"]')).toHaveCount(0);
  });

  test("keys pressed inside stay inside", async ({ page, host }) => {
    await host.open(`${element('loading="eager" start="paste"')}<script>
      // As a book's pages do: leaves are turned and the search is opened by single keys.
      let host = [];
      for (const kind of ["keydown", "keyup", "keypress"]) document.addEventListener(kind, (event) => {
        const inField = ["INPUT", "TEXTAREA"].includes(event.target.tagName);
        if (["ArrowLeft", "ArrowRight"].includes(event.key) || (!inField && ["s", "/", "?", "Escape"].includes(event.key))) {
          host.push(event.key);
          event.preventDefault();
        }
      });</script>`);
    const { box, link, radio } = parts(page);
    await box().click();
    await page.keyboard.type("as/b?");
    for (const key of ["ArrowLeft", "ArrowRight", "Escape"]) await page.keyboard.press(key);
    await expect(box()).toHaveValue("as/b?");
    await link(words.shell.nav_guide).click();
    const first = page.getByRole("radio").first();
    await first.focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio").nth(1)).toBeChecked();
    expect(await page.evaluate(() => host)).toEqual([]);
    await page.getByRole("heading", { name: "Host page" }).click();
    await page.keyboard.press("s");
    expect(await page.evaluate(() => host.length), "outside the page's keys still work").toBeGreaterThan(0);
  });

  test("the page's styles change nothing inside, and ours nothing outside", async ({ page, host }) => {
    const looks = (where) => page.evaluate((where) => {
      const guide = document.querySelector("image-pull-guide").shadowRoot;
      const elements = where === "inside" ? guide.querySelectorAll(".ipg-root *") : document.querySelectorAll("main > :not(image-pull-guide), body");
      return [...elements].map((element) => {
        const style = getComputedStyle(element);
        const { width } = element.getBoundingClientRect();
        return [element.tagName, width, ...["color", "backgroundColor", "font", "letterSpacing", "textTransform", "textAlign", "margin", "padding", "border"].map((name) => style[name])].join(" ");
      });
    }, where);
    const wide = "<style>main { width: 700px; }</style>";
    const text = "<p>Text of the page</p><button>Button of the page</button>";
    await host.open(text + element(), { head: wide });
    const calm = { inside: await looks("inside"), outside: await looks("outside") };
    expect(calm.inside.length).toBeGreaterThan(30);
    const rules = await page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length]);
    expect(rules, "style sheets: the page's own one").toEqual([1, 0]);

    const rough = `<style>html { font-size: 62.5%; } button, h2, p, * { all: unset !important; color: red !important; letter-spacing: 3px !important; text-transform: uppercase !important; } main { display: block !important; width: 700px !important; }</style>`;
    await host.open(text + element(), { head: rough });
    expect(await looks("inside")).toEqual(calm.inside);

    // The same page where nothing defines the element.
    await host.open(`${text}<image-pull-guide></image-pull-guide>`, { head: wide, script: " ", state: null });
    await page.evaluate(() => document.querySelector("image-pull-guide").attachShadow({ mode: "open" }));
    expect(await looks("outside")).toEqual(calm.outside);
  });

  for (const [name, options] of Object.entries({
    "under a strict policy": { policy: strict },
    "from a sub-path": { from: (server) => server.url + places.subPath.path },
    "from another origin": { from: (_, elsewhere) => `${elsewhere.url}/` },
    "where WebAssembly comes as plain text": { from: (server) => server.url + places.wasmAsText.path },
    "with the script deferred": { script: (server) => `<script defer src="${server.url}/embed.js"></script>` },
  })) {
    test(`it runs ${name}`, async ({ page, host, server, elsewhere }) => {
      const made = Object.fromEntries(Object.entries(options).map(([key, value]) => [key, typeof value === "function" ? value(server, elsewhere) : value]));
      await host.open(element('loading="eager" case="tag-not-found"'), made);
      await expect(parts(page).verdict()).toBeVisible();
    });
  }

  test("it opens a practice case at a step, for a room, and the handout", async ({ page, host }) => {
    const [one] = cases;
    await host.open(element('loading="eager" case="wrong-tag"'));
    const heading = page.locator(".ipg-heading");
    await expect(heading).toContainText(one.title);
    const set = (name, value) => page.evaluate(([name, value]) => document.querySelector("image-pull-guide").setAttribute(name, value), [name, value]);
    await set("start", "cause");
    await expect(page.getByRole("radio").first()).toBeVisible();
    await set("mode", "present");
    await expect(heading).toHaveText(words.practice.step_cause);
    await page.getByRole("button", { name: words.practice.present_next }).focus();
    await page.keyboard.press("PageDown");
    await expect(page.getByText(shown(one.cause.why))).toBeVisible();
    await host.open(element('loading="eager" mode="handout"'));
    await expect(heading).toHaveText(words.handout.heading);
    // Somebody else's page has a storage of its own: nothing is offered to be kept there.
    await host.open(element('loading="eager" start="practice"'));
    await expect(heading).toHaveText(words.practice.heading);
    await expect(page.getByRole("checkbox", { name: words.practice.keep })).toHaveCount(0);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe("{}");
  });

  test("several share one load and nothing else", async ({ page, host, guide, server }) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await host.open(element('loading="eager" start="paste"').repeat(3));
    for (const kind of [/\.wasm$/, /page-\w+\.js$/, /embed\.js$/]) expect(asked.filter((url) => kind.test(url)), String(kind)).toHaveLength(1);
    await mouse.paste(guides(page).nth(1).getByRole("textbox").first(), failing);
    await expect(guides(page).nth(1).getByRole("article").getByRole("heading").first()).toBeVisible();
    for (const other of [0, 2]) await expect(guides(page).nth(other).getByRole("textbox").first()).toHaveValue("");
    const ids = await page.evaluate(() => [...document.querySelectorAll("image-pull-guide")].flatMap((guide) => [...guide.shadowRoot.querySelectorAll("[id]")].map(({ id }) => id)));
    expect(new Set(ids).size, "no id twice on the page").toBe(ids.length);
  });

  test("it comes and goes 200 times and leaves nothing", async ({ page, host, guide }) => {
    await host.open(`<div id="stage"></div>`, { state: null });
    const client = await page.context().newCDPSession(page);
    const cycle = (times) => page.evaluate(async (times) => {
      const stage = document.getElementById("stage");
      for (let time = 0; time < times; time++) {
        const guide = Object.assign(document.createElement("image-pull-guide"), { innerHTML: "<a href='/'>Guide</a>" });
        guide.setAttribute("loading", "eager");
        stage.append(guide);
        while (guide.dataset.state !== "ready") await new Promise((soon) => setTimeout(soon));
        guide.remove();
        await Promise.resolve();
      }
      return stage.childNodes.length;
    }, times);
    const heap = async () => {
      await client.send("HeapProfiler.collectGarbage");
      const { usedSize } = await client.send("Runtime.getHeapUsage");
      const { nodes } = await client.send("Memory.getDOMCounters");
      return { usedSize, nodes };
    };
    await cycle(20);
    const before = await heap();
    expect(await cycle(200)).toBe(0);
    const after = await heap();
    guide.settled();
    expect(after.nodes - before.nodes, "nodes left").toBeLessThan(50);
    expect(after.usedSize - before.usedSize, "bytes of heap left").toBeLessThan(1024 * 1024);
  });

  test("moved within the page it keeps its state; taken out and put back it starts anew", async ({ page, host }) => {
    await host.open(`<section id="here">${element('loading="eager" start="paste"')}</section><section id="there"></section>`);
    await mouse.paste(parts(page).box(), failing);
    await page.evaluate(() => document.getElementById("there").append(document.querySelector("image-pull-guide")));
    await expect(parts(page).box()).toHaveValue(failing);
    await page.evaluate(async () => {
      const guide = document.querySelector("image-pull-guide");
      guide.remove();
      await new Promise((later) => setTimeout(later));
      document.getElementById("here").append(guide);
    });
    await expect(parts(page).box()).toHaveValue("");
    await mouse.paste(parts(page).box(), failing);
    await expect(parts(page).verdict()).toBeVisible();
  });
});

test.describe("Where it cannot run, what the page put into it stays, and one line says why", () => {
  for (const [name, place, complaint] of [
    ["the WebAssembly file is missing", places.wasmMissing, /404/],
    ["it is damaged", places.wasmBroken, /CompileError|magic|WebAssembly/],
  ]) {
    test(`because ${name}`, async ({ page, host, guide, server }) => {
      await host.open(element(), { from: server.url + place.path, state: "failed" });
      await expect(page.getByRole("link", { name: "Image pull guide" })).toBeVisible();
      await expect(page.getByRole("alert")).toContainText("could not start");
      await guide.forgive(complaint);
      guide.tolerate(/./);
    });
  }

  test("because the page's policy forbids WebAssembly", async ({ page, host, guide }) => {
    await host.open(element(), { policy: strict.replace(" 'wasm-unsafe-eval'", ""), state: "failed" });
    await expect(page.getByRole("link", { name: "Image pull guide" })).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("could not start");
    await guide.forgive(/unsafe-eval|wasm/);
    guide.tolerate(/./);
  });

  test("because it has stopped: what was typed is still there", async ({ page, host, guide }) => {
    await host.open(element('loading="eager" start="paste"'));
    await mouse.paste(parts(page).box(), failing);
    await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("of another module") })));
    await expect(page.getByRole("alert")).toHaveCount(0);
    await page.evaluate(() => {
      const code = performance.getEntriesByType("resource").find(({ name }) => /page-\w+\.js$/.test(name)).name;
      const error = Object.assign(new WebAssembly.RuntimeError("unreachable"), { stack: `RuntimeError: unreachable\n at ${code}:1` });
      dispatchEvent(new ErrorEvent("error", { error }));
    });
    await expect(page.getByRole("alert")).toContainText("has stopped");
    await expect(page.locator("image-pull-guide > a")).toBeVisible();
    await expect(parts(page).box()).toHaveValue(failing);
    guide.tolerate(/./);
  });

  test.describe("with JavaScript turned off", () => {
    test.use({ javaScriptEnabled: false });

    test("the page's own words are there", async ({ page, host }) => {
      await host.open(element(), { state: null });
      await expect(page.getByRole("link", { name: "Image pull guide" })).toBeVisible();
    });
  });
});

test.describe("Loading", () => {
  test("before anybody asks for it, it costs 5 KB at most", async ({ page, host, guide }) => {
    await host.open(element(""), { state: "waiting" });
    await page.waitForLoadState("networkidle");
    const names = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
    expect(names.filter((name) => name !== "/no-icon")).toEqual(["/embed.js"]);
    await expect(page.getByRole("link", { name: "Image pull guide" })).toBeVisible();
    await page.getByRole("button", { name: "Open the guide here" }).press("Enter");
    await expect(page.getByRole("heading", { name: words.start.heading })).toBeVisible();
    guide.settled();
  });

  test("with loading=visible it waits until it comes near", async ({ page, host, guide }) => {
    await host.open(`<div style="height: 4000px"></div>${element('loading="visible"')}`, { state: null });
    await page.waitForLoadState("networkidle");
    await expect(guides(page)).not.toHaveAttribute("data-state", "ready");
    expect(await page.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(".wasm")))).toBe(false);
    await guides(page).scrollIntoViewIfNeeded();
    await expect(guides(page)).toHaveAttribute("data-state", "ready");
    guide.settled();
  });

  for (const width of [320, 500, 720, 1280]) {
    test(`nothing moves when it starts, ${width} px wide`, async ({ page, host }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.addInitScript(() => {
        window.shift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
      });
      await host.open(`${element('loading="eager"')}<p>What follows</p>`);
      await page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))));
      expect(await page.evaluate(() => window.shift)).toBe(0);
    });
  }
});

test.describe("Attributes and methods", () => {
  test("headings begin at the level that the page asks for, and none is left out", async ({ page, host }) => {
    for (const [asked, first] of [["", 2], ['heading-level="3"', 3], ['heading-level="9"', 2]]) {
      await host.open(element(`loading="eager" case="tag-not-found" ${asked}`));
      await expect(parts(page).verdict()).toBeVisible();
      const levels = await page.evaluate(() => [...document.querySelector("image-pull-guide").shadowRoot.querySelectorAll("h1,h2,h3,h4,h5,h6")].map(({ tagName }) => Number(tagName[1])));
      expect(levels[0]).toBe(first);
      expect(Math.min(...levels)).toBe(first);
      levels.reduce((last, level) => (expect(level - last).toBeLessThanOrEqual(1), level));
    }
  });

  for (const [start, heading] of [["paste", words.paste.heading], ["manifest", words.manifest.heading], ["causes", words.causes.heading]]) {
    test(`start=${start} opens that view`, async ({ page, host }) => {
      await host.open(element(`loading="eager" start="${start}"`));
      await expect(page.getByRole("heading", { level: 2, name: shown(heading) })).toBeVisible();
    });
  }

  test("start takes a cause or a whole place, and can be changed", async ({ page, host }) => {
    await host.open(element('loading="eager" start="rate-limited"'));
    const first = await page.getByRole("heading", { level: 2 }).first().textContent();
    await page.evaluate(() => document.querySelector("image-pull-guide").setAttribute("start", "v1&view=guide&tag=yes"));
    await expect(page.getByRole("radio").first()).toBeVisible();
    expect(await page.getByRole("heading", { level: 2 }).first().textContent()).not.toBe(first);
  });

  test("diagnose() answers with the causes, loads what it needs, and reset() forgets", async ({ page, host, guide }) => {
    await host.open(element(""), { state: "waiting" });
    const causes = (text) => page.evaluate((text) => document.querySelector("image-pull-guide").diagnose(text), text);
    expect(await causes(samples.tag.text)).toEqual(["tag-not-found"]);
    guide.settled();
    expect(await causes("hello")).toEqual(["not-an-image-pull"]);
    expect(await causes(samples.tag.text)).toEqual(["tag-not-found"]);
    expect(await causes(samples.tag.text), "the same text again").toEqual(["tag-not-found"]);
    expect(await causes(" "), "nothing").toEqual([]);
    await expect(page.getByRole("heading", { name: words.start.heading })).toBeVisible();
    await causes(samples.tag.text);
    await page.evaluate(() => document.querySelector("image-pull-guide").reset());
    await expect(page.getByRole("heading", { name: words.start.heading })).toBeVisible();
    await parts(page).link(words.start.paste_button).click();
    await expect(parts(page).box()).toHaveValue("");
  });

  test("the page's title, address and history stay its own", async ({ page, host }) => {
    await host.open(element());
    const before = await page.evaluate(() => [location.href, history.length, document.title]);
    await parts(page).link(words.start.guide_button).click();
    await page.getByRole("radio").first().check();
    await parts(page).button(words.guide.continue).click();
    expect(await page.evaluate(() => [location.href, history.length, document.title])).toEqual(before);
  });

  test("with deep-link the address follows, and Back leads back", async ({ page, host }) => {
    await host.open(element('loading="eager" deep-link'));
    await parts(page).link(words.start.paste_button).click();
    await expect(page).toHaveURL(/#v1&view=paste$/);
    await page.goBack();
    await expect(page.getByRole("heading", { name: words.start.heading })).toBeVisible();
    await page.goForward();
    await expect(parts(page).box()).toBeVisible();
    expect(await page.title()).toBe("Host page");
  });

  test("theme=auto follows the page's own switch while it runs, then the system", async ({ page, host }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await host.open(element());
    const scheme = () => guides(page).evaluate((guide) => getComputedStyle(guide.shadowRoot.querySelector(".ipg-shell")).backgroundColor);
    const light = await scheme();
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(scheme).not.toBe(light);
    const dark = await scheme();
    for (const [name, set] of Object.entries({
      Docusaurus: ["document.documentElement.dataset.theme = 'light'", "document.documentElement.dataset.theme = 'dark'", "delete document.documentElement.dataset.theme"],
      Material: ["document.body.dataset.mdColorScheme = 'default'", "document.body.dataset.mdColorScheme = 'slate'", "delete document.body.dataset.mdColorScheme"],
      mdBook: ["document.documentElement.className = 'rust'", "document.documentElement.className = 'coal'", "document.documentElement.className = ''"],
    })) {
      for (const [script, wanted] of [[set[0], light], [set[1], dark], [set[0], light], [set[2], dark]]) {
        await page.evaluate(script);
        await expect.poll(scheme, `${name}: ${script}`).toBe(wanted);
      }
    }
    await guides(page).evaluate((guide) => guide.setAttribute("theme", "light"));
    await expect.poll(scheme).toBe(light);
  });

  test("the page can set the public properties and parts", async ({ page, host }) => {
    await host.open(element(), { head: `<style>image-pull-guide { --ipg-accent: rgb(1, 2, 3); --ipg-rem: 20px; } image-pull-guide::part(header) { display: none; }</style>` });
    const seen = await guides(page).evaluate((guide) => {
      const style = (selector) => getComputedStyle(guide.shadowRoot.querySelector(selector));
      return [style(".ipg-button--primary").backgroundColor, style(".ipg-shell").fontSize, style(".ipg-header").display];
    });
    expect(seen).toEqual(["rgb(1, 2, 3)", "20px", "none"]);
  });
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    test(`an accessibility checker finds nothing, and nothing is cut off: ${colorScheme}, ${width} px`, async ({ page, host, guide }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await host.open(element('loading="eager" case="tag-not-found"'), { head: `<style>body { margin: 8px; }</style>` });
      await expect(parts(page).verdict()).toBeVisible();
      expect(await guide.axe()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await parts(page).link(words.shell.nav_manifest).click();
      expect(await guide.axe()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}
