//! A column of blocks, one under the other; of the spaces that two of them ask for between them, the
//! larger one counts.

use super::lines::Measure;

/// What a column holds so far.
#[derive(Debug)]
pub struct Column {
    measure: Measure,
    height: f64,
    /// The space that the last block asks for below it.
    below: Option<f64>,
}

impl Column {
    /// An empty column.
    pub fn new(measure: Measure) -> Column {
        Column {
            measure,
            height: 0.0,
            below: None,
        }
    }

    /// Its width and sizes.
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// Its height in points.
    pub fn height(&self) -> f64 {
        self.height
    }

    /// Puts a block under the others, with the space it asks for above and below it.
    pub fn add(&mut self, height: f64, above: f64, below: f64) {
        if height <= 0.0 {
            return;
        }
        if let Some(space) = self.below {
            self.height += space.max(above);
        }
        self.height += height;
        self.below = Some(below);
    }
}
