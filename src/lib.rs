//! boardbrief turns a structured build-vs-buy decision into a brief a board can decide on.
//!
//! A decision goes one way, from a file to a page:
//!
//! ```text
//! decision ─ Decision ─▶ evaluate ─ Evaluation ─▶ frame ─ Framing ─▶ report ─ Report ─▶ render ─ text ─▶ typeset ─ PDF
//! ```
//!
//! 1. [`decision`] reads JSON or YAML into a [`decision::Decision`] that is valid by construction, or
//!    tells everything that is wrong with the file as [`diagnostics`].
//! 2. [`mod@evaluate`] answers five questions and tests three exceptions by the [`policy`], reckons the
//!    money with [`finance`], and says what the answer is, why, and what would change it. [`market`]
//!    knows what is sold.
//! 3. [`frame`] says engineers' arguments in the language of money, people and risk.
//! 4. [`report`] writes all of that into one document model, with every figure's origin;
//!    [`display`] turns numbers into text, and [`phrase`] keeps them apart from words until then.
//! 5. [`render`] writes the model as Markdown and as a thin Typst file; [`typeset`] makes that a PDF,
//!    set as closely as [`cast_off`] reckons that its pages ask for.
//!
//! [`pipeline`] is these steps as one value; [`batch`] takes many decisions through them; [`cli`] is
//! the only part that touches disk, terminal or environment.
//!
//! ```
//! use boardbrief::decision::{Decision, Source};
//! use boardbrief::frame::RuleBook;
//! use boardbrief::pipeline::{Formats, Pipeline};
//! use boardbrief::policy::Policy;
//! use boardbrief::report::model::DocumentKind;
//!
//! let text = r#"{ "id": "portal", "title": "Portal: build or buy", "as_of": "2026-02-01" }"#;
//! let source = Source::new("portal.json", text);
//! let decision = Decision::from_source(&source).expect("a legal decision");
//!
//! let pipeline = Pipeline::new(Policy::built_in(), RuleBook::built_in().clone())?;
//! let evaluation = pipeline.evaluate(&decision);
//! let formats = Formats { markdown: true, pdf: true };
//! let brief = pipeline.documents(&source, &decision, &evaluation, DocumentKind::Brief, formats)?;
//! assert!(brief.markdown.is_some_and(|text| text.starts_with("# Portal: build or buy")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod batch;
pub mod cast_off;
pub mod cli;
pub mod decision;
pub mod diagnostics;
pub mod display;
pub mod evaluate;
pub mod finance;
pub mod frame;
pub mod house;
pub mod market;
pub mod phrase;
pub mod pipeline;
pub mod policy;
pub mod render;
pub mod report;
pub mod typeset;
pub mod verify;
