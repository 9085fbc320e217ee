// Without a mouse: to every answer that an example can lead to, through the room view, to one's own cases, and through the
// guide in somebody else's page. `guide.spec.js` goes to every outcome of the questions, `branches.spec.js` on to the
// YAML, and the matrix through every case.
import { readFileSync } from "node:fs";
import { at, cases, headline, solve } from "../cases.js";
import { element, expect, test } from "../host.js";
import { causes, clipboard, parts, people, samples, shown, step, tabTo, take, ways, words } from "../walk.js";

const { keyboard } = people;
const { practice } = words;

for (const [name, sample] of Object.entries(samples)) {
  test(`from the example ${name} to every outcome that it leaves open`, async ({ page, guide }) => {
    test.slow();
    const { box, button, heading, link, verdict } = parts(page);
    let open = [undefined];
    const seen = new Set();
    for (let number = 0; number < open.length; number++) {
      await guide.open();
      await keyboard.press(link(words.start.paste_button));
      await keyboard.paste(box(), sample.text);
      await expect(verdict()).toBeVisible();
      if ((await button(words.diagnosis.next_button).count()) === 0) return expect(name, "one example is settled by its words").toBe("tag");
      await keyboard.press(button(words.diagnosis.next_button));
      await expect(headline(page)).toBeFocused();
      await expect.poll(() => page.url()).toContain("view=guide");
      // What the paste has answered stands in the address.
      const known = new Map(new URL(page.url()).hash.split("&").slice(1).map((pair) => pair.split("=")));
      const isOpen = ({ taken }) => taken.filter(({ step, answer }) => known.get(step) === answer).length === known.size - 1;
      open = ways().filter(isOpen);
      expect(open.length).toBeGreaterThan(1);
      const { taken, title, outcome } = open[number];
      const left = taken.filter(({ step }) => !known.has(step));
      await expect(heading(step(left[0].step).question)).toBeFocused();
      await take(keyboard, page, left);
      await expect(headline(page)).toBeFocused();
      await expect(headline(page)).toHaveText(new RegExp([title, causes[outcome].verdict].map((text) => shown(text).source).join("|")));
      seen.add(outcome);
    }
    expect(seen.size).toBeGreaterThan(1);
  });
}

test("a case is shown to a room, with its clock and its notes", async ({ page, guide }) => {
  const one = cases.find(({ id }) => id === "wrong-tag");
  await guide.open(undefined, "#v1&view=practice");
  const { button, link } = parts(page);
  await keyboard.press(link(one.title));
  await expect(headline(page)).toBeFocused();
  await keyboard.press(link(practice.present));
  await expect(page.locator(".ipg-present")).toBeFocused();
  await keyboard.press(button(practice.timer_start));
  await keyboard.press(button(practice.timer_stop));
  await keyboard.press(page.getByText(practice.present_notes));
  await expect(page.getByText(shown(one.instructor[0]))).toBeVisible();
  await tabTo(button(practice.present_next), "Shift+Tab");
  // The button keeps the focus: Enter alone leads to the end.
  for (let presses = 0; !(await page.getByText(shown(one.learn[0])).isVisible()); presses++) {
    expect(presses).toBeLessThan(one.outputs.length + 8);
    await expect(button(practice.present_next)).toBeFocused();
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("PageUp");
  await expect(headline(page), "the keys of a clicker arrive at the end, too").toHaveText(practice.step_repair);
  await keyboard.press(link(practice.present_back));
  await expect(headline(page)).toHaveText(practice.step_cause);
  await keyboard.press(link(practice.present_leave));
  await expect(headline(page)).toBeFocused();
});

test("a file of one's own cases is chosen, and a case out of it opened", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=practice");
  const source = readFileSync(new URL("../../../content/cases/recovered.yaml", import.meta.url), "utf8");
  const field = page.locator("input[type=file]");
  await tabTo(field);
  const label = page.locator("label").filter({ hasText: practice.own_file });
  expect(await label.evaluate((label) => getComputedStyle(label).outlineStyle), "what is seen of it shows the focus").not.toBe("none");
  const choosing = page.waitForEvent("filechooser");
  await page.keyboard.press("Space");
  const text = source.replace("id: recovered", "id: ours").replace(/^title: .*$/m, "title: Our own trouble");
  await (await choosing).setFiles({ name: "ours.yaml", mimeType: "application/yaml", buffer: Buffer.from(text) });
  await keyboard.press(parts(page).link("Our own trouble"));
  await expect(headline(page)).toContainText("Our own trouble");
  await expect(headline(page)).toBeFocused();
});

test.describe("in somebody else's page", () => {
  test("from the paste to the corrected YAML", async ({ page, host }) => {
    await host.open(element('loading="eager" start="paste"'));
    const { box, button, field, verdict } = parts(page);
    await keyboard.paste(box(), samples.tag.text);
    await expect(verdict()).toBeVisible();
    await keyboard.press(button(words.diagnosis.repair_image).first());
    await expect(page.getByRole("heading", { name: shown(words.repair.heading_image) })).toBeFocused();
    await keyboard.write(field(words.fields.image), "nginx:1.27");
    await keyboard.press(button(words.code.copy_label.replace("{what}", "pod.yaml")));
    await expect.poll(() => clipboard(page)).toContain("image: nginx:1.27");
  });

  test("through a whole case", async ({ page, host }) => {
    const one = cases.find(({ id }) => id === "wrong-tag");
    await host.open(element(`loading="eager" start="${at(one).slice(1).replaceAll("&", "&amp;")}"`));
    await solve(keyboard, page, one);
    await expect(page.getByText(practice.learn_first_try, { exact: true })).toHaveCount(3);
  });
});
