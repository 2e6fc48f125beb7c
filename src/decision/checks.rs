//! Checks between fields, after each field has been read by itself: what refers to what, what
//! excludes what, and what only means something together.

use super::model::{Alternative, Decision, Line};
use super::read::{nearest, shorten};
use super::source::Node;
use super::unit::Unit;
use crate::diagnostics::{Diagnostic, Rule};

/// Names that options have without being alternatives.
const RESERVED: &[&str] = &["build", "nothing"];

/// Everything that is wrong between the fields of a decision. Where a field could not be read, as
/// `told` says, what it has to do with others is not judged.
pub(super) fn check(decision: &Decision, node: &Node, told: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut faults = Faults {
        node,
        told,
        found: Vec::new(),
    };
    currency(decision, &mut faults);
    baseline(decision, &mut faults);
    names(decision, &mut faults);
    for (index, alternative) in decision.alternatives.iter().enumerate() {
        let at = format!("/alternatives/{index}");
        price(alternative, &at, &mut faults);
        meets(decision, alternative, &at, &mut faults);
    }
    lines(decision, &mut faults);
    faults.found
}

struct Faults<'n> {
    node: &'n Node,
    told: &'n [Diagnostic],
    found: Vec<Diagnostic>,
}

impl Faults<'_> {
    fn add(&mut self, rule: Rule, path: &str, message: impl Into<String>, hint: impl Into<String>) {
        let span = self.node.span_near(path);
        self.found
            .push(Diagnostic::new(rule, path, message).at(span).hint(hint));
    }

    /// Whether everything at and below one of the places could be read.
    fn sound(&self, places: &[&str]) -> bool {
        !self.told.iter().any(|fault| {
            places.iter().any(|place| {
                fault
                    .path
                    .strip_prefix(place)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
        })
    }
}

/// What is wrong with a text that names files or a currency: rule, message and hint.
pub(super) fn of_text(text: &str, unit: Unit) -> Option<(Rule, String, String)> {
    match unit {
        Unit::Id => id(text),
        Unit::Currency if crate::display::Currency::from_code(text).is_none() => Some((
            Rule::BadChoice,
            format!("`{}` is not an ISO 4217 currency code", shorten(text)),
            "write three capital letters, such as `USD`, `EUR` or `GBP`".to_string(),
        )),
        _ => None,
    }
}

fn id(id: &str) -> Option<(Rule, String, String)> {
    let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty()
        || !id.chars().all(legal)
        || id.starts_with('-')
        || id.ends_with('-')
        || id.len() > 80
    {
        let proposal: String = id
            .to_lowercase()
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("-");
        let proposal: String = proposal.chars().take(80).collect();
        let hint = match proposal.trim_matches('-') {
            "" => "write small letters, digits and hyphens, at most 80".to_string(),
            slug => format!("write `{slug}`"),
        };
        return Some((
            Rule::BadId,
            format!("`{}` is not a slug", shorten(id)),
            hint,
        ));
    }
    is_device_name(id).then(|| {
        let message = format!("`{id}` is a device on some systems, not a file name");
        (Rule::BadId, message, format!("write `{id}-decision`"))
    })
}

/// Names that Windows keeps for devices, whatever ending is added to them.
fn is_device_name(id: &str) -> bool {
    matches!(id, "con" | "prn" | "aux" | "nul")
        || (id.len() == 4
            && (id.starts_with("com") || id.starts_with("lpt"))
            && id.as_bytes()[3].is_ascii_digit())
}

fn currency(decision: &Decision, faults: &mut Faults) {
    if decision.currency.is_some() || !faults.sound(&["/currency"]) {
        return;
    }
    if let Some(place) = first_money(decision) {
        faults.add(
            Rule::CurrencyMissing,
            &place,
            "money is stated here, and the decision has no `currency`",
            "add `currency`, such as `\"currency\": \"USD\"`",
        );
    }
}

/// The first place at which the decision states money.
fn first_money(decision: &Decision) -> Option<String> {
    use super::Figure;
    use super::read::{Choose, Path, Read, Visit};
    struct First(Option<String>);
    impl First {
        fn note(&mut self, path: &Path, unit: Unit, given: bool) {
            if given && unit == Unit::Money && self.0.is_none() {
                self.0 = Some(path.pointer());
            }
        }
    }
    impl Visit for First {
        fn yes_no(&mut self, _: &Path, _: &mut Option<bool>) {}
        fn flag(&mut self, _: &Path, _: &mut bool) {}
        fn figure(&mut self, path: &Path, unit: Unit, slot: &mut Option<Figure>) {
            self.note(path, unit, slot.is_some());
        }
        fn number(&mut self, path: &Path, unit: Unit, slot: &mut Option<f64>) {
            self.note(path, unit, slot.is_some());
        }
        fn choice(&mut self, _: &Path, _: &mut dyn Choose) {}
    }
    let mut first = First(None);
    decision
        .clone()
        .walk(Unit::Plain, &mut Path::default(), &mut first);
    first.0
}

fn baseline(decision: &Decision, faults: &mut Faults) {
    let Some(name) = &decision.money.baseline else {
        return;
    };
    if !faults.sound(&["/build", "/alternatives", "/money/baseline"]) {
        return;
    }
    let names: Vec<&str> = decision
        .alternatives
        .iter()
        .map(|a| a.name.as_str())
        .collect();
    match name.as_str() {
        "nothing" => {}
        "build" if decision.build.is_some() => {}
        "build" => faults.add(
            Rule::Reference,
            "/money/baseline",
            "the baseline is `build`, and the decision has no `build`",
            "add `build`, or write `nothing`",
        ),
        name if names.contains(&name) => {}
        name => {
            let known: Vec<&str> = RESERVED.iter().copied().chain(names).collect();
            let hint = match nearest(name, &known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "write `build`, `nothing`, or the name of an alternative".to_string(),
            };
            faults.add(
                Rule::Reference,
                "/money/baseline",
                format!("no option is named `{}`", shorten(name)),
                hint,
            );
        }
    }
}

fn names(decision: &Decision, faults: &mut Faults) {
    let folded = |name: &str| name.trim().to_lowercase();
    let hybrids: Vec<String> = decision
        .alternatives
        .iter()
        .map(|a| folded(&crate::finance::hybrid_name(&a.name)))
        .collect();
    let mut seen: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for (index, alternative) in decision.alternatives.iter().enumerate() {
        let place = format!("/alternatives/{index}/name");
        let name = folded(&alternative.name);
        if RESERVED.contains(&name.as_str()) || hybrids.contains(&name) {
            faults.add(
                Rule::SameName,
                &place,
                format!(
                    "`{}` is the name of an option that we add",
                    alternative.name
                ),
                "give the alternative a name of its own",
            );
        } else if let Some(first) = seen.insert(name, index) {
            faults.add(
                Rule::SameName,
                &place,
                format!(
                    "`{}` is also the name of alternative {}",
                    alternative.name,
                    first + 1
                ),
                "give each alternative a name of its own",
            );
        }
    }
    let mut unique = |kind: &str, list: &str, names: Vec<&str>| {
        let mut seen = std::collections::HashMap::new();
        for (index, name) in names.iter().enumerate() {
            if let Some(first) = seen.insert(folded(name), index) {
                faults.add(
                    Rule::SameName,
                    &format!("/{list}/{index}/name"),
                    format!(
                        "`{}` is also the name of {kind} {}",
                        shorten(name),
                        first + 1
                    ),
                    format!("give each {kind} a name of its own"),
                );
            }
        }
    };
    unique(
        "requirement",
        "requirements",
        decision
            .requirements
            .iter()
            .map(|r| r.name.as_str())
            .collect(),
    );
    unique(
        "component",
        "components",
        decision
            .components
            .iter()
            .map(|c| c.name.as_str())
            .collect(),
    );
    unique(
        "metric",
        "success/metrics",
        decision
            .success
            .metrics
            .iter()
            .map(|m| m.name.as_str())
            .collect(),
    );
}

fn price(alternative: &Alternative, at: &str, faults: &mut Faults) {
    if !faults.sound(&[at]) {
        return;
    }
    if alternative.annual_cost.is_some() && alternative.per_seat.is_some() {
        faults.add(
            Rule::Conflict,
            &format!("{at}/per_seat"),
            "`annual_cost` and `per_seat` are both given",
            "state the price a year, or the price of a seat",
        );
    }
    if alternative.per_seat.is_some() != alternative.seats.is_some()
        && alternative.annual_cost.is_none()
    {
        let (given, absent) = if alternative.per_seat.is_some() {
            ("per_seat", "seats")
        } else {
            ("seats", "per_seat")
        };
        faults.add(
            Rule::Incomplete,
            &format!("{at}/{given}"),
            format!("`{given}` is given without `{absent}`"),
            format!("add `{absent}`"),
        );
    }
    if alternative.fit.is_some() && alternative.meets.is_some() {
        faults.add(
            Rule::Conflict,
            &format!("{at}/meets"),
            "`fit` and `meets` are both given",
            "state the fit as a whole, or the requirements that are met",
        );
    }
}

fn meets(decision: &Decision, alternative: &Alternative, at: &str, faults: &mut Faults) {
    if !faults.sound(&["/requirements", at]) {
        return;
    }
    let known: Vec<&str> = decision
        .requirements
        .iter()
        .map(|r| r.name.as_str())
        .collect();
    let known_set: std::collections::HashSet<&str> = known.iter().copied().collect();
    for (index, name) in alternative.meets.iter().flatten().enumerate() {
        if !known_set.contains(name.as_str()) {
            let hint = match nearest(name, &known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "list it under `requirements` first".to_string(),
            };
            faults.add(
                Rule::Reference,
                &format!("{at}/meets/{index}"),
                format!("no requirement is named `{}`", shorten(name)),
                hint,
            );
        }
    }
}

fn lines(decision: &Decision, faults: &mut Faults) {
    if !faults.sound(&["/money/horizon_years"]) {
        return;
    }
    // The policy's horizon is the format's default, so that the same file is legal everywhere.
    let years = decision
        .money
        .horizon_years
        .unwrap_or(crate::finance::DEFAULT_HORIZON_YEARS) as usize;
    let built = decision
        .build
        .iter()
        .map(|b| ("/build".to_string(), &b.lines));
    let bought = decision
        .alternatives
        .iter()
        .enumerate()
        .map(|(i, a)| (format!("/alternatives/{i}"), &a.lines));
    for (at, lines) in built.chain(bought) {
        for (index, line) in lines.iter().enumerate() {
            line_length(line, years, &format!("{at}/lines/{index}/amounts"), faults);
        }
    }
}

fn line_length(line: &Line, years: usize, at: &str, faults: &mut Faults) {
    if !faults.sound(&[at]) {
        return;
    }
    let wanted = years + 1;
    if line.amounts.len() != wanted {
        faults.add(
            Rule::Length,
            at,
            format!(
                "`{}` has {} amounts over a horizon of {years} years",
                shorten(&line.name),
                line.amounts.len()
            ),
            format!("write {wanted} amounts: year 0 first, then one for each year"),
        );
    }
}
