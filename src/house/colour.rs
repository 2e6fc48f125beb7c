//! Colours, and how far two of them differ for a reader.

use std::fmt;

use super::{House, Paper};
use crate::display::Conventions;

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// What pages are printed on.
pub(super) const WHITE: Colour = Colour([255; 3]);

/// The names of the colours of a style, in the order of its file.
pub(super) const NAMES: [&str; 17] = [
    "ink",
    "muted",
    "accent",
    "good",
    "doubt",
    "bad",
    "tint",
    "doubt-tint",
    "bad-tint",
    "quiet-tint",
    "hairline",
    "wash",
    "pale",
    "line-1",
    "line-2",
    "line-3",
    "line-4",
];

/// A style without anything, which the file compiled in is laid over.
pub(super) fn blank() -> House {
    House {
        paper: Paper::A4,
        conventions: Conventions::default(),
        colours: NAMES.map(|name| (name, WHITE)).to_vec(),
        text: None,
        titles: None,
        further: Vec::new(),
        logo: None,
    }
}

impl Colour {
    /// The colour written `#rrggbb`.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let all_hex = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !all_hex {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// The contrast ratio of two colours, from 1 for the same to 21 for black and white, as
    /// WCAG 2.2 defines it (W3C Recommendation, "contrast ratio").
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The relative luminance, from 0 for black to 1 for white (WCAG 2.2, "relative luminance").
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|value| {
            let share = f64::from(value) / 255.0;
            if share <= 0.040_45 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(out, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(one: &str, two: &str) -> f64 {
        let colour = |text| Colour::from_hex(text).expect("a colour");
        (colour(one).contrast(colour(two)) * 100.0).round() / 100.0
    }

    #[test]
    fn contrast_is_that_of_the_published_examples() {
        // Black on white, and the greys that WebAIM names as just passing: #767676 at 4.54 for text,
        // #949494 at 3.03 for graphics.
        assert_eq!(contrast("#000000", "#ffffff"), 21.0);
        assert_eq!(contrast("#777777", "#ffffff"), 4.48);
        assert_eq!(contrast("#767676", "#ffffff"), 4.54);
        assert_eq!(contrast("#949494", "#ffffff"), 3.03);
        assert_eq!(contrast("#123456", "#123456"), 1.0);
    }

    #[test]
    fn a_colour_is_written_in_one_way() {
        assert_eq!(
            Colour::from_hex("#1C2127")
                .map(|it| it.to_string())
                .as_deref(),
            Some("#1c2127")
        );
        for wrong in ["1c2127", "#1c212", "#1c21278", "#1c212g", "red", "#é1c21"] {
            assert_eq!(Colour::from_hex(wrong), None, "{wrong}");
        }
    }
}
