//! Finishes the built page: `site BUILD RELEASE` makes the release out of what trunk has built.
//!
//! Trunk compiles and minifies; what is published is put together here. The only part of this binary that reads or
//! writes files is [`folder`]; all else works on texts. `make dist` runs it; it is never shipped.

#![allow(clippy::print_stderr, reason = "a program says on standard error why it could not do its work")]

mod embedding;
mod folder;
mod index;
mod script;
mod single;
mod still;
mod styles;
mod words;

use folder::{Folder, Release};
use image_pull_guide::ui::still as pages;
use index::Drawn;
use script::Parts;
use single::Single;
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
    let style = styles::bundle(build, &template)?;
    let code = build.text(&build.only("page-", ".js")?)?;
    let wasm = build.bytes(&build.only("page-", "_bg.wasm")?)?;
    let boot = script::stripped(&source.text("src/boot.js")?);
    let single = Single {
        template: &template,
        style: &style,
        code: &code,
        wasm: &wasm,
        boot: &boot,
        front: &done(pages::front(false)),
    };
    release.add("image-pull-guide.html", single.page()?);
    let wasm_bytes = wasm.len();
    let parts = Parts {
        style: release.add_hashed("guide", ".css", style),
        code: release.add_hashed("page", ".js", code),
        wasm: release.add_hashed("page", "_bg.wasm", wasm),
    };
    let boot = release.add_hashed("boot", ".js", boot);

    let site = if site.is_empty() || site.ends_with('/') { site.to_owned() } else { format!("{site}/") };
    let shared = Shared { site, style: &parts.style, icon: index::icon(&template) };
    for page in done(pages::pages()) {
        release.add(&format!("{}index.html", page.folder), shared.file(&page));
    }
    let drawn =
        Drawn { canonical: shared.canonical(""), front: done(pages::front(true)), below: done(pages::copy_notice()) };
    let index = index::page(&template, &parts, &boot, &drawn)?;
    let kept = ["./", &parts.style, &boot, &parts.code, &parts.wasm];
    // The names of the other files hold what is in them; the page's own text is hashed beside them.
    let version = folder::hash(format!("{kept:?} {index}").as_bytes());
    release.add(index::WORKER, script::worker(&source.text("src/sw.js")?, &kept, &version)?);
    release.add("index.html", index);
    embedding::add(source, &parts, wasm_bytes, &mut release)?;
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
