//! The text in the box: it is handed around a lot, and may be long.

use std::ops::Deref;
use yew::prelude::*;

/// A text that is shared, and compared without being read where the two are one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pasted(AttrValue);

impl PartialEq for Pasted {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0.as_str(), other.0.as_str()) || self.0 == other.0
    }
}

impl Deref for Pasted {
    type Target = AttrValue;

    fn deref(&self) -> &AttrValue {
        &self.0
    }
}

impl<T: Into<AttrValue>> From<T> for Pasted {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}
