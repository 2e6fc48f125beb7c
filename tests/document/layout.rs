//! What stands where: nothing leaves the page or covers something else, and a brief keeps to its two
//! pages as long as its words allow.
//!
//! These tests read where words stand with a program that most systems have and some do not; where it
//! is missing they say nothing.

use std::path::Path;
use std::process::Command;

use boardbrief::house::House;
use boardbrief::render::Templates;
use boardbrief::report::model::{Block, Report};
use boardbrief::typeset::{Density, Fit, Typesetter, with_stack};

use super::{overlong, pdf, sample, typst_main};

/// A word and the box it takes, in points from the upper left corner of its page.
#[derive(Debug)]
#[expect(dead_code, reason = "the text is read by whoever reads a failure")]
struct Word {
    page: usize,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    text: String,
}

fn words(pdf: &[u8], name: &str) -> Vec<Word> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, pdf).expect("a file can be written");
    let output = Command::new("pdftotext")
        .args(["-bbox"])
        .arg(&path)
        .arg("-")
        .output();
    let Ok(output) = output else {
        return Vec::new();
    };
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut page = 0;
    let mut words = Vec::new();
    for line in text.lines().map(str::trim) {
        page += usize::from(line.starts_with("<page "));
        let Some(rest) = line.strip_prefix("<word ") else {
            continue;
        };
        let value = |key: &str| -> f64 {
            let (_, after) = rest.split_once(&format!("{key}=\"")).expect("a place");
            after
                .split('"')
                .next()
                .and_then(|number| number.parse().ok())
                .expect("a number")
        };
        let text = rest.split(['>', '<']).nth(1).unwrap_or_default().to_owned();
        let (left, top, right, bottom) =
            (value("xMin"), value("yMin"), value("xMax"), value("yMax"));
        words.push(Word {
            page,
            left,
            top,
            right,
            bottom,
            text,
        });
    }
    words
}

fn both() -> [(&'static str, Report); 2] {
    let overlong = overlong::report();
    assert_eq!(overlong.faults(), Vec::<String>::new());
    [("sample.pdf", sample::report()), ("overlong.pdf", overlong)]
}

/// Holds every word of a PDF on A4 within its margins.
pub fn stays_on_the_page(pdf: &[u8], name: &str) {
    // 19 mm on either side and 7.5 mm above and below, less what a pen overshoots.
    let (left, right) = (19.0 / 25.4 * 72.0 - 2.0, (210.0 - 19.0) / 25.4 * 72.0 + 2.0);
    let (top, bottom) = (7.5 / 25.4 * 72.0, (297.0 - 7.5) / 25.4 * 72.0);
    for word in words(pdf, name) {
        let inside =
            word.left >= left && word.right <= right && word.top >= top && word.bottom <= bottom;
        assert!(inside, "{name}: {word:?}");
    }
}

/// Holds the words of a PDF apart.
pub fn covers_nothing(pdf: &[u8], name: &str) {
    let words = words(pdf, name);
    for (at, one) in words.iter().enumerate() {
        let after = words[at + 1..].iter();
        for other in after.filter(|other| other.page == one.page) {
            let width = one.right.min(other.right) - one.left.max(other.left);
            let height = one.bottom.min(other.bottom) - one.top.max(other.top);
            // The boxes of words reach above their letters; half a line apart is apart.
            let line = (one.bottom - one.top).min(other.bottom - other.top);
            assert!(
                width < 1.0 || height < line * 0.5,
                "{name}: {one:?} covers {other:?}"
            );
        }
    }
}

#[test]
fn nothing_leaves_the_page() {
    for (name, report) in both() {
        let pdf = pdf(&report, b"{}");
        let count = words(&pdf, name).len();
        assert!(count == 0 || count > 300, "{count}");
        stays_on_the_page(&pdf, name);
    }
}

#[test]
fn no_word_covers_another() {
    for (name, report) in both() {
        covers_nothing(&pdf(&report, b"{}"), name);
    }
}

/// The pages of a report that is set at one density first and may be set closer to fit two.
pub fn pages(report: &Report, first: Density, closest: Density) -> usize {
    let main = typst_main(report, None);
    let typesetter = Typesetter::new(&Templates::default(), &House::built_in());
    let fit = Fit {
        pages: 2,
        first,
        closest,
    };
    let pages = with_stack(|| {
        typesetter
            .lay_out(main, None, Some(fit))
            .map(|laid_out| laid_out.pages())
    });
    pages
        .expect("there is a thread")
        .expect("a report typesets")
}

#[test]
fn a_brief_keeps_to_its_pages_while_it_can() {
    let pages = |report: &Report, closest| pages(report, Density::Comfortable, closest);
    let with = |paragraphs: usize| {
        let mut report = sample::report();
        let text = "One more sentence that the author would not leave out, and one to go with it.";
        for _ in 0..paragraphs {
            report.blocks.insert(3, Block::paragraph(text));
        }
        report
    };
    assert_eq!(pages(&with(8), Density::Comfortable), 2);
    assert_eq!(pages(&with(13), Density::Comfortable), 3);
    assert_eq!(pages(&with(13), Density::Close), 2);
    assert_eq!(pages(&with(17), Density::Close), 3);
    assert_eq!(pages(&with(17), Density::Closest), 2);
    assert!(pages(&with(60), Density::Closest) > 2);
}
