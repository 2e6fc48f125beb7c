//! A decision in outline: what is known is written down, what is not is `null`, and a comment says
//! what each section is for.

use serde_json::json;

/// A category of the market, as far as an outline needs it.
#[derive(Debug, Clone, Default)]
pub struct Category {
    pub key: String,
    pub name: String,
    pub commodity: String,
    pub alternatives: Vec<String>,
}

/// A part of the thing, and whether it sets us apart.
#[derive(Debug, Default)]
pub struct Part {
    pub name: String,
    pub hard_to_replicate: Option<bool>,
    pub matters_to_customers: Option<bool>,
}

/// Something that could be bought.
#[derive(Debug, Default)]
pub struct Offer {
    pub name: String,
    pub proven: Option<bool>,
    /// Share of the need, 0 to 1.
    pub fit: Option<f64>,
    /// Money a year.
    pub annual_cost: Option<f64>,
}

/// A measure of success.
#[derive(Debug, Default)]
pub struct Measure {
    pub name: String,
    pub target: Option<f64>,
    /// A day, `YYYY-MM-DD`.
    pub due: Option<String>,
    pub owner: Option<String>,
}

/// The outline of a decision.
#[derive(Debug, Default)]
pub struct Outline {
    pub id: String,
    pub category: Option<Category>,
    pub title: String,
    /// A day, `YYYY-MM-DD`.
    pub as_of: String,
    pub currency: String,
    pub parts: Vec<Part>,
    /// The four stresses, in the order of the format, then a budget for several years.
    pub lasts: [Option<bool>; 5],
    pub offers: Vec<Offer>,
    pub engineers: Option<f64>,
    pub cost_per_engineer: Option<f64>,
    /// What the engineers would do instead, and what it is worth a year.
    pub instead: Option<(String, Option<f64>)>,
    pub measure: Option<Measure>,
    pub will_stop: Option<bool>,
}

/// The questions of the second section, as fields of the format.
pub const LASTS: [&str; 5] = [
    "key_people_leave",
    "priorities_shift",
    "technology_moves_on",
    "team_reassigned",
    "multi_year_budget",
];

impl Outline {
    /// An outline of which only the id is known, and what the market sells in the category.
    pub fn new(id: String, category: Option<Category>) -> Outline {
        let title = category.as_ref().map_or_else(
            || "What is to be built or bought".to_string(),
            |category| format!("{}: build our own, or buy", sentence(&category.name)),
        );
        let offer = |name: &String| Offer {
            name: name.clone(),
            ..Offer::default()
        };
        let part = |category: &Category| Part {
            name: sentence(&category.commodity),
            ..Part::default()
        };
        Outline {
            id,
            title,
            as_of: "2026-01-31".to_string(),
            currency: "USD".to_string(),
            parts: category.iter().map(part).collect(),
            offers: category
                .iter()
                .flat_map(|c| &c.alternatives)
                .map(offer)
                .collect(),
            category,
            ..Outline::default()
        }
    }

    /// The decision as YAML. Texts are written as JSON strings, which YAML reads as they are.
    pub fn yaml(&self) -> String {
        let mut out = format!(
            "# A field that is null or absent means \"not known\", which is never the same as \"no\" or 0.\n\n\
             id: {}\ntitle: {}\nas_of: {}               # the date that the brief speaks from\ncurrency: {}\n",
            self.id,
            json!(self.title),
            self.as_of,
            self.currency
        );
        if let Some(category) = &self.category {
            out += &format!("category: {}\n", category.key);
        }
        out += "status: draft\n\n";
        self.apart(&mut out);
        self.lasting(&mut out);
        self.bought(&mut out);
        self.worth(&mut out);
        self.measured(&mut out);
        out
    }

    fn apart(&self, out: &mut String) {
        *out += "# 1. Does it set us apart? Asked of each part, not of the whole.\n";
        *out += if self.parts.is_empty() {
            "components: []\n"
        } else {
            "components:\n"
        };
        for part in &self.parts {
            *out += &format!(
                "  - name: {}\n    hard_to_replicate: {}\n    matters_to_customers: {}\n    evidence: null\n",
                json!(part.name),
                json!(part.hard_to_replicate),
                json!(part.matters_to_customers)
            );
        }
    }

    fn lasting(&self, out: &mut String) {
        *out += "\n# 2. Can we maintain it for three to five years?\nmaintenance:\n  survives:\n";
        for (field, answer) in LASTS.iter().zip(self.lasts).take(4) {
            *out += &format!("    {field}: {}\n", json!(answer));
        }
        *out += &format!(
            "  multi_year_budget: {}\n  executive_sponsor: null    # cto, vp, director, none\n  plan: null\n",
            json!(self.lasts[4])
        );
    }

    fn bought(&self, out: &mut String) {
        *out += "\n# 3. Is there a proven alternative that fits 80 %? Ask each vendor for fit and price.\n";
        *out += if self.offers.is_empty() {
            "alternatives: []\n"
        } else {
            "alternatives:\n"
        };
        for offer in &self.offers {
            *out += &format!(
                "  - name: {}\n    proven: {}\n    fit: {}\n    annual_cost: {}\n    one_off: null\n    engineers: null          # who keep building on top of it\n",
                json!(offer.name),
                json!(offer.proven),
                estimate(offer.fit),
                estimate(offer.annual_cost)
            );
        }
    }

    fn worth(&self, out: &mut String) {
        *out += &format!(
            "\n# 4. Are these engineers worth most here?\nmoney:\n  cost_per_engineer: {}\nbuild:\n  engineers: {}\n",
            estimate(self.cost_per_engineer),
            estimate(self.engineers)
        );
        match &self.instead {
            None => *out += "opportunities: []          # what they could do instead\n",
            Some((name, value)) => {
                *out += &format!(
                    "opportunities:\n  - name: {}\n    kind: revenue            # revenue, saving, risk\n    annual_value: {}\n    margin: null\n    likelihood: null\n",
                    json!(name),
                    estimate(*value)
                );
            }
        }
    }

    fn measured(&self, out: &mut String) {
        *out += "\n# 5. Can we measure success, and will we stop?\nsuccess:\n";
        *out += if self.measure.is_none() {
            "  metrics: []\n"
        } else {
            "  metrics:\n"
        };
        if let Some(measure) = &self.measure {
            *out += &format!(
                "    - name: {}\n      target: {}\n      due: {}\n      owner: {}\n",
                json!(measure.name),
                json!(measure.target),
                measure.due.as_deref().unwrap_or("null"),
                json!(measure.owner)
            );
        }
        *out += &format!(
            "  exit_rule:\n    committed: {}\n    rule: null\n",
            json!(self.will_stop)
        );
        *out += "\n# Technical arguments in the words they were made in.\narguments: []\n";
    }
}

/// A figure that somebody stated without saying where it came from.
fn estimate(value: Option<f64>) -> String {
    match value {
        None => "null".to_string(),
        Some(value) => format!("{{ value: {value}, source: assumption }}"),
    }
}

/// The text with its first letter a capital.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
