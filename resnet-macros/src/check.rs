//! Rules across layers, one function each, on a network of known shapes.

use std::collections::HashMap;

use crate::ast::Block;
use crate::errors::Errors;
use crate::ir::{Layer, Network, Unit};
use crate::shape::Shape;

/// Most values of one feature map, halo included: 1 GiB.
const MAX_MAP: u128 = 1 << 28;

/// Most weights of one layer: 4 GiB.
const MAX_WEIGHTS: u128 = 1 << 30;

/// Most multiply-adds of a network, a billion times those of a ResNet-50:
/// their sum must fit an u64.
const MAX_MACS: u128 = 1 << 62;

/// Checks all rules.
pub(crate) fn network(net: &Network, layers: &[Layer], errors: &mut Errors) {
    check_units(net, errors);
    check_maps(net, layers, errors);
    check_weights(layers, errors);
    check_macs(net, layers, errors);
    check_constants(net, layers, errors);
}

/// The whole network is bounded as each of its blocks is.
fn check_units(net: &Network, errors: &mut Errors) {
    let (found, most) = (net.units.len(), Block::MAX_UNITS);
    if found > most {
        errors.at(
            net.name.span(),
            format_args!("expected at most {most} units in a network, found {found}"),
        );
    }
}

/// Every map fits in memory. A map that is too large is reported once, where
/// it first appears.
fn check_maps(net: &Network, layers: &[Layer], errors: &mut Errors) {
    let size = |map: Shape, halo: usize| {
        let side = |n: usize| n as u128 + 2 * halo as u128;
        side(map.h).saturating_mul(side(map.w)).saturating_mul(map.c.next_multiple_of(16) as u128)
    };
    let plain = |layer: &Layer| (layer.output, 0, layer.span);
    let padded = |unit: &Unit| {
        let s = unit.signature;
        (s.input.with_depth(s.bottleneck), s.rate, unit.span)
    };
    let border = net.root.as_ref().map_or(0, |root| root.size / 2);
    let maps = layers.iter().map(plain).chain(net.units.iter().map(padded));
    let maps = std::iter::once((net.input, border, net.name.span())).chain(maps);
    if let Some((map, halo, span)) =
        maps.into_iter().find(|(map, halo, _)| size(*map, *halo) > MAX_MAP)
    {
        let border = if halo == 0 { String::new() } else { format!(" with a border of {halo}") };
        errors.at(
            span,
            format_args!(
                "expected a map of at most {MAX_MAP} values, found {map}{border}; \
             use a smaller input, more strides or fewer channels",
            ),
        );
    }
}

/// The weights of every layer fit in memory.
fn check_weights(layers: &[Layer], errors: &mut Errors) {
    if let Some(layer) = layers.iter().find(|layer| layer.params() > MAX_WEIGHTS) {
        errors.at(
            layer.span,
            format_args!(
                "expected at most {MAX_WEIGHTS} weights in a layer, found {} in `{}`",
                layer.params(),
                layer.name,
            ),
        );
    }
}

/// `MACS` is an u64.
fn check_macs(net: &Network, layers: &[Layer], errors: &mut Errors) {
    let macs: u128 = layers.iter().map(Layer::macs).sum();
    if macs > MAX_MACS {
        errors.at(
            net.name.span(),
            format_args!("expected at most {MAX_MACS} multiply-adds in a network, found {macs}",),
        );
    }
}

/// Each end point is a constant of the type: a block named `a_unit_1` beside
/// a block `a` would give two of one name.
fn check_constants(net: &Network, layers: &[Layer], errors: &mut Errors) {
    let mut names: HashMap<&str, &Layer> = HashMap::new();
    for layer in layers {
        let Some(constant) = &layer.end_point else {
            continue;
        };
        if let Some(other) = names.insert(constant, layer) {
            let span = layer.unit.map_or(layer.span, |i| net.block_of(&net.units[i]).name.span());
            errors.at(
                span,
                format_args!(
                    "expected one end point of each name, found `{}` beside `{}`; \
                 rename one of the blocks",
                    layer.name, other.name,
                ),
            );
        }
    }
}
