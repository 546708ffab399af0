//! From the last preactivation to the result.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::{dims, map, ours};
use crate::ir::Network;

/// The statements that make `output`.
pub(super) fn head(net: &Network) -> TokenStream {
    let mut shape = net.exit();
    let mut last = quote!(x.preact);
    let pool = net.head.global_pool.then(|| {
        (shape.h, shape.w) = (1, 1);
        let ty = map(shape, 0);
        let pool = quote!(let t: #ty = __resnet::global_mean(&#last, e, a.lend()););
        last = quote!(t);
        pool
    });
    let logits = net.head.classes.map(|classes| {
        let ty = map(shape.with_depth(classes), 0);
        let logits = quote!(let t: #ty = __resnet::logits(&#last, e, b.lend()););
        last = quote!(t);
        logits
    });
    let predictions = net.head.classes.map(|_| quote!(__resnet::predictions(output, e)?;));
    let output = dims(net.output);
    quote_spanned! {ours(net.head.span)=>
        #pool
        #logits
        let output: &mut __resnet::Tensor<#output> = __resnet::output(&#last, e, out);
        #predictions
    }
}
