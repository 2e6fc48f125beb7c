//! The slots of a statement: every name and figure that a writer may use, and what choices between
//! words may depend on.

macro_rules! slots {
    ($($name:ident $word:literal $about:literal)*) => {
        /// A name or a figure of the decision.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Slot {
            $(#[doc = $about] $name,)*
        }

        impl Slot {
            /// Every slot, in the order of this page.
            pub const ALL: &'static [Slot] = &[$(Slot::$name),*];

            /// The word by which a writer names it.
            pub fn word(self) -> &'static str {
                match self { $(Slot::$name => $word),* }
            }

            /// What it stands for.
            pub fn about(self) -> &'static str {
                match self { $(Slot::$name => $about),* }
            }
        }
    };
}

slots! {
    Vendor "vendor" "Name of the alternative that is recommended, or that comes nearest."
    Plan "plan" "What is recommended, by name: the alternative, with our part on top where we keep one."
    Own "own" "What sets us apart and is built under the verdict, by name."
    Work "work" "What the freed engineers could do instead, by name."
    Organisation "organisation" "Name of the organisation."
    Metric "metric" "Name of the decisive measure."
    Need "need" "The needs that were claimed to be unique, by name."
    Answered "answered" "Those of them that vendors answer."
    Unanswered "unanswered" "Those of them that no vendor asked could answer."
    Evidence "evidence" "The vendor's evidence of its security, as given."
    Lacking "lacking" "Requirements that the alternative does not meet, by name."
    AiNeeded "ai_needed" "The controls over AI that are needed."
    AiVendor "ai_vendor" "Those of them that the bought option covers."
    AiMissing "ai_missing" "Those of them that the built option does not cover."
    Cost "cost" "Running cost of the recommended option a year, people included."
    Subscription "subscription" "What the vendor charges a year."
    OwnCost "own_cost" "Running cost of our own a year, people included."
    Saving "saving" "What the recommended option saves a year against our own."
    StayPv "stay_pv" "Cost of our own over the horizon, in today's money."
    MovePv "move_pv" "Cost of the recommended option over the horizon, in today's money."
    Horizon "horizon" "Years over which options are compared."
    Spent "spent" "What was spent so far, which is never counted."
    Freed "freed" "Engineers that the recommended option frees."
    FreedCost "freed_cost" "What those engineers cost a year."
    Earn "earn" "What they could earn a year on other work; gross where it is revenue."
    Team "team" "Engineers on our own."
    Kept "kept" "Engineers who keep building on what is bought."
    Planned "planned" "Engineers planned for upkeep."
    Needed "needed" "Engineers that upkeep needs."
    Fit "fit" "Share of the need that the alternative covers."
    Adoption "adoption" "Share of those who could use it that choose to."
    Target "target" "Target of the decisive measure."
    Actual "actual" "What the decisive measure reached."
    Due "due" "The day by which the target is due."
    AdoptionTarget "adoption_target" "Target of the measure of adoption."
    AdoptionDue "adoption_due" "The day by which that target is due."
    Live "live" "The day on which the alternative would be live."
    OwnLive "own_live" "The day on which our own would be live."
    ExitCost "exit_cost" "What leaving the vendor would cost."
    ExitWeeks "exit_weeks" "Weeks that leaving the vendor would take."
    Notice "notice" "Notice to leave the vendor."
    Upkeep "upkeep" "Hours of upkeep a month."
    Incidents "incidents" "Incidents a year."
    Affected "affected" "Customers affected by them."
    HourDown "hour_down" "What an hour of downtime costs."
    Integration "integration" "What connecting it costs."
    Retired "retired" "Tools that could be retired."
    Delay "delay" "What a month of delay costs."
    AiSpend "ai_spend" "Spending on AI a year."
}

impl Slot {
    /// The slot that a word names.
    pub fn from_word(word: &str) -> Option<Slot> {
        Slot::ALL.iter().copied().find(|slot| slot.word() == word)
    }

    /// The word of the slot that is spelt most like a word.
    pub fn nearest(word: &str) -> String {
        let like = |slot: &&Slot| (strsim::jaro_winkler(slot.word(), word) * 1e6) as u64;
        Slot::ALL
            .iter()
            .max_by_key(like)
            .map_or_else(String::new, |slot| slot.word().to_owned())
    }
}

/// What a choice between words depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// Whether something of our own runs today.
    Runs,
    /// Whether the verdict stops it.
    Stops,
    /// Whether our own part is kept on top of what is bought.
    Hybrid,
    /// Whether the day by which the decisive measure is due is still to come.
    Ahead,
    /// Whether what is recommended would be live by that day.
    InTime,
    /// Whether the fit of the alternative was counted from the requirements that it meets.
    Counted,
    /// Whether it is stated how many of our people the recommended option takes.
    Staffed,
    /// Whether the figure or the list of a slot is more than one.
    Many(Slot),
    /// Whether a slot is filled.
    Filled(Slot),
}

impl Condition {
    /// The condition that a word names in front of a choice between words.
    pub fn of_choice(word: &str) -> Option<Condition> {
        Condition::of_verdict(word).or_else(|| Slot::from_word(word).map(Condition::Many))
    }

    /// The condition that a word names for a wording as a whole.
    pub fn of_wording(word: &str) -> Option<Condition> {
        Condition::of_verdict(word).or_else(|| Slot::from_word(word).map(Condition::Filled))
    }

    fn of_verdict(word: &str) -> Option<Condition> {
        Some(match word {
            "runs" => Condition::Runs,
            "stops" => Condition::Stops,
            "hybrid" => Condition::Hybrid,
            "ahead" => Condition::Ahead,
            "in_time" => Condition::InTime,
            "counted" => Condition::Counted,
            "staffed" => Condition::Staffed,
            _ => return None,
        })
    }
}
