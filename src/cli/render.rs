//! `boardbrief render FILE… --out DIR`: the documents, as Markdown and PDF.

use super::console::Progress;
use super::load::{self, Form, Loaded};
use super::{Status, console, files};
use crate::pipeline::{Formats, MADE_WITH, Pipeline};
use crate::report::model::DocumentKind;
use std::path::{Path, PathBuf};

/// Write a brief, memo or note as Markdown and PDF
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  boardbrief render portal.json --out out                    out/portal.md and out/portal.pdf
  boardbrief render portal.json --out out --document memo    out/portal.memo.md and .pdf
  boardbrief render decisions/*.json --out out --format pdf  the briefs, as PDF only")]
pub struct Arguments {
    /// Decision files, JSON or YAML
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    own: load::Own,
}

/// What is written, and where.
#[derive(Debug, Clone, clap::Args)]
pub struct Target {
    /// The folder to write to; made where it is missing
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Which document
    #[arg(long, value_enum, default_value_t, value_name = "DOCUMENT")]
    document: Document,
    /// In which formats, with commas between them
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Format::Md, Format::Pdf], value_name = "FORMATS")]
    format: Vec<Format>,
    /// Replace files of the same name that boardbrief did not write
    #[arg(long)]
    pub overwrite: bool,
}

/// The documents of one decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Document {
    /// Two pages for the board.
    #[default]
    Brief,
    /// Up to six pages for the executive team, with the working.
    Memo,
    /// One page for the engineers whose work is affected.
    Note,
}

/// The formats of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Markdown.
    Md,
    /// PDF.
    Pdf,
}

/// Renders each file; one that is refused does not keep the others from being rendered.
pub fn run(arguments: &Arguments) -> Status {
    let pipeline = match load::pipeline(&arguments.own) {
        Ok(pipeline) => pipeline,
        Err(status) => return status,
    };
    if let Err(told) = files::make_folder(&arguments.target.out) {
        console::note(&told);
        return Status::Incomplete;
    }
    let mut worst = Status::Done;
    let mut ids: Vec<(String, &Path)> = Vec::new();
    let mut progress = Progress::new(arguments.files.len());
    for file in &arguments.files {
        progress.step(&file.display().to_string());
        let done = load::load(file, Form::Full).and_then(|loaded| {
            let id = loaded.decision.id.clone();
            if let Some((_, other)) = ids.iter().find(|(known, _)| *known == id) {
                console::note(&format!(
                    "error: {} and {} both have the id `{id}`\n  help: give each decision an id of its own; it names the files",
                    other.display(),
                    file.display()
                ));
                return Err(Status::Refused);
            }
            ids.push((id, file));
            render(&arguments.target, &arguments.own, &pipeline, &loaded)
        });
        if let Err(status) = done {
            progress.clear();
            worst = worst.max(status);
        }
    }
    progress.clear();
    worst
}

/// Renders one decision.
pub fn render(
    target: &Target,
    own: &load::Own,
    pipeline: &Pipeline,
    loaded: &Loaded,
) -> Result<(), Status> {
    let Loaded {
        source,
        decision,
        node,
    } = loaded;
    let holes = pipeline.unprintable(node);
    if !holes.is_empty() {
        load::tell(&holes, source, Form::Full);
        return Err(Status::Refused);
    }
    let (kind, suffix) = match target.document {
        Document::Brief => (DocumentKind::Brief, ""),
        Document::Memo => (DocumentKind::Memo, ".memo"),
        Document::Note => (DocumentKind::Note, ".note"),
    };
    let formats = Formats {
        markdown: target.format.contains(&Format::Md),
        pdf: target.format.contains(&Format::Pdf),
    };
    let evaluation = pipeline.evaluate(decision);
    let documents = pipeline
        .documents(source, decision, &evaluation, kind, formats)
        .map_err(|fault| own.blamed(&decision.id, &fault))?;
    // Both are made before either is written, so that a fault leaves no half of a pair behind.
    let parts = [
        (documents.markdown.map(String::into_bytes), "md"),
        (documents.pdf, "pdf"),
    ];
    let mut written = Vec::new();
    for (bytes, ending) in parts {
        let Some(bytes) = bytes else { continue };
        let path = target.out.join(format!("{}{suffix}.{ending}", decision.id));
        if !target.overwrite && !may_be_replaced(&path, &decision.id) {
            let path = path.display();
            console::note(&format!(
                "error: {path} is there, and boardbrief did not write it\n  help: move it away, choose another --out, or replace it with --overwrite"
            ));
            return Err(Status::Incomplete);
        }
        written.push((path, bytes));
    }
    for (path, bytes) in written {
        files::write(&path, &bytes).map_err(|told| {
            console::note(&told);
            Status::Incomplete
        })?;
        console::result(&format!("{}\n", path.display()));
    }
    Ok(())
}

/// Whether what stands at a path may be replaced: nothing, or a document of this decision. A PDF of
/// ours says what it was made with, and the last line of our Markdown begins with the decision's id.
fn may_be_replaced(path: &Path, id: &str) -> bool {
    // A link is something that somebody made, wherever it leads.
    match files::kind(path) {
        _ if path.is_symlink() => false,
        files::Kind::Nothing => true,
        files::Kind::File => {
            files::read_up_to(path, files::MAX_PDF).is_ok_and(|bytes| is_document(&bytes, id))
        }
        files::Kind::Folder => false,
    }
}

fn is_document(bytes: &[u8], id: &str) -> bool {
    if bytes.starts_with(b"%PDF-") {
        let made_with = MADE_WITH.as_bytes();
        return bytes.windows(made_with.len()).any(|part| part == made_with);
    }
    let text = String::from_utf8_lossy(bytes);
    let last = text.trim_end().lines().last().unwrap_or_default();
    last.starts_with(&format!("{id} · "))
}
