//! `budget: { ram: 64 KiB, flash: 1 MiB, macs: 2_000_000 }`.

use proc_macro2::{Delimiter, Ident, Literal, TokenTree as Tree};
use syn::Lit;

use super::number::{What, number};
use super::report::{end, expected, open};
use super::tokens::{is_mark, trees};
use super::value::string_value;
use super::words::{LIMITS, translation};
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
            let meant = translation(LIMITS, &written).flatten();
            let remedy = match meant.or_else(|| nearest(&written, NAMES)) {
                Some(meant) => format!(", did you mean `{meant}`?"),
                None => "; there are `ram`, `flash`, `macs`".to_owned(),
            };
            return errors.at(name.span(), format!("unknown limit `{written}`{remedy}"));
        }
    };
    if !is_mark(colon, ':') {
        return expected("`:`", &item[1..], "", errors);
    }
    if let [Tree::Literal(literal)] = value
        && let Some(inside) = string_value(literal)
    {
        let inside = inside.replace("KB", "KiB").replace("MB", "MiB");
        let remedy = format!("; write `{inside}` without the quotes");
        return expected("a number", value, remedy, errors);
    }
    let bytes = written != "macs";
    let (value, unit) = match value {
        [value @ .., Tree::Ident(unit)] if bytes && !value.is_empty() => {
            let Some((_, factor)) = UNITS.iter().find(|(name, _)| unit == name) else {
                return errors.at(unit.span(), unknown_unit(&unit.to_string()));
            };
            if let Some(whole) = smaller(value, *factor) {
                let remedy = format!("; write `{whole}`");
                return expected(format_args!("a whole number of {unit}"), value, remedy, errors);
            }
            (value, *factor)
        }
        [value @ Tree::Literal(_), Tree::Ident(unit)] => {
            let remedy = decimal(value, &unit.to_string());
            let message = format!("expected multiply-adds without a unit, found `{unit}`{remedy}");
            return errors.at(unit.span(), message);
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

/// `1536 KiB` for `1.5` MiB.
fn smaller(value: &[Tree], factor: usize) -> Option<String> {
    let [Tree::Literal(number)] = value else {
        return None;
    };
    let Lit::Float(number) = Lit::new(number.clone()) else {
        return None;
    };
    let bytes = number.base10_parse::<f64>().ok()? * factor as f64;
    let whole = |(unit, factor): (&str, usize)| {
        let count = bytes / factor as f64;
        let is_whole = count.fract() == 0.0 && count >= 1.0 && count <= MAX as f64;
        is_whole.then(|| format!("{count} {unit}").trim_end().to_owned())
    };
    [UNITS[1], UNITS[0], ("", 1)].into_iter().find_map(whole)
}

/// What to say of `KB`, `m` or `GiB`.
fn unknown_unit(unit: &str) -> String {
    let meant = match unit.chars().next().map(|first| first.to_ascii_lowercase()) {
        Some('k') => ", did you mean `KiB`?",
        Some('m') => ", did you mean `MiB`?",
        _ => "; there are `KiB`, `MiB`",
    };
    format!("unknown unit `{unit}`{meant}")
}

/// What to write for `2 M` and for `2.5 M`.
fn decimal(value: &Tree, unit: &str) -> String {
    let groups = match unit {
        "k" | "K" => 1,
        "m" | "M" => 2,
        "g" | "G" => 3,
        _ => return String::new(),
    };
    let value = value.to_string();
    let (whole, fraction) = value.split_once('.').unwrap_or((&value, ""));
    if fraction.len() > 3 || [whole, fraction].concat().contains(|c: char| !c.is_ascii_digit()) {
        return String::new();
    }
    let zeros = match fraction {
        "" => "_000".repeat(groups),
        _ => format!("_{fraction:0<3}") + &"_000".repeat(groups - 1),
    };
    format!("; write `{whole}{zeros}`")
}

/// `64KiB`, which is one token, as two; so are `64KB` and `2M`.
fn apart(item: &[Tree]) -> Vec<Tree> {
    let mut item = item.to_vec();
    let Some(Tree::Literal(last)) = item.last().cloned() else {
        return item;
    };
    let written = last.to_string();
    let digits = written.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = &written[digits.len()..];
    let is_unit = ["", "i", "b", "ib"].into_iter().any(|rest| {
        let unit = unit.to_ascii_lowercase();
        unit.strip_prefix(['k', 'm', 'g']).is_some_and(|behind| behind == rest)
    });
    if is_unit && let Ok(mut number) = digits.parse::<Literal>() {
        number.set_span(last.span());
        item.pop();
        item.extend([Tree::from(number), Ident::new(unit, last.span()).into()]);
    }
    item
}
