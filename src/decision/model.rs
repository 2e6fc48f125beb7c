//! The fields of a decision, as the format names them. This page is the format: types, readers,
//! schema and the walk over everything that can be varied follow from it.
//!
//! `None` is *not known*, which is never the same as `false` or 0.

use super::figure::Figure;
use super::leaf::Date;
use super::read::{Definitions, Path, Read, Reader, Visit, choice, record};
use super::source::{Node, Value};
use super::unit::Unit;
use serde_json::{Value as Json, json};

choice! {
    /// How far a decision has come.
    Status {
        /// Being written.
        Draft = "draft",
        /// Put to those who decide.
        Proposed = "proposed",
        /// Decided.
        Approved = "approved",
        /// Replaced by a later decision.
        Superseded = "superseded",
    }
}

choice! {
    /// What a meeting is asked to do with the paper.
    Purpose {
        /// To decide.
        Decision = "decision",
        /// To discuss.
        Discussion = "discussion",
        /// To take note.
        Information = "information",
    }
}

choice! {
    /// What serves the need today.
    Today {
        /// Nothing does.
        Nothing = "nothing",
        /// Something we built ourselves.
        SelfBuilt = "self-built",
        /// Something we bought.
        Bought = "bought",
    }
}

choice! {
    /// Who stands behind the work.
    Sponsor {
        /// The chief technology officer.
        Cto = "cto",
        /// A vice president.
        Vp = "vp",
        /// A director, which is below executive level.
        Director = "director",
        /// Nobody.
        None = "none",
    }
}

choice! {
    /// How a vendor answers a need that is claimed to be unique.
    VendorAnswer {
        /// The vendor holds the certification.
        Certified = "certified",
        /// The feature is built in.
        BuiltIn = "built_in",
        /// The vendor hosts in the region.
        RegionalHosting = "regional_hosting",
        /// The need is met through the vendor's interfaces.
        Integration = "integration",
        /// No vendor that was asked has an answer.
        None = "none",
    }
}

choice! {
    /// How freed engineers are read; the two readings are never added.
    FreedPeople {
        /// Their cost stops.
        Released = "released",
        /// Their cost goes on, and they earn their best alternative use.
        Redeployed = "redeployed",
    }
}

choice! {
    /// Whether a line of cash flow costs or earns.
    LineKind {
        /// Money out.
        Cost = "cost",
        /// Money in.
        Benefit = "benefit",
    }
}

choice! {
    /// What an opportunity earns.
    OpportunityKind {
        /// Revenue, which is not profit.
        Revenue = "revenue",
        /// A cost that falls away.
        Saving = "saving",
        /// An expected loss that is avoided.
        Risk = "risk",
    }
}

choice! {
    /// Whether a measure moves before or after the value it stands for.
    MetricKind {
        /// Moves first: adoption, time to first value.
        Leading = "leading",
        /// Follows: revenue, cost avoided.
        Lagging = "lagging",
    }
}

choice! {
    /// A three-step scale.
    Level {
        /// Low.
        Low = "low",
        /// Medium.
        Medium = "medium",
        /// High.
        High = "high",
    }
}

record! {
    /// A build-vs-buy decision.
    Decision {
        /// Names the outputs: small letters, digits and hyphens; unique in a batch.
        id: String as Id,
        /// The decision, as a board would say it.
        title: String as Name,
        /// The date the brief speaks from; nothing reads the clock.
        as_of: Date,
        /// ISO 4217 code; required once any money is given.
        currency: Option<String> as Currency,
        /// Entry of the market catalogue, such as `developer-portal`.
        category: Option<String>,
        /// How far the decision has come; shown on every page.
        status: Status = Status::Draft,
        /// Who approved it, where it is approved.
        approval: Option<Approval>,
        /// The meeting that the paper is for.
        meeting: Meeting,
        /// What is asked of the meeting.
        ask: Ask,
        /// The organisation that decides.
        organisation: Organisation,
        /// Where it stands today.
        situation: Situation,
        /// What the thing consists of; whether it sets us apart is asked of each.
        components: Vec<Component>,
        /// Whether it can be maintained for three to five years.
        maintenance: Maintenance,
        /// What is needed, to measure alternatives against.
        requirements: Vec<Requirement>,
        /// What could be bought instead.
        alternatives: Vec<Alternative>,
        /// Would customers make vendors build this anyway?
        market_forces_vendors: Option<bool>,
        /// How money is reckoned.
        money: Money,
        /// Building, or keeping what was built.
        build: Option<Build>,
        /// What freed engineers could do instead.
        opportunities: Vec<Opportunity>,
        /// Grounds on which building may still be justified.
        exceptions: Exceptions,
        /// What AI agents need of the platform.
        ai: Ai,
        /// How success is measured, and when the work ends.
        success: Success,
        /// What could go wrong.
        risks: Vec<Risk>,
        /// What happens when.
        milestones: Vec<Milestone>,
        /// Figures that arguments are answered with.
        facts: Facts,
        /// Technical arguments in the words they were made in.
        arguments: Vec<Argument>,
        /// Markdown that the brief carries at the end.
        notes: Option<String> as Markdown,
    }
}

