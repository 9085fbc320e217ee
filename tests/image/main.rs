//! Image references: their parts, what is wrong with them, and agreement with another implementation of the grammar.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod help;

use image_pull_guide::image::{ImageReference, ReferenceProblemKind as Kind, help, suggest};
use image_pull_guide::text::Span;

const SHA256: &str = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// References that every runtime accepts: as written, registry, repository, tag, digest.
fn accepted() -> Vec<(String, String, String, String, String)> {
    let row = |written: &str, registry: &str, repository: &str, tag: &str, digest: &str| {
        (written.to_owned(), registry.to_owned(), repository.to_owned(), tag.to_owned(), digest.to_owned())
    };
    let hub = "docker.io";
    let sha512 = format!("sha512:{}", "ab".repeat(64));
    let tag128 = "t".repeat(128);
    let longest = "r".repeat(255 - "acme.example/".len());
    vec![
        row("nginx", hub, "library/nginx", "latest", ""),
        row("nginx:foo", hub, "library/nginx", "foo", ""),
        row("library/nginx", hub, "library/nginx", "latest", ""),
        row("docker.io/nginx", hub, "library/nginx", "latest", ""),
        row("docker.io/library/nginx:1", hub, "library/nginx", "1", ""),
        row("index.docker.io/nginx", hub, "library/nginx", "latest", ""),
        row("shop/web", hub, "shop/web", "latest", ""),
        row("docker.io/shop/web:2.1", hub, "shop/web", "2.1", ""),
        row("a/b/c/d", hub, "a/b/c/d", "latest", ""),
        row("registry.acme.example/web", "registry.acme.example", "web", "latest", ""),
        row("registry.acme.example:5000/shop/web:2.1", "registry.acme.example:5000", "shop/web", "2.1", ""),
        row("localhost/web", "localhost", "web", "latest", ""),
        row("localhost:5000/web", "localhost:5000", "web", "latest", ""),
        row("registry:5000/web", "registry:5000", "web", "latest", ""),
        row("localhost:5000", hub, "library/localhost", "5000", ""),
        row("127.0.0.1/web", "127.0.0.1", "web", "latest", ""),
        row("127.0.0.1:5000/web:1", "127.0.0.1:5000", "web", "1", ""),
        row("[::1]:5000/web", "[::1]:5000", "web", "latest", ""),
        row("[2001:db8::1]/shop/web:1", "[2001:db8::1]", "shop/web", "1", ""),
        row("REGISTRY.acme.example/web", "REGISTRY.acme.example", "web", "latest", ""),
        row("Registry.Acme.Example:5000/web:X", "Registry.Acme.Example:5000", "web", "X", ""),
        row("Acme/web:1", "Acme", "web", "1", ""),
        row("xn--bcher-kva.example/web", "xn--bcher-kva.example", "web", "latest", ""),
        row("a-b.c-d.example/web", "a-b.c-d.example", "web", "latest", ""),
        row("acme.example/a.b_c__d-e---f/g", "acme.example", "a.b_c__d-e---f/g", "latest", ""),
        row("acme_x.example/web", "acme_x.example", "web", "latest", ""),
        row("0/0", hub, "0/0", "latest", ""),
        row("a", hub, "library/a", "latest", ""),
        row("web:v1.0.0-rc.1_x", hub, "library/web", "v1.0.0-rc.1_x", ""),
        row("web:_", hub, "library/web", "_", ""),
        row("web:A", hub, "library/web", "A", ""),
        row("web:1..2--3__4", hub, "library/web", "1..2--3__4", ""),
        row(&format!("web:{tag128}"), hub, "library/web", &tag128, ""),
        row(&format!("web@{SHA256}"), hub, "library/web", "", SHA256),
        row(&format!("acme.example/web:1@{SHA256}"), "acme.example", "web", "1", SHA256),
        row(&format!("acme.example:5000/web@{SHA256}"), "acme.example:5000", "web", "", SHA256),
        row(&format!("acme.example/web@{sha512}"), "acme.example", "web", "", &sha512),
        row(&format!("acme.example/{longest}"), "acme.example", &longest, "latest", ""),
        row(&format!("{}:1", "ab".repeat(32)), hub, &format!("library/{}", "ab".repeat(32)), "1", ""),
        row(&"ab".repeat(31), hub, &format!("library/{}", "ab".repeat(31)), "latest", ""),
        row("quay.io/acme/web:latest", "quay.io", "acme/web", "latest", ""),
        row("ghcr.io/acme/web/worker:main", "ghcr.io", "acme/web/worker", "main", ""),
        row(
            "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1",
            "123456789012.dkr.ecr.eu-west-1.amazonaws.com",
            "web",
            "1",
            "",
        ),
        row("europe-docker.pkg.dev/acme/shop/web:1", "europe-docker.pkg.dev", "acme/shop/web", "1", ""),
        row("acme.azurecr.io/web:1", "acme.azurecr.io", "web", "1", ""),
        row("registry.k8s.io/pause:3.9", "registry.k8s.io", "pause", "3.9", ""),
    ]
}

