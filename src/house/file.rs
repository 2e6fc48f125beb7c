//! Reads a style file: every fault is collected and placed, as with decision files.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

use super::contrast::{self, Weak};
use super::{Colour, Fetch, House, Paper, Typeface, colour, media};
use crate::decision::Source;
use crate::decision::read::{listed, nearest, shorten};
use crate::diagnostics::{Diagnostic, Rule};
use crate::display::{DateOrder, DecimalMark, Language};
use crate::policy::syntax_fault;

type Fields = BTreeMap<Spanned<String>, Spanned<toml::Value>>;
type Table = BTreeMap<Spanned<String>, Spanned<Fields>>;

const GROUPS: &[&str] = &["page", "figures", "colours", "text", "titles", "logo"];

/// A style with the values of a file in place of its own.
pub(super) fn laid_over(
    base: &House,
    source: &Source,
    fetch: Fetch,
) -> Result<House, Vec<Diagnostic>> {
    let table: Table = toml::from_str(source.text()).map_err(|fault| vec![syntax_fault(&fault)])?;
    let mut reading = Reading {
        house: base.clone(),
        fetch,
        faults: Vec::new(),
    };
    for (name, fields) in &table {
        reading.group(name, fields);
    }
    if reading.faults.is_empty() {
        reading.contrast(&table);
    }
    reading
        .faults
        .sort_by_key(|fault| fault.span.as_ref().map_or(0, |span| span.start));
    if reading.faults.is_empty() {
        Ok(reading.house)
    } else {
        Err(reading.faults)
    }
}

struct Reading<'a> {
    house: House,
    fetch: Fetch<'a>,
    faults: Vec<Diagnostic>,
}

