//! What a person pasted, in its renderings.

use super::{ARTICLE, Named, PASSWORD};
use crate::content::Content;
use crate::mask::{Credential, CredentialKind};
use crate::message::dissect;
use crate::text::Span;
use crate::ui::components::anatomy::AnatomyView;
use crate::ui::components::marked_paste::MarkedPaste;
use crate::ui::components::paste_box::{PasteBox, Promise, Samples};
use crate::ui::components::progress::{Progress, Stopped};
use crate::ui::pasted::Pasted;
use std::rc::Rc;
use yew::prelude::*;

pub(super) fn examples() -> Vec<Named> {
    let mut all = anatomies();
    all.extend(marked());
    let on = Callback::<AttrValue>::noop();
    all.extend([
        ("progress", html! { <Progress percent={40} answer="answer" on_stop={Callback::<()>::noop()} /> }),
        ("stopped", html! { <Stopped answer="answer" on_again={Callback::<()>::noop()} /> }),
        ("paste-box-empty", html! { <PasteBox text={Pasted::from("")} on_text={on.clone()} /> }),
        (
            "paste-box-filled",
            html! { <PasteBox text={Pasted::from("Name: web-0\n<b>&amp;</b>")} on_text={on.clone()} /> },
        ),
        ("promise", html! { <Promise /> }),
        ("samples", html! { <Samples label="Try one" on_sample={on} /> }),
    ]);
    all
}

fn anatomies() -> Vec<Named> {
    let anatomy = |message: &str| {
        let anatomy = dissect(Content::embedded(), message);
        html! { <AnatomyView message={message.to_owned()} {anatomy} /> }
    };
    let with_password = format!(
        "Failed to pull image \"registry.acme.example/web:v2\": rpc error: code = Unknown desc = Error response from \
         daemon: Get \"https://shop:{PASSWORD}@registry.acme.example/v2/\": unauthorized: authentication required"
    );
    vec![
        ("anatomy-of-the-article", anatomy(ARTICLE)),
        ("anatomy-of-one-layer", anatomy("manifest unknown")),
        (
            "anatomy-with-trailing-words",
            anatomy("Error response from daemon: manifest for nginx:foo not found: unknown"),
        ),
        ("anatomy-with-a-password", anatomy(&with_password)),
    ]
}

fn marked() -> Vec<Named> {
    let marked = |text: &str, words: &[&str]| {
        let marks: Vec<Span> = words
            .iter()
            .map(|words| text.find(words).map(|start| Span::new(start, start + words.len())).unwrap())
            .collect();
        let credentials: Vec<Credential> = text
            .match_indices(PASSWORD)
            .map(|(start, found)| Span::new(start, start + found.len()))
            .map(|span| Credential { kind: CredentialKind::Password, span })
            .collect();
        html! { <MarkedPaste text={Pasted::from(text.to_owned())} {marks} credentials={Rc::new(credentials)} label="decides" what="Made up" /> }
    };
    let lines: String = (1..=20).map(|number| format!("line {number}, with words {number}\n")).collect();
    let password = format!(
        "Events:\n  Failed  Get \"https://shop:{PASSWORD}@registry.acme.example/v2/\": unauthorized: no such user\n\
         {{\"auths\":{{\"registry.acme.example\":{{\"password\":\"{PASSWORD}\"}}}}}}\n"
    );
    vec![
        ("marked-one", marked("a\nFailed: nginx:foo: not found\nb\n", &["not found"])),
        ("marked-two-in-a-line", marked("Failed: one and <two>\r\n", &["one", "<two>"])),
        ("marked-two-far-apart", marked(&lines, &["words 4\n", "words 15"])),
        ("marked-two-close-together", marked(&lines, &["words 8", "words 13"])),
        ("marked-over-two-lines", marked("x: manifest\n   unknown, so\n", &["manifest\n   unknown"])),
        ("marked-out-of-order", marked(&lines, &["words 15", "words 4\n"])),
        ("marked-overlapping", marked("access denied: scope: failed\n", &["scope: failed", "access denied: scope"])),
        ("marked-whole-lines", marked("one\ntwo\nthree", &["two\n", "three"])),
        ("marked-first-and-last", marked(&lines, &["line 1,", "words 20"])),
        ("marked-nothing", marked(&lines, &[])),
        ("marked-empty", marked("", &[])),
        ("marked-beside-a-password", marked(&password, &["unauthorized: no such user"])),
        ("marked-over-a-password", marked(&password, &[&format!("shop:{PASSWORD}@registry")])),
    ]
}
