//! What the surroundings hand in: the standalone page, or an element inside somebody else's page.
//!
//! Components never touch the document's title, its URL or its ids on their own. They ask the [`Host`].

use std::rc::Rc;
use yew::prelude::*;

/// What the surroundings can want of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Diagnose this text, as if it were pasted.
    Diagnose(AttrValue),
    /// Show the example with this id; one that there is not changes nothing.
    Example(AttrValue),
    /// Forget everything and go back to this fragment.
    Reset(AttrValue),
}

/// The surroundings of one guide.
#[derive(Clone, PartialEq)]
pub struct Host {
    /// Prefix of every element id, so that several guides can live on one page.
    pub id_prefix: AttrValue,
    /// Where to be: a fragment, with or without its `#`.
    pub fragment: AttrValue,
    /// Counts how often the surroundings have moved, so that coming back to the same fragment is noticed.
    pub moves: u32,
    /// What they want at last, with its number among all that they wanted, so that the same can be wanted twice.
    pub order: Option<(u32, Rc<Order>)>,
    /// The level of the first heading, from 1 to 4; those below it follow.
    pub heading_level: u8,
    /// Whether the guide has a page of its own. In somebody else's page, whose scripts could read along, it asks for no
    /// password.
    pub standalone: bool,
    /// Called with the new fragment (no `#`) when the person goes to another place.
    pub on_place: Callback<AttrValue>,
    /// Called with the new title when the view changes.
    pub on_title: Callback<AttrValue>,
    /// Called with the ids of the causes, worst failure first, when a text has been diagnosed. Never with the text.
    pub on_diagnosed: Callback<Vec<String>>,
}

impl Default for Host {
    /// Surroundings that take no notice: for tests.
    fn default() -> Self {
        Self {
            id_prefix: "ipg".into(),
            fragment: AttrValue::default(),
            moves: 0,
            order: None,
            heading_level: 1,
            standalone: false,
            on_place: Callback::noop(),
            on_title: Callback::noop(),
            on_diagnosed: Callback::noop(),
        }
    }
}

/// A function that makes the ids of this guide from local names.
#[hook]
pub(crate) fn use_id() -> impl Fn(&str) -> AttrValue + Clone {
    let prefix = use_context::<Host>().unwrap_or_default().id_prefix;
    move |name: &str| AttrValue::from(format!("{prefix}-{name}"))
}

/// How many levels the headings of this guide stand below those of a page of its own, from 0 to 3.
#[hook]
pub(crate) fn use_heading_shift() -> u8 {
    use_context::<Host>().unwrap_or_default().heading_level.clamp(1, 4) - 1
}

/// Whether the guide may ask for a password.
#[hook]
pub(crate) fn use_standalone() -> bool {
    use_context::<Host>().unwrap_or_default().standalone
}
