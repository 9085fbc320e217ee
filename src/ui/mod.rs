//! The page: everything that knows of a browser.

mod labels;
