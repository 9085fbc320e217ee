//! Credentials that must never be drawn, and words that must stay readable. All of them are made up.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use image_pull_guide::mask::{CredentialKind, DOTS, Search, Segment, find, masked, segments};
use image_pull_guide::text::Span;

/// Stands inside every credential below.
const MARK: &str = "m4RkEr0123456789";

#[test]
fn credentials_are_masked() {
    use CredentialKind::{Bearer, Password, PrivateKey, PullSecret, Token, UrlPassword};
    let cases = [
        (PullSecret, "data:\n  .dockerconfigjson: eyJhMARKfQ==\n"),
        (PullSecret, "data:\n  .dockerconfigjson: eyJhMARK\n    MARKabcdefMARK\n    fQ==\nkind: Secret\n"),
        (PullSecret, "data:\n  .dockerconfigjson: eyJhMARK\nMARKabcdefMARK\nfQ==\n"),
        (PullSecret, "  .dockerconfigjson: |\n    {\"auths\":\n     {\"x\": \"MARK\"}}\n  other: 1"),
        (PullSecret, "  .dockerconfigjson: >-\n    eyJhMARK\n    MARK\ntype: kubernetes.io/dockerconfigjson"),
        (PullSecret, "stringData:\n  .dockerconfigjson: '{\"auths\":{\"x\":{\"auth\":\"MARK\"}}}'"),
        (PullSecret, r#"{"data":{".dockerconfigjson":"eyJhMARK=="},"kind":"Secret"}"#),
        (PullSecret, r#""last-applied": "{\"data\":{\".dockercfg\":\"eyJhMARK==\"}}""#),
        (PullSecret, ".dockercfg: MARKMARK"),
        (PullSecret, "kind: Secret\ndata:\n  tls.key: MARK\n  note: MARK\n"),
        (PullSecret, r#"{"kind": "Secret", "data": {"some": "MARK", "other": "MARK"}}"#),
        (Password, r#"{"auths":{"registry.acme.example":{"auth":"MARK"}}}"#),
        (Password, r#"{\"auths\":{\"registry.acme.example\":{\"auth\":\"MARK\"}}}"#),
        (Password, "\"username\": \"me\",\n  \"password\" : \"MARK with spaces\""),
        (Password, r#""identitytoken": "MARK""#),
        (Password, "    auth: dXNlcjpMARK==\n"),
        (Password, "password: MARK"),
        (Password, "- password: 'MARK' # old\n"),
        (Password, "> password: MARK\r\n"),
        (Password, "  DB_PASSWORD:  MARK\n"),
        (Password, "export DOCKER_PASSWORD=MARK"),
        (Password, "CI_JOB_TOKEN=\"MARK\" make"),
        (Password, "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/MARK"),
        (Password, "kubectl create secret docker-registry k --docker-password=MARK --docker-server=x"),
        (Password, "kubectl create secret docker-registry k --docker-password MARK"),
        (Password, "kubectl create secret docker-registry k --docker-password='MARK with spaces'"),
        (Password, "docker login -u me -p MARK registry.acme.example"),
        (Password, "helm registry login --username me --password MARK host"),
        (Password, "crictl pull --creds me:MARK registry.acme.example/web"),
        (Password, "curl -u me:MARK https://registry.acme.example/v2/"),
        (Password, "Get \"https://s3.acme.example/blob?X-Amz-Signature=MARK&x=1\": EOF"),
        (Password, "Get https://x.blob.acme.example/data?sv=2016&sig=MARK&sp=r: dial tcp"),
        (Password, r#"Get \"https://cdn.acme.example/data?x=1\u0026token=MARK\""#),
        (Password, "https://acme.example/?access_token=MARK"),
        (Token, "login with dckr_pat_MARK failed"),
        (Token, "dckr_oat_MARK"),
        (Token, "ghp_MARKMARK"),
        (Token, "token ghs_MARKMARK."),
        (Token, "github_pat_11AAA_MARK"),
        (Token, "glpat-MARK"),
        (Token, "gldt-MARK"),
        (Token, "xoxb-12-MARK"),
        (Token, "npm_MARKMARKMARK"),
        (Token, "hf_MARKMARKMARK"),
        (Token, "ya29.MARK"),
        (Bearer, "eyJhbGciOiJIUzI1NiJ9.MARK.MARK"),
        (Bearer, "Authorization: Bearer MARK.MARK"),
        (Bearer, "authorization: Basic MARK=="),
        (Bearer, "\"Authorization\": [\"Basic MARK==\"]"),
        (Bearer, "-H 'Authorization: Bearer MARK'"),
        (Bearer, "sent Bearer MARKMARK to the registry"),
        (PrivateKey, "-----BEGIN RSA PRIVATE KEY-----\nMARK\nMARK\n-----END RSA PRIVATE KEY-----"),
        (PrivateKey, "-----BEGIN PRIVATE KEY-----\nMARK\nMARK"),
        (PrivateKey, r#""key": "-----BEGIN EC PRIVATE KEY-----\nMARK\n-----END EC PRIVATE KEY-----\n""#),
        (UrlPassword, "Get \"https://me:MARK@registry.acme.example/v2/\": EOF"),
        (UrlPassword, "Failed to pull image \"me:MARK@registry.acme.example/shop/web:v2\""),
        (UrlPassword, "    Image:          me:MARK@localhost:5000/web"),
        (UrlPassword, "proxyconnect tcp: http://me:MARK@proxy.acme.example:3128"),
    ];
    for (kind, text) in cases {
        let text = text.replace("MARK", MARK);
        let shown = masked(&text);
        assert!(!shown.contains(MARK), "{text}\nshows {shown}");
        let found = find(&text);
        assert!(found.iter().any(|credential| credential.kind == kind), "{text}\n{kind:?} is not among {found:?}");
    }
}

#[test]
fn keys_of_cloud_accounts_and_apis_are_masked() {
    for text in ["id AKIAIOSFODNN7EXAMPLE used", "ASIAIOSFODNN7EXAMPLE", "key=AIzaSyA0123456789abcdefghijklmnopqrstuv"]
    {
        assert_eq!(find(text).len(), 1, "{text}");
    }
}

#[test]
fn what_is_no_credential_stays_readable() {
    let cases = [
        "Failed to pull image \"registry.acme.example:5000/shop/web:2.1\": rpc error: code = NotFound desc = not found",
        "web@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "registry.acme.example:5000/web:2@sha256:11111111111111111111111111111111111111111111111111111111111111aa/",
        "mail me: bot@acme.example/",
        "docker://nginx:1@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "initializing source docker://quay.io/acme/web@sha256:aa: reading manifest",
        "FATAL: password authentication failed for user \"shop\"",
        "unauthorized: incorrect username or password",
        "unable to retrieve auth token: invalid username/password: unauthorized: authentication required",
        "failed to fetch oauth token: unexpected status from GET request to https://auth.acme.example/token?scope=repository%3Ashop%2Fweb%3Apull&service=registry: 401 Unauthorized",
        "failed to fetch anonymous token: unexpected status: 403 Forbidden",
        "token: unexpected status: 403 Forbidden",
        "denied: HTTP Basic: Access denied",
        "Requesting bearer token: invalid status code from registry 403 (Forbidden)",
        "Www-Authenticate: Bearer realm=\"https://auth.acme.example/token\",service=\"registry.acme.example\"",
        "secret \"acme-key\" not found",
        "Unable to retrieve some image pull secrets (acme-key); attempting to pull the image may not succeed.",
        "imagePullSecrets:\n  - name: my-registry-secret\n",
        "type: kubernetes.io/dockerconfigjson",
        "data[.dockerconfigjson]: Required value",
        ".dockerconfigjson:  180 bytes",
        "volumes:\n- name: certs\n  secret:\n    secretName: acme-certs\n    defaultMode: 420",
        "      DB_PASSWORD:  <set to the key 'password' in secret 'db'>  Optional: false",
        "--docker-password=<your password>",
        "--docker-password=\"$DOCKER_PASSWORD\"",
        "docker login --password-stdin registry.acme.example",
        "docker run -p 8080:80 nginx",
        "mkdir -p /var/lib/kubelet",
        "uid: 19b2ed54-a9c1-4aa4-aedf-121ec640b3e2",
        "pod-template-hash=7d4b9f6c55",
        "-----BEGIN CERTIFICATE-----",
        "Get \"https://registry.acme.example/v2/\": x509: certificate signed by unknown authority",
        "git@github.example:shop/web.git",
        "?token=REDACTED&x=1",
        "illegal base64 data at input byte 4",
        "unable to parse auth field, must be formatted as base64(username:password)",
        "no basic auth credentials",
        "/var/run/secrets/kubernetes.io/serviceaccount from kube-api-access-8k2bz (ro)",
        "kube-api-access-npm_build hf_model AKIA eyJ glpat-",
    ];
    for text in cases {
        assert_eq!(masked(text), text);
    }
}

#[test]
fn the_text_around_a_credential_stays() {
    assert_eq!(masked("password: hunter2\nimage: nginx:foo\n"), format!("password: {DOTS}\nimage: nginx:foo\n"));
    assert_eq!(
        masked("Get \"https://me:hunter2@registry.acme.example/v2/\": EOF"),
        format!("Get \"https://me:{DOTS}@registry.acme.example/v2/\": EOF")
    );
    assert_eq!(
        masked("docker pull --creds me:hunter2 web && echo not found"),
        format!("docker pull --creds me:{DOTS} web && echo not found")
    );
}

#[test]
fn credentials_are_in_order_and_apart() {
    let text =
        format!("password: {MARK}\nauth: ghp_{MARK}\n\"auth\": \"eyJhbGciOiJI.{MARK}.x\" https://a:ghp_{MARK}@h/");
    let found = find(&text);
    assert_eq!(found.len(), 4);
    assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
}

#[test]
fn segments_tile_the_text_and_know_their_marks() {
    let text = "say password=hunter2 and not found here";
    let not_found = text.find("not found").unwrap();
    let marks = [(Span::new(not_found, not_found + 9), 7), (Span::new(4, 20), 1), (Span::new(900, 901), 3)];
    let found = segments(text, &marks);
    let joined: String = found.iter().map(|segment| segment.source.of(text)).collect();
    assert_eq!(joined, text);
    let drawn: Vec<(&str, Option<usize>)> = found.iter().map(|segment| (segment.text.as_str(), segment.mark)).collect();
    let expected = [
        ("say ", None),
        ("password=", Some(1)),
        (DOTS, Some(1)),
        (" and ", None),
        ("not found", Some(7)),
        (" here", None),
    ];
    assert_eq!(drawn, expected);
}

#[test]
fn a_mark_that_ends_in_a_credential_shows_none_of_it() {
    let text = "password: hunter2 \nnot found";
    for end in 0..text.len() {
        for start in 0..end {
            let drawn: String =
                segments(text, &[(Span::new(start, end), 0)]).into_iter().map(|segment| segment.text).collect();
            assert!(!drawn.contains("hunter"), "{start}..{end} {drawn}");
            assert!(!drawn.contains("ter2"), "{start}..{end} {drawn}");
        }
    }
}

#[test]
fn an_empty_text_has_no_segments_and_a_plain_one_has_one() {
    assert_eq!(segments("", &[]), []);
    let whole = Segment { text: "nothing".to_owned(), mark: None, masked: false, source: Span::new(0, 7) };
    assert_eq!(segments("nothing", &[]), [whole]);
}

#[test]
fn any_text_is_cut_on_character_boundaries() {
    let pieces = [
        "password",
        ":",
        "=",
        " ",
        "\"",
        "'",
        "\\",
        "é",
        "\n",
        "--docker-password ",
        "Bearer ",
        "eyJ",
        ".",
        "://",
        "@",
        "ghp_",
        ".dockerconfigjson",
        "|",
        "kind: Secret",
        "data:",
        "-----BEGIN PRIVATE KEY-----",
        "\"data\": {",
        "Authorization: Basic ",
        "0123456789abcdefABCDEF",
        "token",
        "?",
        "&",
        "-p ",
        "login ",
        "<",
        "\"Secret\"",
        "•",
    ];
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut below = |bound: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % bound as u64).unwrap()
    };
    for _ in 0..20_000 {
        let text: String = (0..below(14)).map(|_| pieces[below(pieces.len())]).collect();
        for credential in find(&text) {
            assert!(text.get(credential.span.start..credential.span.end).is_some(), "{text:?} {credential:?}");
        }
        let joined: String =
            segments(&text, &[(Span::new(0, text.len() / 2), 0)]).iter().map(|s| s.source.of(&text)).collect();
        assert_eq!(joined, text);
    }
}

#[test]
fn a_search_in_slices_finds_the_same() {
    let text = format!(
        "kind: Secret\ndata:\n  tls.key: {MARK}\n  .dockerconfigjson: eyJh{MARK}\nother: é\n\
         {{\"kind\": \"Secret\", \"data\": {{\"é\": \"{MARK}\"}}}}\n\
         -----BEGIN RSA PRIVATE KEY-----\n{MARK}\n-----END RSA PRIVATE KEY-----\n\
         password: {MARK}\nhttps://me:{MARK}@registry.acme.example/v2/\nghp_{MARK}\n"
    );
    let all = find(&text);
    assert_eq!(all.len(), 7);
    for bytes in 1..20 {
        let mut search = Search::new(&text);
        let mut slices = 1;
        while !search.go_on(bytes) {
            slices += 1;
        }
        assert!(slices >= text.len() / bytes, "{slices} slices of {bytes} bytes");
        assert_eq!(search.finish(), all, "in slices of {bytes} bytes");
    }
}

#[test]
fn a_secret_in_any_spelling_is_covered() {
    for text in [
        "kind: \"Secret\"\ndata:\n  foo: aHVudGVyMg==\n",
        "kind: 'Secret'\ndata: # mine\n  foo: aHVudGVyMg==\n",
        "kind:  Secret\nstringData:\n  foo: aHVudGVyMg==\n",
        "kind: Secret\ndata: {foo: aHVudGVyMg==}\n",
        "{\n  kind: \"Secret\",\n  data: {\n    foo: \"aHVudGVyMg==\",\n  },\n}\n",
    ] {
        assert!(!masked(text).contains("aHVudGVyMg"), "{}", masked(text));
    }
    let other = "kind: ConfigMap\ndata:\n  foo: bar\n";
    assert_eq!(masked(other), other);
}
