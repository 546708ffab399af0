//! Blocks whose parts stand in another order: a kind in front of the name, as types stand
//! in C, or behind the list, and a count in front of its unit.

use proc_macro2::{Delimiter, Ident, TokenTree as Tree};

use super::block::holds_units;
use super::report::{expected, group_text, report};
use super::tokens::{is_digits, is_mark, trees};
use super::units::corrected;
use super::words::Key;
use crate::ast::UnitKind;
use crate::errors::Errors;

/// `bottleneck block1[…]` and `bottleneck block1: […]`.
pub(super) fn is_kind_first(field: &[Tree]) -> bool {
    matches!(field, [kind, Tree::Ident(name), next, ..]
        if unit_kind(kind).is_some()
            && Key::of(&name.to_string()).is_none()
            && (matches!(next, Tree::Group(_)) || is_colon(next)))
}

/// `[…]: bottleneck`.
pub(super) fn is_kind_last(field: &[Tree]) -> bool {
    matches!(field, [Tree::Group(list), colon, kind, ..]
        if holds_units(list) && is_colon(colon) && unit_kind(kind).is_some())
}

/// Reports a field of those orders. Returns the lists of units in it.
pub(super) fn misordered<'t>(field: &'t [Tree], errors: &mut Errors) -> Option<&'t [Tree]> {
    let (name, kind, lists) = match field {
        [list, _, kind, ..] if is_kind_last(field) => {
            ("block1".to_owned(), unit_kind(kind)?, std::slice::from_ref(list))
        }
        [kind, name, rest @ ..] if is_kind_first(field) => {
            let marks = usize::from(is_colon(&rest[0]));
            (name.to_string(), unit_kind(kind)?, &rest[marks..])
        }
        _ => return None,
    };
    let written = corrected(lists).unwrap_or_else(|| "[(256, 64, 1); 2]".to_owned());
    let remedy = format!("; the kind stands before the list; write `{name}: {kind}{written}`");
    expected("a block name", field, remedy, errors);
    Some(lists)
}

/// `bottleneck[3](256, 64, 1)`, as arrays are declared in C. Returns whether that was
/// written, and reported.
pub(super) fn count_first(name: &Ident, value: &[Tree], errors: &mut Errors) -> bool {
    let [Tree::Ident(kind), Tree::Group(count), Tree::Group(units)] = value else {
        return false;
    };
    let inside = trees(count.stream());
    let ([times], Delimiter::Bracket) = (&inside[..], count.delimiter()) else {
        return false;
    };
    if !is_digits(times) {
        return false;
    }
    let unit = match &trees(units.stream())[..] {
        [Tree::Group(unit), ..] => group_text(unit),
        _ => group_text(units),
    };
    let message = format!("`{name}`: expected units after `{kind}`, found `[{times}]`");
    let remedy = format!("write `{name}: {kind}[{unit}; {times}]`");
    report(&value[1..2], format!("{message}; {remedy}"), errors);
    true
}

fn unit_kind(word: &Tree) -> Option<UnitKind> {
    match word {
        Tree::Ident(word) => UnitKind::of(&word.to_string()),
        _ => None,
    }
}

fn is_colon(tree: &Tree) -> bool {
    is_mark(tree, ':') || is_mark(tree, '=')
}
