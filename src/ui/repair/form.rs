//! The repair form: what it starts from, and what becomes of it.

use crate::content::{Content, KeepsOut, Login, Registry, Repair as Form};
use crate::diagnosis::Failure;
use crate::image::ImageReference;
use crate::manifest::{Fault, Field, KubectlProgram, Owner, RepairInput, Shell, Terminal, WorkloadKind, agreement};
use crate::mask;

/// The name that a new pull secret gets: the one in the article.
const SECRET_NAME: &str = "my-registry-secret";

/// What the person typed and chose.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RepairForm {
    /// The fields.
    pub input: RepairInput,
    /// What the fields were filled with: what differs from it was typed.
    pub start: RepairInput,
    /// The registry that the person picked by hand, by its id; empty while the image tells it.
    pub registry: String,
    /// The kind of login that the person picked, by its id; empty for the one to be preferred.
    pub login: String,
    /// For which program and shell the commands are.
    pub terminal: Terminal,
    /// The field that is being typed in, and the fields that were wrong when that began: nothing else is called wrong
    /// before the person has left the field.
    pub typing: Option<(Field, Vec<Field>)>,
    /// How it is known what makes the pod.
    pub kind_told: KindTold,
}

/// How it is known what makes the pod.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum KindTold {
    /// By nothing: nobody has said a kind.
    #[default]
    No,
    /// The pod's name looks like it.
    Guessed,
    /// The paste says so, or the person.
    Certain,
}

impl RepairForm {
    /// A form filled from what the paste tells, keeping the person's choice of terminal.
    pub(crate) fn filled(
        content: &Content,
        cause: &str,
        form: Form,
        failure: Option<&Failure>,
        image: Option<String>,
        terminal: Terminal,
    ) -> Self {
        let needs_secret = form == Form::PullSecret;
        let mut input = RepairInput { needs_secret, secret_name: SECRET_NAME.into(), ..RepairInput::default() };
        // A login that was refused came from a secret that is there.
        input.replaces_secret = content.cause(cause).is_some_and(|cause| cause.keeps_out == Some(KeepsOut::Logins));
        let mut kind_told = KindTold::No;
        if let Some(failure) = failure {
            let owner = Owner::of(failure);
            kind_told = match owner.kind {
                _ if owner.guessed => KindTold::Guessed,
                // Nothing names an owner, or one of a kind that is not written here.
                WorkloadKind::Pod => KindTold::No,
                _ => KindTold::Certain,
            };
            input.kind = owner.kind;
            input.init = failure.init;
            // A password that stands in a name by mistake must not get into a file or a command.
            input.name = mask::masked(&owner.name);
            input.pod = mask::masked(&failure.pod);
            if let Some(secret) = failure.pull_secrets.first() {
                input.referenced_secret = mask::masked(secret);
                input.secret_name.clone_from(&input.referenced_secret);
            }
            input.namespace = mask::masked(&failure.namespace);
            input.container = mask::masked(&failure.container);
            input.original_image = mask::masked(&failure.image);
            input.image.clone_from(&input.original_image);
        }
        // A suggestion that was taken counts as typed: it is kept as what is typed is.
        let told = input.image.clone();
        if let Some(image) = image {
            input.image = mask::masked(&image);
        }
        let reference = ImageReference::parse(&input.image);
        if needs_secret && !input.image.is_empty() && reference.problems.is_empty() {
            input.server = content.server_of(&reference.registry);
            let login = content.registry_of(&reference.registry).and_then(|it| it.login(""));
            input.username = login.and_then(|login| login.user.clone()).unwrap_or_default();
        }
        let start = RepairInput { image: told, ..input.clone() };
        Self { start, input, terminal, kind_told, ..Self::default() }
    }

