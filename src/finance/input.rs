//! The inputs of the money model: every figure of a decision that bears on money, by its place.

use super::triangular::Triangular;
use crate::decision::Figure;

/// Where an input stands in the decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// Nowhere: the number one, which stands where a product has only one factor.
    One,
    /// A field of `money`.
    Money(&'static str),
    /// A field of `build`.
    Build(&'static str),
    /// A line of `build`, as a factor on all its amounts.
    BuildLine(usize),
    /// A field of an alternative.
    Alternative(usize, &'static str),
    /// A line of an alternative, as a factor on all its amounts.
    AlternativeLine(usize, usize),
    /// What an opportunity is worth a year.
    Opportunity(usize),
}

impl Place {
    /// The place as a JSON pointer into the decision; empty for the number one.
    pub fn pointer(self) -> String {
        match self {
            Place::One => String::new(),
            Place::Money(field) => format!("/money/{field}"),
            Place::Build(field) => format!("/build/{field}"),
            Place::BuildLine(line) => format!("/build/lines/{line}"),
            Place::Alternative(at, field) => format!("/alternatives/{at}/{field}"),
            Place::AlternativeLine(at, line) => format!("/alternatives/{at}/lines/{line}"),
            Place::Opportunity(at) => format!("/opportunities/{at}/annual_value"),
        }
    }

    /// Whether the input is a factor on amounts that are stated year by year.
    pub fn is_line(self) -> bool {
        matches!(self, Place::BuildLine(_) | Place::AlternativeLine(..))
    }
}

/// An input: its place, its likely value, and its range where it is an estimate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Input {
    /// Where it stands.
    pub place: Place,
    /// Its likely value.
    pub likely: f64,
    /// Its lowest and highest value, where its author gave them and they differ.
    pub range: Option<(f64, f64)>,
}

impl Input {
    /// The input that a figure is.
    pub fn of(place: Place, figure: &Figure) -> Input {
        Input {
            place,
            likely: figure.likely,
            range: figure.range.filter(|(low, high)| low < high),
        }
    }

    /// An input that is exactly known.
    pub fn exactly(place: Place, likely: f64) -> Input {
        Input {
            place,
            likely,
            range: None,
        }
    }

    /// The distribution of an estimate.
    pub fn distribution(&self) -> Option<Triangular> {
        self.range
            .map(|(low, high)| Triangular::new(low, self.likely, high))
    }
}

/// Which input, as an index into the model's inputs.
pub type InputId = usize;

/// The input that is always one.
pub const ONE: InputId = 0;
