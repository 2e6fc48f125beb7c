//! What many decisions come to together. Money is summed within a currency and never across: there
//! is no rate in a decision, and a rate that nobody stated would be invented.

use super::entry::Entry;
use super::figures::Key;
use crate::decision::Date;
use std::collections::BTreeMap;

/// The decisions of one currency.
#[derive(Debug, Clone, PartialEq)]
pub struct InCurrency<'a> {
    /// The ISO 4217 code.
    pub code: &'a str,
    /// The decisions.
    pub entries: Vec<&'a Entry>,
}

impl InCurrency<'_> {
    /// The sum of a figure over those that state it; `None` where none does.
    pub fn total(&self, key: Key) -> Option<f64> {
        let stated = self
            .entries
            .iter()
            .filter_map(|entry| entry.figures.get(key));
        stated.fold(None, |sum, figure| Some(sum.unwrap_or(0.0) + figure))
    }
}

/// Decisions that state money, by currency; the currency of most decisions first.
pub fn by_currency<'a>(entries: &[&'a Entry]) -> Vec<InCurrency<'a>> {
    let mut groups: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        if let Some(code) = entry.currency.as_deref() {
            groups.entry(code).or_default().push(entry);
        }
    }
    let mut groups: Vec<InCurrency> = groups
        .into_iter()
        .map(|(code, entries)| InCurrency { code, entries })
        .collect();
    // The sort keeps the order of the codes among equals.
    groups.sort_by_key(|group| std::cmp::Reverse(group.entries.len()));
    groups
}

/// An opportunity as the whole run sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opportunity<'a> {
    /// Its name, in the words of the first decision that names it.
    pub name: &'a str,
    /// The currency of its value.
    pub code: &'a str,
    /// The decisions whose engineers would work on it.
    pub entries: Vec<&'a Entry>,
    /// Engineers given to it by all of them.
    pub engineers: f64,
    /// What it earns in a full year, counted once however many decisions name it.
    pub annual: f64,
    /// The same as each decision counts it for itself.
    pub named: f64,
    /// Whether decisions state different values for it; the lowest is counted.
    pub differs: bool,
    /// Whether it is gross in any of them.
    pub is_gross: bool,
}

/// The opportunities of a run, the most valuable first within a currency. One that several
/// decisions name by the same id is one: it cannot be earned twice, however many engineers come
/// free for it.
pub fn opportunities<'a>(entries: &[&'a Entry]) -> Vec<Opportunity<'a>> {
    let mut found: BTreeMap<(&str, String), Vec<(&Entry, &super::Taken)>> = BTreeMap::new();
    for entry in entries {
        let Some(code) = entry.currency.as_deref() else {
            continue;
        };
        for (at, taken) in entry.opportunities.iter().enumerate() {
            // Without an id it is the decision's own; `/` is in no id.
            let id = taken.id.clone();
            let key = id.unwrap_or_else(|| format!("{}/{at}", entry.id));
            found.entry((code, key)).or_default().push((entry, taken));
        }
    }
    let mut all: Vec<Opportunity> = found
        .into_iter()
        .map(|((code, _), takers)| together(code, &takers))
        .collect();
    all.sort_by(|a, b| a.code.cmp(b.code).then(b.annual.total_cmp(&a.annual)));
    all
}

fn together<'a>(code: &'a str, takers: &[(&'a Entry, &'a super::Taken)]) -> Opportunity<'a> {
    let whole = |taken: &super::Taken| (taken.share > 0.0).then(|| taken.annual / taken.share);
    let wholes: Vec<f64> = takers
        .iter()
        .filter_map(|(_, taken)| whole(taken))
        .collect();
    let lowest = wholes.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = wholes.iter().copied().fold(0.0, f64::max);
    let share: f64 = takers.iter().map(|(_, taken)| taken.share).sum();
    let mut entries: Vec<&Entry> = takers.iter().map(|(entry, _)| *entry).collect();
    entries.dedup_by_key(|entry| &entry.id);
    Opportunity {
        name: takers.first().map_or("", |(_, taken)| &taken.name),
        code,
        entries,
        engineers: takers.iter().map(|(_, taken)| taken.engineers).sum(),
        annual: if lowest.is_finite() {
            lowest * share.min(1.0)
        } else {
            0.0
        },
        named: takers.iter().map(|(_, taken)| taken.annual).sum(),
        differs: highest - lowest > highest * 1e-9,
        is_gross: takers
            .iter()
            .any(|(entry, _)| entry.figures.opportunity_is_gross == Some(true)),
    }
}

/// The engineers of an organisation against those that its decisions would free.
#[derive(Debug, Clone, PartialEq)]
pub struct People<'a> {
    /// The organisation, where it is named.
    pub organisation: Option<&'a str>,
    /// Its engineers, as the latest of its decisions states them.
    pub headcount: Option<f64>,
    /// Engineers freed by all of its decisions, those they would need more of taken off.
    pub freed: f64,
    /// The decisions that free or need engineers.
    pub decisions: usize,
}

/// Engineers by organisation, in the order of their names.
pub fn people<'a>(entries: &[&'a Entry]) -> Vec<People<'a>> {
    let mut groups: BTreeMap<Option<&str>, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        let group = groups.entry(entry.organisation.as_deref()).or_default();
        group.push(entry);
    }
    groups
        .into_iter()
        .map(|(organisation, entries)| {
            let stated = entries.iter().filter(|entry| entry.headcount.is_some());
            let latest = stated.max_by(|a, b| {
                let count = |entry: &Entry| entry.headcount.unwrap_or_default();
                a.as_of.cmp(&b.as_of).then(count(a).total_cmp(&count(b)))
            });
            let freed = entries.iter().filter_map(|e| e.figures.engineers_freed);
            let freed: Vec<f64> = freed.filter(|count| *count != 0.0).collect();
            People {
                organisation,
                headcount: latest.and_then(|entry| entry.headcount),
                freed: freed.iter().sum(),
                decisions: freed.len(),
            }
        })
        .filter(|people| people.decisions > 0)
        .collect()
}

