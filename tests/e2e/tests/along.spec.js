// What a person finds beside the verdict: the advice for their own registry, the list of causes, texts to take along, files.
import { expect, test } from "../page.js";
import { causes, clipboard, parts, people, samples, shown, words } from "../walk.js";

const { keyboard, mouse } = people;

const ecr = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
const token = `ghp_${"Zq7".repeat(12)}`;
const denied = `Name:         web-7d4b9
Namespace:    shop
Node:         worker-1/10.0.0.7
Containers:
  web:
    Image:          ${ecr}/web:1
    State:          Waiting
      Reason:       ErrImagePull
    Environment:
      TOKEN:  ${token}
Events:
  Type     Reason  Age  From     Message
  ----     ------  ---- ----     -------
  Warning  Failed  5s   kubelet  Failed to pull image "${ecr}/web:1": failed to pull and unpack image "${ecr}/web:1": failed to resolve image: pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials
`;

test("the advice is that for the image's own registry, and the rest stays folded", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=paste");
  await mouse.paste(parts(page).box(), denied);
  const fixes = page.locator("ol.ipg-fixes > li");
  await expect(fixes.first()).toContainText("Amazon ECR");
  await expect(fixes.first()).toContainText(words.diagnosis.who_cluster_admin);
  await expect(page.getByText("GitLab", { exact: false })).toHaveCount(0);

  await guide.go("#v1&cause=credentials-missing");
  const more = page.locator(".ipg-elsewhere");
  await expect(more.getByText("GitLab").first()).toBeHidden();
  await expect(page.getByRole("heading", { name: words.wordings.heading })).toBeVisible();
  await expect(page.locator("time")).toHaveText("August 2026");
  expect(causes["credentials-missing"].checked).toBe("2026-08");
});

test("the list of causes is searched by keyboard and leads to a cause", async ({ page, guide }) => {
  await guide.open();
  await keyboard.press(parts(page).link(words.start.causes));
  await expect(parts(page).heading(words.causes.heading)).toBeFocused();
  const items = page.getByRole("main").getByRole("listitem");
  const all = await items.count();
  await expect(page.getByRole("status")).toHaveText(words.causes.count.replace("{count}", all));
  const field = page.getByRole("searchbox", { name: words.causes.search });
  await page.keyboard.press("Tab");
  await expect(field).toBeFocused();
  await page.keyboard.type("X509");
  await expect(page.getByRole("link", { name: shown(causes["tls-untrusted"].title) })).toBeVisible();
  expect(await items.count()).toBeLessThan(all);
  await page.keyboard.type(" zebra");
  await expect(page.getByText(words.causes.none, { exact: true })).toBeVisible();
  expect(await guide.axe()).toEqual([]);
  for (let letters = " zebra".length; letters > 0; letters--) await page.keyboard.press("Backspace");
  await keyboard.press(page.getByRole("link", { name: shown(causes["tls-untrusted"].title) }));
  await expect(parts(page).heading(causes["tls-untrusted"].title)).toBeFocused();
  expect(page.url()).not.toMatch(/509|zebra/);
  await page.goBack();
  await expect(field).toHaveValue("X509");
});