/// References that no runtime accepts: as written, the problems, the suggestion for the first.
fn refused() -> Vec<(String, Vec<Kind>, Option<String>)> {
    let row = |written: &str, kinds: &[Kind], suggestion: Option<&str>| {
        (written.to_owned(), kinds.to_vec(), suggestion.map(str::to_owned))
    };
    vec![
        row("", &[Kind::Empty], None),
        row("  ", &[Kind::Empty], None),
        row("https://registry.acme.example/web:1", &[Kind::Scheme], Some("registry.acme.example/web:1")),
        row("http://nginx", &[Kind::Scheme], Some("nginx")),
        row("docker://nginx:1", &[Kind::Scheme], Some("nginx:1")),
        row("oci://acme.example/web", &[Kind::Scheme], Some("acme.example/web")),
        row("docker-pullable://web@sha256:aa", &[Kind::Scheme, Kind::InvalidDigest], Some("web@sha256:aa")),
        row("nginx :foo", &[Kind::Space], Some("nginx:foo")),
        row("nginx: foo", &[Kind::Space], Some("nginx:foo")),
        row("shop/ web", &[Kind::Space], Some("shop/web")),
        row("shop/Web", &[Kind::UpperCase], Some("shop/web")),
        row("Nginx", &[Kind::UpperCase], Some("nginx")),
        row("acme.example/Shop/WEB:V1", &[Kind::UpperCase], Some("acme.example/shop/web:V1")),
        row("docker.io/Shop/web", &[Kind::UpperCase], Some("docker.io/shop/web")),
        row("a//b", &[Kind::EmptyComponent], Some("a/b")),
        row("/a/b", &[Kind::EmptyComponent], Some("a/b")),
        row("a/", &[Kind::EmptyComponent], Some("a")),
        row("acme.example//web", &[Kind::EmptyComponent], Some("acme.example/web")),
        row("acme.example/", &[Kind::EmptyComponent], None),
        row("acme.example/:1", &[Kind::EmptyComponent], None),
        row(":1", &[Kind::EmptyComponent], None),
        row("web-", &[Kind::InvalidRepository], None),
        row("-web", &[Kind::InvalidRepository], None),
        row("_web", &[Kind::InvalidRepository], None),
        row("web_", &[Kind::InvalidRepository], None),
        row(".web", &[Kind::InvalidRepository], None),
        row("shop/web.", &[Kind::InvalidRepository], None),
        row("a..b", &[Kind::InvalidRepository], None),
        row("a___b", &[Kind::InvalidRepository], None),
        row("a._b", &[Kind::InvalidRepository], None),
        row("a-_b", &[Kind::InvalidRepository], None),
        row("wéb", &[Kind::InvalidRepository], None),
        row("shop/we$b", &[Kind::InvalidRepository], None),
        row("{{image}}", &[Kind::InvalidRepository], None),
        row("<image>", &[Kind::InvalidRepository], None),
        row("web\"", &[Kind::InvalidRepository], None),
        row("web:1:2", &[Kind::TwoTags], None),
        row("-acme.example/web", &[Kind::InvalidRegistry], None),
        row("acme-.example/web", &[Kind::InvalidRegistry], None),
        row("acme..example/web", &[Kind::InvalidRegistry], None),
        row("acme_x.example:5000/web", &[Kind::InvalidRegistry], None),
        row("acme.example:/web", &[Kind::InvalidRegistry], None),
        row("acme.example:port/web", &[Kind::InvalidRegistry], None),
        row("acme.example:1:2/web", &[Kind::InvalidRegistry], None),
        row("[::1/web", &[Kind::InvalidRegistry], None),
        row("[::g]/web", &[Kind::InvalidRegistry], None),
        row("[]:5000/web", &[Kind::InvalidRegistry], None),
        row("nginx:", &[Kind::EmptyTag], Some("nginx")),
        row("acme.example:5000/web:", &[Kind::EmptyTag], Some("acme.example:5000/web")),
        row("web:-1", &[Kind::InvalidTag], None),
        row("web:.1", &[Kind::InvalidTag], None),
        row("web:1+build", &[Kind::InvalidTag], Some("web:1_build")),
        row("web:1é", &[Kind::InvalidTag], None),
        row("web:${TAG}", &[Kind::InvalidTag], None),
        row(&format!("web:{}", "t".repeat(129)), &[Kind::InvalidTag], None),
        row("web@", &[Kind::InvalidDigest], None),
        row("web@sha256", &[Kind::InvalidDigest], None),
        row("web@sha256:", &[Kind::InvalidDigest], None),
        row("web@sha256:abc", &[Kind::InvalidDigest], None),
        row(&format!("web@{SHA256}0"), &[Kind::InvalidDigest], None),
        row(&format!("web@{}", SHA256.to_uppercase()), &[Kind::InvalidDigest], Some(&format!("web@{SHA256}"))),
        row(&format!("web@{}", &SHA256[7..]), &[Kind::InvalidDigest], Some(&format!("web@{SHA256}"))),
        row(&format!("web@md5:{}", "a".repeat(64)), &[Kind::InvalidDigest], None),
        row(&format!("web@{SHA256}@{SHA256}"), &[Kind::InvalidDigest], None),
        row(&"ab".repeat(32), &[Kind::LooksLikeId], None),
        row(&format!("acme.example/{}", "r".repeat(243)), &[Kind::TooLong], None),
        row(&"n".repeat(300), &[Kind::TooLong], None),
        row(
            "https://acme.example/Shop /web:",
            &[Kind::Scheme, Kind::UpperCase, Kind::Space, Kind::EmptyTag],
            Some("acme.example/Shop /web:"),
        ),
    ]
}

