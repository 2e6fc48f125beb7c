//! What engineers say, and what it comes to: the original words, the statement beside them, and in
//! the memo the receipt of each.

use crate::decision::Intent;
use crate::frame::Framed;
use crate::report::model::{Block, Exchange, Inline, Item, Origin, Prose};
use crate::report::words::{Subject, prose};

/// The arguments with their answers.
pub fn exchanges(subject: &Subject) -> Vec<Block> {
    let exchanges: Vec<Exchange> = subject
        .framing
        .arguments
        .iter()
        .enumerate()
        .filter_map(|(at, framed)| exchange(subject, at, framed))
        .take(subject.room.arguments)
        .collect();
    if exchanges.is_empty() {
        return Vec::new();
    }
    vec![
        Block::heading(2, "arguments", "What was argued, and what it comes to"),
        Block::Exchanges { exchanges },
    ]
}

fn exchange(subject: &Subject, at: usize, framed: &Framed) -> Option<Exchange> {
    let above = framed
        .answered_with
        .and_then(|at| Some((at, subject.framing.arguments.get(at)?)));
    let answer = match (&framed.statement, &framed.asks) {
        (Some(statement), _) => prose(statement),
        (None, _) if let Some((at, above)) = above => Prose::from("See above, under ")
            .with(Inline::Quoted {
                text: above.opening(),
                from: Origin::decision(format!("/arguments/{at}")),
            })
            .text("."),
        (None, Some(asks)) => Prose::from("To be answered first: ").text(asks.as_str()),
        (None, None) => return None,
    };
    let by = framed
        .by
        .as_ref()
        .map(|by| Prose::new().given(by, Origin::decision(format!("/arguments/{at}/by"))));
    Some(Exchange {
        said: said(at, framed),
        by,
        answer,
    })
}

fn said(at: usize, framed: &Framed) -> Prose {
    let from = Origin::decision(format!("/arguments/{at}"));
    Prose::new().with(Inline::Quoted {
        text: framed.text.clone(),
        from,
    })
}

/// The receipts: for each argument what it was taken to be about and by which rule, and where each
/// figure of its statement came from.
pub fn receipts(subject: &Subject) -> Vec<Block> {
    let items: Vec<Item> = subject
        .framing
        .arguments
        .iter()
        .enumerate()
        .take(subject.room.arguments)
        .map(|(at, framed)| receipt(at, framed))
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        Block::heading(2, "receipts", "How the arguments were read"),
        Block::List {
            ordered: false,
            items,
        },
    ]
}

fn receipt(at: usize, framed: &Framed) -> Item {
    let mut line = said(at, framed);
    line = match framed.intent {
        Intent::None => {
            line.text(" Left as it stands: nothing clear enough to answer was found in it.")
        }
        intent => line
            .text(if framed.pinned {
                " Pinned by its author as "
            } else {
                " Read as "
            })
            .emph(intent.word().replace('_', " "))
            .text("."),
    };
    if let (false, Some(rule)) = (framed.pinned, &framed.rule) {
        line = line.text(" Rule: ").code(rule.as_str()).text(".");
    }
    if !framed.figures.is_empty() {
        line = line.text(" Figures: ");
        for (index, figure) in framed.figures.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            let shown = crate::report::model::Figure::new(
                &figure.shown,
                crate::report::words::origin(&figure.from),
            );
            line = line
                .text(separator)
                .figure(shown)
                .text(" from ")
                .code(figure.from.as_str());
        }
        line = line.text(".");
    }
    if !framed.missing.is_empty() {
        line = line.text(" Missing: ");
        for (index, field) in framed.missing.iter().enumerate() {
            line = line
                .text(if index == 0 { "" } else { ", " })
                .code(field.as_str());
        }
        line = line.text(".");
    }
    Item {
        blocks: vec![Block::paragraph(line)],
    }
}
