//! Every rule a decision file can break: its id, how much it weighs, what it says, why it
//! matters, and an example. `boardbrief explain --rule ID` prints an entry.

use super::Severity;

macro_rules! rules {
    ($($name:ident $id:literal $severity:ident $what:literal $why:literal $example:literal)*) => {
        /// A rule that a decision file can break.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = $what] $name,)*
        }

        impl Rule {
            /// Every rule, in the order of this page.
            pub const ALL: &'static [Rule] = &[$(Rule::$name),*];

            /// The stable id by which the rule is named in messages and on the command line.
            pub fn id(self) -> &'static str {
                match self { $(Rule::$name => $id),* }
            }

            /// Whether breaking it refuses the decision.
            pub fn severity(self) -> Severity {
                match self { $(Rule::$name => Severity::$severity),* }
            }

            /// What the rule asks for.
            pub fn what(self) -> &'static str {
                match self { $(Rule::$name => $what),* }
            }

            /// Why it matters to whoever reads the brief.
            pub fn why(self) -> &'static str {
                match self { $(Rule::$name => $why),* }
            }

            /// Text that breaks the rule, and what to write instead.
            pub fn example(self) -> &'static str {
                match self { $(Rule::$name => $example),* }
            }
        }
    };
}

rules! {
    Unreadable "unreadable" Error
        "The file can be opened and is UTF-8 text."
        "Nothing can be said about a decision that cannot be read."
        "A file saved as UTF-16: save it again as UTF-8."
    TooLarge "too-large" Error
        "A decision file stays within the limits of size, nesting and number of values."
        "A brief of two pages needs kilobytes; a file of many megabytes is a mistake or an attack."
        "A data export pasted into `notes`: attach it to the board pack instead."
    Syntax "syntax" Error
        "The file is well-formed JSON or YAML."
        "A file that is read differently from how it was meant gives a wrong brief."
        "`\"id\": \"portal\",}`: remove the comma before the brace."
    YamlFeature "yaml-feature" Error
        "YAML is used without tags, merge keys, several documents, or anchors that repeat too much."
        "These change what a value means in ways a reader of the file does not see."
        "`fit: !!str 0.8`: write `fit: 0.8`."
    DuplicateKey "duplicate-key" Error
        "A field is given once."
        "Of two values one would be ignored silently, and nobody could say which was meant."
        "Two lines `engineers: 8` and `engineers: 6` in `build`: keep one."
    UnknownField "unknown-field" Error
        "Every field is one that the format knows."
        "A misspelt field would otherwise count as not known and move the answer."
        "`anual_cost`: write `annual_cost`."
    MissingField "missing-field" Error
        "A required field is there."
        "Without it the decision has no name, no date, or no meaning."
        "A metric without `name`: say what is measured."
    WrongType "wrong-type" Error
        "A value has the type of its field."
        "A figure written as text cannot be calculated with, and guessing would invent a figure."
        "`\"annual_cost\": \"180k\"`: write `180000`."
    OutOfRange "out-of-range" Error
        "A number lies in the range of its field."
        "A share of 85 instead of 0.85 would turn every figure of the brief wrong."
        "`\"fit\": 85`: write `0.85`."
    NotExact "not-exact" Error
        "A number is finite and can be held exactly."
        "A figure that changes when it is read is not the author's figure."
        "`9007199254740993`: no amount of money needs that many digits."
    BadDate "bad-date" Error
        "A date is a day of the calendar, written YYYY-MM-DD."
        "Deadlines decide the verdict; a date must mean one day to everybody."
        "`1/2/2026`: write `2026-02-01`."
    BadChoice "bad-choice" Error
        "A value is one of the words its field knows."
        "Any other word has no meaning that the evaluator could act on."
        "`\"today\": \"built\"`: write `self-built`."
    BadId "bad-id" Error
        "The id is a slug: small letters, digits and hyphens, at most 80 of them."
        "It names the files that are written, on every file system."
        "`\"Portal 2026/Q1\"`: write `portal-2026-q1`."
    EmptyText "empty-text" Error
        "A name or sentence that is required is not blank."
        "A table row without a name cannot be discussed."
        "`\"name\": \"\"`: say what it is, or remove the entry."
    Unprintable "unprintable-text" Error
        "Text has no control, private-use, zero-width, tag or direction-changing characters."
        "They can hide or reverse words on the page, and an archival PDF refuses them."
        "A right-to-left override pasted from a web page: type the word again."
    NoGlyph "no-glyph" Error
        "Text that is printed is made of characters that a font at hand has: ours write the languages of Europe."
        "A character without a glyph would leave a hole in the page, and the reader would not know of what."
        "A name in Chinese characters: write it in Latin letters, or give a font with `--font FILE`."
    Range "range" Error
        "Of a three-point estimate, low is at most likely and likely is at most high."
        "A range that does not hold its own likely value describes nothing."
        "`{\"low\": 220, \"likely\": 180}`: exchange them."
    Conflict "conflict" Error
        "Two fields do not say the same thing in two ways."
        "One of them would be ignored silently."
        "`fit` beside `meets`: state the fit, or the requirements that are met."
    Incomplete "incomplete" Error
        "Fields that only mean something together are given together."
        "Half a price is no price."
        "`per_seat` without `seats`: say for how many people."
    Reference "reference" Error
        "A name that refers to something refers to something in the file."
        "A requirement that no list holds would count as not met."
        "`\"meets\": [\"SSO\"]` where the requirement is named `Single sign-on`."
    SameName "same-name" Error
        "Options, requirements and metrics have names of their own."
        "Two rows with one name cannot be told apart in a table or a resolution."
        "Two alternatives named `Port`: name the plans."
    CurrencyMissing "currency-missing" Error
        "A decision that states money states its currency."
        "A figure without a currency is not an amount."
        "Add `\"currency\": \"USD\"`."
    Length "length" Error
        "A list by years has the number of entries that the horizon asks for."
        "A missing year would silently count as nil."
        "Three amounts over a horizon of 3 years: year 0 comes first, so write four."
    NoSource "no-source" Warning
        "A figure that bears on the verdict says where it came from."
        "The first question to a figure in a board meeting is whose it is."
        "`\"annual_cost\": 180000`: write `{ \"value\": 180000, \"source\": \"Vendor quote\" }`."
    OldSource "old-source" Warning
        "A figure that bears on the verdict is no older than the policy allows."
        "Prices and vendors change; an old quote is not an offer."
        "A quote of 2024 in a decision of 2026: ask for a new one."
    ByAHair "by-a-hair" Warning
        "A threshold is met by more than a hair."
        "Where a little less would change an answer, somebody will say that it was adjusted to fit."
        "`\"fit\": 0.81` where 0.8 is asked for: give `low` and `high`."
    CountedTwice "counted-twice" Warning
        "What an option costs or earns is counted once."
        "A sum counted twice is found in the meeting, and takes the other figures down with it."
        "A line `Subscription` with the amount of `annual_cost`: keep one of the two."
    RevenueAsProfit "revenue-as-profit" Warning
        "An opportunity that earns revenue says how much of it is profit."
        "Revenue is not profit, and a director will say so; without a margin the figure is only “up to”."
        "`\"kind\": \"revenue\"` without `margin`: add the share that is profit."
    AdoptionNotVoluntary "adoption-not-voluntary" Warning
        "Adoption that is offered as evidence was free to choose."
        "Where nobody may refuse a platform, that everybody uses it shows nothing."
        "`voluntary_adoption` without `adoption_is_voluntary`: say whether teams may refuse."
    NoOwner "no-owner" Warning
        "A target has an owner."
        "What nobody answers for is not reported."
        "A metric without `owner`: name the one person who reports it."
    NoDeadline "no-deadline" Warning
        "A target has a day by which it is reached."
        "A target that is never due can never be missed, and so never ends the work."
        "A metric without `due`: add the day."
    NotMeasured "not-measured" Warning
        "A target that was due has a result."
        "A deadline that passed without a measurement reads like a miss that is not told."
        "A metric due in 2025 in a decision of 2026: add `actual`."
    ArgumentAlone "argument-left-alone" Warning
        "An argument is answered in terms of money, people or risk."
        "A technical argument that is left as it is will be made again, to people who cannot judge it."
        "An argument that needs a figure under `facts`: state the figure."
}
