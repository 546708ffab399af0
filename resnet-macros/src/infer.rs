//! From what was written to a network of which every shape is known.

use std::iter;

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;

use crate::ast::{self, Num, Shortcut, Spanned, UnitKind};
use crate::dialect::{self, Change, Dialect, Order, PoolPadding};
use crate::errors::Errors;
use crate::halos;
use crate::ir::{Block, Head, Network, Param, Pool, Root, RootConv, Signature, Stage, Unit};
use crate::shape::Shape;
use crate::suggest::nearest;

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
    let missing = Spanned { value: Some(1), span: net.name.span() };
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

/// As written, or that of the dialect.
fn root(net: &ast::Network, dialect: &Dialect, input: Shape, errors: &mut Errors) -> Option<Root> {
    let span = net.name.span();
    let Some(written) = &net.fields.root else {
        let [size, depth, stride] = dialect.root.conv;
        let output = input.strided(stride, depth);
        let conv = RootConv { span, size, stride, input, output };
        let pool = dialect.root.pool.map(|[size, stride]| {
            let output = output.strided(stride, depth);
            Pool { span, size, stride, output }
        });
        return Some(Root { convs: vec![conv], pool, blur: false });
    };
    let mut map = input;
    let convs = written.convs.iter().map(|conv| {
        let input = map;
        map = input.strided(conv.stride.value, conv.depth.value);
        let (size, stride) = (conv.size.value, conv.stride.value);
        RootConv { span: conv.span, size, stride, input, output: map }
    });
    let convs: Vec<RootConv> = convs.collect();
    let pool = written.pool.as_ref().map(|pool| Pool {
        span: pool.span,
        size: pool.size.value,
        stride: pool.stride.value,
        output: map.strided(pool.stride.value, map.c),
    });
    check_root(dialect, written, errors).then_some(Root { convs, pool, blur: false })
}

/// Whether the dialect has such a root.
fn check_root(dialect: &Dialect, root: &ast::Root, errors: &mut Errors) -> bool {
    let before = errors.len();
    let found = root.convs.len();
    if let Some(first) = root.convs.first()
        && !dialect.roots.contains(&found)
    {
        errors.at(
            first.span,
            format_args!(
                "expected {} in the root, found {found}; `{}` has no other names for their weights",
                count(dialect.roots, "convolution"),
                dialect.name,
            ),
        );
    }
    if dialect.padding != PoolPadding::Same
        && let Some(pool) = &root.pool
        && pool.size.value % 2 == 0
    {
        errors.at(
            pool.size.span,
            format_args!(
                "expected an odd pool size, found {}; `{}` pads half of the window on each side",
                pool.size.value, dialect.name,
            ),
        );
    }
    errors.len() == before
}

/// `1 or 3 convolutions`.
fn count(numbers: &[usize], noun: &str) -> String {
    let plural = if numbers == [1] { "" } else { "s" };
    format!("{} {noun}{plural}", list(numbers))
}

/// Every tuple of a block, repeats written out.
fn tuples(block: &ast::Block) -> impl Iterator<Item = &ast::Unit> {
    block.groups.iter().flat_map(|group| {
        let times = group.repeat.map_or(1, |n| n.value);
        iter::repeat_n(&group.units, times).flatten()
    })
}

/// Stride of a unit, and the atrous rates of its 3x3 convolutions: the first
/// still has that of the units before.
#[derive(Clone, Copy)]
struct Walk {
    stride: usize,
    rates: [usize; 2],
}

