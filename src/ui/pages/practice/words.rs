//! The second step: marking the words that decide.

use super::reply::{Kind, actions, go, kind_of, reply};
use super::{Work, place_of};
use crate::cases::{Output, Step};
use crate::content::Content;
use crate::practice::{Answer, End, Marked, Task, judge, lines};
use crate::text::Span;
use crate::ui::components::go::Go;
use crate::ui::components::prose::Prose;
use crate::ui::components::section::Title;
use crate::ui::labels::practice as labels;
use crate::ui::practice::Practised;
use yew::prelude::*;

/// The step.
pub(super) fn words_step(work: &Work<'_>) -> Html {
    let Work { case, attempt, .. } = *work;
    let id = |name: &str| work.id(name);
    let end = attempt.tries(Task::Words).end;
    // Who has the answer shown sees it where it stands, run or not.
    let decides = |output: &Output| case.words.right_in(output).next().is_some();
    let is_shown = |output: &&Output| attempt.seen.contains(&output.id) || (end.is_some() && decides(output));
    let shown: Vec<&Output> = case.outputs.iter().filter(is_shown).collect();
    let more = case.outputs.len() - shown.len();
    let marked = attempt
        .marked
        .as_ref()
        .and_then(|(output, span)| Some(judge(Content::embedded(), case, case.output(output)?, *span)));
    let right = matches!(marked, Some(Marked::Right(_)));
    let kind = kind_of(attempt, Task::Words, right);
    let (title, why) = match &marked {
        _ if kind == Some(Kind::Shown) => {
            (labels::SHOWN, case.words.right.first().map_or(String::new(), |quote| quote.why.clone()))
        }
        Some(marked) => (if right { labels::RIGHT } else { labels::WRONG_WORDS }, said(marked)),
        None => (labels::SHOWN, String::new()),
    };
    if shown.is_empty() {
        return html! {
            <div class="ipg-note">
                <p>{ labels::WORDS_NONE }</p>
                <p><Go to={place_of(case, Step::Look, false)} class="ipg-button">{ go(Step::Look) }</Go></p>
            </div>
        };
    }
    html! {
        <>
            <Title level=2 id={id("words")}>{ labels::WORDS_HEADING }</Title>
            <p class="ipg-hint" id={id("words-hint")}>{ labels::WORDS_HINT }</p>
            <div role="radiogroup" aria-labelledby={id("words")} aria-describedby={id("words-hint")}>
                { for shown.iter().map(|output| marked_output(work, output, end == Some(End::Shown))) }
            </div>
            if more > 0 {
                <p class="ipg-quiet">
                    { if more == 1 { labels::WORDS_MORE_1.to_owned() } else { labels::words_more(more) } }{ " " }
                    <Go to={place_of(case, Step::Look, false)}>{ go(Step::Look) }</Go>
                </p>
            }
            { reply(kind, title, html! { <p><Prose text={why} /></p> }) }
            { actions(work, Task::Words, marked.is_some()) }
        </>
    }
}

/// What is said of marked words.
fn said(marked: &Marked<'_>) -> String {
    let other = &Content::embedded().practice.other_words;
    match marked {
        Marked::Right(quote) | Marked::Tempting(quote) => quote.why.clone(),
        Marked::Wraps(wrapper) => other.wrapper.replace("{about}", &wrapper.explains),
        Marked::SameLine => other.same_line.clone(),
        Marked::OtherLine => other.other_line.clone(),
        Marked::OtherOutput => other.other_output.clone(),
    }
}

/// An output whose pieces can be marked, one of all.
fn marked_output(work: &Work<'_>, output: &Output, is_shown: bool) -> Html {
    let Work { case, attempt, on_practised, .. } = *work;
    let marked = attempt.marked.as_ref().filter(|(id, _)| *id == output.id).map(|(_, span)| *span);
    let id = |name: &str| work.id(name);
    let text = &output.text;
    let pieces: Vec<Span> = lines(Content::embedded(), case, output).concat();
    let right = |span: Span| is_shown && case.words.right_in(output).any(|quote| quote.words == span.of(text));
    let mut drawn = Vec::new();
    let mut from = 0;
    for (number, span) in pieces.into_iter().enumerate() {
        drawn.push(html! { { text[from..span.start].to_owned() } });
        let onchange = {
            let (on_practised, output) = (on_practised.clone(), output.id.clone());
            move |_: Event| on_practised.emit(Practised::Answered(Answer::Words(output.clone(), span)))
        };
        let own = id(&format!("piece-{}-{number}", output.id));
        drawn.push(html! {
            <label class={classes!("ipg-piece", right(span).then_some("ipg-piece--right"))} for={own.clone()}>
                <input type="radio" id={own} name={id("piece")} class="ipg-piece__input" checked={marked == Some(span)} {onchange} />
                <span class="ipg-piece__text">{ span.of(text).to_owned() }</span>
            </label>
        });
        from = span.end;
    }
    html! {
        <div class="ipg-panel ipg-marks" key={output.id.clone()} role="group" aria-label={output.command.clone()}>
            <p class="ipg-marks__command"><code>{ output.command.clone() }</code></p>
            <div class="ipg-marks__text">{ for drawn }{ text[from..].trim_end().to_owned() }</div>
        </div>
    }
}
