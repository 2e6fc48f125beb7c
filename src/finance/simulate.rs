//! Simulation: what a case is worth over many draws of the figures that are estimates.
//!
//! Every draw gives each estimate one value from its triangular distribution and runs the model
//! for every case, so that cases differ by what they are and not by luck. The draws follow from
//! the decision's content alone: the same decision gives the same draws on any machine, in any
//! order, and beside any number of others.

use super::input::InputId;
use super::model::Model;
use super::results::{Bin, Simulation};
use super::seed::seed;
use super::triangular::Triangular;
use crate::decision::{Decision, FreedPeople};
use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// Draws of a simulation.
pub const DRAWS: usize = 10_000;

/// Cases that are drawn together: enough to share the draws, few enough to bound the memory.
const TOGETHER: usize = 8;

/// Bins of a histogram, about.
const BINS: f64 = 20.0;

/// A case to be simulated.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject {
    /// The option.
    pub option: usize,
    /// How its freed people are read.
    pub reading: FreedPeople,
}

/// What many draws of a case say.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spread {
    pub mean: f64,
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
    pub chance_better: f64,
    pub histogram: Vec<Bin>,
}

/// The draws that a decision's content stands for.
pub(super) fn stated(decision: &Decision, model: &Model<f64>) -> Simulation {
    Simulation {
        draws: DRAWS,
        seed: format!("{:016x}", seed(decision, &model.calendar)),
    }
}

/// Simulates cases against the baseline, each of which rests on a figure that has a range.
pub(super) fn simulate(
    decision: &Decision,
    model: &Model<f64>,
    subjects: &[Subject],
) -> Vec<Spread> {
    let seed = seed(decision, &model.calendar);
    subjects
        .chunks(TOGETHER)
        .flat_map(|together| {
            let drawn = draw(model, together, seed);
            drawn.into_iter().map(summarise)
        })
        .collect()
}

/// What each case is worth in every draw.
fn draw(model: &Model<f64>, subjects: &[Subject], seed: u64) -> Vec<Vec<f64>> {
    let estimates: Vec<(InputId, Triangular)> = model
        .inputs
        .iter()
        .enumerate()
        .filter_map(|(at, input)| Some((at, input.distribution()?)))
        .collect();
    let reorders = subjects
        .iter()
        .any(|subject| subject.reading == FreedPeople::Redeployed);
    let mut chance = Pcg64Mcg::seed_from_u64(seed);
    let mut point = model.likely();
    let mut worth: Vec<Vec<f64>> = subjects.iter().map(|_| Vec::with_capacity(DRAWS)).collect();
    for _ in 0..DRAWS {
        for (input, distribution) in &estimates {
            point.values[*input] = distribution.quantile(share(chance.next_u64()));
        }
        if reorders {
            point.rank(&model.opportunities);
        }
        let base = model.totals(model.baseline, &point.values);
        for (subject, worth) in subjects.iter().zip(&mut worth) {
            let run = model.case(subject.option, model.baseline, &base, &point);
            worth.extend(run.map(|run| run.worth(subject.reading)));
        }
    }
    worth
}

/// A number from 0 to below 1 from random bits: as many as a binary fraction holds.
fn share(bits: u64) -> f64 {
    (bits >> 11) as f64 * (1.0 / (1_u64 << 53) as f64)
}

fn summarise(mut worth: Vec<f64>) -> Spread {
    let count = worth.len() as f64;
    let better = worth.iter().filter(|worth| **worth > 0.0).count() as f64;
    let mean = worth.iter().sum::<f64>() / count;
    let histogram = histogram(&worth);
    let [p10, p50, p90] = [0.1, 0.5, 0.9].map(|share| quantile(&mut worth, share));
    Spread {
        mean: mean + 0.0,
        p10: p10 + 0.0,
        p50: p50 + 0.0,
        p90: p90 + 0.0,
        chance_better: better / count,
        histogram,
    }
}

/// The value that a share of all values lies below, between neighbours in proportion.
fn quantile(values: &mut [f64], share: f64) -> f64 {
    let rank = share * (values.len() - 1) as f64;
    let below = rank.floor() as usize;
    let (_, value, above) = values.select_nth_unstable_by(below, f64::total_cmp);
    let value = *value;
    match above.iter().copied().min_by(f64::total_cmp) {
        Some(next) => value + (next - value) * rank.fract(),
        None => value,
    }
}

/// How many values lie in each of about twenty bins whose bounds are round numbers; nil is a
/// bound, so that no bin mixes gain and loss.
fn histogram(values: &[f64]) -> Vec<Bin> {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let width = round_width((high - low) / BINS);
    // All values the same, or so close that no bound falls between them.
    if width <= low.abs().max(high.abs()) * 1e-9 {
        return vec![Bin {
            low: low + 0.0,
            high: high + 0.0,
            count: values.len(),
        }];
    }
    let first = (low / width).floor();
    let count = ((high / width).floor() - first) as usize + 1;
    let bound = |at: usize| (first + at as f64) * width + 0.0;
    let mut bins: Vec<Bin> = (0..count)
        .map(|at| Bin {
            low: bound(at),
            high: bound(at + 1),
            count: 0,
        })
        .collect();
    for value in values {
        let at = ((value / width).floor() - first).max(0.0) as usize;
        bins[at.min(count - 1)].count += 1;
    }
    bins
}

/// The round number from a width upwards: 1, 2 or 5 times a power of ten.
fn round_width(width: f64) -> f64 {
    if width <= 0.0 {
        return 0.0;
    }
    let power = 10_f64.powf(width.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|step| step * power);
    steps
        .into_iter()
        .find(|step| *step >= width)
        .unwrap_or(10.0 * power)
}
