//! `kinds: { ghost: custom(ghost, stride, weight: [depth, input]) }`.

use proc_macro2::{Delimiter, Ident, TokenTree as Tree};

use super::custom::{Caller, KIND, call, is_custom};
use super::report::{end, expected, open};
use super::tokens::{is_mark, trees};
use super::words::{KINDS, Key};
use crate::ast::{OwnKind, Quantity, UnitKind};
use crate::errors::Errors;
use crate::suggest::nearest;

const WANTED: &str = "kinds in braces";

/// A kind, as a block knows it.
#[derive(Clone)]
pub(super) struct Called {
    pub kind: UnitKind,
    pub name: String,
    /// `None`: its declaration is faulty, so that nothing is said of its tuples.
    pub tuple: Option<Tuple>,
}

/// What the tuple of a unit is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tuple {
    /// Depth, stride.
    Two,
    /// Depth, bottleneck depth, stride.
    Three,
}

impl Called {
    /// One of the dialects'.
    pub fn built_in(kind: UnitKind) -> Called {
        let tuple = if kind == UnitKind::Basic { Tuple::Two } else { Tuple::Three };
        Called { kind, name: kind.name().to_owned(), tuple: Some(tuple) }
    }
}

/// The kinds that a body declares, wherever it does. What is wrong with them is
/// reported when their turn comes.
pub(super) fn declared(body: &[Tree]) -> Vec<Called> {
    let is_named = |at: &[Tree], is_it: fn(&str) -> bool| {
        matches!(at, [Tree::Ident(key), sign, Tree::Group(_)]
            if (is_mark(sign, ':') || is_mark(sign, '=')) && is_it(&key.to_string()))
    };
    let find = |is_it| body.windows(3).find(|at| is_named(at, is_it));
    // Misspelt, it is one mistake.
    let near = |key: &str| nearest(key, Key::ALL.map(Key::name)) == Some(Key::Kinds.name());
    let Some(field) = find(|key| key == Key::Kinds.name()).or_else(|| find(near)) else {
        return Vec::new();
    };
    let value = &field[2..];
    let entries = entries(value, &mut Errors::default());
    let called = |(i, (name, kind)): (usize, (Ident, Option<OwnKind>))| Called {
        kind: UnitKind::Custom(i),
        name: name.to_string(),
        tuple: kind.map(|kind| match kind.names(Quantity::Bottleneck) {
            true => Tuple::Three,
            false => Tuple::Two,
        }),
    };
    entries.into_iter().enumerate().map(called).collect()
}

/// All kinds, if nothing had to be reported.
pub(super) fn kinds(value: &[Tree], errors: &mut Errors) -> Vec<OwnKind> {
    let kinds: Option<Vec<OwnKind>> =
        entries(value, errors).into_iter().map(|(_, kind)| kind).collect();
    kinds.unwrap_or_default()
}

fn entries(value: &[Tree], errors: &mut Errors) -> Vec<(Ident, Option<OwnKind>)> {
    let [Tree::Group(group), rest @ ..] = value else {
        expected(WANTED, value, format_args!("; write `kinds: {{ {KIND} }}`"), errors);
        return Vec::new();
    };
    if group.delimiter() != Delimiter::Brace {
        let message =
            format!("expected `{{`, found `{}`; write `kinds: {{ {KIND} }}`", open(group));
        errors.at(group.span_open(), message);
    }
    let inside = trees(group.stream());
    if inside.is_empty() {
        let message = format!("expected {WANTED}, found none; write `kinds: {{ {KIND} }}`");
        errors.at(group.span(), message);
    }
    let mut kinds: Vec<(Ident, Option<OwnKind>)> = Vec::new();
    for item in inside.split(|tree| is_mark(tree, ',')).filter(|item| !item.is_empty()) {
        let [Tree::Ident(name), sign @ Tree::Punct(_), value @ ..] = item else {
            expected("a kind and its function", item, format_args!("; write `{KIND}`"), errors);
            if let [Tree::Ident(name)] = item {
                kinds.push((name.clone(), None)); // blocks may name it
            }
            continue;
        };
        let before = errors.len();
        if let Some(fault) = name_fault(name, &kinds) {
            errors.at(name.span(), fault);
        }
        let kind = is_mark(sign, ':').then(|| kind(name, value, errors));
        if kind.is_none() {
            expected(format_args!("`:` after `{name}`"), &item[1..], "", errors);
        }
        let kind = kind.flatten().filter(|_| errors.len() == before);
        kinds.push((name.clone(), kind));
    }
    end(rest, errors);
    kinds
}

/// What stands behind `ghost:`.
fn kind(name: &Ident, value: &[Tree], errors: &mut Errors) -> Option<OwnKind> {
    if !is_custom(value) {
        let remedy = format_args!("; write `{KIND}`");
        match value {
            [] => errors.at(name.span(), format!("expected `custom(…)` behind `{name}`{remedy}")),
            _ => expected("`custom(…)`", value, remedy, errors),
        }
        return None;
    }
    let (call, rest) = call(value, Caller::Kind, errors)?;
    if let [minus, arrow, ..] = rest
        && is_mark(minus, '-')
        && is_mark(arrow, '>')
    {
        let remedy = "; the tuples of units say what they leave";
        expected("`,`", rest, remedy, errors);
        return None;
    }
    if !rest.is_empty() {
        expected("`,`", rest, "", errors);
        return None;
    }
    let (function, args) = call?;
    Some(OwnKind { name: name.clone(), function, args })
}

/// Why no kind can have this name. In slim's dialects it is part of the names of
/// variables.
fn name_fault(name: &Ident, others: &[(Ident, Option<OwnKind>)]) -> Option<String> {
    let written = name.to_string();
    if others.iter().any(|(other, _)| other == name) {
        return Some(format!("duplicate kind `{written}`"));
    }
    if KINDS.contains(&&*written) || written == "custom" {
        let remedy = format!("call it `my_{written}` or the like");
        return Some(format!(
            "expected a kind with a name of its own, found `{written}`; {remedy}"
        ));
    }
    let is_plain = written.is_ascii() && written.starts_with(|c: char| c.is_ascii_alphabetic());
    if !is_plain || syn::parse_str::<Ident>(&written).is_err() || written.starts_with("r#") {
        return Some(format!(
            "expected the name of a kind, found `{written}`; names begin with a letter, have only \
             ASCII letters, digits and `_`, and are no keywords"
        ));
    }
    None
}
