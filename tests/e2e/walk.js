// Words and ways that the tests share.
//
// The words come from `content/`, so that a reworded label breaks no test. A person is somebody who uses the page in one
// way only: `people.mouse` clicks, `people.keyboard` never touches the mouse.
import { expect } from "@playwright/test";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

const folder = new URL("../../content/", import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), "utf8");

export const words = parse(read("interface.yaml"));
export const { notes, image_help: imageHelp } = parse(read("words.yaml"));
export const tree = parse(read("guide.yaml"));
export const causes = Object.fromEntries(
  readdirSync(new URL("causes/", folder)).map((name) => [name.replace(".yaml", ""), parse(read(`causes/${name}`))]),
);

/** The article's three cases: the label of the button, and the text that it loads. */
export const samples = {
  tag: { label: words.samples.tag, text: read("samples/tag-not-found.txt") },
  image: { label: words.samples.image, text: read("samples/access-denied.txt") },
  private: { label: words.samples.private, text: read("samples/credentials-missing.txt") },
};

const base64 = (text) => Buffer.from(text).toString("base64");
export const password = "hunter2-very-secret";
const login = { auths: { "hub.docker.com": { username: "bot", password, auth: base64(`bot:${password}`) } } };

/** A person's own objects: a Deployment with its pull secret at the wrong level under a wrong name, and the Secret. */
export const manifests = {
  deployment: `# The shop
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web   # do not rename
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: 'registry.acme.example/shop/web:v1' # pinned
          imagePullSecrets:
            - name: my_registry-secret
`,
  secret: `apiVersion: v1
kind: Secret
metadata:
  name: my-registry-secret
  namespace: default
type: Opaque
data:
  .dockerconfigjson: ${base64(JSON.stringify(login))}
`,
};

