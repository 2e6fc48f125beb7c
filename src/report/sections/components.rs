//! What the thing consists of: which parts set the firm apart, with the evidence for it.

use crate::decision::Component;
use crate::report::model::{Block, Column, Origin, Prose, Row, RowKind, Table};
use crate::report::words::Subject;

/// The components, each with what is known of it.
pub fn blocks(subject: &Subject) -> Vec<Block> {
    let components = &subject.decision.components;
    let heading = Block::heading(2, "components", "What sets us apart, part by part");
    if components.is_empty() {
        return vec![
            heading,
            Block::paragraph("No part is listed, so nothing is known to set us apart."),
        ];
    }
    let body = components
        .iter()
        .enumerate()
        .map(|(at, component)| row(at, component))
        .collect();
    let headings = [
        "Part",
        "Hard to replicate",
        "Matters to customers",
        "Evidence",
    ];
    let mut table = Table::new(
        "Parts of the thing and whether each sets the firm apart",
        headings,
        body,
    );
    table.columns = vec![
        Column::words(Some(3)),
        Column::words(None),
        Column::words(None),
        Column::words(Some(4)),
    ];
    vec![heading, Block::Table(table)]
}

fn row(at: usize, component: &Component) -> Row {
    let place = format!("/components/{at}");
    let apart =
        component.hard_to_replicate == Some(true) && component.matters_to_customers == Some(true);
    let evidence = match &component.evidence {
        Some(text) => Prose::new().given(text, Origin::decision(format!("{place}/evidence"))),
        None => "none given".into(),
    };
    let cells = [
        Prose::new().given(&component.name, Origin::decision(format!("{place}/name"))),
        yes_no(component.hard_to_replicate).into(),
        yes_no(component.matters_to_customers).into(),
        evidence,
    ];
    Row::of(
        if apart {
            RowKind::Recommended
        } else {
            RowKind::Plain
        },
        cells,
    )
}

/// A yes, a no, or that it is not known.
pub fn yes_no(answer: Option<bool>) -> &'static str {
    match answer {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not known",
    }
}
