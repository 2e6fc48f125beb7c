//! The document model, and what becomes a document.
//!
//! Readers and writers meet here: content enters as blocks and inlines whose numbers are already
//! text, and both writers, Markdown and Typst, see nothing else.

pub mod brief;
pub mod language;
pub mod markdown_in;
pub mod memo;
pub mod model;
pub mod note;
pub mod plain_words;
pub mod portfolio;
pub mod room;
mod sections;
pub mod summary;
pub mod words;