impl Reading<'_> {
    fn group(&mut self, name: &Spanned<String>, fields: &Spanned<Fields>) {
        let whole = fields.span();
        let fields = fields.get_ref();
        match name.get_ref().as_str() {
            "page" => self.page(fields),
            "figures" => self.figures(fields),
            "colours" => self.colours(fields),
            "text" => self.house.text = self.typeface("text", fields, &whole),
            "titles" => self.house.titles = self.typeface("titles", fields, &whole),
            "logo" => self.logo(fields, &whole),
            _ => self.unknown(name, GROUPS, "part of a style", ""),
        }
    }

    fn page(&mut self, fields: &Fields) {
        let papers = [("a4", Paper::A4), ("us-letter", Paper::UsLetter)];
        for (key, value) in fields {
            match key.get_ref().as_str() {
                "paper" => {
                    if let Some(paper) = self.choice(value, "/page/paper", &papers) {
                        self.house.paper = paper;
                    }
                }
                _ => self.unknown(key, &["paper"], "field here", "/page"),
            }
        }
    }

    fn figures(&mut self, fields: &Fields) {
        let english = [
            ("british", Language::British),
            ("american", Language::American),
        ];
        let marks = [("point", DecimalMark::Point), ("comma", DecimalMark::Comma)];
        let orders = [
            ("day-first", DateOrder::DayFirst),
            ("month-first", DateOrder::MonthFirst),
        ];
        for (key, value) in fields {
            match key.get_ref().as_str() {
                "english" => {
                    if let Some(chosen) = self.choice(value, "/figures/english", &english) {
                        self.house.conventions.language = chosen;
                    }
                }
                "decimal" => {
                    if let Some(chosen) = self.choice(value, "/figures/decimal", &marks) {
                        self.house.conventions.decimal_mark = chosen;
                    }
                }
                "dates" => {
                    if let Some(chosen) = self.choice(value, "/figures/dates", &orders) {
                        self.house.conventions.date_order = chosen;
                    }
                }
                _ => self.unknown(
                    key,
                    &["english", "decimal", "dates"],
                    "field here",
                    "/figures",
                ),
            }
        }
    }

    fn colours(&mut self, fields: &Fields) {
        for (key, value) in fields {
            let name = key.get_ref().as_str();
            let Some(at) = colour::NAMES.iter().position(|known| *known == name) else {
                self.unknown(key, &colour::NAMES, "colour of a style", "/colours");
                continue;
            };
            let place = format!("/colours/{name}");
            let Some(text) = self.text(value, &place, "put it in quotes: `\"#17466b\"`") else {
                continue;
            };
            match Colour::from_hex(&text) {
                Some(colour) => self.house.colours[at].1 = colour,
                None => self.fault(
                    Rule::BadChoice,
                    value.span(),
                    place,
                    format!("`{}` is not a colour", shorten(&text)),
                    "write it `#rrggbb`, such as `#17466b`",
                ),
            }
        }
    }

    fn typeface(&mut self, group: &str, fields: &Fields, whole: &Range<usize>) -> Option<Typeface> {
        let family = self.required(group, "family", fields, whole)?;
        let files = self.required(group, "files", fields, whole);
        self.only(group, fields, &["family", "files"]);
        let files = files?;
        let family_text = self.text(family, &format!("/{group}/family"), "put it in quotes")?;
        let paths = self.paths(files, &format!("/{group}/files"))?;
        let mut face = Typeface {
            family: family_text,
            files: Vec::new(),
        };
        let mut found = Vec::new();
        for path in paths {
            let place = format!("/{group}/files");
            let bytes = self.file(&path, files.span(), &place)?;
            match media::families(&bytes) {
                Ok(families) => found.extend(families),
                Err((why, help)) => {
                    let why = format!("{}: {why}", shorten(&path));
                    self.fault(Rule::Unreadable, files.span(), place, why, help);
                    return None;
                }
            }
            face.files.push(bytes);
        }
        found.dedup();
        if found.iter().all(|known| *known == face.family) {
            return Some(face);
        }
        let known: Vec<&str> = found.iter().map(String::as_str).collect();
        self.fault(
            Rule::Reference,
            family.span(),
            format!("/{group}/family"),
            format!(
                "the files are not all of the family `{}`",
                shorten(&face.family)
            ),
            format!("they are of {}; name the one they share", listed(&known)),
        );
        None
    }

    fn logo(&mut self, fields: &Fields, whole: &Range<usize>) {
        self.only("logo", fields, &["file", "alternative"]);
        let file = self.required("logo", "file", fields, whole);
        let says = self.required("logo", "alternative", fields, whole);
        let (Some(file), Some(says)) = (file, says) else {
            return;
        };
        let path = self.text(file, "/logo/file", "put the path in quotes");
        let alternative = self.text(says, "/logo/alternative", "put it in quotes");
        let (Some(path), Some(alternative)) = (path, alternative) else {
            return;
        };
        if alternative.trim().is_empty() || alternative.chars().any(char::is_control) {
            return self.fault(
                Rule::EmptyText,
                says.span(),
                "/logo/alternative",
                "the logo has no alternative text",
                "write what it shows on one line, such as the name of the organisation",
            );
        }
        let Some(bytes) = self.file(&path, file.span(), "/logo/file") else {
            return;
        };
        match media::logo(bytes, &alternative) {
            Ok(logo) => self.house.logo = Some(logo),
            Err((why, help)) => self.fault(Rule::Unreadable, file.span(), "/logo/file", why, help),
        }
    }

    /// Colours that cannot be told apart well enough; the fault stands where the file sets one.
    fn contrast(&mut self, table: &Table) {
        let set = |name: &str| {
            let (_, colours) = table.iter().find(|(key, _)| key.get_ref() == "colours")?;
            let fields = colours.get_ref().iter();
            let (_, value) = fields.into_iter().find(|(key, _)| key.get_ref() == name)?;
            Some(value.span())
        };
        for weak in contrast::weak_pairs(&self.house) {
            let Weak {
                colour,
                ground,
                found,
                needed,
            } = weak;
            let (name, span) = match (set(colour), set(ground)) {
                (Some(span), _) => (colour, span),
                (None, Some(span)) => (ground, span),
                (None, None) => (colour, 0..0),
            };
            let on = if ground == "paper" { "white" } else { ground };
            self.fault(
                Rule::OutOfRange,
                span,
                format!("/colours/{name}"),
                format!(
                    "`{colour}` has a contrast of {} on {on}",
                    contrast::shown(found)
                ),
                format!(
                    "it needs {} (WCAG 2, level AA); make one darker or the other lighter",
                    contrast::shown(needed)
                ),
            );
        }
    }
}

