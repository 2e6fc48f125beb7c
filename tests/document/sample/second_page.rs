//! The second page of the sample: exhibits, what else was weighed, what is watched.

use boardbrief::report::model::*;
use time::macros::date;

use super::exhibits::{adoption, cumulative, histogram, tornado};
use super::{day, money};

pub fn second_page() -> Vec<Block> {
    vec![
        Block::heading(2, "exhibits", "How the options compare"),
        Block::Columns {
            columns: vec![
                vec![Block::Exhibit(cumulative()), Block::Exhibit(adoption())],
                vec![Block::Exhibit(tornado()), Block::Exhibit(histogram())],
            ],
        },
        Block::Columns {
            columns: vec![left_column(), right_column()],
        },
        Block::heading(2, "arguments", "What was said, in business terms"),
        Block::Exchanges {
            exchanges: exchanges(),
        },
    ]
}

fn left_column() -> Vec<Block> {
    vec![
        Block::heading(2, "others", "Why not the others"),
        Block::KeyValues {
            pairs: vec![
                KeyValue::new(
                    "Keep building",
                    Prose::from("Costs ")
                        .figure(money(2_350_075.13, "/finance/cases/1/npv"))
                        .text(" more over three years and rests on people who may leave."),
                ),
                KeyValue::new(
                    "Buy everything",
                    "Saves more, but gives up the golden paths that customers audit every year.",
                ),
                KeyValue::new(
                    "Do nothing",
                    "Leaves 140 engineers without the paths they ship by.",
                ),
            ],
        },
        Block::heading(2, "flips", "What would change our mind"),
        Block::list(
            false,
            [
                Prose::from("A price above ")
                    .figure(Figure::evaluation("$1.12M", "/flip_points/0/flips_at"))
                    .text(" a year: then building is cheaper."),
                Prose::from("A fit below ")
                    .figure(Figure::evaluation("80%", "/flip_points/1/flips_at"))
                    .text(": then no proven alternative is left."),
            ],
        ),
        Block::callout(
            CalloutKind::Warning,
            "A recommended case that rests on an assumption: the two engineers kept.",
        ),
    ]
}

fn right_column() -> Vec<Block> {
    vec![
        Block::heading(2, "measures", "What we will measure, and when we stop"),
        Block::Table(Table {
            columns: vec![Column::words(Some(1)), Column::words(None), Column::words(None)],
            ..Table::new(
                "One row for each milestone: what, by when, and who owns it.",
                ["Milestone", "By", "Owner"],
                vec![
                    Row::new(["Managed portal live for all teams".into(), Prose::from(day(date!(2026 - 05 - 01))), "VP Engineering".into()]),
                    Row::new(["60% voluntary adoption".into(), Prose::from(day(date!(2026 - 12 - 31))), "VP Engineering".into()]),
                ],
            )
        }),
        Block::heading(2, "risks", "Risks"),
        Block::list(false, [Prose::new().strong("The service changes its price at renewal.").text(" Medium likelihood, medium impact. Cap on increases in the contract. Owner: Procurement.")]),
        Block::heading(2, "unknown", "What we do not know"),
        Block::list(false, ["Whether the ask is budgeted.", "Whether the portal would survive a change of technology."]),
    ]
}

fn exchanges() -> Vec<Exchange> {
    let said = |text: &str, at: usize| {
        Prose::new().quoted(text, Origin::decision(format!("/arguments/{at}/text")))
    };
    vec![
        Exchange {
            said: said("We need custom plugins for our workflows.", 1),
            by: Some("Platform team".into()),
            answer: "What customers notice is how safely we ship. That part we build; the plugins under it are the same everywhere.".into(),
        },
        Exchange {
            said: said("Our portal has 99.9% uptime and 40 plugins.", 4),
            by: Some("Platform team".into()),
            answer: Prose::from("What counts is whether people choose it: ").figure(Figure::decision("22%", "/organisation/platform/voluntary_adoption/value")).text(" of engineers do today, against a target of ").figure(Figure::decision("60%", "/success/metrics/0/target")).text("."),
        },
    ]
}