#[test]
fn parts_are_found_and_completed() {
    for (written, registry, repository, tag, digest) in accepted() {
        let reference = ImageReference::parse(&written);
        assert_eq!(reference.problems, [], "{written}");
        assert_eq!((&reference.registry, &reference.repository), (&registry, &repository), "{written}");
        assert_eq!((&reference.tag, &reference.digest), (&tag, &digest), "{written}");
        assert_eq!(reference.written, written);
        // What is written is made of the parts and their separators, in order.
        let of = |span: Option<Span>| span.map(|span| span.of(&written));
        let spans = reference.spans;
        let mut joined = of(spans.registry).map(|part| format!("{part}/")).unwrap_or_default();
        joined.push_str(of(spans.repository).unwrap());
        for (sign, part) in [(":", of(spans.tag)), ("@", of(spans.digest))] {
            joined.extend(part.map(|part| format!("{sign}{part}")));
        }
        assert_eq!(joined, written);
        // The completed form means the same.
        let normalised = ImageReference::parse(&reference.normalised());
        assert_eq!((normalised.registry, normalised.repository), (registry, repository), "{written}");
        assert_eq!((normalised.tag, normalised.digest), (tag, digest), "{written}");
    }
}

#[test]
fn what_is_wrong_is_named_and_placed() {
    for (written, kinds, suggestion) in refused() {
        let reference = ImageReference::parse(&written);
        let found: Vec<Kind> = reference.problems.iter().map(|problem| problem.kind).collect();
        assert_eq!(found, kinds, "{written}");
        assert_eq!(reference.problems[0].suggestion, suggestion, "{written}");
        for problem in &reference.problems {
            assert!(reference.written.get(problem.span.start..problem.span.end).is_some(), "{written} {problem:?}");
        }
        if let ([_], Some(suggestion)) = (&found[..], suggestion) {
            let corrected = ImageReference::parse(&suggestion);
            assert!(corrected.is_valid(), "{written} is corrected to {suggestion}: {:?}", corrected.problems);
        }
    }
}