/** A text of the content as the page shows it: without markup; what stands in `{…}` may be anything. */
export function shown(text) {
  const plain = text.trim().replaceAll("`", "").replaceAll("**", "");
  const literal = plain.split(/\{[a-z_]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literal.join(".+?").replace(/\s+/g, "\\s+")}$`);
}

/** The parts of the page by the names that a person knows them by. */
export const parts = (page) => ({
  heading: (text) => page.getByRole("heading", { level: 1, name: shown(text) }),
  verdict: () => page.getByRole("article").getByRole("heading").first(),
  box: () => page.getByRole("textbox", { name: shown(words.paste.box) }),
  manifest: () => page.getByRole("textbox", { name: shown(words.manifest.box) }),
  button: (text) => page.getByRole("button", { name: shown(text) }),
  link: (text) => page.getByRole("link", { name: shown(text) }),
  radio: (text) => page.getByRole("radio", { name: shown(text) }),
  field: (text) => page.getByRole("textbox", { name: new RegExp(shown(text).source.replace(/\$$/, `( \\(${words.repair.optional}\\))?$`)) }),
  answers: () => page.getByRole("complementary", { name: shown(words.guide.answers_heading) }),
  marked: () => page.getByRole("region", { name: words.paste.marked_label }),
  yaml: (file) => page.getByRole("region", { name: words.repair.yaml_label.replace("{file}", file) }),
});

/** The answer of a step, and the step, by their ids. */
export const step = (id) => tree.steps.find((step) => step.id === id);
export const answer = (stepId, id) => step(stepId).answers.find((answer) => answer.id === id);

/** All ways through the questions: each the answers in order, the outcome (the id of a cause) and its heading. */
export function ways(stepId = tree.start, before = []) {
  return step(stepId).answers.flatMap(({ id, routes }) => {
    const taken = [...before, { step: stepId, answer: id }];
    const given = Object.fromEntries(taken.map(({ step, answer }) => [step, answer]));
    const route = routes.find(({ when = {} }) => Object.entries(when).every(([asked, wanted]) => given[asked] === wanted));
    // A route may have a heading of its own for its outcome.
    const title = route.title ?? causes[route.outcome]?.title;
    return route.outcome ? [{ taken, outcome: route.outcome, title }] : ways(route.step, taken);
  });
}

/** A fragment for answers. */
export const fragment = (taken) => `#v1&view=guide${taken.map(({ step, answer }) => `&${step}=${answer}`).join("")}`;

/** Answers questions as `person` would. */
export async function take(person, page, taken) {
  const at = parts(page);
  for (const given of taken) {
    await expect(at.heading(step(given.step).question)).toBeVisible();
    await person.choose(at.radio(answer(given.step, given.answer).label));
    await person.press(at.button(words.guide.continue));
  }
}

/** Downloads a file by its button, and gives what is in it. */
export async function downloaded(person, page, file) {
  const coming = page.waitForEvent("download");
  await person.press(parts(page).button(words.code.download_label.replace("{file}", file)));
  const download = await coming;
  expect(download.suggestedFilename()).toBe(file);
  return readFileSync(await download.path(), "utf8");
}

/** What the clipboard holds. */
export const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

const isFocused = (element) => element.getRootNode().activeElement === element;

/** Presses Tab until `target` has the focus, and sees to it that a person can see that. */
export async function tabTo(target, key = "Tab") {
  await expect(target).toBeVisible();
  const page = target.page();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate(isFocused)) {
      const outline = await target.evaluate((element) => getComputedStyle(element).outlineStyle);
      expect(outline, "what has the focus shows it").not.toBe("none");
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${target}`);
}

async function pasteFromClipboard(target, text) {
  await target.page().evaluate((text) => navigator.clipboard.writeText(text), text);
  await target.page().keyboard.press("ControlOrMeta+v");
}

export const people = {
  mouse: {
    press: (target) => target.click(),
    choose: (radio) => radio.check(),
    // A radio that looks like words is one too small to hit.
    mark: (radio) => radio.evaluate((input) => input.closest("label").click()),
    async write(field, text) {
      await field.click({ clickCount: 3 });
      await field.pressSequentially(text);
    },
    async paste(box, text) {
      await box.click();
      await pasteFromClipboard(box, text);
    },
    pick: (select, option) => select.selectOption(option),
  },

  keyboard: {
    writesKeys: true,
    async press(target) {
      await tabTo(target);
      await target.page().keyboard.press("Enter");
    },
    async choose(radio, { arrow = "ArrowDown", most = 20 } = {}) {
      const { keyboard } = radio.page();
      const inGroup = (element) => element.getRootNode().activeElement?.name === element.name;
      for (let presses = 0; !(await radio.evaluate(inGroup)); presses += 1) {
        expect(presses, "Tab reaches the answers").toBeLessThan(120);
        await keyboard.press("Tab");
      }
      for (let presses = 0; !(await radio.evaluate(isFocused)); presses += 1) {
        expect(presses, "the arrows reach every answer").toBeLessThan(most);
        await keyboard.press(arrow);
      }
      await keyboard.press("Space");
      await expect(radio).toBeChecked();
    },
    // What decides stands near the end, of very many pieces.
    mark: (radio) => people.keyboard.choose(radio, { arrow: "ArrowUp", most: 120 }),
    async write(field, text) {
      await tabTo(field);
      await field.page().keyboard.press("ControlOrMeta+a");
      await field.page().keyboard.type(text);
    },
    async paste(box, text) {
      await tabTo(box);
      await pasteFromClipboard(box, text);
    },
    async pick(select, option) {
      await tabTo(select);
      const chosen = () => select.evaluate((element) => element.selectedOptions[0].textContent);
      await select.page().keyboard.press("Home");
      for (let presses = 0; (await chosen()) !== option; presses += 1) {
        expect(presses, `the arrows reach ${option}`).toBeLessThan(10);
        await select.page().keyboard.press("ArrowDown");
      }
    },
  },
};
