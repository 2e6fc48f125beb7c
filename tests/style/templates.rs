//! Templates of an organisation's own, one by one in place of ours.

use crate::support::{Folder, boardbrief};

const DECISION: &str = "reports/developer-portal/decision.json";

/// Renders the brief with one template replaced; gives the status, what was told and the Markdown.
fn rendered(test: &str, path: &str, text: &str) -> (Option<i32>, String, String) {
    let folder = Folder::new(test);
    let (ours, out) = (folder.path().join("ours"), folder.path().join("out"));
    let file = ours.join(path);
    std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder can be made");
    std::fs::write(&file, text).expect("a file can be written");
    let [ours, out] = [ours, out].map(|path| path.to_string_lossy().into_owned());
    let output = boardbrief(&["render", DECISION, "--out", &out, "--templates", &ours]);
    let markdown = std::fs::read_to_string(format!("{out}/developer-portal.md"));
    (
        output.status.code(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
        markdown.unwrap_or_default(),
    )
}

/// A template of ours, as the command prints it.
fn printed(name: &str) -> String {
    let output = boardbrief(&["templates", name]);
    assert!(output.status.success(), "{name}");
    String::from_utf8(output.stdout).expect("a template is text")
}

#[test]
fn every_template_is_listed_and_printed() {
    let listed = boardbrief(&["templates"]).stdout;
    let listed = String::from_utf8(listed).expect("names are text");
    let names: Vec<&str> = listed.lines().collect();
    assert!(names.contains(&"house.toml") && names.contains(&"markdown/report.md"));
    for name in names {
        let file = crate::support::root().join("templates").join(name);
        let text = std::fs::read_to_string(file).expect("the template is in the project");
        assert_eq!(printed(name), text, "{name}");
    }
    assert_eq!(boardbrief(&["templates", "nothing"]).status.code(), Some(2));
}

#[test]
fn a_word_is_changed_in_one_template() {
    let text = printed("markdown/report.md").replace("{{ meta.kind.label }}", "Board paper");
    let (status, told, markdown) = rendered("templates-word", "markdown/report.md", &text);
    assert_eq!((status, told.as_str()), (Some(0), ""));
    assert!(markdown.contains("\nBoard paper for Example Corporation"));
    assert!(
        markdown.contains("## Why\n"),
        "every other template is ours"
    );
}

#[test]
fn a_fault_names_template_line_and_variable() {
    let text = printed("markdown/report.md").replace("meta.title", "meta.titel");
    let (status, told, _) = rendered("templates-variable", "markdown/report.md", &text);
    assert_eq!(status, Some(1), "{told}");
    for part in ["report.md", ":2:", "titel"] {
        assert!(told.contains(part), "{part} is not in {told}");
    }
    let text = printed("typst/report.typ").replace("{{ meta.id }}", "{{ meta.id ");
    let (status, told, _) = rendered("templates-unclosed", "typst/report.typ", &text);
    assert_eq!(status, Some(1), "{told}");
    assert!(told.contains("report.typ"), "{told}");
    let text = printed("typst/house.typ").replace("colours.ink", "colours.inc");
    let (status, told, _) = rendered("templates-typst", "typst/house.typ", &text);
    assert_eq!(status, Some(1), "{told}");
    assert!(
        told.contains("house.typ:") && told.contains("inc"),
        "{told}"
    );
}

#[test]
fn a_misplaced_template_is_refused() {
    let (status, told, _) = rendered("templates-name", "markdown/reprot.md", "x");
    assert_eq!(status, Some(1));
    assert!(
        told.contains("There is no template markdown/reprot.md"),
        "{told}"
    );
    let (status, told, _) = rendered("templates-place", "report.md", "x");
    assert_eq!(status, Some(1));
    assert!(told.contains("has no template"), "{told}");
}
