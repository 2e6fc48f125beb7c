//! Hostile input: texts, numbers, structures and sizes that have broken programs before. Each is
//! printed readably or refused with its rule and place, without a panic and within seconds.

use super::full::{self, places};
use super::texts::texts;
use super::{KINDS, Outcome, RENDERER, is_told, outcome, report};
use crate::support::{Folder, boardbrief};
use boardbrief::decision::{Source, unprintable};
use boardbrief::report::model::DocumentKind;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// The longest that one input may take, from text to the Markdown of a document. The limit is
/// for a whole render by an optimised program; an unoptimised one without the typesetting is slower
/// at the one and spared the other.
const LONGEST: Duration = Duration::from_secs(10);

/// An input: what it is called, and the text of the file.
struct Case {
    name: String,
    source: Source,
}

fn case(name: impl Into<String>, ending: &str, text: String) -> Case {
    Case {
        name: name.into(),
        source: Source::new(format!("case.{ending}"), text),
    }
}

/// Places that a text may stand in: a name, a sentence, Markdown, words to be framed.
const TEXT_PLACES: [&str; 5] = [
    "/title",
    "/alternatives/0/name",
    "/maintenance/plan",
    "/notes",
    "/arguments/0/text",
];

fn text_cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, text) in texts() {
        for place in TEXT_PLACES {
            let mut whole = full::decision("Text");
            *whole.pointer_mut(place).expect("the place") = json!(text);
            cases.push(case(
                format!("{name} at {place}"),
                "json",
                whole.to_string(),
            ));
        }
    }
    cases
}

/// JSON pointers of every list in the format, each with `0` for the entries on the way.
fn lists() -> Vec<String> {
    let mut found = Vec::new();
    places(&full::decision("Text"), "", &mut |place, value| {
        if value.is_array() {
            found.push(place.to_string());
        }
    });
    found
}

/// Every list of the format with far too many entries.
fn floods() -> Vec<Case> {
    lists()
        .into_iter()
        .map(|place| {
            let mut whole = full::decision("Text");
            let list = whole.pointer_mut(&place).expect("the list");
            *list = Value::Array(vec![
                list[0].clone();
                100_000 / (1 + list[0].to_string().len() / 60)
            ]);
            case(format!("a flood at {place}"), "json", whole.to_string())
        })
        .collect()
}

/// Every kind of value in every place of the format, one kind a case.
fn misplaced() -> Vec<Case> {
    let values = [
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(1e15),
        json!(0.1),
        json!(""),
        json!("text"),
        json!([]),
        json!([[]]),
        json!({}),
        json!({ "likely": 1 }),
    ];
    let full = full::decision("Text");
    let mut cases = Vec::new();
    for (name, _) in full.as_object().expect("fields") {
        for value in &values {
            let mut whole = full.clone();
            whole[name] = value.clone();
            cases.push(case(
                format!("{value} as {name}"),
                "json",
                whole.to_string(),
            ));
        }
    }
    cases
}

