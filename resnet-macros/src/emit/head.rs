//! From the last sum or preactivation to the result.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::conv::{result, see};
use super::{map, ours};
use crate::ir::{Layer, Network, Part};

/// The statements that make `output`.
pub(super) fn head(net: &Network, layers: &[Layer]) -> TokenStream {
    let mut last = if net.head.norm { quote!(x.preact) } else { quote!(x.sum) };
    let find = |part| layers.iter().find(|layer| layer.part == part);
    let postnorm = find(Part::Postnorm).map(|layer| {
        let see = see(layer, &quote!(x.preact.view()));
        let result = result(net, layer, &quote!(x.preact));
        quote!(#see #result)
    });
    let pool = find(Part::GlobalPool).map(|layer| {
        let (ty, see) = (map(layer.output, 0), see(layer, &quote!(t.view())));
        let result = result(net, layer, &quote!(t));
        let pool = quote!(let t: #ty = __resnet::global_mean(&#last, e, a.lend()); #see #result);
        last = quote!(t);
        pool
    });
    let logits = find(Part::Logits).map(|layer| {
        let ty = map(layer.output, 0);
        let result = result(net, layer, &quote!(t));
        let logits = quote!(let t: #ty = __resnet::logits(&#last, e, b.lend()); #result);
        logits
    });
    let seen = find(Part::Logits).map(|_| quote!(__resnet::see_logits(output, e)?;));
    let predictions = find(Part::Softmax).map(|_| quote!(__resnet::predictions(output, e)?;));
    quote_spanned! {ours(net.head.span)=>
        #postnorm
        #pool
        #logits
        e.finish();
        #seen
        #predictions
    }
}
