//! The state of the manifest view: a person's own YAML, and what is wanted of it.

use crate::document;
use crate::image::{ImageReference, help};
use crate::manifest::RepairInput;
use crate::patch::{self, Container, Edit, Manifest, Patched, PullPolicy, Refusal, Wanted};
use crate::secret_check::{self, Check, Fault, SecretReport};
use crate::ui::pasted::Pasted;
use std::rc::Rc;

/// What the person pasted and chose.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ManifestForm {
    /// The text, as it was pasted.
    pub text: Pasted,
    /// Whether the file that the person gave last is none that can be read here.
    pub refused: bool,
    /// What the pods are to have.
    pub wanted: Wanted,
    /// The edits that the person does not want.
    pub left_out: Vec<Edit>,
    /// When the person came, in seconds since 1970: what a token's end is compared with.
    pub now: Option<u64>,
    /// What the text says, worked out when it came.
    pub read: Rc<Read>,
    /// What comes of it, worked out at each change.
    pub mending: Rc<Mending>,
}

/// What a text says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Read {
    /// The objects in it.
    pub manifest: Manifest,
    /// What was checked of pull secrets and the pods that name them; nothing where the text cannot be read to its end.
    pub report: SecretReport,
}

/// What comes of the form.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mending {
    /// The edits that help, those left out too.
    pub edits: Vec<Edit>,
    /// Those of them that the person wants.
    pub wanted: Vec<Edit>,
    /// The text with these made, or why they are not.
    pub patched: Result<Patched, Refusal>,
}

impl Default for Mending {
    fn default() -> Self {
        let patched = Patched { text: String::new(), edits: Vec::new() };
        Self { edits: Vec::new(), wanted: Vec::new(), patched: Ok(patched) }
    }
}

/// What a person does to the form.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    /// Comes to the view; when that is, in seconds since 1970.
    Came(u64),
    /// Types or pastes a text.
    Text(Pasted),
    /// Gives a file that is no text, or too long.
    Refused,
    /// Says which image is to be changed.
    Image(String),
    /// Says which image it is to be.
    NewImage(String),
    /// Names a pull secret.
    PullSecret(String),
    /// Chooses a pull policy, or none.
    PullPolicy(Option<PullPolicy>),
    /// Wants an edit, or not.
    Wants(Edit, bool),
}

impl ManifestForm {
    /// The same with what the repair form knows.
    pub(crate) fn wanting(mut self, input: &RepairInput) -> Self {
        let known = |text: &str| crate::manifest::placeholder::known(text).unwrap_or_default().to_owned();
        self.wanted = Wanted {
            image: known(&input.original_image),
            new_image: if input.image == input.original_image { String::new() } else { known(&input.image) },
            pull_secret: if input.needs_secret { known(&input.secret_name) } else { String::new() },
            ..Wanted::default()
        };
        self.left_out.clear();
        self.mending = Rc::new(self.mending());
        self
    }

    /// The same after a change.
    pub(crate) fn changed(mut self, change: Change) -> Self {
        match change {
            Change::Came(now) => {
                self.now = Some(now);
                self.read_again();
            }
            Change::Refused => self.refused = true,
            Change::Text(text) => {
                self.refused = false;
                self.left_out.clear();
                self.text = text;
                self.read_again();
            }
            Change::Image(image) => (self.wanted.image, self.wanted.new_image) = (image, String::new()),
            Change::NewImage(image) => self.wanted.new_image = image,
            Change::PullSecret(name) => self.wanted.pull_secret = name,
            Change::PullPolicy(policy) => self.wanted.pull_policy = policy,
            Change::Wants(edit, true) => self.left_out.retain(|other| *other != edit),
            Change::Wants(edit, false) => self.left_out.push(edit),
        }
        self.mending = Rc::new(self.mending());
        self
    }

