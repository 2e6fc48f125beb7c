//! The figures that are kept of a decision: those of the recommended option against the baseline.

use serde::{Deserialize, Serialize};

/// A figure that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Key {
    /// Saved a year.
    AnnualSaving,
    /// Net present value, freed people released.
    Npv,
    /// Net present value, freed people redeployed.
    NpvRedeployed,
    /// Return on investment, as a share.
    Roi,
    /// Payback in months.
    PaybackMonths,
    /// Engineers freed.
    EngineersFreed,
    /// What the freed engineers would earn in a full year.
    OpportunityAnnual,
    /// Money asked for.
    Ask,
}

impl Key {
    /// Every figure, in the order in which people read them.
    pub const ALL: [Key; 8] = [
        Key::AnnualSaving,
        Key::Npv,
        Key::NpvRedeployed,
        Key::Roi,
        Key::PaybackMonths,
        Key::EngineersFreed,
        Key::OpportunityAnnual,
        Key::Ask,
    ];

    /// Its key in `register.json`.
    pub fn name(self) -> &'static str {
        match self {
            Key::AnnualSaving => "annual_saving",
            Key::Npv => "npv",
            Key::NpvRedeployed => "npv_redeployed",
            Key::Roi => "roi",
            Key::PaybackMonths => "payback_months",
            Key::EngineersFreed => "engineers_freed",
            Key::OpportunityAnnual => "opportunity_annual",
            Key::Ask => "ask",
        }
    }

    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Key::AnnualSaving => "Saved a year",
            Key::Npv => "Net present value, people released",
            Key::NpvRedeployed => "Net present value, people redeployed",
            Key::Roi => "Return on investment",
            Key::PaybackMonths => "Payback",
            Key::EngineersFreed => "Engineers freed",
            Key::OpportunityAnnual => "Other use of those engineers, a year",
            Key::Ask => "Money asked for",
        }
    }

    /// Whether it is an amount of money.
    pub fn is_money(self) -> bool {
        matches!(
            self,
            Key::AnnualSaving | Key::Npv | Key::NpvRedeployed | Key::OpportunityAnnual | Key::Ask
        )
    }
}

/// The figures of a decision; what does not exist is absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Saved a year.
    pub annual_saving: Option<f64>,
    /// Net present value, freed people released.
    pub npv: Option<f64>,
    /// The same, freed people redeployed. Never added to the other.
    pub npv_redeployed: Option<f64>,
    /// Return on investment, as a share.
    pub roi: Option<f64>,
    /// Payback in months.
    pub payback_months: Option<f64>,
    /// Engineers freed.
    pub engineers_freed: Option<f64>,
    /// What the freed engineers would earn in a full year.
    pub opportunity_annual: Option<f64>,
    /// Whether that is gross.
    pub opportunity_is_gross: Option<bool>,
    /// Money asked for.
    pub ask: Option<f64>,
    /// The most that any option is worth against the baseline, whatever the answer: what is at
    /// stake while there is none.
    pub at_stake: Option<f64>,
}

impl Figures {
    /// One of them.
    pub fn get(&self, key: Key) -> Option<f64> {
        match key {
            Key::AnnualSaving => self.annual_saving,
            Key::Npv => self.npv,
            Key::NpvRedeployed => self.npv_redeployed,
            Key::Roi => self.roi,
            Key::PaybackMonths => self.payback_months,
            Key::EngineersFreed => self.engineers_freed,
            Key::OpportunityAnnual => self.opportunity_annual,
            Key::Ask => self.ask,
        }
    }
}
