//! The guard against figures that are changed, swapped, added, spelt out or given another unit.

use super::*;
use proptest::prelude::*;

const TEXT: &str = "We would invest $555k a year in Roadie S3, which frees 6\u{a0}engineers who cost $1.13M a year. \
    Adoption stands at 22%, and 60% is the mark for 31\u{a0}December 2026.";

const RECEIPTS: [Receipt<'static>; 7] = [
    Receipt::Figure("$555k a year"),
    Receipt::Name("Roadie S3"),
    Receipt::Figure("6\u{a0}engineers"),
    Receipt::Figure("$1.13M a year"),
    Receipt::Figure("22%"),
    Receipt::Figure("60%"),
    Receipt::Figure("31\u{a0}December 2026"),
];

fn passes(text: &str) -> bool {
    check(text, &RECEIPTS).is_ok()
}

#[test]
fn the_statement_as_it_was_made_passes() {
    assert_eq!(check(TEXT, &RECEIPTS), Ok(()));
}

#[test]
fn every_kind_of_change_is_caught() {
    for (from, to) in [
        ("$555k a year", "$556k a year"),
        ("$555k", "€555k"),
        ("$555k", "-$555k"),
        ("$555k", "$555M"),
        ("$555k a year", "$555k a month"),
        ("$555k a year", "$555k"),
        ("$555k a year", "$555k a year each quarter"),
        ("6\u{a0}engineers", "six engineers"),
        ("6\u{a0}engineers", "16\u{a0}engineers"),
        ("6\u{a0}engineers", "6\u{a0}months"),
        ("6\u{a0}engineers", "6\u{a0}engineers a month"),
        ("22%", "22"),
        ("22%", "22 percentage points"),
        ("22%", "0.22%"),
        ("22%", "22%%"),
        ("22%", "22% per year"),
        ("22%", "twenty-two percent"),
        ("60%", "half"),
        ("31\u{a0}December 2026", "31\u{a0}December 2027"),
        ("31\u{a0}December 2026", "30\u{a0}December 2026"),
        ("Roadie S3", "Roadie S4"),
        ("We would", "Within three months we would"),
        ("We would", "We would certainly"),
        (
            "We would invest",
            "We would double what we invest, and invest",
        ),
        ("mark for", "mark, ½ of it, for"),
        (" and ", " and ② and "),
    ] {
        assert!(TEXT.contains(from));
        assert!(!passes(&TEXT.replacen(from, to, 1)), "{from} → {to}");
    }
}

/// The figures of the statement and what stands between them.
fn swapped(a: usize, b: usize) -> String {
    let shown = |at: usize| match RECEIPTS[at] {
        Receipt::Figure(text) | Receipt::Name(text) => text,
    };
    TEXT.replacen(shown(a), "\u{1}", 1)
        .replacen(shown(b), shown(a), 1)
        .replacen('\u{1}', shown(b), 1)
}

#[test]
fn any_two_that_change_places_are_caught() {
    for a in 0..RECEIPTS.len() {
        for b in (0..a).filter(|b| *b != a) {
            assert!(!passes(&swapped(a, b)), "{a} and {b}");
        }
    }
}

/// A change of a statement: a digit, a suffix, a period, a word for a number, or a new figure.
fn mutation() -> impl Strategy<Value = String> {
    let digits: Vec<usize> = TEXT
        .char_indices()
        .filter(|(_, c)| c.is_ascii_digit())
        .map(|(at, _)| at)
        .collect();
    let spaces: Vec<usize> = TEXT
        .char_indices()
        .filter(|(_, c)| *c == ' ')
        .map(|(at, _)| at)
        .collect();
    let digit =
        (proptest::sample::select(digits), 0u8..10).prop_filter_map("a change", |(at, new)| {
            let new = (b'0' + new) as char;
            (TEXT.as_bytes()[at] as char != new)
                .then(|| format!("{}{new}{}", &TEXT[..at], &TEXT[at + 1..]))
        });
    let added =
        (proptest::sample::select(spaces), 0usize..6, 2u32..5000).prop_map(|(at, kind, number)| {
            let words = ["seven", "a dozen", "twofold", "two-thirds"];
            let what = if kind < words.len() {
                words[kind].to_owned()
            } else {
                number.to_string()
            };
            format!("{} {what}{}", &TEXT[..at], &TEXT[at..])
        });
    let unit = (0usize..6, 0usize..6).prop_map(|(figure, to)| {
        let figure = [
            "$555k a year",
            "6\u{a0}engineers",
            "$1.13M a year",
            "22%",
            "60%",
            "31\u{a0}December 2026",
        ][figure];
        let bare = figure
            .trim_end_matches(" a year")
            .trim_end_matches("engineers")
            .trim_end_matches('%')
            .trim_end();
        let unit = [
            " a month",
            " a week",
            " customers",
            "bn a year",
            " an hour",
            " years",
        ][to];
        TEXT.replacen(figure, &format!("{bare}{unit}"), 1)
    });
    prop_oneof![digit, added, unit]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]
    #[test]
    fn no_mutation_passes(text in mutation()) {
        prop_assert!(!passes(&text), "{text}");
    }
}

#[test]
fn numbers_in_words_of_our_own() {
    assert_eq!(number_in("what counts is what it costs"), None);
    assert_eq!(number_in("a third of it"), Some("third".into()));
    assert_eq!(number_in("Three-year plan"), Some("three".into()));
    assert_eq!(number_in("at 5 % a year"), Some("5".into()));
    assert_eq!(number_in("a few % more"), Some("%".into()));
    assert_eq!(number_in("someone, anyone, none"), None);
}

#[test]
fn claims_need_evidence() {
    assert_eq!(claim_in("It is guaranteed."), Some("guaranteed".into()));
    assert_eq!(claim_in("what it sells to everyone else"), None);
}

#[test]
fn a_name_may_be_part_of_other_words() {
    let receipts = [Receipt::Name("Port"), Receipt::Figure("6\u{a0}engineers")];
    assert_eq!(
        check("Our Portal goes to Port, with 6\u{a0}engineers.", &receipts),
        Ok(())
    );
}

#[test]
fn a_name_opens_the_guard_for_itself_alone() {
    let receipts = [
        Receipt::Name("Guaranteed Hosting 24"),
        Receipt::Figure("6\u{a0}engineers"),
    ];
    let said = "Guaranteed Hosting 24 frees 6\u{a0}engineers.";
    assert_eq!(check(said, &receipts), Ok(()));
    for (changed, breach) in [
        (
            said.replace("frees", "is guaranteed to free"),
            Breach::Claim("guaranteed".into()),
        ),
        (
            said.replace("frees", "frees 24 times"),
            Breach::Figure("24".into()),
        ),
        (
            format!("{said} Guaranteed Hosting 24 does it for 24."),
            Breach::Figure("24".into()),
        ),
        (
            said.replace("Hosting 24", "Hosting 25"),
            Breach::Missing("Guaranteed Hosting 24".into()),
        ),
    ] {
        assert_eq!(check(&changed, &receipts), Err(breach), "{changed}");
    }
}