/// The first day of the calendar quarter after a date.
pub fn next_quarter(date: Date) -> Date {
    let (year, month) = (date.year(), u8::from(date.month()));
    let first = match month {
        1..=3 => (year, 4),
        4..=6 => (year, 7),
        7..=9 => (year, 10),
        _ => (year + 1, 1),
    };
    time::Month::try_from(first.1)
        .ok()
        .and_then(|month| Date::from_calendar_date(first.0, month, 1).ok())
        .unwrap_or(date)
}

#[cfg(test)]
pub mod tests {
    use super::super::{Basis, Figures, Taken};
    use super::*;
    use crate::decision::Status;
    use crate::evaluate::{ConfidenceLevel, Verdict};
    use time::macros::date;

    /// A plain entry to change.
    pub fn entry(id: &str) -> Entry {
        Entry {
            id: id.to_string(),
            title: format!("Decision {id}"),
            source: format!("{id}.json"),
            status: Status::Proposed,
            as_of: date!(2026 - 10 - 01),
            organisation: Some("Example".to_string()),
            headcount: Some(100.0),
            category: None,
            is_commodity: false,
            currency: Some("USD".to_string()),
            due: None,
            verdict: Verdict::Buy,
            recommended: Some("Vendor".to_string()),
            alternative: Some("Vendor".to_string()),
            confidence: ConfidenceLevel::High,
            questions_failed: 3,
            basis: Basis {
                horizon_years: 3,
                discount_rate: 0.1,
                against: Some("Build".to_string()),
            },
            figures: Figures::default(),
            running: None,
            opportunities: Vec::new(),
            measures: Vec::new(),
            exit_committed: None,
            open_questions: Vec::new(),
            warnings: Vec::new(),
            content: String::new(),
            made_by: String::new(),
            replaced_approval: false,
            files: Vec::new(),
        }
    }

    fn taken(id: Option<&str>, share: f64, annual: f64) -> Taken {
        Taken {
            id: id.map(str::to_string),
            name: "Search".to_string(),
            share,
            annual,
            engineers: 4.0,
        }
    }

    #[test]
    fn money_is_summed_within_a_currency_only() {
        let mut all: Vec<Entry> = ["a", "b", "c"].map(entry).into();
        for (entry, npv) in all.iter_mut().zip([Some(1.0), Some(2.0), None]) {
            entry.figures.npv = npv;
        }
        all[1].currency = Some("CHF".to_string());
        let entries: Vec<&Entry> = all.iter().collect();
        let groups = by_currency(&entries);
        let shown: Vec<(&str, usize, Option<f64>)> = groups
            .iter()
            .map(|group| (group.code, group.entries.len(), group.total(Key::Npv)))
            .collect();
        assert_eq!(shown, [("USD", 2, Some(1.0)), ("CHF", 1, Some(2.0))]);
        assert_eq!(groups[0].total(Key::Roi), None);
    }

    #[test]
    fn an_opportunity_that_several_decisions_name_is_earned_once() {
        let mut all: Vec<Entry> = ["a", "b", "c"].map(entry).into();
        all[0].opportunities = vec![taken(Some("search"), 1.0, 400.0)];
        all[1].opportunities = vec![taken(Some("search"), 0.5, 250.0)];
        all[2].opportunities = vec![taken(None, 0.5, 10.0)];
        let entries: Vec<&Entry> = all.iter().collect();
        let found = opportunities(&entries);
        // 400 in one decision and 500 in the other: the lower is counted, and once.
        assert_eq!(
            (found[0].annual, found[0].named, found[0].differs),
            (400.0, 650.0, true)
        );
        assert_eq!(found[0].entries.len(), 2);
        assert_eq!((found[1].annual, found[1].differs), (10.0, false));
    }

    #[test]
    fn two_halves_make_a_whole_and_no_more() {
        let mut all: Vec<Entry> = ["a", "b", "c"].map(entry).into();
        for entry in &mut all {
            entry.opportunities = vec![taken(Some("search"), 0.4, 40.0)];
        }
        let entries: Vec<&Entry> = all.iter().collect();
        let found = opportunities(&entries[..2]);
        assert!((found[0].annual - 80.0).abs() < 1e-9, "{found:?}");
        let found = opportunities(&entries);
        assert!((found[0].annual - 100.0).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn people_are_counted_against_the_latest_headcount() {
        let mut all: Vec<Entry> = ["a", "b", "c"].map(entry).into();
        all[0].figures.engineers_freed = Some(6.0);
        all[1].figures.engineers_freed = Some(-1.0);
        all[1].headcount = Some(80.0);
        all[1].as_of = date!(2026 - 11 - 01);
        all[2].figures.engineers_freed = Some(0.0);
        let entries: Vec<&Entry> = all.iter().collect();
        let people = people(&entries);
        assert_eq!(people.len(), 1);
        assert_eq!(people[0].headcount, Some(80.0));
        assert_eq!((people[0].freed, people[0].decisions), (5.0, 2));
    }

    #[test]
    fn quarters_are_those_of_the_calendar() {
        for (day, next) in [
            (date!(2026 - 02 - 01), date!(2026 - 04 - 01)),
            (date!(2026 - 09 - 30), date!(2026 - 10 - 01)),
            (date!(2026 - 12 - 31), date!(2027 - 01 - 01)),
        ] {
            assert_eq!(next_quarter(day), next);
        }
    }
}
