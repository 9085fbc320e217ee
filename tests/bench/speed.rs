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
/// In MiB.
const SIZES: [usize; 5] = [1, 2, 4, 8, 10];
const RUNS: usize = 7;

/// With `--write FOLDER` it writes the pastes there instead, for the same measurement in a browser.
fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--write") {
        let folder = std::path::Path::new(&arguments[at + 1]);
        std::fs::create_dir_all(folder).unwrap();
        for size in [4, 256] {
            std::fs::write(folder.join(format!("describe-{size}-KiB.txt")), pastes::describe(size * KIB)).unwrap();
        }
        for size in SIZES {
            std::fs::write(folder.join(format!("events-{size}-MiB.txt")), pastes::events(size * MIB)).unwrap();
        }
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
    for size in SIZES {
        row(&format!("get events -A, {size} MiB"), &pastes::events(size * MIB));
    }
    beside_grep(content, &pastes::events(10 * MIB));
}

/// The same text searched by `grep` for all patterns of all rules at once, in the same run: what a machine can do.
fn beside_grep(content: &Content, text: &str) {
    let rules = content.causes.iter().flat_map(|cause| &cause.rules);
    let patterns: String = rules.flat_map(|rule| &rule.any).map(|it| it.replace("(?<secret>", "(") + "\n").collect();
    let folder = std::env::temp_dir().join(format!("image-pull-guide-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (paste, list) = (folder.join("paste"), folder.join("patterns"));
    std::fs::write(&paste, text.to_ascii_lowercase()).unwrap();
    std::fs::write(&list, patterns).unwrap();
    // In the locale of bytes, which the guide's patterns work on too: in others grep decodes each character first.
    let grep = || {
        let options = ["-c", "-E", "-f"];
        std::process::Command::new("grep").env("LC_ALL", "C").args(options).arg(&list).arg(&paste).output()
    };
    let ours = median(|| diagnose(content, &paste::read(content, text), text));
    match grep() {
        Ok(output) => {
            let theirs = median(grep);
            let lines = String::from_utf8_lossy(&output.stdout).trim().to_owned();
            let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
            println!(
                "grep -c -E, all patterns, 10 MiB: {} ({lines} lines); the guide takes {ratio:.2} times as long",
                millis(theirs)
            );
        }
        Err(error) => println!("grep is not here to compare with: {error}"),
    }
    let _ = std::fs::remove_dir_all(folder);
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