record! {
    /// An approval.
    Approval {
        /// Who approved.
        by: Option<String>,
        /// When.
        on: Option<Date>,
        /// The approver's delegated limit.
        limit: Option<Figure> as Money,
    }
}

record! {
    /// The meeting that a paper is for.
    Meeting {
        /// The body that meets.
        body: Option<String>,
        /// When it meets.
        date: Option<Date>,
        /// What it is asked to do.
        purpose: Option<Purpose>,
        /// Who puts the paper to the meeting.
        sponsor: Option<String>,
        /// Who wrote it.
        author: Option<String>,
    }
}

record! {
    /// What is asked of a meeting.
    Ask {
        /// Money.
        money: Option<Figure> as Money,
        /// People.
        people: Option<Figure> as People,
        /// By when the answer is needed.
        by: Option<Date>,
        /// Whether the money is in the budget.
        budgeted: Option<bool>,
        /// The resolution in words the meeting can minute; ours where absent.
        resolution: Option<String>,
    }
}

record! {
    /// The organisation that decides.
    Organisation {
        /// Its name.
        name: Option<String>,
        /// Its engineers; decides the stage.
        engineers: Option<f64> as People,
        /// Months until the money runs out.
        runway_months: Option<f64> as Months,
        /// How it runs platforms.
        platform: Platform,
    }
}

record! {
    /// How an organisation runs platforms.
    Platform {
        /// An organisation of its own builds the platform.
        dedicated_organisation: Option<bool>,
        /// Its people have career paths in it.
        career_paths: Option<bool>,
        /// Teams may choose not to use it.
        adoption_is_voluntary: Option<bool>,
        /// Share of those who could use it that choose to.
        voluntary_adoption: Option<Figure> as Share,
    }
}

record! {
    /// Where things stand today.
    Situation {
        /// What serves the need today.
        today: Option<Today>,
        /// Money spent so far: sunk, shown, never counted.
        spent: Option<Figure> as Money,
        /// Book value that a change would write off: shown, not cash.
        carrying_amount: Option<Figure> as Money,
        /// The situation in the author's words, in Markdown.
        summary: Option<String> as Markdown,
    }
}

record! {
    /// A part of the thing that is built or bought.
    Component at most 60 {
        /// Its name.
        name: String as Name,
        /// Would a competitor find it hard to replicate?
        hard_to_replicate: Option<bool>,
        /// Does it matter to customers?
        matters_to_customers: Option<bool>,
        /// Why.
        evidence: Option<String>,
    }
}

record! {
    /// Whether a built thing can be maintained for three to five years.
    Maintenance {
        /// Which stresses it survives.
        survives: Survives,
        /// Engineers planned for it.
        engineers_planned: Option<Figure> as People,
        /// Engineers it needs.
        engineers_needed: Option<Figure> as People,
        /// Is there a budget for several years?
        multi_year_budget: Option<bool>,
        /// Who stands behind it.
        executive_sponsor: Option<Sponsor>,
        /// The plan, in the author's words.
        plan: Option<String>,
    }
}

