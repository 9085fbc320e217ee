//! The pull secret: a Secret of type `kubernetes.io/dockerconfigjson`.
//!
//! With a password it is what `kubectl create secret docker-registry … --dry-run=client -o yaml` prints, byte for byte
//! in its data. Without one it is a file to finish by hand: `stringData` with readable JSON and placeholders. That form
//! has no `auth` field, which would be user name and password encoded together; the kubelet reads the two fields
//! themselves where there is no `auth`.

use super::json::{self, Escapes};
use super::yaml::{self, Entry, LineMark, Value, YamlDocument, YamlLine};
use super::{Words, placeholder, server};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::fmt;

/// The name of the file that holds it.
pub const FILE_NAME: &str = "pull-secret.yaml";

/// A login for a registry and the Secret that holds it. What is not known is empty.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PullSecret {
    /// The name of the Secret.
    pub name: String,
    /// Its namespace; empty for the one that `kubectl` is set to.
    pub namespace: String,
    /// The registry's server, in any spelling that [`server::normalised`] knows.
    pub server: String,
    /// The user name.
    pub username: String,
    /// The e-mail address. Registries ignore it; `kubectl` writes it down where it is given.
    pub email: String,
    /// The password or token; `None` leaves a placeholder.
    pub password: Option<String>,
}

impl PullSecret {
    /// The Secret as a file. It is finished where name, server, user name and password are known.
    #[must_use]
    pub fn document(&self, words: &Words<'_>) -> YamlDocument {
        let mut metadata = vec![Entry::text("name", placeholder::known(&self.name).unwrap_or(placeholder::SECRET))];
        metadata.extend(placeholder::known(&self.namespace).map(|namespace| Entry::text("namespace", namespace)));
        let data = match self.docker_config() {
            Some(config) => Entry::new("data", Value::Map(vec![config_entry(Value::Text(STANDARD.encode(config)))])),
            None => Entry::new("stringData", Value::Map(vec![config_entry(Value::Block(self.unfinished_config()))]))
                .commented(words.unfinished),
        };
        let entries = [
            Entry::text("apiVersion", "v1"),
            Entry::text("kind", "Secret"),
            Entry::new("metadata", Value::Map(metadata)),
            Entry::text("type", "kubernetes.io/dockerconfigjson"),
            data,
        ]
        .map(|entry| entry.marked(LineMark::Added));
        yaml::document(FILE_NAME, &entries)
    }

    /// The Docker configuration that the Secret holds, as `kubectl` writes it; `None` while something is missing.
    #[must_use]
    pub fn docker_config(&self) -> Option<String> {
        let (server, username) = (placeholder::known(&self.server)?, placeholder::known(&self.username)?);
        let password = self.password.as_deref().and_then(placeholder::known)?;
        let string = |text: &str| json::string(text, Escapes::Go);
        let email = if self.email.is_empty() { String::new() } else { format!(",\"email\":{}", string(&self.email)) };
        Some(format!(
            "{{\"auths\":{{{}:{{\"username\":{},\"password\":{}{email},\"auth\":{}}}}}}}",
            string(server::normalised(server)),
            string(username),
            string(password),
            string(&STANDARD.encode(format!("{username}:{password}"))),
        ))
    }

    fn unfinished_config(&self) -> Vec<YamlLine> {
        let server = placeholder::known(&self.server).map_or(placeholder::REGISTRY, server::normalised);
        let username = placeholder::known(&self.username).unwrap_or(placeholder::USERNAME);
        let string = |text: &str| json::string(text, Escapes::Yaml);
        let email = (!self.email.is_empty()).then(|| format!("      \"email\": {},", string(&self.email)));
        let lines = [
            Some("{".to_owned()),
            Some("  \"auths\": {".to_owned()),
            Some(format!("    {}: {{", string(server))),
            Some(format!("      \"username\": {},", string(username))),
            email,
            Some(format!("      \"password\": {}", string(placeholder::PASSWORD))),
            Some("    }".to_owned()),
            Some("  }".to_owned()),
            Some("}".to_owned()),
        ];
        let marked = |text: String| {
            let is_open = placeholder::split(&text).iter().any(|(is_placeholder, _)| *is_placeholder);
            YamlLine { text, mark: if is_open { LineMark::Placeholder } else { LineMark::Same } }
        };
        lines.into_iter().flatten().map(marked).collect()
    }
}

fn config_entry(value: Value) -> Entry {
    Entry::new(".dockerconfigjson", value)
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
