//! The values of an input that are tried first, outward from the value now to the ends of its range.

use crate::decision::Unit;

/// Steps outward, as multiples of the value now.
const UPWARD: [f64; 9] = [1.1, 1.25, 1.5, 2.0, 3.0, 5.0, 10.0, 100.0, 1e4];
const DOWNWARD: [f64; 7] = [0.9, 0.75, 0.5, 0.25, 0.1, 0.01, 0.0];
/// Steps from nil, as shares of the input's range or its example.
const FROM_NIL: [f64; 6] = [0.01, 0.1, 1.0, 10.0, 100.0, 1e4];

/// The values to try, outward from the value now: downward and upward.
pub(super) fn steps(now: f64, unit: Unit) -> [Vec<f64>; 2] {
    let (low, high) = unit.range();
    let within = |value: f64| value.clamp(low, high);
    if unit.is_whole() {
        let down = (low as i64..now as i64).rev().map(|v| v as f64).collect();
        let up = (now as i64 + 1..=high as i64).map(|v| v as f64).collect();
        return [down, up];
    }
    let mut down: Vec<f64> = Vec::new();
    let mut up: Vec<f64> = Vec::new();
    if now == 0.0 {
        let size = if high <= 12.0 { high } else { unit.example() };
        up.extend(FROM_NIL.iter().map(|step| within(step * size)));
        down.extend(FROM_NIL.iter().map(|step| within(-step * size)));
    } else {
        let (shrink, grow) = if now > 0.0 {
            (&mut down, &mut up)
        } else {
            (&mut up, &mut down)
        };
        shrink.extend(DOWNWARD.iter().map(|step| within(now * step)));
        grow.extend(UPWARD.iter().map(|step| within(now * step)));
    }
    down.push(low);
    up.push(high);
    down.retain(|value| *value < now);
    up.retain(|value| *value > now);
    for path in [&mut down, &mut up] {
        path.dedup();
    }
    down.sort_by(|a, b| b.total_cmp(a));
    up.sort_by(f64::total_cmp);
    [down, up]
}
