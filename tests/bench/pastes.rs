//! Pastes of any size, made up line by line. The same size gives the same text, so that runs can be compared.

use std::fmt::Write as _;

/// `kubectl describe pod` of as many pods as fill `bytes`, the last one cut off; every fourth cannot pull its image.
pub(crate) fn describe(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 4096);
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        describe_pod(&mut text, number);
    }
    text.truncate(bytes);
    text
}

fn describe_pod(text: &mut String, number: usize) {
    let fails = number.is_multiple_of(4);
    let (name, image) = (pod(number), image(number));
    let (status, state, reason) = if fails {
        ("Pending", "Waiting", "      Reason:       ImagePullBackOff\n")
    } else {
        ("Running", "Running", "")
    };
    let _ = write!(
        text,
        "Name:             {name}\nNamespace:        shop\nPriority:         0\nService Account:  default\n\
         Node:             node-{node}/10.0.3.{node}\nStart Time:       Mon, 02 Nov 2026 10:{minute:02}:07 +0000\n\
         Labels:           app=web\n                  pod-template-hash=5f7d8c9b64\n\
         Annotations:      checksum/config: 7b0f4d0c5a8e9d1b2c3f4a5b6c7d8e9f\nStatus:           {status}\n\
         IP:               10.244.1.{node}\nIPs:\n  IP:           10.244.1.{node}\n\
         Controlled By:  ReplicaSet/web-5f7d8c9b64\nContainers:\n  web:\n    Container ID:\n    Image:          {image}\n\
         \x20   Image ID:\n    Port:           8080/TCP\n    Host Port:      0/TCP\n    State:          {state}\n{reason}\
         \x20   Ready:          False\n    Restart Count:  0\n    Limits:\n      cpu:     500m\n      memory:  256Mi\n\
         \x20   Liveness:     http-get http://:8080/healthz delay=5s timeout=1s period=10s #success=1 #failure=3\n\
         \x20   Environment:\n      LOG_LEVEL:  info\n    Mounts:\n\
         \x20     /var/run/secrets/kubernetes.io/serviceaccount from kube-api-access-8k2bz (ro)\nConditions:\n\
         \x20 Type              Status\n  Initialized       True\n  Ready             False\n  ContainersReady   False\n\
         \x20 PodScheduled      True\nVolumes:\n  kube-api-access-8k2bz:\n\
         \x20   Type:                    Projected (a volume that contains injected data from multiple sources)\n\
         \x20   TokenExpirationSeconds:  3607\n    ConfigMapName:           kube-root-ca.crt\nQoS Class:                   Burstable\n\
         Node-Selectors:              <none>\nTolerations:                 node.kubernetes.io/not-ready:NoExecute op=Exists for 300s\n\
         \x20                            node.kubernetes.io/unreachable:NoExecute op=Exists for 300s\nEvents:\n\
         \x20 Type     Reason     Age                From               Message\n\
         \x20 ----     ------     ----               ----               -------\n\
         \x20 Normal   Scheduled  {age}s                default-scheduler  Successfully assigned shop/{name} to node-{node}\n\
         \x20 Normal   Pulling    {age}s (x3 over 90s)  kubelet            Pulling image \"{image}\"\n",
        node = number % 200,
        minute = number % 60,
        age = 20 + number % 60,
    );
    if fails {
        let _ = write!(
            text,
            "  Warning  Failed     {age}s (x3 over 90s)  kubelet            Failed to pull image \"{image}\": {error}\n\
             \x20 Warning  Failed     {age}s (x3 over 90s)  kubelet            Error: ErrImagePull\n\
             \x20 Normal   BackOff    9s (x5 over 89s)   kubelet            Back-off pulling image \"{image}\"\n\
             \x20 Warning  Failed     9s (x5 over 89s)   kubelet            Error: ImagePullBackOff\n\n\n",
            age = 15 + number % 60,
            error = error(number),
        );
    } else {
        let _ = write!(
            text,
            "  Normal   Pulled     9s                 kubelet            Successfully pulled image \"{image}\" in 1.2s (1.2s including waiting). Image size: 71234567 bytes.\n\
             \x20 Normal   Created    9s                 kubelet            Created container: web\n\
             \x20 Normal   Started    9s                 kubelet            Started container web\n\n\n",
        );
    }
}

