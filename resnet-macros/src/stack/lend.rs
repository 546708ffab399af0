//! Scratch memory for convolutions: while one runs, it may have a region from which
//! nothing is read any more.

use crate::dialect::Order;
use crate::ir::{Kind, Layer, Network, Part, Slot, Then, Value};

/// Gives each convolution a region, if one is free.
pub(super) fn lend(net: &Network, layers: &mut [Layer]) {
    for part in layers.chunk_by_mut(|a, b| a.unit == b.unit) {
        for i in 0..part.len() {
            let Kind::Conv { .. } = part[i].kind else { continue };
            part[i].flow.scratch = match part[i].part {
                Part::Root { .. } => in_root(part, i),
                Part::Conv { .. } | Part::Shortcut => in_unit(net, part, i),
                _ => Slot::Nowhere,
            };
        }
    }
}

/// Before the first unit nothing lies in the second region but what a root writes there. A
/// pool may run with the convolution before it.
fn in_root(root: &[Layer], i: usize) -> Slot {
    let pool = root.get(i + 1).filter(|next| next.part == Part::RootPool);
    let taken = [Some(root[i].flow.writes), last(root, i), pool.map(|pool| pool.flow.writes)];
    free(&[Slot::Spare, Slot::B, Slot::A], &taken)
}

/// The second region is the largest one. It holds what the unit reads, or the sum before
/// a projection of it, as long as anybody reads that; but for identities of activated
/// sums, where it holds nothing.
fn in_unit(net: &Network, unit: &[Layer], i: usize) -> Slot {
    let flow = unit[i].flow;
    let is_pre = net.dialect.order == Order::Pre;
    let is_held = is_pre || unit.iter().any(Layer::makes_sum);
    let reads =
        |layer: &Layer| layer.flow.writes != Slot::Nowhere && layer.flow.reads != Value::Last;
    let is_read = unit[i..].iter().any(reads);
    // The next preactivation, or the residual alone if somebody wants to see it.
    let is_written = flow.writes == Slot::Spare
        || flow.then == Then::Add && (is_pre || unit[i].end_point.is_some());
    let is_taken = is_held && is_read || is_written;
    if !is_taken {
        return Slot::Spare;
    }
    let taken = [Some(flow.writes), last(unit, i).filter(|_| is_alive(&unit[i..]))];
    // `b` first: a function of the user's may have its input in `a` already.
    free(&[Slot::B, Slot::A], &taken)
}

fn free(slots: &[Slot], taken: &[Option<Slot>]) -> Slot {
    slots.iter().copied().find(|slot| !taken.contains(&Some(*slot))).unwrap_or(Slot::Nowhere)
}

fn is_small(layer: &Layer) -> bool {
    matches!(layer.flow.writes, Slot::A | Slot::B)
}

/// Where the last map before a layer lies. The image is in `a`.
fn last(layers: &[Layer], i: usize) -> Option<Slot> {
    let before = layers[..i].iter().rev().find(|layer| is_small(layer));
    before.map(|layer| layer.flow.writes)
}

/// Whether some layers read the last map before them.
fn is_alive(layers: &[Layer]) -> bool {
    let next = layers.iter().find(|layer| layer.flow.reads == Value::Last || is_small(layer));
    next.is_some_and(|layer| layer.flow.reads == Value::Last)
}
