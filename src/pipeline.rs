//! The whole way from a decision to its documents, as one value that is made once and used for any
//! number of decisions: policy, market, templates, fonts and conventions.

use crate::cast_off::{density, is_overfull};
use crate::decision::source::{Node, Value};
use crate::decision::{Argument, Decision, Source, Syntax, shown_at};
use crate::diagnostics::{Diagnostic, Rule};
use crate::display::Conventions;
use crate::evaluate::{Evaluation, evaluate};
use crate::frame::{Audience, Framing, RuleBook, frame};
use crate::house::{House, retold};
use crate::market::Market;
use crate::policy::Policy;
use crate::render::{AttachmentNote, Renderer, STYLE_FILES, TemplateFault, Templates};
use crate::report::brief::brief;
use crate::report::language::{Plainness, plainness};
use crate::report::memo::memo;
use crate::report::model::{DocumentKind, Report};
use crate::report::note::note;
use crate::report::plain_words::explained;
use crate::report::room::{BRIEF, MEMO, Room};
use crate::report::summary::summary;
use crate::report::words::Subject;
use crate::typeset::{Density, Fit, LaidOut, TypesetFault, Typesetter, font_files, with_stack};
use sha2::{Digest, Sha256};
use std::fmt;

/// What a keyword of a PDF starts with that carries the identity of the pipeline that made it.
pub const MADE_WITH: &str = "made-with-";

/// Everything that is the same for all decisions of a run.
pub struct Pipeline {
    policy: Policy,
    market: Market,
    book: RuleBook,
    house: House,
    templates: Templates,
    renderer: Renderer,
    typesetter: Typesetter,
    /// Hash of all of the above, without the decision.
    identity: Sha256,
}

/// The documents made from one decision.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Documents {
    /// The text in Markdown, where it was asked for.
    pub markdown: Option<String>,
    /// The PDF, where it was asked for.
    pub pdf: Option<Vec<u8>>,
}

/// Which formats a document is made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formats {
    /// Markdown.
    pub markdown: bool,
    /// PDF.
    pub pdf: bool,
}

impl Pipeline {
    /// A pipeline with a policy and a rule book, an organisation's own or ours, and our style.
    ///
    /// # Errors
    ///
    /// Where a template cannot be parsed, which those compiled in always can.
    pub fn new(policy: Policy, book: RuleBook) -> Result<Pipeline, TemplateFault> {
        Self::styled(policy, book, Templates::default(), House::built_in())
    }

    /// A pipeline with templates and a style of an organisation's own as well.
    ///
    /// # Errors
    ///
    /// Where a template cannot be parsed; the fault names it and the line.
    pub fn styled(
        policy: Policy,
        book: RuleBook,
        templates: Templates,
        house: House,
    ) -> Result<Pipeline, TemplateFault> {
        let mut identity = Sha256::new();
        identity.update(env!("CARGO_PKG_VERSION"));
        // Every value of the policy, an organisation’s own among them.
        identity.update(format!("{policy:?}"));
        for (path, text) in templates.all() {
            identity.update(path);
            identity.update(text);
        }
        identity.update(house.identity());
        identity.update(house.further_identity());
        identity.update(book.own());
        Ok(Pipeline {
            policy,
            market: Market::built_in(),
            book,
            renderer: Renderer::new(&templates)?,
            typesetter: Typesetter::new(&templates, &house),
            house,
            templates,
            identity,
        })
    }

    /// What is found about a decision.
    pub fn evaluate(&self, decision: &Decision) -> Evaluation {
        evaluate(decision, &self.policy, &self.market)
    }

    /// What the arguments of a decision, and others given beside it, come to for an audience.
    pub fn frame(
        &self,
        decision: &Decision,
        evaluation: &Evaluation,
        audience: Audience,
        others: &[Argument],
    ) -> Framing {
        frame(
            decision,
            evaluation,
            &self.book,
            audience,
            self.conventions(),
            others,
        )
    }

    /// The thresholds in force.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// What the market offers.
    pub fn market(&self) -> &Market {
        &self.market
    }

