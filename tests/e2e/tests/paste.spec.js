// The box: the answer follows the text, and no text breaks the page.
import { expect, test } from "../page.js";
import { causes, notes, parts, people, samples, shown, step, words } from "../walk.js";

const { mouse } = people;
const MIB = 1024 * 1024;

test.beforeEach(({ guide }) => guide.open(undefined, "#v1&view=paste"));

test("the answer follows every edit, and Clear empties the box", async ({ page }) => {
  const { box, button, verdict } = parts(page);
  await expect(page.getByRole("heading", { name: words.paste.empty_heading })).toBeVisible();
  await mouse.paste(box(), samples.tag.text);
  await expect(verdict()).toContainText("foo");
  await box().focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type('Failed to pull image "nginxx": pull access denied, repository does not exist or may require ');
  await page.keyboard.type("authorization: server message: insufficient_scope: authorization failed");
  await expect(verdict()).toHaveText(shown(causes["access-denied"].verdict));
  await expect(verdict()).toContainText("nginxx");
  await expect(box()).toBeFocused();

  await button(words.paste.clear).click();
  await expect(box()).toHaveValue("");
  await expect(box()).toBeFocused();
  await expect(page.getByRole("heading", { name: words.paste.empty_heading })).toBeVisible();
});

test("every sign of the text reaches the box, arrows and marks included", async ({ page }) => {
  const { box } = parts(page);
  await box().focus();
  await page.keyboard.type("as/b?");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Escape");
  await page.keyboard.type("!");
  await expect(box()).toHaveValue("as/b!?");
});

test("of several failing images the person chooses one", async ({ page }) => {
  const { box, verdict } = parts(page);
  await mouse.paste(box(), `${samples.tag.text}\n${samples.private.text}`);
  const list = page.getByRole("navigation", { name: shown(words.paste.failures_heading) });
  const [first, second] = [list.getByRole("button").first(), list.getByRole("button").nth(1)];
  await expect(list.getByRole("button")).toHaveCount(2);
  await expect(first).toHaveAttribute("aria-pressed", "true");
  const before = await verdict().textContent();
  await people.keyboard.press(second);
  await expect(second).toHaveAttribute("aria-pressed", "true");
  await expect(second).toBeFocused();
  await expect(verdict()).not.toHaveText(before);
  const chosen = (await second.locator("code").textContent()).trim();
  await expect(page.getByRole("article")).toContainText(`${words.diagnosis.eyebrow_image} ${chosen}`);
});

test("a pull that failed and then worked is nothing to fix", async ({ page }) => {
  const { box, verdict } = parts(page);
  const text = `${samples.tag.text.trimEnd()}\n  Normal   Pulled     1s  kubelet  Successfully pulled image "nginx:foo" in 2.1s (2.1s including waiting)\n`;
  await mouse.paste(box(), text);
  await expect(verdict()).toBeVisible();
  await expect(page.getByText(words.diagnosis.recovered)).toBeVisible();
});

test("a paste about something else says what it looks like", async ({ page }) => {
  const { box, verdict } = parts(page);
  const text = [
    "Name:         web", "Status:       Running", "Containers:", "  web:", "    Image:          nginx:1.27",
    "    State:          Waiting", "      Reason:       CrashLoopBackOff", "Events:",
    "  Type     Reason   Age               From     Message", "  ----     ------   ----              ----     -------",
    "  Normal   Pulled   10s               kubelet  Container image \"nginx:1.27\" already present on machine",
    "  Warning  BackOff  5s (x3 over 30s)  kubelet  Back-off restarting failed container web in pod web",
  ].join("\n");
  await mouse.paste(box(), text);
  await expect(verdict()).toHaveText(shown(causes["not-an-image-pull"].verdict));
  await expect(page.getByText(words.diagnosis.looks_like_heading)).toBeVisible();
});

