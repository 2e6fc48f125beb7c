//! The market catalogue: what is sold as a commodity, by whom, since when. It names alternatives
//! that a decision did not assess; it never states their fit or price.

use crate::decision::{Date, Source};
use crate::diagnostics::{Diagnostic, Rule};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use toml::Spanned;

/// The text of the built-in catalogue.
pub const BUILT_IN: &str = include_str!("../../templates/market.toml");

/// A category of the catalogue.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// What is sold, in the plural: `developer portals`.
    pub name: String,
    /// The capability that has become a commodity.
    pub commodity: String,
    /// Well-known alternatives.
    pub alternatives: Vec<String>,
    /// The year since which it can be bought.
    pub since: i32,
    /// The day on which the entry was true; the catalogue's own where it has none.
    #[serde(skip)]
    pub as_of: Option<Date>,
}

/// The catalogue, by category.
#[derive(Debug, Clone, PartialEq)]
pub struct Market {
    categories: BTreeMap<String, Category>,
}

static READ: LazyLock<Market> = LazyLock::new(|| {
    let none = Market {
        categories: BTreeMap::new(),
    };
    none.with(&Source::new("market.toml", BUILT_IN))
        .expect("the compiled-in catalogue is well-formed; a test reads it")
});

impl Market {
    /// The catalogue that is compiled in.
    pub fn built_in() -> Market {
        READ.clone()
    }

    /// The built-in catalogue with the categories of an organisation's TOML file added or
    /// replaced, or everything that is wrong with the file, placed in it.
    pub fn from_toml(source: &Source) -> Result<Market, Vec<Diagnostic>> {
        READ.with(source)
    }

    /// The category of a key.
    pub fn category(&self, key: &str) -> Option<&Category> {
        self.categories.get(key)
    }

    /// The keys of all categories, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.categories.keys().map(String::as_str)
    }

    fn with(&self, source: &Source) -> Result<Market, Vec<Diagnostic>> {
        let table: BTreeMap<Spanned<String>, Spanned<toml::Value>> = toml::from_str(source.text())
            .map_err(|fault| vec![crate::policy::syntax_fault(&fault)])?;
        let (mut market, mut faults) = (self.clone(), Vec::new());
        let mut as_of = None;
        for (key, value) in table.iter().filter(|(key, _)| key.get_ref() == "as_of") {
            as_of = value
                .get_ref()
                .as_datetime()
                .and_then(|day| day.date)
                .and_then(day);
            if as_of.is_none() {
                faults.push(
                    Diagnostic::new(Rule::BadDate, "/as_of", "expected a date")
                        .at(key.span())
                        .hint("write `as_of = 2026-01-31`, without quotes"),
                );
            }
        }
        for (key, value) in table.iter().filter(|(key, _)| key.get_ref() != "as_of") {
            match value.get_ref().clone().try_into::<Category>() {
                Ok(mut category) => {
                    category.as_of = as_of;
                    market.categories.insert(key.get_ref().clone(), category);
                }
                Err(fault) => faults.push(
                    Diagnostic::new(
                        Rule::WrongType,
                        format!("/{}", key.get_ref()),
                        fault.message().trim(),
                    )
                    .at(key.span())
                    .hint("a category has `name`, `commodity`, `alternatives` and `since`"),
                ),
            }
        }
        faults.sort_by_key(|fault| fault.span.as_ref().map_or(0, |span| span.start));
        if faults.is_empty() {
            Ok(market)
        } else {
            Err(faults)
        }
    }
}

fn day(date: toml::value::Date) -> Option<Date> {
    let month = time::Month::try_from(date.month).ok()?;
    Date::from_calendar_date(i32::from(date.year), month, date.day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_names_alternatives_and_dates() {
        let market = Market::built_in();
        for key in [
            "developer-portal",
            "ci-cd",
            "observability",
            "secret-management",
            "payments",
        ] {
            let category = market.category(key).unwrap();
            assert!(
                category.alternatives.len() > 1 && category.as_of.is_some(),
                "{key}"
            );
        }
        let portals = market.category("developer-portal").unwrap();
        assert_eq!(
            portals.alternatives,
            ["Roadie", "Spotify Portal", "Port", "Cortex"]
        );
    }

    #[test]
    fn an_organisation_adds_a_category() {
        let text = "[payroll]\nname = \"payroll services\"\ncommodity = \"paying people\"\nalternatives = [\"ADP\"]\nsince = 1990\n";
        let market = Market::from_toml(&Source::new("m.toml", text)).unwrap();
        assert_eq!(market.category("payroll").unwrap().alternatives, ["ADP"]);
        assert!(market.category("payments").is_some());
        let faults =
            Market::from_toml(&Source::new("m.toml", "[payroll]\nfit = 0.9\n")).unwrap_err();
        assert_eq!(faults[0].path, "/payroll");
        assert!(faults[0].message.contains("fit"), "{}", faults[0].message);
    }
}
