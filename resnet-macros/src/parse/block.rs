//! `block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)]`.

use proc_macro2::{Delimiter, Group, Ident, TokenTree as Tree};

use super::custom::no_kind;
use super::kinds::Called;
use super::repeat::Misplaced;
use super::report::{end, expected, missing, missing_before_group};
use super::tokens::{Chain, Link, is_mark, is_word, trees};
use super::units::List;
use super::value::string_value;
use super::words::{BLOCK, KINDS, foreign_kind, is_block_call};
use crate::ast::{self, Block, Spanned, UnitKind};
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
pub(super) fn holds_units(group: &Group) -> bool {
    matches!(group.stream().into_iter().next(), Some(Tree::Group(_)))
}

/// What stands behind `block1:`. `own` are the kinds of the user's.
pub(super) fn block(
    name: &Ident,
    value: &[Tree],
    own: &[Called],
    errors: &mut Errors,
) -> Option<Block> {
    let before = errors.len();
    let chain = Chain::of(value);
    let mut kinds = Kinds { own, named: Vec::new() };
    let kind = kinds.first(&chain, value, errors)?;
    let inside = as_arguments(&chain).map(|list| trees(list.stream()));
    let groups = match (&inside, chain.links.first()) {
        (Some(inside), Some(Link { group, .. })) => {
            let kind_name = &kind.name;
            let message = format!("expected `[` after `{kind_name}`, found `(`; write `{BLOCK}`");
            errors.at(group.span_open(), message);
            groups(name, (kind, &mut kinds), &Chain::of(inside), errors)
        }
        _ => groups(name, (kind, &mut kinds), &chain, errors),
    };
    within_bound(name, &groups, errors);
    (errors.len() == before).then(|| Block { name: name.clone(), kinds: kinds.named, groups })
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

/// The kinds that a block may name and those that it has named.
struct Kinds<'k> {
    own: &'k [Called],
    named: Vec<Spanned<UnitKind>>,
}

impl Kinds<'_> {
    /// The kind in front of the first group. `None` says that what follows cannot
    /// be understood without one.
    fn first(&mut self, chain: &Chain<'_>, value: &[Tree], errors: &mut Errors) -> Option<Called> {
        let Some(first) = chain.links.first() else {
            self.no_groups(value, errors);
            return None;
        };
        match first.gap {
            [] if !holds_units(first.group) => {
                expected("`bottleneck[…]`", value, format_args!("; write `{BLOCK}`"), errors);
                None
            }
            [] => {
                missing("bottleneck", value, errors);
                Some(Called::built_in(UnitKind::Bottleneck))
            }
            [Tree::Ident(word), extra @ ..] => {
                let kind = self.known(word, errors)?;
                if !extra.is_empty() {
                    expected(format_args!("`[` after `{}`", kind.name), extra, "", errors);
                }
                Some(kind)
            }
            [Tree::Literal(kind), ..] if string_value(kind).is_some() => {
                let name = string_value(kind)?;
                let remedy = format!("; write `{name}` without the quotes");
                expected("a kind of unit", first.gap, remedy, errors);
                let own = self.own.iter().find(|kind| kind.name == name).cloned();
                own.or_else(|| nearest(&name, KINDS).and_then(UnitKind::of).map(Called::built_in))
            }
            gap => {
                expected("`bottleneck[…]`", gap, format_args!("; write `{BLOCK}`"), errors);
                None
            }
        }
    }

    fn no_groups(&mut self, value: &[Tree], errors: &mut Errors) {
        match value {
            [Tree::Ident(kind)] if self.is_kind(kind) => {
                let message = format!("expected `[` after `{kind}`; write `{BLOCK}`");
                errors.at(kind.span(), message);
            }
            [Tree::Ident(kind), rest @ ..] if self.is_kind(kind) => {
                if self.known(kind, errors).is_some() {
                    expected(format_args!("`[` after `{kind}`"), rest, "", errors);
                }
            }
            _ => expected("`bottleneck[…]`", value, format_args!("; write `{BLOCK}`"), errors),
        }
    }

    /// Whether a word is, or was meant to be, a kind of unit.
    fn is_kind(&self, word: &Ident) -> bool {
        is_kind(&word.to_string()) || self.own(word).is_some()
    }

    fn own(&self, word: &Ident) -> Option<&Called> {
        self.own.iter().find(|kind| word == &kind.name)
    }

    /// The kind that was meant. A wrong spelling is reported.
    fn known(&mut self, kind: &Ident, errors: &mut Errors) -> Option<Called> {
        let written = kind.to_string();
        let own = self.own(kind).cloned();
        let known = own.or_else(|| UnitKind::of(&written).map(Called::built_in));
        if let Some(known) = known {
            self.named.push(Spanned { value: known.kind, span: kind.span() });
            return Some(known);
        }
        let names: Vec<&str> =
            KINDS.into_iter().chain(self.own.iter().map(|kind| &*kind.name)).collect();
        let near = nearest(&written, names.iter().copied());
        let meant = near.or(foreign_kind(&written));
        let message = if written == "custom" {
            no_kind()
        } else if is_block_call(&written) {
            format!("expected a kind of unit, found `{written}(…)`; write `{BLOCK}`")
        } else if let Some(meant) = meant {
            format!("unknown kind of unit `{written}`, did you mean `{meant}`?")
        } else {
            let names: Vec<String> = names.iter().map(|kind| format!("`{kind}`")).collect();
            let (last, names) = names.split_last()?;
            let names = names.join(", ");
            let own = if self.own.is_empty() { ", and your own in `kinds`" } else { "" };
            format!("unknown kind of unit `{written}`; there are {names} and {last}{own}")
        };
        errors.at(kind.span(), message);
        let meant = meant?;
        let own = self.own.iter().find(|kind| kind.name == meant).cloned();
        own.or_else(|| UnitKind::of(meant).map(Called::built_in))
    }

    /// The kind behind a `+`.
    fn next(&mut self, current: Called, extra: &[Tree], errors: &mut Errors) -> Called {
        let [Tree::Ident(word)] = extra else {
            expected("`[` after `+`", extra, "", errors);
            return current;
        };
        let written = word.to_string();
        let meant = || foreign_kind(&written).or_else(|| nearest(&written, KINDS));
        let meant = if self.own(word).is_some() { None } else { meant() };
        let before = self.named.iter().find(|kind| !kind.value.is_custom());
        match (before.map(|kind| kind.value.name()), meant) {
            (Some(before), Some(meant)) if meant != before => {
                let message = format!("expected `{before}`, found `{word}`; a block has but one");
                errors.at(word.span(), format_args!("{message} kind beside those of `kinds`"));
                Called { tuple: None, ..current }
            }
            _ if written == current.name || meant.is_some() && !current.kind.is_custom() => {
                expected("`[` after `+`", extra, "; the kind is written once", errors);
                current
            }
            _ => {
                self.known(word, errors).unwrap_or(Called { name: written, tuple: None, ..current })
            }
        }
    }
}

