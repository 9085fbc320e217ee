//! Shell prompts and the commands behind them.

use super::clean::Signs;
use crate::image::ImageReference;
use crate::text::Span;

/// Whether `name` is a program that people paste the call of, with its output.
fn is_tool(name: &str) -> bool {
    #[rustfmt::skip]
    let known = matches!(
        name,
        "aws" | "az" | "buildah" | "cat" | "cd" | "crictl" | "ctr" | "curl" | "docker" | "export" | "gcloud" | "grep"
            | "helm" | "istioctl" | "journalctl" | "k" | "k3s" | "kind" | "kubeadm" | "kubecolor" | "kubectl" | "ls"
            | "microk8s" | "minikube" | "nerdctl" | "oc" | "podman" | "pouch" | "skopeo" | "sudo" | "systemctl" | "watch"
    );
    known
}

/// Tools that pull images by hand.
const PULLERS: &[&str] = &["buildah", "crictl", "ctr", "docker", "nerdctl", "podman", "pouch"];

/// The command on this line, without its prompt; empty for a prompt alone; `None` where it is no command.
pub(super) fn command(line: &str, signs: Signs) -> Option<&str> {
    let text = line.trim();
    if starts_with_tool(text, false) || announced(text).is_some() {
        return Some(text);
    }
    if !signs.has(Signs::PROMPT) {
        return None;
    }
    let is_sign = |c: char| matches!(c, '$' | '#' | '%' | '>' | '❯' | '➜' | '~' | '+' | ')');
    for (at, sign) in text.char_indices().take_while(|&(at, _)| at < 100).filter(|&(_, c)| is_sign(c)) {
        let rest = text[at + sign.len_utf8()..].trim_start();
        if starts_with_tool(rest, true) {
            return Some(rest);
        }
    }
    let prompt_alone =
        text.len() < 100 && text.ends_with(['$', '#', '%', '>']) && (text.len() == 1 || text.contains('@'));
    (prompt_alone && !text.contains('"')).then_some("")
}

/// The image that a tool says it pulls, on a line of its own: what follows is about it, as behind a command.
fn announced(text: &str) -> Option<&str> {
    let image = match text.as_bytes().first()? {
        b'T' => text.strip_prefix("Trying to pull ")?.strip_suffix("...")?,
        b'P' => text.strip_prefix("Pulling repository ")?,
        b'U' => text.strip_prefix("Unable to find image '")?.strip_suffix("' locally")?,
        _ => return None,
    };
    let image = image.strip_prefix("docker://").unwrap_or(image);
    (!image.contains(char::is_whitespace)).then_some(image)
}

/// How a program says in its log which image it fetches; the image follows.
const FETCHES: [&str; 7] = [
    "Using Docker executor with image ",
    "Pulling docker image: ",
    "Pulling docker image ",
    "Retrieving image manifest ",
    "Retrieving image ",
    "Ensuring image ",
    "load metadata for ",
];

/// The image that a build or a job says it fetches, as a part of the line: what follows may be about that, or about
/// any other step.
pub(super) fn fetched(line: &str) -> Option<Span> {
    const LONGEST: usize = 400;
    if line.len() > LONGEST || !(line.contains(" image") || line.contains("metadata for ")) {
        return None;
    }
    let text = line.trim();
    // A list of steps names all that it has done; the one that failed is marked.
    let is_done = text.starts_with("=>") && !text.contains("ERROR");
    if is_done || text.contains("CANCELED") {
        return None;
    }
    let behind = |words: &&str| {
        let at = line.find(*words).filter(|&at| at == 0 || line[..at].ends_with([' ', '\t']))?;
        Some(at + words.len())
    };
    let start = FETCHES.iter().find_map(behind).or_else(|| {
        // In the middle of a line, and without a tag, these words are those of many other things.
        let words = "Pulling image ";
        let at = line.find(words).filter(|&at| line[..at].trim().is_empty() || line[..at].ends_with("] "))?;
        let name = line[at + words.len()..].split_whitespace().next()?;
        name.trim_end_matches('.').contains(['/', ':']).then_some(at + words.len())
    })?;
    let word = line[start..].split([' ', '\t']).next().unwrap_or_default();
    let rest = line[start + word.len()..].trim();
    let name = word.trim_end_matches(['.', ',', ':', ';']);
    let ends = rest.is_empty()
        || rest.trim_end_matches('s').parse::<f32>().is_ok()
        || ["...", "from registry ", "Please be patient"].iter().any(|known| rest.starts_with(known));
    (ends && ImageReference::parse(name).is_valid()).then(|| Span::new(start, start + name.len()))
}

