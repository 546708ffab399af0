//! `attend: custom(path::to::function, weight: [64, 64]) -> [14, 14, 64]`, and the
//! call alone, as kinds of unit have it.

use std::iter;

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree as Tree};
use syn::ExprPath;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};

use super::block::holds_units;
use super::number::{Row, What, number};
use super::report::{end, expected, group_text, missing, open, report, text};
use super::tokens::{is_mark, is_word, trees};
use crate::ast::{Arg, Dim, Num, Param, Quantity, Spanned, Stage};
use crate::errors::Errors;
use crate::suggest::nearest;

/// A right stage, for remedies.
const STAGE: &str = "attend: custom(attend, weight: [64, 64]) -> [14, 14, 64]";

/// A right kind.
pub(super) const KIND: &str = "ghost: custom(ghost, stride, weight: [depth, input])";

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

/// `custom(…)[(…)]`, a function where the name of a kind should stand.
pub(super) fn is_custom_block(value: &[Tree]) -> bool {
    value.iter().any(|tree| matches!(tree, Tree::Group(group) if holds_units(group)))
}

pub(super) fn no_kind() -> String {
    format!(
        "expected the name of a kind, found `custom`; declare one, `kinds: {{ {KIND} }}`, and \
         write its name here"
    )
}

/// Who calls a function.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Caller {
    Stage,
    /// Units, whose numbers may be given to it, and be dimensions.
    Kind,
}

impl Caller {
    fn example(self) -> &'static str {
        match self {
            Caller::Stage => STAGE,
            Caller::Kind => KIND,
        }
    }
}

/// What stands behind `attend:`.
pub(super) fn stage(
    name: &Ident,
    value: &[Tree],
    before: usize,
    errors: &mut Errors,
) -> Option<Stage> {
    let faults = errors.len();
    let (call, rest) = call(value, Caller::Stage, errors)?;
    if is_custom_block(value) {
        errors.at(value.first()?.span(), no_kind());
        return None;
    }
    let output = output(rest, errors);
    let (function, args) = call?;
    let name = name.clone();
    let params = args.into_iter().filter_map(|arg| match arg {
        Arg::Param(param) => Some(param),
        Arg::Number(_) => None,
    });
    let params = params.collect();
    (errors.len() == faults).then_some(Stage { name, function, params, output, before })
}

/// A function, and what it is given behind its tensors.
type Call = (ExprPath, Vec<Arg>);

/// `custom(…)`, if it can be understood, and what stands behind it.
pub(super) fn call<'t>(
    value: &'t [Tree],
    caller: Caller,
    errors: &mut Errors,
) -> Option<(Option<Call>, &'t [Tree])> {
    let (custom, value) = value.split_first()?;
    let example = caller.example();
    let [Tree::Group(group), rest @ ..] = value else {
        match value {
            [] => {
                let message = format!("expected `(` after `custom`; write `{example}`");
                errors.at(custom.span(), message);
            }
            _ => {
                let remedy = format_args!("; write `{example}`");
                expected("`(` after `custom`", value, remedy, errors);
            }
        }
        return None;
    };
    if group.delimiter() != Delimiter::Parenthesis {
        let message = format!("expected `(` after `custom`, found `{}`", open(group));
        errors.at(group.span_open(), message);
        return None;
    }
    Some((inside(group, caller, errors), rest))
}

fn inside(group: &Group, caller: Caller, errors: &mut Errors) -> Option<Call> {
    let inside = trees(group.stream());
    let example = caller.example();
    let split = |input: ParseStream<'_>| {
        let function: ExprPath = input.parse()?;
        Ok((function, input.parse::<TokenStream>()?))
    };
    if inside.is_empty() {
        let message = format!("expected the path of a function, found `()`; write `{example}`");
        errors.at(group.span(), message);
        return None;
    }
    let Ok((function, rest)) = split.parse2(inside.iter().cloned().collect()) else {
        let remedy = format!("; write `{example}`");
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
    let mut args: Vec<Arg> = Vec::new();
    let before = errors.len();
    for item in rest.split(|tree| is_mark(tree, ',')).filter(|item| !item.is_empty()) {
        let arg = match item {
            [Tree::Ident(word)] if caller == Caller::Kind => {
                quantity(word, errors).map(Arg::Number)
            }
            _ => param(item, caller, errors).map(Arg::Param),
        };
        let Some(arg) = arg else {
            continue;
        };
        if let Arg::Param(param) = &arg
            && params(&args).any(|other| other.name == param.name)
        {
            errors.at(param.span, format!("duplicate parameter `{}`", param.name));
        }
        args.push(arg);
    }
    (errors.len() == before).then_some((function, args))
}

fn params(args: &[Arg]) -> impl Iterator<Item = &Param> {
    args.iter().filter_map(|arg| match arg {
        Arg::Param(param) => Some(param),
        Arg::Number(_) => None,
    })
}

/// `stride`, alone.
fn quantity(word: &Ident, errors: &mut Errors) -> Option<Spanned<Quantity>> {
    let written = word.to_string();
    let known = Quantity::ALL.map(Quantity::name);
    match Quantity::ALL.into_iter().find(|quantity| quantity.name() == written) {
        Some(value) => Some(Spanned { value, span: word.span() }),
        None => {
            let message = match nearest(&written, known) {
                Some(meant) => format!("unknown number `{written}`, did you mean `{meant}`?"),
                None => format!(
                    "expected a parameter and its shape, as in `weight: [depth, input]`, or one \
                     of {}, found `{written}`",
                    known.map(|name| format!("`{name}`")).join(", "),
                ),
            };
            errors.at(word.span(), message);
            None
        }
    }
}

