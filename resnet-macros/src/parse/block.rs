//! `block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)]`.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenTree as Tree};

use super::repeat::Misplaced;
use super::report::{end, expected, missing, missing_before_group};
use super::tokens::{Chain, Link, is_mark, trees};
use super::units::List;
use super::value::string_value;
use super::words::{BLOCK, KINDS, foreign_kind, is_block_call};
use crate::ast::{self, Block, UnitKind};
use crate::errors::Errors;
use crate::suggest::nearest;

/// Whether a value was meant as that of a block, well written or not.
pub(super) fn is_block(value: &[Tree]) -> bool {
    match value {
        [Tree::Ident(kind), Tree::Group(_), ..] if is_block_call(&kind.to_string()) => true,
        [Tree::Ident(kind), ..] if is_kind(&kind.to_string()) => true,
        [Tree::Literal(kind), Tree::Group(_), ..] => string_value(kind).is_some(),
        [Tree::Ident(_), Tree::Group(group), ..] | [Tree::Group(group), ..] => holds_units(group),
        _ => false,
    }
}

/// Whether a word is, or was meant to be, a kind of unit.
pub(super) fn is_kind(word: &str) -> bool {
    foreign_kind(word).is_some() || nearest(word, KINDS).is_some()
}

/// `[(…), …]`, in whatever brackets.
fn holds_units(group: &Group) -> bool {
    matches!(group.stream().into_iter().next(), Some(Tree::Group(_)))
}

/// What stands behind `block1:`.
pub(super) fn block(name: &Ident, value: &[Tree], errors: &mut Errors) -> Option<Block> {
    let before = errors.len();
    let chain = Chain::of(value);
    let (kind, kind_span) = kind(&chain, value, errors)?;
    let inside = as_arguments(&chain).map(|list| trees(list.stream()));
    let groups = match (&inside, chain.links.first()) {
        (Some(inside), Some(Link { group, .. })) => {
            let message = format!("expected `[` after `{kind}`, found `(`; write `{BLOCK}`");
            errors.at(group.span_open(), message);
            groups(name, kind, &Chain::of(inside), errors)
        }
        _ => groups(name, kind, &chain, errors),
    };
    within_bound(name, &groups, errors);
    (errors.len() == before).then(|| Block { name: name.clone(), kind, kind_span, groups })
}

/// The parentheses of `bottleneck([…] + […])`.
fn as_arguments<'t>(chain: &Chain<'t>) -> Option<&'t Group> {
    let [Link { group, .. }] = chain.links[..] else {
        return None;
    };
    let holds_lists = matches!(&trees(group.stream())[..], [Tree::Group(list), ..]
        if list.delimiter() == Delimiter::Bracket && holds_units(list));
    (group.delimiter() == Delimiter::Parenthesis && holds_lists).then_some(group)
}

/// The kind in front of the first group. `None` says that what follows cannot
/// be understood without one.
fn kind(chain: &Chain<'_>, value: &[Tree], errors: &mut Errors) -> Option<(UnitKind, Span)> {
    let Some(first) = chain.links.first() else {
        no_groups(value, errors);
        return None;
    };
    match first.gap {
        [] if !holds_units(first.group) => {
            expected("`bottleneck[…]`", value, format_args!("; write `{BLOCK}`"), errors);
            None
        }
        [] => {
            missing("bottleneck", value, errors);
            Some((UnitKind::Bottleneck, first.group.span()))
        }
        [Tree::Ident(word), extra @ ..] => {
            let kind = known_kind(word, errors)?;
            if !extra.is_empty() {
                expected(format_args!("`[` after `{kind}`"), extra, "", errors);
            }
            Some((kind, word.span()))
        }
        [Tree::Literal(kind), ..] if string_value(kind).is_some() => {
            let name = string_value(kind)?;
            let remedy = format!("; write `{name}` without the quotes");
            expected("a kind of unit", first.gap, remedy, errors);
            let kind = nearest(&name, KINDS).and_then(UnitKind::of)?;
            Some((kind, first.gap[0].span()))
        }
        gap => {
            expected("`bottleneck[…]`", gap, format_args!("; write `{BLOCK}`"), errors);
            None
        }
    }
}