/// Strides and rates of all units. `None` if that was reported.
fn rates(net: &ast::Network, root: &Root, errors: &mut Errors) -> Option<Vec<Walk>> {
    let fields = &net.fields;
    let dilates = |block: &ast::Block| fields.dilate.contains(&block.name);
    if let (Some(wanted), false) = (fields.output_stride, fields.dilate.is_empty()) {
        let message = "expected `output_stride` or `dilate`, found both; leave one of them out";
        errors.at(wanted.span, message);
        return None;
    }
    let before = errors.len();
    for name in &fields.dilate {
        if !fields.blocks.iter().any(|block| block.name == *name) {
            unknown_block(name, &fields.blocks, errors);
        }
    }
    if errors.len() > before {
        return None;
    }
    let strides = || fields.blocks.iter().flat_map(tuples).map(|unit| unit.stride.value);
    let start = root.convs.iter().map(|conv| conv.stride).product::<usize>()
        * root.pool.as_ref().map_or(1, |pool| pool.stride);
    let mut rate = 1_usize;
    let mut walk = |stride: usize, dilates: bool| {
        let first = rate;
        if dilates {
            rate = rate.saturating_mul(stride);
        }
        Walk { stride: if dilates { 1 } else { stride }, rates: [first, rate] }
    };
    let Some(wanted) = fields.output_stride else {
        let units = fields.blocks.iter().flat_map(|block| {
            let dilates = dilates(block);
            tuples(block).map(move |unit| (unit.stride.value, dilates))
        });
        return Some(units.map(|(stride, dilates)| walk(stride, dilates)).collect());
    };
    let legal = reachable(start, strides());
    if !legal.contains(&wanted.value) {
        errors.at(
            wanted.span,
            format_args!(
                "expected an output stride of {}, found {}; \
             the strides of this network multiply up to these alone",
                list(&legal),
                wanted.value,
            ),
        );
        return Some(strides().map(|stride| Walk { stride, rates: [1, 1] }).collect());
    }
    // Once the network has reached the output stride, units lose theirs, and
    // those after them are dilated by it: so do all programs that have one.
    let mut current = start;
    let units = strides().map(|stride| {
        let reached = current == wanted.value;
        if !reached {
            current *= stride;
        }
        walk(stride, reached)
    });
    Some(units.collect())
}

fn unknown_block(name: &Ident, blocks: &[ast::Block], errors: &mut Errors) {
    let known: Vec<String> = blocks.iter().map(|block| block.name.to_string()).collect();
    let remedy = match nearest(&name.to_string(), known.iter().map(String::as_str)) {
        Some(meant) => format!(", did you mean `{meant}`?"),
        None => format!("; there are {}", quoted(&known).join(", ")),
    };
    errors.at(name.span(), format_args!("unknown block `{name}`{remedy}"));
}

