//! What a check can say.

use crate::content::Content;

/// The words for a pod whose ServiceAccount names its pull secrets.
pub(super) const PLACE_OF_ACCOUNT: &str = "place-account";

/// The fact that names what looks wrong with an image, by its id.
pub(super) const HELP: &str = "help";

/// Values for the words of a check, by the name of their placeholder. Never a credential.
pub type Facts = Vec<(&'static str, String)>;

/// One thing that has to be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What was looked at.
    pub aspect: Aspect,
    /// How it is.
    pub outcome: Outcome,
    /// The line that tells, from 1.
    pub line: usize,
    /// Values for the words.
    pub facts: Facts,
}

impl Check {
    pub(super) fn passed(aspect: Aspect, line: usize) -> Self {
        Self { aspect, outcome: Outcome::Passed, line, facts: Facts::new() }
    }

    pub(super) fn failed(fault: Fault, line: usize) -> Self {
        Self { aspect: fault.aspect(), outcome: Outcome::Failed(fault), line, facts: Facts::new() }
    }

    pub(super) fn open(fault: Fault, line: usize) -> Self {
        Self { aspect: fault.aspect(), outcome: Outcome::Open(fault), line, facts: Facts::new() }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.facts.push((name, value.into()));
        self
    }

    /// What it says, in a sentence or two with inline markup.
    #[must_use]
    pub fn text(&self, content: &Content) -> String {
        let words = &content.secret_check;
        let text = match self.fault() {
            Some(fault) => words.faults.get(fault.id()).map(|fault| &fault.text),
            None if self.aspect == Aspect::Place && !self.facts.is_empty() => words.passed.get(PLACE_OF_ACCOUNT),
            None => words.passed.get(self.aspect.id()),
        };
        let help =
            self.facts.iter().find(|(name, _)| *name == HELP).and_then(|(_, id)| content.words.image_help.get(id));
        self.filled(text) + &help.map(|help| format!(" {help}")).unwrap_or_default()
    }

    /// How to mend it; empty where nothing is wrong.
    #[must_use]
    pub fn fix(&self, content: &Content) -> String {
        let words = self.fault().and_then(|fault| content.secret_check.faults.get(fault.id()));
        self.filled(words.map(|words| &words.fix))
    }

    fn filled(&self, text: Option<&String>) -> String {
        self.facts.iter().fold(text.cloned().unwrap_or_default(), |text, (name, value)| {
            // A value may not end the inline code that it stands in.
            text.replace(&format!("{{{name}}}"), &value.replace('`', "'"))
        })
    }

    /// What is wrong, or could be.
    #[must_use]
    pub fn fault(&self) -> Option<Fault> {
        match self.outcome {
            Outcome::Passed => None,
            Outcome::Failed(fault) | Outcome::Open(fault) => Some(fault),
        }
    }
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It is right.
    Passed,
    /// It is wrong, and the pull fails for it.
    Failed(Fault),
    /// The text cannot tell, or it is right for now.
    Open(Fault),
}

macro_rules! ids {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $id:literal $(of $aspect:ident)?,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The id under which the content has words for it.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            ids!(@aspect $($variant $($aspect)?,)*);
        }
    };
    (@aspect $($variant:ident $aspect:ident,)+) => {
        /// What it is a fault of.
        #[must_use]
        pub fn aspect(self) -> Aspect {
            match self { $(Self::$variant => Aspect::$aspect,)* }
        }
    };
    (@aspect $($variant:ident,)+) => {};
}

ids! {
    /// What is looked at, in the order in which to mend it.
    Aspect {
        /// The names of the images.
        Image = "image",
        /// The object's kind and the Secret's type.
        Type = "type",
        /// The key of the data.
        Key = "key",
        /// The base64 around it.
        Encoding = "encoding",
        /// The JSON in it.
        Json = "json",
        /// User names and passwords.
        Login = "login",
        /// How long they work.
        Expiry = "expiry",
        /// Where a workload names its pull secrets.
        Place = "place",
        /// The names, which have to be the same.
        Name = "name",
        /// The namespace, which has to be the same.
        Namespace = "namespace",
        /// A login for the image's registry.
        Entry = "entry",
    }
}

