//! What every section of the portfolio is written from, and how decisions are named in it.

use crate::batch::previous::Comparison;
use crate::batch::{Entry, Key, Refused, names};
use crate::decision::{Date, Status};
use crate::display::{Conventions, Currency};
use crate::evaluate::Verdict;
use crate::market::Market;
use crate::report::model::{Figure, Origin, Prose};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// A run as its portfolio sees it.
pub struct View<'a> {
    /// The date it speaks from.
    pub as_of: Date,
    /// Every decision, by id.
    pub entries: &'a [Entry],
    /// What could not be used.
    pub refused: &'a [Refused],
    /// Decisions whose content changed after approval, by id.
    pub changed: &'a [String],
    /// What moved since the last quarter, where there was one.
    pub moved: Option<&'a Comparison>,
    /// What the market sells.
    pub market: &'a Market,
    /// How figures and dates are written.
    pub house: Conventions,
    /// What the files of a document are called after the decision: nothing for a brief.
    pub suffix: &'a str,
    places: BTreeMap<&'a str, usize>,
    named: RefCell<BTreeSet<usize>>,
}

impl<'a> View<'a> {
    /// A view of a run.
    pub fn new(
        as_of: Date,
        entries: &'a [Entry],
        refused: &'a [Refused],
        changed: &'a [String],
        market: &'a Market,
        house: Conventions,
    ) -> View<'a> {
        let places = entries.iter().enumerate();
        View {
            as_of,
            entries,
            refused,
            changed,
            moved: None,
            market,
            house,
            suffix: "",
            places: places.map(|(at, entry)| (entry.id.as_str(), at)).collect(),
            named: RefCell::default(),
        }
    }

    /// The decisions that count: all that no other has replaced.
    pub fn counting(&self) -> Vec<&'a Entry> {
        self.entries.iter().filter(|entry| entry.counts()).collect()
    }

    /// A decision by its id.
    pub fn entry(&self, id: &str) -> Option<&'a Entry> {
        self.places.get(id).map(|at| &self.entries[*at])
    }

    /// Where a decision stands in the register.
    pub fn origin(&self, entry: &Entry, at: &str) -> Origin {
        let place = self.places.get(entry.id.as_str()).copied();
        Origin::register(format!("/decisions/{}{at}", place.unwrap_or_default()))
    }

    /// A decision by its title, with a link to its paper.
    pub fn link(&self, entry: &Entry) -> Prose {
        if let Some(at) = self.places.get(entry.id.as_str()) {
            self.named.borrow_mut().insert(*at);
        }
        let title = Prose::new().given(entry.title.trim(), self.origin(entry, "/title"));
        Prose::new().document(title, format!("{}{}", names::stem(&entry.id), self.suffix))
    }

    /// The decisions that were linked so far, by id.
    pub fn named(&self) -> Vec<&'a Entry> {
        let named = self.named.borrow();
        named.iter().map(|at| &self.entries[*at]).collect()
    }

    /// A count of ours, with where it can be counted.
    pub fn count(&self, count: usize) -> Figure {
        Figure::new(
            self.house.count(count as f64),
            Origin::register("/decisions"),
        )
    }

    /// So many decisions, in a sentence.
    pub fn decisions(&self, count: usize) -> Figure {
        let shown = self.house.counted(count as f64, 0, "decision", "decisions");
        Figure::new(shown, Origin::register("/decisions"))
    }

    /// An amount in a sentence.
    pub fn money(&self, amount: f64, code: &str, from: Origin) -> Figure {
        let shown = match Currency::from_code(code) {
            Some(currency) => self.house.money(amount, currency),
            None => self.house.number(amount, 0),
        };
        Figure::new(shown, from)
    }

    /// A figure of a decision as it is written in a sentence or a cell of its own.
    pub fn figure(&self, entry: &Entry, key: Key, value: f64) -> Figure {
        let from = self.origin(entry, &format!("/{}", key.name()));
        let code = entry.currency.as_deref().unwrap_or_default();
        match key {
            key if key.is_money() => self.money(value, code, from),
            Key::Roi => Figure::new(self.house.percent(value), from),
            Key::PaybackMonths => Figure::new(self.house.months(value), from),
            _ => Figure::new(self.house.count(value), from),
        }
    }

    /// A date in a cell.
    pub fn day(&self, date: Date, from: Origin) -> Figure {
        Figure::new(self.house.date_short(date), from)
    }

    /// The organisation, where all decisions name the same.
    pub fn organisation(&self) -> Option<String> {
        let mut names = self.entries.iter().map(|entry| entry.organisation.as_ref());
        let first = names.next().flatten()?;
        names.all(|name| name == Some(first)).then(|| first.clone())
    }

    /// How far the portfolio has come: as far as every decision in it.
    pub fn status(&self) -> Status {
        let all = self.counting();
        let least = all.iter().map(|entry| entry.status).min();
        least.unwrap_or(Status::Draft)
    }
}

/// A verdict in a cell.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::StopAndMigrate => "Stop and migrate",
        Verdict::Build => "Build",
        Verdict::Hybrid => "Buy and build on top",
        Verdict::Buy => "Buy",
        Verdict::DoNotProceed => "Do not proceed",
        Verdict::NotReady => "Not ready to decide",
    }
}
