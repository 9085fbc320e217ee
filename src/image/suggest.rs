//! Likely typing errors in the names that everybody types.

use super::ImageReference;
use strsim::damerau_levenshtein;

/// A likely correction of a reference that is well formed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Which part looks mistyped.
    pub part: SuggestionPart,
    /// The part as it was probably meant: `nginx`.
    pub meant: String,
    /// The whole reference with that part corrected.
    pub reference: String,
}

/// The parts that are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SuggestionPart {
    /// The repository, against Docker Hub's official images.
    Repository,
    /// The tag, against `latest`.
    Tag,
}

/// Official images of Docker Hub that are pulled most. They stand here and not in `content/`: they are names, not words,
/// and nobody translates or explains them.
const OFFICIAL: &[&str] = &[
    "adminer",
    "alpine",
    "amazonlinux",
    "bash",
    "busybox",
    "caddy",
    "cassandra",
    "centos",
    "consul",
    "couchdb",
    "debian",
    "docker",
    "drupal",
    "eclipse-mosquitto",
    "eclipse-temurin",
    "elasticsearch",
    "fedora",
    "fluentd",
    "ghost",
    "golang",
    "gradle",
    "grafana",
    "haproxy",
    "hello-world",
    "httpd",
    "influxdb",
    "jenkins",
    "joomla",
    "kafka",
    "kibana",
    "kong",
    "logstash",
    "mariadb",
    "maven",
    "memcached",
    "mongo",
    "mongo-express",
    "mysql",
    "nats",
    "neo4j",
    "nextcloud",
    "nginx",
    "node",
    "openjdk",
    "perl",
    "php",
    "postgres",
    "prometheus",
    "python",
    "rabbitmq",
    "redis",
    "registry",
    "rocket.chat",
    "ruby",
    "rust",
    "solr",
    "sonarqube",
    "tomcat",
    "traefik",
    "ubuntu",
    "varnish",
    "vault",
    "wordpress",
    "zookeeper",
];

/// The likely correction of a reference: an official image whose name was mistyped, or a mistyped `latest`.
///
/// Only names of Docker Hub's official shape (`nginxx`, `library/ngnix`) are compared, and a name on the list is never
/// corrected. `None` where nothing is close, or where the reference is not valid to begin with.
#[must_use]
pub fn suggest(reference: &ImageReference) -> Option<Suggestion> {
    if !reference.is_valid() {
        return None;
    }
    repository(reference).or_else(|| tag(reference))
}

fn repository(reference: &ImageReference) -> Option<Suggestion> {
    let name = reference.repository.strip_prefix("library/").filter(|name| !name.contains('/'))?;
    if !reference.is_docker_hub() || OFFICIAL.contains(&name) {
        return None;
    }
    let bound = |meant: &str| if meant.len() >= 7 { 2 } else { 1 };
    let distance = |meant: &str| damerau_levenshtein(name, meant);
    let near = OFFICIAL.iter().copied().filter(|meant| name.len() > 3 && distance(meant) <= bound(meant));
    let meant = near.min_by_key(|meant| distance(meant))?;
    let at = reference.spans.repository?;
    let start = at.end.checked_sub(name.len())?;
    let reference = format!("{}{meant}{}", reference.written.get(..start)?, reference.written.get(at.end..)?);
    Some(Suggestion { part: SuggestionPart::Repository, meant: meant.to_owned(), reference })
}

fn tag(reference: &ImageReference) -> Option<Suggestion> {
    let written = reference.tag_written();
    let close = written.len() > 4 && written != "latest" && damerau_levenshtein(written, "latest") <= 2;
    // A word that is a tag of its own is nobody's typing error.
    let own =
        written.bytes().any(|b| b.is_ascii_digit()) || matches!(written, "tested" | "nested" | "fastest" | "greatest");
    (close && !own).then(|| Suggestion {
        part: SuggestionPart::Tag,
        meant: "latest".to_owned(),
        reference: reference.with_tag("latest"),
    })
}
