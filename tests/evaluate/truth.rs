//! Promises of an evaluation, tested on every case and every worked decision.

use super::{decisions, evaluated, set};
use boardbrief::decision::json_schema;
use boardbrief::evaluate::{Changes, Evaluation, FlipPoint};
use boardbrief::phrase::{Part, Phrase};
use serde_json::Value;
use std::path::Path;

/// The evaluation with one input changed.
fn changed(decision: &Value, field: &str, to: Value) -> Evaluation {
    let mut copy = decision.clone();
    set::set(&mut copy, field, to);
    evaluated(&copy)
}

/// Whether the recommended option gains, in the reading that a flip point is about.
fn gains(evaluation: &Evaluation, changes: Changes) -> Option<bool> {
    let name = evaluation.recommended_option.as_ref()?;
    let case = evaluation
        .finance
        .cases
        .iter()
        .find(|case| case.option == *name)?;
    let value = match changes {
        Changes::NpvRedeployed => case.npv_redeployed?,
        _ => case.npv?,
    };
    Some(value >= 0.0)
}

/// Whether an evaluation has what a flip point promises, seen from the evaluation now.
fn flipped(now: &Evaluation, then: &Evaluation, flip: &FlipPoint) -> bool {
    match flip.changes {
        Some(Changes::Verdict) => then.verdict != now.verdict,
        Some(Changes::Option) => then.recommended_option != now.recommended_option,
        Some(changes) => match (gains(now, changes), gains(then, changes)) {
            (Some(a), Some(b)) => a != b,
            _ => false,
        },
        None => then.verdict != now.verdict,
    }
}

