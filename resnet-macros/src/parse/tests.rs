//! Every mistake that we thought of, at its token, and only once.
//! `tests/*.txt` are tables, as [`marked`] reads them.

mod fuzz;
mod valid;

use std::ops::Range;
use std::str::FromStr;

use proc_macro2::TokenStream;

use crate::ast::Network;
use crate::cfg::Cfg;
use crate::errors::Errors;
use crate::marked;

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

#[test]
fn customs() {
    check(include_str!("tests/custom.txt"), in_network);
}

#[test]
fn kinds() {
    check(include_str!("tests/kinds.txt"), in_network);
}

/// Fields as users of other programs, and of other languages, write them.
#[test]
fn habits() {
    check(include_str!("tests/habits.txt"), in_network);
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

#[track_caller]
fn check(table: &str, declaration: fn(&str) -> String) {
    marked::check(table, declaration, |text| parse(text).1);
}

/// The networks of a text, and the errors by place.
fn parse(text: &str) -> (Vec<Network>, Vec<(Range<usize>, String)>) {
    let tokens = TokenStream::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"));
    let mut errors = Errors::default();
    let (networks, faults): (Vec<_>, Vec<_>) =
        super::networks(tokens, &mut errors).into_iter().unzip();
    faults.into_iter().for_each(|faults| errors.extend(&Cfg::default(), faults));
    (networks, marked::by_place(errors))
}
