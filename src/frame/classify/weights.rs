//! What words say about an intent: the table that `tools/train-framing.py` writes.
//!
//! The table is read in place, so starting costs nothing. Layout, little-endian: `BBW1`, the
//! numbers of classes, features and words as `u32`, two scales as `f32`, an intercept a class as
//! `f32`; then the features and the words, each sorted by key: key `u32`, one byte (rarity), one
//! signed byte a class. Classes come in the order of [`Intent::ALL`].

use super::normalise::tokens;
use crate::decision::Intent;

/// Classes: the sixteen intents and none.
pub const CLASSES: usize = Intent::ALL.len();

/// The table, as it was trained.
pub static BUILT_IN: &[u8] = include_bytes!("../../../templates/rulebook/weights.bin");

/// Bytes before the intercepts.
const HEADER: usize = 24;
/// Bytes of one entry.
const ENTRY: usize = 5 + CLASSES;
/// What a feature's rarity byte is divided by.
const RARITY_STEP: f64 = 25.0;

/// The table, as it lies in the program.
#[derive(Clone, Copy)]
pub struct Weights {
    features: &'static [u8],
    words: &'static [u8],
    feature_scale: f64,
    word_scale: f64,
    intercepts: [f64; CLASSES],
}

impl Weights {
    /// The table that the program carries.
    ///
    /// # Panics
    /// Where the file the program was compiled with is not such a table; a test reads it.
    pub fn built_in() -> Weights {
        let long = |at: usize| u32::from_le_bytes(four(BUILT_IN, at)) as usize;
        let real = |at: usize| f64::from(f32::from_le_bytes(four(BUILT_IN, at)));
        assert_eq!(&BUILT_IN[..4], b"BBW1", "not a table of weights");
        assert_eq!(long(4), CLASSES, "a table for other intents");
        let start = HEADER + 4 * CLASSES;
        let (features, words) = BUILT_IN[start..].split_at(long(8) * ENTRY);
        assert_eq!(words.len(), long(12) * ENTRY, "a table that is cut off");
        Weights {
            features,
            words,
            feature_scale: real(16),
            word_scale: real(20),
            intercepts: std::array::from_fn(|class| real(HEADER + 4 * class)),
        }
    }

    /// The logits of a text that went through [`plain`](super::normalise::plain).
    pub fn logits(&self, plain: &str) -> [f64; CLASSES] {
        let tokens = tokens(plain);
        let mut total = self.intercepts;
        self.add_block(&mut word_keys(&tokens), &mut total);
        self.add_block(&mut letter_keys(&tokens), &mut total);
        self.add_words(&tokens, &mut total);
        total
    }

    /// Adds a block of n-grams, each by how often it stands and how rare it is, to unit length.
    fn add_block(&self, keys: &mut [u32], total: &mut [f64; CLASSES]) {
        keys.sort_unstable();
        let mut sum = [0.0; CLASSES];
        let mut square = 0.0;
        for same in keys.chunk_by(|a, b| a == b) {
            let Some(entry) = find(self.features, same[0]) else {
                continue;
            };
            let value = (1.0 + (same.len() as f64).ln()) * f64::from(entry[4]) / RARITY_STEP;
            square += value * value;
            add(&mut sum, entry, value);
        }
        if square > 0.0 {
            scale_into(total, &sum, self.feature_scale / square.sqrt());
        }
    }

    /// Adds the mean of what the single words stand for.
    fn add_words(&self, tokens: &[String], total: &mut [f64; CLASSES]) {
        let mut sum = [0.0; CLASSES];
        let mut weight = 0.0;
        for token in tokens {
            if let Some(entry) = find(self.words, hash(token.as_bytes())) {
                weight += f64::from(entry[4]) / 255.0;
                add(&mut sum, entry, 1.0);
            }
        }
        if weight > 0.0 {
            scale_into(total, &sum, self.word_scale / weight.sqrt());
        }
    }
}

fn four(bytes: &[u8], at: usize) -> [u8; 4] {
    [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]
}

fn add(sum: &mut [f64; CLASSES], entry: &[u8], value: f64) {
    for (slot, weight) in sum.iter_mut().zip(&entry[5..]) {
        *slot += value * f64::from(*weight as i8);
    }
}

fn scale_into(total: &mut [f64; CLASSES], sum: &[f64; CLASSES], scale: f64) {
    for (slot, value) in total.iter_mut().zip(sum) {
        *slot += value * scale;
    }
}

/// The entry of a key, by halving.
fn find(table: &'static [u8], key: u32) -> Option<&'static [u8]> {
    let (mut low, mut high) = (0, table.len() / ENTRY);
    while low < high {
        let middle = usize::midpoint(low, high);
        let entry = &table[middle * ENTRY..(middle + 1) * ENTRY];
        match u32::from_le_bytes(four(entry, 0)).cmp(&key) {
            std::cmp::Ordering::Equal => return Some(entry),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

/// Keys of runs of one to three words.
fn word_keys(tokens: &[String]) -> Vec<u32> {
    (1..=3)
        .flat_map(|n| tokens.windows(n))
        .map(|run| {
            let mut state = feed(START, b"w:");
            for (at, token) in run.iter().enumerate() {
                if at > 0 {
                    state = feed(state, b" ");
                }
                state = feed(state, token.as_bytes());
            }
            state
        })
        .collect()
}

/// Keys of runs of three to five characters within a word and the spaces around it. A word that is
/// shorter than a run stands once, whole.
fn letter_keys(tokens: &[String]) -> Vec<u32> {
    let mut keys = Vec::new();
    for token in tokens {
        let padded = format!(" {token} ");
        let bytes = padded.as_bytes();
        for n in 3..=5 {
            if bytes.len() < n {
                keys.push(feed(feed(START, b"c:"), bytes));
                break;
            }
            keys.extend(bytes.windows(n).map(|run| feed(feed(START, b"c:"), run)));
        }
    }
    keys
}

const START: u32 = 0x811c_9dc5;

/// FNV-1a, 32 bits.
fn feed(state: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(state, |state, byte| {
        (state ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

fn hash(bytes: &[u8]) -> u32 {
    feed(START, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        // Test vectors of the FNV reference (draft-eastlake-fnv, appendix C).
        assert_eq!(hash(b""), 0x811c_9dc5);
        assert_eq!(hash(b"a"), 0xe40c_292c);
        assert_eq!(hash(b"foobar"), 0xbf9c_f968);
    }

    #[test]
    fn the_table_is_whole_and_sorted() {
        let weights = Weights::built_in();
        for table in [weights.features, weights.words] {
            let keys: Vec<u32> = table
                .chunks(ENTRY)
                .map(|entry| u32::from_le_bytes(four(entry, 0)))
                .collect();
            assert!(keys.len() > 1_000 && keys.is_sorted());
        }
    }
}
