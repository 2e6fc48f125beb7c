//! The file of the encoder: little-endian, read in order.
//!
//! `BBE1`; as `u32` the classes, width, heads, layers, hidden width and most words. Then the
//! vocabulary (see [`super::vocabulary`]), the positions, the layers, gain and shift of the last
//! normalisation, and the head; a dense layer as [`super::dense`] says. Reals are `f32`.

/// The sizes of an encoder.
pub struct Shape {
    pub classes: usize,
    pub width: usize,
    pub heads: usize,
    pub layers: usize,
    pub hidden: usize,
    /// Words that are looked at.
    pub longest: usize,
}

/// Reads such a file from front to back.
///
/// # Panics
/// Each function where the file is shorter than it says; the file is part of the program.
pub struct Reader {
    rest: &'static [u8],
}

impl Reader {
    pub fn new(file: &'static [u8]) -> Reader {
        Reader { rest: file }
    }

    pub fn shape(&mut self) -> Shape {
        assert_eq!(self.bytes(4), b"BBE1", "not an encoder");
        let [classes, width, heads, layers, hidden, longest] =
            std::array::from_fn(|_| self.count());
        Shape {
            classes,
            width,
            heads,
            layers,
            hidden,
            longest,
        }
    }

    pub fn count(&mut self) -> usize {
        u32::from_le_bytes(*self.four()) as usize
    }

    fn four(&mut self) -> &'static [u8; 4] {
        let (four, rest) = self
            .rest
            .split_first_chunk()
            .expect("the encoder ends early");
        self.rest = rest;
        four
    }

    pub fn bytes(&mut self, count: usize) -> &'static [u8] {
        let (bytes, rest) = self
            .rest
            .split_at_checked(count)
            .expect("the encoder ends early");
        self.rest = rest;
        bytes
    }

    pub fn reals(&mut self, count: usize) -> Vec<f32> {
        (0..count)
            .map(|_| f32::from_le_bytes(*self.four()))
            .collect()
    }

    pub fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }
}
