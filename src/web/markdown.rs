//! Markdown that organisers write, as HTML: raw HTML is shown as text, links lead only to the web
//! or to a mailbox.

use pulldown_cmark::{CowStr, Event, Parser, Tag, html};

/// The HTML of a Markdown text.
pub fn render(text: &str) -> String {
    let events = Parser::new(text).map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = if is_safe(&dest_url) { dest_url } else { CowStr::Borrowed("#") };
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        // A picture would be fetched from elsewhere; its words stay.
        Event::Start(Tag::Image { .. }) => Event::Start(Tag::Emphasis),
        Event::End(pulldown_cmark::TagEnd::Image) => Event::End(pulldown_cmark::TagEnd::Emphasis),
        other => other,
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}

fn is_safe(url: &str) -> bool {
    ["https://", "http://", "mailto:", "/", "#"].iter().any(|prefix| url.starts_with(prefix)) && !url.starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn nothing_that_runs_gets_through() {
        let html = render(
            "# A\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](https://evil.example/y.png) <b onclick=x>z</b>",
        );
        assert!(
            !html.contains("<script")
                && !html.contains("javascript:")
                && !html.contains("<img")
                && !html.contains("<b "),
            "{html}"
        );
        assert!(render("[a](https://a.ma)").contains("href=\"https://a.ma\""));
        assert!(render("[a](//evil.example)").contains("href=\"#\""));
    }
}
