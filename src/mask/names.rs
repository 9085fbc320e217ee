//! What tells where somebody works, though it opens no door: account numbers, host names, IP addresses.
//!
//! Each gets a stand-in of the same kind, the same one wherever it comes up, so that the text still reads, and means,
//! what it did before.

use std::collections::{BTreeMap, BTreeSet};

/// Hosts that everybody uses, and those below them.
const PUBLIC: &[&str] = &[
    "docker.io",
    "docker.com",
    "gcr.io",
    "ghcr.io",
    "k8s.io",
    "kubernetes.io",
    "mcr.microsoft.com",
    "pkg.dev",
    "public.ecr.aws",
    "quay.io",
    "registry.gitlab.com",
    "registry.redhat.io",
];
/// Ends of hosts of which only the beginning is somebody's own.
const PROVIDERS: &[&str] = &[
    ".amazonaws.com",
    ".amazonaws.com.cn",
    ".azurecr.cn",
    ".azurecr.io",
    ".azurecr.us",
    ".icr.io",
    ".jfrog.io",
    ".ocir.io",
];
/// Ends of file names. None of them is the end of a host on the internet.
const FILES: &[&str] = &[
    "cfg", "conf", "crt", "css", "go", "gz", "html", "js", "json", "lock", "log", "pem", "scope", "service", "slice",
    "sock", "tar", "tgz", "toml", "txt", "yaml", "yml",
];
/// What the path to a field of an object begins with.
const FIELDS: &[&str] = &["data", "metadata", "spec", "status"];
const ACCOUNT_DIGITS: usize = 12;
const NO_ACCOUNT: &str = "000000000000";

/// The names found so far, and their stand-ins.
#[derive(Debug, Default)]
pub struct Names {
    hosts: BTreeMap<String, usize>,
    addresses: BTreeMap<String, usize>,
    /// Words that are host names, though nothing in them shows it; in lower case.
    known: BTreeSet<String>,
}

impl Names {
    /// Nothing is found yet. These words are known to be names of hosts, such as those of nodes.
    #[must_use]
    pub fn knowing<'name>(hosts: impl IntoIterator<Item = &'name str>) -> Self {
        let known = hosts.into_iter().filter(|host| !host.is_empty()).map(str::to_ascii_lowercase).collect();
        Self { known, ..Self::default() }
    }

    /// `text` with a stand-in for each account number of 12 digits, each host name that not everybody uses, and each IP
    /// address. Takes time linear in the text, but for the looking up.
    #[must_use]
    pub fn replaced(&mut self, text: &str) -> String {
        let bytes = text.as_bytes();
        let mut replaced = String::with_capacity(text.len());
        let mut at = 0;
        let mut kept = 0;
        while at < bytes.len() {
            let Some((end, stand_in)) = self.name_at(text, at) else {
                at += 1;
                continue;
            };
            if let Some(stand_in) = stand_in {
                replaced.push_str(text.get(kept..at).unwrap_or_default());
                replaced.push_str(&stand_in);
                kept = end;
            }
            at = end.max(at + 1);
        }
        replaced.push_str(text.get(kept..).unwrap_or_default());
        replaced
    }

    /// The end of the word that begins at `at`, and what stands in its place; `None` where none begins there.
    fn name_at(&mut self, text: &str, at: usize) -> Option<(usize, Option<String>)> {
        let bytes = text.as_bytes();
        if at > 0 && is_word(bytes[at - 1]) {
            return None;
        }
        // Behind a colon a name goes on: `a::b`.
        if let Some(end) = ipv6(text, at).filter(|_| at == 0 || bytes[at - 1] != b':') {
            return Some((end, Some(self.address(&text[at..end], "2001:db8::"))));
        }
        let end = at + bytes[at..].iter().take_while(|byte| is_word(**byte)).count();
        let word = text.get(at..end)?.trim_end_matches(['.', '-', '_']);
        if word.is_empty() || !word.starts_with(|first: char| first.is_ascii_alphanumeric()) {
            return None;
        }
        let behind = text.get(at + word.len()..).unwrap_or_default();
        let stand_in = if is_ipv4(word) {
            Some(self.address(word, "192.0.2."))
        } else if is_host(word)
            || is_node(word)
            || self.known.contains(&word.to_ascii_lowercase())
            || has_port_and_path(word, behind)
        {
            self.host(word)
        } else {
            without_accounts(word)
        };
        Some((at + word.len(), stand_in))
    }

    fn address(&mut self, address: &str, network: &str) -> String {
        let next = self.addresses.len() + 1;
        // More than a network has are seldom; the last one then stands for the rest.
        let number = (*self.addresses.entry(address.to_owned()).or_insert(next)).min(254);
        format!("{network}{number}")
    }

    /// `None` for a host that everybody uses.
    fn host(&mut self, host: &str) -> Option<String> {
        let lower = host.to_ascii_lowercase();
        let below = |end: &&&str| lower.strip_suffix(**end).is_some_and(|own| own.is_empty() || own.ends_with('.'));
        if PUBLIC.iter().any(|end| below(&end)) {
            return None;
        }
        let next = self.hosts.len() + 1;
        let number = *self.hosts.entry(lower.clone()).or_insert(next);
        let provider = PROVIDERS.iter().find(|end| lower.ends_with(**end)).map(|end| lower.len() - end.len());
        // The region, and that it is a registry, belong to the provider too.
        let provider = provider.map(|end| lower.find(".dkr.ecr.").unwrap_or(end));
        Some(format!("host{number}{}", provider.and_then(|from| lower.get(from..)).unwrap_or(".example")))
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_')
}

