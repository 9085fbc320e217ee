use crate::check_tokens;
use image_pull_guide::content::Content;
use image_pull_guide::manifest::pull_secret::covered;
use image_pull_guide::manifest::{
    KubectlProgram, OutputStep, PullSecret, RepairInput, SecretForm, SecretOutput, Shell, Terminal, Words,
    YamlDocument, placeholder,
};

const PASSWORD: &str = "s3cret-Marker";

fn every_form() -> impl Iterator<Item = SecretForm> {
    SecretForm::MAKING.into_iter().chain(SecretForm::NAMING)
}

fn typed(server: &str) -> RepairInput {
    RepairInput {
        needs_secret: true,
        server: server.into(),
        username: "bot".into(),
        secret_name: "acme-pull".into(),
        namespace: "shop".into(),
        ..RepairInput::default()
    }
}

fn output(form: SecretForm, input: &RepairInput, password: Option<&str>) -> SecretOutput {
    SecretOutput::of(Content::embedded(), form, input, password, Terminal::default(), &Words::default())
}

fn files(output: &SecretOutput) -> Vec<&YamlDocument> {
    let mut files = Vec::new();
    for step in &output.steps {
        if let OutputStep::File(file) = step {
            files.push(file);
        }
    }
    files
}

fn commands(output: &SecretOutput) -> Vec<(&'static str, &str)> {
    let mut commands = Vec::new();
    for step in &output.steps {
        if let OutputStep::Command(id, command) = step {
            commands.push((*id, command.text.as_str()));
        }
    }
    commands
}

