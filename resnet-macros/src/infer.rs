//! From what was written to a network of which every shape is known.

use std::iter;

use proc_macro2::Span;

use crate::ast::{self, Num, Spanned};
use crate::dialect;
use crate::errors::Errors;
use crate::ir::{Block, Head, Network, Pool, Root, Signature, Unit};
use crate::shape::Shape;

/// Infers every shape. `None` says that the cause is in `errors` already,
/// from here or from parsing.
pub(crate) fn network(net: &ast::Network, errors: &mut Errors) -> Option<Network> {
    let fields = &net.fields;
    if fields.broken {
        return None;
    }
    let [h, w, c] = fields.input?;
    let input = Shape { h: h.value, w: w.value, c: c.value };
    // A faulty or missing count has been reported; any other does for shapes.
    let missing = Spanned { value: Some(1), span: net.name.span() };
    let classes = fields.classes.unwrap_or(missing);
    let dialect = dialect::named(fields.dialect.as_ref());
    let scope = match &fields.scope {
        Some(scope) => scope.value(),
        None => (dialect.scope)(&net.name.to_string()),
    };
    let root = root(net, input);
    let entry = match &root {
        None => input,
        Some(Root { pool: Some(pool), .. }) => pool.output,
        Some(root) => root.output,
    };
    let rates = rates(net, root.as_ref(), errors);
    let units = units(net, entry, &rates, errors)?;
    let exit = units.last()?.signature.output;
    let head = Head {
        span: classes.span,
        global_pool: fields.global_pool.is_none_or(|pool| pool.value),
        classes: classes.value,
    };
    let pooled = if head.global_pool { Shape { h: 1, w: 1, ..exit } } else { exit };
    let blocks = fields.blocks.iter().map(|block| Block { name: block.name.clone() });
    Some(Network {
        name: net.name.clone(),
        dialect,
        scope,
        input,
        entry,
        blocks: blocks.collect(),
        output: pooled.with_depth(head.classes.unwrap_or(pooled.c)),
        root,
        units,
        head,
    })
}

/// As written, or slim's: 7x7 / 2 with 64 filters, then a 3x3 / 2 max pool.
fn root(net: &ast::Network, input: Shape) -> Option<Root> {
    let (span, size, depth, stride, pool) = match &net.fields.root {
        None => (net.name.span(), 7, 64, 2, Some((3, 2))),
        Some(ast::Root { conv: None, .. }) => return None,
        Some(ast::Root { span, conv: Some(conv) }) => {
            let pool = conv.pool.as_ref().map(|pool| (pool.size.value, pool.stride.value));
            (*span, conv.size.value, conv.depth.value, conv.stride.value, pool)
        }
    };
    let output = input.strided(stride, depth);
    let pool =
        pool.map(|(size, stride)| Pool { size, stride, output: output.strided(stride, depth) });
    Some(Root { span, size, stride, output, pool })
}

/// Every tuple of a block, repeats written out.
fn tuples(block: &ast::Block) -> impl Iterator<Item = &ast::Unit> {
    block.groups.iter().flat_map(|group| {
        let times = group.repeat.map_or(1, |n| n.value);
        iter::repeat_n(&group.units, times).flatten()
    })
}

/// Stride and atrous rate of a unit.
#[derive(Clone, Copy)]
struct Walk {
    stride: usize,
    rate: usize,
}

/// Slim's `stack_blocks_dense`: once the network has reached `output_stride`,
/// units lose their stride, and those after them have their rate multiplied
/// by it. The unit that loses its stride still has the old rate.
fn rates(net: &ast::Network, root: Option<&Root>, errors: &mut Errors) -> Vec<Walk> {
    let strides = || net.fields.blocks.iter().flat_map(tuples).map(|unit| unit.stride.value);
    let undilated = || strides().map(|stride| Walk { stride, rate: 1 }).collect();
    let Some(wanted) = net.fields.output_stride else {
        return undilated();
    };
    let start = root.map_or(1, |r| r.stride * r.pool.as_ref().map_or(1, |pool| pool.stride));
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
        return undilated();
    }
    let (mut current, mut rate) = (start, 1_usize);
    let walk = strides().map(|stride| {
        if current == wanted.value {
            let walk = Walk { stride: 1, rate };
            rate = rate.saturating_mul(stride);
            walk
        } else {
            current *= stride;
            Walk { stride, rate: 1 }
        }
    });
    walk.collect()
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
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

fn units(
    net: &ast::Network,
    entry: Shape,
    walk: &[Walk],
    errors: &mut Errors,
) -> Option<Vec<Unit>> {
    let mut map = entry;
    let mut walk = walk.iter();
    let mut units: Vec<Unit> = Vec::new();
    for (i, block) in net.fields.blocks.iter().enumerate() {
        for (unit, number) in tuples(block).zip(1..) {
            let Walk { stride, rate } = *walk.next()?;
            if stride > 1 && map.h == 1 && map.w == 1 {
                let name = &block.name;
                vanished(name, number, unit.stride.span, stride, map, errors);
                // Every later stride would say the same.
                return None;
            }
            let output = map.strided(stride, unit.depth.value);
            let signature = Signature {
                kind: block.kind,
                input: map,
                output,
                bottleneck: unit.bottleneck.value,
                stride,
                rate,
                projection: unit.depth.value != map.c,
            };
            if let Some(previous) = units.last_mut() {
                previous.keep = !signature.projection;
            }
            let (span, last_of_block) = (unit.span, false);
            units.push(Unit { block: i, number, last_of_block, span, signature, keep: false });
            map = output;
        }
        if let Some(last) = units.last_mut() {
            last.last_of_block = true;
        }
    }
    Some(units)
}

fn vanished(
    block: &proc_macro2::Ident,
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
