//! Every mistake that we thought of, at its token, and only once.
//!
//! In a declaration, `«…»` marks where an error is expected; the messages
//! follow in the order of the marks. Marks in marks are allowed.

mod block;
mod fields;
mod fuzz;
mod item;
mod units;
mod valid;
mod value;

use std::ops::Range;
use std::str::FromStr;

use proc_macro2::TokenStream;

use crate::ast::Network;
use crate::errors::Errors;

/// The networks of a text, and the errors by place.
fn parse(text: &str) -> (Vec<Network>, Vec<(Range<usize>, String)>) {
    let tokens = TokenStream::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"));
    let mut errors = Errors::default();
    let networks = super::networks(tokens, &mut errors);
    let errors = errors.finish().err().into_iter().flatten();
    let mut errors: Vec<_> = errors
        .map(|error| (error.span().byte_range(), error.to_string()))
        .collect();
    errors.sort_by_key(|(place, _)| (place.start, place.end));
    (networks, errors)
}

/// Checks that `marked` has exactly these errors.
#[track_caller]
fn assert_errors(marked: &str, messages: &[&str]) {
    let (text, places) = unmark(marked);
    let (_, errors) = parse(&text);
    let shown = |(place, message): &(Range<usize>, String)| {
        format!("  at `{}`: {message}\n", &text[place.clone()])
    };
    let all: String = errors.iter().map(shown).collect();
    assert_eq!(
        places.len(),
        messages.len(),
        "one message for each mark in {marked}"
    );
    assert_eq!(errors.len(), messages.len(), "in {text}\n{all}");
    for ((place, message), (marked, wanted)) in errors.iter().zip(places.iter().zip(messages)) {
        assert_eq!(place, marked, "in {text}\n{all}");
        assert!(
            message.contains(wanted),
            "wanted {wanted}\nin {text}\n{all}"
        );
        assert_tone(message);
    }
}

/// House rules: lower case, no full stop, code in backticks.
#[track_caller]
fn assert_tone(message: &str) {
    let first = message.chars().next();
    assert!(
        first.is_some_and(|c| c.is_lowercase() || c == '`'),
        "{message}"
    );
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
    places.sort_by_key(|place| (place.start, place.end));
    (text, places)
}

/// Checks a table of fields. Each stands in a network that has whatever else
/// is required.
#[track_caller]
fn assert_fields(table: &[(&str, &[&str])]) {
    for (field, messages) in table {
        let has = |key: &str| {
            unmark(field)
                .0
                .trim_start_matches(['"', '#'])
                .starts_with(key)
        };
        let mut network = "pub struct Net { ".to_owned();
        for (key, required) in [
            ("input", "input: [224, 224, 3], "),
            ("classes", "classes: 1001, "),
            ("block", "block0: bottleneck[(8, 4, 1)], "),
        ] {
            if !has(key) {
                network.push_str(required);
            }
        }
        assert_errors(&format!("{network}{field} }}"), messages);
    }
}

#[test]
fn marks_are_places() {
    let (text, places) = unmark("a «b «c»» d");
    assert_eq!(text, "a b c d");
    assert_eq!(places, [2..5, 4..5]);
}
