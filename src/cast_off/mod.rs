//! The cast-off: how much room a document will take, reckoned before it is set.
//!
//! A layout is most of the work of a document, so the density that fits its pages, and whether any
//! does, is reckoned first. The reckoning follows the style files: the same sizes, the same spaces
//! between blocks, and lines counted by the mean width of a letter. It decides only which layout is
//! tried first: where it errs, a page is laid out again, or set a little closer than it had to be.

mod blocks;
mod column;
mod drawings;
mod lines;
mod tables;

use crate::house::Paper;
use crate::report::model::{Block, Meta, Report};
use crate::typeset::Density;
use column::Column;
use lines::{Measure, Sizes};

/// The margins above and below the text of a page, in points.
const MARGINS: f64 = 37.0 * MILLIMETRE;
/// The margins on both sides of it.
const SIDES: f64 = 38.0 * MILLIMETRE;
const MILLIMETRE: f64 = 72.0 / 25.4;
/// What a page must be reckoned over its paper, in points, to be sure of running over. The reckoning
/// is seldom further off: see the tests.
const DOUBT: f64 = 12.0;

/// The density at which a document is tried first: the most open at which each of its pages is
/// reckoned to fit, and close where none does.
#[must_use]
pub fn density(report: &Report, paper: Paper) -> Density {
    let fits = |density: &Density| {
        let (_, height) = size(paper);
        heights(report, paper, *density)
            .iter()
            .all(|reckoned| *reckoned <= height)
    };
    [Density::Roomy, Density::Comfortable]
        .into_iter()
        .find(fits)
        .unwrap_or(Density::Close)
}

/// Whether a page of a document is sure to run over at a density.
#[must_use]
pub fn is_overfull(report: &Report, paper: Paper, density: Density) -> bool {
    let (_, height) = size(paper);
    heights(report, paper, density)
        .iter()
        .any(|reckoned| *reckoned > height + DOUBT)
}

/// The height that each page of a document is reckoned to take with its margins, in points: what
/// stands between two page breaks, however much that is.
#[must_use]
pub fn heights(report: &Report, paper: Paper, density: Density) -> Vec<f64> {
    let (width, _) = size(paper);
    let measure = Measure {
        sizes: Sizes::of(density),
        width: width - SIDES,
    };
    let pages = report.blocks.split(|block| *block == Block::PageBreak);
    let pages = pages.enumerate().map(|(at, blocks)| {
        let mut page = Column::new(measure);
        if at == 0 {
            title(&report.meta, &mut page);
        }
        page.blocks(blocks);
        MARGINS + page.height()
    });
    pages.collect()
}

/// Width and height of a paper in points.
fn size(paper: Paper) -> (f64, f64) {
    match paper {
        Paper::A4 => (210.0 * MILLIMETRE, 297.0 * MILLIMETRE),
        Paper::UsLetter => (612.0, 792.0),
    }
}

/// The title of a document and the strip under it.
fn title(meta: &Meta, page: &mut Column) {
    const ACROSS: usize = 4;
    let measure = page.measure();
    let Sizes { body, air, .. } = measure.sizes;
    let size = 18.0 * measure.sizes.scale;
    let words = measure.text(&meta.title, size, lines::LEADING);
    page.add(words, 0.0, 11.0 * air);
    let across = meta.front.len().min(ACROSS);
    if across == 0 {
        return;
    }
    let cell = measure.of_width(measure.width / across as f64 - 14.0);
    let rows = meta.front.chunks(across).map(|row| {
        let values = row.iter().map(|pair| cell.prose(&pair.value, body));
        lines::line(measure.sizes.small) + 0.55 * body + values.fold(0.0, f64::max)
    });
    let rows: Vec<f64> = rows.collect();
    let between = 9.0 * (rows.len() - 1) as f64;
    page.add(
        rows.iter().sum::<f64>() + between + 13.0,
        10.0 * air,
        11.0 * air,
    );
}
