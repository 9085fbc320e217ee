// Every screen in every state × light, dark and forced colours × 320, 768 and 1280 pixels: no objection of the
// accessibility checker, nothing that scrolls sideways, no target that is too small. `--grep-invert @alike` leaves out the
// screens that differ from others in their words alone.
import { expect, test } from "../host.js";
import { faultsOf, looks } from "../looks.js";
import { screens } from "../screens.js";

for (const { name, states, alike } of screens) {
  test(name, { tag: alike ? ["@alike"] : [] }, async ({ page, guide, host }) => {
    for (const [state, come] of states) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await come(page, guide, host);
      for (const [index, look] of looks.entries()) {
        const faults = await faultsOf(page, guide, look, { looksAlone: index > 0 });
        expect.soft(faults, `${state}: ${look.name}`).toEqual([]);
      }
    }
  });
}
