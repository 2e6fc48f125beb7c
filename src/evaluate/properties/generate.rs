//! Decisions made up from bytes: any combination of answers, figures and texts that bear on a
//! verdict. Fewer and smaller bytes give simpler decisions, so that a failure shrinks to one.

use crate::decision::read::{Choose, Path, Read, Visit};
use crate::decision::{Decision, Figure, Source, Unit};
use std::sync::LazyLock;

/// A decision in which everything that bears on a verdict has a place.
const WHOLE: &str = r#"{
  "id": "made-up", "title": "Made up", "as_of": "2026-02-01", "currency": "USD",
  "components": [{ "name": "A" }, { "name": "B" }],
  "alternatives": [{ "name": "Near" }, { "name": "Far" }],
  "build": {},
  "opportunities": [{ "name": "Features" }, { "name": "Reports" }],
  "exceptions": { "unique_requirements": [{ "need": "Keys at home" }] },
  "success": { "metrics": [{ "name": "Adoption" }, { "name": "Releases" }] }
}"#;

static READ: LazyLock<Decision> = LazyLock::new(|| {
    let source = Source::new("made-up.json", WHOLE);
    Decision::from_source(&source).expect("the whole is a decision")
});

/// Bytes that run out as nil.
pub struct Bytes<'b>(pub &'b [u8]);

impl Bytes<'_> {
    /// The next byte.
    pub fn next(&mut self) -> usize {
        match self.0 {
            [first, rest @ ..] => {
                self.0 = rest;
                usize::from(*first)
            }
            [] => 0,
        }
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.next() % of.len()]
    }
}

/// A decision made up from bytes.
pub fn decision(bytes: &mut Bytes) -> Decision {
    let mut decision = READ.clone();
    decision.components.truncate(bytes.pick(&[2, 1, 0]));
    decision.alternatives.truncate(bytes.pick(&[1, 2, 1, 0]));
    decision.opportunities.truncate(bytes.pick(&[1, 2, 0]));
    decision.success.metrics.truncate(bytes.pick(&[1, 2, 0]));
    decision
        .exceptions
        .unique_requirements
        .truncate(bytes.pick(&[0, 1]));
    if bytes.next().is_multiple_of(5) && bytes.next().is_multiple_of(2) {
        decision.build = None;
    }
    texts(&mut decision, bytes);
    decision.walk(Unit::Plain, &mut Path::default(), &mut Fill(bytes));
    decision
}

fn texts(decision: &mut Decision, bytes: &mut Bytes) {
    let text = |of: Option<&str>| of.map(str::to_string);
    decision.maintenance.plan =
        text(bytes.pick(&[Some("Four people until 2029"), None, Some("TBD"), Some("")]));
    decision.success.exit_rule.rule = text(bytes.pick(&[None, Some("Below it, we stop")]));
    for need in &mut decision.exceptions.unique_requirements {
        need.why = text(bytes.pick(&[
            None,
            Some("The regulator asks that keys never leave us."),
            Some("Taste"),
        ]));
        need.vendors_asked = bytes
            .pick(&[&[][..], &["Near"][..]])
            .iter()
            .map(|v| v.to_string())
            .collect();
    }
    let property = &mut decision.exceptions.strategic_ip;
    property.moat = text(bytes.pick(&[None, Some("Nine years of data")]));
    property.evidence = text(bytes.pick(&[None, Some("Two customers signed for it")]));
    let as_of = decision.as_of;
    for metric in &mut decision.success.metrics {
        let days = [as_of.previous_day(), Some(as_of), as_of.next_day(), None];
        metric.due = bytes.pick(&days);
        metric.owner = text(bytes.pick(&[Some("Owner"), None]));
    }
}

struct Fill<'b, 's>(&'b mut Bytes<'s>);

/// Values on and beside every limit, and some that are neither.
fn values(unit: Unit) -> &'static [f64] {
    match unit {
        Unit::Money => &[0.0, 1e4, 1e5, 3e5, 1e6, 4e6],
        Unit::Share => &[0.8, 0.49, 0.5, 0.6, 0.61, 0.79, 0.1, 0.0, 1.0],
        Unit::Growth => &[0.0, 0.05, 0.5],
        Unit::People => &[2.0, 0.0, 1.0, 5.0, 12.0, 49.0, 50.0, 199.0, 200.0],
        Unit::Horizon => &[3.0, 1.0, 5.0],
        Unit::MonthsOfYear | Unit::Months => &[0.0, 3.0, 12.0],
        _ => &[1.0, 0.0, 0.6, 10.0],
    }
}

impl Visit for Fill<'_, '_> {
    fn yes_no(&mut self, _: &Path, slot: &mut Option<bool>) {
        *slot = self.0.pick(&[Some(true), Some(false), None]);
    }
    fn flag(&mut self, _: &Path, slot: &mut bool) {
        *slot = self.0.next() % 4 != 3;
    }
    fn figure(&mut self, _: &Path, unit: Unit, slot: &mut Option<Figure>) {
        *slot = (self.0.next() % 4 != 3).then(|| Figure::exactly(self.0.pick(values(unit))));
    }
    fn number(&mut self, _: &Path, unit: Unit, slot: &mut Option<f64>) {
        *slot = self
            .0
            .next()
            .is_multiple_of(2)
            .then(|| self.0.pick(values(unit)));
    }
    fn choice(&mut self, _: &Path, slot: &mut dyn Choose) {
        let words = slot.words().len();
        slot.set(Some(self.0.next() % (words + 1)).filter(|word| *word < words));
    }
}
