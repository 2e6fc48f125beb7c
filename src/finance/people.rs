//! The people of a case: how many are freed, and what they would earn elsewhere.

use super::assess::Sheet;
use super::case::reasoned;
use super::results::{Case, FilledOpportunity};
use super::run::CaseRun;
use crate::decision::FreedPeople;

impl Sheet<'_> {
    /// Engineers freed, what they would earn, and what the case is worth with them redeployed.
    pub(super) fn people(&self, case: &mut Case, option: usize, run: Option<CaseRun<f64>>) {
        let against = self.present.baseline;
        let freed = self.present.freed(option, against, &self.point.values);
        (case.engineers_freed, case.engineers_freed_reason) =
            reasoned(freed.ok_or_else(|| self.heads_unknown(option)));
        let takes_up = self.takes_up(option, freed);
        if let Ok(freed) = takes_up {
            case.opportunities = self.filled(freed);
            case.opportunity_is_gross = Some(self.is_gross(&case.opportunities));
        }
        let annual = case.opportunities.iter().map(|taken| taken.annual).sum();
        (case.opportunity_annual, case.opportunity_reason) =
            reasoned(takes_up.clone().map(|_| annual));
        let redeployed = run.and_then(|run| run.redeployed);
        (case.npv_redeployed, case.npv_redeployed_reason) =
            reasoned(redeployed.ok_or_else(|| self.not_redeployed(option, takes_up.err())));
        if redeployed.is_some() {
            case.reading = self.present.headline;
        } else {
            case.reading = FreedPeople::Released;
        }
    }

    fn heads_unknown(&self, option: usize) -> String {
        let after = self.present.options[option].engineers;
        let unknown = match after.count(&self.point.values) {
            None => option,
            Some(_) => self.present.baseline,
        };
        format!(
            "how many engineers {} takes is not given",
            self.names[unknown]
        )
    }

    /// The engineers who could take up opportunities, or why there is nothing to take up.
    fn takes_up(&self, option: usize, freed: Option<f64>) -> Result<f64, String> {
        let freed = freed.ok_or_else(|| self.heads_unknown(option))?;
        if freed <= 0.0 {
            Err("nobody is freed".into())
        } else if self.decision.opportunities.is_empty() {
            Err("no opportunities are given".into())
        } else if self.present.opportunities.ranked.is_empty() {
            Err("no opportunity has a value".into())
        } else {
            Ok(freed)
        }
    }

    fn not_redeployed(&self, option: usize, no_opportunity: Option<String>) -> String {
        let ends = [option, self.present.baseline];
        let figureless = ends
            .iter()
            .any(|at| self.present.options[*at].unknown.is_some());
        match no_opportunity {
            Some(reason) => reason,
            None if figureless => self.unknown(option),
            None => "what the freed engineers cost is not given".into(),
        }
    }

    fn filled(&self, freed: f64) -> Vec<FilledOpportunity> {
        let filled = self.present.opportunities.filled(freed, &self.point);
        filled
            .filter(|filled| filled.share > 0.0)
            .map(|filled| {
                let full = self.point.values[filled.opportunity.value] * filled.opportunity.worth;
                FilledOpportunity {
                    index: filled.opportunity.index,
                    engineers: filled.engineers,
                    share: filled.share,
                    annual: full * filled.share,
                }
            })
            .collect()
    }

    /// Whether any of them is valued without margin or likelihood: revenue is not profit.
    fn is_gross(&self, taken: &[FilledOpportunity]) -> bool {
        let mut stated = taken
            .iter()
            .map(|taken| &self.decision.opportunities[taken.index]);
        stated.any(|stated| stated.margin.is_none() || stated.likelihood.is_none())
    }
}
