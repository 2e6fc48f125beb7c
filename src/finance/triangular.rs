//! The triangular distribution: what a lowest, likely and highest value say and nothing more.

/// A triangular distribution; `low ≤ likely ≤ high` and `low < high`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Triangular {
    low: f64,
    high: f64,
    /// Share of the outcomes that lie below the likely value.
    turn: f64,
    rise: f64,
    fall: f64,
}

impl Triangular {
    /// The distribution of a three-point estimate.
    pub fn new(low: f64, likely: f64, high: f64) -> Triangular {
        let span = high - low;
        Triangular {
            low,
            high,
            turn: (likely - low) / span,
            rise: span * (likely - low),
            fall: span * (high - likely),
        }
    }

    /// The value that a share of all outcomes lies below; `share` from 0 to 1.
    #[inline]
    pub fn quantile(&self, share: f64) -> f64 {
        if share < self.turn {
            self.low + (share * self.rise).sqrt()
        } else {
            self.high - ((1.0 - share) * self.fall).sqrt()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published example of (10, 20, 50): mean 26.667, quantiles 16.325, 25.505 and 39.046.
    #[test]
    fn the_published_quantiles_come_out() {
        let published = Triangular::new(10.0, 20.0, 50.0);
        for (share, value) in [(0.1, 16.325), (0.5, 25.505), (0.9, 39.046)] {
            assert!((published.quantile(share) - value).abs() < 5e-4, "{share}");
        }
        // The mean is the area under the quantiles: midpoint rule over a thousand strips.
        let mean = (0..1_000)
            .map(|strip| published.quantile((f64::from(strip) + 0.5) / 1_000.0))
            .sum::<f64>()
            / 1_000.0;
        assert!((mean - 80.0 / 3.0).abs() < 1e-3, "{mean}");
    }

    #[test]
    fn a_likely_value_may_be_an_end() {
        assert_eq!(Triangular::new(0.0, 0.0, 4.0).quantile(0.0), 0.0);
        assert_eq!(Triangular::new(0.0, 4.0, 4.0).quantile(1.0), 4.0);
        assert_eq!(Triangular::new(0.0, 4.0, 4.0).quantile(0.25), 2.0);
        assert_eq!(Triangular::new(0.0, 0.0, 4.0).quantile(0.75), 2.0);
    }
}
