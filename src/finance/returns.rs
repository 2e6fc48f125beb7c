//! Measures of a cash flow that stand on their own: net present value and payback. Year 0 is not
//! discounted; later years fall at year end. Within a year, money is taken to come in evenly.

/// Net present value of amounts, year 0 first, at a rate a year.
pub fn npv(flows: &[f64], rate: f64) -> f64 {
    // From the last year backwards each step discounts all that lies beyond it.
    flows
        .iter()
        .rev()
        .fold(0.0, |later, flow| flow + later / (1.0 + rate))
}

/// Months until what was paid has come back for good; `None` where it has not by the last year.
/// Nil where nothing was paid in advance.
///
/// A cash flow that turns negative again is paid back only from its last turn on: money that has
/// to be paid in once more has not come back.
pub fn payback_months(flows: &[f64]) -> Option<f64> {
    let scale = flows
        .iter()
        .fold(0.0_f64, |most, flow| most.max(flow.abs()));
    let mut held = 0.0;
    let mut back_at = Some(0.0);
    for (year, flow) in flows.iter().enumerate() {
        let before = held;
        held += flow;
        if held < -1e-12 * scale {
            back_at = None;
        } else if back_at.is_none() {
            back_at = Some(12.0 * (year as f64 - 1.0 - before / flow));
        }
    }
    back_at
}

/// The same on discounted amounts.
pub fn discounted_payback_months(flows: &[f64], rate: f64) -> Option<f64> {
    let mut factor = 1.0;
    let discounted: Vec<f64> = flows
        .iter()
        .map(|flow| {
            let worth = flow * factor;
            factor /= 1.0 + rate;
            worth
        })
        .collect();
    payback_months(&discounted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn near(found: f64, published: f64, within: f64) {
        assert!(
            (found - published).abs() <= within,
            "{found} is not {published}"
        );
    }

    /// Microsoft, documentation of Excel's NPV function: an initial 40,000 at 8 %.
    #[test]
    fn net_present_value_of_the_spreadsheet_example() {
        let shop = [-40_000.0, 8_000.0, 9_200.0, 10_000.0, 12_000.0, 14_500.0];
        near(npv(&shop, 0.08), 1_922.06, 0.005);
        // The example of numpy-financial's documentation of `npv`.
        near(
            npv(&[-40_000.0, 5_000.0, 8_000.0, 12_000.0, 30_000.0], 0.08),
            3_065.222_67,
            5e-6,
        );
    }

    /// Forrester's explanation of the Total Economic Impact method: two examples over three years.
    #[test]
    fn payback_of_the_method_examples() {
        let first = [-10_000.0, 10_000.0, 10_000.0, 10_000.0];
        assert_eq!(payback_months(&first), Some(12.0));
        let second = [-250_000.0, 150_000.0, 150_000.0, 150_000.0];
        assert_eq!(payback_months(&second), Some(20.0));
    }

    /// A published discounted payback: 3.861 years at 12 %.
    #[test]
    fn discounted_payback_of_the_published_example() {
        let flows = [-200_000.0, 60_000.0, 80_000.0, 70_000.0, 60_000.0, 50_000.0];
        let months = discounted_payback_months(&flows, 0.12).expect("it pays back");
        near(months / 12.0, 3.861, 5e-4);
    }

    #[test]
    fn payback_exists_only_where_money_comes_back_for_good() {
        assert_eq!(payback_months(&[0.0, 5.0, 5.0]), Some(0.0));
        assert_eq!(payback_months(&[-10.0, 4.0, 5.0]), None);
        assert_eq!(payback_months(&[-10.0, 20.0, -15.0]), None);
        assert_eq!(payback_months(&[-10.0, 20.0, -15.0, 10.0]), Some(30.0));
        assert_eq!(payback_months(&[0.0, -100.0, 200.0]), Some(18.0));
        assert_eq!(payback_months(&[-0.3, 0.1, 0.1, 0.1]), Some(36.0));
        assert_eq!(payback_months(&[0.0, 0.0]), Some(0.0));
    }
}
