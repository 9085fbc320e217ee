//! The page: mounts the guide into `index.html`.

fn main() {}
