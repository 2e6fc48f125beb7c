//! Names and paths that lead elsewhere: nothing is written outside the output folder, and nothing
//! that was there is overwritten in silence.

use crate::support::{Folder, boardbrief};
use std::path::{Path, PathBuf};

/// Ids and file names that have led programs astray.
const NAMES: [&str; 34] = [
    "../escape",
    "..",
    ".",
    "/etc/passwd",
    "a/b",
    "a\\b",
    "..\\escape",
    "C:\\x",
    "c:",
    "~",
    "~root",
    "$HOME",
    "`id`",
    "$(id)",
    "a;b",
    "a|b",
    "a&b",
    "a b",
    "a\nb",
    "a\tb",
    "-rf",
    "--out",
    ".hidden",
    "con",
    "nul",
    "com1",
    "lpt9",
    "con.txt",
    "a.",
    "a%2fb",
    "%00",
    "é",
    "A",
    "*?",
];

/// Every file below a folder, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() && !path.is_symlink() {
            true => found.extend(files(&path)),
            false => found.push(path),
        }
    }
    found.sort();
    found
}

fn decision(id: &str) -> String {
    serde_json::json!({ "id": id, "title": "T", "as_of": "2026-02-01" }).to_string()
}

#[test]
fn an_id_never_leads_out_of_the_output_folder() {
    let folder = Folder::new("names-ids");
    let input = folder.path().join("in.json");
    let out = folder.path().join("deep/out");
    for id in NAMES {
        std::fs::write(&input, decision(id)).expect("a decision");
        let arguments = [
            "render".as_ref(),
            input.as_os_str(),
            "--out".as_ref(),
            out.as_os_str(),
        ];
        let told = boardbrief(&arguments);
        assert_eq!(told.status.code(), Some(1), "{id:?}");
        assert!(
            String::from_utf8_lossy(&told.stderr).contains("error["),
            "{id:?}"
        );
    }
    assert_eq!(files(folder.path()), [input], "something was written");
}

#[test]
fn a_file_name_is_only_a_name() {
    let folder = Folder::new("names-files");
    let out = folder.path().join("out");
    let mut inputs = Vec::new();
    for (at, name) in NAMES
        .iter()
        .enumerate()
        .filter(|(_, name)| !name.contains('/') && !matches!(**name, "." | ".."))
    {
        let path = folder.path().join(format!("{name}.json"));
        std::fs::write(&path, decision(&format!("d{at}"))).expect("a decision");
        inputs.push(path);
    }
    inputs.sort();
    let mut arguments = vec![
        "render".as_ref(),
        "--format".as_ref(),
        "md".as_ref(),
        "--out".as_ref(),
        out.as_os_str(),
        "--".as_ref(),
    ];
    arguments.extend(inputs.iter().map(|path| path.as_os_str()));
    let told = boardbrief(&arguments);
    assert_eq!(
        told.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&told.stderr)
    );
    let written = files(&out);
    assert_eq!(written.len(), inputs.len());
    let mut all = files(folder.path());
    all.retain(|path| !written.contains(path));
    assert_eq!(all, inputs, "something was written beside the output");
}

#[cfg(unix)]
#[test]
fn a_link_in_the_output_folder_is_replaced_and_not_followed() {
    let folder = Folder::new("names-links");
    let (input, out) = (folder.path().join("in.json"), folder.path().join("out"));
    let precious = folder.path().join("precious");
    std::fs::create_dir(&out).expect("a folder");
    std::fs::write(&precious, "precious").expect("a file");
    std::fs::write(&input, decision("linked")).expect("a decision");
    for ending in ["md", "pdf"] {
        std::os::unix::fs::symlink(&precious, out.join(format!("linked.{ending}")))
            .expect("a link");
    }
    let mut arguments = vec![
        "render".as_ref(),
        input.as_os_str(),
        "--out".as_ref(),
        out.as_os_str(),
    ];
    assert_eq!(boardbrief(&arguments).status.code(), Some(3));
    assert!(out.join("linked.md").is_symlink());
    arguments.push("--overwrite".as_ref());
    assert_eq!(boardbrief(&arguments).status.code(), Some(0));
    assert_eq!(
        std::fs::read_to_string(&precious).expect("it is there"),
        "precious"
    );
    assert!(!out.join("linked.md").is_symlink());
}

#[test]
fn what_somebody_else_wrote_is_replaced_only_when_asked() {
    let folder = Folder::new("names-others");
    let (input, out) = (folder.path().join("in.json"), folder.path().join("out"));
    std::fs::write(&input, decision("other")).expect("a decision");
    std::fs::create_dir(&out).expect("a folder");
    let render = |more: &[&str]| {
        let mut arguments = vec!["render".to_owned(), input.display().to_string()];
        arguments.extend(["--out".to_owned(), out.display().to_string()]);
        arguments.extend(more.iter().map(|one| (*one).to_owned()));
        boardbrief(&arguments)
    };
    // Notes of somebody's, under the name of an output; the PDF beside it is not written either.
    std::fs::write(out.join("other.md"), "# Notes\n").expect("notes");
    let refused = render(&[]);
    assert_eq!(refused.status.code(), Some(3));
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        told.contains("other.md is there") && told.contains("--overwrite"),
        "{told}"
    );
    assert_eq!(files(&out), [out.join("other.md")]);
    std::fs::remove_file(out.join("other.md")).expect("moved away");
    std::fs::write(out.join("other.pdf"), "%PDF-1.7 of a scanner").expect("a scan");
    assert_eq!(render(&[]).status.code(), Some(3));
    assert_eq!(render(&["--overwrite"]).status.code(), Some(0));
    // What was written by ourselves is replaced without asking.
    let changed = decision("other").replace("\"T\"", "\"Another title\"");
    std::fs::write(&input, changed).expect("a decision");
    assert_eq!(render(&[]).status.code(), Some(0));
    let written = std::fs::read_to_string(out.join("other.md")).expect("it is there");
    assert!(written.starts_with("# Another title"));
}
