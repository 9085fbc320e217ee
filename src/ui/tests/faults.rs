//! What must hold for every piece of every page, whatever it shows.

use crate::ui::tests::html::Element;
use crate::ui::tests::stage::PREFIX;
use regex::Regex;
use std::collections::BTreeSet;

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
/// Elements whose words are to be read letter by letter: no prose.
const LITERAL: [&str; 3] = ["code", "pre", "textarea"];
/// Attributes that name elements by their ids.
const REFERENCES: [&str; 6] =
    ["for", "aria-describedby", "aria-labelledby", "aria-controls", "aria-details", "aria-errormessage"];
/// Attributes that are read out or shown.
const WORDED: [&str; 4] = ["aria-label", "placeholder", "title", "alt"];

/// All that is wrong with a part of a page.
pub(super) fn faults(part: &Element) -> Vec<String> {
    let checks = [ids, references, attributes, buttons, controls, names, headings, nesting, words];
    checks.into_iter().flat_map(|check| check(part)).collect()
}

/// All that is wrong with a whole page.
pub(super) fn page_faults(page: &Element) -> Vec<String> {
    let mut faults = faults(page);
    for (name, wanted) in [("h1", 1), ("main", 1), ("header", 1), ("footer", 1)] {
        let count = page.named(&[name]).len();
        if count != wanted {
            faults.push(format!("{count} times <{name}>"));
        }
    }
    faults.extend(
        page.named(&["h1"])
            .iter()
            .filter(|heading| heading.text().trim().is_empty())
            .map(|_| "no words in <h1>".into()),
    );
    faults.extend(unused_skip_link(page));
    faults
}

fn ids(part: &Element) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for id in part.all().into_iter().filter_map(|element| element.get("id")) {
        if !seen.insert(id) {
            faults.push(format!("the id {id} twice"));
        }
        if !id.starts_with(&format!("{PREFIX}-")) || id.contains(char::is_whitespace) {
            faults.push(format!("the id {id} is not one of this guide"));
        }
    }
    faults
}

fn references(part: &Element) -> Vec<String> {
    let all = part.all();
    let there: BTreeSet<&str> = all.iter().filter_map(|element| element.get("id")).collect();
    let named = |element: &Element| -> Vec<(String, String)> {
        let of = |name: &str| element.get(name).unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        let mut named: Vec<(String, String)> = REFERENCES
            .iter()
            .flat_map(|name| {
                let ids: Vec<String> = of(name);
                ids.into_iter().map(|id| ((*name).to_owned(), id))
            })
            .collect();
        let target = element.get("href").and_then(|href| href.strip_prefix('#'));
        named.extend(target.filter(|id| id.starts_with(PREFIX)).map(|id| ("href".to_owned(), id.to_owned())));
        named
    };
    all.iter()
        .flat_map(|element| named(element))
        .filter(|(_, id)| !there.contains(id.as_str()))
        .map(|(attribute, id)| format!("{attribute} names {id}, which is not there"))
        .collect()
}

/// What the content security policy forbids, and what would make a request.
fn attributes(part: &Element) -> Vec<String> {
    let mut faults = Vec::new();
    for element in part.all() {
        let bad = |name: &str| name == "style" || name.starts_with("on") || matches!(name, "src" | "srcset" | "action");
        faults.extend(
            element.attributes().filter(|(name, _)| bad(name)).map(|(name, _)| format!("{} has {name}", element.name)),
        );
        if matches!(element.name.as_str(), "style" | "script" | "img" | "iframe" | "object" | "link") {
            faults.push(format!("<{}>", element.name));
        }
        if let Some(href) = element.get("href")
            && !(href.starts_with('#') || href.starts_with("https://"))
        {
            faults.push(format!("a link to {href}"));
        }
        if element.get("href").is_some_and(|href| href.starts_with("https://"))
            && element.get("rel") != Some("noreferrer")
        {
            faults.push("a link away without noreferrer".into());
        }
        if element.get("tabindex").is_some_and(|index| index != "0" && index != "-1") {
            faults.push("an order of its own for the keyboard".into());
        }
    }
    faults
}

fn buttons(part: &Element) -> Vec<String> {
    let typed = |button: &&&Element| matches!(button.get("type"), Some("button" | "submit"));
    let buttons = part.named(&["button"]);
    buttons.iter().filter(|button| !typed(button)).map(|button| format!("no type: {}", button.text())).collect()
}

/// Every field has a label.
fn controls(part: &Element) -> Vec<String> {
    let labels = part.named(&["label"]);
    let labelled = |control: &&Element| {
        let own = control.get("id").unwrap_or_default();
        labels.iter().any(|label| label.get("for") == Some(own) && !label.text().trim().is_empty())
    };
    let controls = part.named(&["input", "select", "textarea"]).into_iter();
    controls
        .filter(|control| !labelled(control))
        .map(|control| format!("no label for {:?}", control.get("id")))
        .collect()
}

/// Everything that is read out as a thing has a name.
fn names(part: &Element) -> Vec<String> {
    let needs = |element: &&Element| {
        matches!(element.name.as_str(), "a" | "button" | "nav" | "aside" | "legend" | "summary" | "dt" | "li")
            || HEADINGS.contains(&element.name.as_str())
            || matches!(element.get("role"), Some("region" | "group"))
            || element.get("tabindex") == Some("0")
    };
    let named = |element: &&Element| {
        let region =
            matches!(element.name.as_str(), "nav" | "aside") || element.get("role").is_some() || element.name == "pre";
        element.get("aria-label").is_some_and(|label| !label.trim().is_empty())
            || element.get("aria-labelledby").is_some()
            || (!region && !element.text().trim().is_empty())
    };
    let all = part.all().into_iter();
    all.filter(needs)
        .filter(|element| !named(element))
        .map(|element| format!("a <{}> without a name", element.name))
        .collect()
}