ids! {
    /// What can be wrong.
    Fault {
        /// No runtime accepts the name of an image.
        ImageWrong = "image-wrong" of Image,
        /// The name of an image looks mistyped.
        ImageOdd = "image-odd" of Image,
        /// It is no Secret but another kind.
        KindWrong = "kind-wrong" of Type,
        /// The Secret says no type, and so is Opaque.
        TypeMissing = "type-missing" of Type,
        /// The Secret's type is not one of a pull secret.
        TypeWrong = "type-wrong" of Type,
        /// There is no data at all.
        DataMissing = "data-missing" of Key,
        /// The key of a pull secret is not there.
        KeyMissing = "key-missing" of Key,
        /// A key is there that is nearly the right one, or that of the other type.
        KeyMisspelt = "key-misspelt" of Key,
        /// There is nothing under the key.
        KeyEmpty = "key-empty" of Key,
        /// Under `data` stands the JSON itself.
        DataIsJson = "data-is-json" of Encoding,
        /// Under `stringData` stands base64.
        StringDataIsBase64 = "string-data-is-base64" of Encoding,
        /// The base64 is broken by white space.
        Base64Broken = "base64-broken" of Encoding,
        /// It is no base64.
        Base64Invalid = "base64-invalid" of Encoding,
        /// It was encoded twice.
        EncodedTwice = "encoded-twice" of Encoding,
        /// What was encoded is no text.
        NotText = "not-text" of Encoding,
        /// What was encoded is no JSON.
        JsonInvalid = "json-invalid" of Json,
        /// The JSON has no `auths`.
        AuthsMissing = "auths-missing" of Json,
        /// `auths` is empty.
        AuthsEmpty = "auths-empty" of Json,
        /// The login is with a helper on another machine, and only its name is here.
        CredentialStore = "credential-store" of Login,
        /// A placeholder was not filled in.
        Placeholder = "placeholder" of Login,
        /// There is no password.
        PasswordMissing = "password-missing" of Login,
        /// `auth` is no base64.
        AuthInvalid = "auth-invalid" of Login,
        /// `auth` has no colon between user name and password.
        AuthWithoutColon = "auth-without-colon" of Login,
        /// `auth` is for another user name or password than those that stand beside it.
        AuthDiffers = "auth-differs" of Login,
        /// White space or a line end clings to user name or password.
        LoginSpace = "login-space" of Login,
        /// The time of a token is over.
        Expired = "expired" of Expiry,
        /// A token has an end that is still to come.
        Expires = "expires" of Expiry,
        /// A login of a kind that works for hours.
        ShortLived = "short-lived" of Expiry,
        /// Nothing names a pull secret.
        PlaceMissing = "place-missing" of Place,
        /// `imagePullSecrets` stands where nobody reads it.
        PlaceWrong = "place-wrong" of Place,
        /// The pod is there already, and the ServiceAccount counts for new ones only.
        AccountTooLate = "account-too-late" of Place,
        /// The list is not one of objects with a `name`.
        PlaceShape = "place-shape" of Place,
        /// Nothing names a pull secret, and the ServiceAccount that could is not here.
        AccountNotHere = "account-not-here" of Place,
        /// A name breaks the rules of Kubernetes.
        NameIllegal = "name-illegal" of Name,
        /// The workload names a pull secret that is not here, and another one is.
        NameDiffers = "name-differs" of Name,
        /// The workload names a pull secret, and none is here.
        SecretNotHere = "secret-not-here" of Name,
        /// The Secret is in another namespace.
        NamespaceDiffers = "namespace-differs" of Namespace,
        /// One of both does not say its namespace.
        NamespaceOpen = "namespace-open" of Namespace,
        /// There is a login, and for other registries.
        EntryMissing = "entry-missing" of Entry,
        /// A login stands under a name that is meant for this registry and not looked up.
        EntryMisspelt = "entry-misspelt" of Entry,
        /// A login for another port of this host.
        EntryPort = "entry-port" of Entry,
        /// A login for another path of this registry.
        EntryPath = "entry-path" of Entry,
        /// No login for a registry that needs none for public images.
        EntryPublic = "entry-public" of Entry,
    }
}
