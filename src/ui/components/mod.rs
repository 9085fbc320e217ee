//! The pieces of the pages. Each is given what it shows; only the links of [`go`] report to the model by themselves.

pub(crate) mod advice;
pub(crate) mod anatomy;
pub(crate) mod checks;
pub(crate) mod code;
pub(crate) mod config_box;
pub(crate) mod diff;
pub(crate) mod failure_list;
pub(crate) mod field;
pub(crate) mod go;
pub(crate) mod jump;
pub(crate) mod make_secret;
pub(crate) mod marked_paste;
pub(crate) mod name_secret;
pub(crate) mod password;
pub(crate) mod paste_box;
pub(crate) mod progress;
pub(crate) mod prose;
pub(crate) mod question;
pub(crate) mod repair_steps;
pub(crate) mod report;
pub(crate) mod section;
pub(crate) mod shell;
pub(crate) mod trail;
pub(crate) mod verdict;
pub(crate) mod wordings;
pub(crate) mod yaml_view;