fn is_ipv4(word: &str) -> bool {
    word.split('.').count() == 4 && word.split('.').all(|part| part.len() <= 3 && part.parse::<u8>().is_ok())
}

/// The end of the IPv6 address at `at`.
fn ipv6(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let fits = |byte: &u8| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.');
    // No address is longer; without a limit a long row of digits would be counted at each of them.
    let len = rest.bytes().take(46).take_while(fits).count();
    let word = rest.get(..len)?.trim_end_matches(['.']);
    let word = if word.ends_with("::") { word } else { word.trim_end_matches(':') };
    let ends = rest.as_bytes().get(word.len()).is_none_or(|next| !is_word(*next) || *next == b'.');
    let is_one = word.matches(':').count() >= 2 && word.bytes().any(|byte| byte.is_ascii_hexdigit());
    (ends && is_one && word.parse::<core::net::Ipv6Addr>().is_ok()).then_some(at + word.len())
}

fn is_host(word: &str) -> bool {
    let mut labels = word.split('.');
    let (first, last) = (labels.next().unwrap_or_default(), word.rsplit('.').next().unwrap_or_default());
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let is_version = first.strip_prefix('v').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    word.contains('.')
        && word.split('.').all(is_label)
        && last.len() >= 2
        && last.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !FILES.contains(&last.to_ascii_lowercase().as_str())
        && !FIELDS.contains(&first)
        && !is_version
}

/// `ip-10-0-0-7`: a node that is called by its address.
fn is_node(word: &str) -> bool {
    let Some(address) = word.strip_prefix("ip-") else { return false };
    address.split('-').count() == 4 && address.split('-').all(|part| part.parse::<u8>().is_ok())
}

/// `registry:5000/shop/web`: a host without a dot is known by what stands behind it.
fn has_port_and_path(word: &str, behind: &str) -> bool {
    let port = behind.strip_prefix(':').and_then(|rest| rest.split_once('/')).map(|(port, _)| port);
    !word.contains(['.', '_'])
        && word.starts_with(|first: char| first.is_ascii_alphabetic())
        && word != "localhost"
        && port.is_some_and(|port| (2..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The word with zeros for each account number in it; `None` where it has none.
fn without_accounts(word: &str) -> Option<String> {
    let is_account = |part: &str| part.len() == ACCOUNT_DIGITS && part.bytes().all(|byte| byte.is_ascii_digit());
    if !word.split(['.', '-', '_']).any(is_account) {
        return None;
    }
    let piece = |piece: &str| {
        let part = piece.trim_end_matches(['.', '-', '_']);
        if is_account(part) { piece.replace(part, NO_ACCOUNT) } else { piece.to_owned() }
    };
    Some(word.split_inclusive(['.', '-', '_']).map(piece).collect())
}

#[cfg(test)]
mod tests {
    use super::Names;

    fn replaced(text: &str) -> String {
        Names::default().replaced(text)
    }

    #[test]
    fn hosts_addresses_and_accounts_get_stand_ins() {
        for (text, expected) in [
            ("Get \"https://registry.acme.corp/v2/\": dial", "Get \"https://host1.example/v2/\": dial"),
            ("lookup registry.acme.corp on 10.96.0.10:53: no", "lookup host1.example on 192.0.2.1:53: no"),
            ("Registry.acme.corp, registry.acme.corp. git.acme.corp", "host1.example, host1.example. host2.example"),
            ("123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1", "host1.dkr.ecr.eu-west-1.amazonaws.com/web:1"),
            ("acme.azurecr.io/web", "host1.azurecr.io/web"),
            ("arn:aws:iam::123456789012:role/x", "arn:aws:iam::000000000000:role/x"),
            ("logs-123456789012-eu 1234567890123", "logs-000000000000-eu 1234567890123"),
            ("[fe80::1:2]:443 and 2001:db8:0:0:0:0:0:7.", "[2001:db8::1]:443 and 2001:db8::2."),
            ("ip-10-0-0-7 ip-10-0-0-7.ec2.internal", "host1.example host2.example"),
            ("registry:5000/shop/web:1", "host1.example:5000/shop/web:1"),
            ("é registry.acme.corp é", "é host1.example é"),
        ] {
            assert_eq!(replaced(text), expected, "{text}");
        }
    }

    #[test]
    fn a_node_is_known_by_being_told() {
        let mut names = Names::knowing(["Worker-1", ""]);
        assert_eq!(names.replaced("worker-1/10.0.0.7 worker-10 worker"), "host1.example/192.0.2.1 worker-10 worker");
    }

    #[test]
    fn what_everybody_uses_and_what_is_no_name_stays() {
        for text in [
            "docker.io/library/nginx:1.25.3-alpine registry-1.docker.io auth.docker.io registry.k8s.io/pause:3.9",
            "europe-docker.pkg.dev/p/r k8s.gcr.io ghcr.io quay.io mcr.microsoft.com localhost:5000/web",
            "pod.yaml /run/containerd/containerd.sock kuberuntime_manager.go:1256 spec.containers{web} v1.Pod",
            "kubernetes.io/dockerconfigjson app.kubernetes.io/name: web",
            "10:20:30 2026-08-01T10:20:30Z sha256:0123456789ab cafe:1 version 1.2.3 a::b:: : ::",
            "",
        ] {
            assert_eq!(replaced(text), text);
        }
    }
}
