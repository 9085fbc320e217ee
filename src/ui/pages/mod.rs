//! One file per view.

pub(crate) mod answer;
pub(crate) mod case_sheet;
pub(crate) mod cause;
pub(crate) mod causes;
pub(crate) mod guide;
pub(crate) mod handout;
pub(crate) mod manifest;
pub(crate) mod paste;
pub(crate) mod practice;
pub(crate) mod repair;
pub(crate) mod start;
pub(crate) mod takeaways;
pub(crate) mod tree;
