//! What of a decision a note to the team shows.

/// The fields of a decision that a note can show, `*` standing for a place in a list. All are names
/// and dates: a note shows no money and no headcount, whatever a policy says.
pub const NOTE_FIELDS: &[&str] = &[
    "/alternatives/*/name",
    "/components/*/name",
    "/meeting/author",
    "/meeting/body",
    "/meeting/date",
    "/meeting/sponsor",
    "/milestones/*/name",
    "/milestones/*/on",
    "/opportunities/*/name",
];

/// The fields that a note to the team shows; what rests on any other stays out of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Team {
    /// Some of [`NOTE_FIELDS`].
    pub shows: Vec<&'static str>,
}

impl Team {
    /// Whether a place in a decision may be shown: `/milestones/2/name`, say.
    #[must_use]
    pub fn sees(&self, pointer: &str) -> bool {
        let is_place = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        self.shows.iter().any(|field| {
            let mut parts = pointer.split('/');
            field.split('/').all(|wanted| match (wanted, parts.next()) {
                ("*", Some(part)) => is_place(part),
                (wanted, part) => Some(wanted) == part,
            }) && parts.next().is_none()
        })
    }
}

/// The field that a policy names, where a note can show it.
pub(super) fn field(name: &str) -> Option<&'static str> {
    NOTE_FIELDS.iter().find(|field| **field == name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_seen_where_its_field_is_listed() {
        let team = Team {
            shows: vec!["/milestones/*/name", "/meeting/date"],
        };
        for seen in ["/milestones/0/name", "/milestones/12/name", "/meeting/date"] {
            assert!(team.sees(seen), "{seen}");
        }
        for unseen in [
            "/milestones/0/on",
            "/milestones/x/name",
            "/milestones//name",
            "/milestones/0/name/0",
            "/meeting",
            "/ask/money",
            "",
        ] {
            assert!(!team.sees(unseen), "{unseen}");
        }
    }
}