fn text(output: &SecretOutput) -> String {
    let files = files(output).into_iter().map(YamlDocument::text);
    files.chain(commands(output).into_iter().map(|(_, text)| text.to_owned())).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_password_stands_in_the_forms_that_hold_it_and_in_no_other() {
    let input = typed("registry.acme.example");
    let in_base64 = PullSecret::of(&input, Some(PASSWORD)).document(&Words::default()).text();
    for form in every_form() {
        let with = output(form, &input, Some(PASSWORD));
        let without = output(form, &input, None);
        assert!(!text(&without).contains(PASSWORD));
        assert_eq!(text(&with) != text(&without), form.holds_password(), "{form:?}");
        assert_eq!(text(&with).contains(PASSWORD), form.holds_password() && form != SecretForm::Data, "{form:?}");
        assert!(commands(&with).iter().all(|(_, command)| !command.contains(PASSWORD)), "{form:?}");
        if form.holds_password() {
            assert!(with.is_finished() && !without.is_finished(), "{form:?}");
        }
        for file in files(&with).into_iter().chain(files(&without)) {
            check_tokens(file);
        }
    }
    assert_eq!(files(&output(SecretForm::Data, &input, Some(PASSWORD)))[0].text(), in_base64);
}

#[test]
fn what_a_screen_shows_has_no_password_in_any_spelling() {
    let mut input = typed("registry.acme.example");
    // Names that look like the fields that are covered.
    for (server, username) in
        [("registry.acme.example", "bot"), ("password", "\"auth\": \"x"), ("auth", ".dockerconfigjson: x")]
    {
        (input.server, input.username) = (server.into(), username.into());
        for password in [PASSWORD, "\",\\", "p", " ", "••••••••x"] {
            for form in every_form().filter(|form| form.holds_password()) {
                let output = output(form, &input, Some(password));
                for file in files(&output) {
                    let shown = covered(file).text();
                    let same = covered(
                        files(&self::output(form, &input, Some("another")))
                            .into_iter()
                            .find(|other| other.file_name == file.file_name)
                            .unwrap(),
                    );
                    assert_eq!(shown, same.text(), "{form:?} does not depend on the password");
                    assert_eq!(shown.lines().count(), file.text().lines().count());
                }
                let held = files(&output).into_iter().filter(|file| covered(file) != **file).count();
                assert_eq!(held, 1, "{form:?}");
            }
        }
    }
    for form in every_form() {
        for file in files(&output(form, &typed("registry.acme.example"), None)) {
            assert_eq!(covered(file), *file, "{form:?}: nothing to cover");
        }
    }
}

#[test]
fn all_forms_say_the_same_name() {
    let input = typed("registry.acme.example");
    for form in every_form() {
        let text = text(&output(form, &input, Some(PASSWORD)));
        assert!(text.contains("acme-pull"), "{form:?}\n{text}");
        assert!(!text.contains(placeholder::SECRET), "{form:?}\n{text}");
        let open = output(form, &RepairInput::default(), None);
        assert!(self::text(&open).contains(placeholder::SECRET), "{form:?}");
        assert!(!open.is_finished(), "{form:?}");
    }
}

#[test]
fn a_secret_for_ecr_says_that_it_ends_and_what_is_better() {
    let ecr = typed("111122223333.dkr.ecr.eu-west-1.amazonaws.com");
    for form in [SecretForm::Data, SecretForm::StringData, SecretForm::Kustomize, SecretForm::ExternalSecrets] {
        for password in [Some(PASSWORD), None] {
            for username in ["AWS", "", "somebody"] {
                let input = RepairInput { username: username.into(), ..ecr.clone() };
                let text = files(&output(form, &input, password))[0].text();
                assert!(text.starts_with("# On EKS use no pull secret"), "{form:?}\n{text}");
                assert!(text.contains("\n# This password works for 12 hours only."), "{form:?}\n{text}");
            }
        }
    }
    let own = output(SecretForm::Data, &typed("registry.acme.example"), Some(PASSWORD));
    assert!(!text(&own).contains('#'));
}

#[test]
fn a_login_that_ends_is_told_from_one_of_the_same_registry_that_does_not() {
    let of = |username: &str| {
        let input = RepairInput { username: username.into(), ..typed("europe-docker.pkg.dev") };
        files(&output(SecretForm::Data, &input, None))[0].text()
    };
    assert!(of("oauth2accesstoken").contains("works for about an hour"));
    assert!(!of("_json_key").contains("works for about an hour"));
    assert!(of("_json_key").starts_with("# On GKE use no pull secret"));
}

#[test]
fn the_service_account_is_looked_at_before_its_list_is_replaced() {
    let input = typed("registry.acme.example");
    let of = |program, shell| {
        let terminal = Terminal { program, shell };
        let words = Words::default();
        SecretOutput::of(Content::embedded(), SecretForm::ServiceAccount, &input, None, terminal, &words)
    };
    let kubectl = of(KubectlProgram::Kubectl, Shell::Posix);
    assert_eq!(
        commands(&kubectl),
        [
            ("look", "kubectl get serviceaccount default -o 'jsonpath={.imagePullSecrets[*].name}' -n shop"),
            ("patch", "kubectl patch serviceaccount default -p 'imagePullSecrets: [{name: acme-pull}]' -n shop"),
            (
                "append",
                "kubectl patch serviceaccount default --type=json -p '[{op: add, path: /imagePullSecrets/-, value: \
                 {name: acme-pull}}]' -n shop"
            ),
        ]
    );
    let openshift = of(KubectlProgram::Oc, Shell::PowerShell);
    assert_eq!(commands(&openshift), [("link", "oc secrets link default acme-pull --for=pull -n shop")]);
    assert!(files(&kubectl) == files(&openshift));
}

#[test]
fn the_template_of_an_external_secret_has_no_expression_but_its_own() {
    let mut input = typed("registry.acme.example");
    input.username = "{{ .Values }} {{{{ \"x\" }}".into();
    let text = files(&output(SecretForm::ExternalSecrets, &input, Some(PASSWORD)))[0].text();
    assert_eq!(text.matches("{{").count(), 1, "{text}");
    let read: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
    let template = read["spec"]["target"]["template"]["data"][".dockerconfigjson"].as_str().unwrap();
    let rendered = template.replace("{{ .password | toJson }}", "\"the password\"");
    let config: serde_json::Value = serde_json::from_str(&rendered).unwrap();
    assert_eq!(config["auths"]["registry.acme.example"]["username"], input.username.as_str());
    assert_eq!(config["auths"]["registry.acme.example"]["password"], "the password");
}

#[test]
fn the_sealed_secret_is_made_by_the_command_that_asks() {
    let input = RepairInput { replaces_secret: true, ..typed("registry.acme.example") };
    for (shell, end) in [
        (Shell::Posix, "--dry-run=client -o yaml | kubeseal --format=yaml > sealed-pull-secret.yaml\n)"),
        (Shell::PowerShell, "-o yaml | kubeseal --format=yaml | Set-Content sealed-pull-secret.yaml\n}"),
    ] {
        let terminal = Terminal { shell, ..Terminal::default() };
        let words = Words { password_prompt: "Password", ..Words::default() };
        let form = SecretForm::SealedSecrets;
        let output = SecretOutput::of(Content::embedded(), form, &input, Some(PASSWORD), terminal, &words);
        let (_, text) = commands(&output)[0];
        assert!(text.ends_with(end), "{text}");
        assert!(text.contains("Password") && !text.contains("delete"), "{text}");
    }
}

#[test]
fn ids_of_forms_and_steps_are_known() {
    let ids: std::collections::BTreeSet<&str> = every_form().map(SecretForm::id).collect();
    assert_eq!(ids.len(), every_form().count());
    let steps: std::collections::BTreeSet<&str> = every_form()
        .flat_map(|form| {
            commands(&output(form, &typed("quay.io"), None)).into_iter().map(|(id, _)| id).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(
        steps.into_iter().collect::<Vec<_>>().join(" "),
        "append apply create look made patch seal upgrade values"
    );
}