/// The text behind a bare prompt sign (`$ `, `# `), where the line has one.
pub(super) fn prompt_len(text: &str) -> usize {
    let indent = text.len() - text.trim_start().len();
    let bare = &text[indent..];
    if bare.starts_with("$ ") || bare.starts_with("# ") || bare.starts_with("% ") { indent + 2 } else { 0 }
}

fn starts_with_tool(text: &str, prompted: bool) -> bool {
    let mut words = text.split_whitespace();
    let Some(first) = words.next() else { return false };
    let name = program(first);
    let name = name.strip_suffix(".exe").or_else(|| name.strip_suffix(".sh")).unwrap_or(name);
    let second_fits = |mut words: std::str::SplitWhitespace| {
        words.next().is_some_and(|word| word.bytes().all(|b| b.is_ascii_lowercase() || b"-._/=".contains(&b)))
    };
    // In a sentence, what a program said follows behind a colon.
    let is_sentence = || text.find(": ").is_some_and(|at| !text[..at].contains(['"', '\'', '{']));
    is_tool(name) && (prompted || second_fits(words) && !is_sentence())
}

/// The name of a program without its folder.
fn program(word: &str) -> &str {
    word.rsplit(['/', '\\']).next().unwrap_or(word)
}

/// What a command says about the output that follows it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Command<'a> {
    /// The pod that `kubectl describe pod NAME` names.
    pub(super) pod: Option<&'a str>,
    /// The namespace given with `-n`.
    pub(super) namespace: Option<&'a str>,
    /// The image that `docker pull IMAGE` and its likes name.
    pub(super) image: Option<&'a str>,
    /// Whether the tool is `crictl`.
    pub(super) crictl: bool,
}

/// Takes a command apart as far as it tells something.
pub(super) fn parse(command: &str) -> Command<'_> {
    if let Some(image) = announced(command) {
        return Command { image: Some(image), ..Command::default() };
    }
    let words: Vec<&str> = command.split_whitespace().take_while(|word| !matches!(*word, "|" | ";" | "&&")).collect();
    let mut parsed = Command::default();
    for pair in words.windows(2) {
        if let [flag @ ("-n" | "--namespace"), value] = pair
            && !flag.is_empty()
        {
            parsed.namespace = Some(value);
        }
    }
    let namespace =
        words.iter().find_map(|word| word.strip_prefix("--namespace=").or_else(|| word.strip_prefix("-n=")));
    parsed.namespace = namespace.or(parsed.namespace);
    let mut operands = words.iter().copied().filter(|word| !word.starts_with('-') && Some(*word) != parsed.namespace);
    parsed.crictl = words.contains(&"crictl");
    if words.contains(&"pull") && words.iter().any(|word| PULLERS.contains(&program(word))) {
        parsed.image = pulled(&words);
    } else if words.contains(&"describe") {
        let named = operands.by_ref().skip_while(|word| *word != "describe").nth(1).unwrap_or_default();
        parsed.pod = match named {
            "pod" | "pods" | "po" => words
                .iter()
                .copied()
                .skip_while(|word| *word != named)
                .skip(1)
                .find(|word| !word.starts_with('-') && Some(*word) != parsed.namespace),
            _ => ["pod/", "pods/", "po/"].iter().find_map(|kind| named.strip_prefix(kind)),
        };
    }
    parsed.pod = parsed.pod.filter(|name| is_name(name));
    parsed
}

/// The image among the words of a pull: the first that is neither an option nor an option's value.
fn pulled<'a>(words: &[&'a str]) -> Option<&'a str> {
    const SWITCHES: [&str; 6] = ["-q", "--quiet", "-a", "--all-tags", "--all", "--debug"];
    let mut is_value = false;
    for &word in words.iter().skip_while(|word| **word != "pull").skip(1) {
        let value = std::mem::take(&mut is_value);
        if word.starts_with('-') {
            is_value = !word.contains('=') && !SWITCHES.contains(&word);
        } else if !value {
            return Some(word).filter(|word| word.matches('<').count() == word.matches('>').count());
        }
    }
    None
}

/// Whether `text` can be the name of a pod.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.')
}
