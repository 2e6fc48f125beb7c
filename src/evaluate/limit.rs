//! Comparing a value with a limit. What differs by less than rounding can is taken as equal, so a
//! weighted share of 0.7999999999999999 is the 0.8 that it would be on paper.

/// Differences up to this share of the limit are rounding: a thousand times less than any input
/// is stated to, a million times more than arithmetic loses.
const ROUNDING: f64 = 1e-9;

/// Whether a value is below a limit.
pub(super) fn is_below(value: f64, limit: f64) -> bool {
    value < limit - ROUNDING * limit.abs()
}

/// Whether a value is above a limit.
pub(super) fn is_above(value: f64, limit: f64) -> bool {
    value > limit + ROUNDING * limit.abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_neither_below_nor_above_itself() {
        assert!(!is_below(0.1 + 0.7, 0.8) && !is_above(0.1 + 0.2, 0.3));
        assert!(is_below(0.79, 0.8) && is_above(0.61, 0.6));
        assert!(is_below(-1.0, 0.0) && is_above(1e-300, 0.0));
    }
}
