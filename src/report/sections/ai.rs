//! What AI agents need of the platform, and which option leaves what uncovered.

use super::components::yes_no;
use crate::decision::AiNeed;
use crate::report::model::{Block, Column, Row, RowKind, Table};
use crate::report::words::Subject;

/// The coverage table, where any of the four needs is spoken of.
pub fn blocks(subject: &Subject) -> Vec<Block> {
    let ai = &subject.decision.ai;
    let needs: [(&str, &AiNeed); 4] = [
        ("Identity and access of agents", &ai.agent_identity),
        ("Quotas and cost control for model calls", &ai.model_quotas),
        ("Prompt management and model routing", &ai.prompt_routing),
        ("Audit trail of changes made by AI", &ai.audit_trail),
    ];
    if needs
        .iter()
        .all(|(_, need)| need.needed.is_none() && need.build.is_none() && need.buy.is_none())
    {
        return Vec::new();
    }
    let body = needs.iter().map(|(name, need)| {
        let cells = [
            *name,
            yes_no(need.needed),
            yes_no(need.build),
            yes_no(need.buy),
        ];
        Row::of(RowKind::Plain, cells)
    });
    let headings = ["Need", "Needed", "Covered if built", "Covered if bought"];
    let mut table = Table::new(
        "What AI agents need and which option covers it",
        headings,
        body.collect(),
    );
    for column in table.columns.iter_mut().skip(1) {
        *column = Column::words(None);
    }
    vec![
        Block::heading(2, "ai", "What AI agents need"),
        Block::Table(table),
    ]
}
