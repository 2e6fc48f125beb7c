//! Front matter: the meeting, what is asked of it, who puts the paper and who wrote it.

use crate::decision::Purpose;
use crate::report::model::{DocumentKind, KeyValue, Meta, Origin, Prose, ShownDate};
use crate::report::words::{Subject, verdict_label};

/// What stands around the text of a document of a kind.
pub fn meta(subject: &Subject, kind: DocumentKind, hash: Option<&str>) -> Meta {
    let decision = subject.decision;
    let as_of = ShownDate {
        on: decision.as_of,
        shown: subject.house.date(decision.as_of),
    };
    let mut meta = Meta::new(&decision.id, &decision.title, kind, as_of);
    meta.subject = format!(
        "{}: {}",
        kind.label(),
        verdict_label(subject.evaluation.verdict)
    );
    meta.status = decision.status;
    meta.language = subject.house.language;
    meta.organisation = decision.organisation.name.clone();
    meta.authors = decision.meeting.author.iter().cloned().collect();
    meta.keywords = [Some("build or buy".to_string()), decision.category.clone()]
        .into_iter()
        .flatten()
        .collect();
    meta.front = strip(subject);
    meta.hash = hash.map(str::to_string);
    meta
}

fn strip(subject: &Subject) -> Vec<KeyValue> {
    let meeting = &subject.decision.meeting;
    let given = |text: &Option<String>, at: &str| {
        text.as_ref()
            .map(|text| Prose::new().given(text, Origin::decision(format!("/meeting/{at}"))))
    };
    let date = meeting.date.map(|date| {
        Prose::new().given(subject.house.date(date), Origin::decision("/meeting/date"))
    });
    let when = match (given(&meeting.body, "body"), date) {
        (Some(body), Some(date)) => Some(body.text(", ").prose(date)),
        (body, date) => body.or(date),
    };
    let purpose = meeting.purpose.map(|purpose| {
        Prose::from(match purpose {
            Purpose::Decision => "For decision",
            Purpose::Discussion => "For discussion",
            Purpose::Information => "For information",
        })
    });
    [
        ("Meeting", when),
        ("Purpose", purpose),
        ("Sponsor", given(&meeting.sponsor, "sponsor")),
        ("Author", given(&meeting.author, "author")),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some(KeyValue::new(key, value?)))
    .collect()
}
