//! Nothing is left out in silence: where a list of a document is shorter than the decision makes it,
//! the document says so, and says where the rest stands.

use super::{Worked, pipeline, worked};
use boardbrief::decision::{Decision, Source};
use boardbrief::report::model::{Block, DocumentKind, Report};
use boardbrief::report::room::{BRIEF, MEMO, Room};
use serde_json::{Value, json};

/// The lists that say at the end what they leave out: the identifier of each, and its name there.
const AT_THE_END: [(&str, &str); 5] = [
    ("why", "reasons"),
    ("others", "words on the other options"),
    ("flips", "changes that would change our mind"),
    ("unknowns", "open questions"),
    ("arguments", "arguments"),
];

/// The lists that say so below their tables.
const IN_THE_TABLE: [(&str, &str); 2] = [("risks", "risks"), ("measures", "measures")];

/// The section under a heading: how many entries it has, and whether its table says "Further …".
fn section(report: &Report, id: &str, further: &str) -> (usize, bool) {
    let mut blocks = report.blocks.iter();
    blocks.find(|block| matches!(block, Block::Heading(heading) if heading.id == id));
    let under = blocks.take_while(|block| !matches!(block, Block::Heading(_)));
    under.fold((0, false), |(count, said), block| match block {
        Block::List { items, .. } => (count + items.len(), said),
        Block::Exchanges { exchanges } => (count + exchanges.len(), said),
        Block::Table(table) => {
            let note = table
                .notes
                .iter()
                .any(|note| format!("{note:?}").contains(further));
            (count + table.body.len(), said || note)
        }
        _ => (count, said),
    })
}

/// What the line at the end of a document names as left out; empty without one.
fn line(report: &Report, lead: &str) -> String {
    let lines = report.blocks.iter().filter_map(|block| match block {
        Block::Paragraph { text } => Some(format!("{text:?}")),
        _ => None,
    });
    lines.filter(|text| text.contains(lead)).collect()
}

fn holds(worked: &Worked, kind: DocumentKind, rooms: &[Room], whole: Room, lead: &str, rest: &str) {
    let pipeline = pipeline();
    let report_in = |room: Room| {
        pipeline.report(
            &worked.source,
            &worked.decision,
            &worked.evaluation,
            kind,
            room,
        )
    };
    let all = report_in(whole);
    for (at, room) in rooms.iter().enumerate() {
        let report = report_in(*room);
        let line = line(&report, lead);
        for (id, name) in AT_THE_END {
            let shorter = section(&report, id, "").0 < section(&all, id, "").0;
            let place = format!("{} {kind:?} {at} {id}: {line}", worked.decision.id);
            assert_eq!(line.contains(&format!("\"{name}\"")), shorter, "{place}");
        }
        for (id, name) in IN_THE_TABLE {
            let (shown, said) = section(&report, id, &format!("Further {name} stand in {rest}."));
            let shorter = shown < section(&all, id, "").0;
            assert_eq!(said, shorter, "{} {kind:?} {at} {id}", worked.decision.id);
        }
    }
}

/// The portal with so many arguments, risks and measures that no document shows all of them.
fn crowded(portal: &Worked) -> Worked {
    let mut file: Value = serde_json::from_str(portal.source.text()).expect("JSON");
    for (list, name) in [
        ("/arguments", "text"),
        ("/risks", "risk"),
        ("/success/metrics", "name"),
    ] {
        let list = file
            .pointer_mut(list)
            .and_then(Value::as_array_mut)
            .expect("a list");
        let first = list[0].clone();
        list.extend((0..30).map(|at| {
            let mut entry = first.clone();
            entry[name] = json!(format!("Bad, because system {at} costs too much to run."));
            if name == "text" {
                entry["about"] = json!("cost");
            }
            entry
        }));
    }
    let source = Source::new("crowded.json", file.to_string());
    let decision = Decision::from_source(&source).expect("a legal decision");
    let evaluation = pipeline().evaluate(&decision);
    Worked {
        folder: portal.folder.clone(),
        source,
        decision,
        evaluation,
    }
}

#[test]
fn what_is_left_out_is_said() {
    let mut all = worked(&pipeline());
    let portal = all
        .iter()
        .find(|worked| worked.decision.id == "developer-portal");
    all.push(crowded(portal.expect("the portal is among them")));
    for worked in &all {
        holds(
            worked,
            DocumentKind::Brief,
            &BRIEF,
            MEMO[0],
            "In the memo:",
            "the memo",
        );
        let lead = "In the decision file and its evaluation:";
        holds(
            worked,
            DocumentKind::Memo,
            &MEMO,
            Room::ALL,
            lead,
            "the decision file",
        );
    }
}
