//! Links where no script runs: on the pages that are drawn at build time.
//!
//! The page itself is built without the feature `site`: there is no [`Still`] in it, and the compiler leaves out what
//! components would do with one.

use crate::guide::Place;
use yew::prelude::*;

#[cfg(not(feature = "site"))]
pub(crate) use never::Still;
#[cfg(feature = "site")]
pub(crate) use still::Still;

/// How places are linked where no script runs; `None` in the guide that runs.
#[cfg(feature = "site")]
#[hook]
pub(crate) fn use_still() -> Option<Still> {
    use_context::<Still>()
}

/// How places are linked where no script runs: here one always does.
#[cfg(not(feature = "site"))]
#[hook]
pub(crate) fn use_still() -> Option<Still> {
    None
}

#[cfg(not(feature = "site"))]
mod never {
    use super::Place;

    /// There is none here.
    #[derive(Clone, Copy, PartialEq)]
    pub(crate) enum Still {}

    impl Still {
        /// Where a link to this place leads.
        pub(crate) fn link(&self, _: &Place) -> String {
            match *self {}
        }

        /// Whether what only a script can do keeps its room.
        pub(crate) fn keeps_room(&self) -> bool {
            match *self {}
        }
    }
}

#[cfg(feature = "site")]
mod still {
    use super::Place;
    use crate::content::Content;
    use crate::guide::{Answers, Stand, View, position, ways};

    /// How places are linked where no script runs.
    #[derive(Clone, Debug, PartialEq)]
    pub(crate) enum Still {
        /// Each place has a page of its own, found from this page by this way to the root (`../../`).
        Pages {
            /// The way to the root, with `/` at its end unless it is empty.
            root: String,
        },
        /// All stand on one page, under the fragments that lead to them in the guide that runs.
        OnePage {
            /// Whether what only a script can do keeps its room, because the guide is about to start in this very place.
            keeps_room: bool,
        },
    }

    impl Still {
        /// Where a link to this place leads.
        pub(crate) fn link(&self, place: &Place) -> String {
            match self {
                Self::OnePage { .. } => format!("#{}", nearest(place).fragment()),
                Self::Pages { root } => format!("{root}{}", path(place)),
            }
        }

        /// Whether what only a script can do keeps its room.
        pub(crate) fn keeps_room(&self) -> bool {
            matches!(self, Self::OnePage { keeps_room: true })
        }
    }

    /// The path of the page of a place, from the root; of the guide that runs, where only that has the place.
    fn path(place: &Place) -> String {
        match place.view {
            View::Start if place.fragment().is_empty() => "./".into(),
            View::Causes => "causes/".into(),
            View::Tree => "tree/".into(),
            View::Cause => format!("causes/{}/", place.cause.as_deref().unwrap_or_default()),
            View::Guide => match position(Content::embedded(), &place.answers).stands {
                Stand::Question(step) => format!("guide/{}/", step.id),
                Stand::Outcome(cause, _) => format!("causes/{}/", cause.id),
            },
            View::Practice => match place.case.as_deref() {
                Some(case) => format!("practice/{case}/"),
                None => "practice/".into(),
            },
            View::Handout if place.solutions => "handout/solutions/".into(),
            View::Handout => "handout/".into(),
            View::Start | View::Paste | View::Repair | View::Manifest => format!("./#{}", place.fragment()),
        }
    }

    /// The place as it has a part of its own: a question by the shortest way to it, an outcome as its cause.
    fn nearest(place: &Place) -> Place {
        if place.view != View::Guide {
            return Place { answers: Answers::new(), ..place.clone() };
        }
        match position(Content::embedded(), &place.answers).stands {
            Stand::Question(step) => at_step(&step.id),
            Stand::Outcome(cause, _) => at_cause(&cause.id),
        }
    }

    /// The place of a cause.
    pub(crate) fn at_cause(cause: &str) -> Place {
        Place { view: View::Cause, cause: Some(cause.to_owned()), ..Place::default() }
    }

    /// The place of a practice case.
    pub(crate) fn at_case(case: &str) -> Place {
        Place { view: View::Practice, case: Some(case.to_owned()), ..Place::default() }
    }

    /// The place of a question, by the shortest way to it.
    pub(crate) fn at_step(step: &str) -> Place {
        let is_asked = |stand: &Stand| matches!(stand, Stand::Question(asked) if asked.id == step);
        // Each question is asked on some way; the check of the content sees to that.
        let way = ways(Content::embedded()).into_iter().find(|(_, stand)| is_asked(stand));
        Place { view: View::Guide, answers: way.map(|(answers, _)| answers).unwrap_or_default(), ..Place::default() }
    }
}

#[cfg(feature = "site")]
pub(crate) use still::{at_case, at_cause, at_step};