#[test]
fn places_point_at_the_fault() {
    let shown = |written: &str| {
        let reference = ImageReference::parse(written);
        reference.problems[0].span.of(&reference.written).to_owned()
    };
    assert_eq!(shown("https://acme.example/web"), "https://");
    assert_eq!(shown("acme.example/Shop/web:1"), "Shop/web");
    assert_eq!(shown("nginx : foo"), " ");
    assert_eq!(shown("web:-1"), "-1");
    assert_eq!(shown("a//b"), "/");
    assert_eq!(shown("nginx:"), ":");
    assert_eq!(shown("shop/we$b/x"), "we$b");
    assert_eq!(shown("acme.example:port/web"), "acme.example:port");
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn the_grammar_agrees_with_oci_spec() {
    use oci_spec::distribution::Reference;
    // Where the two differ, containerd, CRI-O and Docker side with the distribution grammar as it is read here.
    let stricter_here = |written: &str, kinds: &[Kind]| {
        // The other accepts an id as a name; runtimes refuse it before they parse it.
        kinds == [Kind::LooksLikeId]
            // The other counts the repository alone, as the newest runtimes do; those in use for years count both.
            || (kinds == [Kind::TooLong] && written.contains('/'))
            // The other's word characters are those of all scripts; in the grammar they are ASCII.
            || (kinds == [Kind::InvalidTag] && !written.is_ascii())
    };
    let stricter_there = |written: &str| {
        // The other has no IPv6 registries.
        written.contains('[')
    };
    let (mut compared, mut wrong) = (0, Vec::new());
    for (written, registry, repository, tag, digest) in accepted() {
        if stricter_there(&written) {
            if written.parse::<Reference>().is_ok() {
                wrong.push(format!("{written} is accepted by both"));
            }
            continue;
        }
        let other: Reference = written.parse().unwrap_or_else(|error| panic!("{written}: {error}"));
        if written == "Acme/web:1" {
            // The other takes it for a repository of Docker Hub, which no registry could hold.
            assert_eq!((other.registry(), other.repository()), ("docker.io", "Acme/web"));
            continue;
        }
        assert_eq!((other.registry(), other.repository()), (registry.as_str(), repository.as_str()), "{written}");
        assert_eq!(
            (other.tag().unwrap_or(""), other.digest().unwrap_or("")),
            (tag.as_str(), digest.as_str()),
            "{written}"
        );
        compared += 1;
    }
    for (written, kinds, _) in refused() {
        let other = written.trim().parse::<Reference>();
        if stricter_here(&written, &kinds) {
            if other.is_err() {
                wrong.push(format!("{written} is refused by both"));
            }
            continue;
        }
        if let Ok(other) = other {
            wrong.push(format!("{written} is accepted: {other:?}"));
        }
        compared += 1;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(compared >= 80, "only {compared} references compared");
}

#[test]
fn a_first_component_with_a_capital_is_a_registry() {
    // So say all runtimes, and then they look for a host of that name.
    let reference = ImageReference::parse("Acme/web");
    assert_eq!((reference.registry.as_str(), reference.repository.as_str()), ("Acme", "web"));
    assert!(reference.is_valid());
}

#[test]
fn another_tag_replaces_tag_and_digest() {
    let cases = [
        ("nginx", "nginx:1"),
        ("nginx:foo", "nginx:1"),
        ("nginx:", "nginx:1"),
        ("registry.acme.example:5000/shop/web", "registry.acme.example:5000/shop/web:1"),
        ("registry.acme.example:5000/shop/web:2", "registry.acme.example:5000/shop/web:1"),
        (&format!("web@{SHA256}"), "web:1"),
        (&format!("web:2@{SHA256}"), "web:1"),
    ];
    for (written, expected) in cases {
        assert_eq!(ImageReference::parse(written).with_tag("1"), expected);
    }
}

#[test]
fn written_parts_are_shown_as_written() {
    let reference = ImageReference::parse("index.docker.io/shop/web:2");
    assert_eq!((reference.registry_written(), reference.tag_written()), ("index.docker.io", "2"));
    assert_eq!(reference.name_written(), "index.docker.io/shop/web");
    let short = ImageReference::parse("nginx");
    assert_eq!((short.registry_written(), short.tag_written(), short.name_written()), ("", "", "nginx"));
    assert!(short.is_docker_hub() && reference.is_docker_hub());
}

#[test]
fn any_text_is_taken_apart_without_a_panic() {
    let pieces = [
        "nginx",
        ":",
        "/",
        "@",
        "sha256:",
        "[",
        "]",
        ".",
        "-",
        " ",
        "é",
        "A",
        "://",
        "localhost",
        "5000",
        "\u{a0}",
        "_",
    ];
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut below = |bound: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % bound as u64).unwrap()
    };
    for _ in 0..20_000 {
        let text: String = (0..below(9)).map(|_| pieces[below(pieces.len())]).collect();
        let reference = ImageReference::parse(&text);
        let spans = reference.spans;
        let spans = [spans.registry, spans.repository, spans.tag, spans.digest].into_iter().flatten();
        for span in spans.chain(reference.problems.iter().map(|problem| problem.span)) {
            assert!(reference.written.get(span.start..span.end).is_some(), "{text:?} {span:?}");
        }
        let _ = (
            reference.with_tag("1"),
            reference.normalised(),
            reference.name_written(),
            suggest(&reference),
            help(&reference, &[&text]),
        );
    }
}
