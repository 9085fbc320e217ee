//! What can be changed, and why it was.

use super::words::explanation as words;

/// One thing to change. Names and images are checked before anything is: a wrong one is refused with its correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Every container that uses the image `old` uses `new`; of one container alone where it is named. `old` is compared
    /// as written, and where nothing is written so, by what it stands for (`nginx` is `docker.io/library/nginx:latest`).
    /// Image volumes count as containers that have the volume's name.
    SetImage {
        /// The image that stands there.
        old: String,
        /// The image that shall stand there.
        new: String,
        /// The container.
        container: Option<String>,
    },
    /// Every pod names the pull secret; only those that use an image, as written, where one is given.
    AddPullSecret {
        /// The name of the Secret.
        name: String,
        /// The image that a pod must use to be changed.
        image: Option<String>,
    },
    /// The pull secret `old` is called `new`: where pods and ServiceAccounts name it, and where the Secret itself stands
    /// in the same text.
    RenamePullSecret {
        /// The name that stands there.
        old: String,
        /// The name that shall stand there.
        new: String,
    },
    /// An `imagePullSecrets` at a level where Kubernetes does not read it goes into the spec of the pod; one that is no
    /// list of names becomes one.
    MoveMisplacedPullSecrets,
    /// The pull policy of a container.
    SetPullPolicy {
        /// The name of the container.
        container: String,
        /// The policy.
        policy: PullPolicy,
    },
    /// A ServiceAccount names the pull secret, so that its pods need not; every one of the text where none is named.
    AddPullSecretToServiceAccount {
        /// The name of the Secret.
        name: String,
        /// The name of the ServiceAccount.
        account: Option<String>,
    },
    /// The Secrets of this name have the type of a pull secret; refused where they hold no Docker configuration.
    SetSecretType {
        /// The name of the Secret.
        name: String,
    },
    /// The Secret of this name is in this namespace. Refused where a pod of the text uses it where it is now, and where
    /// several Secrets have the name.
    SetSecretNamespace {
        /// The name of the Secret.
        name: String,
        /// The namespace that it is to be in.
        namespace: String,
    },
    /// A login of the Secrets of the text stands under another server. Nothing else of the login changes.
    SetSecretServer {
        /// The server that it stands under, as it is written, or without a user and a password in front of it.
        old: String,
        /// The server that it is to stand under.
        new: String,
    },
}

/// When the kubelet pulls an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PullPolicy {
    /// Each time a container starts.
    Always,
    /// When the node does not have it.
    IfNotPresent,
    /// At no time.
    Never,
}

impl PullPolicy {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Always, Self::IfNotPresent, Self::Never];

    /// The policy as a manifest spells it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Always => "Always",
            Self::IfNotPresent => "IfNotPresent",
            Self::Never => "Never",
        }
    }
}

/// Why a change was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Explanation {
    /// Another image.
    Image,
    /// A pod that named no pull secret names one.
    PullSecretAdded,
    /// The name of a pull secret, where it is used.
    PullSecretRenamed,
    /// The name of the Secret itself.
    SecretRenamed,
    /// A pull secret from a level where it is not read.
    PullSecretMoved,
    /// A pull secret that was not written as `- name: …`.
    PullSecretShape,
    /// `imagePullSecrets` itself was misspelt.
    PullSecretKey,
    /// The pull policy.
    PullPolicy,
    /// A ServiceAccount that gives the pull secret to its pods.
    AccountPullSecret,
    /// The type of a Secret.
    SecretType,
    /// The namespace of a Secret.
    SecretNamespace,
    /// The server of a login in a Secret.
    SecretServer,
}

impl Explanation {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Image,
        Self::PullSecretAdded,
        Self::PullSecretRenamed,
        Self::SecretRenamed,
        Self::PullSecretMoved,
        Self::PullSecretShape,
        Self::PullSecretKey,
        Self::PullPolicy,
        Self::AccountPullSecret,
        Self::SecretType,
        Self::SecretNamespace,
        Self::SecretServer,
    ];

    /// The id.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::PullSecretAdded => "pull-secret-added",
            Self::PullSecretRenamed => "pull-secret-renamed",
            Self::SecretRenamed => "secret-renamed",
            Self::PullSecretMoved => "pull-secret-moved",
            Self::PullSecretShape => "pull-secret-shape",
            Self::PullSecretKey => "pull-secret-key",
            Self::PullPolicy => "pull-policy",
            Self::AccountPullSecret => "account-pull-secret",
            Self::SecretType => "secret-type",
            Self::SecretNamespace => "secret-namespace",
            Self::SecretServer => "secret-server",
        }
    }

    /// What is told to people.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Image => words::IMAGE,
            Self::PullSecretAdded => words::PULL_SECRET_ADDED,
            Self::PullSecretRenamed => words::PULL_SECRET_RENAMED,
            Self::SecretRenamed => words::SECRET_RENAMED,
            Self::PullSecretMoved => words::PULL_SECRET_MOVED,
            Self::PullSecretShape => words::PULL_SECRET_SHAPE,
            Self::PullSecretKey => words::PULL_SECRET_KEY,
            Self::PullPolicy => words::PULL_POLICY,
            Self::AccountPullSecret => words::ACCOUNT_PULL_SECRET,
            Self::SecretType => words::SECRET_TYPE,
            Self::SecretNamespace => words::SECRET_NAMESPACE,
            Self::SecretServer => words::SECRET_SERVER,
        }
    }
}
