//! The encoder against the program that trained it, and its habits.

use super::*;
use crate::frame::classify::plain;

/// Sentences of ours with their logits, as `tools/train-framing.py` reckoned them in doubles.
const EXPECTED: &str = include_str!("expected.json");

#[test]
fn logits_are_those_of_the_trainer() {
    let encoder = Encoder::built_in();
    let expected: Vec<(String, Vec<f64>)> = serde_json::from_str(EXPECTED).unwrap();
    assert!(expected.len() >= 20);
    for (text, logits) in expected {
        let ours = encoder.logits(&plain(&text));
        for (ours, theirs) in ours.iter().zip(&logits) {
            assert!((ours - theirs).abs() < 2e-3, "{text}: {ours} for {theirs}");
        }
    }
}
