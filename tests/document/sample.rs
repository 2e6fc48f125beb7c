//! A report that uses every kind of block, inline and drawing, made of the published figures of the
//! developer portal. It is what the writers and the typesetter are held against.

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
    blocks.extend(second_page());
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

fn second_page() -> Vec<Block> {
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

fn exhibit(title: &str, alt: &str, chart: Chart) -> Exhibit {
    Exhibit {
        title: title.into(),
        alt: alt.into(),
        chart,
        notes: Vec::new(),
    }
}

/// Cumulative cost by option.
pub fn cumulative() -> Exhibit {
    let line = |name: Prose, role, yearly: f64, at: usize| Series {
        name,
        role,
        values: (0..4_u32)
            .map(|year| {
                datum(
                    yearly * f64::from(year),
                    &format!("/finance/options/{at}/costs/{year}"),
                )
            })
            .collect(),
    };
    let chart = Chart::Lines {
        axis: Axis::money("Cumulative cost", [4.5e6], HOUSE, usd()),
        times: ["Now", "Year 1", "Year 2", "Year 3"]
            .map(str::to_owned)
            .into(),
        series: vec![
            line("Keep building".into(), SeriesRole::Baseline, 1.5e6, 0),
            line(portal(), SeriesRole::Other, 180e3, 1),
            line(
                portal().text(" and our own"),
                SeriesRole::Recommended,
                555e3,
                2,
            ),
        ],
    };
    exhibit(
        "Keeping the portal costs eight times the service by year 3",
        "Lines of cumulative cost over three years. Keep building rises to $4.5M, Managed Backstage \
         and our own to $1.67M, Managed Backstage alone to $540k.",
        chart,
    )
}

/// Adoption so far, and as promised.
pub fn adoption() -> Exhibit {
    let at = |day_number: f64, on: Date, share: f64, pointer: &str| Measurement {
        day: day_number,
        date: day(on),
        datum: Datum::new(share, Figure::decision(HOUSE.percent(share), pointer)),
    };
    let chart = Chart::Adoption {
        axis: Axis::share("Voluntary adoption", [0.6], HOUSE),
        measured: vec![
            at(
                0.0,
                date!(2025 - 07 - 31),
                0.14,
                "/organisation/platform/voluntary_adoption",
            ),
            at(
                184.0,
                date!(2026 - 01 - 31),
                0.22,
                "/organisation/platform/voluntary_adoption",
            ),
        ],
        target: at(
            518.0,
            date!(2026 - 12 - 31),
            0.6,
            "/success/metrics/0/target",
        ),
    };
    exhibit(
        "Fewer than one engineer in four chooses the portal today",
        "Voluntary adoption was 14% in July 2025 and 22% in January 2026; the target is 60% by the \
         end of 2026.",
        chart,
    )
}

/// What moves the result.
pub fn tornado() -> Exhibit {
    let bar = |name: &str, low_input: &str, low: f64, high_input: &str, high: f64| TornadoBar {
        name: name.into(),
        low_input: Figure::decision(low_input, "/build"),
        low: datum(low, "/finance/cases/1/npv"),
        high_input: Figure::decision(high_input, "/build"),
        high: datum(high, "/finance/cases/1/npv"),
    };
    let bars = vec![
        bar(
            "Cost of an engineer",
            "$160k",
            1_940_000.0,
            "$215k",
            2_760_000.0,
        ),
        bar(
            "Engineers kept on golden paths",
            "4",
            1_417_000.0,
            "1",
            2_816_000.0,
        ),
        bar(
            "Price of the service",
            "$260k",
            2_151_000.0,
            "$150k",
            2_425_000.0,
        ),
        bar(
            "One-off cost of moving",
            "$300k",
            2_050_000.0,
            "$0",
            2_350_075.13,
        ),
    ];
    let ends = bars
        .iter()
        .flat_map(|bar| [bar.low.value, bar.high.value])
        .collect::<Vec<_>>();
    let chart = Chart::Tornado {
        axis: Axis::money("Net present value", ends, HOUSE, usd()),
        now: datum(2_350_075.13, "/finance/cases/1/npv"),
        bars,
    };
    exhibit(
        "No single estimate turns the result around",
        "Four inputs and the net present value at their low and high ends. The number of engineers \
         kept moves it most, from $1.42M to $2.82M; it never falls to zero.",
        chart,
    )
}

/// What the simulation gave.
pub fn histogram() -> Exhibit {
    let bins = (0..20_i32).map(|at| {
        let from = -400_000.0 + f64::from(at) * 250_000.0;
        let middle = (from + 125_000.0 - 2_250_000.0) / 750_000.0;
        Bin {
            from,
            to: from + 250_000.0,
            share: (-middle * middle / 2.0).exp() * 0.13,
        }
    });
    let bins: Vec<Bin> = bins.collect();
    let landmark = |name: &str, value: f64, pointer: &str| Landmark {
        name: name.into(),
        datum: datum(value, pointer),
    };
    let chart = Chart::Histogram {
        axis: Axis::money(
            "Net present value",
            bins.iter().flat_map(|bin| [bin.from, bin.to]),
            HOUSE,
            usd(),
        ),
        bins,
        landmarks: vec![
            landmark("P10", 1_290_000.0, "/finance/cases/1/p10"),
            landmark("P50", 2_250_000.0, "/finance/cases/1/p50"),
            landmark("P90", 3_210_000.0, "/finance/cases/1/p90"),
        ],
    };
    let mut exhibit = exhibit(
        "The recommended option beats building in over 99% of cases",
        "Distribution of the net present value: one case in ten is below $1.29M, half are below \
         $2.25M, one in ten is above $3.21M.",
        chart,
    );
    exhibit.notes = vec!["10,000 runs over the ranges that the authors gave.".into()];
    exhibit
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
