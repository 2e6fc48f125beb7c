//! What is wrong with a rule book: which file, which line, which rule, and what to do about it.

use std::fmt;

/// A fault of a rule book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookFault {
    /// The file, by the name it was given under.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The rule, statement, cue or term, where the fault lies within one.
    pub rule: Option<String>,
    /// What is wrong, and what to write instead.
    pub message: String,
}

impl fmt::Display for BookFault {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}:{}: ", self.file, self.line)?;
        if let Some(rule) = &self.rule {
            write!(out, "`{rule}`: ")?;
        }
        out.write_str(&self.message)
    }
}

impl std::error::Error for BookFault {}

/// A file of a rule book while it is read: where its faults are gathered.
pub(in crate::frame) struct Reading<'a> {
    pub file: &'a str,
    pub text: &'a str,
    pub faults: Vec<BookFault>,
    /// Whether a test has checked the entries one by one, so that reading them need not.
    pub trusted: bool,
}

impl<'a> Reading<'a> {
    pub fn new(file: &'a str, text: &'a str) -> Reading<'a> {
        Reading {
            file,
            text,
            faults: Vec::new(),
            trusted: false,
        }
    }

    /// Notes a fault at a byte of the file.
    pub fn fault(&mut self, at: usize, rule: Option<&str>, message: impl Into<String>) {
        let line = 1 + self
            .text
            .bytes()
            .take(at)
            .filter(|byte| *byte == b'\n')
            .count();
        self.faults.push(BookFault {
            file: self.file.to_owned(),
            line,
            rule: rule.map(str::to_owned),
            message: message.into(),
        });
    }
}
