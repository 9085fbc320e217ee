//! A YAML file to take away: coloured, with a sign before each line that changes.

use crate::manifest::highlight::{TokenKind, tokens};
use crate::manifest::pull_secret::covered;
use crate::manifest::{LineMark, YamlDocument, YamlLine};
use crate::ui::browser;
use crate::ui::components::code::CopyButton;
use crate::ui::labels::{code, repair as words};
use crate::ui::links::use_still;
use yew::prelude::*;

/// Properties of [`YamlView`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct YamlViewProps {
    /// The file.
    pub document: YamlDocument,
    /// Whether passwords in it are covered here; what is copied and downloaded has them.
    #[prop_or_default]
    pub covered: bool,
    /// Whether it stands on a sheet for paper, of which a page has many: no buttons, and no landmark.
    #[prop_or_default]
    pub on_paper: bool,
}

/// The file, with buttons to copy and to download it.
#[component]
pub(crate) fn YamlView(props: &YamlViewProps) -> Html {
    let source = use_node_ref();
    let is_still = use_still().is_some() || props.on_paper;
    // Several examples of one file can stand on a page that is for reading alone.
    let role = if is_still { "group" } else { "region" };
    let drawn = if props.covered { covered(&props.document) } else { props.document.clone() };
    let YamlDocument { file_name, lines } = &drawn;
    let text = props.document.text();
    let download = {
        let (file_name, text) = (file_name.clone(), text.clone());
        move |_: MouseEvent| browser::download(&file_name, &text)
    };
    let has = |mark| lines.iter().any(|line| line.mark == mark);
    let legend = [LineMark::Added, LineMark::Changed, LineMark::Placeholder, LineMark::Assumed]
        .into_iter()
        .filter(|mark| has(*mark));
    html! {
        <div class="ipg-panel">
            <div class="ipg-panel__bar">
                <span class="ipg-panel__title ipg-yaml__name">{ file_name.clone() }</span>
                if !props.on_paper { <CopyButton {text} what={file_name.clone()} source={source.clone()} /> }
                if !is_still {
                    <button type="button" class="ipg-button ipg-button--small" onclick={download}
                        aria-label={code::download_label(file_name)}>{ code::DOWNLOAD }</button>
                }
            </div>
            if !props.document.is_finished() { <p class="ipg-yaml__unfinished">{ words::UNFINISHED }</p> }
            <pre class="ipg-yaml" tabindex="0" {role} aria-label={words::yaml_label(file_name)}><code ref={source}>{ for lines.iter().map(line) }</code></pre>
            <p class="ipg-yaml__legend">
                { for legend.map(|mark| html! { <span class="ipg-yaml__key"><span class={class(mark)}>{ sign(mark) }</span>{ name(mark) }</span> }) }
            </p>
        </div>
    }
}

fn line(line: &YamlLine) -> Html {
    let said = match line.mark {
        LineMark::Same => Html::default(),
        mark => html! { <span class="ipg-hidden ipg-yaml__said">{ name(mark) }{ ": " }</span> },
    };
    html! {
        <span class={class(line.mark)}>
            <span class="ipg-yaml__sign" aria-hidden="true">{ sign(line.mark) }</span>
            { said }
            <span>{ for tokens(line).into_iter().map(|(kind, text)| token(kind, text)) }{ "\n" }</span>
        </span>
    }
}

fn token(kind: TokenKind, text: &str) -> Html {
    let class = match kind {
        TokenKind::Key => "ipg-yaml__key-name",
        TokenKind::String => "ipg-yaml__string",
        TokenKind::Comment => "ipg-yaml__comment",
        TokenKind::Placeholder => "ipg-placeholder",
        TokenKind::Punctuation | TokenKind::Plain => return html! { { text.to_owned() } },
    };
    html! { <span {class}>{ text.to_owned() }</span> }
}

fn sign(mark: LineMark) -> &'static str {
    match mark {
        LineMark::Same => " ",
        LineMark::Added => "+",
        LineMark::Changed => "~",
        LineMark::Placeholder => "!",
        LineMark::Assumed => "=",
    }
}

fn name(mark: LineMark) -> &'static str {
    match mark {
        LineMark::Same => "",
        LineMark::Added => words::MARK_ADDED,
        LineMark::Changed => words::MARK_CHANGED,
        LineMark::Placeholder => words::MARK_PLACEHOLDER,
        LineMark::Assumed => words::MARK_ASSUMED,
    }
}

fn class(mark: LineMark) -> &'static str {
    match mark {
        LineMark::Same => "ipg-yaml__line",
        LineMark::Added => "ipg-yaml__line ipg-yaml__line--added",
        LineMark::Changed => "ipg-yaml__line ipg-yaml__line--changed",
        LineMark::Placeholder => "ipg-yaml__line ipg-yaml__line--placeholder",
        LineMark::Assumed => "ipg-yaml__line ipg-yaml__line--assumed",
    }
}