/// Whole files.
fn files() -> Vec<Case> {
    let head = r#""id":"x","title":"X","as_of":"2026-02-01","currency":"USD""#;
    let json = |name: &str, rest: String| case(name, "json", format!("{{{head},{rest}}}"));
    let yaml = |name: &str, rest: String| {
        let text = format!("id: x\ntitle: X\nas_of: 2026-02-01\ncurrency: USD\n{rest}");
        case(name, "yaml", text)
    };
    let money = |number: &str| {
        json(
            &format!("money of {number}"),
            format!("\"ask\":{{\"money\":{number}}}"),
        )
    };
    let nested = |open: &str, close: &str, times: usize| open.repeat(times) + &close.repeat(times);
    let mut cases = vec![
        case("an empty file", "json", String::new()),
        case("an empty file", "yaml", String::new()),
        case("only a byte order mark", "json", "\u{feff}".into()),
        case("only null", "json", "null".into()),
        case("only a number", "yaml", "1".into()),
        case("only a list", "json", "[]".into()),
        case("only an object", "json", "{}".into()),
        case("two values", "json", "{} {}".into()),
        case("cut short", "json", format!("{{{head},\"notes\":\"")),
        case(
            "cut within an escape",
            "json",
            format!("{{{head},\"notes\":\"\\u00"),
        ),
        json("a lone high surrogate", r#""notes":"\ud800""#.into()),
        json("a lone low surrogate", r#""notes":"\udc00x""#.into()),
        json(
            "surrogates turned round",
            r#""notes":"\udc00\ud800""#.into(),
        ),
        json("an escaped override", r#""notes":"\u202e""#.into()),
        json("an escaped nul", r#""notes":"\u0000""#.into()),
        json("a key of 1 MB", format!("\"{}\":1", "k".repeat(1 << 20))),
        json("a key with a pointer in it", r#""a/b~c":1"#.into()),
        json("a hidden key", "\"not\u{200b}es\":\"x\"".into()),
        json(
            "50,000 unknown keys",
            (0..50_000)
                .map(|n| format!("\"k{n}\":1"))
                .collect::<Vec<_>>()
                .join(","),
        ),
        json(
            "20,000 keys of one name",
            vec!["\"notes\":\"x\""; 20_000].join(","),
        ),
        json(
            "deep lists",
            format!("\"notes\":{}", nested("[", "]", 100_000)),
        ),
        json(
            "deep objects",
            format!(
                "\"notes\":{}1{}",
                "{\"a\":".repeat(50_000),
                "}".repeat(50_000)
            ),
        ),
        json(
            "deep, and never closed",
            format!("\"notes\":{}", "[".repeat(500_000)),
        ),
        yaml(
            "deep flow lists",
            format!("notes: {}\n", nested("[", "]", 20_000)),
        ),
        yaml(
            "deep block lists",
            format!("notes: {}x\n", "- ".repeat(20_000)),
        ),
        yaml(
            "deep block maps",
            (0..2_000)
                .map(|n| format!("{}a:\n", " ".repeat(n)))
                .collect(),
        ),
        yaml("aliases within each other", "notes: &a [*a]\n".into()),
        yaml("an alias to nothing", "notes: *a\n".into()),
        yaml(
            "a tag that makes an object",
            "notes: !!python/object/apply:os.system [ls]\n".into(),
        ),
        yaml("a merge key", "build: &b {}\nask:\n  <<: *b\n".into()),
        yaml("a complex key", "? [a, b]\n: c\n".into()),
        yaml("two documents", "---\nid: y\n".into()),
        yaml("a directive", "%YAML 9.9\n---\n".into()),
        yaml("tabs", "ask:\n\tmoney: 1\n".into()),
        yaml(
            "a block scalar of 1 MB",
            format!("notes: |\n  {}\n", "x".repeat(1 << 20)),
        ),
        yaml(
            "octal and sexagesimal",
            "ask: { money: 0o17, people: 1:30 }\n".into(),
        ),
        yaml(
            "words that look like values",
            "organisation: { name: no }\nsituation: { summary: 1e3 }\n".into(),
        ),
    ];
    for number in [
        "1e308",
        "1e309",
        "-1e309",
        "1e-400",
        "-0",
        "-0.0",
        "0.1e-320",
        "9007199254740993",
        "123456789012345678901234567890",
        "1e15",
        "1.0000000000000001e15",
        "00",
        "01",
        "+1",
        ".5",
        "5.",
        "0x10",
        "1_000",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e",
        "1e+",
        "--1",
        "\"1\"",
    ] {
        cases.push(money(number));
    }
    cases.push(money(&"9".repeat(1 << 20)));
    cases.push(money(&format!("0.{}1", "0".repeat(1 << 20))));
    cases
}

fn cases() -> Vec<Case> {
    [text_cases(), floods(), misplaced(), files()]
        .into_iter()
        .flatten()
        .collect()
}

#[test]
fn the_decision_with_every_field_is_legal() {
    let source = Source::new("full.json", full::decision("Text").to_string());
    match outcome(&source) {
        Outcome::Read(_) => {}
        Outcome::Refused(faults) => panic!("{faults:#?}"),
    }
    // Every place of the schema is in it: forgotten fields would go untried.
    let mut count = 0;
    places(&full::decision("Text"), "", &mut |_, _| count += 1);
    assert!(count > 250, "{count} places");
}

#[test]
fn every_hostile_input_is_printed_or_refused_with_its_place() {
    let cases = cases();
    assert!(cases.len() >= 300, "{} cases", cases.len());
    let (mut printed, mut slowest) = (0, (Duration::ZERO, String::new()));
    let mut failed = Vec::new();
    for (at, Case { name, source }) in cases.iter().enumerate() {
        let start = Instant::now();
        match std::panic::catch_unwind(|| judged(name, source, KINDS[at % 3])) {
            Ok(was_printed) => printed += usize::from(was_printed),
            Err(_) => failed.push(name),
        }
        let taken = start.elapsed();
        if taken > LONGEST {
            failed.push(name);
        }
        if taken > slowest.0 {
            slowest = (taken, name.clone());
        }
    }
    println!(
        "{} inputs, {printed} printed; slowest {slowest:?}",
        cases.len()
    );
    assert!(
        failed.is_empty(),
        "{} of {}: {failed:#?}",
        failed.len(),
        cases.len()
    );
    assert!(printed > 50, "only {printed} were printed");
}

/// Holds what must hold of one input; whether it was printed.
fn judged(name: &str, source: &Source, kind: DocumentKind) -> bool {
    let read = match outcome(source) {
        Outcome::Refused(faults) => {
            is_told(name, &faults, source);
            return false;
        }
        Outcome::Read(read) => read,
    };
    let report = report(source, &read, kind);
    assert_eq!(report.faults(), Vec::<String>::new(), "{name}: {kind:?}");
    let text = RENDERER.markdown(&report).expect("a template");
    let hidden = text.chars().find(|c| unprintable(*c));
    assert_eq!(hidden, None, "{name}: {kind:?}");
    RENDERER.typst(&report, None).expect("a template");
    true
}

/// The longest that a render of one input may take. The bound is one of an optimised program, on a
/// machine that has its processor to itself; a build for tests gets thrice that.
const LONGEST_RENDER: u64 = if cfg!(debug_assertions) { 30 } else { 10 };

/// Renders through the program, in both formats, within one gibibyte of address space and the time
/// given; tells how many were printed, and which took longest.
fn render_bounded(cases: &[Case], folder: &Folder) {
    let (mut printed, mut slowest) = (0, (Duration::ZERO, ""));
    let mut failed = Vec::new();
    for Case { name, source } in cases {
        let (_, ending) = source.name().rsplit_once('.').expect("an ending");
        let path = folder.path().join(format!("case.{ending}"));
        std::fs::write(&path, source.text()).expect("the case is written");
        let out = folder.path().join("out");
        let bounds = format!("ulimit -v 1048576; exec timeout {LONGEST_RENDER} \"$@\"");
        let start = Instant::now();
        let told = std::process::Command::new("sh")
            .args([
                "-c",
                &bounds,
                "sh",
                env!("CARGO_BIN_EXE_boardbrief"),
                "render",
            ])
            .args([path.as_os_str(), "--out".as_ref(), out.as_os_str()])
            .output()
            .expect("the program runs");
        let taken = start.elapsed();
        if taken > slowest.0 {
            slowest = (taken, name);
        }
        match told.status.code() {
            Some(0) => printed += 1,
            Some(1) if told.stdout.is_empty() && !told.stderr.is_empty() => {}
            status => failed.push(format!(
                "{name}: {status:?} after {taken:.1?}\n{}",
                String::from_utf8_lossy(&told.stderr[..told.stderr.len().min(2_000)])
            )),
        }
    }
    println!(
        "{} inputs, {printed} printed; slowest {slowest:?}",
        cases.len()
    );
    assert!(failed.is_empty(), "{} failed: {failed:#?}", failed.len());
}

#[test]
fn a_spread_of_hostile_inputs_renders_within_bounds() {
    let cases = cases();
    let step = cases.len() / 24;
    let spread: Vec<Case> = cases.into_iter().step_by(step).collect();
    render_bounded(&spread, &Folder::new("hostile-spread"));
    // The program does what the library did.
    assert_eq!(
        boardbrief(&["check", "tests/check/empty.json"])
            .status
            .code(),
        Some(1)
    );
}

#[test]
#[cfg_attr(
    debug_assertions,
    ignore = "renders every input to PDF: half a minute optimised, and many otherwise; CONTRIBUTING has the command"
)]
fn every_hostile_input_renders_within_bounds() {
    render_bounded(&cases(), &Folder::new("hostile-all"));
}
