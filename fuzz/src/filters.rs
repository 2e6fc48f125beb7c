//! Any text through every escape and filter that templates have: in each place a reader sees the
//! text that was given, and nothing in it acts.

use std::sync::LazyLock;

use boardbrief::render::{Renderer, Templates};
use boardbrief::report::model::{DocumentKind, Meta, Report};

use super::live::{letters, live, shown, strings};
use super::markdown::time;

/// Markdown templates that each put the title of a document somewhere.
const MARKDOWN: [&str; 9] = [
    "x {{ meta.title }}",
    "{{ meta.title | at_line_start }}",
    "# {{ meta.title | in_heading }}",
    "| a | b |\n| - | - |\n| {{ meta.title | in_cell }} | b |",
    "{{ meta.title | at_line_start | quoted }}",
    "- {{ meta.title | at_line_start | indented(width=2) }}",
    "x {{ meta.title | as_label }} x",
    "x {{ meta.title | code_span }} x",
    "{{ meta.title | code_block }}",
];

/// Emphasis and links hold the text too, but may change what its marks mean.
const ACTING: [&str; 4] = [
    "x {{ meta.title | emphasis(mark=\"**\") }} x",
    "x {% if meta.title | safe_url %}[a](<{{ meta.title | safe_url }}>){% endif %} x",
    "x [{{ meta.title }}](<https://example.com>) x",
    "| {{ meta.title | in_cell | emphasis(mark=\"*\") }} |\n| - |\n| {{ meta.title | code_span | in_cell }} |",
];

/// Typst templates likewise.
const TYPST: [&str; 3] = [
    "#f({{ meta.title }})",
    "#f({% for line in meta.title | lines %}{{ line }}, {% endfor %})",
    "#f({{ meta.title | safe_url }})",
];

fn renderer(path: &str, text: &str) -> Renderer {
    let mut templates = Templates::default();
    templates
        .replace(path, text.to_owned())
        .expect("a template of that name");
    Renderer::new(&templates).expect("a template")
}

static RENDERERS: LazyLock<[Vec<Renderer>; 3]> = LazyLock::new(|| {
    let all = |path: &str, texts: &[&str]| texts.iter().map(|text| renderer(path, text)).collect();
    [
        all("markdown/report.md", &MARKDOWN),
        all("markdown/report.md", &ACTING),
        all("typst/report.typ", &TYPST),
    ]
});

/// The text as the title of a document.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let report = Report {
        meta: Meta::new("case", text, DocumentKind::Memo, time()),
        blocks: Vec::new(),
    };
    let [faithful, acting, typst] = &*RENDERERS;
    for (at, renderer) in faithful.iter().enumerate() {
        let written = renderer.markdown(&report).expect("a template");
        assert_eq!(live(&written), Vec::<String>::new(), "{}", MARKDOWN[at]);
        let seen = letters(&shown(&written));
        assert!(
            seen.contains(&letters(text)),
            "{}: {text:?} became {written:?}",
            MARKDOWN[at]
        );
    }
    for (at, renderer) in acting.iter().enumerate() {
        let written = renderer.markdown(&report).expect("a template");
        assert_eq!(
            live(&written),
            Vec::<String>::new(),
            "{}: {written}",
            ACTING[at]
        );
    }
    for (at, renderer) in typst.iter().enumerate() {
        let main = renderer.typst(&report, None).expect("a template");
        let held: String = strings(&main).concat();
        let whole = at == 2 || letters(&held) == letters(text);
        assert!(whole, "{}: {text:?} became {main}", TYPST[at]);
    }
}
