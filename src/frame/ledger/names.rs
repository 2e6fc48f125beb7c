//! Names: alternatives, components, opportunities, needs, and words the author gave.

use super::sentence::{as_name, in_sentence, is_proper};
use super::{Fill, Ledger};
use crate::decision::{AiNeed, Component, Opportunity, VendorAnswer};
use crate::evaluate::Verdict;
use crate::finance::OptionKind;
use crate::frame::slot::Slot;

/// Names that a sentence can carry side by side.
const SIDE_BY_SIDE: usize = 4;
/// Words that they may have together where nothing is left out: more would bury the sentence.
const WHOLE: usize = 13;
/// Words that they may have together where "and another" follows.
const SHORT: usize = 9;

impl Ledger<'_> {
    pub(super) fn name(&self, slot: Slot) -> Option<Fill> {
        match slot {
            Slot::Vendor => {
                let (at, alternative) = self.alternative()?;
                Some(name(&alternative.name, format!("/alternatives/{at}/name")))
            }
            Slot::Plan => self.plan(),
            Slot::Own => self.own_parts(),
            Slot::Work => self.work(),
            Slot::Organisation => {
                let given = self.decision.organisation.name.as_ref()?;
                is_proper(given).then(|| name(given, "/organisation/name"))
            }
            Slot::Metric => {
                let (at, metric) = self.metric()?;
                Some(name(
                    &in_sentence(&metric.name, self.decision),
                    format!("/success/metrics/{at}/name"),
                ))
            }
            Slot::Need | Slot::Answered | Slot::Unanswered => self.needs(slot),
            Slot::Evidence => {
                let (at, alternative) = self.alternative()?;
                let words = alternative.diligence.security_evidence.as_deref()?;
                let quoted = format!("“{}”", words.trim().trim_end_matches('.'));
                Some(name(
                    &quoted,
                    format!("/alternatives/{at}/diligence/security_evidence"),
                ))
            }
            Slot::Lacking => self.lacking(),
            Slot::AiNeeded | Slot::AiVendor | Slot::AiMissing => self.ai(slot),
            _ => None,
        }
    }

    /// What is recommended, where it is bought.
    fn plan(&self) -> Option<Fill> {
        let (_, option) = self.option?;
        let alternative = &self.decision.alternatives.get(option.alternative?)?.name;
        let from = "/recommended_option";
        match option.kind {
            OptionKind::Hybrid => Some(as_given(
                format!("{} with our part on top", as_name(alternative)),
                from,
                false,
            )),
            _ => Some(name(alternative, from)),
        }
    }

    /// What sets us apart, where the verdict has us build it.
    fn own_parts(&self) -> Option<Fill> {
        let builds = match self.evaluation.verdict {
            Verdict::Build | Verdict::Hybrid => true,
            Verdict::StopAndMigrate => self
                .option
                .is_some_and(|(_, option)| option.kind == OptionKind::Hybrid),
            _ => false,
        };
        let apart = |part: &&Component| {
            part.hard_to_replicate == Some(true) && part.matters_to_customers == Some(true)
        };
        let parts = self.decision.components.iter().filter(apart);
        let names = parts.map(|part| self.within(&part.name)).collect();
        builds.then(|| list(names, ["another part", "other parts"], "/components"))?
    }

    /// What the freed engineers could do: by value per engineer, until they are used up.
    fn work(&self) -> Option<Fill> {
        let (_, case) = self.case?;
        let mut left = case.engineers_freed.filter(|freed| *freed > 0.0)?;
        case.opportunity_annual?;
        let team = self
            .decision
            .build
            .as_ref()
            .and_then(|build| build.engineers.as_ref())
            .map(|team| team.likely);
        let takes = |opportunity: &Opportunity| opportunity.engineers.or(team);
        let worth = |opportunity: &Opportunity| {
            let value = opportunity
                .annual_value
                .as_ref()
                .map_or(0.0, |value| value.likely);
            let share = opportunity.margin.unwrap_or(1.0) * opportunity.likelihood.unwrap_or(1.0);
            value * share / takes(opportunity).unwrap_or(f64::INFINITY)
        };
        let mut order: Vec<&Opportunity> = self.decision.opportunities.iter().collect();
        order.sort_by(|a, b| worth(b).total_cmp(&worth(a)));
        let mut names = Vec::new();
        for opportunity in order {
            if left <= 0.0 {
                break;
            }
            names.push(self.within(&opportunity.name));
            left -= takes(opportunity)?;
        }
        list(names, ["other work"; 2], "/opportunities")
    }

    fn needs(&self, slot: Slot) -> Option<Fill> {
        let needs = self.named_or_all(&self.decision.exceptions.unique_requirements, |need| {
            let said = need.need.as_str();
            let none = need.vendor_answer == Some(VendorAnswer::None);
            let fits = match slot {
                Slot::Answered => need.vendor_answer.is_some() && !none,
                Slot::Unanswered => none && !need.vendors_asked.is_empty(),
                _ => true,
            };
            (said, fits)
        });
        list(
            needs,
            ["another need", "other needs"],
            "/exceptions/unique_requirements",
        )
    }

    fn lacking(&self) -> Option<Fill> {
        let (at, alternative) = self.alternative()?;
        let meets = alternative.meets.as_ref()?;
        let missing = self.named_or_all(&self.decision.requirements, |one| {
            (one.name.as_str(), !meets.contains(&one.name))
        });
        list(
            missing,
            ["another need", "other needs"],
            format!("/alternatives/{at}/meets"),
        )
    }

    /// Whether the argument in question names something that a list of needs holds.
    pub fn is_named(&self, slot: Slot) -> bool {
        let needs = &self.decision.exceptions.unique_requirements;
        let requirements = &self.decision.requirements;
        let named = match slot {
            Slot::Need | Slot::Answered | Slot::Unanswered => {
                needs.iter().any(|need| self.names(&need.need))
            }
            Slot::Lacking => requirements.iter().any(|one| self.names(&one.name)),
            _ => false,
        };
        named && self.name(slot).is_some()
    }

    /// The names of a list that fit, as they stand in a sentence: where the argument in question
    /// names some of the list, those alone, since the others would be no answer to it.
    fn named_or_all<T>(&self, list: &[T], each: impl Fn(&T) -> (&str, bool)) -> Vec<String> {
        let any = list.iter().any(|one| self.names(each(one).0));
        list.iter()
            .filter_map(|one| {
                let (name, fits) = each(one);
                (fits && (!any || self.names(name))).then(|| self.within(name))
            })
            .collect()
    }

    /// Whether the argument in question has every word of a name, be it one or several.
    fn names(&self, name: &str) -> bool {
        let words = |text: &str| -> Vec<String> {
            text.split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(|word| word.trim_end_matches('s').to_owned())
                .collect()
        };
        let said = words(&self.argument);
        let name = words(&name.to_lowercase());
        !name.is_empty() && name.iter().all(|word| said.contains(word))
    }

    fn ai(&self, slot: Slot) -> Option<Fill> {
        let ai = &self.decision.ai;
        let needs: [(&str, &AiNeed); 4] = [
            ("agent identity", &ai.agent_identity),
            ("spending limits", &ai.model_quotas),
            ("prompt management", &ai.prompt_routing),
            ("an audit trail", &ai.audit_trail),
        ];
        let of = |wanted: fn(&AiNeed) -> bool| -> Vec<&str> {
            let fits = |need: &AiNeed| need.needed == Some(true) && wanted(need);
            needs
                .iter()
                .filter(|(_, need)| fits(need))
                .map(|(name, _)| *name)
                .collect()
        };
        let bought = of(|need| need.buy == Some(true));
        let names = match slot {
            Slot::AiVendor => bought,
            // A sentence that has just listed what is bought need not list it again.
            Slot::AiMissing => match of(|need| need.build == Some(false)) {
                lacks if lacks == bought && lacks.len() > 1 => vec!["these"],
                lacks if lacks == bought && lacks.len() == 1 => vec!["it"],
                lacks => lacks,
            },
            _ => of(|_| true),
        };
        (!names.is_empty()).then(|| as_given(joined(&names), "/ai", names.len() > 1))
    }

    /// A name as it stands within a sentence of ours.
    fn within(&self, given: &str) -> String {
        as_name(&in_sentence(given, self.decision)).into_owned()
    }
}

fn name(text: &str, from: impl Into<String>) -> Fill {
    as_given(as_name(text).into_owned(), from, false)
}

fn as_given(text: String, from: impl Into<String>, many: bool) -> Fill {
    Fill::Name {
        text,
        from: from.into(),
        many,
    }
}

/// Names side by side, as many as a sentence can carry, and words for the rest, be it one or several.
fn list(mut names: Vec<String>, rest: [&str; 2], from: impl Into<String>) -> Option<Fill> {
    let all = names.len();
    let words = |names: &[String]| -> usize {
        names
            .iter()
            .map(|name| name.split_whitespace().count())
            .sum()
    };
    if all > SIDE_BY_SIDE || words(&names) > WHOLE {
        names.truncate(SIDE_BY_SIDE);
        while names.len() > 1 && words(&names) > SHORT {
            names.pop();
        }
    }
    if names.len() < all {
        names.push(rest[usize::from(all - names.len() > 1)].to_owned());
    }
    (!names.is_empty()).then(|| as_given(joined(&names), from, all > 1))
}

/// `a`, `a and b`, `a, b and c`.
fn joined(names: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}
