//! What looks wrong with a reference, and what was probably meant.

use image_pull_guide::image::{HelpAbout, ImageReference, ReferenceProblemKind as Kind, SuggestionPart, help, suggest};

#[test]
fn typing_errors_in_well_known_names_are_found() {
    let cases = [
        ("nginxx", Some((SuggestionPart::Repository, "nginx"))),
        ("ngnix:1.25", Some((SuggestionPart::Repository, "nginx:1.25"))),
        ("library/nginxx", Some((SuggestionPart::Repository, "library/nginx"))),
        ("docker.io/library/redsi:7", Some((SuggestionPart::Repository, "docker.io/library/redis:7"))),
        ("postgress", Some((SuggestionPart::Repository, "postgres"))),
        ("rabitmqq", Some((SuggestionPart::Repository, "rabbitmq"))),
        ("alpin", Some((SuggestionPart::Repository, "alpine"))),
        ("nginx:lates", Some((SuggestionPart::Tag, "nginx:latest"))),
        ("acme.example/shop/web:latets", Some((SuggestionPart::Tag, "acme.example/shop/web:latest"))),
        ("docker.com/acme/web:2", Some((SuggestionPart::Registry, "docker.io/acme/web:2"))),
        ("hub.docker.com/r/acme/web", Some((SuggestionPart::Registry, "docker.io/acme/web"))),
        ("k8s.gcr.io/pause:3.9", Some((SuggestionPart::Registry, "registry.k8s.io/pause:3.9"))),
        ("ghrc.io/acme/web:2", Some((SuggestionPart::Registry, "ghcr.io/acme/web:2"))),
        ("grc.io/acme/web:2", Some((SuggestionPart::Registry, "gcr.io/acme/web:2"))),
        ("mcr.micosoft.com/dotnet/sdk:9.0", Some((SuggestionPart::Registry, "mcr.microsoft.com/dotnet/sdk:9.0"))),
        ("gcr.io/acme/web:2", None),
        ("gcx.io/acme/web:2", None),
        ("registry.acme.example/acme/web:2", None),
        ("nginx", None),
        ("node", None),
        ("nginx:latest", None),
        ("nginx:foo", None),
        ("shop/nginxx", None),
        ("acme.example/nginxx", None),
        ("acme.example/library/nginxx", None),
        ("web", None),
        ("Nginxx", None),
        ("nginx:latest2", None),
        ("nginx:tested", None),
    ];
    for (written, expected) in cases {
        let found = suggest(&ImageReference::parse(written));
        let found = found.as_ref().map(|suggestion| (suggestion.part, suggestion.reference.as_str()));
        assert_eq!(found, expected, "{written}");
    }
}

#[test]
fn help_names_what_looks_wrong_and_what_was_meant() {
    let beside = ["registry.acme.example:5000/shop/api:1", "nginx", "docker.io/blog/web"];
    let cases = [
        ("https://acme.example/shop/web:2", Some((HelpAbout::Problem(Kind::Scheme), Some("acme.example/shop/web:2")))),
        ("Shop/Web:2", Some((HelpAbout::Problem(Kind::UpperCase), Some("Shop/web:2")))),
        ("docker://shop//web:2", Some((HelpAbout::Problem(Kind::Scheme), Some("shop/web:2")))),
        ("nginx:1.29:latest", Some((HelpAbout::Problem(Kind::TwoTags), Some("nginx:1.29")))),
        ("shop/web:latest:2", Some((HelpAbout::Problem(Kind::TwoTags), Some("shop/web:2")))),
        (
            "acme.example:5000/shop/web:2:2",
            Some((HelpAbout::Problem(Kind::TwoTags), Some("acme.example:5000/shop/web:2"))),
        ),
        ("web:1:2", Some((HelpAbout::Problem(Kind::TwoTags), None))),
        ("web@sha256:abc", Some((HelpAbout::Problem(Kind::InvalidDigest), None))),
        ("ngnix", Some((HelpAbout::Mistyped(SuggestionPart::Repository), Some("nginx")))),
        ("nginx:lates", Some((HelpAbout::Mistyped(SuggestionPart::Tag), Some("nginx:latest")))),
        (
            "k8s.gcr.io/pause:3.9",
            Some((HelpAbout::Mistyped(SuggestionPart::Registry), Some("registry.k8s.io/pause:3.9"))),
        ),
        ("shop/web:2", Some((HelpAbout::NoRegistry, Some("registry.acme.example:5000/shop/web:2")))),
        ("ghcr/acme/web:2", Some((HelpAbout::NoRegistry, Some("ghcr.io/acme/web:2")))),
        ("mcr/dotnet/sdk", Some((HelpAbout::NoRegistry, Some("mcr.microsoft.com/dotnet/sdk")))),
        ("team/shop/web", Some((HelpAbout::NoRegistry, None))),
        ("blog/web", None),
        ("docker.io/shop/web:2", None),
        ("quay/web", None),
        ("shopping/web", None),
        ("nginx:1.29", None),
        ("acme.example/team/shop/web", None),
    ];
    for (written, expected) in cases {
        let found = help(&ImageReference::parse(written), &beside);
        let found = found.as_ref().map(|help| (help.about, help.reference.as_deref()));
        assert_eq!(found, expected, "{written}");
    }
}
