//! The first screen: what this is, and two doors.

use crate::guide::{Place, View};
use crate::ui::browser;
use crate::ui::components::code::Command;
use crate::ui::components::go::Go;
use crate::ui::components::paste_box::{Promise, Samples};
use crate::ui::components::prose::Prose;
use crate::ui::components::section::Title;
use crate::ui::components::shell::Heading;
use crate::ui::labels::start as words;
use crate::ui::model::{Msg, use_guide};
use yew::prelude::*;

/// The start.
#[component]
pub(crate) fn StartPage() -> Html {
    let guide = use_guide();
    let on_sample = guide.report(Msg::Handed);
    let onpaste = {
        let on_sample = on_sample.clone();
        move |event: Event| {
            if let Some(text) = browser::pasted_beside_fields(&event) {
                on_sample.emit(text.into());
            }
        }
    };
    html! {
        <div class="ipg-start" {onpaste}>
            <Heading about="start">{ words::HEADING }</Heading>
            <p class="ipg-lead"><Prose text={words::LEAD} /></p>
            <div class="ipg-doors">
                <section class="ipg-door ipg-door--first">
                    <Title level=2 class="ipg-door__title">{ words::PASTE_HEADING }</Title>
                    <p>{ words::PASTE_TEXT }</p>
                    <Command text={words::PASTE_COMMAND} says_open=false />
                    <div class="ipg-door__foot">
                        <Go to={Place { view: View::Paste, ..Place::default() }} class="ipg-button ipg-button--primary">{ words::PASTE_BUTTON }</Go>
                    </div>
                </section>
                <section class="ipg-door">
                    <Title level=2 class="ipg-door__title">{ words::GUIDE_HEADING }</Title>
                    <p>{ words::GUIDE_TEXT }</p>
                    <div class="ipg-door__foot">
                        <Go to={Place { view: View::Guide, ..Place::default() }} class="ipg-button">{ words::GUIDE_BUTTON }</Go>
                    </div>
                </section>
            </div>
            <Samples label={words::SAMPLES} {on_sample} />
            <p class="ipg-start__causes">{ words::CAUSES_LEAD }{ " " }<Go to={Place { view: View::Causes, ..Place::default() }}>{ words::CAUSES }</Go></p>
            <p>{ words::MANIFEST_LEAD }{ " " }<Go to={Place { view: View::Manifest, ..Place::default() }}>{ words::MANIFEST }</Go></p>
            <p>{ words::PRACTICE_LEAD }{ " " }<Go to={Place { view: View::Practice, ..Place::default() }}>{ words::PRACTICE }</Go></p>
            <Promise />
        </div>
    }
}
