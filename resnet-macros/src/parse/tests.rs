//! Every mistake that we thought of, at its token, and only once.
//!
//! `tests/*.txt` are tables. An indented line is a message, any other a
//! declaration, in which `«…»` marks where its messages are expected, in this
//! order; marks may lie in marks. A failing test prints what it found in the
//! same form, to be read and pasted.

mod fuzz;
mod valid;

use std::ops::Range;
use std::str::FromStr;

use proc_macro2::TokenStream;

use crate::ast::Network;
use crate::errors::Errors;

#[test]
fn items() {
    check(include_str!("tests/item.txt"), str::to_owned);
}

#[test]
fn fields() {
    check(include_str!("tests/fields.txt"), in_network);
}

#[test]
fn values() {
    check(include_str!("tests/value.txt"), in_network);
}

#[test]
fn roots() {
    check(include_str!("tests/root.txt"), in_network);
}

#[test]
fn blocks() {
    check(include_str!("tests/block.txt"), in_network);
}

#[test]
fn units() {
    check(include_str!("tests/units.txt"), in_network);
}

/// A field in a network that has whatever else is required.
fn in_network(field: &str) -> String {
    let name = field.trim_start_matches(['«', '"', '#']);
    let required = [
        ("input", "input: [224, 224, 3], "),
        ("classes", "classes: 1001, "),
        ("block", "block0: bottleneck[(8, 4, 1)], "),
    ];
    let others = required.into_iter().filter(|(key, _)| !name.starts_with(key));
    let others: String = others.map(|(_, other)| other).collect();
    format!("pub struct Net {{ {others}{field} }}")
}

/// Compares a table with what is found.
#[track_caller]
fn check(table: &str, declaration: fn(&str) -> String) {
    let mut lines = table.lines().peekable();
    let mut differences = String::new();
    while let Some(line) = lines.next() {
        if line.is_empty() || line.starts_with("== ") {
            continue;
        }
        let mut wanted = Vec::new();
        while let Some(message) = lines.next_if(|line| line.starts_with("    ")) {
            wanted.push(message.trim_start().to_owned());
        }
        let marked = declaration(line);
        let (text, mut places) = unmark(&marked);
        places.sort_by_key(|place| (place.start, place.end));
        let (_, errors) = parse(&text);
        errors.iter().for_each(|(_, message)| assert_tone(message));
        let is_complete = places.len() == wanted.len();
        let wanted: Vec<_> = places.into_iter().zip(wanted).collect();
        if !is_complete || errors != wanted {
            let found = mark(&text, &errors);
            differences.push_str(&format!("wanted {marked}\nfound  {found}\n"));
        }
    }
    assert!(differences.is_empty(), "\n{differences}");
}

/// The networks of a text, and the errors by place.
fn parse(text: &str) -> (Vec<Network>, Vec<(Range<usize>, String)>) {
    let tokens = TokenStream::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"));
    let mut errors = Errors::default();
    let networks = super::networks(tokens, &mut errors);
    let errors = errors.finish().err().into_iter().flatten();
    let mut errors: Vec<_> =
        errors.map(|error| (error.span().byte_range(), error.to_string())).collect();
    errors.sort_by_key(|(place, _)| (place.start, place.end));
    (networks, errors)
}

/// House rules: lower case, no full stop, code in backticks.
#[track_caller]
fn assert_tone(message: &str) {
    let first = message.chars().next();
    assert!(first.is_some_and(|c| c.is_lowercase() || c == '`'), "{message}");
    assert!(!message.ends_with('.'), "{message}");
    assert_eq!(message.matches('`').count() % 2, 0, "{message}");
}

/// The text without its marks, and the places that they mark.
fn unmark(marked: &str) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut places = Vec::new();
    for c in marked.chars() {
        match c {
            '«' => open.push(text.len()),
            '»' => places.push(open.pop().expect("an open mark")..text.len()),
            c => text.push(c),
        }
    }
    (text, places)
}

/// A text with its errors, as it stands in a table.
fn mark(text: &str, errors: &[(Range<usize>, String)]) -> String {
    let mut marked = String::new();
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        let ends = errors.iter().filter(|(place, _)| place.end == at && place.start < at);
        marked.extend(ends.map(|_| '»'));
        let starts = errors.iter().filter(|(place, _)| place.start == at);
        marked.extend(starts.map(|_| '«'));
        marked.push(c);
    }
    let messages = errors.iter().map(|(_, message)| format!("    {message}\n"));
    marked + &messages.collect::<String>()
}

#[test]
fn marks_are_places() {
    let (text, places) = unmark("a «b «c»» d");
    assert_eq!(text, "a b c d");
    assert_eq!(places, [4..5, 2..5]);
    let errors: Vec<_> = places.into_iter().map(|place| (place, "m".to_owned())).collect();
    assert_eq!(mark(&text, &errors), "a «b «c»» d\n    m\n    m\n");
}
