//! An evaluation as lines of text, so that a whole one can be read and compared.

use boardbrief::evaluate::Evaluation;
use serde_json::Value;
use std::fmt::Write;

/// The evaluation, line by line.
pub fn told(evaluation: &Evaluation) -> String {
    let json = serde_json::to_value(evaluation).expect("an evaluation serialises");
    let word = |value: &Value| {
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_string)
    };
    let mut out = String::new();
    let confidence = &evaluation.confidence;
    let _ = writeln!(
        out,
        "{}; option: {}; stage: {}; confidence: {}",
        word(&json["verdict"]),
        word(&json["recommended_option"]),
        word(&json["stage"]),
        word(&json["confidence"]["level"]),
    );
    let list = |out: &mut String, title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = writeln!(out, "\n{title}");
        }
        for line in lines {
            let _ = writeln!(out, "  {line}");
        }
    };
    list(
        &mut out,
        "Reasons",
        evaluation
            .reasons
            .iter()
            .map(|f| f.text.to_string())
            .collect(),
    );
    list(
        &mut out,
        "Warnings",
        evaluation
            .warnings
            .iter()
            .map(|f| format!("{}: {}", f.id, f.text))
            .collect(),
    );
    for (question, value) in evaluation
        .questions
        .iter()
        .zip(json["questions"].as_array().expect("a list"))
    {
        let title = format!("{} {}", word(&value["id"]), word(&value["answer"]));
        list(
            &mut out,
            &title,
            question
                .evidence
                .iter()
                .map(|e| format!("{} [{}]", e.text, e.from))
                .collect(),
        );
    }
    for (exception, value) in evaluation
        .exceptions
        .iter()
        .zip(json["exceptions"].as_array().expect("a list"))
    {
        let claimed = if exception.claimed {
            "claimed"
        } else {
            "not claimed"
        };
        let granted = if exception.granted {
            "granted"
        } else {
            "refused"
        };
        let title = format!(
            "{} {claimed}, {granted}: {}",
            word(&value["id"]),
            exception.reason
        );
        list(
            &mut out,
            &title,
            exception
                .evidence
                .iter()
                .map(|e| format!("{} [{}]", e.text, e.from))
                .collect(),
        );
    }
    if let Some(next) = &evaluation.runner_up {
        let _ = writeln!(
            out,
            "\nRunner-up {}: {}",
            word(&json["runner_up"]["verdict"]),
            next.reason
        );
    }
    list(
        &mut out,
        "Confidence",
        confidence.because.iter().map(ToString::to_string).collect(),
    );
    list(
        &mut out,
        "Findings",
        evaluation
            .findings
            .iter()
            .map(|f| format!("{}: {}", f.id, f.text))
            .collect(),
    );
    let capabilities = evaluation.capabilities.iter();
    list(
        &mut out,
        "Capabilities",
        capabilities
            .map(|c| {
                format!(
                    "{} {}: {}",
                    c.id,
                    c.shown.map_or("not known", |shown| if shown {
                        "shown"
                    } else {
                        "not shown"
                    }),
                    c.text
                )
            })
            .collect(),
    );
    let open = evaluation
        .open_questions
        .iter()
        .zip(json["open_questions"].as_array().expect("a list"));
    list(
        &mut out,
        "Open questions",
        open.map(|(q, value)| format!("{} {} [{}]", q.asks, value["could_give"], q.field))
            .collect(),
    );
    let flips = evaluation
        .flip_points
        .iter()
        .chain(&evaluation.switch_points);
    list(
        &mut out,
        "Flip points",
        flips
            .map(|f| {
                format!(
                    "{} [{} from {} to {}]",
                    f.because,
                    f.field,
                    f.now,
                    f.flips_at.clone().unwrap_or(Value::Null)
                )
            })
            .collect(),
    );
    out.replace('\u{a0}', " ")
}

/// The verdict, the option, every answer and every exception on one line.
pub fn line(evaluation: &Evaluation) -> String {
    let json = serde_json::to_value(evaluation).expect("an evaluation serialises");
    let word = |value: &Value| value.as_str().unwrap_or("-").to_string();
    let answers: Vec<String> = json["questions"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|q| format!("{} {}", word(&q["id"]), word(&q["answer"])))
        .collect();
    let exceptions: Vec<String> = evaluation
        .exceptions
        .iter()
        .filter(|e| e.claimed)
        .map(|e| {
            format!(
                "{:?} {}",
                e.id,
                if e.granted { "granted" } else { "refused" }
            )
        })
        .collect();
    let warnings: Vec<&str> = evaluation.warnings.iter().map(|w| w.id).collect();
    format!(
        "{:<16} {:<18} {:<10} {} | {} | {}",
        word(&json["verdict"]),
        word(&json["recommended_option"]),
        word(&json["stage"]),
        answers.join(", "),
        exceptions.join(", "),
        warnings.join(", "),
    )
    .trim_end()
    .to_string()
}
