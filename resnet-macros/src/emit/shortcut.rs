//! The shortcut of a unit: a projection, every n-th pixel, or nothing at all.

use proc_macro2::TokenStream;

use super::conv::conv;
use super::{int, map};
use crate::ir::Signature;

/// The statement that makes `sum`, to which the residual is added in place.
pub(super) fn shortcut(s: Signature) -> TokenStream {
    let ty = map(s.output, 0);
    if s.projection {
        let conv = conv(s.input.c, s.output.c, 1, s.stride, 1);
        quote!(let sum: #ty = #conv::linear(&x.preact, e, x.sum.region())?;)
    } else if s.stride > 1 {
        let stride = int(s.stride);
        quote!(let sum: #ty = __resnet::Subsample::<#stride>::keep(x.sum);)
    } else {
        quote!(let sum: #ty = x.sum;)
    }
}
