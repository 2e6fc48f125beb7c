//! Shares, ratios and chances as percentages.

use super::number::Rounded;
use super::{Conventions, NO_FIGURE};

/// From this share upwards a percentage needs no decimal: 10 %.
const WHOLE_FROM: f64 = 0.1;

impl Conventions {
    /// A share (0 to 1) as a percentage with at most one decimal: `85%`, `12.5%`, `0.4%`.
    #[must_use]
    pub fn percent(self, share: f64) -> String {
        self.percentage(Rounded::new(share * 100.0, 1).map(Rounded::trimmed))
    }

    /// A ratio such as a return on investment or a rate of return as a percentage: whole from 10 %
    /// upwards (`170%`, `733%`), with one decimal below that (`4.5%`).
    #[must_use]
    pub fn ratio(self, ratio: f64) -> String {
        if ratio.abs() < WHOLE_FROM {
            return self.percent(ratio);
        }
        self.percentage(Rounded::new(ratio * 100.0, 0))
    }

    /// A chance as a whole percentage. A simulation of finite length proves neither certainty nor
    /// impossibility, so anything above 99 % is `over 99%` and anything below 1 % `under 1%`.
    #[must_use]
    pub fn chance(self, chance: f64) -> String {
        if !chance.is_finite() {
            NO_FIGURE.to_owned()
        } else if chance > 0.99 {
            format!("over{}99%", super::NO_BREAK_SPACE)
        } else if chance < 0.01 {
            format!("under{}1%", super::NO_BREAK_SPACE)
        } else {
            self.percentage(Rounded::new(chance * 100.0, 0))
        }
    }

    /// The difference between two shares in percentage points: `45 points`.
    #[must_use]
    pub fn points(self, share: f64) -> String {
        self.counted(share * 100.0, 1, "point", "points")
    }

    fn percentage(self, rounded: Option<Rounded>) -> String {
        match rounded {
            Some(number) => self.signed(Some(number)) + "%",
            None => NO_FIGURE.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Conventions, DecimalMark};

    #[test]
    fn shares_and_ratios_follow_the_house_style() {
        let house = Conventions::default();
        assert_eq!(house.percent(0.85), "85%");
        assert_eq!(house.percent(0.125), "12.5%");
        assert_eq!(house.percent(-0.004), "\u{2212}0.4%");
        assert_eq!(house.percent(0.29), "29%");
        assert_eq!(house.percent(-0.000_1), "0%");
        assert_eq!(house.ratio(1.703), "170%");
        assert_eq!(house.ratio(7.333), "733%");
        assert_eq!(house.ratio(19.12), "1,912%");
        assert_eq!(house.ratio(0.045), "4.5%");
        assert_eq!(house.ratio(-0.25), "\u{2212}25%");
        assert_eq!(house.percent(f64::NAN), "n/a");
        assert_eq!(house.ratio(f64::INFINITY), "n/a");
        assert_eq!(house.points(0.45), "45\u{a0}points");
        let comma = Conventions {
            decimal_mark: DecimalMark::Comma,
            ..house
        };
        assert_eq!(comma.percent(0.125), "12,5%");
    }

    #[test]
    fn a_chance_is_never_certain() {
        let house = Conventions::default();
        assert_eq!(house.chance(0.974), "97%");
        assert_eq!(house.chance(0.99), "99%");
        assert_eq!(house.chance(0.999_9), "over\u{a0}99%");
        assert_eq!(house.chance(1.0), "over\u{a0}99%");
        assert_eq!(house.chance(0.0), "under\u{a0}1%");
        assert_eq!(house.chance(f64::NAN), "n/a");
    }
}
