//! Standard output and standard error: results on the one, everything else on the other.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// How long something may take before its progress is shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// Prints a result. A reader that has gone away (`| head`) wanted no more of it, so that is no error.
pub fn result(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Says something about the run.
pub fn note(text: &str) {
    let mut err = std::io::stderr().lock();
    let _ = writeln!(err, "{}", text.trim_end());
}

/// Progress over a known number of things; silent unless someone is watching and has waited.
pub struct Progress {
    total: usize,
    done: usize,
    started: Instant,
    watched: bool,
    shown: bool,
}

impl Progress {
    /// Progress over `total` things, starting now.
    pub fn new(total: usize) -> Progress {
        Progress {
            total,
            done: 0,
            started: Instant::now(),
            watched: std::io::stderr().is_terminal(),
            shown: false,
        }
    }

    /// One more is done; `next` is the one that is begun.
    pub fn step(&mut self, next: &str) {
        self.done += 1;
        if self.watched && self.started.elapsed() > PATIENCE {
            self.shown = true;
            let mut err = std::io::stderr().lock();
            let _ = write!(
                err,
                "\r\x1b[K{} of {}  {next}",
                self.done.min(self.total),
                self.total
            );
            let _ = err.flush();
        }
    }

    /// Takes the line away, so that what is said next stands alone.
    pub fn clear(&mut self) {
        if self.shown {
            let mut err = std::io::stderr().lock();
            let _ = write!(err, "\r\x1b[K");
            let _ = err.flush();
            self.shown = false;
        }
    }
}
