// The article's three cases, from paste to YAML: by mouse, and by keyboard alone.
import { readFileSync } from "node:fs";
import { read } from "../kubectl.js";
import { expect, test } from "../page.js";
import { answer, causes, clipboard, parts, people, samples, shown, step, take, words, downloaded } from "../walk.js";

const secret = { name: "my-registry-secret", file: "pull-secret.yaml" };

const branches = {
  "a tag that does not exist": {
    sample: samples.tag,
    cause: "tag-not-found",
    known: { pod: "nginx", container: "nginx", image: "nginx:foo" },
    decides: /not found$/,
    // The runtime's own words for the registry's 404.
    speakers: ["kubelet", "grpc", "runtime"],
    repair: "image",
  },
  "an image that is not found, because it is private": {
    sample: samples.image,
    cause: "access-denied",
    known: { pod: "nginx", container: "nginx", image: "nginxx" },
    decides: /insufficient_scope|pull access denied/,
    speakers: ["kubelet", "grpc", "runtime", "http", "registry"],
    open: { question: "private", known: { tag: "no", image: "hidden" } },
    taken: [{ step: "private", answer: "yes" }, { step: "secret", answer: "none" }],
    outcome: "credentials-missing",
    repair: "pull-secret",
    server: "https://index.docker.io/v1/",
  },
  "an image that is not found, because its name is wrong": {
    sample: samples.image,
    cause: "access-denied",
    known: { pod: "nginx", container: "nginx", image: "nginxx" },
    decides: /insufficient_scope|pull access denied/,
    speakers: ["kubelet", "grpc", "runtime", "http", "registry"],
    open: { question: "private", known: { tag: "no", image: "hidden" } },
    taken: [{ step: "private", answer: "no" }],
    outcome: "repository-not-found",
    repair: "image",
  },
  "a private registry and no login": {
    sample: samples.private,
    cause: "credentials-missing",
    known: { pod: "demo", container: "demo", image: "registry.acme.example/privaate/demo:v1.0", namespace: "dev" },
    decides: /401( Unauthorized)?$/,
    speakers: ["kubelet", "runtime", "http", "registry"],
    open: { question: "secret", known: { tag: "no", image: "hidden", private: "yes" } },
    taken: [{ step: "secret", answer: "none" }],
    outcome: "credentials-missing",
    repair: "pull-secret",
    server: "registry.acme.example",
  },
};

for (const [who, person] of Object.entries(people)) {
  for (const [name, branch] of Object.entries(branches)) {
    test(`${name}: from paste to YAML by ${who}`, async ({ page, guide }) => {
      await guide.open();
      await arrive(person, page, branch);
      await seeTheVerdict(page, branch);
      await seeTheAnatomy(page, branch);
      if (branch.open) await answerTheOpenQuestion(person, page, branch);
      await openTheRepair(person, page, branch);
      const given = branch.repair === "image" ? await correctTheImage(person, page) : await makeTheSecret(person, page, branch);
      await takeAway(person, page, branch, given);
    });
  }
}

for (const [name, { label, text }] of Object.entries(samples)) {
  test(`the example "${name}" fills the box and answers`, async ({ page, guide }) => {
    await guide.open();
    const { box, button, heading, verdict } = parts(page);
    await button(label).click();
    await expect(heading(words.paste.heading)).toBeFocused();
    await expect(box()).toHaveValue(text);
    await expect(verdict()).toBeVisible();
  });
}

async function arrive(person, page, { sample }) {
  const { box, heading, link } = parts(page);
  await person.press(link(words.start.paste_button));
  await expect(heading(words.paste.heading)).toBeVisible();
  await expect(box(), "who comes to paste can paste at once").toBeFocused();
  await person.paste(box(), sample.text);
  await expect(box()).toHaveValue(sample.text);
}

async function seeTheVerdict(page, { sample, cause, known, decides, open }) {
  const { marked, verdict } = parts(page);
  await expect(verdict()).toHaveText(shown(causes[cause].verdict));
  const answered = page.getByRole("article");
  for (const part of ["pod", "container", "image"]) {
    await expect(answered).toContainText(`${words.diagnosis[`eyebrow_${part}`]} ${known[part]}`);
  }
  const ways = causes[cause].ways ?? [];
  const sure = open?.question === "private" ? words.diagnosis.sure_ways_2 : words.diagnosis.sure_high;
  await expect(answered.getByText(sure)).toBeVisible();
  if (open?.question === "private") for (const way of ways) await expect(answered.getByText(shown(way))).toBeVisible();

  const said = sample.text.split("\n").findIndex((line) => line.includes("Failed to pull image")) + 1;
  const quote = answered.getByRole("figure").first();
  await expect(quote.getByRole("mark")).toHaveText(decides);
  await expect(quote).toContainText(words.paste.line.replace("{line}", said));
  const mark = marked().getByRole("mark");
  await expect(mark).toHaveText(decides);
  await expect(marked()).toContainText(`${words.paste.decides}${await mark.textContent()}`);
  await expect(marked()).toContainText(`${said}`);
  await expect(page.getByRole("status").filter({ hasText: shown(words.paste.announce) })).toHaveCount(1);
}

