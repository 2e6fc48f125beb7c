//! What Markdown makes of text, piece by piece.

use super::*;

fn escaped(text: &str) -> String {
    let mut output = Vec::new();
    escape(text, &mut output).unwrap();
    finish(&String::from_utf8(output).unwrap())
}

#[test]
fn text_is_escaped_no_more_than_it_needs() {
    let cases = [
        (
            "Saves $945,000 a year ($3M).",
            "Saves $945,000 a year (\\$3M).",
        ),
        ("A$5 and $5$", "A\\$5 and $5\\$"),
        ("snake_case and _this_", "snake_case and \\_this\\_"),
        (
            "R&D, AT&T, &amp; and &#38;",
            "R&D, AT&T, \\&amp; and \\&#38;",
        ),
        (
            "5 * 3 < 20 | [x](y) ~z^2",
            "5 \\* 3 \\< 20 \\| \\[x\\](y) \\~z\\^2",
        ),
        ("C:\\dir `code`", "C:\\\\dir \\`code\\`"),
        ("6\u{a0}engineers\tand\nmore", "6 engineers and more"),
        ("un\u{202e}seen\u{200b}", "unseen"),
        ("&\u{202e}#x41; &a\u{200b}mp;", "\\&#x41; \\&amp;"),
        (
            "plain, 10.5% – “quoted” it’s #1 - + = > 1.",
            "plain, 10.5% – “quoted” it’s #1 - + = > 1.",
        ),
    ];
    for (text, written) in cases {
        assert_eq!(escaped(text), written, "{text}");
    }
}

#[test]
fn what_starts_a_line_starts_nothing_else() {
    let cases = [
        ("# a", "\\# a"),
        ("- a", "\\- a"),
        ("1. a", "1\\. a"),
        ("12) a", "12\\) a"),
        ("  + a", "\\+ a"),
        ("=== a", "\\=== a"),
        ("2026 was", "2026 was"),
        ("a - b", "a - b"),
    ];
    for (text, written) in cases {
        assert_eq!(each_line(text, line_start), written);
    }
    assert_eq!(in_heading("C#"), "C\\#");
    assert_eq!(in_heading("A heading"), "A heading");
}

#[test]
fn cells_labels_and_marks_keep_their_place() {
    assert_eq!(in_cell("a | b \\| c"), "a \\| b \\| c");
    assert_eq!(in_cell("`a\\\\|b`"), "`a\\\\\\|b`");
    assert_eq!(in_cell("one\\\ntwo\nthree"), "one two three");
    assert_eq!(as_label("Meeting"), "Meeting:");
    assert_eq!(as_label("What if?"), "What if?");
    assert_eq!(emphasis(" a b ", "**"), " **a b** ");
    assert_eq!(emphasis("  ", "**"), "  ");
}

#[test]
fn code_holds_any_backticks() {
    assert_eq!(code_span("a"), "`a`");
    assert_eq!(code_span("a``b"), "```a``b```");
    assert_eq!(code_span("`a`"), "`` `a` ``");
    assert_eq!(code_block("a\n```\nb\n"), "````\na\n```\nb\n````");
}

#[test]
fn text_in_a_diagram_can_end_nothing() {
    let plain = "Managed Backstage, $5 & C#";
    assert_eq!(in_diagram(plain), plain);
    assert_eq!(
        in_diagram("a\"] ```\n%%{init: {}}%% #quot; <b>\u{202e}\u{85}\\"),
        "a'] ''' %%(init: ())%% #quot, ‹b› /"
    );
}
