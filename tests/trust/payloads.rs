//! Text that other programs would execute: Typst, Tera, Markdown, HTML and spreadsheet formulas, in
//! every text of a decision at once. Every one of them is words in every document.

use super::full;
use super::{KINDS, Outcome, PIPELINE, RENDERER, outcome, report};
use boardbrief::decision::Source;
use boardbrief::pipeline::Formats;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// The payloads; each holds the word `payload`, by which its words are found again.
const PAYLOADS: [&str; 44] = [
    // Typst.
    "#read(\"/etc/passwd\") payload",
    "#import \"@preview/payload:1.0.0\": *",
    "#include \"payload.typ\"",
    "#eval(\"1 + 1\") payload",
    "#panic(\"payload\")",
    "\"); read(\"/etc/passwd\"); (\"payload",
    "\\\"); panic(\\\"payload",
    "payload\\",
    "payload $x^2$ $",
    "#let payload = 1; #payload",
    "#{ while true {} } payload",
    "*payload* _payload_ `payload` <payload> @payload",
    "= payload",
    "/* payload",
    "payload // payload",
    "#set page(width: 1pt); payload",
    // Tera.
    "{{ meta.title }} payload",
    "{% for x in range(end=1000000) %}payload{% endfor %}",
    "{% include \"/etc/passwd\" %} payload",
    "{# payload",
    "{{ get_env(name=\"HOME\") }} payload",
    "{% raw %}payload",
    "{{<payload />}}",
    // Markdown.
    "[payload](javascript:alert(1))",
    "[payload](JaVaScRiPt&#58;alert(1))",
    "[payload](data:text/html;base64,PHNjcmlwdD4=)",
    "[payload][1]\n\n[1]: javascript:alert(1)",
    "<javascript:payload>",
    "![payload](file:///etc/passwd)",
    "payload\n\n# payload",
    "payload | payload\n---|---\na | b",
    "[^payload]: payload",
    "~~~payload\npayload",
    "[payload](vbscript:payload \"x\")",
    // HTML.
    "<script>payload</script>",
    "<img src=x onerror=payload>",
    "<!-- payload -->",
    "</td><td>payload",
    "&lt;script&gt;payload",
    "<a href=\"javascript:payload\">payload</a>",
    // Spreadsheets.
    "=HYPERLINK(\"http://payload\",\"payload\")",
    "+payload+cmd|' /C calc'!A0",
    "-payload",
    "@SUM(payload)",
];

/// Letters and digits alone: what both formats must agree on, whatever they escape.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_alphanumeric()).collect()
}

/// What Markdown makes of a text that could be executed or followed out of the document.
fn live(markdown: &str) -> Vec<String> {
    let follows = |url: &str| {
        let url = url.trim().to_ascii_lowercase();
        ["https://", "http://", "mailto:", "#"]
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

#[test]
fn no_payload_is_evaluated_in_any_text_of_any_document() {
    for payload in PAYLOADS {
        let whole = full::decision(payload);
        let source = Source::new("payload.json", whole.to_string());
        let read = match outcome(&source) {
            Outcome::Read(read) => read,
            Outcome::Refused(faults) => panic!("{payload:?}: {faults:#?}"),
        };
        for kind in KINDS {
            let report = report(&source, &read, kind);
            let markdown = RENDERER.markdown(&report).expect("a template");
            assert_eq!(
                live(&markdown),
                Vec::<String>::new(),
                "{payload:?} in {kind:?}"
            );
            let title = markdown
                .lines()
                .find(|line| line.starts_with("# "))
                .expect("a title");
            let seen: String = Parser::new(title)
                .filter_map(|event| match event {
                    Event::Text(text) | Event::Code(text) => Some(text.to_string()),
                    _ => None,
                })
                .collect();
            assert_eq!(letters(&seen), letters(payload), "{payload:?} in {kind:?}");
            // A main file of nothing but literals: parsed, it holds the payload as one string.
            let main = RENDERER.typst(&report, None).expect("a template");
            let strings = crate::document::agreement::typst_strings(&main);
            let held = strings.iter().any(|text| letters(text) == letters(payload));
            assert!(held, "{payload:?} is no string of {kind:?}");
        }
    }
}

#[test]
fn payloads_are_literal_in_a_pdf() {
    for payload in PAYLOADS.iter().step_by(9) {
        let source = Source::new("payload.json", full::decision(payload).to_string());
        let Outcome::Read(read) = outcome(&source) else {
            panic!("{payload:?} was refused");
        };
        let formats = Formats {
            markdown: false,
            pdf: true,
        };
        let made = PIPELINE.documents(&source, &read.0, &read.1, KINDS[0], formats);
        let pdf = made
            .unwrap_or_else(|fault| panic!("{payload:?}: {fault}"))
            .pdf
            .expect("a PDF");
        let Some(text) = crate::document::agreement::pdf_text(&pdf, "payload.pdf") else {
            return; // Without a reader of PDFs there is nothing to compare.
        };
        assert!(
            letters(&text).contains(&letters(payload)),
            "{payload:?}: {text}"
        );
    }
}
