//! What pages are given of the state, and what they look up with it.

use super::{Model, Msg};
use crate::content::{Advice, Cause, Content};
use crate::diagnosis::Failure;
use crate::guide::{Place, View};
use crate::paste;
use crate::ui::browser;
use web_sys::File;
use yew::prelude::*;

/// The cause with this id.
pub(crate) fn cause(id: &str) -> Option<&'static Cause> {
    Content::embedded().causes.iter().find(|cause| cause.id == id)
}

/// What mends this cause, for the registry and the cluster of the failure.
pub(crate) fn advice(cause: &'static Cause, failure: Option<&Failure>) -> Advice<'static> {
    let (image, node) = failure.map_or(("", ""), |failure| (&failure.image, &failure.node));
    Content::embedded().advice(cause, image, node)
}

/// What every page is given.
#[derive(Clone, PartialEq)]
pub(crate) struct Guide {
    /// The state.
    pub model: UseReducerHandle<Model>,
}

impl Guide {
    /// A callback that reports what happened.
    pub(crate) fn report<E: 'static>(&self, message: impl Fn(E) -> Msg + 'static) -> Callback<E> {
        let dispatcher = self.model.dispatcher();
        Callback::from(move |event| dispatcher.dispatch(message(event)))
    }

    /// A callback that reads a file, of a size that can be a text of [`paste::MAX_BYTES`], and reports it.
    pub(crate) fn report_file(&self) -> Callback<File> {
        let given = self.report(Msg::FileGiven);
        Callback::from(move |file: File| {
            let given = given.clone();
            // A letter can take two bytes, and two more stand in front of all.
            browser::read_file(&file, 2 * paste::MAX_BYTES + 2, move |text| given.emit(text));
        })
    }

    /// A place with the same answers.
    pub(crate) fn place(&self, view: View) -> Place {
        Place { view, answers: self.model.place.answers.clone(), ..Place::default() }
    }
}

/// The guide that a component is part of. Only pages use it; components are given what they show.
#[hook]
pub(crate) fn use_guide() -> Guide {
    #[expect(clippy::expect_used, reason = "App provides it around every page")]
    use_context::<Guide>().expect("pages live inside App")
}
