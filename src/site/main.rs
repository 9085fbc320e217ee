//! Finishes the built page: `site BUILD RELEASE` makes the release out of what trunk has built.
//!
//! Trunk compiles and minifies; what is published is put together here. The only part of this binary that reads or
//! writes files is [`folder`]; all else works on texts. `make dist` runs it; it is never shipped.

#![allow(clippy::print_stderr, reason = "a program says on standard error why it could not do its work")]

mod embedding;
mod folder;
mod index;
mod script;
mod still;
mod styles;
mod words;

use folder::{Folder, Release};
use image_pull_guide::ui::still as drawn;
use script::Parts;
use std::env;
use std::future::Future;
use std::io;
use std::pin::pin;
use std::process::ExitCode;
use std::task::{Context, Poll, Waker};
use still::Shared;

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let (Some(build), Some(release), None) = (arguments.next(), arguments.next(), arguments.next()) else {
        eprintln!("usage: site BUILD RELEASE");
        return ExitCode::from(2);
    };
    let site = env::var("SITE_URL").unwrap_or_default();
    match finish(&Folder::new("."), &Folder::new(build), &site).and_then(|made| made.write(&Folder::new(release))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("site: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The release, from the sources and from what trunk has built of them.
fn finish(source: &Folder, build: &Folder, site: &str) -> io::Result<Release> {
    let template = source.text("index.html")?;
    let mut release = Release::default();
    let code = build.only("page-", ".js")?;
    let wasm = build.only("page-", "_bg.wasm")?;
    let parts = Parts {
        style: release.add_hashed("guide", ".css", styles::bundle(build, &template)?.into_bytes()),
        code: release.add_hashed("page", ".js", build.bytes(&code)?),
        wasm: release.add_hashed("page", "_bg.wasm", build.bytes(&wasm)?),
    };
    let boot = script::stripped(&source.text("src/boot.js")?);
    let boot = release.add_hashed("boot", ".js", boot.into_bytes());
    let site = if site.is_empty() || site.ends_with('/') { site.to_owned() } else { format!("{site}/") };
    let shared = Shared { site, style: &parts.style, icon: index::icon(&template) };
    for page in done(drawn::pages()) {
        release.add(&format!("{}index.html", page.folder), shared.file(&page).into_bytes());
    }
    let front = done(drawn::front(true));
    let canonical = shared.canonical("");
    release.add("index.html", index::page(&template, &parts, &boot, &canonical, &front)?.into_bytes());
    embedding::add(source, &parts, build.bytes(&wasm)?.len(), &mut release)?;
    Ok(release)
}

/// What a future gives that waits for nothing outside: drawing does not.
fn done<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}
