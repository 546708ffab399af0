//! `attend: custom(path::to::function, weight: [64, 64]) -> [14, 14, 64]`.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree as Tree};
use syn::ExprPath;
use syn::parse::{ParseStream, Parser};

use super::number::{Row, What, number};
use super::report::{end, expected, missing, open, report, text};
use super::tokens::{is_mark, is_word, trees};
use crate::ast::{Num, Param, Stage};
use crate::errors::Errors;

/// A right stage, for remedies.
const STAGE: &str = "attend: custom(attend, weight: [64, 64]) -> [14, 14, 64]";

const OUTPUT: Row<3> = Row {
    form: "[height, width, channels]",
    names: ["a height", "a width", "a channel count"],
    max: [Num::MAX; 3],
    remedy: |_| "; write it as in `-> [14, 14, 64]`".to_owned(),
};

/// Whether a value is that of a stage, well written or not.
pub(super) fn is_custom(value: &[Tree]) -> bool {
    matches!(value, [word, ..] if is_word(word, "custom"))
}

/// What stands behind `attend:`.
pub(super) fn stage(
    name: &Ident,
    value: &[Tree],
    before: usize,
    errors: &mut Errors,
) -> Option<Stage> {
    let (custom, value) = value.split_first()?;
    let faults = errors.len();
    let [Tree::Group(group), rest @ ..] = value else {
        match value {
            [] => {
                let message = format!("expected `(` after `custom`; write `{STAGE}`");
                errors.at(custom.span(), message);
            }
            _ => expected("`(` after `custom`", value, format_args!("; write `{STAGE}`"), errors),
        }
        return None;
    };
    if group.delimiter() != Delimiter::Parenthesis {
        let message = format!("expected `(` after `custom`, found `{}`", open(group));
        errors.at(group.span_open(), message);
        return None;
    }
    let inside = call(group, errors);
    let output = output(rest, errors);
    let (function, params) = inside?;
    let name = name.clone();
    (errors.len() == faults).then_some(Stage { name, function, params, output, before })
}

/// A function, and parameters behind it.
fn call(group: &Group, errors: &mut Errors) -> Option<(ExprPath, Vec<Param>)> {
    let inside = trees(group.stream());
    let split = |input: ParseStream<'_>| {
        let function: ExprPath = input.parse()?;
        Ok((function, input.parse::<TokenStream>()?))
    };
    if inside.is_empty() {
        let message = format!("expected the path of a function, found `()`; write `{STAGE}`");
        errors.at(group.span(), message);
        return None;
    }
    let Ok((function, rest)) = split.parse2(inside.iter().cloned().collect()) else {
        let remedy = format!("; write `{STAGE}`");
        expected("the path of a function", &inside, remedy, errors);
        return None;
    };
    let rest = trees(rest);
    let rest = match &rest[..] {
        [comma, rest @ ..] if is_mark(comma, ',') => rest,
        [] => &[],
        rest => {
            expected("`,` after the function", rest, "", errors);
            return None;
        }
    };
    let mut params: Vec<Param> = Vec::new();
    for item in rest.split(|tree| is_mark(tree, ',')).filter(|item| !item.is_empty()) {
        let Some(param) = param(item, errors) else {
            continue;
        };
        if params.iter().any(|other| other.name == param.name) {
            errors.at(param.name.span(), format!("duplicate parameter `{}`", param.name));
        }
        params.push(param);
    }
    Some((function, params))
}

/// `weight: [64, 64]`.
fn param(item: &[Tree], errors: &mut Errors) -> Option<Param> {
    let [Tree::Ident(name), colon, Tree::Group(shape), rest @ ..] = item else {
        expected("a parameter and its shape", item, "; write it as in `weight: [64, 64]`", errors);
        return None;
    };
    if !is_mark(colon, ':') || shape.delimiter() != Delimiter::Bracket {
        let found = text(item);
        let message = format!("expected a parameter as in `weight: [64, 64]`, found `{found}`");
        report(item, message, errors);
        return None;
    }
    if !rest.is_empty() {
        missing(",", rest, errors);
        return None;
    }
    let before = errors.len();
    let dims = trees(shape.stream());
    let dims = dims.split(|tree| is_mark(tree, ',')).filter(|dim| !dim.is_empty());
    let dims = dims.filter_map(|dim| number(dim, &What::new("a dimension"), errors));
    let dims: Vec<Num> = dims.collect();
    if errors.len() > before {
        return None;
    }
    if !(1..=Param::MAX_RANK).contains(&dims.len()) {
        let (most, found) = (Param::MAX_RANK, dims.len());
        errors.at(shape.span(), format!("expected 1 to {most} dimensions, found {found}"));
        return None;
    }
    Some(Param { name: name.clone(), shape: dims })
}

/// `-> [14, 14, 64]`, or nothing.
fn output(rest: &[Tree], errors: &mut Errors) -> Option<[Num; 3]> {
    match rest {
        [] => None,
        [minus, arrow, Tree::Group(shape), rest @ ..]
            if is_mark(minus, '-') && is_mark(arrow, '>') =>
        {
            if shape.delimiter() != Delimiter::Bracket {
                let message = format!("expected `[` after `->`, found `{}`", open(shape));
                errors.at(shape.span_open(), message);
                return None;
            }
            let output = OUTPUT.read(shape, "", errors);
            end(rest, errors)?;
            output
        }
        [minus, arrow, rest @ ..] if is_mark(minus, '-') && is_mark(arrow, '>') => {
            match rest {
                [] => errors.at(arrow.span(), "expected `[height, width, channels]` after `->`"),
                _ => expected("`[height, width, channels]` after `->`", rest, "", errors),
            }
            None
        }
        [Tree::Punct(_), ..] if !is_mark(&rest[0], ',') => {
            expected("`->` or `,`", rest, "", errors);
            None
        }
        _ => {
            end(rest, errors);
            None
        }
    }
}