async function seeTheAnatomy(page, { sample, decides, speakers }) {
  const layers = page.getByRole("article").locator(".ipg-layer");
  const names = await layers.evaluateAll((layers) => layers.map((layer) => layer.querySelector(".ipg-layer__who").textContent));
  const inOrder = names.filter((name, index) => name !== names[index - 1]);
  expect(inOrder).toEqual(speakers.map((speaker) => words.speakers[speaker]));
  const said = await layers.evaluateAll((layers) => layers.map((layer) => layer.querySelector("code").textContent));
  let at = sample.text.indexOf("Failed to pull image");
  for (const words of said) {
    const found = sample.text.indexOf(words, at);
    expect(found, `"${words}" stands in the message, behind the layer before it`).toBeGreaterThanOrEqual(at);
    at = found + words.length;
  }
  expect(said.at(-1)).toMatch(decides);
  for (const explains of await layers.locator("> .ipg-layer__explains").allTextContents()) expect(explains).not.toBe("");
}

async function answerTheOpenQuestion(person, page, { open, taken, outcome }) {
  const { answers, button, heading } = parts(page);
  const asked = page.getByRole("article");
  await expect(asked.getByText(shown(step(open.question).question))).toBeVisible();
  await person.press(button(words.diagnosis.next_button));
  await expect(heading(step(open.question).question)).toBeFocused();
  const filledIn = answers().getByText(words.guide.from_paste);
  await expect(filledIn).toHaveCount(Object.keys(open.known).length);
  for (const [known, id] of Object.entries(open.known)) {
    await expect(answers().getByText(shown(answer(known, id).short))).toBeVisible();
  }
  await take(person, page, taken);
  await expect(heading(causes[outcome].verdict)).toBeFocused();
  await expect(answers().getByText(words.guide.from_paste)).toHaveCount(Object.keys(open.known).length);
}

async function openTheRepair(person, page, { repair, known, server }) {
  const { button, field, heading } = parts(page);
  const wantsSecret = repair === "pull-secret";
  await person.press(button(wantsSecret ? words.diagnosis.repair_pull_secret : words.diagnosis.repair_image).first());
  await expect(heading(wantsSecret ? words.repair.heading_secret : words.repair.heading_image)).toBeFocused();
  await expect(field(words.fields.image)).toHaveValue(known.image);
  await expect(field(words.fields.container)).toHaveValue(known.container);
  await expect(field(words.fields.name)).toHaveValue(known.pod);
  if (known.namespace) await expect(field(words.fields.namespace)).toHaveValue(known.namespace);
  if (wantsSecret) {
    await expect(field(words.fields.server)).toHaveValue(server);
    await expect(field(words.fields.secret_name)).toHaveValue(secret.name);
  }
}

async function correctTheImage(person, page) {
  const { field, yaml } = parts(page);
  await person.write(field(words.fields.image), "nginx:1.27");
  const line = yaml("pod.yaml").locator("span", { hasText: /^~/ });
  await expect(line.first()).toContainText(`${words.repair.mark_changed}: `);
  await expect(line.first()).toContainText("image: nginx:1.27");
  await expect(page.getByText(/^kubectl set image pod\/nginx nginx=nginx:1\.27/)).toBeVisible();
  return { image: "nginx:1.27" };
}

async function makeTheSecret(person, page, { known, server }) {
  const { button, field, yaml } = parts(page);
  await person.write(field(words.fields.username), "robot");
  const first = page.getByRole("group", { name: words.repair.step_secret });
  await expect(first).toContainText("create secret docker-registry my-registry-secret");
  await expect(first).toContainText("--docker-username=robot");
  await person.press(page.getByText(words.repair.secret_file, { exact: true }));
  await expect(page.getByText(words.repair.unfinished)).toBeVisible();

  await person.press(button(words.code.copy_label.replace("{what}", secret.file)));
  await expect(page.getByRole("status").filter({ hasText: words.code.copied })).toHaveCount(1);
  const copied = await clipboard(page);
  expect(await downloaded(person, page, secret.file)).toBe(copied);
  const made = read(copied);
  expect(made).toMatchObject({ kind: "Secret", type: "kubernetes.io/dockerconfigjson", metadata: { name: secret.name } });
  expect(made.metadata.namespace).toBe(await field(words.fields.namespace).inputValue().then((name) => name || undefined));
  expect(JSON.parse(made.stringData[".dockerconfigjson"]).auths[server]).toMatchObject({ username: "robot" });
  await expect(yaml("pod.yaml").locator("span", { hasText: /^\+/ }).first()).toContainText(words.repair.mark_added);
  return { image: known.image, secret: secret.name, namespace: made.metadata.namespace };
}

async function takeAway(person, page, { known }, { image, secret, namespace }) {
  const { button } = parts(page);
  await person.press(button(words.code.copy_label.replace("{what}", "pod.yaml")));
  await expect(button(words.code.copied_label.replace("{what}", "pod.yaml"))).toHaveText(words.code.copied);
  const copied = await clipboard(page);
  expect(await downloaded(person, page, "pod.yaml")).toBe(copied);
  const pod = read(copied);
  expect(pod).toMatchObject({ kind: "Pod", metadata: { name: known.pod } });
  expect(pod.spec.containers).toEqual([{ name: known.container, image }]);
  expect(pod.spec.imagePullSecrets).toEqual(secret ? [{ name: secret }] : undefined);
  if (secret) expect(pod.metadata.namespace).toBe(namespace);
}
