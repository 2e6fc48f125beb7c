//! What is to be done with a decision: left as it is, taken over from the last quarter, or rendered,
//! and why. A paper that was approved is not rendered again and not replaced unless that is asked.

use super::entry::Entry;
use super::identity::Identity;
use super::manifest::FileRecord;
use crate::decision::Status;
use std::collections::BTreeMap;

/// What is known of a decision from before.
#[derive(Debug, Clone, Copy, Default)]
pub struct Former<'a> {
    /// What this run's own folder holds of it.
    pub here: Option<&'a Entry>,
    /// What the last quarter's folder holds of it.
    pub last: Option<&'a Entry>,
}

/// Why a decision is rendered.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It was not rendered before.
    New,
    /// Its content changed.
    Content,
    /// Something that documents are made from changed: `templates`, `policy`, `fonts`.
    Part(String),
    /// It was not rendered as this document or in these formats.
    Request,
    /// A file of it is gone, or is not as it was recorded.
    Lost,
    /// Its content changed after approval, and the approved paper is to be replaced.
    Supersede,
}

impl Why {
    /// The reason in words.
    pub fn says(&self) -> String {
        match self {
            Why::New => "new".to_string(),
            Why::Content => "its content changed".to_string(),
            Why::Part(part) => format!("the {part} changed"),
            Why::Request => "not rendered in this form before".to_string(),
            Why::Lost => "a file of it was missing or had been changed".to_string(),
            Why::Supersede => "it replaces the approved paper".to_string(),
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Plan {
    /// Nothing: its documents are what they would be.
    Keep,
    /// It is approved, and is left as it was.
    Frozen {
        /// Whether its content has changed since.
        changed: bool,
        /// Whether its files are in the last quarter's folder and are to be taken over.
        from_last: bool,
    },
    /// It is approved, but its paper is missing or was changed, and today it would be another one.
    Broken,
    /// It is rendered.
    Render(Vec<Why>),
}

/// What a plan is made from.
pub struct Asked<'a> {
    /// SHA-256 of the decision as text.
    pub content: &'a str,
    /// The files its documents would be, by path below the folder of the run.
    pub files: &'a [String],
    /// What documents are made from now.
    pub identity: &'a Identity,
    /// What they were made from before, by key.
    pub made_by: &'a BTreeMap<String, Identity>,
    /// Whether approved papers may be replaced.
    pub supersede: bool,
}

/// The plan for one decision. `here` tells whether a file of this run's folder is as it was
/// recorded, `last` the same of the last quarter's.
pub fn plan(
    asked: &Asked,
    former: Former,
    here: &dyn Fn(&FileRecord) -> bool,
    last: &dyn Fn(&FileRecord) -> bool,
) -> Plan {
    if let Some(frozen) = frozen(asked, former, here, last) {
        return frozen;
    }
    let Some(entry) = former.here else {
        let replaces = former
            .last
            .is_some_and(|last| last.status == Status::Approved && last.content != asked.content);
        return Plan::Render(vec![if replaces { Why::Supersede } else { Why::New }]);
    };
    let mut why = Vec::new();
    if entry.content != asked.content {
        why.push(if entry.status == Status::Approved {
            Why::Supersede
        } else {
            Why::Content
        });
    }
    match asked.made_by.get(&entry.made_by) {
        Some(before) => why.extend(
            before
                .differs_in(asked.identity)
                .into_iter()
                .map(|part| Why::Part(part.to_string())),
        ),
        None => why.push(Why::Part("program".to_string())),
    }
    if !asked
        .files
        .iter()
        .all(|path| entry.files.iter().any(|file| file.path == *path))
    {
        why.push(Why::Request);
    } else if !entry.files.iter().all(here) {
        why.push(Why::Lost);
    }
    if why.is_empty() {
        Plan::Keep
    } else {
        Plan::Render(why)
    }
}

/// An approved decision whose paper still stands.
fn frozen(
    asked: &Asked,
    former: Former,
    here: &dyn Fn(&FileRecord) -> bool,
    last: &dyn Fn(&FileRecord) -> bool,
) -> Option<Plan> {
    let approved = |entry: &&Entry| entry.status == Status::Approved;
    let stands = |entry: &Entry| entry.content == asked.content || !asked.supersede;
    if let Some(entry) = former.here.filter(approved) {
        if !stands(entry) {
            return None;
        }
        let changed = entry.content != asked.content;
        let whole = entry.files.iter().all(here);
        if whole {
            return Some(Plan::Frozen {
                changed,
                from_last: false,
            });
        }
        // Made again of the same parts it is the same paper, to the byte.
        let made_alike = asked.made_by.get(&entry.made_by) == Some(asked.identity);
        return ((changed || !made_alike) && !asked.supersede).then_some(Plan::Broken);
    }
    // Rendered here as something else since: the last quarter no longer speaks for it.
    if former.here.is_some() {
        return None;
    }
    let entry = former.last.filter(approved)?;
    if !stands(entry) {
        return None;
    }
    if entry.files.iter().all(last) {
        return Some(Plan::Frozen {
            changed: entry.content != asked.content,
            from_last: true,
        });
    }
    (!asked.supersede).then_some(Plan::Broken)
}
