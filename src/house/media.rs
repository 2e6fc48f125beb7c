//! The files that a style names: logos and fonts, checked before a document is made with them.

use super::{Format, Logo, Typeface};
use crate::typeset;

/// The most bytes of a logo. It is carried in every PDF, and a good one has some thousands.
const MOST_LOGO_BYTES: usize = 512 << 10;
/// The most pixels of a logo along one side: a logo is 42 mm wide at most, and this prints it at
/// 2,400 dots an inch.
const MOST_PIXELS: u32 = 4_000;
/// The most bytes of a font file.
const MOST_FONT_BYTES: usize = 4 << 20;
/// The most bytes of a font file for what the others lack: those of Chinese, Japanese and Korean have
/// up to 20 MiB. A PDF carries only the glyphs it uses.
const MOST_FURTHER_BYTES: usize = 32 << 20;
/// The first bytes of every PNG file.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A logo, where the bytes are one that can be drawn.
pub(super) fn logo(bytes: Vec<u8>, alternative: &str) -> Result<Logo, (String, String)> {
    let refuse = |why: &str, help: &str| Err((why.to_owned(), help.to_owned()));
    if bytes.len() > MOST_LOGO_BYTES {
        return refuse(
            &format!("the logo has {} KiB", bytes.len().div_ceil(1024)),
            "at most 512 KiB are carried in every document; export it smaller",
        );
    }
    let format = if bytes.starts_with(PNG) {
        let side = |at: usize| {
            bytes
                .get(at..at + 4)?
                .try_into()
                .ok()
                .map(u32::from_be_bytes)
        };
        let most = side(16).max(side(20)).unwrap_or(u32::MAX);
        if most > MOST_PIXELS {
            return refuse(
                "the logo has too many pixels",
                "export it at most 4,000 pixels wide",
            );
        }
        Format::Png
    } else if std::str::from_utf8(&bytes).is_ok_and(|text| text.contains("<svg")) {
        Format::Svg
    } else {
        return refuse(
            "the logo is neither SVG nor PNG",
            "export it as one of the two",
        );
    };
    let logo = Logo {
        format,
        bytes,
        alternative: alternative.to_owned(),
    };
    typeset::drawable(&logo).map_err(|why| {
        let help = "export it again; text in it must be turned into outlines".to_owned();
        (format!("the logo cannot be drawn: {why}"), help)
    })?;
    Ok(logo)
}

/// The typefaces of a font file that writes what the others lack.
pub(super) fn further(bytes: Vec<u8>) -> Result<Vec<Typeface>, (String, String)> {
    let families = families_within(&bytes, MOST_FURTHER_BYTES)?;
    typeset::embeddable(&bytes).map_err(|why| {
        let help = "give one with outlines, whose licence allows embedding".to_owned();
        (format!("the font cannot be kept in a PDF: {why}"), help)
    })?;
    let typeface = |family| Typeface {
        family,
        files: vec![bytes.clone()],
    };
    Ok(families.into_iter().map(typeface).collect())
}

/// The families that a font file holds.
pub(super) fn families(bytes: &[u8]) -> Result<Vec<String>, (String, String)> {
    families_within(bytes, MOST_FONT_BYTES)
}

fn families_within(bytes: &[u8], most: usize) -> Result<Vec<String>, (String, String)> {
    if bytes.len() > most {
        let help = format!("at most {} MiB are read; make a subset of it", most >> 20);
        return Err((format!("the font has {} KiB", bytes.len() / 1024), help));
    }
    let families = typeset::font_families(bytes);
    if families.is_empty() {
        let help = "give an OpenType file: .ttf or .otf".to_owned();
        return Err(("the file holds no font".to_owned(), help));
    }
    Ok(families)
}
