//! What a reader of Markdown or Typst makes of a text: what of it acts, and which words it shows.

use pulldown_cmark::{Event, Options, Parser, Tag};
use typst::syntax::{SyntaxNode, ast, parse};

/// What of a Markdown text is raw HTML, a picture, or a link that is neither web nor mail, in any
/// dialect that the parser knows. Links between the documents of a run end in `.md`.
pub fn live(markdown: &str) -> Vec<String> {
    let follows = |url: &str| {
        let url = url.trim().to_ascii_lowercase();
        ["https://", "http://", "mailto:"]
            .iter()
            .any(|start| url.starts_with(start))
    };
    Parser::new_ext(markdown, Options::all())
        .filter_map(|event| match event {
            Event::Html(html) | Event::InlineHtml(html) => Some(html.to_string()),
            Event::Start(Tag::Image { dest_url, .. }) => Some(format!("picture {dest_url}")),
            Event::Start(Tag::Link { dest_url, .. }) if !follows(&dest_url) => {
                Some(format!("link {dest_url}"))
            }
            _ => None,
        })
        .collect()
}

/// The words that Markdown with tables shows, HTML shown as what it is.
pub fn shown(markdown: &str) -> String {
    Parser::new_ext(markdown, Options::ENABLE_TABLES)
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.to_string()),
            Event::Html(text) | Event::InlineHtml(text) => Some(text.to_string()),
            Event::SoftBreak | Event::HardBreak => Some(" ".to_owned()),
            _ => None,
        })
        .collect()
}

/// The strings of a Typst main file, which must parse and, but for its calls, hold nothing else.
pub fn strings(main: &str) -> Vec<String> {
    fn collect(node: &SyntaxNode, found: &mut Vec<String>) {
        if let Some(string) = node.cast::<ast::Str>() {
            found.push(string.get().to_string());
        }
        node.children().for_each(|child| collect(child, found));
    }
    let root = parse(main);
    let (errors, _) = root.errors_and_warnings();
    assert!(errors.is_empty(), "{errors:?} in\n{main}");
    let mut found = Vec::new();
    collect(&root, &mut found);
    found
}

/// Letters and digits alone: what both formats must agree on, whatever they escape.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
