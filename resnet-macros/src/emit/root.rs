//! From the image to the stream that the first unit reads.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

use super::{dims, int, map, ours};
use crate::ir::{Network, Root};

/// The statements that make `x`. The root's maps borrow regions that its
/// units need later only.
pub(super) fn root(net: &Network) -> TokenStream {
    let entry = map(net.entry, 0);
    let stream = dims(net.entry);
    let (span, make) = match &net.root {
        None => (Span::mixed_site(), quote!(let t: #entry = __resnet::enter(image, sum);)),
        Some(root) => (ours(root.span), convolve(net, root)),
    };
    quote_spanned! {span=>
        #make
        let x: __resnet::Stream<'_, #stream> = __resnet::preactivate(t, e, preact);
    }
}

fn convolve(net: &Network, root: &Root) -> TokenStream {
    let (cin, cout) = (int(net.input.c), int(root.output.c));
    let (size, stride, halo) = (int(root.size), int(root.stride), int(halo(root)));
    let image = dims(net.input);
    let conv = quote!(__resnet::Root::<#cin, #cout, #size, #stride>);
    let output = map(root.output, 0);
    let pad = quote! {
        let image: __resnet::Image<'_, #image, #halo> = #conv::pad(image, a.lend());
    };
    match &root.pool {
        None => quote! {
            #pad
            let t: #output = #conv::linear(&image, e, sum)?;
        },
        Some(pool) => {
            let (size, stride, pooled) = (int(pool.size), int(pool.stride), map(pool.output, 0));
            quote! {
                #pad
                let t: #output = #conv::linear(&image, e, preact.lend())?;
                let t: #pooled = __resnet::MaxPool::<#size, #stride>::same(&t, e, sum);
            }
        }
    }
}

/// The border of zeros that the root convolution needs.
pub(super) fn halo(root: &Root) -> usize {
    root.size / 2
}
