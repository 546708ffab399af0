//! How far pixels lie apart: strides, and the rates that take their place.

use proc_macro2::Ident;

use super::{list, quoted, tuples};
use crate::ast::{self, Num};
use crate::errors::Errors;
use crate::ir::Root;
use crate::suggest::nearest;

/// Stride of a unit, and the atrous rates of its 3x3 convolutions: the first
/// still has that of the units before.
#[derive(Clone, Copy)]
pub(super) struct Walk {
    pub stride: usize,
    pub rates: [usize; 2],
}

/// Strides and rates of all units. `None` if that was reported.
pub(super) fn rates(net: &ast::Network, root: &Root, errors: &mut Errors) -> Option<Vec<Walk>> {
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
