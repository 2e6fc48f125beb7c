//! Text outside our fonts: refused with its place and what to do, and printed where a font for it is
//! given. The small fonts beside this file are made by `fonts/subset.sh`.

use crate::document::{agreement, pdf};
use crate::support::{Folder, boardbrief, root};
use page_validation::ValidationProfile;
use std::path::{Path, PathBuf};
use std::process::Output;

const JAPANESE: &str = "tests/trust/fonts/NotoSansJP-few.ttf";
const EMOJI: &str = "tests/trust/fonts/NotoEmoji-few.ttf";

fn decision(folder: &Path, title: &str, notes: &str) -> PathBuf {
    let text = serde_json::json!({
        "id": "foreign", "title": title, "as_of": "2026-02-01", "notes": notes,
        "alternatives": [{ "name": "社内基盤", "proven": true }],
    });
    let path = folder.join("foreign.json");
    std::fs::write(&path, text.to_string()).expect("the decision is written");
    path
}

fn run(command: &str, path: &Path, rest: &[&str]) -> Output {
    let mut arguments = vec![command.to_owned(), path.display().to_string()];
    arguments.extend(rest.iter().map(|one| (*one).to_owned()));
    boardbrief(&arguments)
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn foreign_text_is_printed_with_a_font_and_refused_without_it() {
    let folder = Folder::new("fonts");
    let out = folder.path().join("out").display().to_string();
    let path = decision(folder.path(), "内製か購入か", "Ship it 🚀, *and &#x1F600;*");
    let without = run("render", &path, &["--out", &out]);
    assert_eq!(without.status.code(), Some(1));
    for part in [
        "error[no-glyph]: our fonts have no `内` (U+5185)",
        "error[no-glyph]: our fonts have no `社` (U+793E)",
        "error[no-glyph]: our fonts have no `🚀` (U+1F680)",
        "--font FILE",
        "3 faults",
    ] {
        assert!(told(&without).contains(part), "{part}: {}", told(&without));
    }
    // One of the two fonts is not enough, and what it has is no longer refused.
    let half = run("render", &path, &["--out", &out, "--font", JAPANESE]);
    assert_eq!(half.status.code(), Some(1));
    assert!(!told(&half).contains("no `内`") && told(&half).contains("no `🚀`"));

    let fonts = ["--font", JAPANESE, "--font", EMOJI];
    let rendered = run("render", &path, &[&["--out", &out], &fonts[..]].concat());
    assert_eq!(rendered.status.code(), Some(0), "{}", told(&rendered));
    let made = folder.path().join("out/foreign.pdf");
    let bytes = std::fs::read(&made).expect("a PDF");
    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        assert_eq!(pdf::findings(&bytes, profile), Vec::<String>::new());
    }
    if let Some(text) = agreement::pdf_text(&bytes, "foreign.pdf") {
        for words in ["内製か購入か", "社内基盤", "🚀", "😀"] {
            assert!(agreement::closed(&text).contains(words), "{words}: {text}");
        }
    }
    let markdown = folder.path().join("out/foreign.md");
    let markdown = std::fs::read_to_string(markdown).expect("Markdown");
    assert!(markdown.starts_with("# 内製か購入か\n") && markdown.contains("😀"));

    // The fonts are part of what a document is made from.
    assert_eq!(run("verify", &made, &fonts).status.code(), Some(0));
    let unknown = run("verify", &made, &[]);
    assert_eq!(unknown.status.code(), Some(3));
    let unknown = String::from_utf8_lossy(&unknown.stdout).into_owned();
    assert!(
        unknown.contains("cannot tell") && unknown.contains("fonts"),
        "{unknown}"
    );
}

#[test]
fn a_run_renders_again_with_another_font() {
    let folder = Folder::new("fonts-batch");
    let out = folder.path().join("out").display().to_string();
    let path = decision(folder.path(), "日本語", "");
    let with = |fonts: &[&str]| run("batch", &path, &[&["--out", &out], fonts].concat());
    assert_eq!(with(&[]).status.code(), Some(1));
    let first = with(&["--font", JAPANESE]);
    assert_eq!(first.status.code(), Some(0), "{}", told(&first));
    let before = std::fs::read(folder.path().join("out/foreign.pdf")).expect("a PDF");
    assert_eq!(
        with(&["--font", JAPANESE, "--font", EMOJI]).status.code(),
        Some(0)
    );
    let after = std::fs::read(folder.path().join("out/foreign.pdf")).expect("a PDF");
    assert_ne!(
        before, after,
        "the identity on the page is that of the fonts"
    );
}

#[test]
fn a_reference_to_what_our_fonts_lack_is_refused_with_its_place() {
    let folder = Folder::new("fonts-references");
    let out = folder.path().join("out").display().to_string();
    for (notes, named) in [
        ("face &#x1F600;", "U+1F600"),
        ("in `code` and **&#26085;**", "U+65E5"),
        ("| a |\n| - |\n| &beth; |", "U+2136"),
    ] {
        let text = serde_json::json!({ "id": "reference", "title": "T", "as_of": "2026-02-01",
            "notes": notes });
        let path = folder.path().join("reference.json");
        std::fs::write(&path, text.to_string()).expect("written");
        for command in ["check", "render"] {
            let more: &[&str] = if command == "check" {
                &[]
            } else {
                &["--out", &out]
            };
            let output = run(command, &path, more);
            assert_eq!(output.status.code(), Some(1), "{notes}: {}", told(&output));
            for part in ["error[no-glyph]", named, "/notes", "--font FILE"] {
                assert!(told(&output).contains(part), "{part}: {}", told(&output));
            }
        }
    }
    // Elsewhere than in Markdown a reference is the letters it is written with.
    let text = r#"{"id":"literal","title":"A &#x1F600; b","as_of":"2026-02-01"}"#;
    let path = folder.path().join("literal.json");
    std::fs::write(&path, text).expect("written");
    assert_eq!(
        run("render", &path, &["--out", &out]).status.code(),
        Some(0)
    );
}

#[test]
fn a_bad_font_is_told_with_what_to_do() {
    let folder = Folder::new("fonts-bad");
    let cut = folder.path().join("cut.ttf");
    let whole = std::fs::read(root().join(JAPANESE)).expect("the font");
    std::fs::write(&cut, &whole[..whole.len() / 3]).expect("written");
    let cut = cut.display().to_string();
    let path = decision(folder.path(), "T", "");
    let out = folder.path().join("out").display().to_string();
    for (font, status, says) in [
        (
            "Cargo.toml",
            1,
            "the file holds no font\n  help: give an OpenType file: .ttf or .otf",
        ),
        (cut.as_str(), 1, "help: "),
        ("no-such.ttf", 3, "no-such.ttf cannot be read"),
        ("tests", 3, "tests is a folder"),
    ] {
        let output = run("render", &path, &["--out", &out, "--font", font]);
        assert_eq!(
            output.status.code(),
            Some(status),
            "{font}: {}",
            told(&output)
        );
        assert!(told(&output).contains(says), "{font}: {}", told(&output));
    }
}
