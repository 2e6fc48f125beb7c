//! What `check` tells of a decision that is legal but weak.

use crate::support::{boardbrief, compare, root};

#[test]
fn weaknesses_are_told_and_fail_only_where_asked() {
    let told = boardbrief(&["check", "tests/trust/weak.yaml"]);
    assert_eq!(told.status.code(), Some(0));
    compare(&root().join("tests/trust/weak.yaml.told"), &told.stderr);
    assert_eq!(
        String::from_utf8_lossy(&told.stdout),
        "tests/trust/weak.yaml: weak is complete and legal, with 10 warnings\n"
    );
    let strict = boardbrief(&["check", "--strict", "tests/trust/weak.yaml"]);
    assert_eq!(strict.status.code(), Some(1));
    assert!(strict.stdout.is_empty());
    assert_eq!(strict.stderr, told.stderr);
    let sound = boardbrief(&["check", "--strict", "reports/payments/decision.json"]);
    assert_eq!(sound.status.code(), Some(0));
}
