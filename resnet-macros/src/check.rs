//! Rules across layers, one function each, on a network of known shapes.

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, Span};
use quote::quote;

use crate::ast::{self, Block, Num};
use crate::dialect::Norm;
use crate::emit;
use crate::errors::Errors;
use crate::ir::{Layer, Network, Part, Unit};
use crate::shape::Shape;

/// Most values of one feature map, halo included: 1 GiB.
const MAX_MAP: u128 = 1 << 28;

/// Most weights of one layer: 4 GiB.
const MAX_WEIGHTS: u128 = 1 << 30;

/// Most multiply-adds of a network, a billion times those of a ResNet-50:
/// their sum must fit an u64.
const MAX_MACS: u128 = 1 << 62;

/// What is no fault, and perhaps a mistake: every block takes its stride at the
/// other end than the networks do whose weights are meant to be used.
pub(crate) fn strides(declared: &ast::Network, net: &Network) -> Option<(Span, String)> {
    let ends = declared.fields.blocks.iter().filter_map(|block| {
        let first = block.groups.first()?.units.first()?;
        let last = block.groups.last()?.units.last()?;
        let [first, last] = [first, last].map(|unit| unit.stride);
        match [first.value > 1, last.value > 1] {
            [true, false] => Some((first, false)),
            [false, true] => Some((last, true)),
            _ => None,
        }
    });
    let ends: Vec<(Num, bool)> = ends.collect();
    let wanted = net.dialect.strides_last;
    // In one block alone it may well be meant.
    let (stride, _) = *ends.first().filter(|_| ends.len() > 1)?;
    if ends.iter().any(|&(_, last)| last == wanted) {
        return None;
    }
    let [wanted, found] = if wanted { ["last", "first"] } else { ["first", "last"] };
    let program = net.dialect.program;
    Some((
        stride.span,
        format!(
            "expected strides in the {wanted} unit of a block, as {program} has them, \
             found them in the {found}; its weights are of other networks \
             (`#[allow(deprecated)]` silences this)"
        ),
    ))
}

/// Checks all rules.
pub(crate) fn network(
    declared: &ast::Network,
    net: &Network,
    layers: &[Layer],
    errors: &mut Errors,
) {
    check_units(net, errors);
    check_blur(net, errors);
    check_norms(declared, net, errors);
    let mut sizes = Sizes { net, seen: Vec::new(), errors };
    sizes.check_maps(declared, layers);
    sizes.check_weights(layers);
    if sizes.seen.is_empty() {
        check_macs(net, layers, errors);
    }
    check_constants(net, layers, errors);
    check_params(net, layers, errors);
    check_functions(net, errors);
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

/// A blur is of stride 2, as timm's are, and reflects a map that has a second
/// row and column.
fn check_blur(net: &Network, errors: &mut Errors) {
    let pool = net.root.pool.as_ref().filter(|_| net.root.blur);
    let pool = pool.map(|pool| {
        let map = net.root.convs.last().map_or(net.input, |conv| conv.output);
        ("the root".to_owned(), pool.span, pool.stride, map)
    });
    let units = net.units.iter().filter(|unit| unit.signature.blur).map(|unit| {
        let place = format!("`{}`, unit {}", net.block_of(unit).name, unit.number);
        (place, unit.span, unit.signature.stride, unit.signature.input)
    });
    for (place, span, stride, map) in pool.into_iter().chain(units) {
        let fault = if stride > 2 {
            format!("{place}: expected a stride of 1 or 2 with `blur`, found {stride}")
        } else if map.h < 2 || map.w < 2 {
            format!(
                "{place}: expected a map of 2 × 2 or more to blur, found {map}; \
                 use a larger input or fewer strides"
            )
        } else {
            continue;
        };
        // Later ones would say the same.
        return errors.at(span, fault);
    }
}

/// Whatever is normalised by groups has as many channels in each.
fn check_norms(declared: &ast::Network, net: &Network, errors: &mut Errors) {
    let Norm::Group(groups) = net.dialect.norm else {
        return;
    };
    let fields = &declared.fields;
    let entry = match &fields.root {
        // That of the dialect.
        None => None,
        Some(root) => root.convs.last().map(|conv| conv.depth).or(fields.input.map(|[.., c]| c)),
    };
    let units = fields.blocks.iter().flat_map(|block| &block.groups).flat_map(|group| &group.units);
    // Within a unit of the user's nothing is.
    let channels = units.flat_map(|unit| match unit.kind.is_custom() {
        true => vec![unit.depth],
        false => vec![unit.depth, unit.width],
    });
    for found in entry.into_iter().chain(channels).filter(|found| found.value % groups != 0) {
        errors.at(
            found.span,
            format_args!(
                "expected a multiple of {groups}, found {}; \
             `{}` normalises channels in {groups} groups",
                found.value, net.dialect.name,
            ),
        );
    }
}

/// What is too large is so in several ways, and makes what follows too large
/// as well: one fault is reported at each token.
struct Sizes<'a> {
    net: &'a Network,
    seen: Vec<Token>,
    errors: &'a mut Errors,
}

