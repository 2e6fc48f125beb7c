//! Arguments that the brief leaves as they are, because no rule knows what they are about or a
//! figure is missing.

use super::Known;
use crate::decision::Intent;
use crate::decision::read::{listed, shorten};
use crate::diagnostics::{Diagnostic, Rule};

pub(super) fn warnings(known: &Known, found: &mut Vec<Diagnostic>) {
    for (at, framed) in known.framing.arguments.iter().enumerate() {
        // An author who pins `none` wants the words left alone, and a point made twice is answered once.
        let is_meant = framed.pinned && framed.intent == Intent::None;
        if framed.reframed || is_meant || framed.answered_with.is_some() {
            continue;
        }
        let hint = if framed.missing.is_empty() {
            "say what it is about with `about`, or write `\"about\": \"none\"` to leave it alone"
                .to_string()
        } else {
            let missing: Vec<&str> = framed.missing.iter().map(String::as_str).collect();
            format!("state {}, with which it can be answered", listed(&missing))
        };
        let message = format!("`{}` is left as it is", shorten(&framed.text));
        found.push(known.warn(
            Rule::ArgumentAlone,
            &format!("/arguments/{at}"),
            message,
            &hint,
        ));
    }
}
