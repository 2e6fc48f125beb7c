//! Writes the Typst main file of every worked decision, with everything it needs, to a folder, so
//! that other typesetters can be timed on the same content. `cargo bench --bench mains -- DIR`
//!
//! Each decision gets a folder of its own: `main.typ`, the style files, the decision it carries.

use boardbrief::decision::{Decision, Source};
use boardbrief::frame::RuleBook;
use boardbrief::house::House;
use boardbrief::pipeline::Pipeline;
use boardbrief::policy::Policy;
use boardbrief::render::{AttachmentNote, Renderer, Templates};
use boardbrief::report::model::DocumentKind;
use boardbrief::report::room::BRIEF;
use std::path::{Path, PathBuf};

/// The density that most briefs are set in: close.
const DENSITY: &str = "#let density = 2\n";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Some(out) = std::env::args().nth(1).filter(|word| word != "--bench") else {
        // `cargo bench` without a folder runs the others.
        return Ok(());
    };
    let pipeline = Pipeline::new(Policy::built_in(), RuleBook::built_in().clone())?;
    let templates = Templates::default();
    let renderer = Renderer::new(&templates)?;
    for entry in std::fs::read_dir("reports")? {
        let file = entry?.path().join("decision.json");
        if file.exists() {
            export(&file, Path::new(&out), &pipeline, &templates, &renderer)?;
        }
    }
    Ok(())
}

fn export(
    file: &Path,
    out: &Path,
    pipeline: &Pipeline,
    templates: &Templates,
    renderer: &Renderer,
) -> Result<(), Box<dyn std::error::Error>> {
    let source = Source::new("decision.json", std::fs::read_to_string(file)?);
    let decision = Decision::from_source(&source).map_err(|_| "a worked decision is refused")?;
    let evaluation = pipeline.evaluate(&decision);
    let report = pipeline.report(
        &source,
        &decision,
        &evaluation,
        DocumentKind::Brief,
        BRIEF[2],
    );
    let note = AttachmentNote {
        name: format!("{}.json", decision.id),
        mime: "application/json".to_string(),
        description: "The decision that this document was made from".to_string(),
    };
    let folder: PathBuf = out.join(&decision.id);
    std::fs::create_dir_all(&folder)?;
    std::fs::write(
        folder.join("main.typ"),
        renderer.typst(&report, Some(&note))?,
    )?;
    std::fs::write(folder.join("brief.md"), renderer.markdown(&report)?)?;
    std::fs::write(folder.join("attached"), source.text())?;
    std::fs::write(folder.join("density.typ"), DENSITY)?;
    std::fs::write(folder.join("chosen.typ"), House::built_in().typst())?;
    for (path, text) in templates.all() {
        if let Some(name) = path.strip_prefix("typst/") {
            std::fs::write(folder.join(name), text)?;
        }
    }
    Ok(())
}
