//! Vanity measures: activity offered as evidence of value, flagged with the better measure to ask
//! for. Uptime and satisfaction count as vanity only where no better measure stands beside them.

use super::finding;
use crate::evaluate::output::Finding;
use crate::evaluate::told::Told;
use crate::phrase::Phrase;
use crate::policy::Vanity;

/// Every vanity measure that the decision offers, by kind.
pub(super) fn findings(told: &Told) -> Vec<Finding> {
    let offered = offered(told);
    let is_vanity = |text: &str| told.policy.vanity.iter().any(|v| v.offered_in(text));
    let has_better = told
        .decision
        .success
        .metrics
        .iter()
        .any(|m| !is_vanity(&m.name));
    told.policy
        .vanity
        .iter()
        .filter_map(|vanity| flagged(vanity, &offered, has_better))
        .collect()
}

/// Texts that offer evidence: measures, what is said of components, arguments.
fn offered<'d>(told: &Told<'d>) -> Vec<(String, &'d str)> {
    let decision = told.decision;
    let metrics = decision.success.metrics.iter().enumerate();
    let metrics = metrics.map(|(at, m)| (format!("/success/metrics/{at}"), m.name.as_str()));
    let components = decision.components.iter().enumerate();
    let components = components
        .filter_map(|(at, c)| Some((format!("/components/{at}/evidence"), c.evidence.as_deref()?)));
    let arguments = decision.arguments.iter().enumerate();
    let arguments = arguments.map(|(at, a)| (format!("/arguments/{at}"), a.text.as_str()));
    metrics.chain(components).chain(arguments).collect()
}

fn flagged(vanity: &Vanity, offered: &[(String, &str)], has_better: bool) -> Option<Finding> {
    let counts = |place: &str| !(vanity.alone && has_better && place.starts_with("/success/"));
    let from: Vec<String> = offered
        .iter()
        .filter(|(place, text)| counts(place) && vanity.offered_in(text))
        .map(|(place, _)| place.clone())
        .collect();
    if from.is_empty() {
        return None;
    }
    let text = Phrase::new(format!(
        "{} {}. Ask {}.",
        vanity.says, vanity.because, vanity.ask
    ));
    Some(finding("vanity-measure", text, from))
}
