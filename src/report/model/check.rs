//! What must hold for a report to become a document, checked before anything is typeset.
//!
//! A fault here is one of ours, not of the decision: the accessible and archival standards that the
//! PDF follows refuse such a document, or a reader who cannot see the page would lose its meaning.

use std::collections::HashSet;

use super::{Block, Chart, Datum, Exhibit, Report, Scorecard, Table};

impl Report {
    /// Every fault, in reading order, each a sentence; none where the report is sound.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let mut check = Check {
            level: 1,
            ids: HashSet::new(),
            faults: Vec::new(),
        };
        check.require(!self.meta.title.trim().is_empty(), || {
            "The title is empty.".into()
        });
        check.require(!self.meta.as_of.shown.is_empty(), || {
            "The date is not shown.".into()
        });
        check.blocks(&self.blocks);
        check.faults
    }
}

/// What has been seen so far.
struct Check<'a> {
    /// Level of the heading before; the title is level 1.
    level: u8,
    ids: HashSet<&'a str>,
    faults: Vec<String>,
}

impl<'a> Check<'a> {
    fn require(&mut self, holds: bool, fault: impl FnOnce() -> String) {
        if !holds {
            self.faults.push(fault());
        }
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::List { items, .. } => items.iter().for_each(|item| self.blocks(&item.blocks)),
            Block::Table(table) => self.table(table),
            Block::Answer(answer) => self.blocks(&answer.body),
            Block::Callout { body, .. } | Block::Quote { body, .. } => self.blocks(body),
            Block::Scorecard(scorecard) => self.scorecard(scorecard),
            Block::Exhibit(exhibit) => self.exhibit(exhibit),
            Block::Columns { columns } => columns.iter().for_each(|column| self.blocks(column)),
            Block::Together { blocks } => self.blocks(blocks),
            Block::Paragraph { .. }
            | Block::KeyValues { .. }
            | Block::Tiles { .. }
            | Block::Exchanges { .. }
            | Block::Code { .. }
            | Block::Rule
            | Block::PageBreak => {}
        }
    }

    fn heading(&mut self, heading: &'a super::Heading) {
        let text = heading.text.plain_text();
        self.require(!text.trim().is_empty(), || {
            format!("Heading {} is empty.", heading.id)
        });
        let (level, before) = (heading.level, self.level);
        self.require((2..=6).contains(&level) && level <= before + 1, || {
            format!("Heading {text:?} has level {level} after level {before}.")
        });
        self.level = level.clamp(2, 6);
        let id_is_plain = !heading.id.is_empty()
            && heading
                .id
                .bytes()
                .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        self.require(id_is_plain, || {
            format!("Heading {text:?} has the identifier {:?}.", heading.id)
        });
        let is_first = self.ids.insert(&heading.id);
        self.require(is_first, || {
            format!("The identifier {} is used twice.", heading.id)
        });
    }

    fn table(&mut self, table: &Table) {
        self.require(!table.summary.trim().is_empty(), || {
            "A table has no summary.".into()
        });
        self.require(!table.head.is_empty(), || {
            "A table has no column headings.".into()
        });
        for row in table.head.iter().chain(&table.body) {
            let (is, should) = (row.width(), table.columns.len());
            self.require(is == should, || {
                format!(
                    "A table of {should} columns has a row of {is}: {}",
                    table.summary
                )
            });
        }
    }

    fn scorecard(&mut self, scorecard: &Scorecard) {
        self.require(!scorecard.summary.trim().is_empty(), || {
            "A scorecard has no summary.".into()
        });
        let answered = scorecard
            .rows
            .iter()
            .all(|row| !row.answer.plain_text().is_empty());
        self.require(answered, || {
            "A mark stands without its answer in words.".into()
        });
    }

    fn exhibit(&mut self, exhibit: &Exhibit) {
        let title = exhibit.title.plain_text();
        self.require(!title.trim().is_empty(), || {
            "An exhibit has no title.".into()
        });
        self.require(!exhibit.alt.trim().is_empty(), || {
            format!("Exhibit {title:?} has no alternative text.")
        });
        let axis = exhibit.chart.axis();
        self.require(
            axis.from.is_finite() && axis.to.is_finite() && axis.from < axis.to,
            || format!("Exhibit {title:?} has no scale."),
        );
        let values = exhibit.chart.values();
        self.require(!values.is_empty(), || {
            format!("Exhibit {title:?} shows nothing.")
        });
        let slack = (axis.to - axis.from) * 1e-6;
        let on_scale = |value: &f64| axis.from - slack <= *value && *value <= axis.to + slack;
        self.require(values.iter().all(on_scale), || {
            format!("Exhibit {title:?} has a value beyond its scale.")
        });
        if let Chart::Lines { times, series, .. } = &exhibit.chart {
            self.require(
                series.iter().all(|line| line.values.len() == times.len()),
                || format!("Exhibit {title:?} has a line that lacks a point in time."),
            );
        }
    }
}

impl Chart {
    /// The scale of the drawing.
    #[must_use]
    pub fn axis(&self) -> &super::Axis {
        match self {
            Self::Bars { axis, .. }
            | Self::Lines { axis, .. }
            | Self::Tornado { axis, .. }
            | Self::Histogram { axis, .. }
            | Self::Adoption { axis, .. } => axis,
        }
    }

    /// Every value placed on the scale.
    fn values(&self) -> Vec<f64> {
        let of = |datum: &Datum| datum.value;
        match self {
            Self::Bars { bars, .. } => bars.iter().map(|bar| of(&bar.datum)).collect(),
            Self::Lines { series, .. } => series
                .iter()
                .flat_map(|line| &line.values)
                .map(of)
                .collect(),
            Self::Tornado { now, bars, .. } => {
                let ends = bars.iter().flat_map(|bar| [of(&bar.low), of(&bar.high)]);
                ends.chain([of(now)]).collect()
            }
            Self::Histogram {
                bins, landmarks, ..
            } => {
                let ends = bins.iter().flat_map(|bin| [bin.from, bin.to]);
                ends.chain(landmarks.iter().map(|landmark| of(&landmark.datum)))
                    .collect()
            }
            Self::Adoption {
                measured, target, ..
            } => measured
                .iter()
                .chain([target])
                .map(|at| of(&at.datum))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests;
