//! The work grows with the paste and not faster, whatever is in it; and nothing that is repeated long enough breaks it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use image_pull_guide::content::Content;
use image_pull_guide::diagnosis::diagnose;
use image_pull_guide::{document, mask, paste, patch, secret_check};
use std::fs;
use std::hint::black_box;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// What is repeated.
const PIECES: &[&str] = &[
    "E0704 10:00:00.000000    1234 file.go:12] ",
    "E0704 10:00:00] ",
    "time=\"x\" level=error msg=\"",
    "failed to \"StartContainer\" for \"web\" with ErrImagePull: \"",
    "[",
    "[failed to pull image \"a\": ",
    "failed to pull and unpack image \"a:1\": ",
    "failed to resolve ",
    "rpc error: code = Unknown desc = ",
    "Get \"",
    "\\\"",
    "\"",
    ": ",
    "(Mirrors also failed: [",
    "pull image err: a; artifact err: ",
    "://a:b@",
    "password: ",
    "\"password\": ",
    ".dockerconfigjson: \"",
    "-----BEGIN RSA PRIVATE KEY-----\n",
    "kind: Secret\ndata:\n",
    "eyJhbGciOiJI.",
    "a\n",
    "\n",
    "\r",
    "> ",
    "**",
    "\u{1b}[31m",
    "&quot;",
    "<html>\n",
    "<error ",
    "&lt;!--",
    "Name: web\nNamespace: shop\n",
    "Name: web\nContainers:\n  web:\n    Image: a\n",
    "  web:\n    Image: a\n    State: Waiting\n      Reason: ImagePullBackOff\n",
    "kubectl describe pod web\n",
    "docker pull a/b\n",
    "web   0/1   ImagePullBackOff   0   5s\n",
    "  Normal  Scheduled  5s  default-scheduler  Successfully assigned shop/web to node-1\n",
    "  Warning  Failed  5s  kubelet  Failed to pull image \"a:1\": b <html>\n",
    "  Warning  Failed  5s  kubelet  Error: ErrImagePull\n",
    "5s  Warning  Failed  pod/web  Failed to pull image \"a:1\": not found\n",
    "message: Failed to pull image \"a\"\n",
    "{\"message\": \"Failed to pull image\", \"reason\": \"",
    "docker.io/library/nginx:foo: not found\n",
    "Failed to pull image \"a:1\": ",
    "Back-off pulling image \"a:1\"\n",
    "no such host\n",
    "- name: web\n  state:\n    waiting:\n      reason: ErrImagePull\n",
    "  - a:\n",
    "containerStatuses:\n",
    "message: \"Failed to pull image\n",
    "{\"items\": [{\"kind\": \"Event\", ",
    "\"message\": \"Failed to pull image\n",
    "}]",
    "{:::: ",
    "[{",
    "happened during read: (after reconnecting, ",
    "Trying to pull a/b...\n",
    "the words go on and \n",
];

const SMALL: usize = 48 * 1024;
/// What takes less time at the larger size says nothing.
const TOO_SHORT: Duration = Duration::from_millis(25);

/// How long this thread has worked. Where the system tells, without the time that it waited while others worked.
fn worked() -> Duration {
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    // Linux counts up to the last time that the thread was interrupted: this is one.
    std::thread::yield_now();
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split(' ').next().and_then(|number| number.parse().ok()).filter(|told| *told > 0);
    nanoseconds.map_or_else(|| BEGIN.elapsed(), Duration::from_nanos)
}

fn time(text: &str, work: fn(&str)) -> Duration {
    let runs = (0..3).map(|_| {
        let start = worked();
        work(text);
        worked() - start
    });
    runs.min().unwrap()
}

fn diagnosed(text: &str) {
    black_box(diagnose(Content::embedded(), &paste::read(Content::embedded(), text), text));
    black_box(mask::find(text));
}

fn checked(text: &str) {
    black_box(secret_check::check(text, None));
    black_box(patch::manifest(&document::read(text)));
}

/// Four times the text takes about four times as long; sixteen times would be the square.
fn assert_linear(name: &str, text: impl Fn(usize) -> String) {
    assert_linear_work(name, diagnosed, text);
}

fn assert_linear_work(name: &str, work: fn(&str), text: impl Fn(usize) -> String) {
    /// Something else on the machine can slow one measurement down, but not each of them.
    const TRIES: usize = 5;
    let mut ratios = Vec::new();
    for _ in 0..TRIES {
        let large = time(&text(4 * SMALL), work);
        let ratio = large.as_secs_f64() / time(&text(SMALL), work).as_secs_f64();
        if large < TOO_SHORT || ratio < 10.0 {
            return;
        }
        ratios.push(ratio);
    }
    panic!("{name}: so many times as long for four times the text: {ratios:.1?}");
}

#[test]
fn one_piece_again_and_again() {
    for piece in PIECES {
        assert_linear(piece, |bytes| piece.repeat(bytes / piece.len()));
    }
}

#[test]
fn one_piece_again_and_again_behind_a_message() {
    for piece in PIECES {
        let message = "  Warning  Failed  5s  kubelet  Failed to pull image \"a:1\": ";
        assert_linear(piece, |bytes| format!("{message}{}", piece.repeat(bytes / piece.len())));
    }
}

