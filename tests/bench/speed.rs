//! How long a diagnosis takes, natively: `make bench`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod pastes;

use image_pull_guide::content::Content;
use image_pull_guide::diagnosis::diagnose;
use image_pull_guide::{mask, paste};
use std::hint::black_box;
use std::time::{Duration, Instant};

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;
const RUNS: usize = 7;

/// With `--write FOLDER` it writes the pastes there instead, for the same measurement in a browser.
fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--write") {
        let folder = std::path::Path::new(&arguments[at + 1]);
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(folder.join("describe-256-KiB.txt"), pastes::describe(256 * KIB)).unwrap();
        std::fs::write(folder.join("events-1-MiB.txt"), pastes::events(MIB)).unwrap();
        std::fs::write(folder.join("events-10-MiB.txt"), pastes::events(10 * MIB)).unwrap();
        return;
    }
    let content = Content::embedded();
    println!("{:34} {:>10} {:>10} {:>10} {:>10} {:>12}", "paste", "read", "diagnose", "mask", "together", "failures");
    let row = |name: &str, text: &str| {
        let read = median(|| paste::read(content, text));
        let parsed = paste::read(content, text);
        let judged = median(|| diagnose(content, &parsed, text));
        let masked = median(|| mask::find(text));
        let failures = diagnose(content, &parsed, text).failures.len();
        println!(
            "{name:34} {} {} {} {} {failures:12}",
            millis(read),
            millis(judged),
            millis(masked),
            millis(read + judged)
        );
    };
    row("describe, 256 KiB", &pastes::describe(256 * KIB));
    for size in [1, 2, 4, 8, 10] {
        row(&format!("get events -A, {size} MiB"), &pastes::events(size * MIB));
    }
}

fn millis(time: Duration) -> String {
    format!("{:7.1} ms", time.as_secs_f64() * 1000.0)
}

/// The median of a few runs.
fn median<T>(mut run: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}
