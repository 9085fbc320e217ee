//! The words of `content/embed.yaml`, as constants: a missing one does not compile, an unused one is a warning.

include!(concat!(env!("OUT_DIR"), "/embed.rs"));
