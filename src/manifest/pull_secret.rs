//! The pull secret: a Secret of type `kubernetes.io/dockerconfigjson`.
//!
//! With a password it is what `kubectl create secret docker-registry … --dry-run=client -o yaml` prints, byte for byte
//! in its data. Without one it is a file to finish by hand: `stringData` with readable JSON and placeholders. That form
//! has no `auth` field, which would be user name and password encoded together; the kubelet reads the two fields
//! themselves where there is no `auth`.
//!
//! Values stand in it as they were given, also a server that the kubelet would not find: whoever fills it corrects them
//! before.

use super::json::{self, Escapes};
use super::yaml::{self, Entry, LineMark, Value, YamlDocument, YamlLine};
use super::{RepairInput, Words, placeholder, server};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::fmt;

/// The name of the file that holds it.
pub const FILE_NAME: &str = "pull-secret.yaml";
/// The type of a pull secret.
pub const TYPE: &str = "kubernetes.io/dockerconfigjson";
/// The key of its data.
pub const KEY: &str = ".dockerconfigjson";

/// What stands in the place of a password on a screen.
pub const COVER: &str = "••••••••";

/// A login for a registry and the Secret that holds it. What is not known is empty.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PullSecret {
    /// The name of the Secret.
    pub name: String,
    /// Its namespace; empty for the one that `kubectl` is set to.
    pub namespace: String,
    /// The registry's server, as it is to be the key of the login.
    pub server: String,
    /// The user name.
    pub username: String,
    /// The e-mail address. Registries ignore it; `kubectl` writes it down where it is given.
    pub email: String,
    /// The password or token; `None` leaves a placeholder.
    pub password: Option<String>,
}

impl PullSecret {
    /// The Secret for an input whose values are taken as they are, but for the spelling of Docker Hub's server.
    #[must_use]
    pub fn of(input: &RepairInput, password: Option<&str>) -> Self {
        Self {
            name: input.secret_name.clone(),
            namespace: input.namespace.clone(),
            server: server::normalised(&input.server).to_owned(),
            username: input.username.clone(),
            email: input.email.clone(),
            password: password.map(str::to_owned),
        }
    }

    /// The Secret as a file, its login in base64 as `data`. While something is missing it is
    /// [`string_data_document`](Self::string_data_document), in which a person can fill in the rest.
    #[must_use]
    pub fn document(&self, words: &Words<'_>) -> YamlDocument {
        match self.docker_config() {
            Some(config) => self.file(Entry::new("data", config_map(Value::Text(STANDARD.encode(config)))), words),
            None => self.string_data_document(words),
        }
    }

    /// The Secret as a file, its login readable as `stringData`. It is finished where name, server, user name and
    /// password are known.
    #[must_use]
    pub fn string_data_document(&self, words: &Words<'_>) -> YamlDocument {
        let comment = if self.docker_config().is_some() { "" } else { words.unfinished };
        self.file(Entry::new("stringData", config_map(Value::Block(self.config_lines()))).commented(comment), words)
    }

    fn file(&self, data: Entry, words: &Words<'_>) -> YamlDocument {
        let metadata = metadata(&self.name, &self.namespace);
        let entries = [
            Entry::text("apiVersion", "v1").commented(words.caution),
            Entry::text("kind", "Secret"),
            metadata,
            Entry::text("type", TYPE),
            data,
        ]
        .map(|entry| entry.marked(LineMark::Added));
        yaml::document(FILE_NAME, &entries)
    }

    /// The Docker configuration that the Secret holds, as `kubectl` writes it; `None` while something is missing.
    #[must_use]
    pub fn docker_config(&self) -> Option<String> {
        let (server, username, password) = self.login()?;
        let string = |text: &str| json::string(text, Escapes::Go);
        let email = if self.email.is_empty() { String::new() } else { format!(",\"email\":{}", string(&self.email)) };
        Some(format!(
            "{{\"auths\":{{{}:{{\"username\":{},\"password\":{}{email},\"auth\":{}}}}}}}",
            string(server),
            string(username),
            string(password),
            string(&auth(username, password)),
        ))
    }

    /// The same as readable lines, with placeholders for what is missing.
    pub(super) fn config_lines(&self) -> Vec<YamlLine> {
        let server = given(&self.server).unwrap_or(placeholder::REGISTRY);
        let username = given(&self.username).unwrap_or(placeholder::USERNAME);
        let password = self.password.as_deref().and_then(given).unwrap_or(placeholder::PASSWORD);
        let auth = self.login().map(|(_, username, password)| auth(username, password));
        let email = Some(self.email.as_str()).filter(|email| !email.is_empty());
        let login =
            [("username", Some(username)), ("email", email), ("password", Some(password)), ("auth", auth.as_deref())];
        let string = |text: &str| json::string(text, Escapes::Yaml);
        let login = login.into_iter().filter_map(|(key, value)| Some(format!("      \"{key}\": {}", string(value?))));
        let login = login.collect::<Vec<_>>().join(",\n");
        let text = format!("{{\n  \"auths\": {{\n    {}: {{\n{login}\n    }}\n  }}\n}}", string(server));
        text.lines().map(yaml::marked_line).collect()
    }

    /// Server, user name and password, where all three are known.
    fn login(&self) -> Option<(&str, &str, &str)> {
        Some((given(&self.server)?, given(&self.username)?, given(self.password.as_deref()?)?))
    }
}

/// A file as a screen shows it: passwords, and what they could be read from, are covered. It is no file to keep.
#[must_use]
pub fn covered(document: &YamlDocument) -> YamlDocument {
    let line = |line: &YamlLine| YamlLine { text: covered_line(line), mark: line.mark };
    YamlDocument { file_name: document.file_name.clone(), lines: document.lines.iter().map(line).collect() }
}

fn covered_line(line: &YamlLine) -> String {
    let text = line.text.trim_start();
    let indent = line.text.get(..line.text.len() - text.len()).unwrap_or_default();
    let encoded = format!("{KEY}: ");
    let holds = |start: &str| text.starts_with(start) && line.mark != LineMark::Placeholder;
    if holds(&encoded) && text != format!("{encoded}|") {
        return format!("{indent}{encoded}{COVER}");
    }
    match ["\"password\": \"", "\"auth\": \""].into_iter().find(|start| holds(start)) {
        Some(start) => format!("{indent}{start}{COVER}\"{}", if text.ends_with(',') { "," } else { "" }),
        None => line.text.clone(),
    }
}

/// The value, unless it is empty or a placeholder. White space is a value here: `kubectl` takes it too.
fn given(value: &str) -> Option<&str> {
    (!value.is_empty() && !placeholder::is_placeholder(value)).then_some(value)
}

fn auth(username: &str, password: &str) -> String {
    STANDARD.encode(format!("{username}:{password}"))
}

/// Name and namespace of a Secret; the namespace is left out where it is not known.
pub(super) fn metadata(name: &str, namespace: &str) -> Entry {
    let mut metadata = vec![Entry::text("name", placeholder::known(name).unwrap_or(placeholder::SECRET))];
    metadata.extend(placeholder::known(namespace).map(|namespace| Entry::text("namespace", namespace)));
    Entry::new("metadata", Value::Map(metadata))
}

fn config_map(value: Value) -> Value {
    Value::Map(vec![Entry::new(KEY, value)])
}

/// The password never stands in a debug print.
impl fmt::Debug for PullSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PullSecret")
            .field("name", &self.name)
            .field("namespace", &self.namespace)
            .field("server", &self.server)
            .field("username", &self.username)
            .field("email", &self.email)
            .field("password", &self.password.as_ref().map(|_| "…"))
            .finish()
    }
}
