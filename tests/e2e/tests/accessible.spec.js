// Every view, in one look each: no objection of the accessibility checker, nothing cut off, nothing too small. The looks
// go round, so that all of them are seen; `make matrix` sees every screen in each.
import { expect, test } from "../host.js";
import { faultsOf, looks } from "../looks.js";
import { screens } from "../screens.js";

for (const [index, { name, states }] of screens.filter(({ alike }) => !alike).entries()) {
  test(name, async ({ page, guide, host }) => {
    for (const [number, [state, come]] of states.entries()) {
      const look = looks[(index + number) % looks.length];
      await page.setViewportSize({ width: 1280, height: 800 });
      await come(page, guide, host);
      expect.soft(await faultsOf(page, guide, look, { looksAlone: false }), `${state}: ${look.name}`).toEqual([]);
    }
  });
}