    /// What documents are made from besides their decision, part by part: its name in a sentence
    /// that says it changed, and its version or hash. Policy, rule book, catalogue, templates, style
    /// and fonts stand here by their content, the program's own as much as an organisation's; code
    /// stands here by the version of the program alone, which every release raises.
    pub fn parts(&self) -> Vec<(&'static str, String)> {
        let templates = &self.templates;
        let is_style = |path: &str| STYLE_FILES.iter().any(|name| path.ends_with(name));
        let text = |style: bool| {
            let files = templates.all().filter(|(path, _)| is_style(path) == style);
            files
                .map(|(path, text)| format!("{path}\n{text}\n"))
                .collect::<String>()
        };
        // The encoder and the fonts are megabytes, so their hash is taken piece by piece.
        let fonts = font_files().fold(Sha256::new(), |hash, font| hash.chain_update(font));
        let book = self.book.texts();
        vec![
            ("program", env!("CARGO_PKG_VERSION").to_string()),
            (
                "policy",
                short(Sha256::new_with_prefix(format!("{:?}", self.policy))),
            ),
            (
                "rule book",
                short(book.fold(Sha256::new(), |hash, text| hash.chain_update(text))),
            ),
            (
                "market catalogue",
                short(Sha256::new_with_prefix(crate::market::BUILT_IN)),
            ),
            ("templates", short(Sha256::new_with_prefix(text(false)))),
            (
                "style",
                short(Sha256::new_with_prefix(text(true) + &self.house.identity())),
            ),
            (
                "fonts",
                short(fonts.chain_update(self.house.further_identity())),
            ),
        ]
    }

    /// A document that is about no single decision, in the formats asked for.
    ///
    /// # Errors
    ///
    /// As for [`Pipeline::print`].
    pub fn print_alone(&self, report: &Report, formats: Formats) -> Result<Documents, PrintFault> {
        let report = &self.retold(report.clone());
        let markdown = formats
            .markdown
            .then(|| self.renderer.markdown(report))
            .transpose()?;
        let pdf = formats
            .pdf
            .then(|| {
                let main = self.renderer.typst(report, None)?;
                let ident = format!("{}.{}", report.meta.id, report.meta.kind.key());
                Ok::<_, PrintFault>(self.typesetter.pdf(&ident, main, None)?)
            })
            .transpose()?;
        Ok(Documents { markdown, pdf })
    }

    /// How figures and dates are written while a document is made. One for a house with other
    /// conventions is told in those once it is finished.
    pub fn conventions(&self) -> Conventions {
        Conventions::default()
    }

    /// A document about a decision, with room for as much of each list as `room` says.
    pub fn report(
        &self,
        source: &Source,
        decision: &Decision,
        evaluation: &Evaluation,
        kind: DocumentKind,
        room: Room,
    ) -> Report {
        let framing = self.framing(decision, evaluation, kind);
        self.report_of(source, decision, evaluation, &framing, (kind, room))
    }

    /// The arguments of a decision as the readers of a document are told them.
    fn framing(&self, decision: &Decision, evaluation: &Evaluation, kind: DocumentKind) -> Framing {
        let audience = match kind {
            DocumentKind::Memo => Audience::Executive,
            DocumentKind::Note => Audience::Engineers,
            _ => Audience::Board,
        };
        self.frame(decision, evaluation, audience, &[])
    }

    fn report_of(
        &self,
        source: &Source,
        decision: &Decision,
        evaluation: &Evaluation,
        framing: &Framing,
        (kind, room): (DocumentKind, Room),
    ) -> Report {
        let subject = Subject {
            decision,
            evaluation,
            framing,
            house: self.conventions(),
            room,
            team: &self.policy.team,
        };
        let hash = self.hash(source);
        let mut report = match kind {
            DocumentKind::Memo => memo(&subject, Some(&hash)),
            DocumentKind::Note => note(&subject, Some(&hash)),
            _ => brief(&subject, Some(&hash)),
        };
        // By this `verify` knows whether it can say anything about the PDF.
        report
            .meta
            .keywords
            .push(format!("{MADE_WITH}{}", self.identity()));
        self.retold(match kind {
            // Engineers know the terms of their own work.
            DocumentKind::Note => report,
            _ => explained(report, self.book.glossary()),
        })
    }

