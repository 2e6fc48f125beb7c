//! The kinds of block that the brief itself has no use for.

use boardbrief::report::model::*;

use super::exhibits::exhibit;
use super::{HOUSE, datum, money, usd};

/// What the brief has no use for, so that every kind of block is held against both standards.
pub fn every_other_block() -> Vec<Block> {
    let bars = Chart::Bars {
        axis: Axis::money("Worth a year", [4e6], HOUSE, usd()),
        of: "Use of the engineers".into(),
        bars: [
            ("Customer features", 4e6),
            ("Better reliability", 3e6),
            ("Faster deployment", 2e6),
        ]
        .into_iter()
        .enumerate()
        .map(|(at, (name, value))| Bar {
            name: name.into(),
            datum: datum(value, &format!("/opportunities/{at}")),
            recommended: at == 0,
        })
        .collect(),
    };
    let link = Prose::from("See ")
        .link("the published figures", "https://example.com/a(b)?c=d&e")
        .text(" or ")
        .link("nothing", "javascript:alert(1)")
        .text(", field ")
        .code("/build/annual_other")
        .text(".")
        .line_break()
        .emph("Second line.");
    vec![
        Block::heading(2, "rest", "Everything else"),
        Block::heading(3, "rest-text", "Text"),
        Block::paragraph(link),
        Block::Rule,
        Block::Quote {
            body: vec![Block::paragraph(
                "Deciding earlier would have saved twelve months.",
            )],
            by: Some("A scale-up".into()),
        },
        Block::Code {
            text: "boardbrief check decision.json\n  --json".into(),
        },
        Block::heading(4, "rest-lists", "Lists"),
        Block::List {
            ordered: false,
            items: vec![
                Item {
                    blocks: vec![
                        Block::paragraph("Outer"),
                        Block::list(true, ["First", "Second"]),
                    ],
                },
                Item {
                    blocks: vec![
                        Block::paragraph("Next"),
                        Block::paragraph("with a second paragraph"),
                    ],
                },
            ],
        },
        Block::Tiles {
            tiles: vec![
                Tile::new("One", money(1e6, "/a")),
                Tile::new("Two", money(2e6, "/b")),
            ],
        },
        Block::Callout {
            callout: CalloutKind::RedFlag,
            title: Some("The plan is no plan.".into()),
            body: vec![Block::list(false, ["Nobody owns it."])],
        },
        Block::callout(
            CalloutKind::OpenQuestion,
            "Is the budget for more than one year?",
        ),
        Block::callout(CalloutKind::Note, "Both readings exclude each other."),
        Block::Together {
            blocks: vec![Block::Exhibit(exhibit(
                "Customer features are worth most",
                "Bars: customer features $4M, better reliability $3M, faster deployment $2M a year.",
                bars,
            ))],
        },
        Block::Table(Table {
            caption: Some("A table with groups and totals".into()),
            ..Table::new(
                "Rows of cost in two groups, with a subtotal and a total.",
                ["Line", "Year 1", "Year 2"],
                vec![
                    Row {
                        kind: RowKind::Group,
                        cells: vec![Cell::over(3, "People")],
                    },
                    Row::new([
                        "Engineers".into(),
                        Prose::from(money(375e3, "/c")),
                        money(375e3, "/d").into(),
                    ]),
                    Row::of(
                        RowKind::Subtotal,
                        [
                            "All people".into(),
                            Prose::from(money(375e3, "/e")),
                            money(375e3, "/f").into(),
                        ],
                    ),
                    Row::of(
                        RowKind::Total,
                        [
                            "Total".into(),
                            Prose::from(money(555e3, "/g")),
                            money(555e3, "/h").into(),
                        ],
                    ),
                ],
            )
        }),
    ]
}
