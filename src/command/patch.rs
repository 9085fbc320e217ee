//! `patch`: a manifest with the smallest edit, or one line on why there is none.

use crate::input;
use crate::words::patch as words;
use clap::{Args, ValueEnum};
use image_pull_guide::patch::{Edit, PullPolicy, patch};
use std::io::{self, Write};
use std::path::PathBuf;

#[derive(Args)]
#[command(arg_required_else_help = true)]
pub(crate) struct Arguments {
    /// Let the pods name this pull secret; a ServiceAccount where there are no pods.
    #[arg(long, value_name = "NAME")]
    pull_secret: Option<String>,
    /// Correct the name of a pull secret.
    #[arg(long, value_name = "OLD=NEW", value_parser = pair)]
    rename_secret: Option<(String, String)>,
    /// Use another image.
    #[arg(long, value_name = "OLD=NEW", value_parser = pair)]
    image: Vec<(String, String)>,
    /// Set when a container's image is pulled: Always, IfNotPresent or Never.
    #[arg(long, value_name = "CONTAINER=POLICY", value_parser = policy)]
    pull_policy: Vec<(String, Policy)>,
    /// Give the Secret of this name the type of a pull secret.
    #[arg(long, value_name = "NAME")]
    secret_type: Vec<String>,
    /// Put the Secret of this name into another namespace.
    #[arg(long, value_name = "NAME=NAMESPACE", value_parser = pair)]
    secret_namespace: Vec<(String, String)>,
    /// Correct the server that a login in a Secret stands under.
    #[arg(long, value_name = "OLD=NEW", value_parser = pair)]
    secret_server: Vec<(String, String)>,
    /// The manifest; standard input when absent or `-`.
    file: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Policy {
    #[value(name = "Always")]
    Always,
    #[value(name = "IfNotPresent")]
    IfNotPresent,
    #[value(name = "Never")]
    Never,
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((old, new)) if !old.is_empty() && !new.is_empty() => Ok((old.to_owned(), new.to_owned())),
        _ => Err(words::NOT_A_PAIR.to_owned()),
    }
}

fn policy(text: &str) -> Result<(String, Policy), String> {
    let (container, policy) = pair(text)?;
    Policy::from_str(&policy, false).map(|policy| (container, policy)).map_err(|_| words::NOT_A_POLICY.to_owned())
}

/// The edits in an order in which each finds what it looks for.
fn edits(arguments: &Arguments, text: &str) -> Vec<Edit> {
    let image = |(old, new): &(String, String)| Edit::SetImage { old: old.clone(), new: new.clone(), container: None };
    let mut edits: Vec<Edit> = arguments.image.iter().map(image).collect();
    if arguments.pull_secret.is_some() || arguments.rename_secret.is_some() {
        edits.push(Edit::MoveMisplacedPullSecrets);
    }
    edits.extend(
        arguments.rename_secret.iter().map(|(old, new)| Edit::RenamePullSecret { old: old.clone(), new: new.clone() }),
    );
    edits.extend(arguments.pull_secret.iter().map(|name| {
        let manifest = image_pull_guide::patch::manifest(&image_pull_guide::document::read(text));
        let has = |test: fn(&image_pull_guide::patch::ManifestObject) -> bool| manifest.objects.iter().any(test);
        if !has(|object| object.has_pods) && has(|object| object.kind == "ServiceAccount") {
            Edit::AddPullSecretToServiceAccount { name: name.clone(), account: None }
        } else {
            Edit::AddPullSecret { name: name.clone(), image: None }
        }
    }));
    edits.extend(arguments.pull_policy.iter().map(|(container, policy)| Edit::SetPullPolicy {
        container: container.clone(),
        policy: match policy {
            Policy::Always => PullPolicy::Always,
            Policy::IfNotPresent => PullPolicy::IfNotPresent,
            Policy::Never => PullPolicy::Never,
        },
    }));
    // Behind the names, which are the new ones.
    edits.extend(arguments.secret_type.iter().map(|name| Edit::SetSecretType { name: name.clone() }));
    edits.extend(
        arguments
            .secret_namespace
            .iter()
            .map(|(name, namespace)| Edit::SetSecretNamespace { name: name.clone(), namespace: namespace.clone() }),
    );
    edits.extend(
        arguments.secret_server.iter().map(|(old, new)| Edit::SetSecretServer { old: old.clone(), new: new.clone() }),
    );
    edits
}

/// Prints the edited manifest.
///
/// # Errors
/// When it cannot be read, edited or written.
pub(crate) fn run(arguments: &Arguments) -> io::Result<()> {
    // Which edits are wanted does not hang on the text, but for their kinds.
    if edits(arguments, "").is_empty() {
        return Err(io::Error::other(words::NOTHING_TO_DO));
    }
    // A byte order mark stays, so the text is not read as a paste is.
    let bytes = input::bytes(arguments.file.as_deref())?;
    let text = String::from_utf8(bytes).map_err(|_| io::Error::other(words::NOT_UTF_8))?;
    if text.trim().is_empty() {
        return Err(io::Error::other(words::EMPTY));
    }
    let edits = edits(arguments, &text);
    let patched =
        patch(&text, &edits).map_err(|refusal| io::Error::other(words::refused(refusal.line, refusal.text())))?;
    let mut out = io::stdout().lock();
    out.write_all(patched.text.as_bytes())?;
    out.flush()
}
