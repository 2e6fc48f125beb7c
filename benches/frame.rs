//! What framing costs: starting once a process, and each argument after that.
//! `cargo bench --bench frame`
//!
//! A start happens once a process, so each is measured in a process of its own: this program
//! starts itself again and reads what it says. Shown are the median and the slowest.

use boardbrief::frame::RuleBook;
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Processes that are started.
const STARTS: usize = 40;
/// Passes over the arguments.
const PASSES: u32 = 50;
/// The word by which this program knows that it is to start once.
const ONCE: &str = "start-once";

/// Arguments as they come: short, long, with a rule and without, and one to be left alone.
const ARGUMENTS: &[&str] = &[
    "We need Backstage for developer productivity.",
    "Bad, because every upgrade has to be tested and rolled out by hand, which takes the two of us most of a week.",
    "Two engineers can maintain it.",
    "Managed solutions don't have all our features.",
    "Customer data must not leave the country, so a public cloud is out of the question.",
    "It costs $15 per host and month, and the bill rises with every service that we add.",
    "We have already put eighteen months into this; stopping now would waste it.",
    "See the linked ticket for details.",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    if std::env::args().any(|word| word == ONCE) {
        return start_once();
    }
    let mut book = Vec::new();
    let mut first = Vec::new();
    for _ in 0..STARTS {
        let child = Command::new(std::env::current_exe()?).arg(ONCE).output()?;
        let said = String::from_utf8(child.stdout)?;
        let mut times = said.split_whitespace().map(str::parse::<u64>);
        book.push(times.next().ok_or("no time for the book")??);
        first.push(times.next().ok_or("no time for the argument")??);
    }
    show("rule book made ready", book);
    show("first decision's arguments", first);
    let start = Instant::now();
    for _ in 0..PASSES {
        classify_all();
    }
    let each = start.elapsed() / PASSES / u32::try_from(ARGUMENTS.len())?;
    println!("{:<28} {each:>10.1?} each", "an argument after that");
    Ok(())
}

/// Says in nanoseconds how long the rule book took, and the arguments of a first decision.
fn start_once() -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    black_box(RuleBook::built_in());
    let book = start.elapsed();
    let start = Instant::now();
    classify_all();
    println!("{} {}", book.as_nanos(), start.elapsed().as_nanos());
    Ok(())
}

fn classify_all() {
    for text in ARGUMENTS {
        black_box(RuleBook::built_in().classify(black_box(text)));
    }
}

fn show(what: &str, mut times: Vec<u64>) {
    times.sort_unstable();
    let median = Duration::from_nanos(times[times.len() / 2]);
    let slowest = Duration::from_nanos(times[times.len() - 1]);
    println!("{what:<28} {median:>10.1?} median, {slowest:.1?} slowest of {STARTS}");
}