test("a ticket, a message and a report are shown, copied, and hold no credential", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=paste");
  await mouse.paste(parts(page).box(), denied);
  const { button } = parts(page);
  const text = page.locator(".ipg-takeaway pre");

  await button(words.report.markdown).click();
  await expect(text).toContainText(`- Image: \`${ecr}/web:1\``);
  await button(words.report.markdown_copy).click();
  await expect(button(words.code.copied_label.replace("{what}", words.report.markdown))).toBeVisible();
  expect(await clipboard(page)).toBe(await text.innerText());
  await page.getByRole("checkbox", { name: words.report.leave_out }).check();
  await expect(text).not.toContainText("123456789012");

  await page.getByRole("button", { name: /^Message to/ }).click();
  await expect(text).toContainText("Hello,");
  await expect(text).toContainText("Pod: web-7d4b9");
  await expect(text).toContainText("aws iam attach-role-policy");

  await button(words.report.wrong).click();
  await expect(page.getByText(words.report.wrong_intro.split(".")[0])).toBeVisible();
  await expect(page.getByRole("checkbox", { name: words.report.leave_out })).toBeChecked();
  await expect(text).toContainText("credentials-missing");
  for (const secret of [token, "123456789012", "10.0.0.7", "worker-1"]) await expect(text).not.toContainText(secret);
  await page.getByRole("checkbox", { name: words.report.leave_out }).uncheck();
  await expect(text).toContainText("123456789012");
  await expect(text).not.toContainText(token);
  expect(await guide.axe()).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await guide.axe({ looksAlone: true })).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("a file is chosen, in UTF-16 too, and what is no text is told", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=paste");
  const field = page.getByLabel(words.paste.file);
  const windows = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(samples.tag.text, "utf16le")]);
  await field.setInputFiles({ name: "pod.txt", mimeType: "text/plain", buffer: windows });
  await expect(parts(page).verdict()).toContainText("nginx");
  await expect(parts(page).box()).toHaveValue(samples.tag.text.replaceAll("\r", ""));
  await field.setInputFiles({ name: "cat.png", mimeType: "image/png", buffer: Buffer.from("\x89PNG\r\n\0\0\0\x01\x02\0\0\0".repeat(40), "latin1") });
  await expect(page.getByText("This is not text", { exact: false }).first()).toBeVisible();
  await expect(parts(page).box()).toHaveValue("");
});

test("a file is dropped anywhere, and the page stays", async ({ page, guide }) => {
  await guide.open();
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "pod.txt", { type: "text/plain" }));
    return data;
  }, samples.private.text);
  await page.locator("footer").dispatchEvent("dragover", { dataTransfer: dropped });
  await page.locator("footer").dispatchEvent("drop", { dataTransfer: dropped });
  await expect(parts(page).box()).toHaveValue(samples.private.text);
  await expect(parts(page).verdict()).toBeVisible();
});

test("a long text is read in slices, with a bar, and can be stopped", async ({ page, guide }) => {
  await guide.open(undefined, "#v1&view=paste");
  const long = samples.tag.text + "I0704 10:00:00.000000    1234 kubelet.go:12] nothing of interest happened here\n".repeat(60_000);
  const field = page.getByLabel(words.paste.file);
  const file = { name: "kubelet.log", mimeType: "text/plain", buffer: Buffer.from(long) };
  await page.evaluate(() => {
    window.bars = [];
    new MutationObserver(() => {
      const bar = document.querySelector("progress");
      if (bar) window.bars.push(bar.value);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await field.setInputFiles(file);
  await expect(parts(page).verdict()).toContainText("nginx", { timeout: 30_000 });
  const bars = await page.evaluate(() => window.bars);
  expect(new Set(bars).size).toBeGreaterThan(2);
  expect(bars).toEqual([...bars].sort((one, other) => one - other));

  await parts(page).button(words.paste.clear).click();
  // A person has less time for this than a fast machine gives: it is pressed as soon as it is there.
  await page.evaluate((name) => {
    new MutationObserver((_, waiting) => {
      const stop = [...document.querySelectorAll("button")].find((button) => button.textContent === name);
      if (!stop) return;
      waiting.disconnect();
      stop.click();
    }).observe(document.body, { subtree: true, childList: true });
  }, words.paste.reading_stop);
  await field.setInputFiles(file);
  await expect(page.getByRole("heading", { name: words.paste.stopped })).toBeVisible();
  expect(await parts(page).box().evaluate((box, text) => box.value === text, long), "the text is still there").toBe(true);
  await people.keyboard.press(page.getByRole("button", { name: words.paste.reading_again }));
  await expect(parts(page).verdict()).toContainText("nginx", { timeout: 30_000 });
  await expect(page.getByRole("heading", { name: words.paste.stopped })).toHaveCount(0);
});
