//! What is not known, where that leaves a figure without a value.

/// Why an option has no figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// Neither a price nor lines of cash flow.
    Price,
    /// Neither the people who build, nor their cost, nor lines of cash flow.
    People,
    /// What an engineer costs.
    CostPerEngineer,
    /// Who keeps building on top.
    Keepers,
}

impl Unknown {
    /// The reason in words, as a clause.
    pub fn words(self) -> &'static str {
        match self {
            Unknown::Price => "no price and no cash flows are given",
            Unknown::People => "neither its people nor their cost nor its cash flows are given",
            Unknown::CostPerEngineer => "what an engineer costs is not given",
            Unknown::Keepers => "how many engineers keep building on top is not given",
        }
    }
}
