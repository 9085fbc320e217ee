// What Lighthouse says of the standalone page and of a page without scripts: everything but the speed, which `make bench`
// reports.
import { expect, test } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { auditor, pages } from "../lighthouse.js";
import { serve } from "../server.js";

test("Lighthouse finds nothing to better but for speed", async () => {
  test.setTimeout(240_000);
  const server = await serve(fileURLToPath(new URL("../../../dist", import.meta.url)));
  const { audit, close } = await auditor();
  try {
    for (const page of pages) {
      const { categories, audits } = await audit(`${server.url}/${page}`, ["accessibility", "best-practices", "seo"]);
      const wrong = Object.values(audits).filter(({ score, scoreDisplayMode }) => scoreDisplayMode === "binary" && score === 0);
      const scores = Object.fromEntries(Object.entries(categories).map(([name, { score }]) => [name, score]));
      expect(scores, `/${page}: ${wrong.map(({ id }) => id)}`).toEqual({ accessibility: 1, "best-practices": 1, seo: 1 });
    }
  } finally {
    await close();
    await server.close();
  }
});
