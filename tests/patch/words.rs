//! Everything that is told has words, in one line.

use image_pull_guide::document::Reason;
use image_pull_guide::patch::{Explanation, Refusal, RefusalKind, WayKind};

#[test]
fn every_id_has_words() {
    let kinds = [
        RefusalKind::Template,
        RefusalKind::TooLarge,
        RefusalKind::DuplicateKey,
        RefusalKind::Shared,
        RefusalKind::NothingThere,
        RefusalKind::ImageNotFound,
        RefusalKind::ContainerNotFound,
        RefusalKind::SecretNotFound,
        RefusalKind::SecretTwice,
        RefusalKind::SecretSeveral,
        RefusalKind::SecretUsed,
        RefusalKind::SecretKey,
        RefusalKind::ServerNotFound,
        RefusalKind::ServerTwice,
        RefusalKind::IllegalName,
        RefusalKind::IllegalNamespace,
        RefusalKind::IllegalServer,
        RefusalKind::IllegalImage,
        RefusalKind::Shape,
        RefusalKind::Unsafe,
    ];
    let refusals = kinds.into_iter().chain(Reason::ALL.map(RefusalKind::Syntax));
    let told = refusals.map(|kind| Refusal { kind, line: 3, detail: "acme".into() }.text());
    let explained = Explanation::ALL.map(|explanation| explanation.text().to_owned());
    let ways = WayKind::ALL.map(|way| way.text().to_owned());
    for text in told.chain(explained).chain(ways) {
        assert!(text.len() > 10 && !text.contains('\n'), "{text:?}");
    }
}
