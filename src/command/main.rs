//! The `image-pull-guide` command: the library at the terminal.

fn main() {}
