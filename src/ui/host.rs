//! What the surroundings hand in: the standalone page, or an element inside somebody else's page.
//!
//! Components never touch the document's title, its URL or its ids on their own. They ask the [`Host`].

use std::cell::RefCell;
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

/// What the surroundings want and was not done yet, in order. Several can come before the guide draws itself again.
#[derive(Clone, Debug, Default)]
pub struct Orders {
    /// How many there ever were.
    given: u32,
    waiting: Rc<RefCell<Vec<Order>>>,
}

impl Orders {
    /// Adds one at the end.
    pub(crate) fn add(&mut self, order: Order) {
        self.given += 1;
        self.waiting.borrow_mut().push(order);
    }

    /// Those that wait, which then wait no more.
    pub(crate) fn take(&self) -> Vec<Order> {
        self.waiting.take()
    }
}

impl PartialEq for Orders {
    fn eq(&self, other: &Self) -> bool {
        self.given == other.given && Rc::ptr_eq(&self.waiting, &other.waiting)
    }
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
    /// What they want.
    pub orders: Orders,
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
            orders: Orders::default(),
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
