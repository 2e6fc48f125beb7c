//! The whole of the money, put together from its parts.

use super::model::Model;
use super::nil;
use super::opportunity::Point;
use super::results::{Finance, OptionKind};
use super::runway::runway;
use super::stream::Flows;
use super::terms::Terms;
use super::{BUILD_NAME, NOTHING_NAME, hybrid_name};
use crate::decision::{Decision, Figure};

/// A decision's model in both forms, with the likely value of every input.
pub(super) struct Sheet<'d> {
    pub decision: &'d Decision,
    pub present: Model<f64>,
    pub yearly: Model<Flows>,
    pub point: Point,
    pub names: Vec<String>,
}

impl<'d> Sheet<'d> {
    fn new(decision: &'d Decision, terms: &Terms) -> Sheet<'d> {
        let present = Model::<f64>::new(decision, terms);
        let options = present.options.iter();
        Sheet {
            decision,
            point: present.likely(),
            names: options
                .map(|option| name(decision, option.kind, option.alternative))
                .collect(),
            yearly: Model::<Flows>::new(decision, terms),
            present,
        }
    }
}

/// Everything that the money model says about a decision.
pub fn assess(decision: &Decision, terms: &Terms) -> Finance {
    let sheet = Sheet::new(decision, terms);
    let mut cases = sheet.cases();
    let simulation = sheet.spread(&mut cases);
    let spent = |figure: &Option<Figure>| figure.as_ref().map(|f| f.likely);
    Finance {
        horizon_years: sheet.present.calendar.years as u32,
        discount_rate: sheet.present.calendar.rate,
        baseline: sheet.names[sheet.present.baseline].clone(),
        headline: sheet.present.headline,
        assumed_nil: nil::amounts(decision, &sheet.present),
        assumed_none: nil::rates(decision, &sheet.present),
        sunk: spent(&decision.situation.spent),
        write_off: spent(&decision.situation.carrying_amount),
        options: (0..sheet.names.len()).map(|at| sheet.option(at)).collect(),
        simulation,
        runway: runway(decision, &cases),
        cases,
    }
}

fn name(decision: &Decision, kind: OptionKind, alternative: Option<usize>) -> String {
    let rests_on = alternative
        .and_then(|at| decision.alternatives.get(at))
        .map_or("", |alternative| alternative.name.as_str());
    match kind {
        OptionKind::Build => BUILD_NAME.to_string(),
        OptionKind::Buy => rests_on.to_string(),
        OptionKind::Hybrid => hybrid_name(rests_on),
        OptionKind::Nothing => NOTHING_NAME.to_string(),
    }
}