    /// The kind of registry that the person picked by hand.
    fn picked<'content>(&self, content: &'content Content) -> Option<&'content Registry> {
        content.registries.iter().find(|registry| registry.id == self.registry)
    }

    /// The picked kind where the image's host is none of it, so that there is no server for it: it is not taken, and the
    /// form goes by the image.
    pub(crate) fn misfit<'content>(&self, content: &'content Content) -> Option<&'content Registry> {
        let host = ImageReference::parse(self.input.known(Field::Image)?).registry;
        self.picked(content).filter(|picked| picked.server.contains('{') && !content.can_be(picked, &host))
    }

    /// The kind of registry that the login is for: the one that was picked, else the one of the image's host.
    pub(crate) fn registry<'content>(&self, content: &'content Content) -> Option<&'content Registry> {
        let picked = self.picked(content).filter(|_| self.misfit(content).is_none());
        let image = || ImageReference::parse(self.input.known(Field::Image)?).registry.into();
        let host: Option<String> = if picked.is_none() { image() } else { None };
        picked.or_else(|| content.registry_of(&host?))
    }

    /// The kind of login; `None` where none is needed or nothing is known of the registry.
    pub(crate) fn login<'content>(&self, content: &'content Content) -> Option<&'content Login> {
        self.registry(content)?.login(&self.login)
    }

    /// Takes the user name that the login always has; one that another login always has goes.
    fn take_user(&mut self, content: &Content) {
        let mut logins = content.registries.iter().flat_map(|registry| &registry.logins);
        if let Some(user) = self.login(content).and_then(|login| login.user.clone()) {
            self.input.username = user;
        } else if logins.any(|login| login.user.as_ref() == Some(&self.input.username)) {
            self.input.username.clear();
        }
    }

    /// The same after an edit. An edit is made on the form as it is then, not as it was drawn.
    pub(crate) fn edited(mut self, content: &Content, edit: Edit) -> Self {
        match edit {
            Edit::Typed(field, value) => {
                if self.typing.as_ref().is_none_or(|(typed, _)| *typed != field) {
                    let faults = agreement::check(content, &self.input);
                    let shown = self.shown(&faults).map(|fault| fault.field).collect();
                    self.typing = Some((field, shown));
                }
                self.input = self.input.with(field, value);
            }
            Edit::Left => self.typing = None,
            Edit::Took(field, value) => {
                self.typing = None;
                self.input = self.input.with(field, value);
            }
            Edit::Kind(kind) => {
                self.input.kind = kind;
                self.kind_told = KindTold::Certain;
            }
            Edit::NeedsSecret(needs) => self.input.needs_secret = needs,
            Edit::ReplacesSecret(replaces) => self.input.replaces_secret = replaces,
            Edit::Init(init) => self.input.init = init,
            Edit::Registry(id) => {
                (self.registry, self.login) = (id, String::new());
                if let Some(registry) = self.registry(content).filter(|_| self.misfit(content).is_none()) {
                    let host = self.input.known(Field::Image).map(|image| ImageReference::parse(image).registry);
                    // Without a host, the field stays open: the image will tell.
                    let of_host = host.map(|host| registry.server.replace("{registry}", &host));
                    let fixed = Some(registry.server.clone()).filter(|server| !server.contains('{'));
                    self.input.server = fixed.or(of_host).unwrap_or_default();
                }
                self.take_user(content);
            }
            Edit::Login(id) => {
                self.login = id;
                self.take_user(content);
            }
            Edit::Program(program) => self.terminal.program = program,
            Edit::Shell(shell) => self.terminal.shell = shell,
        }
        self
    }

    /// The faults that are shown now.
    pub(crate) fn shown<'faults>(&self, faults: &'faults [Fault]) -> impl Iterator<Item = &'faults Fault> {
        let typing = self.typing.clone();
        faults.iter().filter(move |fault| typing.as_ref().is_none_or(|(_, shown)| shown.contains(&fault.field)))
    }

    /// The same with what was typed into an `earlier` form about the same container: nothing typed is lost.
    pub(crate) fn keeping(mut self, earlier: &Self) -> Self {
        let about = |form: &Self| {
            let RepairInput { original_image, container, namespace, name, .. } = form.start.clone();
            [original_image, container, namespace, name]
        };
        if about(&self) != about(earlier) {
            return self;
        }
        for field in Field::ALL {
            let typed = earlier.input.get(field);
            if typed != earlier.start.get(field) {
                self.input = self.input.with(field, typed);
            }
        }
        if !earlier.registry.is_empty() || !earlier.login.is_empty() {
            (self.registry, self.login) = (earlier.registry.clone(), earlier.login.clone());
        }
        if earlier.input.kind != earlier.start.kind {
            self.input.kind = earlier.input.kind;
            self.kind_told = KindTold::Certain;
        }
        self
    }
}

/// What a person does to the form.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Edit {
    /// Types into a field, which has this value then.
    Typed(Field, String),
    /// Leaves the field.
    Left,
    /// Takes a value that is offered for a field.
    Took(Field, String),
    /// Chooses another kind of workload.
    Kind(WorkloadKind),
    /// Says whether the image needs a login.
    NeedsSecret(bool),
    /// Says whether a secret of this name is replaced.
    ReplacesSecret(bool),
    /// Says whether it is an init container.
    Init(bool),
    /// Picks a kind of registry by its id.
    Registry(String),
    /// Picks a kind of login by its id.
    Login(String),
    /// Chooses another program.
    Program(KubectlProgram),
    /// Chooses another shell.
    Shell(Shell),
}