fn no_groups(value: &[Tree], errors: &mut Errors) {
    match value {
        [Tree::Ident(kind), rest @ ..] if is_kind(&kind.to_string()) => {
            let Some(_) = known_kind(kind, errors) else {
                return;
            };
            match rest {
                [] => errors
                    .at(kind.span(), format_args!("expected `[` after `{kind}`; write `{BLOCK}`")),
                rest => expected(format_args!("`[` after `{kind}`"), rest, "", errors),
            }
        }
        _ => expected("`bottleneck[…]`", value, format_args!("; write `{BLOCK}`"), errors),
    }
}

/// The kind that was meant. A wrong spelling is reported.
fn known_kind(kind: &Ident, errors: &mut Errors) -> Option<UnitKind> {
    let written = kind.to_string();
    if let Some(kind) = UnitKind::of(&written) {
        return Some(kind);
    }
    let meant = nearest(&written, KINDS).or(foreign_kind(&written));
    let message = if is_block_call(&written) {
        format!("expected a kind of unit, found `{written}(…)`; write `{BLOCK}`")
    } else if let Some(meant) = meant {
        format!("unknown kind of unit `{written}`, did you mean `{meant}`?")
    } else {
        let kinds = KINDS.map(|kind| format!("`{kind}`")).join(" and ");
        format!("unknown kind of unit `{written}`; there are {kinds}")
    };
    errors.at(kind.span(), message);
    meant.and_then(UnitKind::of)
}

/// `[…] + […]`. Faulty groups are left out after their report.
fn groups(name: &Ident, kind: UnitKind, chain: &Chain<'_>, errors: &mut Errors) -> Vec<ast::Group> {
    let mut groups = Vec::new();
    let mut first_unit = 1;
    for (i, link) in chain.links.iter().enumerate() {
        let next = chain.links.get(i + 1);
        let mut gap = next.map_or(chain.tail, |next| next.gap);
        let mut times = 1;
        if let Some(repeat) = Misplaced::of(gap) {
            repeat.report_behind(link.group, errors);
            gap = repeat.rest;
            times = repeat.times();
        }
        let list = List { block: name, kind, first: first_unit, times, brackets: link.group };
        let (group, count) = list.read(errors);
        groups.extend(group);
        first_unit += count;
        match next {
            Some(next) => between(gap, next.group, errors),
            None => behind(gap, errors),
        }
    }
    groups
}

/// What joins two groups: a `+`.
fn between(gap: &[Tree], next: &Group, errors: &mut Errors) {
    match gap {
        [plus] if is_mark(plus, '+') => {}
        [] => missing_before_group("+", next, errors),
        [plus, extra @ ..] if is_mark(plus, '+') => {
            let again = matches!(extra, [Tree::Ident(kind)] if is_kind(&kind.to_string()));
            let remedy = if again { "; the kind is written once" } else { "" };
            expected("`[` after `+`", extra, remedy, errors);
        }
        _ => {
            let again = matches!(gap, [Tree::Ident(kind)] if is_kind(&kind.to_string()));
            let remedy = if again { "; the kind is written once" } else { "" };
            expected("`+`", gap, remedy, errors);
        }
    }
}

/// What follows the last group: nothing.
fn behind(gap: &[Tree], errors: &mut Errors) {
    match gap {
        [plus] if is_mark(plus, '+') => {
            errors.at(plus.span(), "expected `[…]` after `+`");
        }
        [plus, extra @ ..] if is_mark(plus, '+') => expected("`[` after `+`", extra, "", errors),
        [Tree::Punct(_), ..] if !is_mark(&gap[0], ',') => {
            expected("`+` or `,`", gap, "", errors);
        }
        _ => _ = end(gap, errors),
    }
}

/// No declaration makes the compiler hang.
fn within_bound(name: &Ident, groups: &[ast::Group], errors: &mut Errors) {
    let mut total = 0;
    let mut place = None;
    for group in groups {
        total += group.repeat.map_or(group.units.len(), |repeat| repeat.value);
        if total > Block::MAX_UNITS && place.is_none() {
            let last = group.units.last().map(|unit| unit.span);
            place = group.repeat.map(|repeat| repeat.span).or(last);
        }
    }
    if let Some(place) = place {
        let bound = Block::MAX_UNITS;
        errors.at(place, format!("`{name}`: expected at most {bound} units, found {total}"));
    }
}
