//! `block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)]`.

use proc_macro2::{Delimiter, Group, Ident, TokenTree as Tree};

use super::call::{Call, example, kind_inside, named_kind};
use super::custom::no_kind;
use super::kinds::Called;
use super::order::count_first;
use super::repeat::{Misplaced, is_loop};
use super::report::{end, expected, missing, missing_before_group};
use super::tokens::{Chain, Link, is_digits, is_mark, is_word, trees};
use super::units::{List, corrected};
use super::value::string_value;
use super::words::{BLOCK, KINDS, foreign_kind};
use crate::ast::{self, Block, Spanned, UnitKind};
use crate::errors::Errors;
use crate::suggest::nearest;

/// Whether a value was meant as that of a block, well written or not.
pub(super) fn is_block(value: &[Tree]) -> bool {
    match value {
        _ if Call::of(value).is_some_and(|call| call.makes_block()) => true,
        [Tree::Ident(kind), ..] if is_kind(&kind.to_string()) => true,
        [Tree::Literal(kind), Tree::Group(_), ..] => string_value(kind).is_some(),
        [Tree::Ident(_), Tree::Group(group), ..] | [Tree::Group(group), ..] => holds_units(group),
        _ => false,
    }
}

/// Whether a word is, or was meant to be, a kind of unit.
pub(super) fn is_kind(word: &str) -> bool {
    meant_kind(word).is_some()
}

/// The kind of unit that a word was meant to be.
pub(super) fn meant_kind(word: &str) -> Option<&'static str> {
    foreign_kind(word).or_else(|| nearest(word, KINDS))
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
    let mut kinds = Kinds { own, named: Vec::new() };
    let is_own =
        matches!(value, [Tree::Ident(kind), Tree::Group(_), ..] if kinds.own(kind).is_some());
    if let (Some(call), false) = (Call::of(value), is_own) {
        call.report("a kind of unit", Some(name), errors);
        return None;
    }
    if let Some((kind, written)) = kind_inside(value) {
        let remedy = format!("the kind stands before the list; write `{name}: {written}`");
        errors.at(kind.span(), format!("expected `(`, found `{kind}`; {remedy}"));
        return None;
    }
    if count_first(name, value, errors) {
        return None;
    }
    let chain = Chain::of(value);
    let kind = kinds.first(&chain, value, errors)?;
    let inside = as_arguments(&chain).map(|list| trees(list.stream()));
    let groups = match (&inside, chain.links.first()) {
        (Some(inside), Some(Link { group, .. })) => {
            let (kind_name, lists) = (&kind.name, corrected(inside));
            let written = lists.as_deref().unwrap_or("[(256, 64, 1); 2]");
            let message = format!("expected `[` after `{kind_name}`, found `(`");
            errors.at(group.span_open(), format!("{message}; write `{kind_name}{written}`"));
            groups(name, (kind, &mut kinds), &Chain::of(inside), lists.is_some(), errors)
        }
        _ => groups(name, (kind, &mut kinds), &chain, false, errors),
    };
    within_bound(name, &groups, errors);
    (errors.len() == before).then(|| Block { name: name.clone(), kinds: kinds.named, groups })
}

/// For `2 * […]`.
pub(super) const REPEAT_FIRST: &str =
    "; a repeat stands behind its unit, as in `[(256, 64, 1); 2]`";

/// For what else is meant as one.
pub(super) const REPEATED: &str = "; a unit is repeated as in `[(256, 64, 1); 2]`";

/// The kind whose units have as many numbers as the first of a list.
pub(super) fn kind_of_units(list: &Group) -> UnitKind {
    let first = list.stream().into_iter().next();
    let len = first.map_or(0, |unit| match unit {
        Tree::Group(unit) => {
            let inside = trees(unit.stream());
            inside.split(|tree| is_mark(tree, ',')).filter(|item| !item.is_empty()).count()
        }
        _ => 0,
    });
    if len == 2 { UnitKind::Basic } else { UnitKind::Bottleneck }
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
                let kind = named_kind(&trees(first.group.stream()));
                let example = example(kind.unwrap_or(UnitKind::Bottleneck));
                let remedy = format!("; write `block1: {example}`");
                expected("`bottleneck[…]`", value, remedy, errors);
                None
            }
            [] => {
                let kind = kind_of_units(first.group);
                missing(kind.name(), value, errors);
                Some(Called::built_in(kind))
            }
            [number, _, ..] if is_digits(number) => {
                expected("`bottleneck[…]`", value, REPEAT_FIRST, errors);
                None
            }
            [Tree::Ident(word), less, ..] if is_mark(less, '<') => {
                if let Some(kind) = self.known(word, errors) {
                    let written = example(kind.kind);
                    let remedy = format!("; write it as in `{written}`");
                    expected(
                        format_args!("`[` after `{}`", kind.name),
                        &first.gap[1..],
                        remedy,
                        errors,
                    );
                }
                None
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
            let is_repeat = matches!(extra, [number, ..] if is_digits(number));
            expected("`[` after `+`", extra, if is_repeat { REPEAT_FIRST } else { "" }, errors);
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
    is_corrected: bool,
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
        let behind = Misplaced::of(gap);
        gap = behind.map_or(gap, |repeat| repeat.rest);
        let (block, first, brackets) = (name, first_unit, link.group);
        let list = List { block, kind: &kind, first, brackets, behind, is_corrected };
        let (group, count) = list.read(errors);
        groups.extend(group);
        first_unit += count;
        match next {
            Some(_) if gap.first().is_some_and(is_loop) => {
                expected("`+`", gap, REPEATED, errors);
                break;
            }
            Some(next) => kind = between(gap, next.group, kind, kinds, errors),
            None => after(gap, errors),
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
fn after(gap: &[Tree], errors: &mut Errors) {
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
