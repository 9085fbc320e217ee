use crate::fixture;
use crate::random::Random;
use image_pull_guide::manifest::server;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ServerCase {
    server: String,
    #[serde(default)]
    repository: String,
    problem: Option<String>,
    suggestion: Option<String>,
    written: Option<String>,
}

#[test]
fn servers_are_keys_that_the_kubelet_finds() {
    for case in fixture::<Vec<ServerCase>>("servers.yaml") {
        let found = server::problem(&case.server, &case.repository);
        assert_eq!(found.as_ref().map(|problem| problem.kind.id()), case.problem.as_deref(), "{:?}", case.server);
        assert_eq!(found.and_then(|problem| problem.suggestion), case.suggestion, "{:?}", case.server);
        if case.problem.is_none() {
            assert_eq!(server::normalised(&case.server), case.written.unwrap_or(case.server.clone()));
        }
    }
}

#[test]
fn a_suggested_server_has_no_problem() {
    let mut random = Random::new();
    for _ in 0..20_000 {
        let text = random.text();
        if let Some(suggestion) = server::problem(&text, "").and_then(|problem| problem.suggestion) {
            assert_eq!(server::problem(&suggestion, ""), None, "{text:?}");
            assert_eq!(server::normalised(&suggestion), suggestion, "{text:?}");
        }
    }
}

#[test]
fn a_server_serves_the_images_that_lie_under_it() {
    for (given, registry, repository, expected) in [
        ("registry.acme.example", "registry.acme.example", "shop/web", true),
        ("https://registry.acme.example/v1/", "registry.acme.example", "shop/web", true),
        ("registry.acme.example", "registry.acme.example:5000", "shop/web", false),
        ("registry.acme.example/shop", "registry.acme.example", "shop/web", true),
        ("registry.acme.example/shop", "registry.acme.example", "tools/web", false),
        ("*.acme.example", "registry.acme.example", "shop/web", true),
        ("*.acme.example", "eu.registry.acme.example", "shop/web", false),
        ("r*y.acme.example", "registry.acme.example", "shop/web", true),
        ("docker.io", "docker.io", "library/nginx", true),
        ("https://index.docker.io/v1/", "docker.io", "library/nginx", true),
        ("registry.acme.example", "docker.io", "library/nginx", false),
        ("https://index.docker.io/v1", "docker.io", "library/nginx", false),
        ("index.docker.io/library", "docker.io", "library/nginx", false),
        ("docker.io/library", "docker.io", "library/nginx", true),
        ("registry.acme.example/v2", "registry.acme.example", "shop/web", false),
        ("registry.acme.example/shop/", "registry.acme.example", "shop/web", true),
        ("registry.acme.example/shop/web/", "registry.acme.example", "shop/web", false),
    ] {
        assert_eq!(server::serves(given, registry, repository), expected, "{given} for {registry}/{repository}");
    }
}
