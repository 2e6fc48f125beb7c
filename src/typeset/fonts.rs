//! The fonts compiled in, and what they can write.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::Font;

/// The files, as `fonts/subset.sh` makes them: sans for text and tables, serif for titles and
/// verdicts.
const FILES: [&[u8]; 4] = [
    include_bytes!("../../fonts/BoardbriefSans-Regular.ttf"),
    include_bytes!("../../fonts/BoardbriefSans-Italic.ttf"),
    include_bytes!("../../fonts/BoardbriefSans-SemiBold.ttf"),
    include_bytes!("../../fonts/BoardbriefSerif-SemiBold.ttf"),
];

/// The bytes of every font file, in order.
pub fn font_files() -> impl Iterator<Item = &'static [u8]> {
    FILES.into_iter()
}

/// The families of the faces in a font file, each once; none where it is no font.
#[must_use]
pub fn font_families(file: &[u8]) -> Vec<String> {
    let faces = Font::iter(Bytes::new(file.to_vec()));
    let mut families: Vec<String> = faces
        .map(|face| face.info().family.as_str().to_owned())
        .collect();
    families.dedup();
    families
}

/// The families of a font file, each with some characters that it has and ours do not.
pub(super) fn samples(file: &[u8]) -> Vec<(String, String)> {
    const MOST: usize = 8;
    let faces = Font::iter(Bytes::new(file.to_vec()));
    faces
        .map(|face| {
            let letters = face.info().coverage.iter().filter_map(char::from_u32);
            let new = letters.filter(|c| c.is_alphanumeric() || *c > '\u{2000}');
            let new =
                new.filter(|c| !unsupported_characters(c.encode_utf8(&mut [0; 4])).is_empty());
            let new = new.filter(|c| !crate::decision::unprintable(*c));
            (
                face.info().family.as_str().to_owned(),
                new.take(MOST).collect(),
            )
        })
        .collect()
}

/// The family that stands in for every other, so that what it holds can always be written.
const FALLBACK_FAMILY: &str = "Boardbrief Sans";

/// The faces, parsed.
pub(super) static FACES: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let faces = FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file)));
    faces.collect()
});

/// Combining marks on one letter that are still text. More are not, in any European language, and
/// the shaper fails on thousands.
const MOST_MARKS: usize = 4;

/// The families that every text of a document falls back on, and so what can be written.
#[derive(Debug)]
pub(super) struct Coverage {
    /// The faces of each family.
    families: Vec<Vec<Font>>,
}

impl Coverage {
    /// What can be written with the faces of ours and these, given by family.
    pub(super) fn new(others: impl Iterator<Item = Vec<Font>>) -> Self {
        let ours = FACES.iter();
        let ours = ours.filter(|face| face.info().family == FALLBACK_FAMILY);
        Self {
            families: std::iter::once(ours.cloned().collect())
                .chain(others)
                .collect(),
        }
    }

    /// The characters of a text that cannot be written, each once, in order of first use; empty where
    /// all can be. Spaces and line ends can. A mark too many on one letter counts as such a character.
    pub(super) fn missing(&self, text: &str) -> Vec<char> {
        let mut found = Vec::new();
        let mut marks = 0;
        for character in text.chars() {
            marks = if is_combining(character) {
                marks + 1
            } else {
                0
            };
            let can_be_written =
                matches!(character, ' ' | '\n' | '\t' | '\r') || self.holds(character);
            let is_text = can_be_written && marks <= MOST_MARKS;
            if !is_text && !found.contains(&character) {
                found.push(character);
            }
        }
        found
    }

    /// Whether every face of some family holds a character. What the families before it lack is then
    /// taken from there, in the same style.
    fn holds(&self, character: char) -> bool {
        let in_face = |face: &Font| face.info().coverage.contains(u32::from(character));
        let in_family = |faces: &Vec<Font>| faces.iter().all(in_face);
        character.is_ascii_graphic() || self.families.iter().any(in_family)
    }
}

/// The characters of a text that our fonts alone cannot write, as for a document without others.
#[must_use]
pub fn unsupported_characters(text: &str) -> Vec<char> {
    static OURS: LazyLock<Coverage> = LazyLock::new(|| Coverage::new(std::iter::empty()));
    OURS.missing(text)
}

/// Whether a character is a combining mark of the kinds our fonts hold.
fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        unsupported_characters(text).into_iter().collect()
    }

    #[test]
    fn every_face_is_there_under_its_name() {
        let families: Vec<&str> = FACES
            .iter()
            .map(|face| face.info().family.as_str())
            .collect();
        assert_eq!(
            families,
            [
                "Boardbrief Sans",
                "Boardbrief Sans",
                "Boardbrief Sans",
                "Boardbrief Serif",
            ]
        );
    }

    #[test]
    fn european_text_and_our_marks_can_be_written() {
        // The letters of the languages of Europe, after their pangrams and alphabets.
        let samples = [
            "Příliš žluťoučký kůň úpěl ďábelské ódy",
            "Árvíztűrő tükörfúrógép",
            "Zażółć gęślą jaźń",
            "Ąčęėįšųūž",
            "Ķļņģ ēāīū",
            "Ðþæö ø å ß ẞ",
            "Ľúbivý kŕdeľ",
            "Muhteşem İstanbul ığüşöç",
            "Ħobża ġdida ċkejkna żgħira",
            "Îți doresc țară și pâine",
            "Lliure l·l ça ñandú ¿qué? ¡sí!",
            "Œuvre naïve à Noël",
            "Ŵyr ŷd Gàidhlig",
            "Đorđe će žvakati",
            "Ξεσκεπάζω την ψυχοφθόρα",
            "Жълтата дюля їжак ґанок",
            "“Quotes” ‘single’ «guillemets» „low“ – — … • · † ‡ § ¶ © ® ™ °",
            "€ £ $ ¥ ₹ ₩ ₴ ₺ ₦ ₱ ₫ ₸ ₵ ₡ ₲",
            "✓ ≈ ✗ ? → ↑ ↓ ± × ÷ − ≤ ≥ ≠ ½ ¼ ¾ ² ³ ‰",
            "10\u{a0}000\u{202f}€ 5\u{2011}6",
        ];
        for sample in samples {
            assert_eq!(refused(sample), "", "{sample}");
        }
    }

    #[test]
    fn what_cannot_be_written_is_named_once() {
        assert_eq!(unsupported_characters("日本 and 日 🙂"), ['日', '本', '🙂']);
        // Marks that reverse, join or hide text, and what no printable text holds.
        for hidden in [
            "\u{202e}",
            "\u{200b}",
            "\u{200d}",
            "\u{feff}",
            "\u{e000}",
            "\u{e0041}",
            "\u{7}",
        ] {
            assert_eq!(unsupported_characters(hidden).len(), 1, "{hidden:?}");
        }
        let heaped = format!("a{}", "\u{301}".repeat(70_000));
        assert_eq!(unsupported_characters(&heaped), ['\u{301}']);
        assert_eq!(refused("a\u{301}e\u{308}"), "");
    }

    #[test]
    fn every_currency_symbol_can_be_written() {
        for (code, _, symbol) in crate::display::ALL_CURRENCIES {
            assert_eq!(refused(symbol.unwrap_or(code)), "", "{code}");
        }
    }
}
