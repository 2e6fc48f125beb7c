//! What a field is called when people talk about it: `Managed Backstage: annual cost` instead of
//! `/alternatives/0/annual_cost`.

use super::model::{Decision, Line};
use super::source::segments;

/// The name of the field at a JSON pointer, with the name of what it belongs to.
pub fn label(decision: &Decision, pointer: &str) -> String {
    let parts: Vec<String> = segments(pointer).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let owner = match parts.as_slice() {
        // A stated line has a name of its own, which says more than its place in a list.
        ["alternatives", at, "lines", line, ..] => {
            let alternative = at
                .parse()
                .ok()
                .and_then(|at: usize| decision.alternatives.get(at));
            return named_line(
                alternative.map(|a| (a.name.as_str(), a.lines.as_slice())),
                line,
            );
        }
        ["build", "lines", line, ..] => {
            let build = decision.build.as_ref();
            return named_line(
                build.map(|b| ("Building our own", b.lines.as_slice())),
                line,
            );
        }
        ["alternatives", at, ..] => item(at, &decision.alternatives, |a| &a.name),
        ["components", at, ..] => item(at, &decision.components, |c| &c.name),
        ["opportunities", at, ..] => item(at, &decision.opportunities, |o| &o.name),
        ["requirements", at, ..] => item(at, &decision.requirements, |r| &r.name),
        ["success", "metrics", at, ..] => item(at, &decision.success.metrics, |m| &m.name),
        ["risks", at, ..] => item(at, &decision.risks, |r| &r.risk),
        ["milestones", at, ..] => item(at, &decision.milestones, |m| &m.name),
        ["exceptions", "unique_requirements", at, ..] => {
            item(at, &decision.exceptions.unique_requirements, |u| &u.need)
        }
        ["build", ..] => Some("Building our own".to_string()),
        ["ask", ..] => Some("The ask".to_string()),
        ["maintenance", "survives", ..] => Some("What it survives".to_string()),
        ["maintenance", ..] => Some("Maintenance".to_string()),
        ["organisation", ..] => Some("Organisation".to_string()),
        ["situation", ..] => Some("Today".to_string()),
        // What holds for every option has no owner.
        ["money", ..] => None,
        ["ai", need, ..] => Some(format!("AI: {}", need.replace('_', " "))),
        _ => None,
    };
    let field = words(parts.last().copied().unwrap_or_default());
    match owner {
        Some(owner) => format!("{owner}: {field}"),
        None => {
            let mut letters = field.chars();
            letters.next().map_or(String::new(), |first| {
                first.to_uppercase().chain(letters).collect()
            })
        }
    }
}

/// The name of a stated line, with that of its option.
fn named_line(option: Option<(&str, &[Line])>, at: &str) -> String {
    let found =
        option.and_then(|(name, lines)| Some((name, lines.get(at.parse::<usize>().ok()?)?)));
    found.map_or_else(
        || "A stated line".to_string(),
        |(name, line)| format!("{name}: {}", line.name),
    )
}

fn item<T>(at: &str, list: &[T], name: impl Fn(&T) -> &String) -> Option<String> {
    list.get(at.parse::<usize>().ok()?)
        .map(|item| name(item).clone())
}

/// A field's own name in words; a few are called differently by people.
fn words(field: &str) -> String {
    match field {
        "annual_cost" => "price a year".to_string(),
        "per_seat" => "price of a seat a year".to_string(),
        "one_off" => "one-off cost".to_string(),
        "annual_people_cost" => "cost of people a year".to_string(),
        "annual_other" => "other running cost a year".to_string(),
        "annual_value" => "value a year".to_string(),
        "cost_per_engineer" => "cost of an engineer a year".to_string(),
        "fit" => "share of the need it covers".to_string(),
        "exit_cost" => "cost of leaving".to_string(),
        "spent" => "spent so far".to_string(),
        "survives" => "stresses survived".to_string(),
        field => field.replace('_', " "),
    }
}
