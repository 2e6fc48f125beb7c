//! The internal rate of return, with all rates found and counted: a rate that is not the only one
//! says nothing, and neither does one beyond what money can earn.
//!
//! The net present value of `n` years is a polynomial of degree `n`, in the discount factor
//! `1 / (1 + rate)` for rates above nil and in its inverse below. Between two turning points a
//! polynomial crosses nil at most once, and its turning points are where its derivative is nil; so
//! every crossing is found by going down to a straight line and back up. No guess, no missed rate.

/// Lowest and highest rate that mean anything: −99 % and 1,000 %.
pub const MEANINGFUL: (f64, f64) = (-0.99, 10.0);
/// Highest rate that is looked at, to say in words what was found beyond a meaningful one.
const HIGHEST: f64 = 1e6;

/// The internal rate of return of a cash flow, or why it has none that means anything.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Irr {
    /// The only rate, as a share a year.
    Rate(f64),
    /// Nothing is paid in at any time.
    NothingPaid,
    /// Nothing comes back at any time.
    NothingEarned,
    /// No rate brings the net present value to nil.
    NoRate,
    /// The only rate is beyond what means anything.
    Beyond(f64),
    /// Several rates do it; the lowest and the highest of them.
    Several(f64, f64),
}

/// The internal rate of return of amounts, year 0 first.
pub fn irr(flows: &[f64]) -> Irr {
    if flows.iter().all(|flow| *flow >= 0.0) {
        return Irr::NothingPaid;
    }
    if flows.iter().all(|flow| *flow <= 0.0) {
        return Irr::NothingEarned;
    }
    let rates = rates(flows);
    let (low, high) = MEANINGFUL;
    let meaningful: Vec<f64> = rates
        .iter()
        .copied()
        .filter(|rate| (low..=high).contains(rate))
        .collect();
    match (meaningful.as_slice(), rates.as_slice()) {
        ([rate], _) => Irr::Rate(rate + 0.0),
        ([first, .., last], _) => Irr::Several(*first, *last),
        ([], [rate]) => Irr::Beyond(*rate),
        ([], _) => Irr::NoRate,
    }
}

/// Every rate from −99 % to the highest looked at that brings the net present value to nil, lowest
/// first, each once.
pub fn rates(flows: &[f64]) -> Vec<f64> {
    let scale = flows
        .iter()
        .fold(0.0_f64, |most, flow| most.max(flow.abs()));
    let mut scaled: Vec<f64> = flows.iter().map(|flow| flow / scale).collect();
    let above = roots(&scaled, 1.0 / (1.0 + HIGHEST), 1.0);
    scaled.reverse();
    let below = roots(&scaled, 1.0 + MEANINGFUL.0, 1.0);
    let mut rates: Vec<f64> = above.into_iter().map(|factor| 1.0 / factor - 1.0).collect();
    rates.extend(below.into_iter().map(|factor| factor - 1.0));
    rates.sort_by(f64::total_cmp);
    rates.dedup_by(|next, rate| *next - *rate <= 1e-9 * (1.0 + next.abs()));
    rates
}

/// Where a polynomial, lowest power first, is nil between `from` and `to`, both included.
fn roots(coefficients: &[f64], from: f64, to: f64) -> Vec<f64> {
    let degree = coefficients.iter().rposition(|c| *c != 0.0).unwrap_or(0);
    if degree == 0 {
        return Vec::new();
    }
    let coefficients = &coefficients[..=degree];
    let slope: Vec<f64> = (1..=degree)
        .map(|power| coefficients[power] * power as f64)
        .collect();
    let turns = roots(&slope, from, to);
    let mut found = Vec::new();
    let (mut low, mut below) = (from, sign(coefficients, from));
    if below == 0 {
        found.push(low);
    }
    for high in turns.into_iter().chain([to]) {
        let above = sign(coefficients, high);
        if above == 0 {
            found.push(high);
        } else if below * above < 0 {
            found.push(bisect(coefficients, low, high, below));
        }
        (low, below) = (high, above);
    }
    found
}

/// The sign of a polynomial; nil where its value is lost in the rounding of its terms.
fn sign(coefficients: &[f64], at: f64) -> i32 {
    let (value, size) = coefficients
        .iter()
        .rev()
        .fold((0.0, 0.0), |(value, size), c| {
            (value * at + c, size * at + c.abs())
        });
    match value {
        value if value.abs() <= 4.0 * f64::EPSILON * size => 0,
        value if value > 0.0 => 1,
        _ => -1,
    }
}

fn bisect(coefficients: &[f64], mut low: f64, mut high: f64, below: i32) -> f64 {
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            return middle;
        }
        match sign(coefficients, middle) {
            0 => return middle,
            side if side == below => low = middle,
            _ => high = middle,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is_rate(flows: &[f64], rate: f64, within: f64) {
        match irr(flows) {
            Irr::Rate(found) if (found - rate).abs() <= within => {}
            other => panic!("{other:?} is not {rate}"),
        }
    }

    /// Microsoft, documentation of Excel's IRR function: 8.7 % after five years, −2.1 % after four.
    #[test]
    fn rates_of_the_spreadsheet_example() {
        let business = [-70_000.0, 12_000.0, 15_000.0, 18_000.0, 21_000.0, 26_000.0];
        is_rate(&business, 0.086_63, 5e-6);
        is_rate(&business[..5], -0.021_2, 5e-5);
        is_rate(&business[..3], -0.443_5, 5e-5);
    }

    /// The oil pump problem (Lorie and Savage 1955): 25 % and 400 % both bring it to nil.
    #[test]
    fn two_rates_mean_nothing() {
        let pump = [-1.6, 10.0, -10.0];
        let found = rates(&pump);
        assert_eq!(found.len(), 2);
        assert!((found[0] - 0.25).abs() < 1e-12 && (found[1] - 4.0).abs() < 1e-12);
        assert!(matches!(irr(&pump), Irr::Several(..)));
    }

    #[test]
    fn every_flow_has_a_rate_or_a_reason() {
        assert_eq!(irr(&[0.0, 5.0]), Irr::NothingPaid);
        assert_eq!(irr(&[-1.0, -5.0]), Irr::NothingEarned);
        is_rate(&[-10.0, 1.0], -0.9, 1e-12);
        assert_eq!(irr(&[10.0, -11.0, 10.0]), Irr::NoRate);
        is_rate(&[-10.0, 10.0], 0.0, 1e-12);
        assert!(matches!(irr(&[-1.0, 21.0]), Irr::Beyond(rate) if (rate - 20.0).abs() < 1e-9));
        // Touched and not crossed, or crossed three times over: still the only one.
        assert!(matches!(irr(&[1.0, -2.0, 1.0]), Irr::Rate(rate) if rate.abs() < 1e-7));
        assert!(
            matches!(irr(&[-0.125, 0.75, -1.5, 1.0]), Irr::Rate(rate) if (rate - 1.0).abs() < 1e-4)
        );
    }

    #[test]
    fn the_size_of_the_amounts_does_not_matter() {
        is_rate(&[-1e15, 6e14, 6e14], 0.130_662_386, 1e-9);
        is_rate(&[-1e-6, 6e-7, 6e-7], 0.130_662_386, 1e-9);
    }
}
