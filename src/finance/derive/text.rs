//! A derivation as text: one figure a line, what it was worked out from indented below it.

use super::{Derivation, How};
use std::fmt::{self, Display, Formatter};

impl Display for Derivation {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        self.write(out, 0)
    }
}

impl Derivation {
    fn write(&self, out: &mut Formatter<'_>, depth: usize) -> fmt::Result {
        let indent = "  ".repeat(depth);
        write!(out, "{indent}{}: {}", self.label, self.shown)?;
        match (&self.origin, &self.figure) {
            (None, Some(figure)) => writeln!(out, "  [{figure}]")?,
            _ => writeln!(out)?,
        }
        if self.says_how() {
            writeln!(out, "{indent}  = {}", self.formula)?;
        }
        for detail in self.note.iter().cloned().chain(self.said()) {
            writeln!(out, "{indent}  ({detail})")?;
        }
        let mut operands = self.operands.iter();
        operands.try_for_each(|operand| operand.write(out, depth + 1))
    }

    /// Whether the formula says more than the operands below it.
    fn says_how(&self) -> bool {
        match self.how {
            How::Given => false,
            How::Default | How::Nil | How::Method => !self.formula.is_empty(),
            _ => self.operands.len() > 1,
        }
    }

    /// Where an input came from, in a line.
    fn said(&self) -> Option<String> {
        let origin = self.origin.as_ref()?;
        let mut parts = vec![origin.place.clone()];
        match origin.source.as_deref() {
            Some(source) if source.trim().eq_ignore_ascii_case("assumption") => {
                parts.push("an assumption".into());
            }
            Some(source) => parts.push(format!("source: {source}")),
            None => parts.push("no source".into()),
        }
        parts.extend(origin.as_of.as_ref().map(|day| format!("as of {day}")));
        parts.extend(origin.owner.as_ref().map(|owner| format!("owner: {owner}")));
        Some(parts.join("; "))
    }
}