/// `[…] + […]`, and perhaps a kind of the user's behind a `+`. Faulty groups are
/// left out after their report.
fn groups(
    name: &Ident,
    (mut kind, kinds): (Called, &mut Kinds<'_>),
    chain: &Chain<'_>,
    errors: &mut Errors,
) -> Vec<ast::Group> {
    let mut groups = Vec::new();
    let mut first_unit = 1;
    for (i, link) in chain.links.iter().enumerate() {
        if i > 0 && matches!(link.gap, [.., word] if is_word(word, "custom")) {
            continue; // a call in the place of a kind, which is reported
        }
        let next = chain.links.get(i + 1);
        let mut gap = next.map_or(chain.tail, |next| next.gap);
        let mut times = 1;
        if let Some(repeat) = Misplaced::of(gap) {
            repeat.report_behind(link.group, errors);
            gap = repeat.rest;
            times = repeat.times();
        }
        let list =
            List { block: name, kind: &kind, first: first_unit, times, brackets: link.group };
        let (group, count) = list.read(errors);
        groups.extend(group);
        first_unit += count;
        match next {
            Some(next) => kind = between(gap, next.group, kind, kinds, errors),
            None => behind(gap, errors),
        }
    }
    groups
}

/// What joins two groups: a `+`. Returns the kind of the second.
fn between(
    gap: &[Tree],
    next: &Group,
    kind: Called,
    kinds: &mut Kinds<'_>,
    errors: &mut Errors,
) -> Called {
    match gap {
        [plus] if is_mark(plus, '+') => {}
        [] => missing_before_group("+", next, errors),
        [plus, extra @ ..] if is_mark(plus, '+') => {
            return kinds.next(kind, extra, errors);
        }
        _ => {
            let again = matches!(gap, [Tree::Ident(kind)] if is_kind(&kind.to_string()));
            let remedy = if again { "; the kind is written once" } else { "" };
            expected("`+`", gap, remedy, errors);
        }
    }
    kind
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
