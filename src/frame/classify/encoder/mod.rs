//! What words say about an intent: a small encoder, as `tools/train-framing.py` trains it.
//!
//! The words of a sentence become vectors, with those of two words in a row (a word that is not in
//! the vocabulary from its runs of letters), go through layers of self-attention (Vaswani et al. 2017, *Attention is all you
//! need*, normalised before each step), and their mean and greatest values give the logits. It was
//! taught by a larger model: `templates/rulebook/README.md` tells how, and how well it does.
//!
//! Sums are taken in a fixed order and the exponential is the one of `libm`, so that a sentence has
//! the same logits on every machine.

mod dense;
mod table;
mod vocabulary;

use super::normalise::tokens;
use crate::decision::Intent;
use dense::Dense;
use table::Reader;
use vocabulary::Vocabulary;

/// Classes: the sixteen intents and none.
pub const CLASSES: usize = Intent::ALL.len();

/// The encoder, as it was trained.
pub static BUILT_IN: &[u8] = include_bytes!("../../../../templates/rulebook/encoder.bin");

/// What keeps the root of a variance away from nothing; the value that training used.
const LEAST_VARIANCE: f32 = 1e-5;

/// The encoder, ready for use.
pub struct Encoder {
    vocabulary: Vocabulary,
    /// What is added to the vector of a word for where it stands.
    positions: Vec<f32>,
    layers: Vec<Layer>,
    gain: Vec<f32>,
    shift: Vec<f32>,
    head: Dense,
    width: usize,
    heads: usize,
}

/// A step of attention and one of a hidden layer, each added to what came in.
struct Layer {
    /// Queries, keys and values side by side.
    asks: Dense,
    answers: Dense,
    hidden: Dense,
    back: Dense,
}

impl Encoder {
    /// The encoder that the program carries.
    ///
    /// # Panics
    /// Where the file the program was compiled with is not such a table; a test reads it.
    pub fn built_in() -> Encoder {
        let mut file = Reader::new(BUILT_IN);
        let shape = file.shape();
        assert_eq!(shape.classes, CLASSES, "an encoder for other intents");
        let (width, hidden) = (shape.width, shape.hidden);
        let vocabulary = Vocabulary::read(&mut file, width);
        let positions = file.reals(shape.longest * width);
        let layers = (0..shape.layers)
            .map(|_| Layer {
                asks: Dense::read(&mut file, width, 3 * width),
                answers: Dense::read(&mut file, width, width),
                hidden: Dense::read(&mut file, width, hidden),
                back: Dense::read(&mut file, hidden, width),
            })
            .collect();
        let encoder = Encoder {
            vocabulary,
            positions,
            layers,
            gain: file.reals(width),
            shift: file.reals(width),
            head: Dense::read(&mut file, 2 * width, CLASSES),
            width,
            heads: shape.heads,
        };
        assert!(file.is_at_end(), "an encoder with more than it says");
        encoder
    }

    /// The logits of a text that went through [`plain`](super::normalise::plain). Of a long text the
    /// words that fit are looked at, from the first.
    pub fn logits(&self, plain: &str) -> [f64; CLASSES] {
        let words = tokens(plain);
        let longest = self.positions.len() / self.width;
        let mut state = Vec::with_capacity(longest * self.width);
        let mut before = None;
        let mut known = 0;
        for word in words.iter().take(longest) {
            known += usize::from(self.vocabulary.push(before, word, &mut state));
            before = Some(word.as_str());
        }
        if 2 * known < state.len() / self.width || state.is_empty() {
            // Another language, or no words at all: what it means is not ours to guess. As in
            // training, a text without words is a question mark.
            state.clear();
            self.vocabulary.push(None, "?", &mut state);
        }
        add(&mut state, &self.positions);
        for layer in &self.layers {
            self.attend(layer, &mut state);
            let mut inner = layer.hidden.apply(&self.normalised(&state));
            for value in &mut inner {
                *value = value.max(0.0);
            }
            add(&mut state, &layer.back.apply(&inner));
        }
        let logits = self.head.apply(&self.pooled(&state));
        std::array::from_fn(|class| f64::from(logits[class]))
    }

    /// Each word takes from the others what its query finds in their keys.
    fn attend(&self, layer: &Layer, state: &mut [f32]) {
        let width = self.width;
        let asked = layer.asks.apply(&self.normalised(state));
        let count = state.len() / width;
        let each = width / self.heads;
        let scale = 1.0 / (each as f32).sqrt();
        let mut mixed = vec![0.0; state.len()];
        let mut chances = vec![0.0; count];
        let mut keys = vec![0.0; count * each];
        for from in (0..width).step_by(each) {
            // Keys by dimension, so that one step serves every word.
            for (word, row) in asked.chunks_exact(3 * width).enumerate() {
                for (at, key) in row[width + from..][..each].iter().enumerate() {
                    keys[at * count + word] = *key;
                }
            }
            for (word, row) in asked.chunks_exact(3 * width).enumerate() {
                chances.fill(0.0);
                for (query, keys) in row[from..][..each].iter().zip(keys.chunks_exact(count)) {
                    scaled_add(&mut chances, keys, query * scale);
                }
                softmax(&mut chances);
                let mix = &mut mixed[word * width + from..][..each];
                for (chance, row) in chances.iter().zip(asked.chunks_exact(3 * width)) {
                    scaled_add(mix, &row[2 * width + from..][..each], *chance);
                }
            }
        }
        add(state, &layer.answers.apply(&mixed));
    }

    /// The vectors of the words with a mean of nothing and a variance of one.
    fn normalised(&self, state: &[f32]) -> Vec<f32> {
        let mut out = state.to_vec();
        for word in out.chunks_exact_mut(self.width) {
            let share = 1.0 / self.width as f32;
            let mean = word.iter().sum::<f32>() * share;
            for value in word.iter_mut() {
                *value -= mean;
            }
            let variance = word.iter().map(|value| value * value).sum::<f32>() * share;
            let scale = 1.0 / (variance + LEAST_VARIANCE).sqrt();
            for value in word.iter_mut() {
                *value *= scale;
            }
        }
        out
    }

    /// The mean of the words and the greatest value of each dimension, side by side.
    fn pooled(&self, state: &[f32]) -> Vec<f32> {
        let mut mean = vec![0.0; self.width];
        let mut most = vec![f32::NEG_INFINITY; self.width];
        for word in self.normalised(state).chunks_exact(self.width) {
            for (at, value) in word.iter().enumerate() {
                let value = value * self.gain[at] + self.shift[at];
                mean[at] += value;
                most[at] = most[at].max(value);
            }
        }
        let share = self.width as f32 / state.len() as f32;
        for value in &mut mean {
            *value *= share;
        }
        mean.extend(most);
        mean
    }
}

fn add(sum: &mut [f32], other: &[f32]) {
    for (sum, value) in sum.iter_mut().zip(other) {
        *sum += value;
    }
}

fn scaled_add(sum: &mut [f32], other: &[f32], scale: f32) {
    for (sum, value) in sum.iter_mut().zip(other) {
        *sum += value * scale;
    }
}

fn softmax(values: &mut [f32]) {
    let most = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for value in values.iter_mut() {
        *value = libm::expf(*value - most);
        sum += *value;
    }
    for value in values.iter_mut() {
        *value /= sum;
    }
}

#[cfg(test)]
mod tests;
