//! Rules across layers, one function each, on a network of known shapes.

use std::collections::HashMap;

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

/// Checks all rules.
pub(crate) fn network(
    declared: &ast::Network,
    net: &Network,
    layers: &[Layer],
    errors: &mut Errors,
) {
    check_units(net, errors);
    check_options(declared, net, errors);
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

/// What the dialect has no names for.
fn check_options(declared: &ast::Network, net: &Network, errors: &mut Errors) {
    let (fields, dialect) = (&declared.fields, net.dialect);
    let attention = fields.attention.map(|attention| attention.span);
    let blur = fields.blur.filter(|blur| blur.value).map(|blur| blur.span);
    for (span, what, has) in
        [(attention, "attention", dialect.attention), (blur, "blur", dialect.blur)]
    {
        if let (Some(span), false) = (span, has) {
            let name = dialect.name;
            errors.at(span, format_args!("expected no {what}, since `{name}` has none"));
        }
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
    let channels = units.flat_map(|unit| [unit.depth, unit.width]);
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
        for layer in layers {
            let (output, halo) = (layer.output, layer.flow.halo);
            let (Some(found), None) = (too_large(output, halo), too_large(layer.input, 0)) else {
                continue;
            };
            let fault = match too_large(output, 0) {
                None if halo > 1 => format!(
                    "{found}, as wide as the rate; use smaller strides or a larger `output_stride`"
                ),
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

/// A weight file has one tensor of each name: `fc: custom(f, weight: [8])` would
/// want torch's `fc.weight`.
fn check_params(net: &Network, layers: &[Layer], errors: &mut Errors) {
    let is_custom = |layer: &&Layer| matches!(layer.part, Part::Custom(_));
    for layer in layers.iter().filter(is_custom).filter(|layer| !layer.params.is_empty()) {
        let layout = net.dialect.layout;
        let others = layers.iter().filter(|other| !is_custom(other));
        let others: Vec<_> = others.flat_map(|other| other.tensors(layout)).collect();
        let mine = layer.tensors(layout).find(|mine| others.iter().any(|t| t.name == mine.name));
        if let Some(tensor) = mine {
            errors.at(
                layer.span,
                format_args!(
                    "expected tensors of its own, found `{}`, which the network has already; \
                     rename the stage",
                    tensor.name,
                ),
            );
        }
    }
}

/// Generated code has functions of its own, which would hide the user's.
fn check_functions(net: &Network, errors: &mut Errors) {
    for stage in &net.stages {
        let path = &stage.function.path;
        if let Some(name) = path.get_ident().filter(|name| emit::is_local(&name.to_string())) {
            let message = format!(
                "expected a function, found `{name}`, a name of the generated code; \
                 write `self::{name}`"
            );
            errors.at(name.span(), message);
        }
    }
}
