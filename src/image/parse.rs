//! Taking a reference apart: first the parts and their places, then what is wrong with each.

use super::{DOCKER_HUB, ImageReference, ReferenceProblem, ReferenceProblemKind, ReferenceSpans, grammar};
use crate::text::Span;

/// The longest registry and repository together.
const MAX_NAME: usize = 255;

pub(super) fn parse(text: &str) -> ImageReference {
    let written = text.trim();
    let start = scheme_length(written);
    let spans = split(written, start);
    let of = |span: Option<Span>| span.map_or("", |span| span.of(written));

    let registry = match of(spans.registry) {
        "" | "index.docker.io" => DOCKER_HUB,
        other => other,
    };
    let repository_written = of(spans.repository);
    let repository = if registry == DOCKER_HUB && !repository_written.contains('/') && !repository_written.is_empty() {
        format!("library/{repository_written}")
    } else {
        repository_written.to_owned()
    };
    let tag = match (of(spans.tag), spans.digest) {
        ("", None) => "latest",
        (tag, _) => tag,
    };
    let mut reference = ImageReference {
        registry: registry.to_owned(),
        repository,
        repository_written: repository_written.to_owned(),
        tag: tag.to_owned(),
        digest: of(spans.digest).to_owned(),
        spans,
        problems: Vec::new(),
        written: written.to_owned(),
    };
    reference.problems = problems(&reference, start);
    reference
}

/// The bytes of `docker://`, `https://` and the like at the start.
fn scheme_length(written: &str) -> usize {
    let is_scheme = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    written.find("://").filter(|&at| is_scheme(&written[..at])).map_or(0, |at| at + 3)
}

/// The places of the parts in `written`, whose scheme ends at `start`.
fn split(written: &str, start: usize) -> ReferenceSpans {
    let rest = &written[start..];
    let name_end = rest.find('@').unwrap_or(rest.len());
    let digest = (name_end < rest.len()).then(|| Span::new(start + name_end + 1, written.len()));
    let path_start = rest[..name_end].rfind('/').map_or(0, |at| at + 1);
    let colon = rest[path_start..name_end].rfind(':').map(|at| path_start + at);
    let tag = colon.filter(|&at| at + 1 < name_end).map(|at| Span::new(start + at + 1, start + name_end));
    let name = &rest[..colon.unwrap_or(name_end)];

    let first = name.find('/').unwrap_or(0);
    // An upper-case first component is no repository, so the grammar reads it as a host.
    let is_host =
        |text: &str| text.contains(['.', ':']) || text == "localhost" || text.bytes().any(|b| b.is_ascii_uppercase());
    let registry = is_host(&name[..first]).then(|| Span::new(start, start + first));
    let repository_start = registry.map_or(start, |span| span.end + 1);
    let repository = Span::new(repository_start, start + name.len());
    ReferenceSpans { registry, repository: (!repository.is_empty()).then_some(repository), tag, digest }
}

/// `written` with the bytes `span` replaced, as a suggestion.
fn replaced(written: &str, span: Span, new: &str) -> Option<String> {
    let text =
        format!("{}{new}{}", Span::new(0, span.start).of(written), Span::new(span.end, written.len()).of(written));
    (!text.is_empty()).then_some(text)
}