test("the whole text can be shown, and less of it again", async ({ page }) => {
  const { box, button, marked } = parts(page);
  await mouse.paste(box(), samples.tag.text);
  await expect(marked()).not.toContainText("Container ID");
  await people.keyboard.press(button(words.paste.show_all));
  await expect(marked()).toContainText("Container ID");
  await people.keyboard.press(button(words.paste.show_less));
  await expect(marked()).not.toContainText("Container ID");
});

test("a quarter of a mebibyte is answered, and the page goes on", async ({ page }) => {
  const { box, link, verdict, heading } = parts(page);
  const line = "  Normal   Pulling  25s (x2 over 41s)  kubelet  Pulling image \"registry.acme.example/shop/web:2.1\"\n";
  const text = samples.image.text + line.repeat(Math.ceil((256 * 1024 - samples.image.text.length) / line.length));
  await mouse.paste(box(), text);
  await expect(verdict()).toHaveText(shown(causes["access-denied"].verdict));
  await page.keyboard.type("!");
  await expect(box()).toHaveValue(`${text}!`);
  await link(words.shell.nav_guide).click();
  await expect(heading(step("private").question), "goes on with what the text has told").toBeFocused();
});

const bad = {
  "nothing but spaces": { text: " \n\t\n ", sentence: words.paste.empty_heading },
  "more than 16 MiB": { text: `${"x".repeat(99)}\n`.repeat((17 * MIB) / 100), sentence: notes["too-long"], direct: true, huge: true },
  "bytes that are no text": { text: "\u0001\u0002\u0000ELF\u0001\u0001".repeat(40), sentence: notes.binary, direct: true },
  "bytes in another encoding": { text: "\ufffd\ufffdP\ufffd\ufffd\u0003\u0004\ufffd".repeat(40), sentence: notes.binary },
  "the source of a web page": {
    text: "<!DOCTYPE html>\n<html><head><title>502</title></head><body><h1>Bad Gateway</h1></body></html>",
    sentence: notes.html,
  },
  "a poem": { text: "The harbour sleeps, the cranes are still,\nno ship comes in across the bay.\n", sentence: notes["nothing-known"] },
  "a line that breaks off": {
    text: samples.image.text.slice(0, samples.image.text.indexOf("nginxx:latest")),
    sentence: notes["cut-off"],
  },
  "a name of 300 characters": {
    text: `  Warning  Failed  5s  kubelet  Failed to pull image "${"n".repeat(300)}:v1": pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`,
    sentence: causes["access-denied"].verdict,
  },
  "YAML with tabs": {
    text: "apiVersion: v1\nkind: Pod\nmetadata:\n\tname: web\nspec:\n\tcontainers:\n\t- name: web\n\t  image: nginx:foo\n",
    sentence: notes.manifest,
  },
  "brackets without end": { text: "[".repeat(20000), sentence: notes["nothing-known"] },
};
for (const [name, { text, sentence, direct, huge }] of Object.entries(bad)) {
  test(`${name}: a clear sentence, and the text stays`, async ({ page }) => {
    const { box, link, heading } = parts(page);
    // What no keyboard can type comes as a drop or a paste would bring it: into the box at once.
    if (direct) await box().evaluate(fill, text);
    else await mouse.paste(box(), text);
    const answered = page.getByRole("article").or(page.locator(".ipg-note")).or(page.locator(".ipg-empty"));
    await expect(answered.first()).toBeVisible();
    await expect(answered.getByText(shown(sentence)).or(answered.filter({ hasText: shown(sentence) })).first()).toBeVisible();
    await link(words.shell.nav_guide).click();
    await expect(page.getByRole("radio").first()).toBeVisible();
    // The browser alone takes seconds to lay out so much text in a box; once is enough.
    if (huge) return;
    await link(words.shell.nav_paste).click();
    await expect(heading(words.paste.heading)).toBeFocused();
    const kept = await box().evaluate((box, text) => box.value === text, text);
    expect(kept, "the text is still in the box").toBe(true);
  });
}

function fill(box, text) {
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}
