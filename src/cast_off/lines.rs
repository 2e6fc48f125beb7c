//! Lines of text: how many there are in a width, and how high they stand.

use crate::report::model::Prose;
use crate::typeset::Density;

/// Space between lines of running text, of tables, and of notes, in em, as `style.typ` has it.
pub const LEADING: f64 = 0.58;
pub const TABLE_LEADING: f64 = 0.5;
pub const NOTE_LEADING: f64 = 0.45;
/// Height of a line without that space, in em: that of a capital of Boardbrief Sans.
const CAPITAL: f64 = 0.66;
/// Mean width of a letter of English text in Boardbrief Sans, in em, by its advance widths and the
/// frequencies of letters and spaces.
const LETTER: f64 = 0.4234;
/// Letters that a line is short of its width: half a word is carried over.
const CARRIED: f64 = 2.0;

/// The sizes of a density, in points. `templates/typst/house.typ` sets them.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// What sizes of type are multiplied by.
    pub scale: f64,
    /// Running text.
    pub body: f64,
    /// Tables.
    pub table: f64,
    /// Notes and labels.
    pub small: f64,
    /// The unit of space between blocks.
    pub air: f64,
}

impl Sizes {
    /// The sizes of a density.
    pub fn of(density: Density) -> Sizes {
        let (scale, air) = match density {
            Density::Roomy => (1.07, 1.15),
            Density::Comfortable => (1.0, 0.92),
            Density::Close => (0.96, 0.76),
            Density::Closest => (0.92, 0.6),
        };
        Sizes {
            scale,
            body: 9.5 * scale,
            table: 8.9 * scale,
            small: 7.7 * scale,
            air,
        }
    }

    /// Space between paragraphs.
    pub fn between(self) -> f64 {
        0.85 * self.body
    }
}

/// A width in points that text is broken into lines for.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// The sizes in it.
    pub sizes: Sizes,
    /// The width.
    pub width: f64,
}

impl Measure {
    /// The same sizes in another width.
    pub fn of_width(self, width: f64) -> Measure {
        Measure { width, ..self }
    }

    /// The height of running text.
    pub fn prose(self, prose: &Prose, size: f64) -> f64 {
        self.text(&prose.plain_text(), size, LEADING)
    }

    /// The height of text of a size with space between its lines, in em of it.
    pub fn text(self, text: &str, size: f64, leading: f64) -> f64 {
        let count = text.lines().map(|line| self.count(letters(line), size));
        height(count.sum(), size, leading)
    }

    /// The lines that a number of letters takes.
    pub fn count(self, letters: usize, size: f64) -> usize {
        let room = (self.width / (LETTER * size) - CARRIED).max(4.0);
        ((letters as f64 / room).ceil() as usize).max(1)
    }
}

/// The letters of a text.
pub fn letters(text: &str) -> usize {
    text.chars().count()
}

/// The width of a number of letters that stand on one line.
pub fn width(letters: usize, size: f64) -> f64 {
    letters as f64 * LETTER * size
}

/// The height of one line.
pub fn line(size: f64) -> f64 {
    CAPITAL * size
}

/// The height of some lines.
pub fn height(count: usize, size: f64, leading: f64) -> f64 {
    match count {
        0 => 0.0,
        _ => count as f64 * line(size) + (count - 1) as f64 * leading * size,
    }
}
