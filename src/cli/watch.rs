//! `boardbrief watch FILE --out DIR`: the documents again whenever the decision is saved.
//!
//! The file is looked at every few milliseconds instead of through the notices of an operating
//! system: those differ, get lost on network drives, and come twice or too early from editors that
//! save by renaming. What counts is the content, so that a save without a change renders nothing.

use super::load::{self, Loaded};
use super::render::{self, Target};
use super::{Status, console, files};
use crate::pipeline::Pipeline;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

/// How often the file is looked at: often enough that the wait is not felt.
const EVERY: Duration = Duration::from_millis(15);

/// Render again whenever a decision is saved; faults are told in place
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  boardbrief watch portal.yaml --out out   edit and save; out/portal.pdf follows; Ctrl-C ends it")]
pub struct Arguments {
    /// The decision file, JSON or YAML
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    target: Target,
    /// End after so many renders
    #[arg(long, value_name = "N", hide = true)]
    times: Option<usize>,
    #[command(flatten)]
    own: load::Own,
}

/// Renders now and after every change, until it is interrupted.
pub fn run(arguments: &Arguments) -> Status {
    let pipeline = match load::pipeline(&arguments.own) {
        Ok(pipeline) => pipeline,
        Err(status) => return status,
    };
    if let Err(told) = files::make_folder(&arguments.target.out) {
        console::note(&told);
        return Status::Incomplete;
    }
    let mut target = arguments.target.clone();
    let mut seen = Seen::default();
    let mut done = 0;
    let mut last = Status::Done;
    while arguments.times.is_none_or(|times| done < times) {
        if seen.has_changed(&arguments.file) {
            last = once(arguments, &target, &pipeline);
            done += 1;
            // From the first time on, what stands there is what was written here.
            target.overwrite |= last == Status::Done;
        } else {
            sleep(EVERY);
        }
    }
    last
}

fn once(arguments: &Arguments, target: &Target, pipeline: &Pipeline) -> Status {
    let start = Instant::now();
    console::clear();
    let rendered = load::load(&arguments.file, load::Form::Full)
        .and_then(|loaded: Loaded| render::render(target, &arguments.own, pipeline, &loaded));
    match rendered {
        Ok(()) => {
            let taken = start.elapsed().as_millis();
            console::note(&format!(
                "rendered in {taken} ms; waiting for the next change"
            ));
            Status::Done
        }
        Err(status) => {
            console::note("waiting for the next change");
            status
        }
    }
}

/// What was last seen of the file.
#[derive(Default)]
struct Seen {
    stamp: Option<(SystemTime, u64)>,
    content: Option<Vec<u8>>,
    looked: bool,
}

impl Seen {
    /// Whether the file holds something else than when it was last looked at. Its time and size
    /// say when to read it; only its content says whether it changed.
    fn has_changed(&mut self, file: &std::path::Path) -> bool {
        let stamp = files::stamp(file);
        if self.looked && stamp == self.stamp {
            return false;
        }
        // An editor that saves by renaming leaves a moment without a file; that is no change.
        if self.looked && stamp.is_none() {
            return false;
        }
        let content = settled(file);
        // Some editors empty a file before they write it anew.
        if self.looked && content.as_ref().is_none_or(Vec::is_empty) {
            return false;
        }
        let changed = !self.looked || content != self.content;
        (self.stamp, self.content, self.looked) = (stamp, content, true);
        changed
    }
}

/// The content of a file once two looks at it agree, so that no half of a save is taken for one.
fn settled(file: &std::path::Path) -> Option<Vec<u8>> {
    const BETWEEN: Duration = Duration::from_millis(5);
    let mut content = files::read(file).ok();
    loop {
        sleep(BETWEEN);
        let again = files::read(file).ok();
        if again == content {
            return content;
        }
        content = again;
    }
}
