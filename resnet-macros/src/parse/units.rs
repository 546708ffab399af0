//! One `[(256, 64, 1), (256, 64, 2)]` or `[(256, 64, 1); 2]`.

use proc_macro2::{Delimiter, Group, Ident, TokenTree as Tree};

use super::block::{REPEAT_FIRST, REPEATED, is_kind};
use super::kinds::{Called, Tuple};
use super::number::{Row, What, number};
use super::repeat::{Misplaced, Repeat, bare, is_loop};
use super::report::{expected, group_text, missing_before_group, open, report, text};
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
    pub brackets: &'t Group,
    /// The repeat of the list itself, by a mistake such as `[…] * 2`.
    pub behind: Option<Misplaced<'t>>,
    /// Whether it was said already how repeats have to be written.
    pub is_corrected: bool,
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
        // Brackets of the wrong form and the repeat in them are one mistake.
        let corrected = self.is_corrected || self.report_brackets(&inside, errors);
        let is_told = corrected || self.is_bare(&inside);
        if let (Some(behind), false) = (&self.behind, is_told) {
            behind.report_behind(self.brackets, errors);
        }
        let entries = self.entries(&inside, corrected, errors);
        let repeat = self.repeat(&entries, corrected, errors);
        let mut units = Vec::new();
        let mut number = self.first;
        let mut has_list = false;
        for entry in &entries {
            let behind = self.behind.as_ref().map_or(1, Misplaced::times);
            let times = entry.repeat.as_ref().map_or(1, Repeat::times) * behind;
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

    /// Reports brackets that are not square. Returns whether it was said what to write.
    fn report_brackets(&self, inside: &[Tree], errors: &mut Errors) -> bool {
        let is_list = inside.iter().any(|tree| matches!(tree, Tree::Group(_)));
        if self.brackets.delimiter() == Delimiter::Bracket || !is_list {
            return false;
        }
        let lists = corrected_list(inside, self.behind);
        let remedy = match &lists {
            Some(lists) => format!("write `{lists}`"),
            None => "units stand in square brackets".to_owned(),
        };
        let open = open(self.brackets);
        errors.at(self.brackets.span_open(), format!("expected `[`, found `{open}`; {remedy}"));
        lists.is_some()
    }

    /// `(256, 64, 1)` in the place of a list, of which one report says all.
    fn is_bare(&self, inside: &[Tree]) -> bool {
        let is_square = self.brackets.delimiter() == Delimiter::Bracket;
        !is_square && inside.first().is_some_and(is_digits)
    }

    fn entries<'t>(
        &self,
        inside: &'t [Tree],
        is_corrected: bool,
        errors: &mut Errors,
    ) -> Vec<Entry<'t>> {
        let entries = entries(inside, errors);
        if entries.is_empty() && !is_corrected {
            self.report_no_units(inside, errors);
        }
        entries
    }

    fn report_no_units(&self, inside: &[Tree], errors: &mut Errors) {
        let span = self.brackets.span();
        let is_square = self.brackets.delimiter() == Delimiter::Bracket;
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
                let written = self.written(unit);
                let unit = text(unit);
                let message = if is_square {
                    let repeat = text(repeat);
                    let remedy = format!("write `[{written}{repeat}]`");
                    format!("expected `(` around every unit, found `{unit}`; {remedy}")
                } else {
                    let repeat = match &self.behind {
                        Some(behind) if repeat.is_empty() => format!("; {}", behind.count()),
                        _ => text(repeat),
                    };
                    let found = group_text(self.brackets);
                    let remedy = format!("write `[{written}{repeat}]`");
                    format!("expected `[` around units, found `{found}`; {remedy}")
                };
                errors.at(span, message);
            }
            _ if !is_square => {
                let (found, unit) = (group_text(self.brackets), example(self.kind));
                let message = format!("expected `[` around units, found `{found}`");
                errors.at(span, format!("{message}; write it as in `[{unit}]`"));
            }
            _ => {
                let remedy = format!("; write it as in `[{}]`", example(self.kind));
                expected(format_args!("`{}`", form(self.kind)), inside, remedy, errors);
            }
        }
    }

    /// The tuple of bare numbers, or one of the kind if they are not such a one.
    fn written(&self, numbers: &[Tree]) -> String {
        let len = if self.kind.tuple == Some(Tuple::Two) { 2 } else { 3 };
        let items = numbers.split(|tree| is_mark(tree, ','));
        let mut items = items.filter(|item| !item.is_empty());
        let is_number = |item: &[Tree]| matches!(item, [number] if is_digits(number));
        let is_tuple = items.clone().count() == len && items.all(is_number);
        if is_tuple { format!("({})", text(numbers)) } else { example(self.kind).to_owned() }
    }

    /// How often the one unit is repeated, if that was written as it should be.
    fn repeat<'e>(
        &self,
        entries: &'e [Entry<'_>],
        is_corrected: bool,
        errors: &mut Errors,
    ) -> Option<Num> {
        let repeated = |entry: &'e Entry<'_>| Some((entry.tuple, entry.repeat.as_ref()?));
        let (unit, repeat) = entries.iter().find_map(repeated)?;
        if entries.len() > 1 && is_corrected {
            return None;
        }
        if entries.len() > 1 {
            let (found, lists) = (entries.len(), regrouped(entries));
            let wanted = format!("expected one unit with its repeat, found {found}");
            let message = format!("{wanted}; write `{lists}`");
            errors.at(repeat.span(), message);
            return None;
        }
        match repeat {
            Repeat::Right { semicolon, count: [] } => {
                errors.at(*semicolon, "expected a number of units after `;`");
                None
            }
            Repeat::Right { count, .. } => {
                if let Some(bare) = bare(count) {
                    let (block, found) = (self.block, text(count));
                    let wanted = format!("`{block}`: expected a repeat as a number alone");
                    report(count, format!("{wanted}, found `{found}`; write `{bare}`"), errors);
                    return None;
                }
                let (count, extra) = operand(count);
                if !extra.is_empty() {
                    expected("`]`", extra, "", errors);
                }
                let place = format!("`{}`: ", self.block);
                let what = What { place: &place, name: "a repeat", max: Block::MAX_UNITS };
                number(count, &what, errors)
            }
            Repeat::Misplaced(misplaced) => {
                if !is_corrected {
                    misplaced.report_inside(unit, errors);
                }
                None
            }
        }
    }
}

