// The repair form: faults are named and corrected, and every switch changes what is taken away.
import { read } from "../kubectl.js";
import { expect, test } from "../page.js";
import { clipboard, imageHelp as help, parts, people, samples, shown, words } from "../walk.js";

const { mouse, keyboard } = people;
const { fields, repair, faults } = words;

/** From the paste of the private case to its form. */
async function openForm(page, guide) {
  await guide.open();
  const { button, heading } = parts(page);
  await button(samples.private.label).click();
  await button(words.diagnosis.repair_pull_secret).first().click();
  await expect(heading(repair.heading_secret)).toBeFocused();
}

const summary = (page) => page.getByRole("status").filter({ has: page.getByRole("heading", { name: repair.problems_heading }) });

async function copied(page, file) {
  await parts(page).button(words.code.copy_label.replace("{what}", file)).click();
  return read(await clipboard(page));
}

test("the article's secret name is refused, explained and corrected", async ({ page, guide }) => {
  await openForm(page, guide);
  const { button, field, link } = parts(page);
  const name = field(fields.secret_name);
  await keyboard.write(name, "my_registry-secret");
  await expect(name, "nothing is called wrong while it is typed").not.toHaveAttribute("aria-invalid");
  await page.keyboard.press("Tab");
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveAccessibleDescription(new RegExp(faults.name_underscore));
  await expect(summary(page).getByText(faults.name_underscore)).toBeVisible();

  await keyboard.press(link(`${fields.secret_name}: ${faults.name_underscore}`));
  await expect(name).toBeFocused();
  await keyboard.press(button(repair.take_value.replace("{value}", "my-registry-secret")));
  await expect(name).toHaveValue("my-registry-secret");
  await expect(name).not.toHaveAttribute("aria-invalid");
  await expect(summary(page)).toHaveCount(0);
});

test("two names for one secret are found, and what is written has one", async ({ page, guide }) => {
  await openForm(page, guide);
  const { field } = parts(page);
  const wrong = field(fields.referenced_secret);
  await mouse.write(wrong, "my_registry-secret");
  await wrong.blur();
  await expect(page.getByText(faults.secret_names_differ).first()).toBeVisible();
  const pod = await copied(page, "pod.yaml");
  await page.getByText(repair.secret_file, { exact: true }).click();
  const secret = await copied(page, "pull-secret.yaml");
  expect(pod.spec.imagePullSecrets, "what is written names the secret that is made").toEqual([{ name: secret.metadata.name }]);
});

test("an image that cannot be one is refused, and a right one is not", async ({ page, guide }) => {
  await openForm(page, guide);
  const { field } = parts(page);
  const image = field(fields.image);
  for (const [text, sentence] of [
    ["https://registry.acme.example/demo:v1", help.scheme],
    ["registry.acme.example/Demo:v1", help["upper-case"]],
    ["registry.acme.example/demo:", help["empty-tag"]],
  ]) {
    await image.fill(text);
    await image.blur();
    await expect(image).toHaveAccessibleDescription(new RegExp(shown(sentence).source.slice(1, -1)));
  }
  await image.fill("registry.acme.example/private/demo:v1.0");
  await expect(image).not.toHaveAttribute("aria-invalid");
  expect((await copied(page, "pod.yaml")).spec.containers[0].image).toBe("registry.acme.example/private/demo:v1.0");
});

for (const who of Object.keys(people)) {
  test(`program and shell change every command, by ${who}`, async ({ page, guide }) => {
    await openForm(page, guide);
    const commands = () => page.getByRole("group", { name: repair.step_secret });
    const program = page.getByRole("combobox", { name: repair.program });
    const shell = page.getByRole("combobox", { name: repair.shell });
    for (const words of ["kubectl", "oc", "k3s kubectl", "microk8s kubectl"]) {
      await people[who].pick(program, words);
      await expect(commands()).toContainText(` ${words} create secret docker-registry`);
      await expect(commands()).toContainText("stty -echo");
      await expect(page.getByText(new RegExp(`^${words} describe pod`)).first()).toBeVisible();
    }
    await people[who].pick(shell, repair.shell_powershell);
    await expect(commands()).toContainText("Read-Host -AsSecureString");
    await expect(commands()).not.toContainText("stty");
    await people[who].pick(shell, repair.shell_posix);
    await expect(commands()).toContainText("stty -echo");
  });
}

