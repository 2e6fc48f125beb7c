//! What an input is called in a sentence: a noun for a figure, a clause for a yes or no.

use crate::decision::Decision;
use crate::phrase::Phrase;

/// What the figure at a JSON pointer of the decision is called in a sentence: `the yearly price of
/// Managed Backstage`.
pub fn noun(decision: &Decision, field: &str) -> Phrase {
    let parts: Vec<&str> = field.split('/').skip(1).collect();
    let of = |what: &str, name: &str| Phrase::new(format!("{what} ")).name(name);
    let index = |at: usize| {
        parts
            .get(at)
            .and_then(|part| part.parse::<usize>().ok())
            .unwrap_or_default()
    };
    match parts.as_slice() {
        ["alternatives", _, "lines", line, "amounts", year] => {
            let lines = &decision.alternatives[index(1)].lines;
            amount(&lines[line.parse::<usize>().unwrap_or_default()].name, year)
        }
        ["alternatives", _, "lines", line] => {
            let lines = &decision.alternatives[index(1)].lines;
            quoted(
                &lines[line.parse::<usize>().unwrap_or_default()].name,
                Phrase::default(),
            )
        }
        ["alternatives", _, "lines", line, _] => {
            let lines = &decision.alternatives[index(1)].lines;
            of(
                "the risk in",
                &lines[line.parse::<usize>().unwrap_or_default()].name,
            )
        }
        ["alternatives", _, what] => {
            let name = &decision.alternatives[index(1)].name;
            match *what {
                "fit" => of("the share of our need covered by", name),
                "annual_cost" => of("the yearly price of", name),
                "per_seat" => of("the yearly price of a seat of", name),
                "seats" => of("the number of seats of", name),
                "price_escalator" => of("the yearly price increase of", name),
                "seat_growth" => of("the yearly growth in seats of", name),
                "one_off" => of("the one-off cost of moving to", name),
                "engineers" => of("the number of engineers who keep building on top of", name),
                "overlap_months" => Phrase::new("the months in which old and new run side by side"),
                "exit_cost" => of("the cost of leaving", name),
                other => of(&format!("the {} of", words(other)), name),
            }
        }
        ["alternatives", _, "diligence", what] => {
            let name = &decision.alternatives[index(1)].name;
            match *what {
                "term_months" => of("the contract term of", name),
                _ => of("the notice period of", name),
            }
        }
        ["build", "lines", line, "amounts", year] => {
            let lines = decision.build.as_ref().map(|build| &build.lines);
            let line = line.parse::<usize>().unwrap_or_default();
            amount(
                lines
                    .and_then(|lines| lines.get(line))
                    .map_or("", |l| l.name.as_str()),
                year,
            )
        }
        ["build", "lines", line] => {
            let lines = decision.build.as_ref().map(|build| &build.lines);
            let line = line.parse::<usize>().unwrap_or_default();
            let name = lines
                .and_then(|lines| lines.get(line))
                .map_or("", |l| l.name.as_str());
            quoted(name, Phrase::default())
        }
        ["build", "lines", line, _] => {
            let lines = decision.build.as_ref().map(|build| &build.lines);
            let line = line.parse::<usize>().unwrap_or_default();
            of(
                "the risk in",
                lines
                    .and_then(|lines| lines.get(line))
                    .map_or("", |l| l.name.as_str()),
            )
        }
        ["build", "ramp", year] => share_in_year("the value of what we build", year),
        ["build", what] => Phrase::new(match *what {
            "engineers" => "the number of engineers who build",
            "annual_people_cost" => "the yearly cost of the people who build",
            "one_off" => "the one-off cost of building",
            "annual_other" => "the other yearly cost of building",
            "annual_value" => "the yearly value of what we build",
            "exit_cost" => "the cost of taking what we built out of service",
            _ => "this figure of building",
        }),
        ["money", what] => Phrase::new(match *what {
            "horizon_years" => "the number of years we look ahead",
            "discount_rate" => "the discount rate",
            "cost_per_engineer" => "the yearly cost of an engineer",
            "wage_growth" => "the yearly growth of people’s cost",
            "release_cost" => "the cost of releasing people",
            _ => "this figure",
        }),
        ["opportunities", _, "ramp", year] => {
            let name = &decision.opportunities[index(1)].name;
            share_in_year("the value of the other work", year)
                .text(" (")
                .name(name)
                .text(")")
        }
        ["opportunities", _, what] => {
            let name = &decision.opportunities[index(1)].name;
            let noun = match *what {
                "annual_value" => "the yearly value of the other work",
                "engineers" => "the number of engineers for the other work",
                "margin" => "the margin of the other work",
                _ => "the likelihood of the other work",
            };
            Phrase::new(format!("{noun} (")).name(name).text(")")
        }
        ["organisation", "engineers"] => "the number of our engineers".into(),
        ["organisation", "runway_months"] => "the months that our money lasts".into(),
        ["organisation", "platform", _] => "the share of engineers who choose what we build".into(),
        ["maintenance", "engineers_planned"] => {
            "the number of engineers planned for its upkeep".into()
        }
        ["maintenance", "engineers_needed"] => {
            "the number of engineers needed for its upkeep".into()
        }
        ["requirements", _, _] => of(
            "the weight of the requirement",
            &decision.requirements[index(1)].name,
        ),
        ["success", "metrics", _, what] => {
            let name = &decision.success.metrics[index(2)].name;
            let noun = match *what {
                "actual" => "the measured value",
                "target" => "the target",
                _ => "the value at the start",
            };
            Phrase::new(format!("{noun} (")).name(name).text(")")
        }
        ["situation", "spent"] => "the money already spent".into(),
        ["situation", "carrying_amount"] => "the book value".into(),
        ["ask", "money"] => "the money asked for".into(),
        ["ask", "people"] => "the people asked for".into(),
        ["approval", "limit"] => "the limit of whoever approved it".into(),
        ["facts", what] => Phrase::new(format!("the stated {}", words(what))),
        _ => Phrase::new(format!("the {}", words(parts.last().unwrap_or(&"")))),
    }
}

