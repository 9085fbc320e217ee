//! The words of `content/site.yaml`, as constants: a missing one does not compile, an unused one is a warning.

include!(concat!(env!("OUT_DIR"), "/site.rs"));
