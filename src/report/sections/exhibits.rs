//! The exhibits, drawn for the argument: what each option has cost by each year, and adoption
//! against its target.

use super::sensitivity;
use crate::decision::Metric;
use crate::finance::OptionKind;
use crate::report::model::{
    Axis, Block, Chart, Datum, Exhibit, Figure, Measurement, Origin, Prose, Series, SeriesRole,
};
use crate::report::words::Subject;

/// Lines in one drawing: more cannot be told apart.
const MOST_LINES: usize = 4;

/// The drawings that there is room for.
pub fn drawn(subject: &Subject) -> impl Iterator<Item = Block> {
    let all = [
        cumulative_cost(subject),
        sensitivity::outcomes(subject),
        sensitivity::tornado(subject),
        adoption(subject),
    ];
    all.into_iter().flatten().take(subject.room.drawings)
}

/// Cumulative net cost by option.
pub fn cumulative_cost(subject: &Subject) -> Option<Block> {
    let finance = &subject.evaluation.finance;
    let recommended = subject.evaluation.recommended_option.as_deref();
    let currency = subject.currency()?;
    let mut options: Vec<_> = subject
        .known_options()
        .filter(|(option, _)| option.kind != OptionKind::Nothing)
        .collect();
    options.sort_by_key(|(option, _)| {
        (
            Some(option.name.as_str()) != recommended,
            option.name != finance.baseline,
        )
    });
    options.truncate(MOST_LINES);
    if options.len() < 2 {
        return None;
    }
    let series: Vec<Series> = options
        .iter()
        .map(|(option, at)| {
            let role = if Some(option.name.as_str()) == recommended {
                SeriesRole::Recommended
            } else if option.name == finance.baseline {
                SeriesRole::Baseline
            } else {
                SeriesRole::Other
            };
            let values = cumulative(option.costs.as_deref().unwrap_or_default());
            let values = values.into_iter().enumerate().map(|(year, value)| {
                Datum::new(
                    value,
                    subject.money(value, Origin::evaluation(format!("{at}/costs/{year}"))),
                )
            });
            Series {
                name: subject.option_name(option),
                role,
                values: values.collect(),
            }
        })
        .collect();
    let all = series
        .iter()
        .flat_map(|line| line.values.iter().map(|datum| datum.value));
    let axis = Axis::money("Cumulative cost", all, subject.house, currency);
    let times: Vec<String> = (0..=finance.horizon_years)
        .map(|year| {
            if year == 0 {
                "Now".to_string()
            } else {
                format!("Year {year}")
            }
        })
        .collect();
    let (title, alt) = finding(subject, &series, &times);
    Some(Block::Exhibit(Exhibit {
        title,
        alt,
        chart: Chart::Lines {
            axis,
            times,
            series,
        },
        notes: Vec::new(),
    }))
}

fn cumulative(flows: &[f64]) -> Vec<f64> {
    flows
        .iter()
        .scan(0.0, |sum, amount| {
            *sum += amount;
            Some(*sum)
        })
        .collect()
}

/// What the drawing shows: what the recommended option and the baseline come to.
fn finding(subject: &Subject, series: &[Series], times: &[String]) -> (Prose, String) {
    let last = |line: &Series| line.values.last().map(|datum| datum.figure.clone());
    let of = |role: SeriesRole| series.iter().find(|line| line.role == role);
    let options = subject.evaluation.finance.options.iter();
    let baseline = options
        .clone()
        .find(|option| option.name == subject.evaluation.finance.baseline);
    let years = f64::from(subject.evaluation.finance.horizon_years);
    let over = Figure::evaluation(subject.house.years(years), "/finance/horizon_years");
    let chosen =
        of(SeriesRole::Recommended).and_then(|line| Some((line.name.clone(), last(line)?)));
    let kept = of(SeriesRole::Baseline).and_then(|line| Some((baseline?, last(line)?)));
    let title = match (chosen, kept) {
        (Some((name, cost)), Some((baseline, other))) => name
            .text(" costs ")
            .figure(cost)
            .text(" over ")
            .figure(over)
            .text("; ")
            .prose(subject.option_deed(baseline))
            .text(" costs ")
            .figure(other)
            .text("."),
        _ => Prose::from("What each option costs over ")
            .figure(over)
            .text("."),
    };
    let lines: Vec<String> = series
        .iter()
        .map(|line| {
            let ends = last(line).map(|figure| figure.shown).unwrap_or_default();
            format!("{} reaches {ends}", plain(&line.name))
        })
        .collect();
    let end = times.last().map_or("the end", String::as_str);
    let alt = format!(
        "Line chart of cumulative cost by option. By {end}, {}.",
        lines.join("; ")
    );
    (title, alt)
}

