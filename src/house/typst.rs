//! The style as the Typst file that the style files take their parameters from.

use std::fmt::Write;

use super::{Format, House, Logo, Paper, Typeface};

impl Logo {
    /// The name of the file in the world that documents are typeset in.
    pub(crate) fn file_name(&self) -> &'static str {
        match self.format {
            Format::Svg => "logo.svg",
            Format::Png => "logo.png",
        }
    }
}

impl House {
    /// The parameters as Typst code, the file `chosen.typ` of the style files. Text is written as string literals, and nothing in it is code.
    #[must_use]
    pub fn typst(&self) -> String {
        let mut code = String::new();
        let paper = match self.paper {
            Paper::A4 => "a4",
            Paper::UsLetter => "us-letter",
        };
        let family = |face: &Typeface| literal(&face.family) + ", ";
        let own = |face: &Option<Typeface>| face.as_ref().map(family).unwrap_or_default();
        let after = |face: &Typeface| format!(" {},", literal(&face.family));
        let further: String = self.further.iter().map(after).collect();
        let logo = self.logo.as_ref().map_or("none".to_owned(), |logo| {
            let (file, says) = (
                literal(&format!("/{}", logo.file_name())),
                &logo.alternative,
            );
            format!("(file: {file}, alt: {})", literal(says))
        });
        let colours: String = self
            .colours
            .iter()
            .map(|(name, colour)| format!("{name}: rgb(\"{colour}\"), "))
            .collect();
        // Writing to a string cannot fail.
        let _ = write!(
            code,
            "#let paper = \"{paper}\"\n\
             #let text-families = ({text}\"Boardbrief Sans\",{further})\n\
             #let title-families = ({}\"Boardbrief Serif\", {text}\"Boardbrief Sans\",{further})\n\
             #let logo = {logo}\n\
             #let colours = ({colours})\n",
            own(&self.titles),
            text = own(&self.text),
        );
        code
    }
}

/// A text as a Typst string literal.
fn literal(text: &str) -> String {
    let plain = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{plain}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let mut house = House::built_in();
        house.text = Some(Typeface {
            family: "A\"#read(1)\\".to_owned(),
            files: Vec::new(),
        });
        assert!(
            house
                .typst()
                .contains(r##"text-families = ("A\"#read(1)\\", "Boardbrief Sans",)"##)
        );
    }
}
