//! The `image-pull-guide` command: the library at the terminal.
//!
//! A thin adapter: it reads the input, calls the library and prints what it says. Exit status 0 means that it did what
//! was asked, whatever it found; 2 means bad usage or unusable input, with one line on standard error.

#![allow(clippy::print_stderr, reason = "a command says on standard error why it could not do its work")]

mod input;
mod json;
mod patch;
mod secret;
mod text;
mod words;

use clap::{Parser, Subcommand, ValueEnum};
use image_pull_guide::content::Content;
use image_pull_guide::{diagnosis, paste};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Explains why Kubernetes cannot pull an image.
#[derive(Parser)]
#[command(name = "image-pull-guide", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Find the cause in the output of kubectl.
    Diagnose {
        /// How to print the answer.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// What kubectl printed; standard input when absent or `-`.
        file: Option<PathBuf>,
    },
    /// Correct a manifest with the smallest edit, and print it.
    Patch(patch::Arguments),
    /// Print the Secret that `kubectl create secret docker-registry` makes. The password comes from standard input only.
    Secret(secret::Arguments),
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A short answer for people.
    Text,
    /// One JSON object.
    Json,
    /// A batch: each input line is `{"id": "…", "text": "…"}`, each output line the answer with its id.
    Jsonl,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Diagnose { format, file } => diagnose(format, file),
        Command::Patch(arguments) => patch::run(&arguments),
        Command::Secret(arguments) => secret::print(arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough, as in `image-pull-guide … | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("image-pull-guide: {error}");
            ExitCode::from(2)
        }
    }
}

fn diagnose(format: Format, file: Option<PathBuf>) -> io::Result<()> {
    let input = input::read(file.as_deref())?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    match format {
        Format::Jsonl => json::batch(&input.text, &mut out)?,
        Format::Json => {
            let diagnosis = answer(&input.text);
            serde_json::to_writer_pretty(&mut out, &json::Answer::of(&diagnosis, input.replaced))?;
            writeln!(out)?;
        }
        Format::Text => text::print(&answer(&input.text), input.replaced, &mut out)?,
    }
    out.flush()
}

fn answer(input: &str) -> diagnosis::Diagnosis {
    let content = Content::embedded();
    diagnosis::diagnose(content, &paste::read_up_to(content, input, input::MAX_BYTES), input)
}