/// The words of a name.
pub fn plain(prose: &Prose) -> String {
    use crate::report::model::Inline;
    prose
        .0
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Section { heading: text, .. } => {
                text.clone()
            }
            Inline::Given { text, .. } | Inline::Quoted { text, .. } => text.clone(),
            Inline::Number(figure) => figure.shown.clone(),
            Inline::Strong(prose) | Inline::Emph(prose) => plain(prose),
            Inline::Link { text, .. } | Inline::Document { text, .. } => plain(text),
            Inline::LineBreak => " ".to_string(),
        })
        .collect()
}

/// A share measured against its target and deadline: the first measure that has all three.
pub fn adoption(subject: &Subject) -> Option<Block> {
    let metrics = subject.decision.success.metrics.iter().enumerate();
    metrics
        .filter(|(_, metric)| is_share(metric))
        .find_map(|(at, metric)| {
            let place = format!("/success/metrics/{at}");
            let (value, on, from) = measured(subject, metric, &place)?;
            let (target, due) = (metric.target?, metric.due?);
            let at =
                |value: f64, on: crate::decision::Date, from: &str, date_from: &str| Measurement {
                    day: f64::from(on.to_julian_day()),
                    date: Figure::decision(subject.house.date_short(on), date_from),
                    datum: Datum::new(value, Figure::decision(subject.house.percent(value), from)),
                };
            let measured = at(value, on, &from, &from);
            let target = at(
                target,
                due,
                &format!("{place}/target"),
                &format!("{place}/due"),
            );
            let (title, alt) = adoption_finding(
                metric,
                &place,
                &measured,
                &target,
                due < subject.decision.as_of,
            );
            let axis = Axis::share(
                metric.name.as_str(),
                [value, target.datum.value],
                subject.house,
            );
            let chart = Chart::Adoption {
                axis,
                measured: vec![measured],
                target,
            };
            Some(Block::Exhibit(Exhibit {
                title,
                alt,
                chart,
                notes: Vec::new(),
            }))
        })
}

fn is_share(metric: &Metric) -> bool {
    metric
        .unit
        .as_deref()
        .is_some_and(|unit| unit == "share" || unit.starts_with("share of "))
}

/// What was measured last, when, and where it stands: the measure's own value or, for adoption, the
/// organisation's.
fn measured(
    subject: &Subject,
    metric: &Metric,
    place: &str,
) -> Option<(f64, crate::decision::Date, String)> {
    if let (Some(actual), Some(on)) = (metric.actual, metric.measured_on) {
        return Some((actual, on, format!("{place}/actual")));
    }
    let adoption = subject
        .decision
        .organisation
        .platform
        .voluntary_adoption
        .as_ref()?;
    let named = metric.name.to_lowercase().contains("adoption");
    let on = adoption.as_of.unwrap_or(subject.decision.as_of);
    named.then(|| {
        (
            adoption.likely,
            on,
            "/organisation/platform/voluntary_adoption".to_string(),
        )
    })
}

fn adoption_finding(
    metric: &Metric,
    place: &str,
    measured: &Measurement,
    target: &Measurement,
    past: bool,
) -> (Prose, String) {
    let name = Prose::new().given(&metric.name, Origin::decision(format!("{place}/name")));
    let title = name
        .text(" stands at ")
        .figure(measured.datum.figure.clone())
        .text(if past {
            "; the target was "
        } else {
            "; the target is "
        })
        .figure(target.datum.figure.clone())
        .text(" by ")
        .figure(target.date.clone())
        .text(".");
    let alt = format!("Chart of a measure over time. {}", plain(&title));
    (title, alt)
}
