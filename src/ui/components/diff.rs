//! What changes in a text: line by line, with the changed words marked, and the whole to copy or download.

use crate::mask::{self, Credential};
use crate::patch::{DiffLine, LineKind, Patched, hunks};
use crate::text::Span;
use crate::ui::browser;
use crate::ui::components::code::CopyButton;
use crate::ui::components::prose::Prose;
use crate::ui::labels::{code, manifest as words};
use crate::ui::pasted::Pasted;
use yew::prelude::*;

/// The lines that are shown around a change.
const CONTEXT: usize = 3;

/// Properties of [`DiffView`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DiffViewProps {
    /// The text before.
    pub before: Pasted,
    /// The text after, and what changed.
    pub patched: Patched,
    /// What the file is called that is taken away.
    pub file_name: AttrValue,
}

/// The changes, why each was made, and buttons that copy and download the whole text.
#[component]
pub(crate) fn DiffView(props: &DiffViewProps) -> Html {
    let source = use_node_ref();
    let DiffViewProps { before, patched, file_name } = props;
    let download = {
        let (text, file_name) = (patched.text.clone(), file_name.clone());
        move |_: MouseEvent| browser::download(&file_name, &text)
    };
    // A person can call a file anything.
    let file_name = AttrValue::from(mask::masked(file_name));
    let mut why: Vec<(&str, &'static str)> = Vec::new();
    for edit in &patched.edits {
        if !why.iter().any(|(path, _)| *path == edit.path) {
            why.push((&edit.path, edit.explanation.text()));
        }
    }
    let (old, new) = (Masked::of(before), Masked::of(&patched.text));
    let line = |line: &DiffLine| draw(line, &old, &new);
    html! {
        <div class="ipg-panel">
            <div class="ipg-panel__bar">
                <span class="ipg-panel__title ipg-yaml__name">{ file_name.clone() }</span>
                <CopyButton text={patched.text.clone()} what={file_name.clone()} source={source.clone()} />
                <button type="button" class="ipg-button ipg-button--small" onclick={download}
                    aria-label={code::download_label(&file_name)}>{ code::DOWNLOAD }</button>
            </div>
            <pre class="ipg-yaml" tabindex="0" role="group" aria-label={words::DIFF_LABEL}><code>{
                for hunks(before, patched, CONTEXT).iter().enumerate().map(|(index, hunk)| html! {
                    <>
                        if index > 0 { <span class="ipg-diff__gap" aria-hidden="true">{ "⋯\n" }</span> }
                        { for hunk.lines.iter().map(line) }
                    </>
                })
            }</code></pre>
            <ul class="ipg-diff__why">
                { for why.into_iter().map(|(path, text)| html! {
                    <li><code>{ mask::masked(path) }</code>{ ": " }<Prose text={text} /></li>
                }) }
            </ul>
            // What is selected where the browser refuses to copy. With a credential in it, it is drawn nowhere.
            if new.credentials.is_empty() {
                <details class="ipg-diff__whole">
                    <summary>{ words::WHOLE }</summary>
                    <pre class="ipg-yaml" tabindex="0" role="group" aria-label={words::WHOLE}><code ref={source}>{ patched.text.clone() }</code></pre>
                </details>
            }
        </div>
    }
}

fn draw(line: &DiffLine, old: &Masked<'_>, new: &Masked<'_>) -> Html {
    let (class, said) = match line.kind {
        LineKind::Same => ("ipg-yaml__line", ""),
        LineKind::Removed => ("ipg-yaml__line ipg-diff__line--removed", words::REMOVED),
        LineKind::Added => ("ipg-yaml__line ipg-yaml__line--added", words::ADDED),
    };
    let number = line.new.or(line.old).unwrap_or_default();
    html! {
        <span {class}>
            <span class="ipg-diff__number" aria-hidden="true">{ number }</span>
            <span class="ipg-yaml__sign" aria-hidden="true">{ line.kind.sign() }</span>
            if !said.is_empty() { <span class="ipg-hidden ipg-yaml__said">{ said }{ ": " }</span> }
            <span>{ for pieces(line, old, new).into_iter().map(|(changed, text)| piece(changed, text)) }{ "\n" }</span>
        </span>
    }
}

fn piece(changed: bool, text: String) -> Html {
    if changed {
        html! { <span class="ipg-diff__word">{ text }</span> }
    } else {
        html! { { text } }
    }
}

/// The credentials of a text, found in the whole of it: what a line holds can show in the lines around it alone.
struct Masked<'text> {
    text: &'text str,
    starts: Vec<usize>,
    credentials: Vec<Credential>,
}

impl<'text> Masked<'text> {
    fn of(text: &'text str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts, credentials: mask::find(text) }
    }

    /// The credentials in a line, with places in it.
    fn in_line(&self, number: usize, len: usize) -> Vec<Credential> {
        let Some(start) = number.checked_sub(1).and_then(|index| self.starts.get(index)).copied() else {
            return Vec::new();
        };
        let end = (start + len).min(self.text.len());
        let touching = self.credentials.iter().filter(|it| it.span.start < end && start < it.span.end);
        let clipped = touching.map(|it| Credential {
            span: Span::new(it.span.start.max(start) - start, it.span.end.min(end) - start),
            ..*it
        });
        clipped.collect()
    }
}

/// The line in pieces, each with whether it changed. Credentials are dots.
fn pieces(line: &DiffLine, old: &Masked<'_>, new: &Masked<'_>) -> Vec<(bool, String)> {
    let marks: Vec<_> = line.changed.iter().filter(|span| !span.is_empty()).map(|span| (*span, 0)).collect();
    let credentials = match (line.new, line.old) {
        (Some(number), _) => new.in_line(number, line.text.len()),
        (None, Some(number)) => old.in_line(number, line.text.len()),
        (None, None) => mask::find(&line.text),
    };
    let segments = mask::segments_of(&line.text, &marks, &credentials);
    segments.into_iter().map(|segment| (segment.mark.is_some(), segment.text)).collect()
}