/// `weight: [64, 64]`; its name may have parts, `conv1.weight`.
fn param(item: &[Tree], caller: Caller, errors: &mut Errors) -> Option<Param> {
    let parts = parts(item);
    let (written, behind) = item.split_at(parts);
    let ([Tree::Ident(first), ..], [colon, Tree::Group(shape), rest @ ..]) = (written, behind)
    else {
        let number = Quantity::ALL.map(Quantity::name).into_iter().find(|of| is_word(&item[0], of));
        let remedy = match number.filter(|_| caller == Caller::Kind) {
            Some(number) => format!("; write `{number}` alone"),
            None => "; write it as in `weight: [64, 64]`".to_owned(),
        };
        expected("a parameter and its shape", item, remedy, errors);
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
    if let Some(dims) = array(shape) {
        let (found, dims) = (group_text(shape), dims.join(", "));
        let message = format!("expected a shape, found `{found}`; write `[{dims}]`");
        errors.at(shape.span(), message);
        return None;
    }
    let dims = trees(shape.stream());
    let dims = dims.split(|tree| is_mark(tree, ',')).filter(|dim| !dim.is_empty());
    let dims: Vec<Dim> = dims.filter_map(|item| dim(item, caller, errors)).collect();
    if errors.len() > before {
        return None;
    }
    if !(1..=Param::MAX_RANK).contains(&dims.len()) {
        let (most, found) = (Param::MAX_RANK, dims.len());
        errors.at(shape.span(), format!("expected 1 to {most} dimensions, found {found}"));
        return None;
    }
    let part = |tree: &Tree| match tree {
        Tree::Ident(part) => part.unraw().to_string(),
        tree => tree.to_string(),
    };
    let name = written.iter().map(part).collect();
    Some(Param { name, span: first.span(), shape: dims })
}

/// The dimensions of a type, `[[f32; 64]; 32]`, the outer one first.
fn array(shape: &Group) -> Option<Vec<String>> {
    let inside = trees(shape.stream());
    let [item, semicolon, len @ ..] = &inside[..] else {
        return None;
    };
    let inner = match item {
        Tree::Group(inner) => array(inner)?,
        item => is_word(item, "f32").then(Vec::new)?,
    };
    is_mark(semicolon, ';').then(|| iter::once(text(len)).chain(inner).collect())
}

/// How many trees a name has, `convs.0.weight`: numbers with a dot between are one.
fn parts(item: &[Tree]) -> usize {
    let is_part = |tree: &Tree| matches!(tree, Tree::Ident(_)) || is_number(tree);
    let behind = item.get(1..).unwrap_or_default().chunks_exact(2);
    let more = behind.take_while(|pair| is_mark(&pair[0], '.') && is_part(&pair[1])).count();
    (1 + 2 * more).min(item.len())
}

fn is_number(tree: &Tree) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    matches!(tree, Tree::Literal(literal) if literal.to_string().split('.').all(digits))
}

/// A dimension of a parameter.
fn dim(item: &[Tree], caller: Caller, errors: &mut Errors) -> Option<Dim> {
    let what = What::new("a dimension");
    if caller == Caller::Stage {
        let Num { value, .. } = number(item, &what, errors)?;
        return Some(Dim { of: None, times: value, over: 1 });
    }
    match item {
        [Tree::Ident(word)] => Some(Dim { of: Some(channels(word, errors)?), times: 1, over: 1 }),
        [Tree::Ident(word), times, rest @ ..] if is_mark(times, '*') && !rest.is_empty() => {
            let (of, times) = (channels(word, errors), number(rest, &what, errors));
            Some(Dim { of: Some(of?), times: times?.value, over: 1 })
        }
        [rest @ .., times, Tree::Ident(word)] if is_mark(times, '*') && !rest.is_empty() => {
            let (times, of) = (number(rest, &what, errors), channels(word, errors));
            Some(Dim { of: Some(of?), times: times?.value, over: 1 })
        }
        [Tree::Ident(word), over, rest @ ..] if is_mark(over, '/') && !rest.is_empty() => {
            let (of, over) =
                (channels(word, errors), number(rest, &What::new("a divisor"), errors));
            Some(Dim { of: Some(of?), times: 1, over: over?.value })
        }
        _ if item.iter().any(|tree| matches!(tree, Tree::Ident(_))) => {
            let wanted = "expected a dimension such as `depth`, `2 * depth` or `depth / 2`";
            report(item, format!("{wanted}, found `{}`", text(item)), errors);
            None
        }
        _ => {
            let Num { value, .. } = number(item, &what, errors)?;
            Some(Dim { of: None, times: value, over: 1 })
        }
    }
}

/// A number of channels that a dimension may be.
fn channels(word: &Ident, errors: &mut Errors) -> Option<Quantity> {
    let written = word.to_string();
    let channels = || Quantity::ALL.into_iter().filter(|quantity| quantity.is_channels());
    let of = channels().find(|quantity| quantity.name() == written);
    if of.is_none() {
        let remedy = match nearest(&written, channels().map(Quantity::name)) {
            Some(meant) => format!(", did you mean `{meant}`?"),
            None => {
                let known: Vec<_> = channels().map(|of| format!("`{}`", of.name())).collect();
                format!("; there are {} and numbers", known.join(", "))
            }
        };
        errors.at(word.span(), format!("unknown dimension `{written}`{remedy}"));
    }
    of
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
