//! What stands before the units, and what behind them.

use super::{flow, layer, norm};
use crate::dialect::Order;
use crate::ir::{Kind, Layer, Network, Part, RootConv, Slot, Then, Value};
use crate::shape::Shape;

/// Convolutions, each into the region that the one before does not read, and a
/// pool. The last map goes where the first unit looks for it.
pub(super) fn root(net: &Network) -> Vec<Layer> {
    let (root, dialect) = (&net.root, net.dialect);
    let of = root.convs.len();
    // A preactivation network's first sum is read by its normalisation alone.
    let entry_halo = if dialect.order == Order::Pre { 0 } else { net.entry_halo };
    // The region that a convolution does not read. The first one reads the image from `a`.
    let unread = |i: usize| [Slot::B, Slot::A][i % 2];
    let conv = |(i, conv): (usize, &RootConv)| {
        let (number, last) = (i + 1, i + 1 == of);
        let (size, stride) = (conv.size, conv.stride);
        let kind = match i {
            0 => Kind::Root { size, stride },
            _ => Kind::Conv { size, stride, rate: 1, groups: 1 },
        };
        let writes = match (last, &root.pool) {
            (true, Some(_)) => Slot::Spare,
            (true, None) => Slot::Sum,
            (false, _) => unread(i),
        };
        let halo = match root.convs.get(i + 1) {
            Some(next) => next.size / 2,
            None if root.pool.is_some() => 0,
            None => entry_halo,
        };
        let then = if last && dialect.order == Order::Pre { Then::Nothing } else { Then::Activate };
        let flow = flow(Value::Last, writes, halo, then);
        let shapes = [conv.input, conv.output];
        layer(net, (None, conv.span), Part::Root { number, of }, kind, shapes, flow)
    };
    let convs = root.convs.iter().enumerate().map(conv);
    let mut layers: Vec<Layer> = convs.collect();
    if let Some(pool) = &root.pool {
        let mut push = |part, kind, shapes, (writes, halo)| {
            let flow = flow(Value::Last, writes, halo, Then::Nothing);
            layers.push(layer(net, (None, pool.span), part, kind, shapes, flow));
        };
        let input = root.convs.last().map_or(net.input, |conv| conv.output);
        let (size, stride, end) = (pool.size, pool.stride, (Slot::Sum, entry_halo));
        if root.blur {
            let kind = Kind::MaxPool { size, stride: 1 };
            push(Part::RootPool, kind, [input, input], (unread(of.saturating_sub(1)), 0));
            push(Part::RootBlur, Kind::Blur { stride }, [input, pool.output], end);
        } else {
            push(Part::RootPool, Kind::MaxPool { size, stride }, [input, pool.output], end);
        }
    }
    layers
}

/// Normalisation, mean, logits: those that the network has.
pub(super) fn head(net: &Network) -> Vec<Layer> {
    let push =
        |part, kind, shapes, flow| layer(net, (None, net.head.span), part, kind, shapes, flow);
    let mut layers = Vec::new();
    let mut map = net.exit();
    let mut reads = Value::Sum;
    if net.head.norm {
        let flow = flow(reads, Slot::Spare, 0, Then::Activate);
        layers.push(push(Part::Postnorm, norm(net), [map, map], flow));
        reads = Value::Preact;
    }
    if net.head.global_pool {
        let pooled = Shape { h: 1, w: 1, c: map.c };
        let flow = flow(reads, Slot::A, 0, Then::Nothing);
        layers.push(push(Part::GlobalPool, Kind::GlobalPool, [map, pooled], flow));
        (map, reads) = (pooled, Value::Last);
    }
    if let Some(classes) = net.head.classes {
        let kind = match net.dialect.linear {
            true => Kind::Linear,
            false => Kind::Conv { size: 1, stride: 1, rate: 1, groups: 1 },
        };
        let output = map.with_depth(classes);
        let flow = flow(reads, Slot::B, 0, Then::Nothing);
        layers.push(push(Part::Logits, kind, [map, output], flow));
        if net.dialect.softmax {
            let marker = self::flow(Value::Last, Slot::Nowhere, 0, Then::Nothing);
            layers.push(push(Part::Softmax, Kind::Softmax, [output, output], marker));
        }
    }
    layers
}