/// The output strides that a network has on its way, each once.
fn reachable(start: usize, strides: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut legal = vec![start];
    for stride in strides {
        let next = legal[legal.len() - 1].saturating_mul(stride);
        if next > Num::MAX {
            break;
        }
        if stride > 1 {
            legal.push(next);
        }
    }
    legal
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

fn units(
    net: &ast::Network,
    dialect: &Dialect,
    wanted: Shortcut,
    entry: Shape,
    walk: &[Walk],
    errors: &mut Errors,
) -> Option<(Vec<Unit>, Vec<Stage>)> {
    let blur = net.fields.blur.is_some_and(|blur| blur.value);
    let before = errors.len();
    let mut map = entry;
    let mut walk = walk.iter();
    let mut units: Vec<Unit> = Vec::new();
    let mut stages = Vec::new();
    for (i, block) in net.fields.blocks.iter().enumerate() {
        map = stages_before(net, i, (map, units.len()), &mut stages);
        let groups = groups(net, dialect, block, errors);
        for (unit, number) in tuples(block).zip(1..) {
            let Walk { stride, rates } = *walk.next()?;
            if stride > 1 && map.h == 1 && map.w == 1 {
                let name = &block.name;
                vanished(name, number, unit.stride.span, stride, map, errors);
                // Every later stride would say the same.
                return None;
            }
            let output = map.strided(stride, unit.depth.value);
            let change = Change {
                kind: block.kind,
                first_of_block: number == 1,
                depth: unit.depth.value != map.c,
                size: stride > 1,
            };
            let signature = Signature {
                kind: block.kind,
                input: map,
                output,
                width: unit.width.value,
                stride,
                rates,
                groups,
                shortcut: (dialect.projects)(change).then_some(wanted),
                // In the place of a stride that is dilated, there is one too.
                blur: blur && (stride > 1 || rates[0] != rates[1]),
                attention: net.fields.attention.map(|attention| attention.value),
                halo: 0,
                next_halo: 0,
                raw: false,
            };
            if signature.shortcut == Some(Shortcut::Pad) && output.c < map.c {
                not_padded(&block.name, number, unit.depth.span, map, output, errors);
            }
            let (span, last_of_block) = (unit.span, false);
            units.push(Unit { block: i, number, last_of_block, span, signature, keep: false });
            map = output;
        }
        if let Some(last) = units.last_mut() {
            last.last_of_block = true;
        }
    }
    stages_before(net, net.fields.blocks.len(), (map, units.len()), &mut stages);
    (errors.len() == before).then_some((units, stages))
}

/// Adds the stages before a block, the first of which reads `map`; returns what
/// the last one leaves.
fn stages_before(
    net: &ast::Network,
    block: usize,
    (mut map, unit): (Shape, usize),
    stages: &mut Vec<Stage>,
) -> Shape {
    for stage in net.fields.stages.iter().filter(|stage| stage.before == block) {
        let shape = stage.output.map(|dims| dims.map(|dim| dim.value));
        let output = shape.map_or(map, |[h, w, c]| Shape { h, w, c });
        let params = stage.params.iter().map(|param| Param {
            name: param.name.unraw().to_string(),
            shape: param.shape.iter().map(|dim| dim.value).collect(),
        });
        let (name, function) = (stage.name.clone(), stage.function.clone());
        let params = params.collect();
        stages.push(Stage { name, function, params, input: map, output, halo: 0, unit });
        map = output;
    }
    map
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
    let options = [
        (groups, "groups", dialect.groups),
        (attention, "attention", dialect.attention),
        (blur, "blur", dialect.blur),
    ];
    for (span, what, has) in options {
        if let (Some(span), false) = (span, has) {
            let name = dialect.name;
            errors.at(span, format_args!("expected no {what}, since `{name}` has none"));
        }
    }
}

fn check_kinds(net: &ast::Network, dialect: &Dialect, errors: &mut Errors) {
    for block in &net.fields.blocks {
        if !dialect.kinds.contains(&block.kind) {
            let known: Vec<String> = dialect.kinds.iter().map(|kind| format!("`{kind}`")).collect();
            errors.at(
                block.kind_span,
                format_args!(
                    "expected {}, found `{}`; `{}` has no other units",
                    either(&known),
                    block.kind,
                    dialect.name,
                ),
            );
        }
    }
}

/// The groups of the 3x3 convolutions of a block.
fn groups(net: &ast::Network, dialect: &Dialect, block: &ast::Block, errors: &mut Errors) -> usize {
    let Some(groups) = net.fields.groups.filter(|_| dialect.groups) else {
        return 1;
    };
    if block.kind == UnitKind::Basic {
        let message = "expected `bottleneck`, found `basic`; its convolutions have no groups";
        errors.at(block.kind_span, message);
    }
    for (unit, number) in tuples(block).zip(1..) {
        if unit.width.value % groups.value != 0 {
            errors.at(
                unit.width.span,
                format_args!(
                    "`{}`, unit {number}: expected a multiple of the {} groups, found {}",
                    block.name, groups.value, unit.width.value,
                ),
            );
            break;
        }
    }
    groups.value
}

fn not_padded(
    block: &Ident,
    number: usize,
    span: Span,
    input: Shape,
    output: Shape,
    errors: &mut Errors,
) {
    errors.at(
        span,
        format_args!(
            "`{block}`, unit {number}: expected a depth of {} or more, found {}; \
         `shortcut: pad` adds channels and takes none away",
            input.c, output.c,
        ),
    );
}

fn vanished(
    block: &Ident,
    number: usize,
    span: Span,
    stride: usize,
    map: Shape,
    errors: &mut Errors,
) {
    errors.at(
        span,
        format_args!(
            "`{block}`, unit {number}: expected a map larger than 1 × 1 for a stride of {stride}, \
         found {map}; use a larger input or fewer strides",
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_legal_output_strides_are_those_on_the_way() {
        let strides = [1, 1, 2, 1, 2, 2, 1];
        assert_eq!(reachable(4, strides.into_iter()), [4, 8, 16, 32]);
        assert_eq!(list(&[4, 8, 16]), "4, 8 or 16");
        assert_eq!(list(&[4]), "4");
    }
}
