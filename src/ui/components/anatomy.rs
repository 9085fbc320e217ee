//! The long message, layer by layer, each with who said it and what it means.

use crate::content::{Content, Speaker, Wrapper};
use crate::mask::segments;
use crate::message::{Anatomy, Layer, Role};
use crate::ui::components::prose::Prose;
use crate::ui::labels;
use yew::prelude::*;

/// Properties of [`AnatomyView`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AnatomyProps {
    /// The message.
    pub message: AttrValue,
    /// Its layers.
    pub anatomy: Anatomy,
}

/// The layers, nested as they wrap each other.
#[component]
pub(crate) fn AnatomyView(props: &AnatomyProps) -> Html {
    let AnatomyProps { message, anatomy } = props;
    // Credentials are looked for in the whole message: a layer may hold half of one.
    let marks: Vec<_> = anatomy.layers.iter().enumerate().map(|(index, layer)| (layer.span, index)).collect();
    let segments = segments(message, &marks);
    let said = |index: usize| -> String {
        let inside = segments.iter().filter(|segment| segment.mark == Some(index));
        inside.map(|segment| segment.text.as_str()).collect()
    };
    let nested = anatomy.layers.iter().enumerate().rev().fold(Html::default(), |inner, (index, layer)| {
        let speaker = speaker(&anatomy.layers, index);
        html! {
            <ol class="ipg-anatomy">
                <li class={classes!("ipg-layer", layer_class(speaker, layer.role))}>
                    { words(said(index).trim_end(), layer, speaker) }
                    { inner }
                </li>
            </ol>
        }
    });
    html! { <div class="ipg-anatomy__frame">{ nested }</div> }
}

fn words(said: &str, layer: &Layer, speaker: Speaker) -> Html {
    let explains = match layer.role {
        Role::Decides => labels::diagnosis::ANATOMY_DECIDES,
        Role::Trails if wrapper(layer).is_none() => labels::diagnosis::ANATOMY_TRAILS,
        _ => wrapper(layer).map_or("", |wrapper| wrapper.explains.as_str()),
    };
    html! {
        <>
            <p class="ipg-layer__said">
                <span class="ipg-layer__who">{ name(speaker) }</span>{ " " }
                if layer.role == Role::Decides {
                    <mark class="ipg-mark"><code>{ said }</code></mark>
                } else {
                    <code>{ said }</code>
                }
            </p>
            <p class="ipg-layer__explains"><Prose text={explains} /></p>
        </>
    }
}

fn wrapper(layer: &Layer) -> Option<&'static Wrapper> {
    Content::embedded().wrappers.iter().find(|wrapper| wrapper.id == layer.wrapper)
}

/// Who says a layer. The deciding words carry no name: they come from the registry once a request to it was made.
fn speaker(layers: &[Layer], index: usize) -> Speaker {
    let known = |layer: &Layer| wrapper(layer).map(|wrapper| wrapper.speaker);
    layers.get(index).and_then(known).unwrap_or_else(|| {
        let before = layers.iter().take(index).filter_map(known);
        match before.max_by_key(|speaker| rank(*speaker)) {
            Some(Speaker::Http | Speaker::Registry) => Speaker::Registry,
            Some(Speaker::Runtime | Speaker::Grpc) => Speaker::Runtime,
            _ => Speaker::Kubelet,
        }
    })
}

fn rank(speaker: Speaker) -> u8 {
    match speaker {
        Speaker::Carrier => 0,
        Speaker::Kubelet => 1,
        Speaker::Grpc => 2,
        Speaker::Runtime => 3,
        Speaker::Http => 4,
        Speaker::Registry => 5,
    }
}

fn name(speaker: Speaker) -> &'static str {
    match speaker {
        Speaker::Carrier => labels::speakers::CARRIER,
        Speaker::Kubelet => labels::speakers::KUBELET,
        Speaker::Grpc => labels::speakers::GRPC,
        Speaker::Runtime => labels::speakers::RUNTIME,
        Speaker::Http => labels::speakers::HTTP,
        Speaker::Registry => labels::speakers::REGISTRY,
    }
}

fn layer_class(speaker: Speaker, role: Role) -> Option<&'static str> {
    match (speaker, role) {
        (_, Role::Decides) => Some("ipg-layer--decides"),
        (Speaker::Carrier | Speaker::Kubelet, _) => None,
        (Speaker::Grpc | Speaker::Runtime, _) => Some("ipg-layer--runtime"),
        (Speaker::Http | Speaker::Registry, _) => Some("ipg-layer--registry"),
    }
}
