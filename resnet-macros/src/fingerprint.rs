//! A number that says which packed weights fit a network: a hash of all that
//! decides what is computed from them. Names are none of it, nor is the way in
//! which a file lays out tensors, which packing undoes.

use quote::ToTokens;
use syn::{ExprPath, PathSegment};

use crate::ast::Activation;
use crate::dialect::{Order, PoolPadding};
use crate::ir::{Kind, Layer, Network, Part, Value};

/// FNV-1a, 64 bits, of these numbers, each as eight little-endian bytes:
///
/// * whether normalisation comes before convolutions (0) or after (1);
/// * max pooling's padding: SAME (0), half a window (1), or that of
///   zeros, which can win (2);
/// * activation: relu (0), relu6 (1), silu (2);
/// * the bits of epsilon as an f64;
/// * for each layer eleven: its kind, four numbers of that kind, zero where it
///   has fewer ([`kind`]), then height, width and channels of input and output;
/// * for a projection besides, [`RAW`] if it reads the raw sum and the order of the
///   layers does not say so;
/// * for a function of the user's besides, how many parameters it has, for each
///   how many dimensions and those; if it is given numbers of the unit, [`NUMBERS`]
///   plus how many, and those; and the bytes of its [`name`].
///
/// Which end points are results is no part: the values are the same.
pub(crate) fn fingerprint(net: &Network, layers: &[Layer]) -> u64 {
    let dialect = net.dialect;
    let order = match dialect.order {
        Order::Pre => 0,
        Order::Post => 1,
    };
    let padding = match dialect.padding {
        PoolPadding::Same => 0,
        PoolPadding::Half => 1,
        PoolPadding::Zeros => 2,
    };
    let activation = match net.activation {
        Activation::Relu => 0,
        Activation::Relu6 => 1,
        Activation::Silu => 2,
    };
    let head = [order, padding, activation, dialect.epsilon.to_bits()];
    let layers = layers.iter().enumerate().flat_map(|(i, layer)| {
        let shapes = [layer.input, layer.output];
        let shapes = shapes.into_iter().flat_map(|shape| [shape.h, shape.w, shape.c]);
        let numbers = kind(layer.kind).into_iter().chain(shapes.map(|n| n as u64));
        let raw = reads_raw_unseen(net, layer, &layers[..i]).then_some(RAW);
        numbers.chain(raw).chain(custom(net, layer))
    });
    let bytes = head.into_iter().chain(layers).flat_map(u64::to_le_bytes);
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Says that a projection reads the raw sum. No kind of layer has this number.
const RAW: u64 = 1 << 32;

/// Added to a count, so that it is no byte of a name.
const NUMBERS: u64 = 1 << 8;

/// Whether a projection reads the raw sum, though the same layers in the same order
/// are those of a network whose projections read the preactivation. Most are not:
/// the first convolution, which reads the preactivation, stands before a projection
/// that takes its place, and the two can be told apart.
fn reads_raw_unseen(net: &Network, layer: &Layer, before: &[Layer]) -> bool {
    let is_projection = matches!(layer.kind, Kind::Conv { .. }) && layer.part == Part::Shortcut;
    if net.dialect.order == Order::Post || !is_projection || layer.flow.reads != Value::Sum {
        return false;
    }
    let first = before.last().filter(|layer| matches!(layer.part, Part::Conv { .. }));
    let looks = |layer: &Layer| (layer.kind, layer.input, layer.output);
    first.is_none_or(|first| looks(first) == looks(layer))
}

/// What is known of a function of the user's.
fn custom(net: &Network, layer: &Layer) -> Vec<u64> {
    let unit = layer.unit.map(|unit| net.units[unit].signature);
    let (function, numbers) = match (layer.part, unit) {
        (Part::Custom(number), _) => (&net.stages[number].function, Vec::new()),
        (Part::Residual, Some(signature)) => match net.own_kind(&signature) {
            Some(kind) => (&kind.function, kind.numbers().map(|of| signature.number(of)).collect()),
            None => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    let shapes = layer.params.iter().flat_map(|param| {
        let dims = param.shape.iter().map(|n| *n as u64);
        [param.shape.len() as u64].into_iter().chain(dims)
    });
    let count = layer.params.len() as u64;
    let given = (!numbers.is_empty()).then(|| NUMBERS + numbers.len() as u64);
    let numbers = given.into_iter().chain(numbers.into_iter().map(|n: usize| n as u64));
    let name = name(function).into_bytes().into_iter().map(u64::from);
    [count].into_iter().chain(shapes).chain(numbers).chain(name).collect()
}

/// The path of a function without its modules, which are where it lies, but with its
/// type, `Gelu::apply`, and arguments, `scale::<2>`, which say what it does.
fn name(function: &ExprPath) -> String {
    let is_module = |segment: &&PathSegment| {
        segment.arguments.is_none() && !segment.ident.to_string().starts_with(char::is_uppercase)
    };
    let segments = &function.path.segments;
    let modules =
        segments.iter().take_while(is_module).count().min(segments.len().saturating_sub(1));
    let of = function.qself.iter().map(|of| of.ty.to_token_stream());
    let rest = segments.iter().skip(modules).map(PathSegment::to_token_stream);
    let parts: Vec<String> = of.chain(rest).map(|part| part.to_string()).collect();
    // Compilers may print a space where another does not.
    parts.join("::").split_whitespace().collect()
}

/// The number of a kind of layer, and its own numbers. Numbers are never used
/// again for another kind.
fn kind(kind: Kind) -> [u64; 5] {
    let (number, own) = match kind {
        Kind::Root { size, stride } => (1, [size, stride, 0, 0]),
        Kind::Conv { size, stride, rate, groups } => (2, [size, stride, rate, groups]),
        Kind::MaxPool { size, stride } => (3, [size, stride, 0, 0]),
        Kind::AvgPool { size, stride } => (4, [size, stride, 0, 0]),
        Kind::Preact => (5, [0; 4]),
        Kind::Subsample { stride } => (6, [stride, 0, 0, 0]),
        Kind::Unit => (7, [0; 4]),
        Kind::Block => (8, [0; 4]),
        Kind::GlobalPool => (9, [0; 4]),
        Kind::Linear => (10, [0; 4]),
        Kind::Softmax => (11, [0; 4]),
        Kind::Blur { stride } => (12, [stride, 0, 0, 0]),
        Kind::ChannelConv { size } => (13, [size, 0, 0, 0]),
        Kind::Gate => (14, [0; 4]),
        Kind::GroupNorm { groups } => (15, [groups, 0, 0, 0]),
        Kind::Custom => (16, [0; 4]),
    };
    let [a, b, c, d] = own.map(|n| n as u64);
    [number, a, b, c, d]
}

#[cfg(test)]
mod tests;
