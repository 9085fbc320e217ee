//! The repair form.

/// What the person typed.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct RepairForm {}
impl RepairForm {
    pub(crate) fn for_failure(_failure: Option<&crate::diagnosis::Failure>, _image: Option<String>) -> Self { Self {} }
}