record! {
    /// The four stresses that a built thing must survive.
    Survives {
        /// Key engineers leave.
        key_people_leave: Option<bool>,
        /// Priorities shift.
        priorities_shift: Option<bool>,
        /// The technology moves on.
        technology_moves_on: Option<bool>,
        /// The team is reassigned.
        team_reassigned: Option<bool>,
    }
}

record! {
    /// Something that is needed.
    Requirement at most 200 {
        /// Its name.
        name: String as Name,
        /// How much it weighs against the others.
        weight: f64 as Weight = 1.0,
        /// Whether an alternative that misses it is out.
        must: bool = false,
    }
}

record! {
    /// Something that could be bought.
    Alternative at most 20 {
        /// Its name.
        name: String as Name,
        /// Is it proven at our scale?
        proven: Option<bool>,
        /// Why it is, or is not.
        proven_because: Option<String>,
        /// Share of the need it covers, where it was assessed as a whole.
        fit: Option<Figure> as Share,
        /// The requirements it meets, by name, where they were assessed one by one.
        meets: Option<Vec<String>>,
        /// Subscription a year.
        annual_cost: Option<Figure> as Money,
        /// Price of one seat a year.
        per_seat: Option<Figure> as Money,
        /// Seats.
        seats: Option<Figure> as Count,
        /// Growth of the price a year, from year 2.
        price_escalator: Option<f64> as Growth,
        /// Growth of the seats a year, from year 2, where priced by the seat.
        seat_growth: Option<f64> as Growth,
        /// One-off cost of moving to it, in year 0.
        one_off: Option<Figure> as Money,
        /// Engineers who keep building on top of it.
        engineers: Option<Figure> as People,
        /// Months of year 1 in which the baseline still runs.
        overlap_months: Option<f64> as MonthsOfYear,
        /// Cost of leaving it, in the last year.
        exit_cost: Option<Figure> as Money,
        /// The day on which it would be live.
        live_on: Option<Date>,
        /// Whether it is what we use today.
        incumbent: Option<bool>,
        /// What is known of the vendor.
        diligence: Diligence,
        /// Where these facts came from.
        source: Option<String>,
        /// The day on which they were true.
        as_of: Option<Date>,
        /// Further cash flows.
        lines: Vec<Line>,
    }
}

record! {
    /// What is known of a vendor.
    Diligence {
        /// Will it be there in five years?
        viability: Option<String>,
        /// Term of the contract.
        term_months: Option<f64> as Months,
        /// Notice to leave.
        notice_months: Option<f64> as Months,
        /// Evidence of its security.
        security_evidence: Option<String>,
        /// Who uses it.
        references: Option<String>,
    }
}

record! {
    /// How money is reckoned.
    Money {
        /// Years over which options are compared; the policy's where absent.
        horizon_years: Option<f64> as Horizon,
        /// Discount rate a year; the policy's where absent.
        discount_rate: Option<f64> as Share,
        /// Cost of an engineer a year, fully loaded.
        cost_per_engineer: Option<Figure> as Money,
        /// Growth of people's cost a year, from year 2.
        wage_growth: Option<f64> as Growth,
        /// What the options are set against: `build`, `nothing`, or an alternative's name.
        baseline: Option<String>,
        /// How freed people are read in the headline.
        freed_people: Option<FreedPeople>,
        /// One-off cost of releasing people.
        release_cost: Option<Figure> as Money,
    }
}

record! {
    /// Building, or keeping what was built.
    Build {
        /// Engineers.
        engineers: Option<Figure> as People,
        /// Their cost a year, instead of engineers × cost.
        annual_people_cost: Option<Figure> as Money,
        /// One-off cost, in year 0.
        one_off: Option<Figure> as Money,
        /// Other running cost a year.
        annual_other: Option<Figure> as Money,
        /// What the built thing earns a year.
        annual_value: Option<Figure> as Money,
        /// Share of that value earned in each year; the last one holds from then on.
        ramp: Vec<f64> as Share,
        /// Cost of taking it out of service.
        exit_cost: Option<Figure> as Money,
        /// The day on which it would be live.
        live_on: Option<Date>,
        /// Further cash flows.
        lines: Vec<Line>,
    }
}

