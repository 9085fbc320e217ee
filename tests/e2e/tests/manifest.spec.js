// A person's own YAML: what is wrong with it is said, and the file without it is taken away.
import { read } from "../kubectl.js";
import { expect, test } from "../page.js";
import { clipboard, downloaded, manifests, parts, password, people, samples, shown, words } from "../walk.js";

const { manifest, checks } = words;
/** What the file is called that holds one workload, and came as a paste. */
const file = "deployment-web.yaml";

for (const [name, person] of Object.entries(people)) {
  test(`from the paste to the file that is changed, with the ${name}`, async ({ page, guide }) => {
    await guide.open(undefined, "#v1&view=paste");
    const { button, link, field } = parts(page);
    const image = "registry.acme.example/shop/web:v1";
    await person.paste(parts(page).box(), samples.tag.text.replaceAll("nginx:foo", image));
    await person.press(button(words.diagnosis.repair_image).first());
    await person.write(field(words.fields.image), "registry.acme.example/shop/web:v2");
    await person.press(link(manifest.own));
    await expect(parts(page).manifest()).toBeFocused();
    await person.paste(parts(page).manifest(), manifests.deployment);
    await person.write(field(manifest.pull_secret), "my-registry-secret");

    const list = "      imagePullSecrets:\n        - name: my-registry-secret\n";
    const wrong = "          imagePullSecrets:\n            - name: my_registry-secret\n";
    const expected = manifests.deployment
      .replace("web:v1", "web:v2")
      .replace(wrong, "")
      .replace("      containers:", `${list}      containers:`);
    expect(await downloaded(person, page, file), "nothing else has changed").toBe(expected);
    await person.press(button(words.code.copy_label.replace("{what}", file)));
    expect(await clipboard(page)).toBe(expected);
    expect(read(expected).spec.template.spec.imagePullSecrets).toEqual([{ name: "my-registry-secret" }]);
  });
}

test("a change that is not wanted is left out", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=manifest");
  await parts(page).manifest().fill(manifests.deployment);
  await parts(page).field(manifest.new_image).fill("registry.acme.example/shop/web:v2");
  const move = page.getByRole("checkbox", { name: shown(manifest.edit_move) });
  await expect(move).toBeChecked();
  await move.uncheck();
  expect(await downloaded(people.mouse, page, file)).toBe(manifests.deployment.replace("web:v1", "web:v2"));
});

test("a pull secret is checked against its pod, and its password is shown nowhere", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=manifest");
  await parts(page).manifest().fill(`${manifests.secret}---\n${manifests.deployment}`);
  await expect(page.getByText(shown(checks.some_wrong))).toBeVisible();
  const points = page.getByRole("listitem").filter({ hasText: "✗" });
  for (const words of ["Opaque", "my_registry-secret", "default", "spec.template.spec.containers[0].imagePullSecrets", "hub.docker.com"]) {
    await expect(points.filter({ hasText: words }).first(), words).toBeVisible();
  }
  const drawn = await page.evaluate(() => document.querySelector("main").innerText + document.title + location.href);
  expect(drawn).not.toContain(password);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(password);

  // With what can be changed, some of it is right; the login is for another registry, which no edit can mend.
  await expect(page.getByText(shown(checks.then_one_wrong))).toBeVisible();
  await expect(page.getByText(checks.mended)).not.toHaveCount(0);
  const lookup = points.filter({ hasText: "hub.docker.com" });
  await expect(lookup.getByText(checks.mended)).toHaveCount(0);

  // Mended point by point, nothing is wrong any more.
  const mended = `${manifests.secret}---\n${manifests.deployment}`
    .replace("Opaque", "kubernetes.io/dockerconfigjson")
    .replace("default", "shop")
    .replace("          imagePullSecrets:\n            - name: my_registry-secret\n", "      imagePullSecrets:\n        - name: my-registry-secret\n")
    .replace("registry.acme.example/shop/web:v1", "shop/web:v1")
    .replace(/(dockerconfigjson: )(.*)/, (_, key, data) => {
      const right = Buffer.from(data, "base64").toString().replace("hub.docker.com", "https://index.docker.io/v1/");
      return key + Buffer.from(right).toString("base64");
    });
  await parts(page).manifest().fill(mended);
  await expect(page.getByText(checks.all_right)).toBeVisible();
});

test("a Secret of the wrong type, in the wrong namespace, under the wrong server is mended", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=manifest");
  const deployment = manifests.deployment.replace("registry.acme.example/shop/web:v1", "shop/web:v1");
  await parts(page).manifest().fill(`${manifests.secret}---\n${deployment}`);
  await expect(page.getByText(shown(checks.then_right))).toBeVisible();
  const wrong = page.getByRole("listitem").filter({ hasText: "✗" });
  await expect(wrong.filter({ hasNotText: checks.mended })).toHaveCount(0);
  const drawn = await page.evaluate(() => document.querySelector("main").innerText + document.title + location.href);
  expect(drawn).not.toContain(password);
  expect(drawn).not.toContain(read(manifests.secret).data[".dockerconfigjson"].slice(0, 24));

  const text = await downloaded(people.mouse, page, file);
  const [secret, workload] = text.split("---\n").map(read);
  expect(secret.type).toBe("kubernetes.io/dockerconfigjson");
  expect(secret.metadata.namespace).toBe("shop");
  const login = JSON.parse(Buffer.from(secret.data[".dockerconfigjson"], "base64").toString());
  expect(Object.keys(login.auths)).toEqual(["https://index.docker.io/v1/"]);
  expect(login.auths["https://index.docker.io/v1/"].password).toBe(password);
  expect(workload.spec.template.spec.imagePullSecrets).toEqual([{ name: "my-registry-secret" }]);

  // Without the first of the changes, one thing is wrong again.
  await page.getByRole("checkbox", { name: shown(manifest.edit_type) }).uncheck();
  await expect(page.getByText(shown(checks.then_one_wrong))).toBeVisible();
  await expect(wrong.filter({ hasNotText: checks.mended })).toHaveCount(1);
  expect(await downloaded(people.mouse, page, file)).toBe(text.replace("kubernetes.io/dockerconfigjson", "Opaque"));
});

test("a file keeps its name and its line ends", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=manifest");
  const windows = manifests.deployment.replaceAll("\n", "\r\n");
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "Shop 2.yml", { type: "application/yaml" }));
    return data;
  }, windows);
  await page.locator("footer").dispatchEvent("drop", { dataTransfer: dropped });
  await parts(page).field(manifest.new_image).fill("registry.acme.example/shop/web:v2");
  await page.getByRole("checkbox", { name: shown(manifest.edit_move) }).uncheck();
  expect(await downloaded(people.mouse, page, "Shop 2.yml")).toBe(windows.replace("web:v1", "web:v2"));
});

test("a chart is not changed, and what works there is said", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=manifest");
  await parts(page).manifest().fill("kind: Pod\nspec:\n  containers:\n  - name: web\n    image: {{ .Values.image }}\n");
  await expect(page.getByText(shown(manifest.refused)).first()).toContainText("5");
  await parts(page).manifest().fill(`${manifests.deployment}---\nspec: {{ .Values.spec }}\n`);
  await parts(page).field(manifest.pull_secret).fill("acme-pull");
  await expect(page.getByRole("group", { name: /Helm/ })).toContainText("- name: acme-pull");
});