/// Everything that is wrong, in the order it stands.
fn problems(reference: &ImageReference, start: usize) -> Vec<ReferenceProblem> {
    use ReferenceProblemKind as Kind;
    let (written, spans) = (reference.written.as_str(), reference.spans);
    if written.is_empty() {
        return vec![ReferenceProblem { kind: Kind::Empty, span: Span::default(), suggestion: None }];
    }
    let mut found = Vec::new();
    let mut report = |kind, span, suggestion| found.push(ReferenceProblem { kind, span, suggestion });
    // White space is a problem of its own, and then the part around it is not blamed as well.
    let wrong = |part: Option<Span>, fits: fn(&str) -> bool| {
        part.filter(|span| !fits(span.of(written)) && !has_space(span.of(written)))
    };
    if start > 0 {
        report(Kind::Scheme, Span::new(0, start), replaced(written, Span::new(0, start), ""));
    }
    if let Some(at) = written.find(char::is_whitespace) {
        let end = written[at..].find(|c: char| !c.is_whitespace()).map_or(written.len(), |len| at + len);
        let joined = written.split_whitespace().collect::<String>();
        report(Kind::Space, Span::new(at, end), Some(joined));
    }
    if let Some(span) = wrong(spans.registry, grammar::is_registry) {
        report(Kind::InvalidRegistry, span, None);
    }
    match spans.repository {
        None => {
            let at = spans.registry.map_or(start, |span| span.end);
            report(Kind::EmptyComponent, Span::new(at, written.len().min(at + 1)), None);
        }
        Some(span) if grammar::is_id(&written[start..]) => report(Kind::LooksLikeId, span, None),
        Some(span) => repository_problems(written, span, &mut report),
    }
    if let Some((span, likely)) = two_tags(reference) {
        report(Kind::TwoTags, span, likely);
    }
    let name_end = spans.repository.or(spans.registry).map_or(start, |span| span.end);
    if spans.tag.is_none() && written[name_end..].starts_with(':') {
        let colon = Span::new(name_end, name_end + 1);
        report(Kind::EmptyTag, colon, replaced(written, colon, ""));
    }
    if let Some(span) = wrong(spans.tag, grammar::is_tag) {
        // A version such as `1.0+build` is the usual reason, and `_` what tools put for the `+`.
        let likely = span.of(written).replace('+', "_");
        report(Kind::InvalidTag, span, grammar::is_tag(&likely).then(|| replaced(written, span, &likely)).flatten());
    }
    if let Some(span) = wrong(spans.digest, grammar::is_digest) {
        let lower = span.of(written).to_ascii_lowercase();
        let likely = [lower.clone(), format!("sha256:{lower}")].into_iter().find(|text| grammar::is_digest(text));
        report(Kind::InvalidDigest, span, likely.and_then(|likely| replaced(written, span, &likely)));
    }
    if reference.registry.len() + 1 + reference.repository.len() > MAX_NAME {
        report(Kind::TooLong, Span::new(start, name_end), None);
    }
    found.sort_by_key(|problem| problem.span.start);
    found
}

/// Both tags of a reference that has two, and what was probably meant: where one of them is `latest`, or both are the
/// same, the other one is enough.
fn two_tags(reference: &ImageReference) -> Option<(Span, Option<String>)> {
    let (written, repository) = (reference.written.as_str(), reference.spans.repository?);
    let last = repository.of(written).rfind('/').map_or(repository.start, |at| repository.start + at + 1);
    let colon = Span::new(last, repository.end).of(written).find(':').map(|at| last + at)?;
    let end = reference.spans.tag.map_or(repository.end, |tag| tag.end);
    let (both, second) = (Span::new(colon, end), reference.spans.tag.map_or("", |tag| tag.of(written)));
    let first = Span::new(colon + 1, repository.end).of(written);
    let one = match (first, second) {
        (one, "latest") => one,
        ("latest", one) => one,
        (one, other) if one == other => one,
        _ => return Some((both, None)),
    };
    Some((both, replaced(written, both, &format!(":{one}"))))
}

/// What is wrong with the repository that stands at `span`.
fn repository_problems(written: &str, span: Span, report: &mut impl FnMut(ReferenceProblemKind, Span, Option<String>)) {
    use ReferenceProblemKind as Kind;
    let repository = span.of(written);
    if repository.chars().any(char::is_uppercase) {
        report(Kind::UpperCase, span, replaced(written, span, &repository.to_lowercase()));
    }
    let components: Vec<&str> = repository.split('/').collect();
    if components.contains(&"") {
        let filled: Vec<&str> = components.iter().copied().filter(|component| !component.is_empty()).collect();
        // The place is a slash, not the nothing beside it: a person must see it.
        let slash = match repository.find("//") {
            _ if repository.starts_with('/') => 0,
            Some(at) => at + 1,
            None => repository.len() - 1,
        };
        let joined = (!filled.is_empty()).then(|| replaced(written, span, &filled.join("/"))).flatten();
        report(Kind::EmptyComponent, Span::new(span.start + slash, span.start + slash + 1), joined);
    }
    let mut at = span.start;
    for component in components {
        let place = Span::new(at, at + component.len());
        at = place.end + 1;
        // A second tag is a problem of its own.
        let component = if place.end == span.end { component.split(':').next().unwrap_or_default() } else { component };
        if !component.is_empty()
            && !has_space(component)
            && !grammar::is_repository_component(&component.to_lowercase())
        {
            report(Kind::InvalidRepository, place, None);
        }
    }
}

fn has_space(text: &str) -> bool {
    text.contains(char::is_whitespace)
}
