//! What the surroundings hand in: the standalone page, or later an element inside somebody else's page.
//!
//! Components never touch the document's title, its URL or its ids on their own. They ask the [`Host`].

use yew::prelude::*;

/// The surroundings of one guide.
#[derive(Clone, PartialEq)]
pub struct Host {
    /// Prefix of every element id, so that several guides can live on one page.
    pub id_prefix: AttrValue,
    /// Where to be: a fragment, with or without its `#`.
    pub fragment: AttrValue,
    /// Counts how often the surroundings have moved, so that coming back to the same fragment is noticed.
    pub moves: u32,
    /// Whether the guide has a page of its own. In somebody else's page, whose scripts could read along, it asks for no
    /// password.
    pub standalone: bool,
    /// Called with the new fragment (no `#`) when the person goes to another place.
    pub on_place: Callback<AttrValue>,
    /// Called with the new title when the view changes.
    pub on_title: Callback<AttrValue>,
}

impl Default for Host {
    /// Surroundings that take no notice: for tests.
    fn default() -> Self {
        Self {
            id_prefix: "ipg".into(),
            fragment: AttrValue::default(),
            moves: 0,
            standalone: false,
            on_place: Callback::noop(),
            on_title: Callback::noop(),
        }
    }
}

/// A function that makes the ids of this guide from local names.
#[hook]
pub(crate) fn use_id() -> impl Fn(&str) -> AttrValue + Clone {
    let prefix = use_context::<Host>().unwrap_or_default().id_prefix;
    move |name: &str| AttrValue::from(format!("{prefix}-{name}"))
}

/// Whether the guide may ask for a password.
#[hook]
pub(crate) fn use_standalone() -> bool {
    use_context::<Host>().unwrap_or_default().standalone
}
