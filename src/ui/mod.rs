//! The page: everything that knows of a browser.
//!
//! [`app`] holds the state of [`model`] and draws one of `pages`, which put `components` together. `browser` is the
//! only module that calls the browser, and [`host`] is how the surroundings (the page's URL and title) are handed in.

mod app;
mod browser;
mod components;
mod element;
#[cfg(test)]
mod examples;
mod host;
mod labels;
mod links;
mod manifest;
mod model;
mod pages;
mod pasted;
mod practice;
mod reading;
mod repair;
mod standalone;
#[cfg(feature = "site")]
pub mod still;
#[cfg(test)]
mod tests;
mod warm_up;

pub use app::{App, AppProps};
pub use element::Embedded;
pub use host::{Host, Order, Orders};
pub use standalone::mount;
