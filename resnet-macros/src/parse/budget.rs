//! `budget: { ram: 64 KiB, flash: 1 MiB, macs: 2_000_000 }`.

use proc_macro2::{Delimiter, Ident, Literal, TokenTree as Tree};

use super::number::{What, number};
use super::report::{end, expected, open};
use super::tokens::{is_mark, trees};
use crate::ast::Budget;
use crate::errors::Errors;
use crate::suggest::nearest;

const WANTED: &str = "limits in braces";
const EXAMPLE: &str = "write `{ ram: 64 KiB, flash: 1 MiB, macs: 2_000_000 }`";

const NAMES: [&str; 3] = ["ram", "flash", "macs"];

/// Units of bytes.
const UNITS: [(&str, usize); 2] = [("KiB", 1 << 10), ("MiB", 1 << 20)];

/// What can be multiplied with any unit.
const MAX: usize = (u32::MAX >> 1) as usize;

/// The limits. None of them need be there, but one must.
pub(super) fn budget(value: &[Tree], errors: &mut Errors) -> Option<Budget> {
    let [Tree::Group(group), rest @ ..] = value else {
        expected(WANTED, value, format_args!("; {EXAMPLE}"), errors);
        return None;
    };
    if group.delimiter() != Delimiter::Brace {
        let message = format!("expected `{{`, found `{}`; {EXAMPLE}", open(group));
        errors.at(group.span_open(), message);
    }
    let inside = trees(group.stream());
    if inside.is_empty() {
        errors.at(group.span(), format!("expected {WANTED}, found none; {EXAMPLE}"));
    }
    let mut budget = Budget::default();
    for item in inside.split(|tree| is_mark(tree, ',')).filter(|item| !item.is_empty()) {
        limit(item, &mut budget, errors);
    }
    end(rest, errors).map(|()| budget)
}

/// `ram: 64 KiB`.
fn limit(item: &[Tree], budget: &mut Budget, errors: &mut Errors) {
    let item = apart(item);
    let [Tree::Ident(name), colon, value @ ..] = &item[..] else {
        return expected("a limit such as `ram: 64 KiB`", &item, "", errors);
    };
    let written = name.to_string();
    let slot = match &*written {
        "ram" => &mut budget.ram,
        "flash" => &mut budget.flash,
        "macs" => &mut budget.macs,
        _ => {
            let remedy = match nearest(&written, NAMES) {
                Some(meant) => format!(", did you mean `{meant}`?"),
                None => "; there are `ram`, `flash`, `macs`".to_owned(),
            };
            return errors.at(name.span(), format!("unknown limit `{written}`{remedy}"));
        }
    };
    if !is_mark(colon, ':') {
        return expected("`:`", &item[1..], "", errors);
    }
    let bytes = written != "macs";
    let (value, unit) = match value {
        [value @ .., Tree::Ident(unit)] if bytes && !value.is_empty() => {
            let Some((_, factor)) = UNITS.iter().find(|(name, _)| unit == name) else {
                let message = format!("unknown unit `{unit}`; there are `KiB`, `MiB`");
                return errors.at(unit.span(), message);
            };
            (value, *factor)
        }
        value => (value, 1),
    };
    let what = if bytes { "a number of bytes" } else { "a number of multiply-adds" };
    let what = What { place: "", name: what, max: MAX };
    let limit = number(value, &what, errors).map(|number| number.value.saturating_mul(unit));
    if slot.is_some() {
        errors.at(name.span(), format!("duplicate limit `{written}`"));
    }
    *slot = slot.or(limit);
}

/// `64KiB`, which is one token, as two.
fn apart(item: &[Tree]) -> Vec<Tree> {
    let mut item = item.to_vec();
    let Some(Tree::Literal(last)) = item.last().cloned() else {
        return item;
    };
    let written = last.to_string();
    let unit = UNITS.iter().find_map(|(unit, _)| Some((written.strip_suffix(unit)?, *unit)));
    if let Some((digits, unit)) = unit
        && let Ok(mut number) = digits.parse::<Literal>()
    {
        number.set_span(last.span());
        item.pop();
        item.extend([Tree::from(number), Ident::new(unit, last.span()).into()]);
    }
    item
}
