//! `image-pull-guide secret`: the Secret that `kubectl create secret docker-registry` makes.
//!
//! Values stand in it as they were given, as `kubectl` does it. What is legal and still does not pull, or not for long,
//! is said on standard error.

use crate::words::secret as words;
use clap::Args;
use image_pull_guide::content::Content;
use image_pull_guide::manifest::names::{NameKind, check_name};
use image_pull_guide::manifest::server::{self, ServerProblemKind};
use image_pull_guide::manifest::{PullSecret, RepairInput, Words, output};
use std::io::{self, Read, Write};

/// The most that a Secret can hold, in bytes.
const MAX_PASSWORD: usize = 1024 * 1024;

/// What the Secret is made of.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The name of the Secret.
    #[arg(long, allow_hyphen_values = true)]
    name: String,
    /// The registry's server, as the image has it in front; for Docker Hub it is `https://index.docker.io/v1/`.
    #[arg(long, allow_hyphen_values = true, value_name = "HOST")]
    server: String,
    /// The user name.
    #[arg(long, allow_hyphen_values = true)]
    username: String,
    /// Read the password from standard input. Without it, the Secret has words in capitals to replace.
    #[arg(long)]
    password_stdin: bool,
    /// The e-mail address; almost never needed.
    #[arg(long, allow_hyphen_values = true, default_value = "", hide_default_value = true)]
    email: String,
    /// The namespace; without it, the one that `kubectl` is set to.
    #[arg(long, allow_hyphen_values = true, default_value = "", hide_default_value = true)]
    namespace: String,
}

/// Prints the Secret.
///
/// # Errors
/// When a name is not legal, a value is missing, or the password cannot be read or used.
pub(crate) fn print(arguments: Arguments) -> io::Result<()> {
    let Arguments { name, server, username, password_stdin, email, namespace } = arguments;
    named(NameKind::Secret, &name, words::wrong_name)?;
    if !namespace.is_empty() {
        named(NameKind::Namespace, &namespace, words::wrong_namespace)?;
    }
    for (option, value) in [("--server", &server), ("--username", &username)] {
        if value.is_empty() {
            return Err(io::Error::other(words::missing(option)));
        }
    }
    let password = password_stdin.then(|| password(io::stdin().lock())).transpose()?;
    let input = RepairInput { server, username, ..RepairInput::default() };
    let caution = output::caution(Content::embedded(), &input);
    for line in remarks(&input, &caution, password_stdin) {
        eprintln!("image-pull-guide: {line}");
    }
    let RepairInput { server, username, .. } = input;
    let secret = PullSecret { name, namespace, server, username, email, password };
    let words = Words { unfinished: words::UNFINISHED, caution: &caution, ..Words::default() };
    let document = secret.document(&words);
    let mut out = io::stdout().lock();
    out.write_all(document.text().as_bytes())?;
    out.flush()
}

/// What the person should know of it, a line each.
fn remarks(input: &RepairInput, caution: &str, has_password: bool) -> Vec<String> {
    // Which path the image lies under is not known here.
    let problem = server::problem(&input.server, "").filter(|problem| problem.kind != ServerProblemKind::Path);
    let problem = problem.map(|problem| use_instead(words::server(&input.server), problem.suggestion));
    let colon = input.username.contains(':').then(|| words::USERNAME.to_owned());
    let open = (!has_password).then(|| words::NO_PASSWORD.to_owned());
    let said = caution.lines().map(str::to_owned);
    problem.into_iter().chain(colon).chain(said).chain(open).collect()
}

fn use_instead(wrong: String, right: Option<String>) -> String {
    match right {
        Some(right) => words::use_instead(right, wrong),
        None => wrong,
    }
}

fn named(kind: NameKind, name: &str, wrong: impl Fn(String) -> String) -> io::Result<()> {
    check_name(kind, name)
        .map_err(|problem| io::Error::other(use_instead(wrong(format!("{name:?}")), problem.suggestion)))
}

/// The whole input but for one line end behind it, as `docker login` takes it.
fn password(reader: impl Read) -> io::Result<String> {
    let mut bytes = Vec::new();
    reader.take(MAX_PASSWORD as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_PASSWORD {
        return Err(io::Error::other(words::PASSWORD_LONG));
    }
    let mut password = String::from_utf8(bytes).map_err(|_| io::Error::other(words::PASSWORD_TEXT))?;
    if password.ends_with('\n') {
        password.pop();
        if password.ends_with('\r') {
            password.pop();
        }
    }
    if password.is_empty() { Err(io::Error::other(words::PASSWORD_EMPTY)) } else { Ok(password) }
}