/// The units inside brackets.
fn entries<'t>(inside: &'t [Tree], errors: &mut Errors) -> Vec<Entry<'t>> {
    let Chain { mut links, mut tail } = Chain::of(inside);
    // What follows is no unit.
    let loops = |link: &Link<'_>| link.gap.first().is_some_and(is_loop);
    if let Some(end @ 1..) = links.iter().position(loops) {
        expected("`,`", links[end].gap, REPEATED, errors);
        links.truncate(end);
        tail = &[];
    }
    let first = links.first().map_or(&[][..], |first| first.gap);
    let is_named = matches!(first, [Tree::Ident(kind)] if is_kind(&kind.to_string()));
    if let [start, ..] = first {
        let remedy = match start {
            _ if is_named => "; the kind is written once, in front of the list",
            start if is_digits(start) => REPEAT_FIRST,
            _ => "",
        };
        expected("`(`", first, remedy, errors);
    }
    let entry = |(i, link): (usize, &Link<'t>)| {
        let next = links.get(i + 1);
        let mut gap = next.map_or(tail, |next| next.gap);
        if let [before @ .., Tree::Ident(_)] = gap
            && is_named
            && next.is_some()
        {
            gap = before; // the kind again, which is the same mistake
        }
        let (repeat, gap) = Repeat::of(gap, next.is_none());
        separator(gap, next.map(|next| next.group), errors);
        let tuple = link.group;
        Entry { tuple, repeat }
    };
    links.iter().enumerate().map(entry).collect()
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

/// Lists as they have to be written: `[(256, 64, 1)] * 2` is `[(256, 64, 1); 2]`.
pub(super) fn corrected(lists: &[Tree]) -> Option<String> {
    let chain = Chain::of(lists);
    let mut all = Vec::new();
    for (i, link) in chain.links.iter().enumerate() {
        let next = chain.links.get(i + 1);
        let gap = next.map_or(chain.tail, |next| next.gap);
        let behind = Misplaced::of(gap);
        let gap = behind.map_or(gap, |behind| behind.rest);
        let is_joined = match gap {
            [] => next.is_none(),
            [plus] => next.is_some() && is_mark(plus, '+'),
            _ => false,
        };
        if !is_joined || i == 0 && !link.gap.is_empty() {
            return None;
        }
        all.push(corrected_list(&trees(link.group.stream()), behind)?);
    }
    (!all.is_empty()).then(|| all.join(" + "))
}

fn corrected_list(inside: &[Tree], behind: Option<Misplaced<'_>>) -> Option<String> {
    let mut faults = Errors::default();
    let mut entries = entries(inside, &mut faults);
    match (&mut entries[..], behind) {
        ([], _) => return None,
        (_, None) => {}
        ([Entry { repeat: repeat @ None, .. }], Some(behind)) => {
            *repeat = Some(Repeat::Misplaced(behind));
        }
        _ => return None,
    }
    let is_counted =
        |entry: &Entry<'_>| entry.repeat.as_ref().is_none_or(|r| !r.count().is_empty());
    let is_sound = faults.is_empty() && entries.iter().all(is_counted);
    is_sound.then(|| regrouped(&entries))
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
    format!("[{}]", groups.join("] + ["))
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
        let is_named = matches!(&inside[..], [Tree::Ident(_), Tree::Punct(_), ..]);
        let (open, inside) = (open(tuple), text(&inside));
        let message = format!("{place}expected `(`, found `{open}`");
        if is_named {
            // That numbers have no names is the same mistake.
            let remedy = format!("; write numbers alone, as in `{}`", example(called));
            errors.at(tuple.span_open(), message + &remedy);
            return None;
        }
        errors.at(tuple.span_open(), format!("{message}; write `({inside})`"));
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
