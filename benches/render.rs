//! What a document costs beyond typesetting it, and what comes before. Two bounds: making the PDF of
//! a finished report takes at most 1.15 times what Typst alone takes for the same main file, and
//! everything before the report is finished takes at most 10 ms.
//! `cargo bench --bench render`

use std::sync::LazyLock;

use boardbrief::decision::{Decision, Source as Text};
use boardbrief::frame::RuleBook;
use boardbrief::house::House;
use boardbrief::pipeline::Pipeline;
use boardbrief::policy::Policy;
use boardbrief::render::{AttachmentNote, Renderer, Templates};
use boardbrief::report::model::{DocumentKind, Report};
use boardbrief::report::room::BRIEF;
use boardbrief::typeset::{Density, Fit, Typesetter, font_files, with_stack};
use divan::{Bencher, black_box};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const DECISION: &str = "reports/developer-portal/decision.json";
const FIT: Fit = Fit {
    pages: 2,
    first: Density::Close,
    closest: Density::Close,
};

static TEXT: LazyLock<String> = LazyLock::new(|| {
    let path = format!("{}/{DECISION}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("the decision is there")
});
static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| {
    Pipeline::new(Policy::built_in(), RuleBook::built_in().clone()).expect("our templates parse")
});
static REPORT: LazyLock<Report> = LazyLock::new(report);
static RENDERER: LazyLock<Renderer> =
    LazyLock::new(|| Renderer::new(&Templates::default()).expect("our templates parse"));
static TYPESETTER: LazyLock<Typesetter> =
    LazyLock::new(|| Typesetter::new(&Templates::default(), &House::built_in()));

fn main() {
    let (ours, plain) = (ours(), plain(&main_file()));
    assert!(ours == plain, "both ways give the same PDF");
    // Warm both, then run them in turn: a busy machine slows both of a pair.
    let mut ratios: Vec<f64> = (0..60)
        .map(|_| {
            let ours = seconds(&mut || drop(black_box(crate::ours())));
            let main = main_file();
            ours / seconds(&mut || drop(black_box(crate::plain(&main))))
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    let at = |share: f64| ratios[(ratios.len() as f64 * share) as usize];
    println!(
        "ours / Typst alone, 60 pairs: median {:.3}, quartiles {:.3} to {:.3}",
        at(0.5),
        at(0.25),
        at(0.75)
    );
    divan::main();
}

/// How long some work takes with nothing left in Typst's cache, as for the first document of its kind.
fn seconds(work: &mut dyn FnMut()) -> f64 {
    typst::comemo::evict(0);
    let start = std::time::Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

/// Read, evaluate, frame, report.
fn report() -> Report {
    let source = Text::new("decision.json", TEXT.as_str());
    let decision = Decision::from_source(&source).expect("the decision is valid");
    let evaluation = PIPELINE.evaluate(&decision);
    let room = BRIEF[0];
    PIPELINE.report(&source, &decision, &evaluation, DocumentKind::Brief, room)
}

fn main_file() -> String {
    let note = AttachmentNote {
        name: "developer-portal.json".to_owned(),
        mime: "application/json".to_owned(),
        description: "The decision that this document was made from".to_owned(),
    };
    RENDERER
        .typst(&REPORT, Some(&note))
        .expect("our templates hold")
}

/// The way of the program: main file, layout, PDF.
fn ours() -> Vec<u8> {
    let made = with_stack(|| {
        let main = main_file();
        let laid_out = TYPESETTER.lay_out(main, Some(TEXT.as_bytes()), Some(FIT));
        laid_out.and_then(|it| it.pdf("developer-portal.brief"))
    });
    made.expect("there is a thread").expect("it can be typeset")
}

/// The way of Typst alone: compile and export the same main file in a world made beforehand.
fn plain(main: &str) -> Vec<u8> {
    static PLAIN: LazyLock<Plain> = LazyLock::new(Plain::new);
    let made = with_stack(|| {
        let world = PLAIN.with(main);
        let document = typst::compile::<PagedDocument>(&world).output;
        let pdf = typst_pdf::pdf(&document.expect("it compiles"), &world.0.options);
        typst::comemo::evict(2);
        pdf
    });
    made.expect("there is a thread").expect("it is exported")
}

struct Plain {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
    options: PdfOptions,
}

struct WithMain<'a>(&'a Plain, Source);

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl Plain {
    fn new() -> Self {
        let features = [Feature::A11yExtras].into_iter().collect();
        let fonts: Vec<Font> = font_files()
            .flat_map(|file| Font::iter(Bytes::new(file)))
            .collect();
        let templates = Templates::default();
        let mut sources: Vec<Source> = templates
            .all()
            .filter_map(|(path, text)| Some((path.strip_prefix("typst/")?, text)))
            .map(|(name, text)| Source::new(id(name), text.to_owned()))
            .collect();
        sources.push(Source::new(id("chosen.typ"), House::built_in().typst()));
        // The density that the brief of this decision is set in.
        sources.push(Source::new(
            id("density.typ"),
            "#let density = 2\n".to_owned(),
        ));
        let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]);
        Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources,
            options: PdfOptions {
                ident: Smart::Custom("developer-portal.brief".to_owned()),
                creator: Smart::Custom(Some(
                    concat!("boardbrief ", env!("CARGO_PKG_VERSION")).to_owned(),
                )),
                standards: standards.expect("they share PDF 1.7"),
                ..PdfOptions::default()
            },
        }
    }

    fn with(&self, main: &str) -> WithMain<'_> {
        WithMain(self, Source::new(id("main.typ"), main.to_owned()))
    }
}

impl World for WithMain<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.0.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.0.book
    }

    fn main(&self) -> FileId {
        self.1.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let mut all = std::iter::once(&self.1).chain(&self.0.sources);
        all.find(|it| it.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Ok(Bytes::new(TEXT.as_bytes()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.0.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Read, evaluate, frame, report: the bound is 10 ms.
#[divan::bench]
fn before_the_report(bencher: Bencher) {
    bencher.bench_local(report);
}

/// From a finished report to its PDF.
#[divan::bench]
fn report_to_pdf(bencher: Bencher) {
    bencher
        .with_inputs(|| typst::comemo::evict(0))
        .bench_local_values(|()| ours());
}

/// The same main file, by Typst alone.
#[divan::bench]
fn typst_alone(bencher: Bencher) {
    let main = main_file();
    bencher
        .with_inputs(|| typst::comemo::evict(0))
        .bench_local_values(|()| plain(&main));
}

/// From a finished report to its main file.
#[divan::bench]
fn report_to_main_file(bencher: Bencher) {
    bencher.bench_local(main_file);
}
