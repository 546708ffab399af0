//! `root: conv(7, 64, 2) + max_pool(3, 2)`: convolutions and perhaps a pool.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenTree as Tree};

use super::number::Row;
use super::report::{end, expected, missing, missing_before_group, open};
use super::tokens::{Chain, Link, is_digits, is_mark, is_word, trees};
use super::words::{among, is_false, is_foreign_none};
use crate::ast::{Num, Root, RootConv, RootPool};
use crate::errors::Errors;
use crate::suggest::nearest;

/// Larger windows than any root has, so that sizes stay small.
const MAX_SIZE: usize = 15;

const CONV: Row<3> = Row {
    form: "conv(size, depth, stride)",
    names: ["a convolution size", "a convolution depth", "a convolution stride"],
    max: [MAX_SIZE, Num::MAX, Num::MAX],
    remedy: |_| "; write it as in `conv(7, 64, 2)`".to_owned(),
};

const POOL: Row<2> = Row {
    form: "max_pool(size, stride)",
    names: ["a pool size", "a pool stride"],
    max: [MAX_SIZE, Num::MAX],
    remedy: |_| "; write it as in `max_pool(3, 2)`".to_owned(),
};

const WANTED: &str = "`conv(size, depth, stride)` or `none`";
const REMEDY: &str = "; write `root: conv(7, 64, 2) + max_pool(3, 2)`";

/// `none`, or convolutions and perhaps a pool.
pub(super) fn root(value: &[Tree], errors: &mut Errors) -> Option<Root> {
    match value {
        [none, rest @ ..] if is_word(none, "none") => {
            end(rest, errors).map(|()| Root { convs: Vec::new(), pool: None })
        }
        [word] if is_foreign_none(word) || is_false(word) => {
            expected(WANTED, value, "; write `none`", errors);
            None
        }
        [word] if ["default", "true", "True", "auto"].iter().any(|yes| is_word(word, yes)) => {
            expected(WANTED, value, "; leave the key out for that of the dialect", errors);
            None
        }
        [Tree::Ident(_), ..] => layers(value, errors),
        _ => {
            expected(WANTED, value, REMEDY, errors);
            None
        }
    }
}

/// One layer of the root. Its numbers are `None` if they were reported.
#[derive(Clone, Copy)]
enum Layer {
    Conv(Option<[Num; 3]>),
    Pool(Option<[Num; 2]>),
}

fn layers(value: &[Tree], errors: &mut Errors) -> Option<Root> {
    let before = errors.len();
    let chain = Chain::of(value);
    if chain.links.is_empty() {
        no_layers(value, errors);
        return None;
    }
    let mut layers = Vec::new();
    for (i, link) in chain.links.iter().enumerate() {
        let name = if i == 0 { first_name(link, errors)? } else { next_name(link, errors)? };
        layers.push((name.span(), layer(name, link, errors)?));
    }
    tail(chain.tail, errors);
    let root = in_order(&layers, errors)?;
    (errors.len() == before).then_some(root)
}

/// A lone word, such as `conv` without its numbers.
fn no_layers(value: &[Tree], errors: &mut Errors) {
    let Some(Tree::Ident(word)) = value.first() else {
        return;
    };
    match kind(word, None, errors) {
        Some("conv") => {
            let message = "expected `(size, depth, stride)` after `conv`; write `conv(7, 64, 2)`";
            errors.at(word.span(), message);
        }
        Some(pool) => {
            let message = format!("expected {WANTED}, found `{pool}`{REMEDY}");
            errors.at(word.span(), message);
        }
        None => {}
    }
}

/// The name in front of the first brackets.
fn first_name<'t>(link: &Link<'t>, errors: &mut Errors) -> Option<&'t Ident> {
    match link.gap {
        [Tree::Ident(name)] => return Some(name),
        [name, extra @ ..] => expected(format_args!("`(` after `{name}`"), extra, "", errors),
        [] => missing_before_group("conv", link.group, errors),
    }
    None
}

