use super::*;
use crate::decision::{Argument, Decision, Intent, Source};
use crate::display::Conventions;
use crate::evaluate::evaluate;
use crate::market::Market;
use crate::policy::Policy;

fn load(path: &str) -> Decision {
    let text = std::fs::read_to_string(path).unwrap();
    Decision::from_source(&Source::new(path, text)).unwrap_or_else(|e| panic!("{e:?}"))
}

#[test]
fn dump() {
    let book = RuleBook::built_in();
    for name in ["developer-portal", "portal-exit"] {
        let d = load(&format!("/work/shared/decisions/{name}.json"));
        let e = evaluate(&d, &Policy::built_in(), &Market::built_in());
        eprintln!("== {name} {:?} {:?}", e.verdict, e.recommended_option);
        for audience in Audience::ALL {
            let f = frame(&d, &e, book, audience, Conventions::default(), &[]);
            for a in &f.arguments {
                eprintln!(
                    "[{}] {:?} {:?} {:?}\n   -> {:?}\n   {:?} missing {:?} asks {:?}",
                    audience.word(),
                    a.text,
                    a.intent,
                    a.stance,
                    a.statement.as_ref().map(|s| s.to_string()),
                    a.rule,
                    a.missing,
                    a.asks
                );
            }
        }
    }
    let d = load("/work/shared/decisions/developer-portal.json");
    let e = evaluate(&d, &Policy::built_in(), &Market::built_in());
    let f = frame(&d, &e, book, Audience::Board, Conventions::default(), &[]);
    eprintln!(
        "{}",
        serde_json::to_string_pretty(&f)
            .unwrap()
            .chars()
            .take(3000)
            .collect::<String>()
    );
}

#[test]
fn sheet() {
    let book = RuleBook::built_in();
    for path in std::env::var("SHEET")
        .unwrap_or_default()
        .split(',')
        .filter(|p| !p.is_empty())
    {
        let d = load(path);
        let e = evaluate(&d, &Policy::built_in(), &Market::built_in());
        eprintln!("#### {path} {:?} {:?}", e.verdict, e.recommended_option);
        for intent in Intent::ALL.iter().copied().filter(|i| *i != Intent::None) {
            for audience in Audience::ALL {
                for stance in Stance::ALL {
                    let words = match stance {
                        Stance::Building => "x",
                        Stance::Buying => "y",
                        Stance::Neither => "z",
                    };
                    let _ = words;
                    let ledger = Ledger::new(&d, &e, Conventions::default());
                    let mut last = String::new();
                    for w in book
                        .statements()
                        .wordings(intent, audience, ledger.course(), stance)
                    {
                        if w.id.contains(".building.")
                            || w.id.contains(".buying.")
                            || w.id.contains(".neither.")
                            || stance == Stance::Neither
                        {
                            last = say::preview(w, &ledger)
                                .map_or_else(String::new, |t| format!("  {} {}", w.id, t));
                            if !last.is_empty() {
                                eprintln!("{last}");
                            }
                        }
                    }
                }
            }
        }
    }
}
