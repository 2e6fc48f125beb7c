//! The note to the team whose work a decision affects: one page, in plain words. It speaks of
//! priorities and never of ability, and shows no money and no headcount: of all that a decision
//! states, only the names and dates that the policy lists reach it ([`Team`](crate::policy::Team)).

use super::model::{Block, DocumentKind, Figure, Inline, KeyValue, Origin, Prose, Report};
use super::sections::resolution::joined;
use super::sections::{answer, front};
use super::words::Subject;
use crate::decision::{Component, Status};
use crate::evaluate::Verdict;

/// The note.
pub fn note(subject: &Subject, hash: Option<&str>) -> Report {
    let mut meta = front::meta(subject, DocumentKind::Note, hash);
    meta.front
        .retain(|pair| pair.key != Prose::from("Purpose") && seen(subject, &pair.value));
    if !subject.team.sees("/meeting/author") {
        meta.authors.clear();
    }
    let mut blocks = decided(subject);
    blocks.extend(why(subject));
    blocks.extend(worth(subject));
    blocks.extend(instead(subject));
    blocks.extend(built(subject));
    blocks.extend(ask(subject));
    Report { meta, blocks }
}

/// Whether the team sees everything that a text was given.
fn seen(subject: &Subject, prose: &Prose) -> bool {
    let mut all = true;
    prose.each_inline(&mut |inline| {
        if let Inline::Given { from, .. } | Inline::Quoted { from, .. } = inline {
            all &= subject.team.sees(&from.pointer);
        }
    });
    all
}

/// The answer, with what is bought by its name where the team sees that.
fn verdict(subject: &Subject) -> Prose {
    let bought = subject.recommended_alternative().map(|name| {
        if seen(subject, &name) {
            name
        } else {
            "a proven alternative".into()
        }
    });
    answer::verdict_naming(subject, bought)
}

fn decided(subject: &Subject) -> Vec<Block> {
    let approved = subject.decision.status == Status::Approved;
    let title = if approved {
        "What was decided"
    } else {
        "What is proposed"
    };
    let mut blocks = vec![
        Block::heading(2, "decided", title),
        Block::paragraph(Prose::new().strong(verdict(subject))),
    ];
    if !approved {
        let when = match (
            &subject.decision.meeting.body,
            subject.decision.meeting.date,
        ) {
            (Some(body), Some(date))
                if subject.team.sees("/meeting/body") && subject.team.sees("/meeting/date") =>
            {
                Prose::from("Nothing is decided yet. It is on the agenda for ")
                    .figure(Figure::decision(subject.house.date(date), "/meeting/date"))
                    .text(" (")
                    .given(body, Origin::decision("/meeting/body"))
                    .text(").")
            }
            _ => "Nothing is decided yet.".into(),
        };
        blocks.push(Block::paragraph(when));
    }
    blocks
}

fn why(subject: &Subject) -> Vec<Block> {
    let apart = names(subject, sets_apart);
    let common = names(subject, |c| !sets_apart(c));
    let bought = matches!(
        subject.evaluation.verdict,
        Verdict::Buy | Verdict::Hybrid | Verdict::StopAndMigrate
    );
    let mut sentences = Vec::new();
    if bought && !common.is_empty() {
        let many = common.len() > 1;
        sentences.push(
            Prose::from("Others sell what we would otherwise keep up ourselves: ")
                .prose(joined(common))
                .text(if many {
                    ". Running them ourselves sets us apart from nobody."
                } else {
                    ". Running it ourselves sets us apart from nobody."
                }),
        );
    }
    if !apart.is_empty() {
        sentences.push(
            Prose::from("What our customers would miss: ")
                .prose(joined(apart))
                .text(if bought {
                    ". That stays in our own hands."
                } else {
                    "."
                }),
        );
    }
    if sentences.is_empty() {
        sentences.push(match subject.evaluation.verdict {
            Verdict::NotReady => "Too little is known to choose. The questions that are open go to the people who can answer them.".into(),
            Verdict::Build => "It does what nothing on the market does for us.".into(),
            Verdict::Buy | Verdict::Hybrid => "What we need can be bought.".into(),
            Verdict::StopAndMigrate => "It has not reached what it was built to reach.".into(),
            Verdict::DoNotProceed => "Neither building nor buying is known to pay.".into(),
        });
    }
    let mut blocks = vec![Block::heading(2, "why", "Why")];
    blocks.extend(sentences.into_iter().map(Block::paragraph));
    blocks
}

fn worth(subject: &Subject) -> Vec<Block> {
    let words = match subject.evaluation.verdict {
        Verdict::Build if subject.runs_our_own() => {
            "What you have built is worth going on with, and we want you to do that."
        }
        Verdict::Build => "What is to be built needs you, and we want you to build it.",
        Verdict::DoNotProceed => {
            "This is about what we work on first. It is no judgement of anybody’s work."
        }
        Verdict::NotReady => {
            "Whatever comes of it, this is about what we work on first. It is no judgement of anybody’s work."
        }
        _ => {
            "This is about what we work on first. It is no judgement of anybody’s work: your time is worth too much to spend on what can be bought."
        }
    };
    vec![
        Block::heading(2, "worth", "What it says about your work"),
        Block::paragraph(words),
    ]
}