/// A value 1% of the change before the flip point; none for a yes or no, a word or a whole number.
fn short_of(flip: &FlipPoint) -> Option<Value> {
    let (now, at) = (flip.now.as_f64()?, flip.flips_at.as_ref()?.as_f64()?);
    let short = now + (at - now) * 0.99;
    (!flip.field.ends_with("/horizon_years")).then(|| short.into())
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn every_flip_point_is_true() {
    let mut tested = 0;
    for (path, decision) in decisions() {
        let now = evaluated(&decision);
        for flip in now
            .flip_points
            .iter()
            .chain(&now.switch_points)
            .filter(|flip| flip.flips_at.is_some())
        {
            let then = changed(
                &decision,
                &flip.field,
                flip.flips_at.clone().expect("a value"),
            );
            let what = format!("{} {}: {}", name(&path), flip.field, flip.because);
            assert_eq!(then.verdict, flip.verdict, "{what}");
            assert!(flipped(&now, &then, flip), "{what} does not flip");
            if let Some(short) = short_of(flip) {
                let short = changed(&decision, &flip.field, short);
                assert!(!flipped(&now, &short, flip), "{what} flips before");
            }
            tested += 1;
        }
    }
    assert!(tested > 200, "only {tested} flip points");
}

#[test]
fn what_changes_nothing_changes_nothing() {
    for (path, decision) in decisions() {
        let now = evaluated(&decision);
        for flip in now
            .flip_points
            .iter()
            .chain(&now.switch_points)
            .filter(|flip| flip.flips_at.is_none())
        {
            let others: Vec<Value> = match &flip.now {
                Value::Bool(value) => vec![Value::Bool(!value)],
                Value::Number(number) => {
                    let number = number.as_f64().expect("a number");
                    let is_share =
                        (0.0..=1.0).contains(&number) && !flip.field.ends_with("engineers");
                    let most = match is_share {
                        true => 1.0,
                        false if flip.field.ends_with("/overlap_months") => 12.0,
                        false => number * 7.3,
                    };
                    vec![(number * 0.37).into(), most.into()]
                }
                _ => Vec::new(),
            };
            let whole = flip.field.ends_with("/horizon_years");
            for other in others.into_iter().filter(|_| !whole) {
                let then = changed(&decision, &flip.field, other.clone());
                let what = format!("{} {} at {other}", name(&path), flip.field);
                assert_eq!(then.verdict, now.verdict, "{what}");
            }
        }
    }
}

/// Whether a pointer leads to a place that the schema allows.
fn allowed(schema: &Value, pointer: &str) -> bool {
    let resolve = |at: &Value| -> Vec<Value> {
        let mut open = vec![at.clone()];
        let mut found = Vec::new();
        while let Some(at) = open.pop() {
            if let Some(reference) = at["$ref"].as_str() {
                open.extend(schema.pointer(reference.trim_start_matches('#')).cloned());
            }
            open.extend(at["anyOf"].as_array().into_iter().flatten().cloned());
            found.push(at);
        }
        found
    };
    let mut places = resolve(schema);
    for part in pointer.split('/').skip(1) {
        let next: Vec<Value> = places
            .iter()
            .filter_map(|at| match part.parse::<usize>() {
                Ok(_) => at.get("items").cloned(),
                Err(_) => at.get("properties").and_then(|p| p.get(part)).cloned(),
            })
            .collect();
        places = next.iter().flat_map(resolve).collect();
    }
    !places.is_empty()
}

#[test]
fn every_piece_of_evidence_has_its_place() {
    let schema = json_schema();
    for (path, decision) in decisions() {
        let evaluation = evaluated(&decision);
        let json = serde_json::to_value(&evaluation).expect("an evaluation serialises");
        let exists = |place: &str| {
            decision.pointer(place).is_some()
                || json.pointer(place).is_some()
                || allowed(&schema, place)
        };
        for place in places(&evaluation) {
            assert!(exists(&place), "{}: {place:?} leads nowhere", name(&path));
        }
        for question in &evaluation.open_questions {
            assert!(
                allowed(&schema, &question.field),
                "{}: {}",
                name(&path),
                question.field
            );
        }
    }
}

/// Every place that an evaluation points at.
fn places(evaluation: &Evaluation) -> Vec<String> {
    let evidence = evaluation.questions.iter().flat_map(|q| &q.evidence);
    let evidence = evidence.chain(evaluation.exceptions.iter().flat_map(|e| &e.evidence));
    let mut places: Vec<String> = evidence.map(|e| e.from.clone()).collect();
    let findings = [
        &evaluation.reasons,
        &evaluation.warnings,
        &evaluation.findings,
    ];
    places.extend(findings.into_iter().flatten().flat_map(|f| f.from.clone()));
    places.extend(evaluation.capabilities.iter().flat_map(|c| c.from.clone()));
    for phrase in phrases(evaluation) {
        places.extend(phrase.parts().iter().filter_map(|part| match part {
            Part::Figure { from, .. } => Some(from.clone()),
            _ => None,
        }));
    }
    places
}

/// Every sentence of an evaluation.
fn phrases(evaluation: &Evaluation) -> Vec<&Phrase> {
    let evidence = evaluation.questions.iter().flat_map(|q| &q.evidence);
    let evidence = evidence.chain(evaluation.exceptions.iter().flat_map(|e| &e.evidence));
    let findings = [
        &evaluation.reasons,
        &evaluation.warnings,
        &evaluation.findings,
    ];
    let mut phrases: Vec<&Phrase> = evidence.map(|e| &e.text).collect();
    phrases.extend(evaluation.exceptions.iter().map(|e| &e.reason));
    phrases.extend(findings.into_iter().flatten().map(|f| &f.text));
    phrases.extend(evaluation.flip_points.iter().map(|f| &f.because));
    phrases.extend(evaluation.switch_points.iter().map(|f| &f.because));
    phrases.extend(evaluation.open_questions.iter().map(|q| &q.asks));
    phrases.extend(evaluation.confidence.because.iter());
    phrases.extend(evaluation.capabilities.iter().map(|c| &c.text));
    phrases.extend(evaluation.runner_up.iter().map(|r| &r.reason));
    phrases
}

/// Words of the author's do not count: their length is not ours.
fn our_words(phrase: &Phrase) -> Vec<usize> {
    let text: String = phrase
        .parts()
        .iter()
        .map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Name(_) => "NAME".into(),
            Part::Figure { .. } => "FIGURE".into(),
        })
        .collect();
    text.split_inclusive(['.', '?', '!'])
        .map(|sentence| sentence.split_whitespace().count())
        .filter(|words| *words > 0)
        .collect()
}

#[test]
fn sentences_are_short_and_whole() {
    let (mut words, mut sentences) = (0, 0);
    for (path, decision) in decisions() {
        let evaluation = evaluated(&decision);
        for phrase in phrases(&evaluation) {
            let text = phrase.to_string();
            let place = name(&path);
            assert!(
                text.ends_with(['.', '?', '!', '\u{2026}', '\u{201d}']),
                "{place}: {text}"
            );
            assert!(
                !text.contains("  ") && !text.contains("..") && !text.contains(" ."),
                "{place}: {text}"
            );
            for odd in ["NaN", "inf ", "null", "-0", "n/a"] {
                assert!(!text.contains(odd), "{place}: {text}");
            }
            for count in our_words(phrase) {
                assert!(count <= 35, "{place}: {count} words: {text}");
                words += count;
                sentences += 1;
            }
        }
        assert!(
            (1..=4).contains(&evaluation.reasons.len()),
            "{}",
            name(&path)
        );
    }
    assert!(
        words <= sentences * 20,
        "{words} words in {sentences} sentences"
    );
}
