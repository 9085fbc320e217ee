// What is pasted stays where it was pasted: nothing of it in the URL, the title, any storage, the console or a request.
import { expect, test } from "../page.js";
import { clipboard, parts, people, samples, shown, words } from "../walk.js";

const { mouse } = people;

// Made up; each is found again by its own letters.
const marks = { pod: "podmarkq7", namespace: "nsmarkq7", container: "ctrmarkq7", host: "hostmarkq7.example", image: "imgmarkq7", tag: "tagmarkq7" };
const credentials = {
  token: `ghp_${"Zq7".repeat(12)}`,
  url: "pwmarkq7inurl",
  auth: Buffer.from("robot:authmarkq7").toString("base64"),
  password: "jsonpwmarkq7",
};
const image = `${marks.host}/${marks.image}:${marks.tag}`;
const paste = `Name:         ${marks.pod}
Namespace:    ${marks.namespace}
Containers:
  ${marks.container}:
    Image:          ${image}
    State:          Waiting
      Reason:       ImagePullBackOff
    Environment:
      TOKEN:  ${credentials.token}
Events:
  Type     Reason  Age  From     Message
  ----     ------  ---- ----     -------
  Warning  Failed  5s   kubelet  Failed to pull image "${image}": failed to resolve reference "${image}": failed to authorize: failed to fetch anonymous token: Get "https://robot:${credentials.url}@${marks.host}/token?x=${credentials.token}": unexpected status: 401 Unauthorized
{"auths":{"${marks.host}":{"username":"robot","password":"${credentials.password}","auth":"${credentials.auth}"}}}
`;

test("a whole session leaves no trace of the paste outside the page", async ({ page, context, guide }) => {
  const console = [];
  page.on("console", (message) => console.push(message.text()));
  await guide.open();
  const { box, button, link, radio } = parts(page);
  const places = [];
  const look = async () => places.push(await page.evaluate(everywhere));

  await link(words.start.paste_button).click();
  await mouse.paste(box(), paste);
  await expect(page.getByRole("article")).toContainText(marks.image);
  await look();
  await button(words.paste.show_all).click();
  await button(words.diagnosis.next_button).click();
  await look();
  await radio(words.guide.dont_know).check();
  await button(words.guide.continue).click();
  await look();
  await page.getByRole("radio").first().check();
  await button(words.guide.continue).click();
  await look();
  await button(words.diagnosis.repair_pull_secret).first().click();
  await page.getByText(words.repair.secret_file, { exact: true }).click();
  await look();
  await button(words.code.copy_label.replace("{what}", "pod.yaml")).click();
  const taken = [await clipboard(page)];
  const coming = page.waitForEvent("download");
  await button(words.code.download_label.replace("{file}", "pull-secret.yaml")).click();
  await (await coming).path();
  await page.goBack();
  await look();

  const cookies = JSON.stringify(await context.cookies());
  for (const secret of [...Object.values(marks), ...Object.values(credentials), encodeURIComponent(image)]) {
    for (const text of [...places, ...console, cookies]) expect(text).not.toContain(secret);
  }
  for (const secret of Object.values(credentials)) for (const text of taken) expect(text).not.toContain(secret);
  expect(guide.requestsAfterLoad()).toEqual([]);
});