#[test]
fn every_line_about_another_pod_or_image() {
    type Row = (&'static str, fn(usize) -> String);
    let rows: [Row; 5] = [
        ("events of other pods", |n| {
            format!("5s  Warning  Failed  pod/web-{n}  Failed to pull image \"a:{n}\": a:{n}: not found\n")
        }),
        ("events of one pod", |n| {
            format!("  Warning  Failed  5s  kubelet  Failed to pull image \"a:{n}\": a:{n}: not found\n")
        }),
        ("events without an image", |n| format!("  Warning  Failed  5s  kubelet  Failed to pull image: reason {n}\n")),
        ("one pod in many namespaces", |n| format!("ns-{n}  5s  Warning  Failed  pod/web  Error: ErrImagePull\n")),
        ("descriptions", |n| format!("Name: web-{n}\nContainers:\n  web:\n    Image: a:{n}\n")),
    ];
    for (name, row) in rows {
        assert_linear(name, |bytes| (0..bytes / row(1000).len()).map(row).collect());
    }
}

#[test]
fn work_is_counted() {
    let (clock, start) = (Instant::now(), worked());
    while clock.elapsed() < Duration::from_millis(100) {
        black_box(mask::find("Name: web"));
    }
    let worked = worked() - start;
    assert!(!worked.is_zero() && worked <= clock.elapsed(), "{worked:?}");
}

#[test]
fn manifests_that_are_checked() {
    type Text = Box<dyn Fn(usize) -> String>;
    /// Half of the text is one thing, which each of the other half shows or is compared with.
    fn halves(
        head: impl Into<String>,
        shown: fn(usize) -> String,
        middle: &'static str,
        showing: fn(usize) -> String,
    ) -> Text {
        let head = head.into();
        Box::new(move |bytes| {
            let part = |row: fn(usize) -> String| (0..bytes / 2 / row(1000).len()).map(row).collect::<String>();
            format!("{head}{}{middle}{}", part(shown), part(showing))
        })
    }
    let list = "kind: List\nitems:\n";
    let pod = |n: usize| {
        format!("- {{kind: Pod, metadata: {{name: p{n}}}, spec: {{containers: *c, imagePullSecrets: *s}}}}\n")
    };
    let shared = "- kind: Pod\n  spec:\n    imagePullSecrets: &s [{name: a}]\n    containers: &c\n";
    let container = |n: usize| format!("    - {{name: c{n}, image: 'a.example/b:{n}'}}\n");
    let rows: [(&str, Text); 7] = [
        ("pods that share a list of containers", halves(format!("{list}{shared}"), container, "", pod)),
        (
            "pods that share a list of pull secrets",
            halves(
                format!("{list}- kind: Pod\n  spec:\n    containers: &c []\n    imagePullSecrets: &s\n"),
                |n| format!("    - name: s{n}\n"),
                "",
                pod,
            ),
        ),
        (
            "pods that merge one mapping",
            halves(
                format!("{list}- kind: Pod\n  spec: &m\n    containers: []\n"),
                |n| format!("    k{n}: v\n"),
                "",
                |n| format!("- {{kind: Pod, metadata: {{name: p{n}}}, spec: {{<<: *m}}}}\n"),
            ),
        ),
        (
            "lists that show one list",
            halves(
                "kind: List\nitems:\n- kind: List\n  items: &l\n",
                |n| format!("  - {{kind: Secret, metadata: {{name: s{n}}}}}\n"),
                "",
                |_| "- {kind: List, items: *l}\n".to_owned(),
            ),
        ),
        (
            "pods and accounts",
            halves(
                "",
                |n| format!("---\nkind: ServiceAccount\nmetadata: {{name: default, namespace: n{n}}}\n"),
                "",
                |n| format!("---\nkind: Pod\nmetadata: {{name: p{n}, namespace: m{n}}}\nspec: {{containers: []}}\n"),
            ),
        ),
        (
            "pods and Secrets that are not theirs",
            halves(
                "",
                |n| {
                    format!(
                        "---\nkind: Secret\ntype: kubernetes.io/dockerconfigjson\nmetadata: {{name: s, namespace: n{n}}}\n"
                    )
                },
                "",
                |n| {
                    format!(
                        "---\nkind: Pod\nmetadata: {{name: p, namespace: m{n}}}\nspec: {{containers: [], imagePullSecrets: [{{name: x}}, {{name: s}}]}}\n"
                    )
                },
            ),
        ),
        (
            "logins and images",
            halves(
                "kind: Secret\ntype: kubernetes.io/dockerconfigjson\nmetadata: {name: s}\nstringData:\n  .dockerconfigjson: |\n    {\"auths\": {\n",
                |n| format!("    \"a.example/{n}\": {{}},\n"),
                "    \"b.example\": {}}}\n---\nkind: Pod\nspec:\n  imagePullSecrets: [{name: s}]\n  containers:\n",
                |n| format!("  - image: a.example/x/y:{n}\n"),
            ),
        ),
    ];
    for (name, text) in rows {
        assert!(document::read(&text(SMALL)).problem().is_none(), "{name}");
        assert_linear_work(name, checked, text);
    }
}

#[test]
fn what_is_not_checked_is_said() {
    let container = "    - {name: c, image: a.example/b}\n";
    let pods = |count: usize| -> String {
        (0..count).map(|n| format!("- {{kind: Pod, metadata: {{name: p{n}}}, spec: {{containers: *c}}}}\n")).collect()
    };
    let text = |many: usize| {
        format!(
            "kind: List\nitems:\n- kind: Pod\n  spec:\n    containers: &c\n{}{}",
            container.repeat(many),
            pods(many)
        )
    };
    let few = secret_check::check(&text(50), None);
    assert_eq!((few.subjects.len(), few.unchecked), (51, None));
    let many = secret_check::check(&text(1000), None);
    assert!(many.unchecked.is_some_and(|line| line > 1005) && !many.passes() && many.subjects.len() < 900);
    let edit = patch::Edit::AddPullSecret { name: "a".into(), image: None };
    assert_eq!(patch::patch(&text(1000), &[edit]).unwrap_err().kind, patch::RefusalKind::TooLarge);
}