impl Reading<'_> {
    fn required<'f>(
        &mut self,
        group: &str,
        name: &str,
        fields: &'f Fields,
        whole: &Range<usize>,
    ) -> Option<&'f Spanned<toml::Value>> {
        let found = fields.iter().find(|(key, _)| key.get_ref() == name);
        if found.is_none() {
            let hint = match name {
                "alternative" => "say what the logo shows, such as `alternative = \"Example Ltd\"`",
                "family" => "name the family as the files do: `family = \"Example Sans\"`",
                "files" => "name the files: `files = [\"ExampleSans-Regular.otf\"]`",
                _ => "name the file: `file = \"logo.svg\"`",
            };
            let message = format!("`{name}` is missing from `[{group}]`");
            self.fault(
                Rule::MissingField,
                whole.clone(),
                format!("/{group}"),
                message,
                hint,
            );
        }
        found.map(|(_, value)| value)
    }

    fn only(&mut self, group: &str, fields: &Fields, known: &[&str]) {
        for key in fields.keys() {
            if !known.contains(&key.get_ref().as_str()) {
                self.unknown(key, known, "field here", &format!("/{group}"));
            }
        }
    }

    fn text(&mut self, value: &Spanned<toml::Value>, at: &str, hint: &str) -> Option<String> {
        if let toml::Value::String(text) = value.get_ref() {
            return Some(text.clone());
        }
        self.fault(Rule::WrongType, value.span(), at, "expected text", hint);
        None
    }

    fn paths(&mut self, value: &Spanned<toml::Value>, at: &str) -> Option<Vec<String>> {
        let texts = value.get_ref().as_array().and_then(|items| {
            let texts = items.iter().map(|item| item.as_str().map(str::to_owned));
            texts.collect::<Option<Vec<String>>>()
        });
        let paths = texts.filter(|paths| !paths.is_empty());
        if paths.is_none() {
            let hint = "write `[\"ExampleSans-Regular.otf\"]`";
            self.fault(
                Rule::WrongType,
                value.span(),
                at,
                "expected a list of paths",
                hint,
            );
        }
        paths
    }

    fn file(&mut self, path: &str, span: Range<usize>, at: &str) -> Option<Vec<u8>> {
        (self.fetch)(path)
            .map_err(|why| {
                let hint = "paths start at the folder of the style file";
                self.fault(Rule::Unreadable, span, at, why, hint);
            })
            .ok()
    }

    fn choice<T: Copy>(
        &mut self,
        value: &Spanned<toml::Value>,
        at: &str,
        known: &[(&str, T)],
    ) -> Option<T> {
        let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        let text = self.text(value, at, &format!("write {}, in quotes", listed(&words)))?;
        let found = known.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let message = format!("`{}` is not one of the choices", shorten(&text));
            let hint = format!("write {}", listed(&words));
            self.fault(Rule::BadChoice, value.span(), at, message, hint);
        }
        found.map(|(_, meaning)| *meaning)
    }

    fn unknown(&mut self, key: &Spanned<String>, known: &[&str], what: &str, group: &str) {
        let name = key.get_ref();
        let hint = match nearest(name, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the names here are {}", listed(known)),
        };
        let message = format!("`{}` is not a {what}", shorten(name));
        self.fault(
            Rule::UnknownField,
            key.span(),
            format!("{group}/{name}"),
            message,
            hint,
        );
    }

    fn fault(
        &mut self,
        rule: Rule,
        span: Range<usize>,
        at: impl Into<String>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let fault = Diagnostic::new(rule, at, message).at(span).hint(hint);
        self.faults.push(fault);
    }
}
