//! The memory plan: which map lies in which region, and when.
//!
//! | region | root | units | head |
//! |---|---|---|---|
//! | `sum` | pooled map | running sum | |
//! | `preact` | conv1 | preactivation | its last one |
//! | `a` | padded image | after conv1 | pooled features |
//! | `b` | | after conv2 | logits |
//! | `out` | | | the result, channel last |
//! | `scratch` | | what a convolution needs while it runs | |
//!
//! A region is as long as the longest of the maps that lie in it in turn.

use proc_macro2::TokenStream;

use super::root::halo;
use super::{dims, int, map_args};
use crate::ir::Network;
use crate::shape::Shape;

/// The names of the regions, in their order.
pub(super) fn names() -> TokenStream {
    quote!([mut sum, mut preact, mut a, mut b, out, scratch])
}

/// The lengths of the regions.
pub(super) fn regions(net: &Network) -> TokenStream {
    let sums = net.units.iter().map(|unit| len(unit.signature.output, 0));
    let sum = largest(std::iter::once(len(net.entry, 0)).chain(sums.clone()));
    let pooled = net.root.as_ref().filter(|root| root.pool.is_some());
    let conv1 = pooled.map(|root| len(root.output, 0));
    let preact = largest(conv1.into_iter().chain([len(net.entry, 0)]).chain(sums));
    let inner = net.units.iter().map(|unit| {
        let s = unit.signature;
        len(s.input.with_depth(s.bottleneck), s.rate)
    });
    let image = net.root.as_ref().map(|root| {
        let (image, halo) = (dims(net.input), int(halo(root)));
        quote!(__resnet::Image::<'_, #image, #halo>::LEN)
    });
    let features = Shape { h: 1, w: 1, ..net.exit() };
    let features = net.head.global_pool.then(|| len(features, 0));
    let a = largest(image.into_iter().chain(inner).chain(features));
    let strided = net.units.iter().map(|unit| {
        let s = unit.signature;
        len(s.output.with_depth(s.bottleneck), 0)
    });
    let b = largest(strided.chain(net.head.classes.map(|_| len(net.output, 0))));
    let out = dims(net.output);
    quote!([
        #sum, #preact, #a, #b, __resnet::tensor_len(#out), __resnet::scratch_len(&LAYERS)
    ])
}

fn len(shape: Shape, halo: usize) -> TokenStream {
    let args = map_args(shape, halo);
    quote!(__resnet::Map::#args::LEN)
}

/// Each different length once.
fn largest(lengths: impl Iterator<Item = TokenStream>) -> TokenStream {
    let mut seen: Vec<String> = Vec::new();
    let mut once: Vec<TokenStream> = Vec::new();
    for len in lengths {
        let text = len.to_string();
        if !seen.contains(&text) {
            seen.push(text);
            once.push(len);
        }
    }
    quote!(__resnet::largest(&[#(#once),*]))
}
