//! How far a run has come: one line that is written over on a terminal, a plain line now and then
//! where there is none.

use crate::display::Conventions;
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Between two lines where nobody watches.
const PLAIN_EVERY: Duration = Duration::from_secs(10);
/// Between two updates where somebody does.
const WATCHED_EVERY: Duration = Duration::from_millis(100);

/// Progress over a known number of decisions.
pub struct Progress {
    total: usize,
    done: usize,
    failed: usize,
    started: Instant,
    told: Instant,
    watched: bool,
    shown: bool,
}

impl Progress {
    /// Progress over `total` decisions, starting now.
    pub fn new(total: usize) -> Progress {
        let now = Instant::now();
        Progress {
            total,
            done: 0,
            failed: 0,
            started: now,
            told: now,
            watched: std::io::stderr().is_terminal(),
            shown: false,
        }
    }

    /// One more is done.
    pub fn step(&mut self, failed: bool) {
        self.done += 1;
        self.failed += usize::from(failed);
        let every = if self.watched {
            WATCHED_EVERY
        } else {
            PLAIN_EVERY
        };
        if self.told.elapsed() < every {
            return;
        }
        self.told = Instant::now();
        let line = line(self.done, self.total, self.failed, self.started.elapsed());
        let mut err = std::io::stderr().lock();
        // Nothing can be done about a terminal that is gone.
        let _ = if self.watched {
            self.shown = true;
            write!(err, "\r\x1b[K{line}").and_then(|()| err.flush())
        } else {
            writeln!(err, "{line}")
        };
    }

    /// Takes the line away, so that what is said next stands alone.
    pub fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            let mut err = std::io::stderr().lock();
            let _ = write!(err, "\r\x1b[K").and_then(|()| err.flush());
        }
    }
}

fn line(done: usize, total: usize, failed: usize, since: Duration) -> String {
    let house = Conventions::default();
    let count = |count: usize| house.count(count as f64);
    let mut line = format!("{} of {} rendered", count(done), count(total));
    if failed > 0 {
        line.push_str(&format!(", {} failed", count(failed)));
    }
    let left = since.as_secs_f64() / done.max(1) as f64 * (total - done.min(total)) as f64;
    line.push_str(&match left {
        left if left < 1.0 => String::new(),
        left if left < 90.0 => format!(", about {left:.0} s left"),
        left if left < 5400.0 => format!(", about {:.0} min left", left / 60.0),
        left => format!(", about {:.1} h left", left / 3600.0),
    });
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_counts_failures_and_says_what_is_left() {
        let seconds = Duration::from_secs;
        assert_eq!(
            line(250, 1000, 0, seconds(10)),
            "250 of 1,000 rendered, about 30 s left"
        );
        assert_eq!(
            line(10, 5000, 2, seconds(10)),
            "10 of 5,000 rendered, 2 failed, about 83 min left"
        );
        assert_eq!(line(5, 5, 0, seconds(1)), "5 of 5 rendered");
    }
}