record! {
    /// A cash flow of an option, year by year.
    Line at most 40 {
        /// Its name.
        name: String as Name,
        /// Cost or benefit.
        kind: LineKind,
        /// Amounts, year 0 first.
        amounts: Vec<f64> as Money,
        /// Risk adjustment: a benefit is worth this share less, a cost this share more.
        risk: f64 as Share = 0.0,
        /// Why.
        risk_reason: Option<String>,
    }
}

record! {
    /// What freed engineers could do instead.
    Opportunity at most 40 {
        /// Its name.
        name: String as Name,
        /// The same id in two decisions is one opportunity, counted once in a portfolio.
        id: Option<String>,
        /// What it earns.
        kind: OpportunityKind = OpportunityKind::Revenue,
        /// What it earns a year.
        annual_value: Option<Figure> as Money,
        /// Engineers needed for the whole value; those of `build` where absent.
        engineers: Option<f64> as People,
        /// Share of the value that is profit; absent, the value is called gross.
        margin: Option<f64> as Share,
        /// How likely it is; absent, the value is called gross.
        likelihood: Option<f64> as Share,
        /// Share of the value earned in each year; the last one holds from then on.
        ramp: Vec<f64> as Share,
    }
}

record! {
    /// Grounds on which building may still be justified.
    Exceptions {
        /// Needs that no vendor is said to meet.
        unique_requirements: Vec<UniqueRequirement>,
        /// The platform as strategic property.
        strategic_ip: StrategicIp,
    }
}

record! {
    /// A need that no vendor is said to meet.
    UniqueRequirement at most 40 {
        /// The need.
        need: String as Name,
        /// How vendors answer it.
        vendor_answer: Option<VendorAnswer>,
        /// The vendors that were asked.
        vendors_asked: Vec<String> as Name,
        /// The reason, as a sentence one could tell a board.
        why: Option<String>,
        /// Where the answer came from.
        source: Option<String>,
    }
}

record! {
    /// The claim that the platform is strategic property.
    StrategicIp {
        /// Whether it is claimed.
        claimed: Option<bool>,
        /// What keeps others from having it.
        moat: Option<String>,
        /// Evidence for that.
        evidence: Option<String>,
    }
}

record! {
    /// The four needs of a platform that serves AI agents.
    Ai {
        /// Identity and access control of agents.
        agent_identity: AiNeed,
        /// Quotas and cost control for model calls.
        model_quotas: AiNeed,
        /// Prompt management and model routing.
        prompt_routing: AiNeed,
        /// Audit trail of changes made by AI.
        audit_trail: AiNeed,
    }
}

record! {
    /// One need, and who covers it.
    AiNeed {
        /// Is it needed?
        needed: Option<bool>,
        /// Does the built option cover it?
        build: Option<bool>,
        /// Does the bought option cover it?
        buy: Option<bool>,
    }
}

record! {
    /// How success is measured, and when the work ends.
    Success {
        /// What is measured.
        metrics: Vec<Metric>,
        /// The rule that ends the work.
        exit_rule: ExitRule,
    }
}

record! {
    /// A measure of success.
    Metric at most 40 {
        /// Its name.
        name: String as Name,
        /// Leading or lagging.
        kind: Option<MetricKind>,
        /// What it is counted in.
        unit: Option<String>,
        /// Its value at the start.
        baseline: Option<f64>,
        /// The value to reach.
        target: Option<f64>,
        /// Whether more is better.
        at_least: bool = true,
        /// Whether missing it ends the work.
        decisive: bool = true,
        /// The day by which it is to be reached.
        due: Option<Date>,
        /// The value measured last.
        actual: Option<f64>,
        /// When it was measured.
        measured_on: Option<Date>,
        /// Who answers for it.
        owner: Option<String>,
    }
}

record! {
    /// The rule that ends the work.
    ExitRule {
        /// Have those who decide committed to it?
        committed: Option<bool>,
        /// The rule, in the author's words.
        rule: Option<String>,
    }
}

record! {
    /// Something that could go wrong.
    Risk at most 100 {
        /// What.
        risk: String as Name,
        /// How likely it is.
        likelihood: Option<Level>,
        /// How much it would hurt.
        impact: Option<Level>,
        /// Who answers for it.
        owner: Option<String>,
        /// What is done about it.
        mitigation: Option<String>,
    }
}

