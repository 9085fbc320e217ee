//! What is shown of a person's own YAML.

use super::{Named, PASSWORD};
use crate::document;
use crate::patch::{Wanted, patch, suggest};
use crate::secret_check::{SecretReport, check, mended};
use crate::ui::components::checks::Checks;
use crate::ui::components::diff::DiffView;
use crate::ui::pasted::Pasted;
use yew::prelude::*;

/// A Deployment whose pull secret stands at the wrong level under a name that there cannot be.
const DEPLOYMENT: &str = "\
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          image: 'shop/web:1' # the shop
          imagePullSecrets:
            - name: my_secret
";

pub(super) fn examples() -> Vec<Named> {
    let wanted = Wanted {
        image: "shop/web:1".into(),
        new_image: "shop/web:2".into(),
        pull_secret: "my-secret".into(),
        ..Wanted::default()
    };
    let patched = patch(DEPLOYMENT, &suggest(&document::read(DEPLOYMENT), &wanted)).unwrap();
    let secret = format!(
        "kind: Secret\nmetadata:\n  name: my-secret\nstringData:\n  .dockerconfigjson: '{{\"auths\":{{\"acme.example\":\
         {{\"username\":\"bot\",\"password\":\"{PASSWORD}\"}}}}}}'\n---\n{DEPLOYMENT}"
    );
    let right = secret.replace("stringData", "type: kubernetes.io/dockerconfigjson\nstringData");
    let (before, after) = (check(DEPLOYMENT, None), check(&patched.text, None));
    let mended =
        html! { <Checks mended={mended(&before, &after)} still_wrong={0_usize} report={before.clone()} level={2} /> };
    let cut_short = SecretReport { unchecked: Some(12), ..check(&right, None) };
    let checks = |text: &str| html! { <Checks report={check(text, None)} level={2} /> };
    vec![
        (
            "diff",
            html! { <DiffView before={Pasted::from(DEPLOYMENT)} patched={patched.clone()} file_name="deployment-web.yaml" /> },
        ),
        ("checks-of-what-is-mended", mended),
        ("checks-wrong", checks(&secret)),
        ("checks-of-a-secret-alone", checks(right.split("---").next().unwrap())),
        ("checks-of-a-pod-alone", checks(DEPLOYMENT)),
        ("checks-cut-short", html! { <Checks report={cut_short} level={2} /> }),
    ]
}
