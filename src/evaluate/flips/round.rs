//! The number with the fewest digits between two others, so that a flip point can be read aloud.

/// The number with the fewest significant digits from `near` to `far`, both included; of several,
/// the nearest to `near`. `near` itself where they are not apart.
pub(super) fn between(near: f64, far: f64) -> f64 {
    let (low, high) = if near <= far {
        (near, far)
    } else {
        (far, near)
    };
    if low == high || !low.is_finite() || !high.is_finite() {
        return near;
    }
    if low <= 0.0 && high >= 0.0 {
        return 0.0;
    }
    if high < 0.0 {
        return -between(-near, -far);
    }
    // From the largest power of ten that can matter down to one that separates any two floats.
    let top = high.log10().floor() as i32;
    for power in (top - 15..=top).rev() {
        let unit = |n: f64| scaled(n, power);
        let (first, last) = (divided(low, power).ceil(), divided(high, power).floor());
        if first <= last {
            let at = if near <= far { unit(first) } else { unit(last) };
            if (low..=high).contains(&at) {
                return at;
            }
        }
    }
    near
}

/// `n × 10^power`, exact for powers that divide: 3 × 10⁻¹ is 3 ÷ 10, not 3 × 0.1.
fn scaled(n: f64, power: i32) -> f64 {
    if power < 0 {
        n / 10f64.powi(-power)
    } else {
        n * 10f64.powi(power)
    }
}

fn divided(value: f64, power: i32) -> f64 {
    if power < 0 {
        value * 10f64.powi(-power)
    } else {
        value / 10f64.powi(power)
    }
}

#[cfg(test)]
mod tests {
    use super::between;
    use proptest::prelude::*;

    #[test]
    fn the_fewest_digits_win() {
        assert_eq!(between(1_314_158.0, 1_324_365.0), 1_320_000.0);
        assert_eq!(between(0.7994, 0.8), 0.8);
        assert_eq!(between(0.7996, 0.7991), 0.7996);
        assert_eq!(between(0.2999, 0.3004), 0.3);
        assert_eq!(between(-5.2, -4.9), -5.0);
        assert_eq!(between(-0.1, 0.3), 0.0);
        assert_eq!(between(7.0, 7.0), 7.0);
    }

    proptest! {
        /// It never leaves the interval.
        #[test]
        fn it_lies_between(near in -1e12..1e12_f64, width in -1e9..1e9_f64) {
            let far = near + width;
            let at = between(near, far);
            prop_assert!(at >= near.min(far) && at <= near.max(far), "{at}");
        }
    }
}