    /// A finished document in the conventions of the house.
    fn retold(&self, report: Report) -> Report {
        retold(report, self.house.conventions)
    }

    /// How plain a document about a decision is, with all that it would like to say.
    pub fn plainness(
        &self,
        source: &Source,
        decision: &Decision,
        evaluation: &Evaluation,
        kind: DocumentKind,
    ) -> Plainness {
        let room = match kind {
            DocumentKind::Memo | DocumentKind::Note => MEMO[0],
            _ => BRIEF[0],
        };
        let document = self.report(source, decision, evaluation, kind, room);
        plainness(&document, self.book.glossary())
    }

    /// The evaluation in words, as Markdown for a terminal.
    ///
    /// # Errors
    ///
    /// A fault of templates, which those compiled in do not have.
    pub fn summary(
        &self,
        decision: &Decision,
        evaluation: &Evaluation,
    ) -> Result<String, TemplateFault> {
        let framing = &self.frame(decision, evaluation, Audience::Board, &[]);
        let subject = Subject {
            decision,
            evaluation,
            framing,
            house: self.conventions(),
            room: MEMO[1],
            team: &self.policy.team,
        };
        self.renderer.markdown(&self.retold(summary(&subject)))
    }

    /// A document about a decision, in the formats asked for. It is laid out with as much of each
    /// list as its pages have room for; the Markdown says the same as the PDF, which carries the
    /// decision file, unless it is a note to the team.
    ///
    /// # Errors
    ///
    /// A fault of templates or typesetting; a decision that [`Pipeline::unprintable`] finds nothing
    /// wrong with gives none with the templates compiled in.
    pub fn documents(
        &self,
        source: &Source,
        decision: &Decision,
        evaluation: &Evaluation,
        kind: DocumentKind,
        formats: Formats,
    ) -> Result<Documents, PrintFault> {
        with_stack(|| self.documents_here(source, decision, evaluation, kind, formats))?
    }

    /// The same on the calling thread, whose stack must be as large as that of
    /// [`crate::typeset::with_stack`]: for those who make many documents on threads of their own.
    ///
    /// # Errors
    ///
    /// Those of [`Pipeline::documents`].
    pub fn documents_here(
        &self,
        source: &Source,
        decision: &Decision,
        evaluation: &Evaluation,
        kind: DocumentKind,
        formats: Formats,
    ) -> Result<Documents, PrintFault> {
        let (rooms, most_pages): (&[Room], usize) = match kind {
            DocumentKind::Memo => (&MEMO, 6),
            DocumentKind::Note => (&MEMO[..1], 1),
            _ => (&BRIEF, 2),
        };
        let (shortest, fuller) = rooms.split_last().unwrap_or((&BRIEF[0], &[]));
        let framing = self.framing(decision, evaluation, kind);
        let report_in =
            |room: &Room| self.report_of(source, decision, evaluation, &framing, (kind, *room));
        let mut before = None;
        for room in fuller {
            let report = report_in(room);
            // Where less room takes nothing away, the pages would come out the same.
            if before.as_ref() == Some(&report) {
                continue;
            }
            // Closer before shorter, and shorter before closest.
            let closest = Density::Close;
            if kind == DocumentKind::Brief && is_overfull(&report, self.house.paper, closest) {
                before = Some(report);
                continue;
            }
            let laid_out = self.lay_out(source, &report, most_pages, closest)?;
            if laid_out.pages() <= most_pages {
                return self.export(&report, &laid_out, formats);
            }
            before = Some(report);
        }
        let report = report_in(shortest);
        let laid_out = self.lay_out(source, &report, most_pages, Density::Closest)?;
        self.export(&report, &laid_out, formats)
    }

    fn export(
        &self,
        report: &Report,
        laid_out: &LaidOut,
        formats: Formats,
    ) -> Result<Documents, PrintFault> {
        let ident = format!("{}.{}", report.meta.id, report.meta.kind.key());
        let markdown = formats
            .markdown
            .then(|| self.renderer.markdown(report))
            .transpose()?;
        let pdf = formats.pdf.then(|| laid_out.pdf(&ident)).transpose()?;
        Ok(Documents { markdown, pdf })
    }

