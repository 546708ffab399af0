//! The shortcut of a unit: a projection, pixels of the identity, or nothing.

use proc_macro2::TokenStream;

use super::conv::statement;
use super::{int, map};
use crate::dialect::Order;
use crate::ir::{Kind, Layer, Network, Part, Slot, Value};

pub(super) fn is_shortcut(layer: &Layer) -> bool {
    matches!(layer.part, Part::ShortcutPool | Part::Shortcut)
}

/// The statement of a layer that makes `sum`, to which the residual is added
/// in place, or of the one before it.
pub(super) fn shortcut(net: &Network, layer: &Layer) -> TokenStream {
    if let Kind::Subsample { stride } = layer.kind {
        return subsample(net, layer, stride);
    }
    let reads = match layer.flow.reads {
        Value::Sum => quote!(x.sum),
        Value::Preact => quote!(x.preact),
        Value::Last => quote!(t),
    };
    let (variable, region) = match layer.flow.writes {
        Slot::Sum => (quote!(sum), quote!(x.sum.region())),
        Slot::Spare => (quote!(sum), spare(net)),
        _ => (quote!(t), quote!(a.lend())),
    };
    statement(net, layer, &variable, &reads, &region)
}

/// The region of a stream beside that of its sum.
pub(super) fn spare(net: &Network) -> TokenStream {
    match net.dialect.order {
        Order::Pre => quote!(x.preact.region()),
        Order::Post => quote!(x.spare),
    }
}

/// In place, unless the residual still has to read the whole map.
fn subsample(net: &Network, layer: &Layer, stride: usize) -> TokenStream {
    let (ty, stride) = (map(layer.output, layer.flow.halo), int(stride));
    match net.dialect.order {
        Order::Pre => quote!(let sum: #ty = __resnet::Subsample::<#stride>::keep(x.sum);),
        Order::Post => {
            quote!(let sum: #ty = __resnet::Subsample::<#stride>::copy(&x.sum, x.spare);)
        }
    }
}
