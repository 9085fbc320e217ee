//! Which fixes of a cause are for the person's own registry and cluster.

use super::find::fit;
use super::schema::{ByRegistry, Cause, Cluster, Content, Fix, Repair, Who};
use crate::image::{ImageReference, is_beyond_docker_hub};

/// The fixes of a cause, sorted by whether they are for this image and this node.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Advice<'content> {
    /// Those that are for everybody, and those for the registry of the image and the cluster of the node; likeliest
    /// first.
    pub here: Vec<&'content Fix>,
    /// Those for other registries and clusters, where it is not known which one the person has.
    pub elsewhere: Vec<&'content Fix>,
}

impl Content {
    /// The fixes of `cause` for this image and a pod on `node`; both may be empty, where they are not known. What is for a
    /// known other registry is left out. An image that Docker Hub cannot have lacks its host: before that is there, nothing
    /// that is about a registry helps.
    #[must_use]
    pub fn advice<'content>(&self, cause: &'content Cause, image: &str, node: &str) -> Advice<'content> {
        let reference = Some(image).filter(|image| !image.is_empty()).map(ImageReference::parse);
        let lacks_host = reference.as_ref().is_some_and(is_beyond_docker_hub);
        let registry = reference.as_ref().and_then(|image| self.registry_of(&image.registry));
        let registry = registry.map(|registry| registry.id.as_str());
        let cluster = self.cluster_of(node).map(|cluster| cluster.id.as_str());
        let mut advice = Advice::default();
        for fix in &cause.fixes {
            let has = |ids: &[String], id: Option<&str>| ids.iter().any(|known| Some(known.as_str()) == id);
            let of_registry = fix.registries.is_empty() || has(&fix.registries, registry);
            let of_cluster = fix.clusters.is_empty() || has(&fix.clusters, cluster);
            let of_host = !fix.registries.is_empty()
                || fix.repair == Some(Repair::PullSecret)
                || fix.who == Some(Who::RegistryOwner);
            if has(&fix.except_registries, registry) || (fix.without_host && !lacks_host) || (lacks_host && of_host) {
                continue;
            }
            if of_registry && of_cluster {
                advice.here.push(fix);
            } else if (of_registry || registry.is_none()) && (of_cluster || cluster.is_none()) {
                advice.elsewhere.push(fix);
            }
        }
        advice
    }

    /// What is told of `cause` for an image from the host `registry`, where that says more than the cause alone; the host
    /// may be empty, where it is not known.
    #[must_use]
    pub fn by_registry<'content>(&self, cause: &'content Cause, registry: &str) -> Option<&'content ByRegistry> {
        let registry = Some(registry).filter(|host| !host.is_empty()).and_then(|host| self.registry_of(host))?;
        cause.by_registry.iter().find(|told| told.registries.contains(&registry.id))
    }

    /// The kind of cluster that a node of this name belongs to, where the name tells it.
    #[must_use]
    pub fn cluster_of(&self, node: &str) -> Option<&Cluster> {
        self.clusters.iter().find(|cluster| cluster.nodes.iter().any(|pattern| fit(pattern, node).is_some()))
    }
}

impl Fix {
    /// What it is for alone, by name: registries and clusters; empty where it is for all.
    #[must_use]
    pub fn is_for<'content>(&self, content: &'content Content) -> Vec<&'content str> {
        let registries = content.registries.iter().filter(|it| self.registries.contains(&it.id)).map(|it| &*it.name);
        let clusters = content.clusters.iter().filter(|it| self.clusters.contains(&it.id)).map(|it| &*it.name);
        registries.chain(clusters).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn titles(cause: &str, registry: &str, node: &str) -> (Vec<String>, usize) {
        let image = if registry.is_empty() { String::new() } else { format!("{registry}/shop/web:1") };
        titles_for(cause, &image, node)
    }

    fn titles_for(cause: &str, image: &str, node: &str) -> (Vec<String>, usize) {
        let content = Content::embedded();
        let advice = content.advice(content.cause(cause).unwrap(), image, node);
        (advice.here.iter().map(|fix| fix.title.clone()).collect(), advice.elsewhere.len())
    }

    fn speaks_of(titles: &[String], word: &str) -> bool {
        titles.iter().any(|title| title.contains(word))
    }

    #[test]
    fn the_advice_is_the_one_for_the_host_of_the_image() {
        let (ecr, _) = titles("credentials-missing", "111122223333.dkr.ecr.eu-west-1.amazonaws.com", "");
        assert!(speaks_of(&ecr, "role of the nodes") && !speaks_of(&ecr, "Make a pull secret"), "{ecr:?}");
        let (ghcr, _) = titles("credentials-missing", "ghcr.io", "");
        assert!(speaks_of(&ghcr, "GitHub") && speaks_of(&ghcr, "Make a pull secret"), "{ghcr:?}");
        let (own, _) = titles("credentials-missing", "registry.acme.example", "");
        assert!(!speaks_of(&own, "GitHub") && speaks_of(&own, "Make a pull secret"), "{own:?}");
        let (old, _) = titles("tag-not-found", "k8s.gcr.io", "");
        assert!(speaks_of(&old, "Kubernetes registry"), "{old:?}");
    }

    #[test]
    fn an_image_that_was_built_locally_is_loaded_into_the_cluster_of_the_node() {
        let (minikube, _) = titles("access-denied", "docker.io", "minikube-m02");
        assert!(speaks_of(&minikube, "minikube") && !speaks_of(&minikube, "kind"), "{minikube:?}");
        let (unknown, elsewhere) = titles("access-denied", "docker.io", "node-1");
        assert!(!speaks_of(&unknown, "minikube"), "{unknown:?}");
        assert!(elsewhere >= 4, "the clusters are still offered");
    }

    #[test]
    fn a_name_that_docker_hub_cannot_have_lacks_its_host_and_nothing_about_docker_hub_is_told() {
        for cause in ["access-denied", "repository-not-found", "credentials-missing", "tag-not-found"] {
            let (three, elsewhere) = titles_for(cause, "acme/team/shop:1.0", "node-1");
            assert_eq!(three.first().map(String::as_str), Some("Write the host of the registry in front"), "{cause}");
            assert!(!speaks_of(&three, "Docker Hub") && !speaks_of(&three, "ecret"), "{cause}: {three:?}");
            assert!(elsewhere <= 4, "{cause}: only what is for clusters");
            for other in ["acme/shop:1.0", "registry.acme.example/acme/team/shop:1.0", "localhost:5000/a/b/c"] {
                assert!(!speaks_of(&titles_for(cause, other, "").0, "Write the host"), "{cause}: {other}");
            }
        }
    }

    #[test]
    fn where_nothing_is_known_all_is_there_and_the_general_comes_first() {
        for cause in &Content::embedded().causes {
            let (here, elsewhere) = titles(&cause.id, "", "");
            let all = cause.fixes.iter().filter(|fix| !fix.without_host).count();
            assert_eq!(here.len() + elsewhere, all, "{}", cause.id);
            assert!(!here.is_empty(), "{}", cause.id);
        }
    }

    #[test]
    fn nodes_tell_the_cluster_by_their_names() {
        let of = |node: &str| Content::embedded().cluster_of(node).map_or("", |cluster| cluster.id.as_str());
        let nodes = ["kind-worker", "dev-control-plane", "minikube", "k3d-dev-agent-0", "ip-10-0-0-7", ""];
        assert_eq!(nodes.map(of), ["kind", "kind", "minikube", "k3s", "", ""]);
    }
}
