//! Attention: from the means of a residual's channels to the gated sum.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::conv::{activation, see, statement};
use super::unit::{bind_spare, shortcut_of};
use super::{map, ours};
use crate::ir::{Layer, Network, Part, Slot};

/// Means and gates, each in a region that the one before does not lie in; the
/// residual stays where it is, as `t`.
pub(super) fn attention(net: &Network, layer: &Layer, layers: &[&Layer]) -> TokenStream {
    let region = match layer.flow.writes {
        Slot::A => quote!(a.lend()),
        Slot::Spare => quote!(spare.lend()),
        _ => quote!(b.lend()),
    };
    let gates = quote!(gates);
    if layer.part != Part::Squeeze {
        return statement(net, layer, &gates, &gates, &region);
    }
    let spare = bind_spare(net, layer, layers);
    let squeeze = statement(net, layer, &gates, &quote!(t), &region);
    quote_spanned! {ours(layer.span)=>
        #spare
        #squeeze
    }
}

/// The sum of the shortcut and the gated residual.
pub(super) fn gate(net: &Network, layer: &Layer, layers: &[&Layer]) -> TokenStream {
    let (sum, ty) = (shortcut_of(layers), map(layer.output, layer.flow.halo));
    let activation = activation(net);
    let unit = layers.iter().find(|layer| layer.part == Part::Unit);
    let see = unit.and_then(|layer| see(layer, &quote!(x.sum.view())));
    quote_spanned! {ours(layer.span)=>
        let sum: #ty = __resnet::gated(&t, gates, e, #sum, #activation);
        let x = __resnet::Flow { sum, spare };
        #see
    }
}
