//! What changes in a text: line by line, with the changed words marked, and the whole to copy or download.

use crate::mask;
use crate::patch::{DiffLine, LineKind, Patched, hunks};
use crate::ui::browser;
use crate::ui::components::code::CopyButton;
use crate::ui::components::prose::Prose;
use crate::ui::labels::{code, manifest as words};
use yew::prelude::*;

/// The lines that are shown around a change.
const CONTEXT: usize = 3;

/// Properties of [`DiffView`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DiffViewProps {
    /// The text before.
    pub before: AttrValue,
    /// The text after, and what changed.
    pub patched: Patched,
}

/// The changes, why each was made, and buttons that copy and download the whole text.
#[component]
pub(crate) fn DiffView(props: &DiffViewProps) -> Html {
    let source = use_node_ref();
    let DiffViewProps { before, patched } = props;
    let file_name = if before.trim_start().starts_with('{') { words::FILE_JSON } else { words::FILE_YAML };
    let download = {
        let text = patched.text.clone();
        move |_: MouseEvent| browser::download(file_name, &text)
    };
    let mut why: Vec<(&str, &'static str)> = Vec::new();
    for edit in &patched.edits {
        if !why.iter().any(|(path, _)| *path == edit.path) {
            why.push((&edit.path, edit.explanation.text()));
        }
    }
    html! {
        <div class="ipg-panel">
            <div class="ipg-panel__bar">
                <span class="ipg-panel__title ipg-yaml__name">{ file_name }</span>
                <CopyButton text={patched.text.clone()} what={file_name} source={source.clone()} />
                <button type="button" class="ipg-button ipg-button--small" onclick={download}
                    aria-label={code::download_label(file_name)}>{ code::DOWNLOAD }</button>
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
            // What is selected where the browser refuses to copy.
            <details class="ipg-diff__whole">
                <summary>{ words::WHOLE }</summary>
                <pre class="ipg-yaml" tabindex="0" role="group" aria-label={words::WHOLE}><code ref={source}>{ patched.text.clone() }</code></pre>
            </details>
        </div>
    }
}

fn line(line: &DiffLine) -> Html {
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
            <span>{ for pieces(line).into_iter().map(|(changed, text)| piece(changed, text)) }{ "\n" }</span>
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

/// The line in pieces, each with whether it changed. Credentials are dots.
fn pieces(line: &DiffLine) -> Vec<(bool, String)> {
    let marks: Vec<_> = line.changed.iter().filter(|span| !span.is_empty()).map(|span| (*span, 0)).collect();
    mask::segments(&line.text, &marks).into_iter().map(|segment| (segment.mark.is_some(), segment.text)).collect()
}
