//! A reader for the HTML that the renderer writes, strict where a browser forgives.

/// Elements that have no end tag.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "wbr"];
/// Elements that stand inside a line of text, and those of a picture, which may stand in a link of it.
const INLINE: [&str; 20] = [
    "a", "b", "br", "button", "code", "em", "i", "input", "label", "mark", "path", "rect", "select", "span", "strong",
    "text", "textarea", "time", "tspan", "wbr",
];

/// A piece of a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Element(Element),
    /// Words, with the entities undone.
    Text(String),
}

/// An element with all that is inside.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
}

/// Reads a page or a part of one, as the children of an element without a name.
pub(super) fn parse(html: &str) -> Element {
    let mut open = vec![Element::default()];
    let mut rest = html;
    while !rest.is_empty() {
        let (text, tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        let children = &mut open.last_mut().unwrap().children;
        match children.last_mut() {
            // A comment between two texts leaves one text.
            Some(Node::Text(before)) => before.push_str(&unescaped(text)),
            _ if text.is_empty() => {}
            _ => children.push(Node::Text(unescaped(text))),
        }
        rest = match tag.strip_prefix("<!--") {
            Some(comment) => comment.split_once("-->").unwrap().1,
            None if tag.is_empty() => tag,
            None => {
                let (inner, behind) = tag[1..].split_once('>').unwrap();
                take(inner, &mut open);
                behind
            }
        };
    }
    assert_eq!(open.len(), 1, "{} is not closed", open.last().unwrap().name);
    open.pop().unwrap()
}

fn take(tag: &str, open: &mut Vec<Element>) {
    let close = |open: &mut Vec<Element>| {
        let element = open.pop().unwrap();
        open.last_mut().unwrap().children.push(Node::Element(element));
    };
    if let Some(name) = tag.strip_prefix('/') {
        assert_eq!(open.last().unwrap().name, name, "an end tag without its start");
        return close(open);
    }
    let tag = tag.strip_suffix('/').unwrap_or(tag);
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while let Some((attribute, value)) = rest.split_once("=\"") {
        let (value, behind) = value.split_once('"').unwrap();
        let mut names: Vec<&str> = attribute.split_whitespace().collect();
        let last = names.pop().unwrap();
        attributes.extend(names.into_iter().map(|name| (name.to_owned(), String::new())));
        attributes.push((last.to_owned(), unescaped(value)));
        rest = behind;
    }
    attributes.extend(rest.split_whitespace().map(|name| (name.to_owned(), String::new())));
    open.push(Element { name: name.to_owned(), attributes, children: Vec::new() });
    if VOID.contains(&name) {
        close(open);
    }
}

fn unescaped(text: &str) -> String {
    let mut text = text.to_owned();
    for (entity, character) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2F;", "/"), ("&amp;", "&")]
    {
        text = text.replace(entity, character);
    }
    text
}

impl Element {
    /// The elements inside, in the order of the page.
    pub(super) fn all(&self) -> Vec<&Self> {
        let mut all = Vec::new();
        for element in self.elements() {
            all.push(element);
            all.extend(element.all());
        }
        all
    }

    /// The elements inside with one of these names.
    pub(super) fn named(&self, names: &[&str]) -> Vec<&Self> {
        self.all().into_iter().filter(|element| names.contains(&element.name.as_str())).collect()
    }

    /// The elements right inside.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The value of an attribute; empty for one without a value.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// The names of the attributes.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// All words inside, as written.
    pub(super) fn text(&self) -> String {
        self.text_with(&[], "")
    }

    /// The words inside, with others instead of those in elements of these names.
    pub(super) fn text_with(&self, names: &[&str], instead: &str) -> String {
        self.children
            .iter()
            .map(|child| match child {
                Node::Text(text) => text.clone(),
                Node::Element(element) if names.contains(&element.name.as_str()) => instead.to_owned(),
                Node::Element(element) => element.text_with(names, instead),
            })
            .collect()
    }

    /// Whether it makes a box of its own and not a part of a line.
    pub(super) fn is_block(&self) -> bool {
        !INLINE.contains(&self.name.as_str())
    }

    /// The inside as HTML, each block on a line of its own, for people to compare.
    pub(super) fn pretty(&self) -> String {
        let mut text = String::new();
        self.children.iter().for_each(|child| write(child, 0, &mut text));
        format!("{}\n", text.trim())
    }
}

fn write(node: &Node, depth: usize, out: &mut String) {
    let element = match node {
        Node::Text(text) => return out.push_str(&text.replace('&', "&amp;").replace('<', "&lt;")),
        Node::Element(element) => element,
    };
    let new_line = |out: &mut String| {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    };
    if element.is_block() {
        new_line(out);
    }
    out.push('<');
    out.push_str(&element.name);
    for (name, value) in &element.attributes {
        out.push_str(&format!(" {name}=\"{}\"", value.replace('&', "&amp;").replace('"', "&quot;")));
    }
    out.push('>');
    if VOID.contains(&element.name.as_str()) {
        return;
    }
    element.children.iter().for_each(|child| write(child, depth + 1, out));
    if element.elements().any(Element::is_block) {
        new_line(out);
    }
    out.push_str(&format!("</{}>", element.name));
}

#[test]
fn html_is_read_as_it_is_written() {
    let html = r#"<p id="a">1 &lt; 2<wbr><b hidden>x</b></p><input checked type="radio"><!-- c -->"#;
    let page = parse(html);
    assert_eq!(page.all().len(), 4);
    assert_eq!(page.text(), "1 < 2x");
    assert_eq!(page.named(&["p"])[0].get("id"), Some("a"));
    let input = page.named(&["input"])[0];
    assert_eq!((input.get("checked"), input.get("type")), (Some(""), Some("radio")));
    assert_eq!(page.pretty(), "<p id=\"a\">1 &lt; 2<wbr><b hidden=\"\">x</b></p><input checked=\"\" type=\"radio\">\n");
}
