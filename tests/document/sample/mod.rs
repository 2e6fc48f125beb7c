//! A report that uses every kind of block, inline and drawing, made of the published figures of the
//! developer portal. It is what the writers and the typesetter are held against.

mod every_other_block;
mod exhibits;
mod second_page;

pub use every_other_block::every_other_block;

use boardbrief::display::{Conventions, Currency, Scale};
use boardbrief::report::model::*;
use time::Date;
use time::macros::date;

/// How figures are written in the sample.
const HOUSE: Conventions = Conventions {
    language: boardbrief::display::Language::British,
    decimal_mark: boardbrief::display::DecimalMark::Point,
    date_order: boardbrief::display::DateOrder::DayFirst,
};

fn usd() -> Currency {
    Currency::from_code("USD").expect("USD is a currency")
}

/// Compact money from the evaluation.
fn money(amount: f64, pointer: &str) -> Figure {
    Figure::evaluation(HOUSE.money(amount, usd()), pointer)
}

fn datum(amount: f64, pointer: &str) -> Datum {
    Datum::new(amount, money(amount, pointer))
}

fn day(on: Date) -> Figure {
    Figure::decision(HOUSE.date(on), "/milestones")
}

fn portal() -> Prose {
    Prose::new().given(
        "Managed Backstage",
        Origin::decision("/alternatives/0/name"),
    )
}

/// The whole sample.
pub fn report() -> Report {
    let on = date!(2026 - 02 - 01);
    let mut meta = Meta::new(
        "developer-portal",
        "Developer portal: keep building our own, or move to a managed service",
        DocumentKind::Brief,
        ShownDate {
            on,
            shown: HOUSE.date(on),
        },
    );
    meta.subject = "Whether to keep building the developer portal".into();
    meta.status = Status::Proposed;
    meta.organisation = Some("Example Corporation".into());
    meta.authors = vec!["Platform engineering".into()];
    meta.keywords = vec!["build or buy".into(), "developer portal".into()];
    meta.hash = Some("3f9a2c1e".into());
    let meeting = Prose::from("Board of directors, ").figure(day(date!(2026 - 02 - 18)));
    meta.front = vec![
        KeyValue::new("Meeting", meeting),
        KeyValue::new("Purpose", "For decision"),
        KeyValue::new("Sponsor", "Chief Technology Officer"),
        KeyValue::new("Author", "Platform engineering"),
    ];
    let mut blocks = first_page();
    blocks.push(Block::PageBreak);
    blocks.extend(second_page::second_page());
    Report { meta, blocks }
}

fn first_page() -> Vec<Block> {
    let resolution = Prose::from("The board approves ")
        .figure(Figure::decision(
            HOUSE.money(555_000.0, usd()),
            "/ask/money",
        ))
        .text(" a year for ")
        .prose(portal())
        .text(" with two engineers of our own on golden paths, from 31\u{a0}March 2026.");
    vec![
        Block::callout(CalloutKind::Resolution, resolution),
        Block::Answer(answer()),
        Block::heading(2, "reasons", "Why"),
        Block::list(true, reasons()),
        Block::heading(2, "questions", "Five questions"),
        Block::Scorecard(scorecard()),
        Block::heading(2, "money", "What each option costs and returns"),
        Block::Table(returns()),
    ]
}

fn answer() -> Answer {
    Answer {
        label: "Recommendation".into(),
        verdict: "Buy the portal; build only the golden paths that set us apart".into(),
        body: vec![Block::paragraph(
            Prose::from("Eight engineers keep a portal running that several vendors sell. ")
                .prose(portal())
                .text(" does the same for ")
                .figure(money(180_000.0, "/finance/options/1/costs/1"))
                .text(
                    " a year. Six of them are free to build what customers pay for; two stay on \
                       what no vendor can know: how we ship safely within a day. ",
                )
                .strong("Confidence is medium")
                .text(", because adoption and fit are assumptions."),
        )],
        tiles: vec![
            Tile::new(
                "Saved a year",
                money(945_000.0, "/finance/cases/1/annual_saving"),
            )
            .note("running cost, from year 1"),
            Tile::new(
                "Engineers freed",
                Figure::evaluation("6", "/finance/cases/1/engineers_freed"),
            )
            .note("of 8 today"),
            Tile::new(
                "Worth over 3 years",
                money(2_350_075.13, "/finance/cases/1/npv"),
            )
            .note("present value at 10%"),
            Tile::new(
                "Return",
                Figure::evaluation(HOUSE.ratio(1.703), "/finance/cases/1/roi"),
            )
            .note("on its own cost"),
            Tile::new("Payback", "Immediate").note("no outlay in advance"),
        ],
    }
}

