use crate::{check_tokens, fixture};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image_pull_guide::manifest::{LineMark, PullSecret, Words, placeholder};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SecretCase {
    name: String,
    #[serde(default)]
    namespace: String,
    server: String,
    username: String,
    #[serde(default)]
    email: String,
    password: String,
}

impl SecretCase {
    fn secret(self, with_password: bool) -> PullSecret {
        PullSecret {
            name: self.name,
            namespace: self.namespace,
            server: self.server,
            username: self.username,
            email: self.email,
            password: with_password.then_some(self.password),
        }
    }
}

#[test]
fn a_secret_with_a_password_round_trips() {
    for (title, case) in fixture::<BTreeMap<String, SecretCase>>("secrets.yaml") {
        let secret = case.secret(true);
        let document = secret.document(&Words { unfinished: "unfinished", ..Words::default() });
        assert!(document.is_finished(), "{title}");
        assert!(!document.text().contains('#'), "{title}");
        let read: serde_yaml::Value = serde_yaml::from_str(&document.text()).unwrap();
        check_secret_head(&read, &secret);
        let data = STANDARD.decode(read["data"][".dockerconfigjson"].as_str().unwrap()).unwrap();
        let login = &serde_json::from_slice::<serde_json::Value>(&data).unwrap()["auths"][&secret.server];
        let password = secret.password.clone().unwrap();
        assert_eq!(login["username"], secret.username, "{title}");
        assert_eq!(login["password"], password, "{title}");
        let auth = STANDARD.decode(login["auth"].as_str().unwrap()).unwrap();
        assert_eq!(auth, format!("{}:{password}", secret.username).into_bytes(), "{title}");
        check_tokens(&document);
        assert!(!format!("{secret:?}").contains(&format!("{password:?}")), "{title}");
    }
}

#[test]
fn a_secret_without_a_password_can_be_read_and_is_unfinished() {
    for (title, case) in fixture::<BTreeMap<String, SecretCase>>("secrets.yaml") {
        let secret = case.secret(false);
        let document = secret.document(&Words { unfinished: "cannot pull yet", ..Words::default() });
        assert!(!document.is_finished(), "{title}");
        assert_eq!(document.lines.iter().filter(|line| line.mark == LineMark::Placeholder).count(), 1, "{title}");
        assert!(
            document.text().contains("\n# cannot pull yet\nstringData:\n  .dockerconfigjson: |\n    {\n"),
            "{title}"
        );
        let read: serde_yaml::Value = serde_yaml::from_str(&document.text()).unwrap();
        check_secret_head(&read, &secret);
        let config = read["stringData"][".dockerconfigjson"].as_str().unwrap();
        let login = &serde_json::from_str::<serde_json::Value>(config).unwrap()["auths"][&secret.server];
        assert_eq!(login["username"], secret.username, "{title}");
        assert_eq!(login["password"], placeholder::PASSWORD, "{title}");
        assert!(login.get("auth").is_none(), "{title}");
        assert_eq!(login.get("email").is_some(), !secret.email.is_empty(), "{title}");
        check_tokens(&document);
    }
}

fn check_secret_head(read: &serde_yaml::Value, secret: &PullSecret) {
    assert_eq!(read["apiVersion"], "v1");
    assert_eq!(read["kind"], "Secret");
    assert_eq!(read["type"], "kubernetes.io/dockerconfigjson");
    assert_eq!(read["metadata"]["name"], secret.name.as_str());
    assert_eq!(read["metadata"].get("namespace").and_then(|name| name.as_str()).unwrap_or_default(), secret.namespace);
}
