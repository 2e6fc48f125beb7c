//! Which colour stands on which, and the contrast that each pair needs.
//!
//! Source: WCAG 2.2 (W3C Recommendation), success criteria 1.4.3 *Contrast (Minimum)*, 4.5:1 for text,
//! and 1.4.11 *Non-text Contrast*, 3:1 for graphics. Hairlines and the tints behind text carry no
//! meaning and need none; `wash` is always outlined.

use super::House;
use super::colour::{Colour, WHITE};

/// What text needs.
const TEXT: f64 = 4.5;
/// What drawings need.
const GRAPHICS: f64 = 3.0;

/// A pair of colours that stand on each other: what stands, on what, and the ratio it needs.
/// `paper` is the white of the page.
const PAIRS: &[(&str, &str, f64)] = &[
    ("ink", "paper", TEXT),
    ("ink", "tint", TEXT),
    ("ink", "doubt-tint", TEXT),
    ("ink", "bad-tint", TEXT),
    ("ink", "quiet-tint", TEXT),
    ("muted", "paper", TEXT),
    ("muted", "tint", TEXT),
    ("muted", "quiet-tint", TEXT),
    ("accent", "paper", TEXT),
    ("accent", "tint", TEXT),
    ("good", "paper", TEXT),
    ("doubt", "paper", TEXT),
    ("doubt", "doubt-tint", TEXT),
    ("bad", "paper", TEXT),
    ("bad", "bad-tint", TEXT),
    ("pale", "paper", GRAPHICS),
    ("accent", "wash", GRAPHICS),
    ("line-1", "paper", GRAPHICS),
    ("line-2", "paper", GRAPHICS),
    ("line-3", "paper", GRAPHICS),
    ("line-4", "paper", GRAPHICS),
];

/// A pair that a reader cannot tell apart well enough.
#[derive(Debug, PartialEq)]
pub(super) struct Weak {
    /// What stands on the other, by its name in the file.
    pub colour: &'static str,
    /// What it stands on; `paper` is white and no colour of the file.
    pub ground: &'static str,
    /// The ratio found.
    pub found: f64,
    /// The ratio needed.
    pub needed: f64,
}

/// Every pair of a style that needs more contrast than it has.
pub(super) fn weak_pairs(house: &House) -> Vec<Weak> {
    let colour = |name: &str| -> Colour {
        let found = house.colours.iter().find(|(known, _)| *known == name);
        found.map_or(WHITE, |(_, colour)| *colour)
    };
    PAIRS
        .iter()
        .map(|&(name, ground, needed)| Weak {
            colour: name,
            ground,
            found: colour(name).contrast(colour(ground)),
            needed,
        })
        .filter(|weak| weak.found < weak.needed)
        .collect()
}

/// A ratio as it is told: rounded down, so that what fails never reads as passing.
pub(super) fn shown(ratio: f64) -> String {
    format!("{:.2}:1", (ratio * 100.0).floor() / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_style_passes() {
        assert_eq!(weak_pairs(&House::built_in()), []);
    }

    #[test]
    fn every_name_is_a_colour_of_the_style() {
        let known = super::super::colour::NAMES;
        for (name, ground, _) in PAIRS {
            assert!(known.contains(name), "{name}");
            assert!(*ground == "paper" || known.contains(ground), "{ground}");
        }
    }

    #[test]
    fn what_fails_never_reads_as_passing() {
        assert_eq!(shown(4.499), "4.49:1");
        assert_eq!(shown(4.5), "4.50:1");
    }
}
