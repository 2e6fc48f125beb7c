//! Every statement, changed in every way that would make a figure wrong: the guard lets none pass.

use super::{alone, cases, combinations};
use crate::display::Conventions;
use crate::frame::{Ledger, ShownFigure, guard};

#[test]
fn no_change_of_a_statement_passes_the_guard() {
    let mut tried = 0;
    for (_, decision, evaluation) in cases() {
        let ledger = Ledger::new(&decision, &evaluation, Conventions::default());
        for (intent, audience, stance) in combinations() {
            let framed = alone(intent, audience, stance, &ledger);
            let Some(statement) = &framed.statement else {
                continue;
            };
            let text = statement.to_string();
            let receipts = framed.receipts();
            assert_eq!(guard::check(&text, &receipts), Ok(()));
            for changed in changes(&text, &framed.figures) {
                tried += 1;
                assert!(
                    guard::check(&changed, &receipts).is_err(),
                    "{text}\n{changed}"
                );
            }
        }
    }
    assert!(tried > 1_000, "{tried}");
}

/// A statement with a figure changed, swapped, added, spelt out, or given another unit or period.
fn changes(text: &str, figures: &[ShownFigure]) -> Vec<String> {
    let mut out = vec![
        format!("{text} That is five more."),
        text.replacen(' ', " 12 ", 1),
        format!("Half of it: {text}"),
    ];
    for (at, figure) in figures.iter().enumerate() {
        let shown = figure.shown.as_str();
        let digit = shown
            .find(|c: char| c.is_ascii_digit())
            .expect("a figure has a digit");
        let other = if shown.as_bytes()[digit] == b'7' {
            "8"
        } else {
            "7"
        };
        let with = |new: &str| text.replacen(shown, new, 1);
        out.push(with(&format!(
            "{}{other}{}",
            &shown[..digit],
            &shown[digit + 1..]
        )));
        out.push(with(&format!("{}1{}", &shown[..digit], &shown[digit..])));
        out.push(with("seven"));
        out.push(with(&format!("{shown} per head")));
        out.push(with(&format!("−{shown}")));
        out.push(with(&format!("{shown}%")));
        for (period, new) in [
            (" a year", " a month"),
            ("engineers", "months"),
            ("%", " points"),
            ("weeks", "days"),
        ] {
            if shown.contains(period) {
                out.push(with(&shown.replacen(period, new, 1)));
            }
        }
        if let Some(next) = figures
            .get(at + 1)
            .filter(|next| !next.shown.contains(shown) && !shown.contains(&next.shown))
        {
            let swapped = text
                .replacen(shown, "\u{1}", 1)
                .replacen(&next.shown, shown, 1)
                .replacen('\u{1}', &next.shown, 1);
            out.push(swapped);
        }
    }
    out
}
