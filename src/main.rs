//! The page: mounts the guide into `index.html`.

fn main() {
    if let Some(root) = gloo::utils::document().get_element_by_id("guide") {
        image_pull_guide::ui::mount(root);
    }
}
