//! The exhibits of the sample.

use boardbrief::report::model::*;
use time::Date;
use time::macros::date;

use super::{HOUSE, datum, day, portal, usd};

pub fn exhibit(title: &str, alt: &str, chart: Chart) -> Exhibit {
    Exhibit {
        title: title.into(),
        alt: alt.into(),
        chart,
        notes: Vec::new(),
    }
}

/// Cumulative cost by option.
pub fn cumulative() -> Exhibit {
    let line = |name: Prose, role, yearly: f64, at: usize| Series {
        name,
        role,
        values: (0..4_u32)
            .map(|year| {
                datum(
                    yearly * f64::from(year),
                    &format!("/finance/options/{at}/costs/{year}"),
                )
            })
            .collect(),
    };
    let chart = Chart::Lines {
        axis: Axis::money("Cumulative cost", [4.5e6], HOUSE, usd()),
        times: ["Now", "Year 1", "Year 2", "Year 3"]
            .map(str::to_owned)
            .into(),
        series: vec![
            line("Keep building".into(), SeriesRole::Baseline, 1.5e6, 0),
            line(portal(), SeriesRole::Other, 180e3, 1),
            line(
                portal().text(" and our own"),
                SeriesRole::Recommended,
                555e3,
                2,
            ),
        ],
    };
    exhibit(
        "Keeping the portal costs eight times the service by year 3",
        "Lines of cumulative cost over three years. Keep building rises to $4.5M, Managed Backstage \
         and our own to $1.67M, Managed Backstage alone to $540k.",
        chart,
    )
}

/// Adoption so far, and as promised.
pub fn adoption() -> Exhibit {
    let at = |day_number: f64, on: Date, share: f64, pointer: &str| Measurement {
        day: day_number,
        date: day(on),
        datum: Datum::new(share, Figure::decision(HOUSE.percent(share), pointer)),
    };
    let chart = Chart::Adoption {
        axis: Axis::share("Voluntary adoption", [0.6], HOUSE),
        measured: vec![
            at(
                0.0,
                date!(2025 - 07 - 31),
                0.14,
                "/organisation/platform/voluntary_adoption",
            ),
            at(
                184.0,
                date!(2026 - 01 - 31),
                0.22,
                "/organisation/platform/voluntary_adoption",
            ),
        ],
        target: at(
            518.0,
            date!(2026 - 12 - 31),
            0.6,
            "/success/metrics/0/target",
        ),
    };
    exhibit(
        "Fewer than one engineer in four chooses the portal today",
        "Voluntary adoption was 14% in July 2025 and 22% in January 2026; the target is 60% by the \
         end of 2026.",
        chart,
    )
}

/// What moves the result.
pub fn tornado() -> Exhibit {
    let bar = |name: &str, low_input: &str, low: f64, high_input: &str, high: f64| TornadoBar {
        name: name.into(),
        low_input: Figure::decision(low_input, "/build"),
        low: datum(low, "/finance/cases/1/npv"),
        high_input: Figure::decision(high_input, "/build"),
        high: datum(high, "/finance/cases/1/npv"),
    };
    let bars = vec![
        bar(
            "Cost of an engineer",
            "$160k",
            1_940_000.0,
            "$215k",
            2_760_000.0,
        ),
        bar(
            "Engineers kept on golden paths",
            "4",
            1_417_000.0,
            "1",
            2_816_000.0,
        ),
        bar(
            "Price of the service",
            "$260k",
            2_151_000.0,
            "$150k",
            2_425_000.0,
        ),
        bar(
            "One-off cost of moving",
            "$300k",
            2_050_000.0,
            "$0",
            2_350_075.13,
        ),
    ];
    let ends = bars
        .iter()
        .flat_map(|bar| [bar.low.value, bar.high.value])
        .collect::<Vec<_>>();
    let chart = Chart::Tornado {
        axis: Axis::money("Net present value", ends, HOUSE, usd()),
        now: datum(2_350_075.13, "/finance/cases/1/npv"),
        bars,
    };
    exhibit(
        "No single estimate turns the result around",
        "Four inputs and the net present value at their low and high ends. The number of engineers \
         kept moves it most, from $1.42M to $2.82M; it never falls to zero.",
        chart,
    )
}

/// What the simulation gave.
pub fn histogram() -> Exhibit {
    let bins = (0..20_i32).map(|at| {
        let from = -400_000.0 + f64::from(at) * 250_000.0;
        let middle = (from + 125_000.0 - 2_250_000.0) / 750_000.0;
        Bin {
            from,
            to: from + 250_000.0,
            share: (-middle * middle / 2.0).exp() * 0.13,
        }
    });
    let bins: Vec<Bin> = bins.collect();
    let landmark = |name: &str, value: f64, pointer: &str| Landmark {
        name: name.into(),
        datum: datum(value, pointer),
    };
    let chart = Chart::Histogram {
        axis: Axis::money(
            "Net present value",
            bins.iter().flat_map(|bin| [bin.from, bin.to]),
            HOUSE,
            usd(),
        ),
        bins,
        landmarks: vec![
            landmark("P10", 1_290_000.0, "/finance/cases/1/p10"),
            landmark("P50", 2_250_000.0, "/finance/cases/1/p50"),
            landmark("P90", 3_210_000.0, "/finance/cases/1/p90"),
        ],
    };
    let mut exhibit = exhibit(
        "The recommended option beats building in over 99% of cases",
        "Distribution of the net present value: one case in ten is below $1.29M, half are below \
         $2.25M, one in ten is above $3.21M.",
        chart,
    );
    exhibit.notes = vec!["10,000 runs over the ranges that the authors gave.".into()];
    exhibit
}