/// The `+` and the name in front of further brackets.
fn next_name<'t>(link: &Link<'t>, errors: &mut Errors) -> Option<&'t Ident> {
    match link.gap {
        [plus, Tree::Ident(name)] if is_mark(plus, '+') => return Some(name),
        [plus, extra @ ..] if is_mark(plus, '+') && !extra.is_empty() => {
            let follows = "bn batchnorm norm batch_norm relu act activation gn silu relu6";
            let remedy = match &extra[0] {
                Tree::Ident(word) if among(follows, &word.to_string()) => {
                    "; the dialect decides what follows convolutions"
                }
                _ => "",
            };
            expected("`max_pool(size, stride)`", extra, remedy, errors);
        }
        [Tree::Ident(name)] => {
            missing("+", link.gap, errors);
            return Some(name);
        }
        [_, .., Tree::Ident(name)] => {
            expected("`+`", link.gap, "", errors);
            return Some(name);
        }
        [plus] if is_mark(plus, '+') => {
            missing_before_group("max_pool", link.group, errors);
        }
        [] => missing_before_group("+ max_pool", link.group, errors),
        gap => expected("`+ max_pool(size, stride)`", gap, "", errors),
    }
    None
}

fn layer(name: &Ident, link: &Link<'_>, errors: &mut Errors) -> Option<Layer> {
    let group = link.group;
    let faults = errors.len();
    let kind = kind(name, Some(group), errors)?;
    if errors.len() > faults && !is_row(kind, group) {
        return None;
    }
    if group.delimiter() != Delimiter::Parenthesis {
        let message = format!("expected `(` after `{name}`, found `{}`", open(group));
        errors.at(group.span_open(), message);
    }
    Some(match kind {
        "conv" => Layer::Conv(CONV.read(group, "", errors)),
        _ => Layer::Pool(POOL.read(group, "", errors)),
    })
}

/// The layer that was meant. A wrong spelling is reported, and with it arguments of
/// another program, which are the same mistake.
fn kind(name: &Ident, args: Option<&Group>, errors: &mut Errors) -> Option<&'static str> {
    let known = ["conv", "max_pool"];
    let written = name.to_string();
    let meant = nearest(&written, known);
    if known.contains(&&*written) {
        return meant;
    }
    let remedy = match meant {
        Some(meant) if args.is_none_or(|args| is_row(meant, args)) => {
            format!(", did you mean `{meant}`?")
        }
        Some("conv") => format!(", did you mean `{}`?", CONV.form),
        Some(_) => format!(", did you mean `{}`?", POOL.form),
        None => format!("; a root is `{}`, alone or with `+ {}`", CONV.form, POOL.form),
    };
    errors.at(name.span(), format!("unknown layer `{written}`{remedy}"));
    meant
}

/// Whether the numbers of such a layer stand there, and nothing else.
fn is_row(kind: &str, group: &Group) -> bool {
    let inside = trees(group.stream());
    let mut items = inside.split(|tree| is_mark(tree, ',')).filter(|item| !item.is_empty());
    let is_number = |item: &[Tree]| matches!(item, [number] if is_digits(number));
    items.clone().count() == if kind == "conv" { 3 } else { 2 } && items.all(is_number)
}

fn tail(tail: &[Tree], errors: &mut Errors) {
    match tail {
        [plus] if is_mark(plus, '+') => {
            errors.at(plus.span(), "expected `max_pool(size, stride)` after `+`");
        }
        [plus, pool] if is_mark(plus, '+') && is_word(pool, "max_pool") => {
            let message = "expected `(size, stride)` after `max_pool`; write `max_pool(3, 2)`";
            errors.at(pool.span(), message);
        }
        _ => _ = end(tail, errors),
    }
}

/// Convolutions, then at most one pool.
fn in_order(layers: &[(Span, Layer)], errors: &mut Errors) -> Option<Root> {
    let mut root = Root { convs: Vec::new(), pool: None };
    for (i, (span, layer)) in layers.iter().enumerate() {
        let span = *span;
        let message = match *layer {
            Layer::Pool(_) if i == 0 => {
                "expected `conv(size, depth, stride)` first, found `max_pool`"
            }
            _ if root.pool.is_some() => {
                "expected `,`, found another layer; a root ends with its pool"
            }
            Layer::Conv(conv) => {
                let [size, depth, stride] = conv?;
                root.convs.push(RootConv { span, size, depth, stride });
                continue;
            }
            Layer::Pool(pool) => {
                let [size, stride] = pool?;
                root.pool = Some(RootPool { span, size, stride });
                continue;
            }
        };
        errors.at(span, message);
        return None;
    }
    Some(root)
}
