//! The text on the pages of a PDF, piece by piece in the order in which it is drawn.

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::Page;
use std::collections::HashMap;
use std::ops::Deref;

/// The pieces of text on a page. A letter that its font does not name is shown as `?`.
pub(super) fn pieces(page: &Page) -> Vec<String> {
    let mut fonts: HashMap<Vec<u8>, Option<CMap>> = HashMap::new();
    let mut current: Option<Vec<u8>> = None;
    let mut pieces = Vec::new();
    let mut operations = page.operations();
    while let Some(instruction) = operations.next() {
        let operands: Vec<&Object> = instruction.operands().collect();
        match instruction.operator.deref() {
            b"Tf" => {
                if let Some(Object::Name(name)) = operands.first() {
                    let key = name.deref().to_vec();
                    fonts
                        .entry(key.clone())
                        .or_insert_with(|| letters(page, name));
                    current = Some(key);
                }
            }
            b"Tj" | b"TJ" | b"'" | b"\"" => {
                let cmap = current.as_ref().and_then(|key| fonts.get(key)?.as_ref());
                let mut piece = String::new();
                for operand in operands {
                    shown(operand, cmap, &mut piece);
                }
                pieces.push(piece);
            }
            _ => {}
        }
    }
    pieces
}

/// What the codes of a font stand for.
fn letters(page: &Page, name: &Name) -> Option<CMap> {
    let font: Dict = page.resources().get_font(name)?;
    let stream: Stream = font.get("ToUnicode")?;
    CMap::parse(&stream.decoded().ok()?, |_| None)
}

fn shown(operand: &Object, cmap: Option<&CMap>, piece: &mut String) {
    match operand {
        Object::String(codes) => {
            for pair in codes.as_bytes().chunks(2) {
                let code = pair
                    .iter()
                    .fold(0, |code, byte| code << 8 | u32::from(*byte));
                match cmap.and_then(|cmap| cmap.lookup_bf_string(code)) {
                    Some(BfString::Char(letter)) => piece.push(letter),
                    Some(BfString::String(letters)) => piece.push_str(&letters),
                    None => piece.push('?'),
                }
            }
        }
        Object::Array(parts) => {
            let parts: &Array = parts;
            for part in parts.iter::<Object>() {
                shown(&part, cmap, piece);
            }
        }
        _ => {}
    }
}
