//! The state of the manifest view: a person's own YAML, and what is wanted of it.

mod mending;

use crate::document;
use crate::image::{ImageReference, help};
use crate::manifest::RepairInput;
use crate::manifest::names::{NameKind, check_name};
use crate::patch::{self, Container, Edit, Manifest, PullPolicy, Wanted};
use crate::secret_check::{self, SecretReport};
use crate::ui::labels::manifest as words;
use crate::ui::pasted::Pasted;
pub(crate) use mending::{Mending, Offer};
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
    /// The name of the file that the text came from.
    pub file: Option<String>,
    /// The edits of which the person wants the other of what is offered: those that help without being needed, and those
    /// that are needed not.
    pub switched: Vec<Edit>,
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

impl Read {
    fn of(text: &str, now: Option<u64>) -> Self {
        let stream = document::read(text);
        let is_whole = stream.problem().is_none() && stream.template().is_none();
        Self {
            manifest: patch::manifest(&stream),
            report: if is_whole { secret_check::check_stream(&stream, now) } else { SecretReport::default() },
        }
    }
}

/// What a person does to the form.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    /// Comes to the view; when that is, in seconds since 1970.
    Came(u64),
    /// Types or pastes a text.
    Text(Pasted),
    /// Gives a file: its name, and its text.
    File(String, Pasted),
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
        self.switched.clear();
        self.mending = Rc::new(Mending::of(&self));
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
                let before = self.read.clone();
                self.take(text);
                self.file = self.file.take().filter(|_| self.is_still(&before.manifest));
            }
            Change::File(name, text) => {
                self.take(text);
                self.file = Some(name).filter(|name| !name.is_empty());
            }
            Change::Image(image) => (self.wanted.image, self.wanted.new_image) = (image, String::new()),
            Change::NewImage(image) => self.wanted.new_image = image,
            Change::PullSecret(name) => self.wanted.pull_secret = name,
            Change::PullPolicy(policy) => self.wanted.pull_policy = policy,
            Change::Wants(edit, wanted) => {
                self.switched.retain(|other| *other != edit);
                if self.mending.offers.iter().any(|offer| offer.edit == edit && offer.is_needed != wanted) {
                    self.switched.push(edit);
                }
            }
        }
        self.mending = Rc::new(Mending::of(&self));
        self
    }

    fn take(&mut self, text: Pasted) {
        self.refused = false;
        self.switched.clear();
        self.text = text;
        self.read_again();
    }

    /// Whether the text is still the one of which this was read, with something in it changed by hand.
    fn is_still(&self, before: &Manifest) -> bool {
        let now = &self.read.manifest.objects;
        let same = |object: &patch::ManifestObject| {
            before.objects.iter().any(|other| (&other.kind, &other.name) == (&object.kind, &object.name))
        };
        // Half-written, a text may have no objects for a moment.
        !self.text.trim().is_empty() && (now.is_empty() || before.objects.is_empty() || now.iter().any(same))
    }

    /// What the file is called that the person takes away: like the one that came, else by the only workload in it.
    pub(crate) fn file_name(&self) -> String {
        if let Some(name) = &self.file {
            return name.clone();
        }
        let is_json = self.text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[']);
        let mut workloads = self.read.manifest.objects.iter().filter(|object| object.has_pods);
        let (Some(only), None) = (workloads.next(), workloads.next()) else {
            return if is_json { words::FILE_JSON } else { words::FILE_YAML }.to_owned();
        };
        let kind = only.kind.to_ascii_lowercase();
        let is_word = !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_alphanumeric());
        match check_name(NameKind::Workload, &only.name) {
            Ok(()) if is_word => format!("{kind}-{}.{}", only.name, if is_json { "json" } else { "yaml" }),
            _ if is_json => words::FILE_JSON.to_owned(),
            _ => words::FILE_YAML.to_owned(),
        }
    }

    fn read_again(&mut self) {
        self.read = Rc::new(Read::of(&self.text, self.now));
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
}
