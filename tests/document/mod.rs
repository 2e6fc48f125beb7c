//! The document machinery as a whole: one report in both formats, held against both standards, and
//! held up to text that means harm.

pub mod agreement;
mod cast_off;
pub mod diagrams;
mod hostile;
pub mod layout;
mod overlong;
pub mod pdf;
pub mod sample;
pub mod structure;

use boardbrief::house::House;
use boardbrief::render::{AttachmentNote, Renderer, Templates};
use boardbrief::report::model::Report;
use boardbrief::typeset::Typesetter;

/// The sample with every kind of block.
fn everything() -> Report {
    let mut report = sample::report();
    report.blocks.extend(sample::every_other_block());
    assert_eq!(report.faults(), Vec::<String>::new());
    report
}

fn renderer() -> Renderer {
    Renderer::new(&Templates::default()).expect("the templates compiled in can be parsed")
}

fn markdown(report: &Report) -> String {
    renderer().markdown(report).expect("a report renders")
}

fn typst_main(report: &Report, attachment: Option<&AttachmentNote>) -> String {
    renderer()
        .typst(report, attachment)
        .expect("a report renders")
}

/// The PDF of a report that carries `data`.
fn pdf(report: &Report, data: &[u8]) -> Vec<u8> {
    let note = AttachmentNote {
        name: "developer-portal.json".to_owned(),
        mime: "application/json".to_owned(),
        description: "The decision this brief was made from".to_owned(),
    };
    let main = typst_main(report, Some(&note));
    let typesetter = Typesetter::new(&Templates::default(), &House::built_in());
    let pdf = typesetter.pdf(&report.meta.id, main, Some(data));
    pdf.unwrap_or_else(|fault| panic!("{fault}"))
}
