import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { filesIn } from "../server.js";
import { expect, places, test } from "../page.js";

const dist = fileURLToPath(new URL("../../../dist", import.meta.url));
const heading = { level: 1, name: /^Find out why/ };

test.describe("The page starts", () => {
  for (const [name, place] of Object.entries({ "the root": places.root, "a sub-path": places.subPath })) {
    test(`under ${name} of a host, and asks for nothing afterwards`, async ({ page, guide }) => {
      await guide.open(place);
      await expect(page.getByRole("heading", heading)).toBeVisible();
      expect(guide.requestsAfterLoad()).toEqual([]);
    });
  }

  test("where the host sends WebAssembly as plain text", async ({ page, guide }) => {
    await guide.open(places.wasmAsText);
    await expect(page.getByRole("heading", heading)).toBeVisible();
  });

  test("without anything an accessibility checker objects to", async ({ guide }) => {
    await guide.open();
    expect(await guide.axe()).toEqual([]);
  });

  test("with no cookie and nothing stored", async ({ page, guide }) => {
    await guide.open();
    const kept = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
    expect(kept).toEqual(["", 0, 0]);
  });
});

test.describe("Where the page cannot start, its static text stays and one sentence says why", () => {
  const cases = { "the WebAssembly file is missing": places.wasmMissing, "it is damaged": places.wasmBroken, "a policy refuses it": places.wasmRefused };
  for (const [name, place] of Object.entries(cases)) {
    test(`because ${name}`, async ({ page, guide }) => {
      await guide.openFallback(place);
      await expect(page.getByRole("alert")).toContainText("could not start");
      await expect(page.getByRole("alert")).toHaveCount(1);
      await expect(page.getByText("kubectl describe pod YOUR_POD").first()).toBeVisible();
      await expect(page.getByText("opens in a moment")).toBeHidden();
      await guide.forgive(/404|CompileError|magic|HTTP|WebAssembly/);
      guide.tolerate(/security policy|Content Security Policy/);
    });
  }

  test.describe("with JavaScript turned off", () => {
    test.use({ javaScriptEnabled: false });

    test("the guide is there to read, and says why it is not more", async ({ page, guide }) => {
      // The file is fetched early for the script that then does not run; the browser may remark on that.
      guide.tolerate(/preloaded/);
      await guide.openFallback();
      await expect(page.getByText("kubectl describe pod YOUR_POD").first()).toBeVisible();
      // Chromium under test does not show what is in here, although it runs no script: the text has to be enough.
      expect(await page.locator("noscript").textContent()).toContain("JavaScript is turned off");
      await expect(page.getByText("opens in a moment")).toBeHidden();
      await expect(page.getByRole("alert")).toHaveCount(0);
    });
  });
});

test.describe("Once started", () => {
  test("the page says so when it breaks, and keeps what is on screen", async ({ page, guide }) => {
    await guide.open();
    await page.evaluate(() => {
      dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
    });
    await expect(page.getByRole("alert")).toContainText("has stopped");
    await expect(page.getByRole("heading", heading)).toBeVisible();
  });

  test("its policy refuses inline styles and other hosts", async ({ page, guide }) => {
    await guide.open();
    await page.evaluate(async () => {
      document.body.setAttribute("style", "color: red");
      await fetch("https://elsewhere.example/").catch(() => {});
    });
    await guide.forgive(/security policy: style-src-attr/);
    await guide.forgive(/security policy: connect-src/);
    guide.tolerate(/Content Security Policy/);
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).not.toBe("rgb(255, 0, 0)");
  });
});

test.describe("The release", () => {
  const stable = /^(embed[.]js|sw[.]js|image-pull-guide[.](html|d[.]ts)|frame[.]html|(causes|guide|handout|practice|tree)[/](.*[/])?index[.]html|index[.]html)$/;

  test("carries a hash of its content in the name of every file that no other host or person names", () => {
    for (const name of filesIn(dist).filter((name) => !stable.test(name))) {
      const hash = createHash("sha256").update(readFileSync(`${dist}/${name}`)).digest("hex").slice(0, 16);
      expect(name).toMatch(new RegExp(`^[a-z]+-${hash}(_bg)?[.][a-z]+$`));
    }
  });

  test("holds no inline script and no style attribute", () => {
    const html = readFileSync(`${dist}/index.html`, "utf8");
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  });
});
