//! A fault of the program in one decision: provoked at the seams of a run, for none is known to
//! provoke it with.

use super::*;
use clap::Parser;
use std::path::{Path, PathBuf};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    arguments: Arguments,
}

/// A folder of worked decisions, gone again afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, decisions: &[&str]) -> Folder {
        let path = std::env::temp_dir().join(format!("boardbrief-{name}-{}", std::process::id()));
        std::fs::create_dir_all(path.join("in")).expect("a folder can be made");
        for decision in decisions {
            let from = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("reports")
                .join(decision)
                .join("decision.json");
            let to = path.join("in").join(format!("{decision}.json"));
            std::fs::copy(from, to).expect("a worked decision can be copied");
        }
        Folder(path)
    }

    fn run(&self, out: &str, more: &[&str], steps: Steps) -> Status {
        let (from, to) = (self.0.join("in"), self.0.join(out));
        let mut line = vec![
            "batch",
            from.to_str().unwrap(),
            "--out",
            to.to_str().unwrap(),
        ];
        line.extend(["--format", "md"]);
        line.extend(more);
        let pipeline = Pipeline::new(
            crate::policy::Policy::built_in(),
            crate::frame::RuleBook::built_in().clone(),
        );
        let arguments = Line::parse_from(line).arguments;
        run(&arguments, &pipeline.unwrap(), steps).unwrap()
    }

    fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.0.join(path)).expect("the file is there")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_panic_in_one_decision_stops_no_other() {
    let folder = Folder::new("panic", &["payments", "portal-exit", "email-delivery"]);
    let make = |item: &Item, content: &str, press: Press| {
        assert!(!item.shown.ends_with("payments.json"), "a fault of ours");
        work::make(item, content, press)
    };
    for jobs in ["1", "2"] {
        let steps = Steps {
            make: &make,
            ..OURS
        };
        let status = folder.run(jobs, &["--jobs", jobs], steps);
        assert_eq!(status, Status::Refused);
        for (file, there) in [
            ("payments.md", false),
            ("portal-exit.md", true),
            ("email-delivery.md", true),
            ("manifest.json", true),
        ] {
            assert_eq!(folder.0.join(jobs).join(file).exists(), there, "{file}");
        }
        let page = folder.text(&format!("{jobs}/portfolio.md"));
        assert!(page.contains("1 file could not be used"), "{page}");
    }
    // Mended, the run does what is left.
    assert_eq!(folder.run("1", &[], OURS), Status::Done);
    assert!(folder.0.join("1/payments.md").exists());
}

#[test]
fn a_panic_in_a_comparison_costs_neither_the_run_nor_the_other_comparisons() {
    let folder = Folder::new("comparison", &["payments", "authentication"]);
    assert_eq!(folder.run("q3", &[], OURS), Status::Done);
    for name in ["payments", "authentication"] {
        let path = format!("in/{name}.json");
        let mut decision: serde_json::Value =
            serde_json::from_str(&folder.text(&path)).expect("JSON");
        decision["build"]["engineers"] = 9.into();
        std::fs::write(folder.0.join(path), decision.to_string()).expect("it can be written");
    }
    let reckon = |pipeline: &Pipeline, decision: &crate::decision::Decision| {
        assert!(decision.id != "payments", "a fault of ours");
        crate::cli::batch::reckon(pipeline, decision)
    };
    let last = folder.0.join("q3");
    let more = ["--previous", last.to_str().unwrap()];
    let steps = Steps {
        reckon: &reckon,
        ..OURS
    };
    assert_eq!(folder.run("q4", &more, steps), Status::Refused);
    let page = folder.text("q4/portfolio.md");
    assert!(
        page.contains("1 decision could not be compared: [Taking payments"),
        "{page}"
    );
    let register: serde_json::Value =
        serde_json::from_str(&folder.text("q4/register.json")).expect("JSON");
    assert_eq!(
        register["moved"]["not_compared"],
        serde_json::json!(["payments"])
    );
    assert_eq!(register["moved"]["figures"][0]["id"], "authentication");
    assert!(folder.0.join("q4/manifest.json").exists());
}