/// The author's name for something, in quotation marks, with what is said of it.
fn quoted(name: &str, said: Phrase) -> Phrase {
    Phrase::new("\u{201c}")
        .name(name)
        .text("\u{201d}")
        .then(said)
}

/// The amount of a line in a year.
fn amount(name: &str, year: &str) -> Phrase {
    Phrase::new("the amount of ").name(name).text(match year {
        "0" => " at the start".to_string(),
        year => format!(" in year\u{a0}{year}"),
    })
}

/// The share of a value that is earned in a year.
fn share_in_year(what: &str, year: &str) -> Phrase {
    let year = year.parse::<usize>().unwrap_or_default() + 1;
    Phrase::new(format!("the share of {what} earned in year\u{a0}{year}"))
}

/// A field's name as words.
fn words(field: &str) -> String {
    field.replace('_', " ")
}

/// A yes or no as a clause after *if*: `Managed Backstage were not proven`.
pub(super) fn clause(decision: &Decision, field: &str, yes: bool) -> Phrase {
    let parts: Vec<&str> = field.split('/').skip(1).collect();
    let index = |at: usize| {
        parts
            .get(at)
            .and_then(|part| part.parse::<usize>().ok())
            .unwrap_or_default()
    };
    let pick = |when_yes: &str, when_no: &str| Phrase::new(if yes { when_yes } else { when_no });
    let named = |name: &str, when_yes: &str, when_no: &str| {
        Phrase::default()
            .name(name)
            .text(if yes { when_yes } else { when_no })
    };
    match parts.as_slice() {
        ["alternatives", _, "proven"] => named(
            &decision.alternatives[index(1)].name,
            " were proven",
            " were not proven",
        ),
        ["alternatives", _, _] => named(
            &decision.alternatives[index(1)].name,
            " were what we use today",
            " were not what we use today",
        ),
        ["components", _, "hard_to_replicate"] => quoted(
            &decision.components[index(1)].name,
            pick(" were hard to copy", " were easy to copy"),
        ),
        ["components", _, _] => quoted(
            &decision.components[index(1)].name,
            pick(" mattered to customers", " did not matter to customers"),
        ),
        ["requirements", _, _] => quoted(
            &decision.requirements[index(1)].name,
            pick(
                " were something we cannot do without",
                " were something we can do without",
            ),
        ),
        ["organisation", "platform", "dedicated_organisation"] => pick(
            "the platform had a team of its own",
            "the platform had no team of its own",
        ),
        ["organisation", "platform", "career_paths"] => pick(
            "its people had a career in it",
            "its people had no career in it",
        ),
        ["organisation", "platform", _] => pick(
            "our engineers were free not to use it",
            "our engineers had to use it",
        ),
        ["maintenance", "survives", what] => {
            let what = match *what {
                "key_people_leave" => "key people leaving",
                "priorities_shift" => "priorities shifting",
                "technology_moves_on" => "the technology moving on",
                _ => "its team being reassigned",
            };
            Phrase::new(format!(
                "{} {what}",
                if yes {
                    "it survived"
                } else {
                    "it did not survive"
                }
            ))
        }
        ["maintenance", _] => pick(
            "its budget covered several years",
            "its budget did not cover several years",
        ),
        ["market_forces_vendors"] => pick(
            "other customers made vendors build this",
            "no other customer made vendors build this",
        ),
        ["exceptions", "strategic_ip", _] => pick(
            "we claimed the platform as strategic property",
            "we did not claim the platform as strategic property",
        ),
        ["success", "metrics", _, "decisive"] => quoted(
            &decision.success.metrics[index(2)].name,
            pick(" were a decisive measure", " were not a decisive measure"),
        ),
        ["success", "metrics", _, _] => quoted(
            &decision.success.metrics[index(2)].name,
            pick(" had to rise to its target", " had to fall to its target"),
        ),
        ["success", "exit_rule", _] => pick(
            "we committed to the rule that ends it",
            "we had not committed to the rule that ends it",
        ),
        ["ask", _] => pick(
            "the money were in the budget",
            "the money were not in the budget",
        ),
        ["ai", need, what] => {
            let option = match *what {
                "build" => "building",
                "buy" => "buying",
                _ => "",
            };
            let need = words(need);
            match option {
                "" => pick("this were needed: ", "this were not needed: ").text(need),
                option => Phrase::new(format!(
                    "{option} {} {need}",
                    if yes { "covered" } else { "did not cover" }
                )),
            }
        }
        _ => Phrase::new(format!("`{field}` were {}", if yes { "yes" } else { "no" })),
    }
}

#[cfg(test)]
mod tests {
    use super::noun;
    use crate::decision::{Decision, Source};

    /// Stated lines move results as any other input does, and have no name but their own.
    #[test]
    fn a_stated_line_goes_by_its_name() {
        let text = r#"{"id": "lines", "title": "Lines", "as_of": "2026-01-01", "currency": "USD",
            "alternatives": [{"name": "Bought", "lines": [
                {"name": "Licences", "kind": "cost", "amounts": [0, 1, 1, 1]}]}],
            "build": {"lines": [{"name": "Hosting", "kind": "cost", "amounts": [0, 1, 1, 1]}]}}"#;
        let source = Source::new("lines.json", text);
        let decision = Decision::from_source(&source).expect("a legal decision");
        let said = |field: &str| noun(&decision, field).to_string();
        assert_eq!(said("/alternatives/0/lines/0"), "“Licences”");
        assert_eq!(said("/build/lines/0"), "“Hosting”");
        assert_eq!(
            said("/build/lines/0/amounts/1"),
            "the amount of Hosting in year\u{a0}1"
        );
    }
}
