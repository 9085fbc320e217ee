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
    /// Whether the innermost words are known, so that they decide.
    #[prop_or(true)]
    pub decides: bool,
}

/// The layers, nested as they wrap each other.
#[component]
pub(crate) fn AnatomyView(props: &AnatomyProps) -> Html {
    let AnatomyProps { message, anatomy, decides } = props;
    // Credentials are looked for in the whole message: a layer may hold half of one.
    let marks: Vec<_> = anatomy.layers.iter().enumerate().map(|(index, layer)| (layer.span, index)).collect();
    let segments = segments(message, &marks);
    let said = |index: usize| -> String {
        let inside = segments.iter().filter(|segment| segment.mark == Some(index));
        inside.map(|segment| segment.text.as_str()).collect()
    };
    let nested = anatomy.layers.iter().enumerate().rev().fold(Html::default(), |inner, (index, layer)| {
        let speaker = anatomy.speaker(Content::embedded(), message, index);
        html! {
            <ol class="ipg-anatomy">
                <li class={classes!("ipg-layer", layer_class(speaker, layer.role))}>
                    { words(said(index).trim_end(), layer, speaker, *decides) }
                    { inner }
                </li>
            </ol>
        }
    });
    html! { <div class="ipg-anatomy__frame">{ nested }</div> }
}

fn words(said: &str, layer: &Layer, speaker: Speaker, decides: bool) -> Html {
    let explains = match layer.role {
        Role::Decides if decides => labels::diagnosis::ANATOMY_DECIDES,
        Role::Decides => labels::diagnosis::ANATOMY_NOT_KNOWN,
        Role::Trails if wrapper(layer).is_none() => labels::diagnosis::ANATOMY_TRAILS,
        _ => wrapper(layer).map_or("", |wrapper| wrapper.explains.as_str()),
    };
    html! {
        <>
            <p class="ipg-layer__said">
                <span class="ipg-layer__who">{ name(speaker) }</span>{ " " }
                if decides && layer.role == Role::Decides {
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
