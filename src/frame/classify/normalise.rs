//! An argument's words in the form in which they are matched and counted.
//!
//! Arguments come out of threads and records: curly quotes, stray symbols, amounts written ten
//! ways. Matching sees lower case, plain quotes and one byte a character; counting sees tokens in
//! which every amount is the same word, so that a rule or a weight learned from one figure holds
//! for any other. `tools/train-framing.py` does the same, and a test holds the two together.

/// Lower case, plain quotes and dashes, one byte a character; what is not ASCII becomes a space.
pub fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            '\u{2013}' | '\u{2014}' => '-',
            '€' | '£' => '$',
            c if c.is_ascii() => c.to_ascii_lowercase(),
            _ => ' ',
        })
        .collect()
}

/// The tokens of a text that went through [`plain`].
pub fn tokens(plain: &str) -> Vec<String> {
    let bytes = plain.as_bytes();
    let mut out = Vec::with_capacity(plain.len() / 5);
    let mut at = 0;
    while at < bytes.len() {
        let rest = &plain[at..];
        at += match bytes[at] {
            b'h' if rest.starts_with("http://") || rest.starts_with("https://") => {
                address(rest, &mut out)
            }
            b'$' => amount(rest, &mut out),
            b'0'..=b'9' => number(rest, &mut out),
            b'a'..=b'z' => word(rest, &mut out),
            mark @ (b'?' | b':' | b'!') => {
                out.push((mark as char).to_string());
                1
            }
            _ => 1,
        };
    }
    out
}

/// An address on the web. A scheme with nothing behind it is a word.
fn address(rest: &str, out: &mut Vec<String>) -> usize {
    let length = rest
        .find(|c: char| c.is_ascii_whitespace())
        .unwrap_or(rest.len());
    let scheme = rest.find("//").map_or(0, |at| at + 2);
    if length == scheme {
        return word(rest, out);
    }
    out.push("urlx".into());
    length
}

/// An amount of money: a sign, perhaps a space, digits, perhaps `k` or `m`.
fn amount(rest: &str, out: &mut Vec<String>) -> usize {
    let space = usize::from(rest[1..].starts_with(' '));
    let digits = digits(&rest[1 + space..]);
    if digits == 0 {
        return 1;
    }
    out.push("moneyx".into());
    let end = 1 + space + digits;
    end + usize::from(rest[end..].starts_with(['k', 'm']))
}

/// A number, or a share where a percent sign follows.
fn number(rest: &str, out: &mut Vec<String>) -> usize {
    let end = digits(rest);
    let space = usize::from(rest[end..].starts_with(' '));
    if rest[end + space..].starts_with('%') {
        out.push("pctx".into());
        return end + space + 1;
    }
    out.push("numx".into());
    end + usize::from(rest[end..].starts_with(['k', 'm']))
}

fn digits(rest: &str) -> usize {
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .unwrap_or(rest.len())
}

/// A word, with what an apostrophe joins to it: `don't` is `do` and `not`, `we'll` `we` and `'ll`.
fn word(rest: &str, out: &mut Vec<String>) -> usize {
    let letters = |text: &str| {
        text.find(|c: char| !c.is_ascii_lowercase())
            .unwrap_or(text.len())
    };
    let stem = letters(rest);
    let tail = match rest[stem..].strip_prefix('\'') {
        Some(after) => letters(after),
        None => 0,
    };
    if tail == 0 {
        out.push(rest[..stem].into());
        return stem;
    }
    let end = stem + 1 + tail;
    if &rest[stem - 1..end] == "n't" {
        out.push(
            match &rest[..stem - 1] {
                "ca" => "can",
                "wo" => "will",
                "sha" => "shall",
                other => other,
            }
            .into(),
        );
        out.push("not".into());
    } else {
        out.push(rest[..stem].into());
        out.push(rest[stem..end].into());
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> String {
        tokens(&plain(text)).join(" ")
    }

    #[test]
    fn words_and_amounts_become_tokens() {
        assert_eq!(
            split("We don’t need S3 — it's $49/host, i.e. 3.5 % of 12k; can't we?"),
            "we do not need s numx it 's moneyx host i e pctx of numx can not we ?"
        );
    }

    #[test]
    fn addresses_are_all_alike() {
        assert_eq!(
            split("See https://example.org/a?b (or http)."),
            "see urlx or http"
        );
    }

    #[test]
    fn nothing_in_nothing_out() {
        assert!(tokens(&plain("… — 。")).is_empty());
    }
}
