//! From paths as written to the decisions they stand for: files, folders, patterns, and files with
//! a decision a line.

use crate::batch::names;
use crate::cli::files::{self, Kind};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// A decision that is to be read: a file, or a line of one.
#[derive(Debug, Clone)]
pub struct Item {
    /// The file.
    pub path: PathBuf,
    /// The line, where the file holds several decisions: its number, where it starts, its length.
    pub line: Option<(usize, u64, usize)>,
    /// The file as it was named, and the line.
    pub shown: String,
}

/// A path that could not be followed.
#[derive(Debug, Clone)]
pub struct Lost {
    /// The path as it was named.
    pub shown: String,
    /// What is told.
    pub told: String,
}

/// What the paths stand for.
#[derive(Debug, Default)]
pub struct Found {
    /// The decisions to read, each once.
    pub items: Vec<Item>,
    /// The paths that could not be followed.
    pub lost: Vec<Lost>,
}

/// Finds every decision. Folders of former runs, `apart`, are not looked into on the way: what
/// they hold was written from decisions.
pub fn discover(paths: &[PathBuf], apart: &[PathBuf]) -> Found {
    let mut search = Search {
        found: Found::default(),
        seen: HashSet::new(),
        apart: apart.iter().map(|path| files::one_name(path)).collect(),
    };
    for path in paths {
        search.path(path);
    }
    search.found
}

struct Search {
    found: Found,
    seen: HashSet<PathBuf>,
    apart: Vec<PathBuf>,
}

impl Search {
    fn path(&mut self, path: &Path) {
        match files::kind(path) {
            Kind::File => self.file(path),
            Kind::Folder => self.folder(path),
            Kind::Nothing => self.pattern(path),
        }
    }

    fn pattern(&mut self, path: &Path) {
        let text = path.to_string_lossy();
        let matches = text
            .contains(['*', '?', '['])
            .then(|| glob::glob(&text).ok())
            .flatten();
        let Some(matches) = matches else {
            // Reading it tells why there is nothing.
            let told = files::read(path).err().unwrap_or_default();
            return self.lose(path, told);
        };
        let (mut some, mut written) = (false, false);
        for found in matches.flatten() {
            if self.is_result(&found) {
                written = true;
                continue;
            }
            some = true;
            match files::kind(&found) {
                Kind::File => self.file(&found),
                Kind::Folder => self.folder(&found),
                Kind::Nothing => {}
            }
        }
        if !some && written {
            let told = format!(
                "error: {text} matches nothing but files that a run wrote\n  help: keep the decisions in a folder of their own"
            );
            self.lose(path, told);
        } else if !some {
            let told = format!(
                "error: {text} matches no file\n  help: check the pattern; in quotes it is read here, without them by the shell"
            );
            self.lose(path, told);
        }
    }

    /// Whether a run wrote it, as far as its place tells: a pattern may reach into the folders of
    /// runs.
    fn is_result(&self, path: &Path) -> bool {
        let name = files::one_name(path);
        let mut within = self
            .apart
            .iter()
            .filter_map(|run| name.strip_prefix(run).ok());
        within.any(|below| {
            let folder = below.parent().unwrap_or(Path::new(""));
            folder == Path::new("")
                || [names::DECISIONS, names::SHARDS, names::WORK]
                    .iter()
                    .any(|own| folder.starts_with(own))
        })
    }

    /// Every decision file below a folder. Hidden files are passed over.
    fn folder(&mut self, folder: &Path) {
        let names = match files::names_in(folder) {
            Ok(names) => names,
            Err(told) => return self.lose(folder, told),
        };
        for (path, kind) in names {
            let hidden = path
                .file_name()
                .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
            match kind {
                _ if hidden => {}
                Kind::Folder if self.apart.contains(&files::one_name(&path)) => {}
                Kind::Folder => self.folder(&path),
                Kind::File if is_decision_file(&path) => self.file(&path),
                Kind::File | Kind::Nothing => {}
            }
        }
    }

    fn file(&mut self, path: &Path) {
        if !self.seen.insert(files::one_name(path)) {
            return;
        }
        let shown = path.display().to_string();
        if !holds_lines(path) {
            self.found.items.push(Item {
                path: path.to_path_buf(),
                line: None,
                shown,
            });
            return;
        }
        match files::lines(path) {
            Ok(lines) => {
                let items = lines.into_iter().map(|(number, start, length)| Item {
                    path: path.to_path_buf(),
                    line: Some((number, start, length)),
                    shown: format!("{shown}:{number}"),
                });
                self.found.items.extend(items);
            }
            Err(told) => self.lose(path, told),
        }
    }

    fn lose(&mut self, path: &Path, told: String) {
        self.found.lost.push(Lost {
            shown: path.display().to_string(),
            told,
        });
    }
}

fn ending(path: &Path) -> String {
    path.extension()
        .map(|ending| ending.to_string_lossy().to_ascii_lowercase())
        .unwrap_or_default()
}

/// Whether a file in a folder is taken for a decision.
fn is_decision_file(path: &Path) -> bool {
    matches!(ending(path).as_str(), "json" | "yaml" | "yml") || holds_lines(path)
}

/// Whether a file holds a decision a line.
fn holds_lines(path: &Path) -> bool {
    matches!(ending(path).as_str(), "ndjson" | "jsonl")
}