/// Where a size was written. Units that one tuple repeats are one token.
#[derive(PartialEq)]
enum Token {
    Input,
    Root,
    Unit { block: usize, depth: usize, width: usize },
    Stage(usize),
    Head,
}

impl Sizes<'_> {
    fn report(&mut self, token: Token, fault: syn::Error) {
        if !self.seen.contains(&token) {
            self.seen.push(token);
            self.errors.push(fault);
        }
    }

    fn token(&self, layer: &Layer) -> Token {
        match (layer.unit, layer.part) {
            (Some(i), _) => unit_token(&self.net.units[i]),
            (None, Part::Root { .. } | Part::RootPool | Part::RootBlur) => Token::Root,
            (None, Part::Custom(number)) => Token::Stage(number),
            _ => Token::Head,
        }
    }

    /// Every map fits in memory. One that is too large is reported where it
    /// first appears.
    fn check_maps(&mut self, declared: &ast::Network, layers: &[Layer]) {
        let net = self.net;
        let border = net.root.convs.first().map_or(0, |conv| conv.size / 2);
        let numbers = declared.fields.input.map(|dims| dims.map(Num::literal));
        if let (Some(found), Some([h, w, c])) = (too_large(net.input, border), numbers) {
            let fault = format!("{found}; use a smaller input");
            self.report(Token::Input, syn::Error::new_spanned(quote!(#h, #w, #c), fault));
        }
        let mut has_rate = false;
        for layer in layers {
            let (output, halo) = (layer.output, layer.flow.halo);
            let (Some(found), None) = (too_large(output, halo), too_large(layer.input, 0)) else {
                continue;
            };
            let fault = match (layer.unit, too_large(output, 0)) {
                // Later ones only grow.
                (Some(_), None) if halo > 1 && has_rate => continue,
                (Some(i), None) if halo > 1 => {
                    has_rate = true;
                    rate_fault(net, &net.units[i], output, halo)
                }
                _ => format!("{found}; use a smaller input, more strides or fewer channels"),
            };
            self.report(self.token(layer), syn::Error::new(layer.span, fault));
        }
    }

    /// The weights of every layer fit in memory.
    fn check_weights(&mut self, layers: &[Layer]) {
        for layer in layers.iter().filter(|layer| layer.params() > MAX_WEIGHTS) {
            let fault = format!(
                "expected at most {MAX_WEIGHTS} weights in a layer, found {} in `{}`",
                layer.params(),
                layer.name,
            );
            self.report(self.token(layer), syn::Error::new(layer.span, fault));
        }
    }
}

/// A map has a border as wide as the rate of the convolution that reads it.
fn rate_fault(net: &Network, unit: &Unit, map: Shape, rate: usize) -> String {
    let (mut most, mut least) = (0, rate);
    while least - most > 1 {
        let middle = usize::midpoint(most, least);
        *if too_large(map, middle).is_some() { &mut least } else { &mut most } = middle;
    }
    format!(
        "`{}`, unit {}: expected a rate of at most {most} for a map of {map}, found {rate}; \
         use smaller strides or dilate fewer of them",
        net.block_of(unit).name,
        unit.number,
    )
}

fn unit_token(unit: &Unit) -> Token {
    let s = unit.signature;
    Token::Unit { block: unit.block, depth: s.output.c, width: s.width }
}

/// What is wrong with the size of a map: it lies in memory in blocks of 16
/// channels, with a border of zeros.
fn too_large(map: Shape, border: usize) -> Option<String> {
    let values = |channels: usize, border: usize| {
        let side = |n: usize| n as u128 + 2 * border as u128;
        side(map.h).saturating_mul(side(map.w)).saturating_mul(channels as u128)
    };
    let channels = map.c.next_multiple_of(16);
    // Only if it is the border that makes it too large.
    let border = if values(channels, 0) > MAX_MAP { 0 } else { border };
    let taken = values(channels, border);
    if taken <= MAX_MAP {
        return None;
    }
    let mut found = map.to_string();
    if border > 0 {
        found += &format!(" with a border of {border}");
    }
    if values(map.c, border) <= MAX_MAP {
        found += &format!(", which takes {taken} in blocks of 16 channels");
    }
    Some(format!("expected a map of at most {MAX_MAP} values, found {found}"))
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
        let Some(other) = names.insert(constant, layer) else {
            continue;
        };
        let block = |layer: &Layer| layer.unit.map(|i| &net.block_of(&net.units[i]).name);
        match (block(layer), block(other)) {
            // A root or a head of the dialect's has the other one.
            (Some(block), None) | (None, Some(block)) => errors.at(
                block.span(),
                format_args!(
                    "expected a block name, found `{block}`, which `{}` has for another layer; \
                     call it `block1` or the like",
                    net.dialect.name,
                ),
            ),
            (block, _) => errors.at(
                block.map_or(layer.span, Ident::span),
                format_args!(
                    "expected one end point of each name, found `{}` beside `{}`; \
                     rename one of the blocks",
                    layer.name, other.name,
                ),
            ),
        }
    }
}

/// A weight file has one tensor of each name: `fc: custom(f, weight: [8])` would
/// want torch's `fc.weight`.
fn check_params(net: &Network, layers: &[Layer], errors: &mut Errors) {
    let is_own = |layer: &&Layer| !layer.params.is_empty();
    if !layers.iter().any(|layer| is_own(&layer)) {
        return;
    }
    let mut taken: HashSet<String> = HashSet::new();
    let names = |layer: &Layer| -> Vec<String> {
        layer.tensors(net.dialect.layout).map(|tensor| tensor.name).collect()
    };
    for layer in layers.iter().filter(|layer| !is_own(layer)) {
        taken.extend(names(layer));
    }
    for layer in layers.iter().filter(is_own) {
        let mine = names(layer);
        if let Some(name) = mine.iter().find(|name| taken.contains(*name)) {
            let what = if layer.part == Part::Residual { "parameter" } else { "stage" };
            errors.at(
                layer.span,
                format_args!(
                    "expected tensors of its own, found `{name}`, which the network has already; \
                     rename the {what}",
                ),
            );
        }
        taken.extend(mine);
    }
}

/// Generated code has functions of its own, which would hide the user's.
fn check_functions(net: &Network, errors: &mut Errors) {
    let stages = net.stages.iter().map(|stage| &stage.function);
    let kinds = net.kinds.iter().map(|kind| &kind.function);
    for function in stages.chain(kinds) {
        let Some(name) = function.path.get_ident() else {
            continue;
        };
        if emit::is_local(&name.to_string()) || emit::is_unit(net, &name.to_string()) {
            let message = format!(
                "expected a function, found `{name}`, a name of the generated code; \
                 write `self::{name}`"
            );
            errors.at(name.span(), message);
        }
    }
}