record! {
    /// Something that happens on a day.
    Milestone at most 100 {
        /// What.
        name: String as Name,
        /// When.
        on: Option<Date>,
        /// Who answers for it.
        owner: Option<String>,
    }
}

record! {
    /// Figures that arguments are answered with.
    Facts {
        /// Hours a month that upkeep takes.
        upkeep_hours_a_month: Option<Figure> as Hours,
        /// Incidents a year.
        incidents_a_year: Option<Figure> as Count,
        /// Customers affected by them.
        customers_affected: Option<Figure> as Count,
        /// Cost of an hour of downtime.
        hour_down_cost: Option<Figure> as Money,
        /// Minutes that a deployment takes.
        deployment_minutes: Option<Figure> as Minutes,
        /// Days until a new engineer gets value from it.
        time_to_first_value_days: Option<Figure> as Days,
        /// Cost of connecting it.
        integration_cost: Option<Figure> as Money,
        /// Tools that could be retired.
        tools_retired: Option<Figure> as Count,
        /// Weeks that leaving would take.
        exit_weeks: Option<Figure> as Weeks,
        /// What leaving would cost.
        exit_cost: Option<Figure> as Money,
        /// Cost of a month's delay.
        month_of_delay_cost: Option<Figure> as Money,
        /// Spending on AI a year.
        ai_spend_a_year: Option<Figure> as Money,
    }
}

/// A technical argument in the words it was made in.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// The words.
    pub text: String,
    /// Who said them.
    pub by: Option<String>,
    /// The intent that the author pins; `none` leaves the words alone.
    pub about: Option<Intent>,
}

record! {
    /// A technical argument with who made it and what it is about.
    ArgumentObject {
        /// The words it was made in.
        text: String as Name,
        /// Who said it.
        by: Option<String>,
        /// What it is about, pinned by the author; `none` leaves the words alone.
        about: Option<Intent>,
    }
}

choice! {
    /// What a technical argument is about.
    Intent {
        /// A tool is asked for.
        ToolRequest = "tool_request",
        /// Something is to be made our own way.
        Customization = "customization",
        /// Something is missing.
        FeatureGap = "feature_gap",
        /// We want to own or control it.
        OwnershipControl = "ownership_control",
        /// A rule asks for it.
        ComplianceSecurity = "compliance_security",
        /// We could not leave.
        LockIn = "lock_in",
        /// It costs more, or less.
        Cost = "cost",
        /// Upkeep is waved aside.
        UpkeepUnderestimate = "upkeep_underestimate",
        /// Running it is work.
        OpsBurden = "ops_burden",
        /// The team can, cannot, or wants to.
        Capability = "capability",
        /// Much has been spent already.
        SunkCost = "sunk_cost",
        /// It must be fast and up.
        ScaleReliability = "scale_reliability",
        /// What AI does must be governed.
        AiGovernance = "ai_governance",
        /// It is there sooner, or later.
        TimeToMarket = "time_to_market",
        /// A count that shows no value.
        VanityMetric = "vanity_metric",
        /// It has to be connected.
        Integration = "integration",
        /// Nothing to say differently.
        None = "none",
    }
}

impl Read for Argument {
    const MOST: usize = 100;

    fn read(node: &Node, _: Unit, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Value::Map(_) => ArgumentObject::read(node, Unit::Plain, reader)
                .map(|ArgumentObject { text, by, about }| Argument { text, by, about }),
            _ => String::read(node, Unit::Name, reader).map(|text| Argument {
                text,
                by: None,
                about: None,
            }),
        }
    }

    fn stand_in() -> Self {
        Argument {
            text: String::new(),
            by: None,
            about: None,
        }
    }

    fn schema(_: Unit, definitions: &mut Definitions) -> Json {
        let object = ArgumentObject::schema(Unit::Plain, definitions);
        json!({ "anyOf": [String::schema(Unit::Name, definitions), object] })
    }

    // The words of an argument never move a verdict, so there is nothing to vary here.
    fn walk(&mut self, _: Unit, _: &mut Path, _: &mut dyn Visit) {}
}
