//! From a decision to its evaluation: five questions, three exceptions, the money, the verdict,
//! what would change it, and how sure it is. Evaluating cannot fail: what does not exist is a
//! value with a reason.
//!
//! One [judge] stands behind everything. It answers the questions, tests the exceptions and reads
//! the verdict off the table, without a word of text and fast enough to be asked thousands of
//! times: by the search for flip points, and by the open questions, which try every answer that is
//! still missing. The sentences are written once, around its judgement of the decision as given.

mod ai;
mod capabilities;
mod choose;
mod compare;
mod confidence;
mod exceptions;
mod findings;
mod flips;
mod gaps;
mod judge;
mod leaves;
mod limit;
mod output;
#[cfg(test)]
mod properties;
pub(crate) mod provenance;
mod questions;
mod reasons;
mod runner_up;
mod say;
mod stage;
mod subject;
mod told;
mod verdict;

pub use compare::{Comparison, Moved, compare};
pub use flips::noun;
pub use output::*;

use crate::decision::Decision;
use crate::finance::{self, Finance};
use crate::market::Market;
use crate::policy::{Policy, Statements, Threshold};
use judge::Judge;
use questions::worth;
use subject::Subject;
use told::Told;

/// Evaluates a decision by a policy, with what the market offers.
pub fn evaluate(decision: &Decision, policy: &Policy, market: &Market) -> Evaluation {
    let judge = Judge::new(policy);
    let finance = finance::assess(decision, &judge.terms);
    let subject = Subject::new(decision, policy);
    let judgement = judge.judge(&subject);
    let verdict = judge.verdict(&subject, &judgement);
    let told = Told {
        decision,
        subject: &subject,
        policy,
        judgement: &judgement,
        verdict,
        finance: &finance,
        break_even: worth::break_even(&subject, &judgement, &judge),
    };
    let doubts = confidence::Doubts::new(decision, policy, verdict);
    let (flip_points, switch_points) = flips::flips(&told, &judge);
    let open_questions = gaps::questions(&told, &judge, &doubts, market);
    Evaluation {
        id: decision.id.clone(),
        verdict,
        recommended_option: judgement
            .chosen
            .map(|c| told.option_name(c.kind, c.alternative)),
        runner_up: runner_up::runner_up(&told),
        stage: judgement.stage,
        questions: questions::all(&told),
        questions_failed: judgement.failed(),
        exceptions: exceptions::all(&told),
        flip_points,
        switch_points,
        confidence: confidence::confidence(&told, &doubts),
        warnings: findings::warnings(&told),
        findings: findings::findings(&told, market),
        reasons: reasons::reasons(&told, &open_questions),
        capabilities: capabilities::all(&told),
        ai_coverage: ai::coverage(decision),
        against_build: against_build(&told),
        build_break_even: told.break_even.flatten(),
        policy: statements(decision, policy),
        open_questions,
        finance,
    }
}

/// The finance of a decision as the evaluation reckons it, for those who need nothing else.
pub fn finance(decision: &Decision, policy: &Policy) -> Finance {
    finance::assess(decision, &Judge::new(policy).terms)
}

fn against_build(told: &Told) -> Vec<AgainstBuild> {
    let cases = told.judgement.outlook.against_build.iter();
    cases
        .map(|case| AgainstBuild {
            option: told.option_name(case.kind, case.alternative),
            kind: case.kind,
            npv: case.npv,
            npv_redeployed: case.npv_redeployed,
        })
        .collect()
}

/// The policy's statements, with what the decision uses instead where it may.
fn statements(decision: &Decision, policy: &Policy) -> Statements {
    let mut statements = policy.statements().to_vec();
    for (threshold, own) in [
        (Threshold::HorizonYears, decision.money.horizon_years),
        (Threshold::DiscountRate, decision.money.discount_rate),
    ] {
        statements[threshold as usize].decision = own;
    }
    Statements(statements)
}
