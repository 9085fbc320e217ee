//! The page's WebAssembly. Nothing happens by itself: `boot.js` has the guide drawn into the page of its own
//! (`ui::mount`), `embed.js` into somebody else's (`ui::Embedded`).

use image_pull_guide as _;

fn main() {}
