//! Standard output and standard error: results on the one, everything else on the other.

use std::io::{IsTerminal, Write};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// How long something may take before its progress is shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// Prints a result. A reader that has gone away (`| head`) wanted no more of it, so that is no error.
pub fn result(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Says something about the run, in colour where a person watches.
pub fn note(text: &str) {
    let mut err = std::io::stderr().lock();
    let text = text.trim_end();
    let _ = match in_colour() {
        true => writeln!(err, "{}", painted(text)),
        false => writeln!(err, "{text}"),
    };
}

/// Takes away what the terminal shows, so that what is said next stands alone and in place.
pub fn clear() {
    let mut err = std::io::stderr().lock();
    if err.is_terminal() {
        let _ = write!(err, "\x1b[2J\x1b[H").and_then(|()| err.flush());
    }
}

/// Whether standard error takes colours: a terminal that shows them, whose user does not object
/// (`NO_COLOR`, see no-color.org).
fn in_colour() -> bool {
    static IN_COLOUR: LazyLock<bool> = LazyLock::new(|| {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        std::io::stderr().is_terminal() && !is_set("NO_COLOR") && !is_dumb
    });
    *IN_COLOUR
}

/// Diagnostics with their first words and underlines in colour.
fn painted(text: &str) -> String {
    const RED: &str = "\x1b[1;31m";
    const YELLOW: &str = "\x1b[1;33m";
    const BLUE: &str = "\x1b[34m";
    let mut underline = RED;
    let lines = text.lines().map(|line| {
        let cut = line.find(": ").unwrap_or(0);
        let (head, rest) = line.split_at(cut);
        match head.trim_start() {
            word if word.starts_with("error") => underline = RED,
            word if word.starts_with("warning") => underline = YELLOW,
            "help" | "note" => return format!("{BLUE}{head}\x1b[0m{rest}"),
            _ => {
                let marks = line.trim_start().trim_start_matches(['|', ' ']);
                let is_underline = !marks.is_empty() && marks.chars().all(|c| c == '^');
                return match is_underline {
                    true => line.replace(marks, &format!("{underline}{marks}\x1b[0m")),
                    false => line.to_string(),
                };
            }
        }
        format!("{underline}{head}\x1b[0m{rest}")
    });
    lines.collect::<Vec<_>>().join("\n")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_is_added_to_what_is_said_and_takes_nothing_away() {
        let text = "error[bad-id]: `A` is not a slug\n --> x.json:2:9  (/id)\n2 |   \"id\": \"A\"\n  |         ^^^\n  help: write `a`";
        let shown = painted(text);
        assert!(
            shown.starts_with("\x1b[1;31merror[bad-id]\x1b[0m: `A`"),
            "{shown:?}"
        );
        assert!(
            shown.contains("  |         \x1b[1;31m^^^\x1b[0m"),
            "{shown:?}"
        );
        assert!(
            shown.ends_with("\x1b[34m  help\x1b[0m: write `a`"),
            "{shown:?}"
        );
        let mut plain = shown;
        for colour in ["\x1b[1;31m", "\x1b[34m", "\x1b[0m"] {
            plain = plain.replace(colour, "");
        }
        assert_eq!(plain, text);
        assert!(painted("warning[x]: y\n  | ^").contains("\x1b[1;33m^"));
    }
}