    /// The main file of a document. A note to the team carries no more than its page shows: the
    /// decision holds every figure.
    fn main_file(&self, source: &Source, report: &Report) -> Result<String, TemplateFault> {
        let (ending, mime) = match source.syntax() {
            Syntax::Json => ("json", "application/json"),
            Syntax::Yaml => ("yaml", "application/yaml"),
        };
        let note = AttachmentNote {
            name: format!("{}.{ending}", report.meta.id),
            mime: mime.to_string(),
            description: "The decision that this document was made from".to_string(),
        };
        let carries = report.meta.kind != DocumentKind::Note;
        self.renderer.typst(report, carries.then_some(&note))
    }

    fn lay_out(
        &self,
        source: &Source,
        report: &Report,
        pages: usize,
        closest: Density,
    ) -> Result<LaidOut, PrintFault> {
        let fit = Fit {
            pages,
            first: density(report, self.house.paper),
            closest,
        };
        let main = self.main_file(source, report)?;
        let carries = report.meta.kind != DocumentKind::Note;
        let attached = carries.then_some(source.text().as_bytes());
        Ok(self.typesetter.lay_out(main, attached, Some(fit))?)
    }

    /// The characters of a decision that no font at hand has, each text with its place. Nothing is
    /// left out of a page in silence, so such a decision is not printed.
    pub fn unprintable(&self, node: &Node) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        look(node, &mut String::new(), &mut |node, path, text| {
            let missing = self.typesetter.missing(&shown_at(path, text));
            found.extend(missing.first().map(|first| no_glyph(*first, path, node)));
        });
        found
    }

    /// Short identity of everything that a document of this decision is made from: the first
    /// twelve hexadecimal digits of a SHA-256.
    pub fn hash(&self, source: &Source) -> String {
        short(self.identity.clone().chain_update(source.text()))
    }

    /// Short identity of everything but the decision: version, policy, templates, style and rule
    /// book.
    pub fn identity(&self) -> String {
        short(self.identity.clone())
    }
}

/// The first twelve hexadecimal digits of a hash.
fn short(hash: Sha256) -> String {
    let digest = hash.finalize();
    let bytes = digest.iter().take(6);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

/// The fault of a text with a character that no font at hand has.
fn no_glyph(character: char, path: &str, node: &Node) -> Diagnostic {
    let code = u32::from(character);
    Diagnostic::new(
        Rule::NoGlyph,
        path,
        format!("our fonts have no `{character}` (U+{code:04X})"),
    )
    .at(node.span.clone())
    .hint("write it in Latin letters, or give a font that has it: `--font FILE`")
}

/// Shows every text of a file, with its place and path.
fn look(node: &Node, path: &mut String, visit: &mut dyn FnMut(&Node, &str, &str)) {
    let length = path.len();
    match &node.value {
        Value::Text(text) | Value::Word(text) => visit(node, path, text),
        Value::List(items) => {
            for (at, item) in items.iter().enumerate() {
                path.push_str(&format!("/{at}"));
                look(item, path, visit);
                path.truncate(length);
            }
        }
        Value::Map(fields) => {
            for field in fields {
                path.push('/');
                path.push_str(&field.key);
                look(&field.node, path, visit);
                path.truncate(length);
            }
        }
        _ => {}
    }
}

/// Why a document could not be made.
#[derive(Debug)]
pub enum PrintFault {
    /// A template asks for what a report does not have.
    Template(TemplateFault),
    /// The page could not be typeset.
    Typeset(TypesetFault),
}

impl From<TemplateFault> for PrintFault {
    fn from(fault: TemplateFault) -> PrintFault {
        PrintFault::Template(fault)
    }
}

impl From<TypesetFault> for PrintFault {
    fn from(fault: TypesetFault) -> PrintFault {
        PrintFault::Typeset(fault)
    }
}

impl fmt::Display for PrintFault {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            PrintFault::Template(fault) => fault.fmt(out),
            PrintFault::Typeset(fault) => fault.fmt(out),
        }
    }
}

impl std::error::Error for PrintFault {}
