//! How sure the money is: what moves the result of the recommended option, and the range of its
//! simulated outcomes.

use super::assumptions::shown;
use crate::decision::label::label;
use crate::decision::{FreedPeople, Unit};
use crate::evaluate::noun;
use crate::finance::{Bar, Case};
use crate::report::model::{
    Axis, Bin, Block, Chart, Datum, Exhibit, Figure, Landmark, Origin, Prose, TornadoBar,
};
use crate::report::words::{Subject, prose};

/// The tornado of the recommended option.
pub fn tornado(subject: &Subject) -> Option<Block> {
    let (case, at) = subject.recommended_case()?;
    let currency = subject.currency()?;
    let (now, key) = headline(case)?;
    let bars: Vec<TornadoBar> = case
        .tornado
        .iter()
        .enumerate()
        .take(subject.room.bars)
        .map(|(index, bar)| tornado_bar(subject, bar, &format!("{at}/tornado/{index}")))
        .collect();
    let first = case.tornado.first()?;
    let values = case
        .tornado
        .iter()
        .take(subject.room.bars)
        .flat_map(|bar| [bar.at_low, bar.at_high])
        .chain([now]);
    let axis = Axis::money_around(reading(case), values, subject.house, currency);
    let now = Datum::new(
        now,
        subject.money(now, Origin::evaluation(format!("{at}/{key}"))),
    );
    let low = subject.money(
        first.at_low.min(first.at_high),
        Origin::evaluation(format!("{at}/tornado/0/at_low")),
    );
    let high = subject.money(
        first.at_low.max(first.at_high),
        Origin::evaluation(format!("{at}/tornado/0/at_high")),
    );
    let name = noun(subject.decision, &first.field);
    let title = super::answer::upper_first(prose(&name))
        .text(" moves the result most: from ")
        .figure(low.clone())
        .text(" to ")
        .figure(high.clone())
        .text(".");
    let alt = format!(
        "Tornado chart. Of the inputs, {name} moves the net present value most, from {} to {}.",
        low.shown, high.shown
    );
    let mut notes = Vec::new();
    if case
        .tornado
        .iter()
        .take(subject.room.bars)
        .any(|bar| bar.assumed_range)
    {
        notes.push(
            "An input marked * has no stated range; a fifth less and a fifth more is shown.".into(),
        );
    }
    Some(Block::Exhibit(Exhibit {
        title,
        alt,
        chart: Chart::Tornado { axis, now, bars },
        notes,
    }))
}

fn tornado_bar(subject: &Subject, bar: &Bar, at: &str) -> TornadoBar {
    let unit = if bar.is_factor {
        Unit::Share
    } else {
        unit(&bar.field)
    };
    let mut name = Prose::new().given(
        label(subject.decision, &bar.field),
        Origin::decision(&bar.field),
    );
    if bar.assumed_range {
        name = name.text("\u{a0}*");
    }
    let input = |value: f64, key: &str| {
        Figure::evaluation(
            shown(subject, value, unit, &bar.field).shown,
            format!("{at}/{key}"),
        )
    };
    let result = |value: f64, key: &str| {
        Datum::new(
            value,
            subject.money(value, Origin::evaluation(format!("{at}/{key}"))),
        )
    };
    TornadoBar {
        name,
        low_input: input(bar.low, "low"),
        low: result(bar.at_low, "at_low"),
        high_input: input(bar.high, "high"),
        high: result(bar.at_high, "at_high"),
    }
}

/// The unit of a figure that the money rests on, by the name of its field.
fn unit(field: &str) -> Unit {
    match field.rsplit('/').next().unwrap_or_default() {
        "engineers" => Unit::People,
        "seats" => Unit::Count,
        "margin" | "likelihood" => Unit::Share,
        "price_escalator" | "seat_growth" | "wage_growth" => Unit::Growth,
        "overlap_months" => Unit::MonthsOfYear,
        _ => Unit::Money,
    }
}

/// The headline value of a case, with its key.
fn headline(case: &Case) -> Option<(f64, &'static str)> {
    match case.reading {
        FreedPeople::Released => case.npv.map(|npv| (npv, "npv")),
        FreedPeople::Redeployed => case.npv_redeployed.map(|npv| (npv, "npv_redeployed")),
    }
}

/// What the drawings measure.
fn reading(case: &Case) -> &'static str {
    match case.reading {
        FreedPeople::Released => "Net present value, freed people released",
        FreedPeople::Redeployed => "Net present value, freed people redeployed",
    }
}

/// The range of simulated outcomes, where any figure is an estimate.
pub fn outcomes(subject: &Subject) -> Option<Block> {
    let (case, at) = subject.recommended_case()?;
    let currency = subject.currency()?;
    let (p10, p50, p90) = (case.p10?, case.p50?, case.p90?);
    let draws: usize = case.histogram.iter().map(|bin| bin.count).sum();
    // Where both ends show as one figure there is no spread to draw.
    let shown = |value| subject.house.money_in_prose(value, currency);
    if draws == 0 || shown(p10) == shown(p90) {
        return None;
    }
    let bins: Vec<Bin> = case
        .histogram
        .iter()
        .map(|bin| Bin {
            from: bin.low,
            to: bin.high,
            share: bin.count as f64 / draws as f64,
        })
        .collect();
    let place = |key: &str| Origin::evaluation(format!("{at}/{key}"));
    let landmark = |name: &str, value: f64, key: &str| Landmark {
        name: name.to_string(),
        datum: Datum::new(value, subject.money(value, place(key))),
    };
    let landmarks = vec![
        landmark("P10", p10, "p10"),
        landmark("Median", p50, "p50"),
        landmark("P90", p90, "p90"),
    ];
    let ends = bins.iter().flat_map(|bin| [bin.from, bin.to]);
    let axis = Axis::money_around(reading(case), ends, subject.house, currency);
    let (title, alt) = finding(subject, case, &at, p10, p90);
    let notes = simulation(subject).into_iter().collect();
    Some(Block::Exhibit(Exhibit {
        title,
        alt,
        chart: Chart::Histogram {
            axis,
            bins,
            landmarks,
        },
        notes,
    }))
}

fn finding(subject: &Subject, case: &Case, at: &str, p10: f64, p90: f64) -> (Prose, String) {
    let low = subject.money(p10, Origin::evaluation(format!("{at}/p10")));
    let high = subject.money(p90, Origin::evaluation(format!("{at}/p90")));
    let mut title = Prose::from("Eight outcomes in ten lie between ")
        .figure(low.clone())
        .text(" and ")
        .figure(high.clone());
    let mut alt = format!(
        "Histogram of simulated outcomes: eight in ten lie between {} and {}",
        low.shown, high.shown
    );
    if let Some(chance) = case.chance_better {
        let shown = subject.house.chance(chance);
        alt.push_str(&format!("; the chance to beat the baseline is {shown}"));
        title = title
            .text("; the chance to do better than ")
            .prose(super::answer::against(subject, case))
            .text(" is ")
            .figure(Figure::evaluation(shown, format!("{at}/chance_better")));
    }
    (title.text("."), alt + ".")
}

fn simulation(subject: &Subject) -> Option<Prose> {
    let simulation = subject.evaluation.finance.simulation.as_ref()?;
    let draws = subject.house.count(simulation.draws as f64);
    Some(
        Prose::new()
            .figure(Figure::evaluation(draws, "/finance/simulation/draws"))
            .text(" draws, each estimate triangular between its lowest and highest value; seed ")
            .figure(Figure::evaluation(
                simulation.seed.as_str(),
                "/finance/simulation/seed",
            ))
            .text("."),
    )
}
