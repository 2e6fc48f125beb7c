//! The PDF: both standards, the decision it carries, the same bytes every time.

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

use super::{everything, pdf};

/// What a validator finds against a PDF; a refusal to read it counts as a finding.
///
/// The validator takes a carriage return at the end of a stream's data for part of the line end
/// behind it, and then calls the stream's length wrong. That finding is set aside where our own
/// count of every stream finds each length right.
pub fn findings(pdf: &[u8], profile: ValidationProfile) -> Vec<String> {
    let options = ValidationOptions::default().profile(profile);
    let found: Vec<String> = match validate_pdf_bytes(pdf, &options) {
        Ok(report) => report.failures.iter().map(ToString::to_string).collect(),
        Err(error) => vec![error.to_string()],
    };
    let lengths_right = stream_lengths_are_right(pdf);
    let of_length = |finding: &String| finding.contains(":6.1.7.1:1]");
    found
        .into_iter()
        .filter(|finding| !(lengths_right && of_length(finding)))
        .collect()
}

/// Whether every stream ends where its length says, with a line end and `endstream` behind it.
fn stream_lengths_are_right(pdf: &[u8]) -> bool {
    let find = |from: usize, what: &[u8]| {
        pdf[from..]
            .windows(what.len())
            .position(|bytes| bytes == what)
            .map(|at| from + at)
    };
    let mut at = 0;
    let mut streams = 0;
    while let Some(start) = find(at, b"stream\n") {
        let head = &pdf[at..start];
        let Some(length) = head.windows(8).rposition(|bytes| bytes == b"/Length ") else {
            return false;
        };
        let digits = head[length + 8..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit());
        let length = digits.fold(0, |number, byte| number * 10 + usize::from(byte - b'0'));
        let end = start + b"stream\n".len() + length;
        if pdf.get(end..end + b"\nendstream".len()) != Some(b"\nendstream".as_slice()) {
            return false;
        }
        at = end + b"\nendstream".len();
        streams += 1;
    }
    streams > 0
}

#[test]
fn a_wrong_stream_length_is_found() {
    let pdf = pdf(&everything(), b"{}");
    assert!(stream_lengths_are_right(&pdf));
    let at = pdf
        .windows(8)
        .position(|bytes| bytes == b"/Length ")
        .expect("a stream")
        + 8;
    let mut damaged = pdf.clone();
    damaged[at] = if pdf[at] == b'9' { b'8' } else { pdf[at] + 1 };
    assert!(!stream_lengths_are_right(&damaged));
    assert_ne!(
        findings(&damaged, ValidationProfile::PdfA3a),
        Vec::<String>::new()
    );
}

/// Replaces bytes by as many others, so that no offset in the file moves.
fn damage(pdf: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let at = pdf.windows(from.len()).position(|bytes| bytes == from);
    let at = at.expect("the PDF holds what is to be damaged");
    let mut damaged = pdf.to_vec();
    damaged[at..at + to.len()].copy_from_slice(to);
    damaged
}

#[test]
fn every_kind_of_block_keeps_both_standards() {
    let pdf = pdf(&everything(), b"{}");
    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        assert_eq!(findings(&pdf, profile), Vec::<String>::new(), "{profile:?}");
    }
}

#[test]
fn the_check_of_each_standard_can_fail() {
    let sound = pdf(&everything(), b"{}");
    let archival = damage(&sound, b"<pdfaid:part>3<", b"<pdfaid:part>1<");
    assert_ne!(
        findings(&archival, ValidationProfile::PdfA3a),
        Vec::<String>::new()
    );
    assert_eq!(
        findings(&archival, ValidationProfile::PdfUa1),
        Vec::<String>::new()
    );
    let accessible = damage(&sound, b"<pdfuaid:part>1<", b"<pdfuaid:part>7<");
    assert_ne!(
        findings(&accessible, ValidationProfile::PdfUa1),
        Vec::<String>::new()
    );
    // An untagged file is neither.
    let untagged = damage(&sound, b"/Marked true", b"/Marked null");
    assert_ne!(
        findings(&untagged, ValidationProfile::PdfA3a),
        Vec::<String>::new()
    );
    assert_ne!(
        findings(&untagged, ValidationProfile::PdfUa1),
        Vec::<String>::new()
    );
    let cut = &sound[..sound.len() / 2];
    assert_ne!(
        findings(cut, ValidationProfile::PdfA3a),
        Vec::<String>::new()
    );
}

#[test]
fn the_same_input_gives_the_same_bytes_in_any_thread() {
    let report = everything();
    let first = pdf(&report, b"{}");
    let again = std::thread::scope(|scope| {
        let work = [(); 2].map(|()| scope.spawn(|| pdf(&report, b"{}")));
        work.map(|thread| thread.join().expect("a document typesets"))
    });
    assert!(again.iter().all(|bytes| *bytes == first));
}

#[test]
fn the_decision_travels_with_the_brief() {
    let pdf = pdf(
        &super::sample::report(),
        b"{ \"id\": \"developer-portal\" }",
    );
    let holds = |needle: &[u8]| pdf.windows(needle.len()).any(|bytes| bytes == needle);
    assert!(holds(b"/AFRelationship/Source") || holds(b"/AFRelationship /Source"));
    assert!(holds(b"application#2Fjson"));
    assert!(holds(b"developer-portal.json"));
}