fn reasons() -> Vec<Prose> {
    vec![
        Prose::new()
            .strong("The money.")
            .text(" Keeping the portal costs ")
            .figure(money(1_500_000.0, "/finance/options/0/costs/1"))
            .text(" a year; the recommended option costs ")
            .figure(money(555_000.0, "/finance/options/2/costs/1"))
            .text("."),
        Prose::new()
            .strong("The people.")
            .text(" Six engineers on customer features are worth up to ")
            .figure(money(3_000_000.0, "/finance/cases/1/opportunity_annual"))
            .text(" a year, gross."),
        Prose::new().strong("The upkeep.").text(
            " Two engineers are planned where eight are needed, and the plan is still to be made.",
        ),
        Prose::new()
            .strong("The market.")
            .text(" Vendors are forced to build what AI agents need; we would build it alone."),
    ]
}

fn scorecard() -> Scorecard {
    let row = |question: &str, mark, answer: &str, evidence: &str| ScoreRow {
        question: question.into(),
        mark,
        answer: answer.into(),
        evidence: evidence.into(),
    };
    Scorecard {
        summary:
            "One row for each of the five questions: the question, whether the answer supports \
                  building, and what the answer rests on."
                .into(),
        rows: vec![
            row(
                "Does it set us apart?",
                Mark::Partial,
                "In part",
                "Two of four components: golden paths, and our compliance and deployment patterns",
            ),
            row(
                "Can we maintain it for years?",
                Mark::No,
                "No",
                "A quarter of the engineers needed; no budget beyond this year; sponsor below executive level",
            ),
            row(
                "Is there no proven alternative?",
                Mark::No,
                "No",
                "Managed Backstage is proven and fits 85% of our needs",
            ),
            row(
                "Are these engineers worth most here?",
                Mark::No,
                "No",
                "Customer features, faster deployment and reliability are each worth more",
            ),
            row(
                "Can we measure success, and stop?",
                Mark::Yes,
                "Yes",
                "60% voluntary adoption by the end of 2026, with an owner and an exit rule",
            ),
        ],
    }
}

fn returns() -> Table {
    let line = |kind,
                name: &str,
                recommended: bool,
                at: usize,
                amounts: [f64; 4],
                npv: Option<f64>,
                roi: &str| {
        let cost = |year: usize| {
            let shown = HOUSE.money_at(amounts[year], Scale::Thousands);
            Prose::from(Figure::evaluation(
                shown,
                format!("/finance/options/{at}/costs/{year}"),
            ))
        };
        let npv = npv.map_or(Prose::from("–"), |npv| {
            let shown = HOUSE.money_at(npv, Scale::Thousands);
            Figure::evaluation(shown, format!("/finance/cases/{at}/npv")).into()
        });
        let name = if recommended {
            Prose::from(name).text(" (recommended)")
        } else {
            name.into()
        };
        let returns = if roi == "–" {
            roi.into()
        } else {
            Figure::evaluation(roi, format!("/finance/cases/{at}/roi")).into()
        };
        Row::of(
            kind,
            [name, cost(0), cost(1), cost(2), cost(3), npv, returns],
        )
    };
    let mut table = Table::new(
        "One row for each option: its cost in each year, then its net present value and its return \
         against building.",
        [
            "Costs, $\u{a0}thousand",
            "Now",
            "Year 1",
            "Year 2",
            "Year 3",
            "NPV",
            "ROI",
        ],
        vec![
            line(
                RowKind::Plain,
                "Keep building",
                false,
                0,
                [0.0, 1.5e6, 1.5e6, 1.5e6],
                None,
                "–",
            ),
            line(
                RowKind::Plain,
                "Managed Backstage",
                false,
                1,
                [0.0, 180e3, 180e3, 180e3],
                Some(3_282_644.63),
                "733%",
            ),
            line(
                RowKind::Recommended,
                "Managed Backstage and our own",
                true,
                2,
                [0.0, 555e3, 555e3, 555e3],
                Some(2_350_075.13),
                "170%",
            ),
            line(
                RowKind::Plain,
                "Nothing",
                false,
                3,
                [0.0; 4],
                Some(3_730_277.99),
                "–",
            ),
        ],
    );
    table.notes = vec![Prose::from(
        "Before tax, nominal, three years at 10%; costs fall at year end. NPV and ROI are against \
         keeping the portal, with the engineers released. One-off costs are not stated and counted \
         as nil.",
    )];
    table
}
