//! The portfolio and the register of two quarters, whole; and the PDF against both standards.

use super::{Quarter, ends};
use crate::document::pdf::findings;
use crate::support::{compare, root};
use page_validation::ValidationProfile;
use serde_json::json;

/// Two quarters: one decision gone, one new, a verdict, figures, a currency and a horizon changed.
fn two_quarters(name: &str) -> Quarter {
    let quarter = Quarter::new(
        name,
        &[
            "authentication",
            "developer-portal",
            "email-delivery",
            "payments",
            "portal-exit",
            "product-analytics",
        ],
    );
    ends(
        &quarter.batch("q3", &["--format", "md", "--as-of", "2026-02-15"]),
        0,
    );
    quarter.change("authentication", |decision| {
        decision["build"]["engineers"] = 5.into();
        decision["alternatives"][0]["annual_cost"] = 50_000.into();
    });
    quarter.change("developer-portal", |decision| {
        decision["alternatives"][0]["annual_cost"] = 300_000.into();
        decision["title"] = "Developer portal: keep ours, or move".into();
    });
    quarter.change("email-delivery", |decision| {
        decision["currency"] = "EUR".into();
    });
    quarter.change("payments", |decision| {
        decision["money"]["horizon_years"] = 5.into();
    });
    quarter.change("portal-exit", |decision| {
        decision["success"]["exit_rule"]["committed"] = false.into();
    });
    quarter.change("product-analytics", |decision| {
        decision["id"] = "usage".into();
        decision["opportunities"] = json!([{
            "name": "Search", "id": "search", "annual_value": 400_000, "engineers": 2
        }]);
    });
    quarter
}

#[test]
fn the_second_quarter_says_what_moved_and_why() {
    let quarter = two_quarters("two-quarters");
    let more = ["--previous", "q3", "--as-of", "2026-11-15"];
    ends(&quarter.batch("q4", &more), 0);
    let expected = root().join("tests/batch/expected");
    // The last line holds a hash of everything that the page was made from, templates among it.
    let page = quarter.text("q4/portfolio.md");
    let (page, footer) = page.rsplit_once(" · ").expect("a footer");
    assert_eq!(footer.trim().len(), 12, "{footer}");
    compare(&expected.join("portfolio.md"), page.as_bytes());
    compare(
        &expected.join("register.csv"),
        quarter.text("q4/register.csv").as_bytes(),
    );
    let moved = &quarter.json("q4/register.json")["moved"];
    compare(
        &expected.join("moved.json"),
        format!("{moved:#}\n").as_bytes(),
    );
    let pdf = std::fs::read(quarter.path("q4/portfolio.pdf")).expect("it was written");
    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        assert_eq!(findings(&pdf, profile), Vec::<String>::new());
    }
}

#[test]
fn a_first_quarter_has_no_section_about_the_last() {
    let quarter = Quarter::new("first", &["portal-exit"]);
    ends(&quarter.batch("out", &["--format", "md"]), 0);
    let page = quarter.text("out/portfolio.md");
    assert!(!page.contains("moved") && !page.contains("since"), "{page}");
    assert_eq!(quarter.json("out/register.json")["moved"], json!(null));
}

#[test]
fn a_figure_that_another_policy_reckons_is_not_movement() {
    let quarter = Quarter::new("not-comparable", &["payments"]);
    ends(&quarter.batch("q3", &["--format", "md"]), 0);
    super::write(
        &quarter.path("house.toml"),
        "discount_rate = 0.2\nmovement = 0.0\n",
    );
    let more = [
        "--format",
        "md",
        "--previous",
        "q3",
        "--policy",
        "house.toml",
    ];
    ends(&quarter.batch("q4", &more), 0);
    let moved = &quarter.json("q4/register.json")["moved"];
    assert_eq!(moved["figures"], json!([]));
    assert_eq!(
        moved["not_comparable"],
        json!([{ "id": "payments", "figures": ["npv", "roi"], "because": "the policy changed" }])
    );
}
