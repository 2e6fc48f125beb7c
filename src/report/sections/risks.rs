//! Risks, red flags first, each with its owner and what is done about it.

use crate::decision::{Level, Risk};
use crate::report::model::{Block, CalloutKind, Column, Inline, Origin, Prose, Row, Table};
use crate::report::words::{Subject, further, prose};

/// Red flags and risks.
pub fn blocks(subject: &Subject) -> Vec<Block> {
    let found = subject
        .evaluation
        .findings
        .iter()
        .filter(|finding| finding.id.starts_with("red-flag"))
        .map(|finding| prose(&finding.text));
    let argued = subject.framing.red_flags.iter().filter_map(|flag| {
        let argument = subject.framing.arguments.get(flag.argument)?;
        let from = Origin::decision(format!("/arguments/{}", flag.argument));
        let said = Inline::Quoted {
            text: argument.text.clone(),
            from,
        };
        Some(Prose::new().with(said).text(" ").text(flag.asks.as_str()))
    });
    let flags: Vec<Block> = found
        .chain(argued)
        .map(|flag| Block::callout(CalloutKind::RedFlag, flag))
        .collect();
    let risks = &subject.decision.risks;
    let mut blocks = vec![Block::heading(2, "risks", "Risks")];
    blocks.extend(flags);
    if risks.is_empty() {
        blocks.push(Block::paragraph(
            "The author names no risk. A board should ask for them.",
        ));
    } else {
        blocks.push(Block::Table(table(subject, risks)));
    }
    blocks
}

fn table(subject: &Subject, risks: &[Risk]) -> Table {
    let mut ordered: Vec<(usize, &Risk)> = risks.iter().enumerate().collect();
    ordered.sort_by_key(|(at, risk)| (std::cmp::Reverse(weight(risk)), *at));
    let body = ordered
        .into_iter()
        .take(subject.room.risks)
        .map(|(at, risk)| row(at, risk))
        .collect();
    let headings = ["Risk", "Likelihood, impact", "What is done", "Owner"];
    let mut table = Table::new(
        "Risks, the gravest first, with owner and mitigation",
        headings,
        body,
    );
    table.columns = vec![
        Column::words(Some(3)),
        Column::words(None),
        Column::words(Some(3)),
        Column::words(None),
    ];
    table.notes.extend(further(
        subject.room,
        subject.room.risks,
        risks.len(),
        "risks",
    ));
    table
}

/// Likelihood × impact, each 1 to 3; one that is not stated counts as medium, so that it is not hidden.
fn weight(risk: &Risk) -> u8 {
    let step = |level: Option<Level>| match level {
        Some(Level::Low) => 1,
        Some(Level::Medium) | None => 2,
        Some(Level::High) => 3,
    };
    step(risk.likelihood) * step(risk.impact)
}

fn row(at: usize, risk: &Risk) -> Row {
    let given = |text: &Option<String>, key: &str, absent: &str| match text {
        Some(text) => Prose::new().given(text, Origin::decision(format!("/risks/{at}/{key}"))),
        None => Prose::from(absent),
    };
    let level = |level: Option<Level>| level.map_or("not stated", Level::word);
    Row::new([
        Prose::new().given(&risk.risk, Origin::decision(format!("/risks/{at}/risk"))),
        Prose::from(format!(
            "{}, {}",
            level(risk.likelihood),
            level(risk.impact)
        )),
        given(&risk.mitigation, "mitigation", "nothing stated"),
        given(&risk.owner, "owner", "nobody named"),
    ])
}