for (const [kind, file, again] of [
  ["Deployment", "deployment.yaml", repair.again_rolls_out],
  ["StatefulSet", "statefulset.yaml", "kubectl delete pod demo -n dev"],
]) {
  test(`the same for a ${kind}`, async ({ page, guide }) => {
    await openForm(page, guide);
    await keyboard.pick(page.getByRole("combobox", { name: repair.kind }), kind);
    await parts(page).field(fields.name).fill("shop");
    const made = await copied(page, file);
    expect(made).toMatchObject({ apiVersion: "apps/v1", kind, metadata: { name: "shop", namespace: "dev" } });
    expect(made.spec.template.spec.imagePullSecrets).toEqual([{ name: "my-registry-secret" }]);
    const step = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: repair.step_again }) });
    await expect(step).toContainText(again);
  });
}

test("an unfinished secret is marked, and no password is asked for unless somebody wants that", async ({ page, guide }) => {
  await openForm(page, guide);
  const { yaml } = parts(page);
  await page.getByText(repair.secret_file, { exact: true }).click();
  await expect(page.getByText(repair.unfinished)).toBeVisible();
  await expect(yaml("pull-secret.yaml").locator("span", { hasText: /^!/ }).first()).toContainText(repair.mark_placeholder);
  await expect(page.locator("input[type=password]")).toBeHidden();
  await expect(page.getByRole("textbox", { name: /password|token/i })).toHaveCount(0);
});

const choice = (page, name) => page.getByRole("combobox", { name });

test("the kind of registry and of login fill in server and user name", async ({ page, guide }) => {
  await openForm(page, guide);
  const { field } = parts(page);
  await field(fields.image).fill("europe-docker.pkg.dev/acme/shop/web:1");
  await expect(choice(page, repair.registry)).toHaveValue("Google Artifact Registry");
  await expect(page.getByText(/^On GKE use no pull secret/)).toHaveCount(0);
  await expect(page.getByText(/On GKE use no pull secret/).first(), "what needs no secret is said first").toBeVisible();
  await keyboard.pick(choice(page, repair.login), "Access token");
  await expect(field(fields.username)).toHaveValue("oauth2accesstoken");
  await expect(page.getByText(/works for about an hour/).first()).toBeVisible();
  await keyboard.pick(choice(page, repair.login), "Key of a service account");
  await expect(field(fields.username)).toHaveValue("_json_key");

  await field(fields.image).fill("git.acme.example/shop/web:1");
  await keyboard.pick(choice(page, repair.registry), "GitLab Container Registry");
  await expect(field(fields.server)).toHaveValue("git.acme.example");
  await expect(field(fields.username), "a name of another login is no name here").toHaveValue("");
  await expect(page.getByText(/read_registry/).first()).toBeVisible();
});

