//! The portfolio brief: every decision of a quarter on a few pages. Page one says what there is to
//! decide, what is due, what has gone wrong and what moved; the pages after it say how much, who,
//! and what is still unknown. Long lists are cut to what a board reads: all of it is in the register.

mod alerts;
mod commodity;
mod due;
mod glance;
mod index;
mod money;
mod moved;
mod people;
mod questions;
mod view;

pub use view::View;

use super::model::{Block, DocumentKind, Meta, Report, ShownDate};

/// The portfolio of a run. `hash` is the short identity of everything it was made from.
pub fn portfolio(view: &View, hash: Option<&str>) -> Report {
    let mut blocks = glance::answer(view);
    blocks.extend(alerts::blocks(view));
    blocks.extend(glance::verdicts(view));
    blocks.extend(moved::summary(view));
    blocks.extend(due::blocks(view));
    blocks.extend(money::blocks(view));
    blocks.extend(moved::details(view));
    blocks.extend(people::blocks(view));
    blocks.extend(commodity::blocks(view));
    blocks.extend(questions::blocks(view));
    // Last, for it lists what the sections before it name.
    blocks.extend(index::blocks(view));
    Report {
        meta: meta(view, hash),
        blocks: without_empty(blocks),
    }
}

fn meta(view: &View, hash: Option<&str>) -> Meta {
    let as_of = ShownDate {
        on: view.as_of,
        shown: view.house.date(view.as_of),
    };
    let title = "Build or buy: the decisions of the company";
    let kind = DocumentKind::Portfolio;
    let mut meta = Meta::new("portfolio", title, kind, as_of);
    meta.subject = "Every build-or-buy decision, what it is worth and what is due".to_string();
    meta.status = view.status();
    meta.language = view.house.language;
    meta.organisation = view.organisation();
    meta.keywords = vec!["build or buy".to_string(), "portfolio".to_string()];
    meta.hash = hash.map(str::to_string);
    meta
}

/// Lists and tables without entries say nothing.
fn without_empty(blocks: Vec<Block>) -> Vec<Block> {
    let says_something = |block: &Block| match block {
        Block::List { items, .. } => !items.is_empty(),
        Block::Table(table) => !table.body.is_empty(),
        Block::Tiles { tiles } => !tiles.is_empty(),
        _ => true,
    };
    blocks.into_iter().filter(says_something).collect()
}
