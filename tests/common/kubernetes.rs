//! What Kubernetes itself says of an object: its types, and its schemas.

use k8s_openapi::api::apps::v1::{DaemonSet, Deployment, ReplicaSet, StatefulSet};
use k8s_openapi::api::batch::v1::{CronJob, Job};
use k8s_openapi::api::core::v1::{ConfigMap, Pod, PodSpec, PodTemplate, ReplicationController, Secret, ServiceAccount};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

const VALIDATE: &str = "kubernetes-validate is needed for this test: make kubernetes-validate";
/// The oldest and the newest Kubernetes whose schemas the validator carries.
const VERSIONS: [&str; 2] = ["1.25", "1.37"];

/// What a pod has, by the types of Kubernetes; none for kinds that are not its own.
pub(crate) fn pod_spec(object: &Value) -> Result<Option<PodSpec>, serde_json::Error> {
    fn read<T: DeserializeOwned>(object: &Value) -> Result<T, serde_json::Error> {
        serde_json::from_value(object.clone())
    }
    Ok(match object["kind"].as_str().unwrap() {
        "Pod" => read::<Pod>(object)?.spec,
        "PodTemplate" => read::<PodTemplate>(object)?.template.and_then(|template| template.spec),
        "Deployment" => read::<Deployment>(object)?.spec.template.spec,
        "ReplicaSet" => read::<ReplicaSet>(object)?.spec.template.and_then(|template| template.spec),
        "ReplicationController" => read::<ReplicationController>(object)?.spec.and_then(|spec| spec.template?.spec),
        "DaemonSet" => read::<DaemonSet>(object)?.spec.template.spec,
        "StatefulSet" => read::<StatefulSet>(object)?.spec.template.spec,
        "Job" => read::<Job>(object)?.spec.and_then(|spec| spec.template.spec),
        "CronJob" => read::<CronJob>(object)?.spec.job_template.spec.and_then(|spec| spec.template.spec),
        "ServiceAccount" => read::<ServiceAccount>(object).map(|_| None)?,
        "Secret" => read::<Secret>(object).map(|_| None)?,
        "ConfigMap" => read::<ConfigMap>(object).map(|_| None)?,
        _ => None,
    })
}

/// The schemas of the oldest and the newest Kubernetes take the object in each file, and know each of its fields.
pub(crate) fn schemas_take(files: &[PathBuf]) {
    for version in VERSIONS {
        let output = Command::new("kubernetes-validate")
            .args(["--strict", "--quiet", "--kubernetes-version", version])
            .args(files)
            .output()
            .expect(VALIDATE);
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{version}: {said}");
    }
}
