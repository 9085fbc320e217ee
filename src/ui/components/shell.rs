//! The frame around every page.

use crate::guide::{Place, View};
use crate::ui::browser;
use crate::ui::components::go::Go;
use crate::ui::components::section::Title;
use crate::ui::host::{use_id, use_standalone};
use crate::ui::labels;
use web_sys::File;
use yew::prelude::*;

/// Properties of [`Shell`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ShellProps {
    /// Which view is open.
    pub view: View,
    /// Where "Answer questions" leads: to the answers given so far.
    pub questions: Place,
    /// Whether the link that led here was odd.
    pub notice: bool,
    /// Hears a file that was dropped anywhere.
    #[prop_or_default]
    pub on_file: Callback<File>,
    /// The page.
    pub children: Html,
}

/// Header, navigation, the page, and the promise at the foot.
#[component]
pub(crate) fn Shell(props: &ShellProps) -> Html {
    let id = use_id();
    let main = use_node_ref();
    let skip = {
        let main = main.clone();
        move |event: MouseEvent| {
            event.prevent_default();
            if let Some(main) = main.cast() {
                browser::focus(&main);
            }
        }
    };
    let ondrop = {
        let on_file = props.on_file.clone();
        move |event: DragEvent| {
            if let Some(file) = browser::dropped_file(&event) {
                on_file.emit(file);
            }
        }
    };
    // The landmarks of somebody else's page are its own.
    let of_page = use_standalone();
    let tag = |name: &'static str| if of_page { name } else { "div" };
    html! {
        <div class="ipg-shell" ondragover={|event: DragEvent| browser::allow_drop(&event)} {ondrop}>
            if of_page {
                <a class="ipg-skip" href={format!("#{}", id("main"))} onclick={skip}>{ labels::shell::SKIP }</a>
            }
            <@{tag("header")} class="ipg-header" part="header">
                <div class="ipg-header__inner">
                    <Go to={Place::default()} class="ipg-header__name">
                        <span class="ipg-logo" aria-hidden="true"></span>{ labels::shell::NAME }
                    </Go>
                    <nav class="ipg-nav" aria-label={labels::shell::NAVIGATION}>
                        <Go to={Place { view: View::Paste, ..props.questions.clone() }} class="ipg-nav__link" current={props.view == View::Paste}>{ labels::shell::NAV_PASTE }</Go>
                        <Go to={props.questions.clone()} class="ipg-nav__link" current={props.view == View::Guide}>{ labels::shell::NAV_GUIDE }</Go>
                        <Go to={Place { view: View::Manifest, ..props.questions.clone() }} class="ipg-nav__link" current={props.view == View::Manifest}>{ labels::shell::NAV_MANIFEST }</Go>
                    </nav>
                </div>
            </@>
            <@{tag("main")} id={id("main")} class="ipg-main" part="main" tabindex="-1" ref={main}>
                if props.notice {
                    <div class="ipg-notice" role="status">
                        <strong>{ labels::shell::NOTICE_HEADING }</strong>
                        <p>{ labels::shell::NOTICE_UNKNOWN }</p>
                    </div>
                }
                { props.children.clone() }
            </@>
            <@{tag("footer")} class="ipg-footer" part="footer">
                <div class="ipg-footer__inner">
                    <p>{ labels::shell::FOOTER }</p>
                    <p class="ipg-footer__links">
                        <Go to={Place { view: View::Causes, ..props.questions.clone() }} current={props.view == View::Causes}>{ labels::shell::CAUSES }</Go>
                        <Go to={Place { view: View::Practice, ..props.questions.clone() }} current={props.view == View::Practice}>{ labels::shell::PRACTICE }</Go>
                        <Go to={Place { view: View::Handout, ..props.questions.clone() }} current={props.view == View::Handout}>{ labels::shell::HANDOUT }</Go>
                    </p>
                </div>
            </@>
        </div>
    }
}

/// Properties of [`Heading`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct HeadingProps {
    /// What the view is about; when it changes, the focus moves here.
    pub about: AttrValue,
    /// Whether it takes the focus.
    #[prop_or(true)]
    pub takes_focus: bool,
    /// The words.
    pub children: Html,
}

/// The heading of a view, which takes the focus when the view changes, but not when the page has just opened, nor where a
/// box is what one has come for.
#[component]
pub(crate) fn Heading(props: &HeadingProps) -> Html {
    let node = use_node_ref();
    let moved = use_context::<Moved>().unwrap_or_default();
    {
        let (node, takes_focus) = (node.clone(), props.takes_focus);
        use_effect_with((props.about.clone(), moved), move |(_, moved)| {
            if moved.0 > 0
                && takes_focus
                && let Some(heading) = node.cast()
            {
                browser::focus(&heading);
            }
        });
    }
    html! { <Title level=1 class="ipg-heading" focus={node}>{ props.children.clone() }</Title> }
}

/// How often the person has gone to another place. At 0 the page has just opened and the focus stays where it is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Moved(pub(crate) u32);
