//! Figures that are not money: people, shares, dates, counts.

use super::{Fill, Ledger};
use crate::decision::{Date, Figure, Metric};
use crate::finance::{OptionFlows, OptionKind};
use crate::frame::slot::Slot;

/// Letters of a unit beyond which it is a description and not a unit.
const LONGEST_UNIT: usize = 20;

impl Ledger<'_> {
    pub(super) fn figure(&self, slot: Slot) -> Option<Fill> {
        let facts = &self.decision.facts;
        match slot {
            Slot::Horizon => {
                let years = f64::from(self.evaluation.finance.horizon_years);
                Some(Fill::figure(
                    self.house.years(years),
                    years,
                    "/finance/horizon_years",
                ))
            }
            Slot::Freed => {
                let (at, case) = self.case?;
                self.people(
                    case.engineers_freed?,
                    format!("/finance/cases/{at}/engineers_freed"),
                )
            }
            Slot::Team => {
                let team = self.decision.build.as_ref()?.engineers.as_ref()?;
                self.people(team.likely, "/build/engineers".into())
            }
            Slot::Kept => {
                // Who stays is part of the plan only where our own part stays.
                let hybrid = |option: &OptionFlows| option.kind == OptionKind::Hybrid;
                self.option.filter(|(_, option)| hybrid(option))?;
                let (at, alternative) = self.alternative()?;
                let kept = alternative.engineers.as_ref()?;
                self.people(kept.likely, format!("/alternatives/{at}/engineers"))
            }
            Slot::Planned => {
                let planned = self.decision.maintenance.engineers_planned.as_ref()?.likely;
                let shown = self.house.engineers(planned);
                Some(Fill::figure(
                    shown,
                    planned,
                    "/maintenance/engineers_planned",
                ))
            }
            Slot::Needed => self.short_of_people(),
            Slot::Fit => self.fit(),
            Slot::Adoption => {
                let adoption = self
                    .decision
                    .organisation
                    .platform
                    .voluntary_adoption
                    .as_ref()?;
                let from = "/organisation/platform/voluntary_adoption";
                Some(Fill::figure(
                    self.house.percent(adoption.likely),
                    adoption.likely,
                    from,
                ))
            }
            Slot::Target | Slot::Actual | Slot::Due => self.measure(slot, self.metric()?),
            Slot::AdoptionTarget => self.measure(Slot::Target, self.adoption_metric()?),
            Slot::AdoptionDue => self.measure(Slot::Due, self.adoption_metric()?),
            Slot::Live => {
                let (at, alternative) = self.alternative()?;
                Some(self.day(alternative.live_on?, format!("/alternatives/{at}/live_on")))
            }
            Slot::OwnLive => {
                let day = self.decision.build.as_ref()?.live_on?;
                Some(self.day(day, "/build/live_on".into()))
            }
            Slot::Notice => {
                let (at, alternative) = self.alternative()?;
                let months = alternative.diligence.notice_months?;
                let from = format!("/alternatives/{at}/diligence/notice_months");
                (months > 0.0).then(|| Fill::figure(self.house.months(months), months, from))
            }
            Slot::ExitWeeks => self.counted(
                facts.exit_weeks.as_ref()?,
                "exit_weeks",
                ["week", "weeks"],
                "",
            ),
            Slot::Upkeep => self.counted(
                facts.upkeep_hours_a_month.as_ref()?,
                "upkeep_hours_a_month",
                ["hour", "hours"],
                " a month",
            ),
            Slot::Incidents => self.counted(
                facts.incidents_a_year.as_ref()?,
                "incidents_a_year",
                ["incident", "incidents"],
                " a year",
            ),
            Slot::Affected => self.counted(
                facts.customers_affected.as_ref()?,
                "customers_affected",
                ["customer", "customers"],
                "",
            ),
            Slot::Retired => self.counted(
                facts.tools_retired.as_ref()?,
                "tools_retired",
                ["tool", "tools"],
                "",
            ),
            _ => None,
        }
    }

    fn people(&self, count: f64, from: String) -> Option<Fill> {
        (count > 0.0).then(|| Fill::figure(self.house.engineers(count), count, from))
    }

    fn counted(&self, figure: &Figure, field: &str, noun: [&str; 2], period: &str) -> Option<Fill> {
        let count = figure.likely;
        let shown = format!("{}{period}", self.house.counted(count, 1, noun[0], noun[1]));
        (count > 0.0).then(|| Fill::figure(shown, count, format!("/facts/{field}")))
    }

    /// Engineers that upkeep needs, where they are more than are planned; without the word, since
    /// they are named beside those that are planned.
    fn short_of_people(&self) -> Option<Fill> {
        let maintenance = &self.decision.maintenance;
        let needed = maintenance.engineers_needed.as_ref()?.likely;
        let planned = maintenance.engineers_planned.as_ref()?.likely;
        let shown = self.house.number_up_to(needed, 1);
        (needed > planned).then(|| Fill::figure(shown, needed, "/maintenance/engineers_needed"))
    }

    /// Whether what is recommended would be live by the day on which the decisive measure is due.
    /// What runs already is, and a date that is not stated is not known to be late.
    pub(super) fn in_time(&self) -> bool {
        if self.runs_our_own() {
            return true;
        }
        let live = match self.option {
            Some((_, option)) if option.kind == OptionKind::Build => {
                self.decision.build.as_ref().and_then(|own| own.live_on)
            }
            _ => self.alternative().and_then(|(_, bought)| bought.live_on),
        };
        let due = self.metric().and_then(|(_, metric)| metric.due);
        !matches!((live, due), (Some(live), Some(due)) if live > due)
    }

    /// Whether the fit is counted from requirements; a fit that is stated is somebody's judgement.
    pub(super) fn fit_is_counted(&self) -> bool {
        self.alternative().is_some_and(|(_, alternative)| {
            alternative.fit.is_none() && alternative.meets.is_some()
        })
    }

    /// Whether it is stated how many of our people the recommended option takes. Without that, its
    /// cost has nobody of ours in it.
    pub(super) fn is_staffed(&self) -> bool {
        match self.option {
            Some((_, option)) if option.kind == OptionKind::Build => self.decision.build.is_some(),
            Some(_) => self
                .alternative()
                .is_some_and(|(_, alternative)| alternative.engineers.is_some()),
            None => false,
        }
    }

    /// Stated fit, or the weighted share of the requirements that are met.
    fn fit(&self) -> Option<Fill> {
        let (at, alternative) = self.alternative()?;
        if let Some(fit) = &alternative.fit {
            return Some(Fill::figure(
                self.house.percent(fit.likely),
                fit.likely,
                format!("/alternatives/{at}/fit"),
            ));
        }
        let meets = alternative.meets.as_ref()?;
        let requirements = &self.decision.requirements;
        let total: f64 = requirements.iter().map(|one| one.weight).sum();
        let met: f64 = requirements
            .iter()
            .filter(|one| meets.contains(&one.name))
            .map(|one| one.weight)
            .sum();
        (total > 0.0).then(|| {
            Fill::figure(
                self.house.percent(met / total),
                met / total,
                format!("/alternatives/{at}/meets"),
            )
            .reckoned("weight of the requirements met ÷ weight of them all")
        })
    }

    /// The measure that decides: a missed one before the others.
    pub(super) fn metric(&self) -> Option<(usize, &Metric)> {
        let metrics = || {
            self.decision
                .success
                .metrics
                .iter()
                .enumerate()
                .filter(|(_, metric)| metric.target.is_some())
        };
        let missed = |metric: &Metric| match (metric.actual, metric.target) {
            (Some(actual), Some(target)) => {
                (actual < target) == metric.at_least && actual != target
            }
            _ => false,
        };
        metrics()
            .find(|(_, metric)| metric.decisive && missed(metric))
            .or_else(|| metrics().find(|(_, metric)| metric.decisive))
            .or_else(|| metrics().next())
    }

    /// The measure of adoption, where it is set as a share to be reached.
    fn adoption_metric(&self) -> Option<(usize, &Metric)> {
        let mut metrics = self.decision.success.metrics.iter().enumerate();
        metrics.find(|(_, metric)| {
            let share = metric
                .unit
                .as_deref()
                .is_some_and(|unit| unit.trim().starts_with("share"));
            let named = metric.name.to_lowercase().contains("adoption");
            named && share && metric.at_least && metric.target.is_some()
        })
    }

    fn measure(&self, slot: Slot, (at, metric): (usize, &Metric)) -> Option<Fill> {
        let place = |field: &str| format!("/success/metrics/{at}/{field}");
        let value = |value: f64, field: &str| {
            Some(Fill::figure(
                self.in_unit(value, metric),
                value,
                place(field),
            ))
        };
        match slot {
            Slot::Target => value(metric.target?, "target"),
            Slot::Actual => value(metric.actual?, "actual"),
            _ => {
                let ahead = metric.due.filter(|due| *due >= self.decision.as_of)?;
                Some(self.day(ahead, place("due")))
            }
        }
    }

    /// A value of a measure: a share as a percentage, anything else with its unit, unless the name
    /// of the measure, which stands beside it, ends in that.
    fn in_unit(&self, value: f64, metric: &Metric) -> String {
        let unit = metric.unit.as_deref().map(str::trim).unwrap_or_default();
        let starts = |words: &[&str]| {
            let small = unit.to_lowercase();
            words.iter().any(|word| small.starts_with(word))
        };
        let number = || self.house.number_up_to(value, 2);
        if starts(&["share"]) {
            self.house.percent(value)
        } else if starts(&["%", "percent", "per cent"]) {
            format!("{}%", number())
        } else if unit.is_empty()
            || unit.chars().count() > LONGEST_UNIT
            || metric.name.to_lowercase().ends_with(&unit.to_lowercase())
        {
            number()
        } else {
            format!("{}\u{a0}{unit}", number())
        }
    }

    fn day(&self, date: Date, from: String) -> Fill {
        let value = f64::from(date.year()) * 1e4
            + f64::from(u8::from(date.month())) * 1e2
            + f64::from(date.day());
        Fill::figure(self.house.date(date), value, from)
    }
}
