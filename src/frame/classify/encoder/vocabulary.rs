//! The vectors of words, and of two words in a row.
//!
//! In the file three tables: words, pairs, runs of letters. A table is the number of its rows as
//! `u32`; for words and pairs their keys as `u32`, sorted; a scale for each row as `f32`; then the
//! rows, a signed byte for each dimension. A word that has no row is the mean of its runs of three
//! and four letters (Bojanowski et al. 2017, *Enriching word vectors with subword information*).

use super::table::Reader;

/// Runs of letters of one word that are looked at: a longer word says no more.
const MOST_RUNS: usize = 24;

pub struct Vocabulary {
    words: Keyed,
    pairs: Keyed,
    runs: Rows,
}

impl Vocabulary {
    pub fn read(file: &mut Reader, width: usize) -> Vocabulary {
        Vocabulary {
            words: Keyed::read(file, width),
            pairs: Keyed::read(file, width),
            runs: {
                let count = file.count();
                Rows::read(file, count, width)
            },
        }
    }

    /// Adds the vector of a word to the end of a list, and says whether the word has one of its own;
    /// `before` is the word before it.
    pub fn push(&self, before: Option<&str>, word: &str, to: &mut Vec<f32>) -> bool {
        let from = to.len();
        to.resize(from + self.runs.width, 0.0);
        let vector = &mut to[from..];
        if let Some(row) = self.words.find(hash(word.as_bytes())) {
            self.words.rows.add(row, 1.0, vector);
            let pair = before.and_then(|before| {
                self.pairs.find(feed(
                    feed(feed(START, before.as_bytes()), b" "),
                    word.as_bytes(),
                ))
            });
            if let Some(row) = pair {
                self.pairs.rows.add(row, 1.0, vector);
            }
            return true;
        }
        let marked = format!("<{word}>");
        let runs = [3, 4].into_iter().flat_map(|n| runs(marked.as_bytes(), n));
        let rows: Vec<usize> = runs
            .take(MOST_RUNS)
            .map(|run| hash(run) as usize % self.runs.count())
            .collect();
        for row in &rows {
            self.runs.add(*row, 1.0 / rows.len() as f32, vector);
        }
        false
    }
}

/// Rows of signed bytes, read where they lie: of thousands an argument needs a few.
struct Rows {
    scales: &'static [u8],
    bytes: &'static [u8],
    width: usize,
}

impl Rows {
    fn read(file: &mut Reader, count: usize, width: usize) -> Rows {
        Rows {
            scales: file.bytes(4 * count),
            bytes: file.bytes(count * width),
            width,
        }
    }

    fn count(&self) -> usize {
        self.scales.len() / 4
    }

    fn add(&self, row: usize, share: f32, vector: &mut [f32]) {
        let scale = f32::from_le_bytes(four(self.scales, row)) * share;
        let bytes = &self.bytes[row * self.width..][..self.width];
        for (sum, byte) in vector.iter_mut().zip(bytes) {
            *sum += f32::from(*byte as i8) * scale;
        }
    }
}

/// Rows that are found by a key.
struct Keyed {
    keys: &'static [u8],
    rows: Rows,
}

impl Keyed {
    fn read(file: &mut Reader, width: usize) -> Keyed {
        let count = file.count();
        Keyed {
            keys: file.bytes(4 * count),
            rows: Rows::read(file, count, width),
        }
    }

    /// The row of a key, by halving.
    fn find(&self, key: u32) -> Option<usize> {
        let (mut low, mut high) = (0, self.rows.count());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.key(middle).cmp(&key) {
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    fn key(&self, at: usize) -> u32 {
        u32::from_le_bytes(four(self.keys, at))
    }
}

/// The bytes of a number in a row of such.
fn four(numbers: &[u8], at: usize) -> [u8; 4] {
    let bytes = &numbers[4 * at..][..4];
    [bytes[0], bytes[1], bytes[2], bytes[3]]
}

/// The runs of `n` bytes; a word that is shorter stands once, whole.
fn runs(word: &[u8], n: usize) -> impl Iterator<Item = &[u8]> {
    word.windows(n.min(word.len()))
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
    use crate::frame::classify::encoder::BUILT_IN;

    #[test]
    fn the_hash_is_fnv_1a() {
        // Test vectors of the FNV reference (draft-eastlake-fnv, appendix C).
        assert_eq!(hash(b""), 0x811c_9dc5);
        assert_eq!(hash(b"a"), 0xe40c_292c);
        assert_eq!(hash(b"foobar"), 0xbf9c_f968);
    }

    fn vector(vocabulary: &Vocabulary, before: Option<&str>, word: &str) -> Vec<f32> {
        let mut vector = Vec::new();
        vocabulary.push(before, word, &mut vector);
        vector
    }

    #[test]
    fn a_word_has_a_row_a_pair_adds_one_and_another_word_is_made_of_its_runs() {
        let mut file = Reader::new(BUILT_IN);
        let width = file.shape().width;
        let vocabulary = Vocabulary::read(&mut file, width);
        for table in [&vocabulary.words, &vocabulary.pairs] {
            let keys: Vec<u32> = (0..table.rows.count()).map(|at| table.key(at)).collect();
            assert!(keys.len() > 10_000 && keys.is_sorted_by(|a, b| a < b));
        }
        let known = vector(&vocabulary, None, "source");
        assert_eq!(known.len(), width);
        assert_ne!(vector(&vocabulary, Some("open"), "source"), known);
        assert_eq!(vector(&vocabulary, Some("qzxvj"), "source"), known);
        assert_eq!(vocabulary.words.find(hash(b"qzxvj")), None);
        let made = vector(&vocabulary, None, "qzxvj");
        assert!(made.len() == width && made.iter().any(|value| *value != 0.0));
    }

    #[test]
    fn runs_of_letters_are_those_of_the_marked_word() {
        let all: Vec<&[u8]> = [3, 4].into_iter().flat_map(|n| runs(b"<db>", n)).collect();
        assert_eq!(all, [&b"<db"[..], b"db>", b"<db>"]);
        assert_eq!(runs(b"<a>", 4).collect::<Vec<_>>(), [b"<a>"]);
    }
}