/// `kubectl get events -A` of `bytes`; one line in twenty is a pull that fails, each of another image and pod.
pub(crate) fn events(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 1024);
    text.push_str(
        "NAMESPACE     LAST SEEN   TYPE      REASON              OBJECT                                  MESSAGE\n",
    );
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        let (name, image) = (pod(number), image(number));
        let (kind, reason, message) = match number % 20 {
            7 => ("Warning", "Failed", format!("Failed to pull image \"{image}\": {}", error(number))),
            0 => ("Normal", "Scheduled", format!("Successfully assigned shop/{name} to node-{}", number % 200)),
            1 | 9 => ("Normal", "Pulled", format!("Container image \"{image}\" already present on machine")),
            2 | 10 => ("Normal", "Created", "Created container: web".to_owned()),
            3 | 11 => ("Normal", "Started", "Started container web".to_owned()),
            4 | 12 => (
                "Warning",
                "Unhealthy",
                "Readiness probe failed: Get \"http://10.244.1.7:8080/healthz\": dial tcp 10.244.1.7:8080: connect: connection refused".to_owned(),
            ),
            5 => ("Warning", "BackOff", format!("Back-off restarting failed container web in pod {name}_shop(7b0f4d0c-5a8e-4d1b-9c3f-4a5b6c7d8e9f)")),
            6 => ("Normal", "Pulling", format!("Pulling image \"{image}\"")),
            8 => ("Normal", "Killing", "Stopping container web".to_owned()),
            13 => ("Warning", "FailedScheduling", "0/6 nodes are available: 3 Insufficient cpu, 3 node(s) had untolerated taint {dedicated: db}. preemption: 0/6 nodes are available: 6 Preemption is not helpful for scheduling.".to_owned()),
            14 => ("Warning", "FailedMount", "MountVolume.SetUp failed for volume \"certs\" : secret \"web-certs\" not found".to_owned()),
            _ => ("Normal", "SuccessfulCreate", format!("Created pod: {name}")),
        };
        let object = format!("pod/{name}");
        let _ = writeln!(
            text,
            "shop-{:<8} {:<11} {kind:<9} {reason:<19} {object:<39} {message}",
            number % 40,
            format!("{}m{}s", number % 50, number % 60),
        );
    }
    text
}

fn pod(number: usize) -> String {
    format!("web-5f7d8c9b64-{number:05x}")
}

fn image(number: usize) -> String {
    format!("registry.acme.example/team-{}/service-{}:v{}.{number}", number % 37, number % 911, number % 9)
}

/// The words of containerd, CRI-O and Docker in turn.
fn error(number: usize) -> String {
    let image = image(number);
    let (repository, tag) = image.rsplit_once(':').unwrap_or((&image, ""));
    let path = repository.trim_start_matches("registry.acme.example/");
    match number / 4 % 5 {
        0 => format!(
            "rpc error: code = NotFound desc = failed to pull and unpack image \"{image}\": failed to resolve reference \"{image}\": {image}: not found"
        ),
        1 => format!(
            "failed to pull and unpack image \"{image}\": failed to resolve reference \"{image}\": failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://auth.acme.example/token?scope=repository%3A{}%3Apull&service=registry: 401 Unauthorized",
            path.replace('/', "%2F")
        ),
        2 => format!("initializing source docker://{image}: reading manifest {tag} in {repository}: manifest unknown"),
        3 => format!(
            "rpc error: code = Unknown desc = Error response from daemon: pull access denied for {repository}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied"
        ),
        _ => format!(
            "failed to pull and unpack image \"{image}\": failed to resolve reference \"{image}\": failed to do request: Head \"https://registry.acme.example/v2/{path}/manifests/{tag}\": dial tcp: lookup registry.acme.example on 10.0.0.10:53: no such host"
        ),
    }
}
