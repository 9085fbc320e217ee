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
    /// The registry host, against those of well-known registries.
    Registry,
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

/// Hosts that hold no images, or none any more, and the registry that is meant.
const MISTAKEN_HOSTS: [(&str, &str); 8] = [
    ("docker.com", "docker.io"),
    ("hub.docker.com", "docker.io"),
    ("www.docker.io", "docker.io"),
    ("quay.com", "quay.io"),
    ("github.com", "ghcr.io"),
    ("gitlab.com", "registry.gitlab.com"),
    ("k8s.gcr.io", "registry.k8s.io"),
    ("registry.kubernetes.io", "registry.k8s.io"),
];

/// Hosts of registries that many use.
const KNOWN_HOSTS: [&str; 8] = [
    "docker.io",
    "gcr.io",
    "ghcr.io",
    "mcr.microsoft.com",
    "public.ecr.aws",
    "quay.io",
    "registry.gitlab.com",
    "registry.k8s.io",
];

/// The likely correction of a reference: a host that is none of a registry or was mistyped, an official image whose name
/// was mistyped, or a mistyped `latest`.
///
/// Only names of Docker Hub's official shape (`nginxx`, `library/ngnix`) are compared, and a name on the list is never
/// corrected. `None` where nothing is close, or where the reference is not valid to begin with.
#[must_use]
pub fn suggest(reference: &ImageReference) -> Option<Suggestion> {
    if !reference.is_valid() {
        return None;
    }
    registry(reference).or_else(|| repository(reference)).or_else(|| tag(reference))
}

fn registry(reference: &ImageReference) -> Option<Suggestion> {
    let at = reference.spans.registry?;
    let written = at.of(&reference.written).to_ascii_lowercase();
    if KNOWN_HOSTS.contains(&written.as_str()) {
        return None;
    }
    let mistaken = MISTAKEN_HOSTS.iter().find(|(host, _)| *host == written).map(|(_, meant)| *meant);
    // `gcr.io` is that near to `ghcr.io`: a short host has to have all its letters, in another order.
    let near = |meant: &&str| {
        let distance = damerau_levenshtein(&written, meant);
        distance == 1 && (meant.len() > 7 || written.len() == meant.len() && same_letters(&written, meant))
    };
    let meant = mistaken.or_else(|| KNOWN_HOSTS.iter().copied().find(near))?;
    let rest = reference.written.get(at.end..)?;
    // The web page of an image has these words in front of its name.
    let rest = ["/r/", "/_/"]
        .iter()
        .find_map(|page| rest.strip_prefix(page))
        .map_or(rest.to_owned(), |rest| format!("/{rest}"));
    let reference = format!("{}{meant}{rest}", reference.written.get(..at.start)?);
    Some(Suggestion { part: SuggestionPart::Registry, meant: meant.to_owned(), reference })
}

fn same_letters(one: &str, other: &str) -> bool {
    let sorted = |text: &str| {
        let mut bytes = text.as_bytes().to_vec();
        bytes.sort_unstable();
        bytes
    };
    sorted(one) == sorted(other)
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
