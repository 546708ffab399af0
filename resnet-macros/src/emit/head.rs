//! From the last sum or preactivation to the result.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::conv::see;
use super::{dims, map, ours};
use crate::dialect::Order;
use crate::ir::{Layer, Network, Part};

/// The statements that make `output`.
pub(super) fn head(net: &Network, layers: &[Layer]) -> TokenStream {
    let mut last = match net.dialect.order {
        Order::Pre => quote!(x.preact),
        Order::Post => quote!(x.sum),
    };
    let find = |part| layers.iter().find(|layer| layer.part == part);
    let postnorm = find(Part::Postnorm).and_then(|layer| see(layer, &quote!(x.preact.view())));
    let pool = find(Part::GlobalPool).map(|layer| {
        let (ty, see) = (map(layer.output, 0), see(layer, &quote!(t.view())));
        let pool = quote!(let t: #ty = __resnet::global_mean(&#last, e, a.lend()); #see);
        last = quote!(t);
        pool
    });
    let logits = find(Part::Logits).map(|layer| {
        let ty = map(layer.output, 0);
        let logits = quote!(let t: #ty = __resnet::logits(&#last, e, b.lend()););
        last = quote!(t);
        logits
    });
    let seen = find(Part::Logits).map(|_| quote!(__resnet::see_logits(output, e)?;));
    let predictions = find(Part::Softmax).map(|_| quote!(__resnet::predictions(output, e)?;));
    let output = dims(net.output);
    quote_spanned! {ours(net.head.span)=>
        #postnorm
        #pool
        #logits
        let output: &mut __resnet::Tensor<#output> = __resnet::output(&#last, e, out);
        #seen
        #predictions
    }
}
