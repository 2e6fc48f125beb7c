//! A register that a spreadsheet opens runs nothing, whatever the decisions, the names of their files
//! and what is refused in them say; whether it comes from one run or from merged shards.

use crate::support::{Folder, boardbrief};
use std::path::Path;

/// What a spreadsheet takes for the start of a formula, or steps over to find one.
const STARTS: [&str; 9] = ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝"];

/// The cells of a table, as RFC 4180 has it.
fn cells(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut characters = table.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            plain => cell.push(plain),
        }
    }
    assert!(
        cell.is_empty() && row.is_empty(),
        "the table ends within a row"
    );
    rows
}

/// Decisions whose every word that the register shows begins like a formula, and some refused.
fn write_decisions(folder: &Path) {
    for (at, start) in STARTS.iter().enumerate() {
        let word = format!("{start}HYPERLINK(\"http://x\",\"x\")");
        let decision = serde_json::json!({
            "id": format!("formula-{at}"), "title": word, "as_of": "2026-02-01",
            "organisation": { "name": word, "engineers": 80 },
            "category": word, "currency": "USD",
            "alternatives": [{ "name": word, "proven": true, "fit": 0.9, "annual_cost": 1000 }],
            "build": { "annual_people_cost": 500_000 },
            "success": { "metrics": [{ "name": word }] },
        });
        let path = folder.join(format!("{}formula {at}.json", start.trim()));
        std::fs::write(path, decision.to_string()).expect("written");
        let refused = folder.join(format!("{}refused {at}.json", start.trim()));
        std::fs::write(refused, format!("{{\"{start}1+1\": 1}}")).expect("written");
    }
}

fn is_inert(table: &str) {
    let rows = cells(table);
    assert!(rows.len() > 2 * STARTS.len(), "{table}");
    let width = rows[0].len();
    for row in &rows {
        assert_eq!(row.len(), width, "{row:?}");
        for cell in row {
            let is_number = cell.parse::<f64>().is_ok();
            let first = cell.trim_start().chars().next().unwrap_or(' ');
            let starts = "=+-@＝＋－＠\t\r".contains(first) || cell.starts_with(['\t', '\r', '\n']);
            assert!(is_number || !starts, "{cell:?} is live in {row:?}");
        }
    }
}

#[test]
fn no_cell_of_a_register_is_a_formula() {
    let folder = Folder::new("register");
    let decisions = folder.path().join("decisions");
    std::fs::create_dir(&decisions).expect("a folder");
    write_decisions(&decisions);
    let run = |out: &str, more: &[&str]| {
        let out = folder.path().join(out);
        let (decisions, out) = (decisions.display().to_string(), out.display().to_string());
        let arguments = ["batch", &decisions, "--out", &out, "--format", "md"];
        boardbrief(&[&arguments[..], more].concat())
    };
    let whole = run("whole", &[]);
    assert_eq!(
        whole.status.code(),
        Some(1),
        "{}",
        String::from_utf8_lossy(&whole.stderr)
    );
    let table = |out: &str| {
        let path = folder.path().join(out).join("register.csv");
        std::fs::read_to_string(path).expect("a register")
    };
    is_inert(&table("whole"));
    for shard in ["0/2", "1/2"] {
        run("merged", &["--shard", shard]);
    }
    let merged = folder.path().join("merged").display().to_string();
    let told = boardbrief(&["merge", &merged, "--expect", "2"]);
    assert!(
        matches!(told.status.code(), Some(0 | 1)),
        "{}",
        String::from_utf8_lossy(&told.stderr)
    );
    is_inert(&table("merged"));
}
