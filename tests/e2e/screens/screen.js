// The list of screens, and the words in which a screen is written down.

export const screens = [];

/** A screen. `states` are pairs of a name and of what leads there, called with the page, the guide and the host. */
export function screen(name, states, { alike = false } = {}) {
  screens.push({ name, states, alike });
}

/** A screen of one state. */
export const single = (name, come, options) => screen(name, [["as it comes", come]], options);

/** A screen at a fragment. */
export const open = (place) => (page, guide) => guide.open(undefined, place);

/** Unfolds all that is folded. */
export async function unfold(page) {
  const closed = page.locator("main details:not([open]) > summary");
  while ((await closed.count()) > 0) await closed.first().click();
}
