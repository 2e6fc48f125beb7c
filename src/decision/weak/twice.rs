//! Sums that count one thing twice: an opportunity listed twice, or a line of cash flow that
//! repeats what the option already states.

use super::Known;
use crate::decision::{Figure, Line, LineKind};
use crate::diagnostics::{Diagnostic, Rule};

pub(super) fn warnings(known: &Known, found: &mut Vec<Diagnostic>) {
    opportunities(known, found);
    let decision = known.decision;
    for (at, bought) in decision.alternatives.iter().enumerate() {
        let stated = [
            (LineKind::Cost, "annual_cost", &bought.annual_cost),
            (LineKind::Cost, "one_off", &bought.one_off),
            (LineKind::Cost, "exit_cost", &bought.exit_cost),
        ];
        lines(
            known,
            &format!("/alternatives/{at}"),
            &bought.lines,
            &stated,
            found,
        );
    }
    if let Some(build) = &decision.build {
        let stated = [
            (
                LineKind::Cost,
                "annual_people_cost",
                &build.annual_people_cost,
            ),
            (LineKind::Cost, "annual_other", &build.annual_other),
            (LineKind::Cost, "one_off", &build.one_off),
            (LineKind::Cost, "exit_cost", &build.exit_cost),
            (LineKind::Benefit, "annual_value", &build.annual_value),
        ];
        lines(known, "/build", &build.lines, &stated, found);
        let spent = decision.situation.spent.as_ref();
        if let (Some(spent), Some(one_off)) = (spent, &build.one_off)
            && spent.likely > 0.0
            && spent.likely == one_off.likely
        {
            found.push(known.warn(
                Rule::CountedTwice,
                "/build/one_off",
                "the one-off cost of building is the sum that was already spent",
                "money already spent is shown and never counted; state what building still costs",
            ));
        }
    }
}

/// Opportunities of one name or one id earn once.
fn opportunities(known: &Known, found: &mut Vec<Diagnostic>) {
    let all = &known.decision.opportunities;
    let name = |at: usize| all[at].name.trim().to_lowercase();
    for at in 0..all.len() {
        let same = |earlier: &usize| {
            name(*earlier) == name(at) || (all[at].id.is_some() && all[at].id == all[*earlier].id)
        };
        if let Some(earlier) = (0..at).find(same) {
            let place = format!("/opportunities/{at}");
            let first = known.node.span_near(&format!("/opportunities/{earlier}"));
            let message = format!("`{}` is also opportunity {}", all[at].name, earlier + 1);
            let hint = "keep one of them, or say in their names how they differ";
            let warning = known.warn(Rule::CountedTwice, &place, message, hint);
            found.push(warning.related(first, "it is given here first"));
        }
    }
}

type Stated<'a> = (LineKind, &'static str, &'a Option<Figure>);

/// Lines that hold the amount of a field of the same option.
fn lines(
    known: &Known,
    option: &str,
    lines: &[Line],
    stated: &[Stated],
    found: &mut Vec<Diagnostic>,
) {
    for (at, line) in lines.iter().enumerate() {
        let repeats = |(kind, _, figure): &&Stated| {
            let amount = figure.as_ref().map_or(0.0, |figure| figure.likely);
            *kind == line.kind && amount > 0.0 && line.amounts.contains(&amount)
        };
        if let Some((_, field, _)) = stated.iter().find(repeats) {
            let place = format!("{option}/lines/{at}");
            let message = format!(
                "`{}` holds the amount of `{field}`, which counts as well",
                line.name
            );
            let first = known.node.span_near(&format!("{option}/{field}"));
            let hint = "state it in one of the two places; where both are meant, say so in the line’s name";
            let warning = known.warn(Rule::CountedTwice, &place, message, hint);
            found.push(warning.related(first, "the option states it here"));
        }
    }
}
