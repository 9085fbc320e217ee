//! The build script: reads `content/`, refuses to build when anything is wrong with it, and packs the rest.
//!
//! It lies beside the library's modules because it shares them: the content is checked by the very code that the page
//! runs, with the very features of `regex` that the page has.

#![allow(dead_code, unused_imports, unreachable_pub)] // The library uses what is unused here.
#![allow(clippy::print_stdout)] // How a build script speaks to cargo.

mod authoring;
mod cases;
mod content;
mod document;
mod image;
mod message;
mod rules;
mod text;

use authoring::{check, labels, source};

use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed=content");
    let loaded = source::load(&root.join("content"));
    let problems = check::check_loaded(&loaded);
    if !problems.is_empty() {
        for problem in &problems {
            println!("cargo::error={problem}");
        }
        process::exit(1);
    }
    write(&out.join("content.postcard"), &pack(loaded.content));
    let cases = postcard::to_stdvec(&loaded.cases).unwrap_or_else(|error| fail(&format!("the cases: {error}")));
    write(&out.join("cases.postcard"), &cases);
    write(&out.join("labels.rs"), labels::render(&loaded.labels).as_bytes());
    write(&out.join("embed.rs"), labels::render(&loaded.embed).as_bytes());
    write(&out.join("report.rs"), labels::render(&loaded.report).as_bytes());
    write(&out.join("patch.rs"), labels::render(&loaded.patch).as_bytes());
    write(&out.join("site.rs"), labels::render(&loaded.site).as_bytes());
    write(&out.join("command.rs"), labels::render(&loaded.command).as_bytes());
}

/// The blob that `Content::embedded` unpacks: without the examples, which only tests read.
fn pack(mut content: content::Content) -> Vec<u8> {
    for rule in content.causes.iter_mut().flat_map(|cause| &mut cause.rules) {
        rule.examples = content::Examples::default();
    }
    let blob =
        postcard::to_stdvec(&content).unwrap_or_else(|error| fail(&format!("the content cannot be packed: {error}")));
    match postcard::from_bytes::<content::Content>(&blob) {
        Ok(read_back) if read_back == content => blob,
        _ => fail("the packed content does not read back as what was packed"),
    }
}

fn write(path: &Path, bytes: &[u8]) {
    if let Err(error) = fs::write(path, bytes) {
        fail(&format!("{} cannot be written: {error}", path.display()));
    }
}

fn fail(message: &str) -> ! {
    println!("cargo::error={message}");
    process::exit(1);
}
