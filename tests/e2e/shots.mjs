import { chromium } from "@playwright/test";
import { browser } from "./browser.js";
import { serve } from "./server.js";
const server = await serve("../../dist");
const b = await chromium.launch(browser);
for (const [w, s] of [[1280, "light"], [320, "dark"], [1280, "dark"], [320, "light"]]) {
  const p = await b.newPage({ viewport: { width: w, height: w === 320 ? 700 : 850 }, colorScheme: s });
  const shot = (n, full = true) => p.screenshot({ path: `/tmp/shots/${n}-${w}-${s}.png`, fullPage: full });
  await p.goto(server.url);
  await p.locator("#guide[data-started]").waitFor();
  await shot("start");
  await p.getByRole("button", { name: "A private registry" }).click();
  await p.getByRole("article").waitFor();
  await shot("paste");
  await p.getByRole("button", { name: "Answer this question" }).click();
  await p.getByRole("radio", { name: "I don't know" }).check();
  await p.getByRole("button", { name: "Continue" }).click();
  await shot("question");
  await p.getByRole("radio").first().check();
  await p.getByRole("button", { name: "Continue" }).click();
  await shot("outcome");
  await p.getByRole("button", { name: /Make the pull/ }).first().click();
  await p.getByRole("textbox", { name: /^Name of the secret/ }).fill("my_registry-secret");
  await p.getByText("Or as a file").click();
  await shot("repair");
  await p.close();
}
await b.close(); await server.close();