test("a secret for ECR comes with the better way and with its end", async ({ page, guide }) => {
  await openForm(page, guide);
  const { field } = parts(page);
  await field(fields.image).fill("111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1");
  await field(fields.server).fill("");
  const { top, steps } = await page.evaluate(() => {
    const place = (text) => [...document.querySelectorAll("p")].find((p) => p.textContent.includes(text))?.getBoundingClientRect().top;
    return { top: place("On EKS use no pull secret"), steps: document.querySelector("form").getBoundingClientRect().top };
  });
  expect(top, "before the form").toBeLessThan(steps);
  await expect(page.getByText(/works for 12 hours only/).first()).toBeVisible();
  await page.getByText(repair.secret_file, { exact: true }).click();
  await parts(page).button(words.code.copy_label.replace("{what}", "pull-secret.yaml")).click();
  expect(await clipboard(page)).toMatch(/^# On EKS use no pull secret.*\n# This password works for 12 hours only/);
});

test("the secret comes in the form that is chosen, with the password only where it belongs", async ({ page, guide }) => {
  await openForm(page, guide);
  const { button, field, yaml } = parts(page);
  await field(fields.username).fill("robot");
  await keyboard.press(page.getByText(repair.secret_file, { exact: true }));
  await keyboard.press(page.getByText(words.password.open, { exact: true }));
  const password = page.getByRole("textbox", { name: words.password.label });
  await keyboard.write(password, `it's "s3cret"`);
  await expect(page.getByText(words.password.covered)).toBeVisible();
  await expect(page.getByText(repair.unfinished)).toHaveCount(0);

  const config = async () => {
    const { data, stringData } = await copied(page, "pull-secret.yaml");
    return JSON.parse(stringData?.[".dockerconfigjson"] ?? Buffer.from(data[".dockerconfigjson"], "base64"));
  };
  const login = { username: "robot", password: `it's "s3cret"`, auth: Buffer.from(`robot:it's "s3cret"`).toString("base64") };
  const expected = { auths: { "registry.acme.example": login } };
  expect(await config()).toEqual(expected);
  await expect(yaml("pull-secret.yaml")).not.toContainText("s3cret");
  await keyboard.pick(choice(page, words.forms.form), words.forms.data);
  expect(await config()).toEqual(expected);
  await expect(yaml("pull-secret.yaml")).toContainText(".dockerconfigjson: ••");

  await keyboard.pick(choice(page, words.forms.form), words.forms.kustomize);
  await button(words.code.copy_label.replace("{what}", "pull-secret.json")).click();
  expect(JSON.parse(await clipboard(page))).toEqual(expected);
  await expect(yaml("kustomization.yaml")).toContainText("disableNameSuffixHash: true");
  for (const form of [words.forms.sealed_secrets, words.forms.external_secrets]) {
    await keyboard.pick(choice(page, words.forms.form), form);
    await expect(password).toBeHidden();
    await expect(page.getByText(words.password.covered)).toHaveCount(0);
  }
  await expect(yaml("external-secret.yaml")).toContainText("{{ .password | toJson }}");

  await keyboard.pick(choice(page, words.forms.form), words.forms.string_data);
  await button(words.password.show_label).click();
  await expect(password).toHaveAttribute("type", "text");
  await expect(yaml("pull-secret.yaml"), "who wants to see it sees it").toContainText("s3cret");
  await password.press("Enter");
  await expect(password, "handed in, it is hidden again").toHaveAttribute("type", "password");
  await button(words.password.clear_label).click();
  await expect(password).toHaveValue("");
  await expect(page.getByText(repair.unfinished)).toBeVisible();
});

test("the login is taken out of a Docker configuration, or it is said why not", async ({ page, guide }) => {
  await openForm(page, guide);
  const { field } = parts(page);
  await page.getByText(repair.secret_file, { exact: true }).click();
  await page.getByText(words.password.open, { exact: true }).click();
  await page.getByText(shown(words.docker_config.open)).click();
  const box = page.getByRole("textbox", { name: shown(words.docker_config.label) });
  const auth = Buffer.from("puller:s3cret").toString("base64");
  for (const [config, said] of [
    [{ auths: { "ghcr.io": { auth } } }, words.docker_config.other_hosts],
    [{ auths: {} }, words.docker_config.empty],
    [{ auths: { "registry.acme.example": {} }, credsStore: "desktop" }, words.docker_config.helper],
    [{ auths: { "registry.acme.example": { auth } } }, words.docker_config.taken],
  ]) {
    await mouse.paste(box, JSON.stringify(config, null, "\t"));
    await expect(page.getByText(shown(said))).toBeVisible();
    await expect(box).toHaveValue("");
  }
  await expect(field(fields.username)).toHaveValue("puller");
  const made = await copied(page, "pull-secret.yaml");
  expect(JSON.parse(made.stringData[".dockerconfigjson"]).auths["registry.acme.example"]).toMatchObject({ auth });
  await box.fill('{"auths":');
  await expect(page.getByText(shown(words.docker_config.not_config))).toBeVisible();

  await field(fields.image).fill("ghcr.io/acme/web:1");
  await field(fields.server).fill("ghcr.io");
  await expect(page.getByText(repair.unfinished), "it is for its own registry alone").toBeVisible();
});

test("without a paste the form starts empty and its files say what to fill in", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=repair&cause=credentials-missing");
  const { field } = parts(page);
  await expect(field(fields.image)).toHaveValue("");
  await expect(page.getByText(shown(repair.still_to_fill_in)).first()).toBeVisible();
});

test("going away and back loses nothing that was typed", async ({ page, guide }) => {
  await openForm(page, guide);
  const { box, field } = parts(page);
  await field(fields.username).fill("robot");
  await page.goBack();
  await expect(box()).toHaveValue(samples.private.text);
  await page.goForward();
  await expect(field(fields.username)).toHaveValue("robot");
});