fn instead(subject: &Subject) -> Vec<Block> {
    if matches!(
        subject.evaluation.verdict,
        Verdict::Build | Verdict::NotReady
    ) {
        return Vec::new();
    }
    let kept = if subject.evaluation.verdict == Verdict::Hybrid {
        whole_names(subject)
    } else {
        Vec::new()
    };
    let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
    let is_kept = |name: &str| {
        let components = &subject.decision.components;
        !kept.is_empty()
            && components
                .iter()
                .any(|component| sets_apart(component) && same(&component.name, name))
    };
    let opportunities: Vec<Prose> = subject
        .decision
        .opportunities
        .iter()
        .enumerate()
        // What is kept stands in the list already.
        .filter(|(_, opportunity)| !is_kept(&opportunity.name))
        .map(|(at, opportunity)| {
            Prose::new().given(
                &opportunity.name,
                Origin::decision(format!("/opportunities/{at}/name")),
            )
        })
        .filter(|name| seen(subject, name))
        .collect();
    // What sets us apart may also be among the work that waits.
    let mut items: Vec<Prose> = Vec::new();
    for item in kept.into_iter().chain(opportunities) {
        let name = item.plain_text();
        if !items.iter().any(|known| known.plain_text() == name) {
            items.push(item);
        }
    }
    let heading = Block::heading(2, "instead", "What you will build instead");
    if items.is_empty() {
        return vec![
            heading,
            Block::paragraph("That is not settled. Ask for it before the decision is taken."),
        ];
    }
    vec![
        heading,
        Block::paragraph("The work that waits for you:"),
        Block::list(false, items),
    ]
}

fn built(subject: &Subject) -> Vec<Block> {
    let milestones = subject.decision.milestones.iter().enumerate();
    let pairs: Vec<KeyValue> = milestones
        .filter(|(at, _)| {
            let place = format!("/milestones/{at}");
            let sees = |field| subject.team.sees(&format!("{place}/{field}"));
            sees("name") && sees("on")
        })
        .filter_map(|(at, milestone)| {
            let date = Figure::decision(
                subject.house.date(milestone.on?),
                format!("/milestones/{at}/on"),
            );
            let name = Prose::new().given(
                &milestone.name,
                Origin::decision(format!("/milestones/{at}/name")),
            );
            Some(KeyValue::new(date, name))
        })
        .collect();
    if !subject.runs_our_own() && pairs.is_empty() {
        return Vec::new();
    }
    let title = if subject.runs_our_own() {
        "What happens to what runs today, and when"
    } else {
        "What happens when"
    };
    let mut blocks = vec![Block::heading(2, "built", title)];
    if subject.runs_our_own() {
        blocks.push(Block::paragraph(match subject.evaluation.verdict {
            Verdict::Build | Verdict::NotReady | Verdict::DoNotProceed => {
                "It goes on running as it does now."
            }
            Verdict::StopAndMigrate if subject.recommended_alternative().is_none() => {
                "It is to be stopped. What replaces it, and when, is still open."
            }
            _ => "It goes on running until what replaces it is live for everybody. What you learnt from it goes into the move.",
        }));
    }
    if !pairs.is_empty() {
        blocks.push(Block::KeyValues { pairs });
    }
    blocks
}

fn ask(subject: &Subject) -> Vec<Block> {
    let meeting = &subject.decision.meeting;
    let people = [
        (&meeting.sponsor, "/meeting/sponsor"),
        (&meeting.author, "/meeting/author"),
    ];
    let named: Vec<Prose> = people
        .into_iter()
        .filter(|(_, at)| subject.team.sees(at))
        .filter_map(|(name, at)| Some(Prose::new().given(name.as_ref()?, Origin::decision(at))))
        .collect();
    let words = if named.is_empty() {
        "Your questions go to whoever gave you this note; nobody is named yet.".into()
    } else {
        Prose::from("Your questions go to: ")
            .prose(joined(named))
            .text(". No question is out of place.")
    };
    vec![
        Block::heading(2, "ask", "Whom to ask"),
        Block::paragraph(words),
    ]
}

fn sets_apart(component: &Component) -> bool {
    component.hard_to_replicate == Some(true) && component.matters_to_customers == Some(true)
}

/// The names of some components, as they stand in a sentence.
fn names(subject: &Subject, which: impl Fn(&Component) -> bool) -> Vec<Prose> {
    let components = subject.decision.components.iter().enumerate();
    components
        .filter(|(_, component)| which(component))
        .map(|(at, component)| {
            let from = Origin::decision(format!("/components/{at}/name"));
            Prose::new().given(
                crate::frame::in_sentence(&component.name, subject.decision),
                from,
            )
        })
        .filter(|name| seen(subject, name))
        .collect()
}

/// The names of the components that set the firm apart, as their author wrote them.
fn whole_names(subject: &Subject) -> Vec<Prose> {
    let components = subject.decision.components.iter().enumerate();
    components
        .filter(|(_, component)| sets_apart(component))
        .map(|(at, component)| {
            let from = Origin::decision(format!("/components/{at}/name"));
            Prose::new().given(&component.name, from)
        })
        .filter(|name| seen(subject, name))
        .collect()
}