test("a password that is put in stands in its field and in what is taken along, and goes with the view", async ({ page, context, guide }) => {
  const console = [];
  page.on("console", (message) => console.push(message.text()));
  await guide.open();
  const { box, button, heading } = parts(page);
  await button(samples.private.label).click();
  await button(words.diagnosis.repair_pull_secret).first().click();
  const password = page.getByRole("textbox", { name: words.password.label });
  const openFields = async () => {
    await page.getByText(words.repair.secret_file, { exact: true }).click();
    await page.getByText(words.password.open, { exact: true }).click();
    await page.getByText(shown(words.docker_config.open)).click();
  };
  await openFields();
  const typed = "typedpwmarkq8";
  const auth = Buffer.from(`robot:${credentials.password}`).toString("base64");
  const secrets = [typed, credentials.password, auth, Buffer.from(`:${typed}`).toString("base64").slice(4, -4)];
  const places = [];
  const look = async () => places.push(await page.evaluate(everywhere), await page.evaluate(() => document.documentElement.outerHTML));

  await mouse.paste(password, typed);
  for (const [name, value] of Object.entries({ type: "password", autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false" })) {
    await expect(password).toHaveAttribute(name, value);
  }
  await expect(password).not.toHaveAttribute("maxlength");
  await expect(page.getByText(words.password.covered)).toBeVisible();
  await look();
  const config = page.getByRole("textbox", { name: shown(words.docker_config.label) });
  await mouse.paste(config, JSON.stringify({ auths: { "registry.acme.example": { auth } } }));
  await expect(config).toHaveValue("");
  await expect(password, "one password at a time").toHaveValue("");
  await look();

  await page.goBack();
  await expect(box()).toBeVisible();
  await look();
  for (const takeaway of [words.report.markdown, words.report.wrong]) {
    await button(takeaway).first().click();
    await look();
  }
  await page.goForward();
  await expect(heading(words.repair.heading_secret)).toBeVisible();
  await openFields();
  await expect(password, "gone with the view").toHaveValue("");
  await expect(page.getByText(words.repair.unfinished)).toBeVisible();
  await password.fill(typed);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  await expect(password, "gone with the page").toHaveValue("");
  await expect(page.getByText(words.repair.unfinished)).toBeVisible();
  await look();

  const cookies = JSON.stringify(await context.cookies());
  for (const secret of secrets) for (const text of [...places, ...console, cookies]) expect(text).not.toContain(secret);
  expect(guide.requestsAfterLoad()).toEqual([]);
});

/** All that outlives the page or is seen from outside it. */
function everywhere() {
  return JSON.stringify([
    location.href, document.title, document.cookie, document.referrer, window.name, history.state,
    Object.entries(localStorage), Object.entries(sessionStorage),
    performance.getEntriesByType("mark").map(({ name }) => name),
    performance.getEntriesByType("resource").map(({ name }) => name),
  ]);
}

test("credentials are seen in the box and nowhere else, and the page says how many it hides", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=paste");
  const { box, button, verdict } = parts(page);
  await mouse.paste(box(), paste);
  await expect(verdict()).toBeVisible();
  await expect(page.getByText(new RegExp(words.paste.masked.replace("{count}", "\\d+")))).toBeVisible();
  await nowhereButTheBox(page);
  await button(words.paste.show_all).click();
  await expect(page.getByText("••••••").first()).toBeVisible();
  await nowhereButTheBox(page);
  await button(words.diagnosis.next_button).click();
  await expect(page.getByRole("radio").first()).toBeVisible();
  await nowhereButTheBox(page);
});

for (const [name, text] of Object.entries({
  "inside an image name": `Failed to pull image "https://robot:${credentials.url}@${marks.host}/${marks.image}:1": invalid reference format`,
  "alone in a message": `Failed to pull image "${image}": unauthorized: token ${credentials.token} is not valid`,
  "in a Secret": `apiVersion: v1\nkind: Secret\nmetadata:\n  name: regcred\ndata:\n  .dockerconfigjson: ${Buffer.from(`{"auths":{"${marks.host}":{"auth":"${credentials.auth}"}}}`).toString("base64")}\n`,
})) {
  test(`a credential ${name} is hidden too`, async ({ page, guide }) => {
    await guide.open(undefined, "#v1&view=paste");
    await mouse.paste(parts(page).box(), text);
    await expect(page.getByText(words.paste.masked_one)).toBeVisible();
    await nowhereButTheBox(page, [...Object.values(credentials), text.match(/dockerconfigjson: (\S+)/)?.[1] ?? credentials.url]);
    for (const open of [words.diagnosis.repair_image, words.diagnosis.repair_pull_secret]) {
      const button = parts(page).button(open).first();
      if ((await button.count()) === 0) continue;
      await button.click();
      await nowhereButTheBox(page);
      break;
    }
  });
}

/** Searches the whole document: texts, attributes, values of fields. */
async function nowhereButTheBox(page, secrets = Object.values(credentials)) {
  const found = await page.evaluate((secrets) => {
    const places = [];
    const look = (where, text) => {
      for (const secret of secrets) if (String(text ?? "").includes(secret)) places.push(`${where}: ${secret}`);
    };
    for (const element of document.querySelectorAll("*")) {
      if (element.matches("textarea")) continue;
      for (const { name, value } of element.attributes) look(`${element.tagName} ${name}`, value);
      look(`value of ${element.tagName}`, element.value);
      for (const node of element.childNodes) if (node.nodeType !== 1) look(`text of ${element.tagName}`, node.data);
    }
    // Pieces that stand side by side are one word to the eye.
    const copy = document.body.cloneNode(true);
    copy.querySelectorAll("textarea").forEach((box) => box.remove());
    look("the page", copy.textContent);
    return places;
  }, secrets);
  expect(found).toEqual([]);
}

test("the box asks the browser to neither check nor keep what is in it", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=paste");
  await expect(parts(page).box()).toHaveAttribute("spellcheck", "false");
  await expect(parts(page).box()).toHaveAttribute("autocomplete", "off");
});

test("it works without a network, as it promises", async ({ page, context, guide }) => {
  await guide.open();
  await context.setOffline(true);
  const { button, heading } = parts(page);
  await button(samples.tag.label).click();
  await button(words.diagnosis.repair_image).first().click();
  await expect(heading(words.repair.heading_image)).toBeFocused();
});