    fn read_again(&mut self) {
        let stream = document::read(&self.text);
        let is_whole = stream.problem().is_none() && stream.template().is_none();
        self.read = Rc::new(Read {
            manifest: patch::manifest(&stream),
            report: if is_whole { secret_check::check_stream(&stream, self.now) } else { SecretReport::default() },
        });
    }

    /// The containers of the text.
    pub(crate) fn containers(&self) -> impl Iterator<Item = &Container> {
        self.read.manifest.objects.iter().flat_map(|object| &object.containers)
    }

    /// The images of the text, each once.
    pub(crate) fn images(&self) -> Vec<&str> {
        let mut images: Vec<&str> = Vec::new();
        for image in self.containers().map(|container| container.image.as_str()) {
            if !image.is_empty() && !images.contains(&image) {
                images.push(image);
            }
        }
        images
    }

    /// The image that is to be changed: the one that was chosen where the text has it, else the only one.
    pub(crate) fn image(&self) -> &str {
        let images = self.images();
        let same = |image: &&&str| {
            let normalised = |text: &str| ImageReference::parse(text).normalised();
            normalised(image) == normalised(&self.wanted.image)
        };
        let chosen = images.iter().find(same).filter(|_| !self.wanted.image.is_empty());
        chosen.or(if images.len() == 1 { images.first() } else { None }).copied().unwrap_or_default()
    }

    /// The pull secret that the pods are to name: the one that was typed, else the only Secret of the text, where a pod
    /// is there for it.
    pub(crate) fn pull_secret(&self) -> &str {
        let typed = self.wanted.pull_secret.trim();
        let objects = &self.read.manifest.objects;
        let secrets = self.read.report.subjects.iter().filter(|subject| subject.kind == "Secret");
        let names: Vec<&str> = secrets.map(|subject| subject.name.as_str()).collect();
        match names.as_slice() {
            [only] if typed.is_empty() && objects.iter().any(|object| object.has_pods) => only,
            _ => typed,
        }
    }

    /// What the pods are to have, with the image and the container as the text spells them.
    fn wants(&self) -> Wanted {
        let image = self.image();
        Wanted {
            image: image.to_owned(),
            new_image: self.new_image(),
            container: String::new(),
            service_account: !self.read.manifest.objects.iter().any(|object| object.has_pods),
            pull_secret: self.pull_secret().to_owned(),
            pull_policy: self.wanted.pull_policy,
        }
    }

    /// The image that it is to be: the one that was typed, else what the present one has to be called.
    pub(crate) fn new_image(&self) -> String {
        let typed = self.wanted.new_image.trim();
        let help = help(&ImageReference::parse(self.image()), &[]).filter(|help| help.is_certain());
        if typed.is_empty() { help.and_then(|help| help.reference).unwrap_or_default() } else { typed.to_owned() }
    }

    /// The names that pods have for the one Secret that they can only mean.
    fn renames(&self) -> Vec<Edit> {
        let checks = self.read.report.subjects.iter().flat_map(|subject| &subject.checks);
        let fact =
            |check: &Check, name| check.facts.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
        let differs = checks.filter(|check| check.fault() == Some(Fault::NameDiffers));
        let renames = differs.filter_map(|check| {
            let (old, new) = (fact(check, "found")?, fact(check, "expected")?);
            Some(Edit::RenamePullSecret { old, new })
        });
        renames.filter(|edit| patch::patch(&self.text, std::slice::from_ref(edit)).is_ok()).collect()
    }

    fn mending(&self) -> Mending {
        let mut edits = self.renames();
        let renamed = patch::patch(&self.text, &edits).map(|patched| patched.text);
        edits.extend(patch::suggest(&document::read(renamed.as_deref().unwrap_or(&self.text)), &self.wants()));
        let wanted: Vec<Edit> = edits.iter().filter(|edit| !self.left_out.contains(edit)).cloned().collect();
        let patched = patch::patch(&self.text, &wanted);
        Mending { edits, wanted, patched }
    }
}
