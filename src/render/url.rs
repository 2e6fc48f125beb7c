//! Which addresses may become links, in either format.

/// The schemes a brief may link to. Anything else, scripts above all, is shown as text alone.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// The address where it may become a link, with what could end it early percent-encoded; else
/// nothing.
pub(super) fn safe(url: &str) -> String {
    let url = url.trim();
    let known = SCHEMES.iter().any(|scheme| {
        url.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    if !known {
        return String::new();
    }
    let mut safe = String::with_capacity(url.len());
    for character in url.chars() {
        if character.is_control() || character.is_whitespace() || "<>()\\\"`".contains(character) {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                safe.push_str(&format!("%{byte:02X}"));
            }
        } else {
            safe.push(character);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn only_web_and_mail_addresses_become_links() {
        assert_eq!(
            safe("https://example.com/a?b=c"),
            "https://example.com/a?b=c"
        );
        assert_eq!(safe(" MAILTO:cto@example.com "), "MAILTO:cto@example.com");
        assert_eq!(
            safe("https://example.com/> x"),
            "https://example.com/%3E%20x"
        );
        for refused in [
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "//x",
            "",
        ] {
            assert_eq!(safe(refused), "", "{refused}");
        }
    }
}
