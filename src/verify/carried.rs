//! What a PDF of ours carries beside its pages: the decision, who made it and with what.

use crate::report::model::DocumentKind;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Object, Stream};

/// What a PDF carries.
pub(super) struct Carried {
    /// Name and bytes of the attached decision; `None` for a note to the team, which carries none.
    pub decision: Option<(String, Vec<u8>)>,
    /// The program that the file says made it, with its version.
    pub creator: String,
    /// The keywords of the file.
    pub keywords: Vec<String>,
    /// Which document it is.
    pub kind: DocumentKind,
}

impl Carried {
    /// What a PDF carries, or why that cannot be found.
    pub fn of(pdf: &[u8]) -> Result<Carried, String> {
        let pdf = Pdf::new(pdf.to_vec()).map_err(|_| "the file is not a PDF that can be read")?;
        let metadata = pdf.metadata();
        let keywords = text(metadata.keywords.as_deref());
        let subject = text(metadata.subject.as_deref());
        let kinds = [DocumentKind::Brief, DocumentKind::Memo, DocumentKind::Note];
        let kind = kinds
            .into_iter()
            .find(|kind| subject.starts_with(kind.label()))
            .ok_or("the file does not say which document it is")?;
        let decision = match kind {
            DocumentKind::Note => None,
            _ => Some(attachment(&pdf)?),
        };
        Ok(Carried {
            decision,
            creator: text(metadata.creator.as_deref()),
            keywords: keywords
                .split(',')
                .map(|word| word.trim().to_string())
                .collect(),
            kind,
        })
    }
}

/// Name and content of the attached decision.
fn attachment(pdf: &Pdf) -> Result<(String, Vec<u8>), String> {
    let file = pdf.objects().into_iter().find_map(|object| {
        let Object::Dict(dict) = object else {
            return None;
        };
        let embedded: Dict = dict.get("EF")?;
        let stream: Stream = embedded.get("UF").or_else(|| embedded.get("F"))?;
        let name: hayro_syntax::object::String = dict.get("UF").or_else(|| dict.get("F"))?;
        Some((text(Some(name.as_bytes())), stream))
    });
    let (name, stream) = file.ok_or("the file carries no decision")?;
    let decision = stream
        .decoded()
        .map_err(|_| "the decision that the file carries cannot be unpacked")?;
    Ok((name, decision.into_owned()))
}

/// A text string of a PDF: UTF-16 where it says so, else one byte a letter.
fn text(bytes: Option<&[u8]>) -> String {
    match bytes.unwrap_or_default() {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units)
                .map(|c| c.unwrap_or('\u{fffd}'))
                .collect()
        }
        bytes => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
