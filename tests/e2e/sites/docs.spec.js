import { readFileSync } from "node:fs";
import { generators } from "../../sites/generators.mjs";
import { linesOf } from "../../sites/lines.mjs";
import { expect, test } from "./site.js";

const overview = readFileSync(new URL("../../../docs/embedding/README.md", import.meta.url), "utf8");

test("the overview shows the lines of the plain page, and leads to each generator", () => {
  expect(overview).toContain(linesOf("html").get("image-pulls.html"));
  for (const generator of Object.keys(generators)) expect(overview).toContain(`](${generator}.md)`);
});
