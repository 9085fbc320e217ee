//! Everything that the repair form shows, from what it holds.

use super::agreement::{self, Fault};
use super::command::{Commands, Terminal};
use super::input::{Field, RepairInput};
use crate::content::Content;

use super::output::caution;
use super::{PullSecret, Words, Workload, YamlDocument};

/// What the repair form shows. Files and commands have the corrected values; the faults say what was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The input with what could be corrected and completed: the values of the files and commands.
    pub input: RepairInput,
    /// What is wrong with the input as it was typed, in the order of the form.
    pub faults: Vec<Fault>,
    /// The fields that are needed and empty, in the order of the form.
    pub missing: Vec<Field>,
    /// The Secret, its password still to fill in; `None` where none is needed.
    pub secret: Option<YamlDocument>,
    /// The workload.
    pub workload: YamlDocument,
    /// The commands.
    pub commands: Commands,
}

impl Repair {
    /// The repair for an input. It never fails: what is missing becomes a placeholder, and a value that is wrong in a
    /// way that only the person can mend is written as it is.
    ///
    /// ```
    /// use image_pull_guide::content::Content;
    /// use image_pull_guide::manifest::{Repair, RepairInput, Terminal, Words};
    /// let typed = RepairInput {
    ///     needs_secret: true,
    ///     secret_name: "my_registry-secret".into(),
    ///     image: "privaate/demo:v1.0".into(),
    ///     ..RepairInput::default()
    /// };
    /// let repair = Repair::of(Content::embedded(), &typed, Terminal::default(), &Words::default());
    /// assert_eq!(repair.faults[0].kind.id(), "name-underscore");
    /// assert!(repair.workload.text().ends_with("imagePullSecrets:\n    - name: my-registry-secret\n"));
    /// ```
    #[must_use]
    pub fn of(content: &Content, typed: &RepairInput, terminal: Terminal, words: &Words<'_>) -> Self {
        let input = agreement::corrected(content, &agreement::corrected(content, typed).completed(content));
        let caution = caution(content, &input);
        let secret_words = Words { caution: &caution, ..*words };
        let workload = Workload {
            kind: input.kind,
            name: input.name.clone(),
            namespace: input.namespace.clone(),
            container: input.container.clone(),
            init: input.init,
            image: input.image.clone(),
            original_image: input.original_image.clone(),
            pull_secret: input.needs_secret.then(|| input.secret_name.clone()),
            original_pull_secret: typed.referenced_secret.clone(),
        };
        Self {
            faults: agreement::check(content, typed),
            missing: typed.missing(content),
            secret: input.needs_secret.then(|| PullSecret::of(&input, None).document(&secret_words)),
            workload: workload.document(words, input.still_has_failing_image()),
            commands: Commands::of(&input, terminal, words),
            input,
        }
    }
}
