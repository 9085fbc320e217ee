//! The pages without scripts, as files.

use image_pull_guide::ui::still::StillPage;

/// What a page without scripts may do: show styles and the icon. No script, no form. Nothing on it could use `connect-src`:
/// that is for programs that look a page over and ask its host for `robots.txt` in its name.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// What all these pages share.
pub(crate) struct Shared<'text> {
    /// The address of the site, with `/` at its end; empty where it is not known, and then no page claims one.
    pub site: String,
    /// The name of the file with all styles.
    pub style: &'text str,
    /// The line that links the icon.
    pub icon: &'text str,
}

impl Shared<'_> {
    /// The page as a file.
    pub(crate) fn file(&self, page: &StillPage) -> String {
        let root = "../".repeat(page.folder.matches('/').count());
        let (title, description) = (escaped(&page.title), escaped(&page.description));
        let lines = [
            "<!doctype html>".to_owned(),
            "<html lang=\"en\">".to_owned(),
            "<head>".to_owned(),
            "<meta charset=\"utf-8\">".to_owned(),
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"),
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".to_owned(),
            format!("<title>{title}</title>"),
            format!("<meta name=\"description\" content=\"{description}\">"),
            self.canonical(&page.folder),
            "<meta name=\"color-scheme\" content=\"light dark\">".to_owned(),
            self.icon.to_owned(),
            format!("<link rel=\"stylesheet\" href=\"{root}{}\">", self.style),
            "</head>".to_owned(),
            format!("<body>{}</body>", page.body),
            "</html>".to_owned(),
        ];
        lines.into_iter().filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
    }

    /// The link to the one address of a page; empty where the address of the site is not known.
    pub(crate) fn canonical(&self, folder: &str) -> String {
        match self.site.as_str() {
            "" => String::new(),
            site => format!("<link rel=\"canonical\" href=\"{}{folder}\">", escaped(site)),
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
