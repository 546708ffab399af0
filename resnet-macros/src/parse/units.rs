//! One `[(256, 64, 1), (256, 64, 2)]` or `[(256, 64, 1); 2]`.

use proc_macro2::{Delimiter, Group, Ident, TokenTree as Tree};

use super::kinds::{Called, Tuple};
use super::number::{Row, What, number};
use super::repeat::Repeat;
use super::report::{expected, group_text, missing_before_group, open, text};
use super::tokens::{Chain, Link, is_digits, is_mark, operand, trees};
use crate::ast::{self, Block, Num, Unit};
use crate::errors::Errors;

const BASIC: Row<2> = Row {
    form: "(depth, stride)",
    names: ["a depth", "a stride"],
    max: [Num::MAX; 2],
    remedy: |_| "; write it as in `(64, 1)`".to_owned(),
};

const BOTTLENECK: Row<3> = Row {
    form: "(depth, bottleneck depth, stride)",
    names: ["a depth", "a bottleneck depth", "a stride"],
    max: [Num::MAX; 3],
    remedy: |_| "; write it as in `(256, 64, 1)`".to_owned(),
};

/// For kinds of the user's, whose declarations decide about tuples.
const OWN_TWO: Row<2> = Row {
    remedy: |_| "; its kind names no `bottleneck`, write it as in `(64, 1)`".to_owned(),
    ..BASIC
};

const OWN_THREE: Row<3> = Row {
    remedy: |_| "; its kind names `bottleneck`, write it as in `(256, 64, 1)`".to_owned(),
    ..BOTTLENECK
};

/// A list of units, and where it stands in its block.
pub(super) struct List<'t> {
    pub block: &'t Ident,
    pub kind: &'t Called,
    /// The number of its first unit, counted from 1 over the whole block.
    pub first: usize,
    /// How often the list itself is repeated, by a mistake such as `[…] * 2`.
    pub times: usize,
    pub brackets: &'t Group,
}

/// A unit and what follows it.
struct Entry<'t> {
    tuple: &'t Group,
    repeat: Option<Repeat<'t>>,
}

impl List<'_> {
    /// The units, if nothing had to be reported, and how many they are.
    pub fn read(&self, errors: &mut Errors) -> (Option<ast::Group>, usize) {
        let before = errors.len();
        let inside = trees(self.brackets.stream());
        let entries = self.entries(&inside, errors);
        let repeat = self.repeat(&entries, errors);
        let mut units = Vec::new();
        let mut number = self.first;
        let mut has_list = false;
        for entry in &entries {
            let times = entry.repeat.as_ref().map_or(1, Repeat::times) * self.times;
            // However many lists stand among the units, they are one mistake.
            let is_list = is_list(entry.tuple);
            if !(is_list && has_list) {
                units.extend(unit(self.kind, entry.tuple, &self.place(number, times), errors));
            }
            has_list |= is_list;
            number += times;
        }
        let group = (errors.len() == before).then_some(ast::Group { units, repeat });
        (group, number - self.first)
    }

    /// "`block2`, units 1 to 7: ", for messages.
    fn place(&self, number: usize, times: usize) -> String {
        let block = self.block;
        match times {
            1 => format!("`{block}`, unit {number}: "),
            _ => format!("`{block}`, units {number} to {}: ", number + times - 1),
        }
    }

    fn entries<'t>(&self, inside: &'t [Tree], errors: &mut Errors) -> Vec<Entry<'t>> {
        let Chain { links, tail } = Chain::of(inside);
        let Some(first) = links.first() else {
            self.report_no_units(inside, errors);
            return Vec::new();
        };
        if self.brackets.delimiter() != Delimiter::Bracket {
            let open = open(self.brackets);
            let message = format!("expected `[`, found `{open}`; units stand in square brackets");
            errors.at(self.brackets.span_open(), message);
        }
        if !first.gap.is_empty() {
            let remedy = "; a repeat stands behind its unit, as in `[(256, 64, 1); 2]`";
            let remedy = if is_digits(&first.gap[0]) { remedy } else { "" };
            expected("`(`", first.gap, remedy, errors);
        }
        let entry = |(i, link): (usize, &Link<'t>)| {
            let next = links.get(i + 1);
            let gap = next.map_or(tail, |next| next.gap);
            let (repeat, gap) = Repeat::of(gap, next.is_none());
            separator(gap, next.map(|next| next.group), errors);
            let tuple = link.group;
            Entry { tuple, repeat }
        };
        links.iter().enumerate().map(entry).collect()
    }

    fn report_no_units(&self, inside: &[Tree], errors: &mut Errors) {
        let span = self.brackets.span();
        match inside {
            [] => {
                let found = group_text(self.brackets);
                errors.at(
                    span,
                    format!("expected a unit, found `{found}`; write `[{}]`", example(self.kind)),
                );
            }
            [number, ..] if is_digits(number) => {
                let end = inside.iter().position(|tree| is_mark(tree, ';'));
                let (unit, repeat) = inside.split_at(end.unwrap_or(inside.len()));
                let (unit, repeat) = (text(unit), text(repeat));
                let remedy = format!("write `[({unit}){repeat}]`");
                let message = match self.brackets.delimiter() {
                    Delimiter::Parenthesis => {
                        let found = group_text(self.brackets);
                        format!("expected `[` around units, found `{found}`; {remedy}")
                    }
                    _ => format!("expected `(` around every unit, found `{unit}`; {remedy}"),
                };
                errors.at(span, message);
            }
            _ => expected(format_args!("`{}`", form(self.kind)), inside, "", errors),
        }
    }

    /// How often the one unit is repeated, if that was written as it should be.
    fn repeat<'e>(&self, entries: &'e [Entry<'_>], errors: &mut Errors) -> Option<Num> {
        let repeated = |entry: &'e Entry<'_>| Some((entry.tuple, entry.repeat.as_ref()?));
        let (unit, repeat) = entries.iter().find_map(repeated)?;
        if entries.len() > 1 {
            let found = entries.len();
            let remedy = regrouped(entries);
            let message = format!("expected one unit with its repeat, found {found}; {remedy}");
            errors.at(repeat.span(), message);
            return None;
        }
        match repeat {
            Repeat::Right { semicolon, count: [] } => {
                errors.at(*semicolon, "expected a number of units after `;`");
                None
            }
            Repeat::Right { count, .. } => {
                let (count, extra) = operand(count);
                if !extra.is_empty() {
                    expected("`]`", extra, "", errors);
                }
                let place = format!("`{}`: ", self.block);
                let what = What { place: &place, name: "a repeat", max: Block::MAX_UNITS };
                number(count, &what, errors)
            }
            Repeat::Misplaced(misplaced) => {
                misplaced.report_inside(unit, errors);
                None
            }
        }
    }
}

