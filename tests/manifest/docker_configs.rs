use crate::fixture;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image_pull_guide::image::ImageReference;
use image_pull_guide::manifest::docker_config::{MOST_HOSTS, NoLogin, login_for};
use image_pull_guide::manifest::{PullSecret, Words};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    config: String,
    #[serde(default)]
    image: String,
    /// `user:password`, or an id and what belongs to it.
    found: String,
}

fn found(config: &str, image: &str) -> String {
    let image = ImageReference::parse(image);
    let (registry, repository) =
        if image.written.is_empty() { ("", "") } else { (image.registry.as_str(), image.repository.as_str()) };
    match login_for(config, registry, repository) {
        Ok(login) => format!("{}:{} {}", login.username, login.password, login.registry),
        Err(NoLogin::OtherHosts(hosts)) => format!("other-hosts {}", hosts.join(" ")),
        Err(NoLogin::SeveralHosts(hosts)) => format!("several-hosts {}", hosts.join(" ")),
        Err(NoLogin::Helper(name)) => format!("helper {name}"),
        Err(none) => none.id().to_owned(),
    }
}

#[test]
fn the_login_of_the_image_is_found_or_it_is_said_why_not() {
    for (title, case) in fixture::<BTreeMap<String, Case>>("docker-configs.yaml") {
        assert_eq!(found(&case.config, &case.image), case.found, "{title}");
    }
}

#[test]
fn what_is_found_and_what_is_not_hides_every_password() {
    let auth = STANDARD.encode("bot:s3cret-Marker");
    let config = format!(
        r#"{{"auths": {{"registry.acme.example": {{"auth": "{auth}"}}, "https://u:s3cret-Marker@b.example": {{"auth": "{auth}"}}}}}}"#
    );
    for image in ["registry.acme.example/web", "quay.io/acme/web", ""] {
        let image = ImageReference::parse(image);
        let said = format!("{:?}", login_for(&config, &image.registry, &image.repository));
        assert!(!said.contains("s3cret-Marker") && !said.contains(&auth), "{said}");
    }
}

#[test]
fn many_hosts_are_not_all_named() {
    let entries: Vec<String> = (0..90).map(|number| format!(r#""r{number}.example": {{}}"#)).collect();
    let config = format!(r#"{{"auths": {{{}}}}}"#, entries.join(","));
    let Err(NoLogin::OtherHosts(hosts)) = login_for(&config, "quay.io", "a") else { panic!("none of them") };
    assert_eq!(hosts.len(), MOST_HOSTS);
}

#[test]
fn the_login_of_a_secret_that_the_guide_made_is_found_again() {
    #[derive(Deserialize)]
    struct Made {
        server: String,
        username: String,
        password: String,
    }
    let cases = fixture::<BTreeMap<String, Made>>("secrets.yaml");
    assert!(cases.len() >= 25);
    for (title, Made { server, username, password }) in cases {
        let secret = PullSecret {
            server: server.clone(),
            username: username.clone(),
            password: Some(password.clone()),
            ..PullSecret::default()
        };
        let host = image_pull_guide::manifest::server::registry(&server).replace('*', "x");
        let repository = server.rsplit_once("example/").map_or("acme/web", |(_, path)| path);
        let login = login_for(&secret.docker_config().unwrap(), &host, repository);
        let login = login.unwrap_or_else(|none| panic!("{title}: {none:?}"));
        assert_eq!((login.username, login.password), (username, password), "{title}");
        assert!(secret.document(&Words::default()).text().contains(".dockerconfigjson"));
    }
}
