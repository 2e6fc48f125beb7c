//! Texts that have broken programs before: empty, endless, heaped, hidden, turned round, foreign
//! to our fonts, or built to nest without end.

/// Texts, each with its name.
pub fn texts() -> Vec<(&'static str, String)> {
    let long = |text: &str, times: usize| text.repeat(times);
    vec![
        ("empty", String::new()),
        ("blank", " \t\n ".into()),
        ("no-break space", "\u{a0}".into()),
        ("word of 1 MB", long("w", 1 << 20)),
        ("word of 900 letters", long("w", 900)),
        ("words of 1 MB", long("word ", 200_000)),
        ("a thousand lines", long("line\n", 150)),
        ("combining flood", format!("a{}", long("\u{301}", 70_000))),
        ("combining flood, short", format!("a{}", long("\u{301}", 5))),
        (
            "combining flood, many letters",
            long("e\u{301}\u{302}\u{303}\u{304}", 150),
        ),
        ("mark without a letter", "\u{301}".into()),
        (
            "enclosing marks",
            long("a\u{20dd}\u{20de}\u{20df}\u{20e0}\u{20e2}", 3),
        ),
        (
            "decomposed letters",
            "Re\u{301}sume\u{301} A\u{30a}ngstro\u{308}m".into(),
        ),
        ("hangul jamo", "\u{1100}\u{1161}\u{11a8}".into()),
        ("right-to-left override", "\u{202e}drawer\u{202c}".into()),
        ("right-to-left isolate", "a\u{2067}b\u{2069}c".into()),
        ("right-to-left mark", "a\u{200f}b".into()),
        ("Arabic letter mark", "a\u{61c}b".into()),
        ("zero-width space", "a\u{200b}b".into()),
        ("zero-width joiner", "a\u{200d}b".into()),
        ("word joiner", "a\u{2060}b".into()),
        ("soft hyphens", long("a\u{ad}", 400)),
        ("byte order mark within", "a\u{feff}b".into()),
        ("line separator", "a\u{2028}b".into()),
        ("tag characters", "a\u{e0041}\u{e0042}\u{e007f}".into()),
        ("variation selectors", "a\u{fe0f}b\u{e0100}".into()),
        ("private use", "a\u{e000}b".into()),
        ("private use, plane 16", "a\u{10fffd}b".into()),
        ("noncharacter", "a\u{ffff}b".into()),
        ("replacement character", "a\u{fffd}b".into()),
        ("nul", "a\u{0}b".into()),
        ("bell and escape", "a\u{7}\u{1b}[31mred\u{1b}[0m".into()),
        ("carriage returns", "safe\rover".into()),
        ("delete and C1", "a\u{7f}\u{85}\u{9b}b".into()),
        ("Chinese", "建造还是购买".into()),
        ("Japanese", "内製か購入か".into()),
        ("Korean", "구축 또는 구매".into()),
        ("Arabic", "البناء أم الشراء".into()),
        ("Hebrew", "לבנות או לקנות".into()),
        ("Hindi", "बनाना या खरीदना".into()),
        ("Thai", "สร้างหรือซื้อ".into()),
        ("emoji", "Ship it 🚀".into()),
        ("emoji family", "👨‍👩‍👧‍👦".into()),
        ("flag", "🇬🇧".into()),
        ("mathematical letters", "𝕭𝖚𝖎𝖑𝖉".into()),
        ("ligature", "ﬁnance ﬀ".into()),
        ("Greek and Cyrillic", "Κτίσιμο или покупка".into()),
        ("dotless and sharp", "İıẞßŁłĐđ".into()),
        ("quotes", "\"'`´‘’“”«»„\"\\".into()),
        ("backslashes", long("\\", 501)),
        ("percent signs", "%s %n %x 100 %".into()),
        ("deep quotations", long("> ", 400)),
        (
            "deep lists",
            (0..40)
                .map(|n| format!("{}- a\n", "  ".repeat(n)))
                .collect(),
        ),
        (
            "deep emphasis",
            format!("{}x{}", long("*", 300), long("*", 300)),
        ),
        ("open brackets", long("[", 900)),
        ("open links", long("[a](", 225)),
        (
            "backticks",
            (1..35).map(|n| format!("{} ", "`".repeat(n))).collect(),
        ),
        ("open comments", long("<!--", 225)),
        ("references", long("&#x202e;&zwj;&#0;", 20)),
        (
            "wide table",
            format!("|{}\n|{}\n", long("a|", 120), long("-|", 120)),
        ),
        ("long table", format!("|a|\n|-|\n{}", long("|b|\n", 150))),
    ]
}