/// What separates a unit from the next, if there is a next.
fn separator(gap: &[Tree], next: Option<&Group>, errors: &mut Errors) {
    match (gap, next) {
        ([], None) => {}
        ([comma], _) if is_mark(comma, ',') => {}
        ([], Some(next)) => missing_before_group(",", next, errors),
        ([comma, extra @ ..], _) if is_mark(comma, ',') => expected("`(`", extra, "", errors),
        _ => expected("`,`", gap, "", errors),
    }
}

/// `[(…), (…); 2]` as it has to be written: `[(…)] + [(…); 2]`.
fn regrouped(entries: &[Entry<'_>]) -> String {
    let mut groups: Vec<String> = Vec::new();
    let mut is_open = false;
    for Entry { tuple, repeat } in entries {
        let unit = group_text(tuple);
        match (repeat, groups.last_mut()) {
            (Some(repeat), _) => groups.push(format!("{unit}; {}", repeat.count())),
            (None, Some(group)) if is_open => group.push_str(&format!(", {unit}")),
            (None, _) => groups.push(unit),
        }
        is_open = repeat.is_none();
    }
    format!("write `[{}]`", groups.join("] + ["))
}

/// The tuple of a kind, with the names of its numbers.
fn form(kind: &Called) -> &'static str {
    match kind.tuple {
        Some(Tuple::Two) => BASIC.form,
        Some(Tuple::Three) | None => BOTTLENECK.form,
    }
}

fn example(kind: &Called) -> &'static str {
    match kind.tuple {
        Some(Tuple::Two) => "(64, 1)",
        Some(Tuple::Three) | None => "(256, 64, 1)",
    }
}

/// `[(…), …]` where a unit should stand.
fn is_list(tuple: &Group) -> bool {
    let inside = trees(tuple.stream());
    tuple.delimiter() != Delimiter::Parenthesis && matches!(inside[..], [Tree::Group(_), ..])
}

fn unit(called: &Called, tuple: &Group, place: &str, errors: &mut Errors) -> Option<Unit> {
    if tuple.delimiter() != Delimiter::Parenthesis {
        let inside = trees(tuple.stream());
        if is_list(tuple) {
            let found = group_text(tuple);
            let message = format!("{place}expected `{}`, found the list `{found}`", form(called));
            errors.at(tuple.span(), format!("{message}; lists are joined by `+`"));
            return None;
        }
        let (open, inside) = (open(tuple), text(&inside));
        let message = format!("{place}expected `(`, found `{open}`; write `({inside})`");
        errors.at(tuple.span_open(), message);
    }
    let Called { kind, tuple: form, .. } = *called;
    let [depth, width, stride] = match form? {
        Tuple::Two => {
            let row = if kind.is_custom() { OWN_TWO } else { BASIC };
            let [depth, stride] = row.read(tuple, place, errors)?;
            [depth, depth, stride]
        }
        Tuple::Three => {
            let row = if kind.is_custom() { OWN_THREE } else { BOTTLENECK };
            row.read(tuple, place, errors)?
        }
    };
    Some(Unit { kind, span: tuple.span(), depth, width, stride })
}
