//! Tables of mistakes, for tests.
//!
//! An indented line is a message, any other a declaration, in which `«…»`
//! marks where its messages are expected, in this order; marks may lie in
//! marks. A failing test prints what it found in the same form, to be read and
//! pasted.

use std::ops::Range;

use proc_macro2::{TokenStream, TokenTree};
use syn::LitStr;

/// Errors by place.
pub(crate) type Found = Vec<(Range<usize>, String)>;

pub(crate) fn by_place(errors: impl IntoIterator<Item = syn::Error>) -> Found {
    let error = |error: syn::Error| (error.span().byte_range(), error.to_string());
    let mut found: Found = errors.into_iter().map(error).collect();
    found.sort_by_key(|(place, _)| (place.start, place.end));
    found
}

/// The errors in an expansion.
pub(crate) fn in_expansion(code: TokenStream) -> Found {
    let mut found = Found::new();
    let mut start = None;
    for tree in code {
        match (tree, start.take()) {
            (TokenTree::Group(group), Some(start)) => {
                let message: LitStr = syn::parse2(group.stream()).expect("a message");
                found.push((start..group.span().byte_range().end, message.value()));
            }
            (TokenTree::Group(group), None) => found.extend(in_expansion(group.stream())),
            (TokenTree::Ident(name), _) if name == "compile_error" => {
                start = Some(name.span().byte_range().start);
            }
            (TokenTree::Punct(mark), name) if mark.as_char() == '!' => start = name,
            _ => {}
        }
    }
    found.sort_by_key(|(place, _)| (place.start, place.end));
    found
}

/// Compares a table with what is found.
#[track_caller]
pub(crate) fn check(table: &str, declaration: fn(&str) -> String, errors: impl Fn(&str) -> Found) {
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
        let errors = errors(&text);
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
