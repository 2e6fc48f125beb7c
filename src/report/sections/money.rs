//! What each option costs and returns: cash flows by year with totals and present value, then the
//! returns of each option against the baseline, the two readings of freed people apart.

use super::answer::payback;
use crate::display::{Footing, Scale};
use crate::finance::Case;
use crate::report::model::{Block, Cell, Figure, Origin, Prose, Row, RowKind, Table};
use crate::report::words::Subject;

/// Columns of years that a page has room for; with more years, the last column sums the rest.
const MOST_YEARS: usize = 5;

/// The cash flows of each option, or the reason why there are none.
pub fn flows(subject: &Subject) -> Vec<Block> {
    let heading = Block::heading(2, "money", "What each option costs");
    match flow_table(subject) {
        Some(table) => vec![heading, Block::Table(table)],
        None => vec![
            heading,
            Block::paragraph(
                "No option can be costed from what the decision states, so no figure is shown.",
            ),
        ],
    }
}

/// What each option returns against the baseline.
pub fn returns(subject: &Subject) -> Vec<Block> {
    match returns_table(subject) {
        Some(table) => vec![
            Block::heading(2, "returns", "What each option returns"),
            Block::Table(table),
        ],
        None => Vec::new(),
    }
}

/// One line of cash flows in the making.
struct Line {
    name: Prose,
    kind: RowKind,
    amounts: Vec<f64>,
    present: f64,
    at: String,
    present_at: String,
}

fn flow_table(subject: &Subject) -> Option<Table> {
    let currency = subject.currency()?;
    let lines = lines(subject);
    if lines.is_empty() {
        return None;
    }
    let every: Vec<f64> = lines
        .iter()
        .flat_map(|line| line.amounts.iter().copied().chain([line.present]))
        .collect();
    let scale = Scale::for_amounts(&every);
    let mut headings = vec![Prose::from(scale.label(currency))];
    headings.extend(
        years(lines[0].amounts.len() - 1)
            .into_iter()
            .map(Prose::from),
    );
    headings.extend(["Total".into(), "Present value".into()]);
    let mut rounded = false;
    let body = lines
        .iter()
        .map(|line| row(subject, line, scale, &mut rounded))
        .collect();
    let mut table = Table::new(
        "Costs and benefits of each option by year, their total and present value",
        headings,
        body,
    );
    table.notes.push(convention(subject));
    if rounded {
        table
            .notes
            .push("Lines may not add up to totals because of rounding.".into());
    }
    Some(table)
}

/// The columns of years.
fn years(horizon: usize) -> Vec<String> {
    let single = if horizon > MOST_YEARS {
        MOST_YEARS - 1
    } else {
        horizon
    };
    let mut columns = vec!["Now".to_string()];
    columns.extend((1..=single).map(|year| format!("Year {year}")));
    if single < horizon {
        columns.push(format!("Years {} to {horizon}", single + 1));
    }
    columns
}

/// Amounts by column of years.
fn by_column(amounts: &[f64]) -> Vec<f64> {
    if amounts.len() - 1 <= MOST_YEARS {
        return amounts.to_vec();
    }
    let (single, rest) = amounts.split_at(MOST_YEARS);
    single.iter().copied().chain([rest.iter().sum()]).collect()
}

/// Costs of each option, and benefits where it has any. The recommended option comes first.
fn lines(subject: &Subject) -> Vec<Line> {
    let recommended = subject.evaluation.recommended_option.as_deref();
    let mut options: Vec<_> = subject.known_options().collect();
    options.retain(|(option, _)| {
        let flows = [&option.costs, &option.benefits];
        flows
            .into_iter()
            .flatten()
            .flatten()
            .any(|amount| *amount != 0.0)
    });
    options.sort_by_key(|(option, _)| Some(option.name.as_str()) != recommended);
    let mut lines = Vec::new();
    for (option, at) in options.into_iter().take(subject.room.options) {
        let chosen = Some(option.name.as_str()) == recommended;
        let kind = if chosen {
            RowKind::Recommended
        } else {
            RowKind::Plain
        };
        let name = subject.option_name(option);
        let benefits = option
            .benefits
            .as_ref()
            .filter(|b| b.iter().any(|amount| *amount != 0.0));
        let mut add = |suffix: &str, amounts: &Vec<f64>, present: Option<f64>, key: &str| {
            lines.push(Line {
                name: name.clone().text(suffix),
                kind,
                amounts: amounts.clone(),
                present: present.unwrap_or(0.0),
                at: format!("{at}/{key}"),
                present_at: format!("{at}/pv_{key}"),
            });
        };
        if let Some(costs) = &option.costs {
            add(
                if benefits.is_some() { ": costs" } else { "" },
                costs,
                option.pv_costs,
                "costs",
            );
        }
        if let Some(benefits) = benefits {
            add(": benefits", benefits, option.pv_benefits, "benefits");
        }
    }
    lines
}

