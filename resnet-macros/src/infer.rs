//! From what was written to a network of which every shape is known.

mod rates;
mod root;
mod units;

use std::iter;

use proc_macro2::{Ident, Span};

use self::rates::rates;
use self::root::{check_strides, root};
use self::units::units;
use crate::ast::{self, Shortcut, Spanned, UnitKind};
use crate::dialect::{self, Dialect, Order};
use crate::errors::Errors;
use crate::halos;
use crate::ir::{Block, Head, Network};
use crate::shape::Shape;

/// Infers every shape. `None` says that the cause is in `errors` already,
/// from here or from parsing.
pub(crate) fn network(net: &ast::Network, errors: &mut Errors) -> Option<Network> {
    let fields = &net.fields;
    if fields.broken {
        return None;
    }
    // Strides do not depend on the input.
    let [h, w, c] = fields.input.map_or([1; 3], |dims| dims.map(|dim| dim.value));
    let input = Shape { h, w, c };
    // A faulty or missing count has been reported; any other does for shapes.
    let outputs = fields.outputs.iter().flatten().last().map(Ident::span);
    let missing = Spanned { value: Some(1), span: outputs.unwrap_or(net.name.span()) };
    let classes = fields.classes.unwrap_or(missing);
    let dialect = dialect::named(fields.dialect.as_ref());
    let scope = match &fields.scope {
        Some(scope) => scope.value(),
        None => (dialect.scope)(&net.name.to_string()),
    };
    let before = errors.len();
    check_options(fields, dialect, errors);
    check_kinds(net, dialect, errors);
    // Of a faulty one, nothing more is said.
    let shortcut = shortcut(net, dialect, errors).unwrap_or(Shortcut::Conv);
    let is_known = errors.len() == before;
    let mut root = root(net, dialect, input, errors)?;
    if fields.input.is_some() && !check_strides(net, &root, errors) {
        return None;
    }
    let blur = fields.blur.is_some_and(|blur| blur.value);
    root.blur = blur && root.pool.as_ref().is_some_and(|pool| pool.stride > 1);
    let convs = root.convs.last().map_or(input, |conv| conv.output);
    let entry = root.pool.as_ref().map_or(convs, |pool| pool.output);
    let rates = rates(net, &root, errors)?;
    fields.input?;
    let (units, stages) = units(net, dialect, shortcut, entry, &rates, errors)?;
    units.last()?;
    if !is_known {
        return None;
    }
    let head = Head {
        span: classes.span,
        norm: dialect.order == Order::Pre,
        global_pool: fields.global_pool.is_none_or(|pool| pool.value),
        classes: classes.value,
    };
    let blocks = fields.blocks.iter().map(|block| Block { name: block.name.clone() });
    let mut inferred = Network {
        name: net.name.clone(),
        dialect,
        scope,
        activation: fields.activation.unwrap_or_default(),
        input,
        entry,
        entry_halo: 0,
        blocks: blocks.collect(),
        kinds: fields.kinds.clone(),
        root,
        units,
        stages,
        head,
        outputs: Vec::new(),
        unread: Vec::new(),
        half: true,
    };
    halos::settle(&mut inferred);
    Some(inferred)
}

/// Every tuple of a block, repeats written out.
fn tuples(block: &ast::Block) -> impl Iterator<Item = &ast::Unit> {
    block.groups.iter().flat_map(|group| {
        let times = group.repeat.map_or(1, |n| n.value);
        iter::repeat_n(&group.units, times).flatten()
    })
}

/// The kind of every shortcut that changes a shape.
fn shortcut(net: &ast::Network, dialect: &Dialect, errors: &mut Errors) -> Option<Shortcut> {
    let Some(wanted) = net.fields.shortcut else {
        return dialect.shortcuts.first().copied();
    };
    if !dialect.shortcuts.contains(&wanted.value) {
        let known: Vec<String> =
            dialect.shortcuts.iter().map(|shortcut| format!("`{}`", shortcut.name())).collect();
        errors.at(
            wanted.span,
            format_args!(
                "expected {}, found `{}`; `{}` has no other shortcut",
                either(&known),
                wanted.value.name(),
                dialect.name,
            ),
        );
        return None;
    }
    Some(wanted.value)
}

/// What the dialect has no names for.
fn check_options(fields: &ast::Fields, dialect: &Dialect, errors: &mut Errors) {
    let groups = fields.groups.map(|groups| groups.span);
    let attention = fields.attention.map(|attention| attention.span);
    let blur = fields.blur.filter(|blur| blur.value).map(|blur| blur.span);
    type Has = fn(&Dialect) -> bool;
    let options: [(Option<Span>, &str, Has); 3] = [
        (groups, "groups", |dialect| dialect.groups),
        (attention, "attention", |dialect| dialect.attention),
        (blur, "blur", |dialect| dialect.blur),
    ];
    for (span, what, has) in options {
        if let (Some(span), false) = (span, has(dialect)) {
            let name = dialect.name;
            let others = Dialect::ALL.iter().filter(|other| has(other));
            let others: Vec<String> = others.map(|other| format!("`{}`", other.name)).collect();
            let remedy = format!("leave the key out, or follow {}", either(&others));
            errors.at(span, format_args!("expected no {what}, since `{name}` has none; {remedy}"));
        }
    }
}

fn check_kinds(net: &ast::Network, dialect: &Dialect, errors: &mut Errors) {
    let kinds = net.fields.blocks.iter().flat_map(|block| &block.kinds);
    let unknown =
        |kind: &&Spanned<UnitKind>| !kind.value.is_custom() && !dialect.kinds.contains(&kind.value);
    // One dialect that is missing or wrong would be found in every block.
    if let Some(kind) = kinds.into_iter().find(unknown) {
        let known: Vec<String> = dialect.kinds.iter().map(|kind| format!("`{kind}`")).collect();
        let others = Dialect::ALL.iter().filter(|other| other.kinds.contains(&kind.value));
        let others: Vec<String> = others.map(|other| format!("`{}`", other.name)).collect();
        errors.at(
            kind.span,
            format_args!(
                "expected {}, found `{}`; `{}` has no other units, but the dialects {} have",
                either(&known),
                kind.value,
                dialect.name,
                others.join(", "),
            ),
        );
    }
}

/// `4`, `4 or 8`, `4, 8 or 16`.
fn list(numbers: &[usize]) -> String {
    let words: Vec<String> = numbers.iter().map(usize::to_string).collect();
    either(&words)
}

pub(crate) fn quoted(names: &[String]) -> Vec<String> {
    names.iter().map(|name| format!("`{name}`")).collect()
}

pub(crate) fn either(words: &[String]) -> String {
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => words.concat(),
    }
}