fn headings(part: &Element) -> Vec<String> {
    let level = |heading: &&Element| HEADINGS.iter().position(|name| *name == heading.name).unwrap_or_default();
    let headings = part.named(&HEADINGS);
    headings
        .windows(2)
        .filter(|pair| level(&pair[1]) > level(&pair[0]) + 1)
        .map(|pair| format!("<{}> {:?} right below <{}>", pair[1].name, pair[1].text(), pair[0].name))
        .collect()
}

/// What a browser would take apart or refuse to use.
fn nesting(part: &Element) -> Vec<String> {
    let mut faults = Vec::new();
    for element in part.all() {
        let name = element.name.as_str();
        let line = matches!(name, "p" | "pre" | "button" | "a" | "label" | "span" | "code" | "mark" | "dt" | "summary")
            || HEADINGS.contains(&name);
        if line {
            let may = |inner: &Element| name == "summary" && HEADINGS.contains(&inner.name.as_str());
            let blocks = element.all().into_iter().filter(|inner| inner.is_block() && !may(inner));
            faults.extend(blocks.map(|inner| format!("<{}> inside <{name}>", inner.name)));
        }
        if matches!(name, "a" | "button" | "label") {
            let inner = element.named(&["a", "button", "input", "select", "textarea"]);
            faults.extend(inner.iter().map(|inner| format!("<{}> inside <{name}>", inner.name)));
        }
        let allowed: &[&str] = match name {
            "ul" | "ol" => &["li"],
            "dl" => &["div", "dt", "dd"],
            "select" => &["option"],
            _ => continue,
        };
        faults.extend(
            element
                .elements()
                .filter(|inner| !allowed.contains(&inner.name.as_str()))
                .map(|inner| format!("<{}> right inside <{name}>", inner.name)),
        );
        if element.children.is_empty() {
            faults.push(format!("an empty <{name}>"));
        }
    }
    faults
}

/// No markup and no placeholder is left for the person to see, and no gap where a value is missing.
fn words(part: &Element) -> Vec<String> {
    // kubectl itself writes `spec.containers{web}`.
    let open = Regex::new(r"(?:^|[^s])\{[a-z_]+\}").unwrap();
    let worded = part.all().into_iter().flat_map(|element| WORDED.iter().filter_map(|name| element.get(name)));
    let mut shown: Vec<String> = worded.map(str::to_owned).collect();
    let prose = part.text_with(&LITERAL, "x");
    let mut faults = all_around(&prose, &["  ", " .", " ,", " ?", "`", "**"]);
    faults.extend(shown.iter().flat_map(|text| all_around(text, &["`", "**"])));
    shown.push(part.text_with(&["textarea"], "x"));
    faults.extend(
        shown.iter().flat_map(|text| open.find_iter(text)).map(|found| format!("{} is left open", found.as_str())),
    );
    faults
}

/// Each of `marks` that is seen in `text`, with some words around it.
fn all_around(text: &str, marks: &[&str]) -> Vec<String> {
    let seen = |mark: &str| {
        let at = text.find(mark)?;
        let before: String = text[..at].chars().rev().take(30).collect();
        let before: String = before.chars().rev().collect();
        Some(format!("{mark:?} is seen: {before}{}", text[at..].chars().take(30).collect::<String>()))
    };
    marks.iter().filter_map(|mark| seen(mark)).collect()
}

/// The first thing that the keyboard reaches leads over the navigation to the page itself.
fn unused_skip_link(page: &Element) -> Option<String> {
    let first = page.all().into_iter().find(|element| matches!(element.name.as_str(), "a" | "button" | "input"))?;
    let main = page.named(&["main"]).first()?.get("id").map(|id| format!("#{id}"));
    (first.get("href").map(str::to_owned) != main).then(|| "the first link does not lead to the page".into())
}

#[test]
fn each_fault_is_found() {
    let found = |html: &str| faults(&crate::ui::tests::html::parse(html)).len();
    for html in [
        r#"<p id="stage-a"></p><p id="stage-a"></p>"#,
        r#"<p id="other-a"></p>"#,
        r#"<p aria-describedby="stage-a"></p>"#,
        r##"<a href="#stage-a">x</a>"##,
        r#"<p style="color: red"></p>"#,
        r#"<p onclick="x()"></p>"#,
        r#"<a href="javascript:x">x</a>"#,
        r#"<a href="https://acme.example">x</a>"#,
        "<button>x</button>",
        r#"<button type="button"></button>"#,
        r#"<input id="stage-a">"#,
        r#"<div role="group">x</div>"#,
        "<h2>a</h2><h4>b</h4>",
        "<p><div></div></p>",
        "<ul><p>x</p></ul>",
        "<ol></ol>",
        "<p>a `b`</p>",
        "<p>a **b**</p>",
        "<p>{image}</p>",
        "<pre><code>{image}</code></pre>",
        r#"<nav aria-label="{image}"></nav>"#,
    ] {
        assert_eq!(found(html), 1, "{html}");
    }
    assert_eq!(
        found(
            r#"<h2>a</h2><h3>b</h3><pre><code>`{.spec}`</code></pre><input id="stage-a"><label for="stage-a">x</label>"#
        ),
        0
    );
}

/// Fails with all faults, each with the name of what has it.
pub(super) fn none(faults: impl IntoIterator<Item = (String, Vec<String>)>) {
    let lines: Vec<String> = faults
        .into_iter()
        .flat_map(|(name, faults)| faults.into_iter().map(move |fault| format!("  {name}: {fault}")))
        .collect();
    assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
}