fn row(subject: &Subject, line: &Line, scale: Scale, rounded: &mut bool) -> Row {
    let total: f64 = line.amounts.iter().sum();
    let footed = subject.house.foot(&by_column(&line.amounts), total, scale);
    *rounded |= footed.footing != Footing::AddsUp;
    let mut cells = vec![Cell::new(line.name.clone())];
    for (year, shown) in footed.lines.into_iter().enumerate() {
        cells.push(Cell::new(Figure::evaluation(
            shown,
            format!("{}/{year}", line.at),
        )));
    }
    cells.push(Cell::new(Figure::evaluation(footed.total, line.at.clone())));
    let present = subject.house.money_at(line.present, scale);
    cells.push(Cell::new(Figure::evaluation(
        present,
        line.present_at.clone(),
    )));
    Row {
        kind: line.kind,
        cells,
    }
}

fn convention(subject: &Subject) -> Prose {
    let rate = Figure::evaluation(
        subject
            .house
            .percent(subject.evaluation.finance.discount_rate),
        "/finance/discount_rate",
    );
    Prose::from("Pre-tax and nominal, after risk adjustment. Amounts now are not discounted; later ones fall at year end, discounted at ")
        .figure(rate)
        .text(" a year.")
}

fn returns_table(subject: &Subject) -> Option<Table> {
    let cases: Vec<(usize, &Case)> = subject
        .evaluation
        .finance
        .cases
        .iter()
        .enumerate()
        .filter(|(_, case)| case.npv.is_some())
        .collect();
    let currency = subject.currency()?;
    let (_, first) = cases.first()?;
    let amounts: Vec<f64> = cases
        .iter()
        .flat_map(|(_, c)| [c.npv, c.npv_redeployed])
        .flatten()
        .collect();
    let scale = Scale::for_amounts(&amounts);
    let redeployed = cases.iter().any(|(_, case)| case.npv_redeployed.is_some());
    let against = super::answer::against(subject, first);
    let mut headings = vec![
        Prose::from("Against ")
            .prose(against)
            .text(", ")
            .text(scale.label(currency)),
        "Saved a year".into(),
        "NPV, people released".into(),
    ];
    if redeployed {
        headings.push("NPV, people redeployed".into());
    }
    headings.extend(["Return (ROI)".into(), "Payback".into()]);
    let body = cases
        .iter()
        .take(subject.room.options)
        .map(|(at, case)| returns_row(subject, *at, case, scale, redeployed))
        .collect();
    let mut table = Table::new(
        "Returns of each option against the baseline",
        headings,
        body,
    );
    table.notes.push(readings(subject, &cases, redeployed));
    Some(table)
}

fn returns_row(subject: &Subject, at: usize, case: &Case, scale: Scale, redeployed: bool) -> Row {
    let at = format!("/finance/cases/{at}");
    let amount = |value: Option<f64>, key: &str| match value {
        Some(value) => Prose::from(Figure::new(
            subject.house.money_at(value, scale),
            Origin::evaluation(format!("{at}/{key}")),
        )),
        None => "–".into(),
    };
    let roi = match case.roi {
        Some(roi) => Figure::evaluation(subject.house.percent(roi), format!("{at}/roi")).into(),
        None => Prose::from("none"),
    };
    let option = subject
        .evaluation
        .finance
        .options
        .iter()
        .find(|option| option.name == case.option);
    let name = option.map_or_else(
        || Prose::from(case.option.as_str()),
        |option| subject.option_name(option),
    );
    let chosen = subject.evaluation.recommended_option.as_deref() == Some(case.option.as_str());
    let mut cells = vec![
        name,
        amount(case.annual_saving, "annual_saving"),
        amount(case.npv, "npv"),
    ];
    if redeployed {
        cells.push(amount(case.npv_redeployed, "npv_redeployed"));
    }
    cells.extend([
        roi,
        payback(subject, case, &at).unwrap_or_else(|| "none".into()),
    ]);
    Row::of(
        if chosen {
            RowKind::Recommended
        } else {
            RowKind::Plain
        },
        cells,
    )
}

/// How the readings are to be read, and what is gross in them.
fn readings(subject: &Subject, cases: &[(usize, &Case)], redeployed: bool) -> Prose {
    let mut note = Prose::from("NPV: net present value. Released: the freed people’s cost stops.");
    if redeployed {
        note = note.text(" Redeployed: it goes on, and they earn their best other use. One or the other, never both.");
    }
    if cases
        .iter()
        .any(|(_, case)| case.opportunity_is_gross == Some(true) && case.npv_redeployed.is_some())
    {
        note = note.text(" Redeployed values are gross, so each is a most: revenue is not profit.");
    }
    if !subject.evaluation.finance.assumed_nil.is_empty() {
        // The brief lists no figures of the decision, so it has no room for them.
        note = note.text(match subject.room.figures {
            0 => " Amounts that are not stated count as nil; the memo lists them.",
            _ => " Amounts that are not stated count as nil; they are listed below.",
        });
    }
    note
}
