//! From a checked network to Rust. Decides nothing: the ir is right already.
//!
//! Everything but the type itself lies in an anonymous `const`, out of reach
//! of the user's names, and reaches the runtime through one alias. Spans are
//! `mixed_site`, so that locals are ours, located at the user's tokens, so
//! that a type error points into the declaration. A local cannot shadow a
//! constant of the user's, so the runtime's `locals!` lists every name of ours.

/// `quote!` of which every name is resolved as ours.
macro_rules! quote {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned! {::proc_macro2::Span::mixed_site()=> $($tokens)*}
    };
}

mod budget;
mod conv;
mod custom;
mod docs;
mod export;
mod gate;
mod head;
mod inherent;
mod memory;
mod network;
mod root;
mod shortcut;
mod tables;
mod unit;

use proc_macro2::{Ident, Literal, Span, TokenStream};

pub(crate) use custom::is_local;
pub(crate) use network::{network, stub};
pub(crate) use unit::is_unit;

use crate::dialect::Order;
use crate::ir::{Kind, Layer, Network};
use crate::shape::Shape;

/// `64`, not `64usize`.
fn int(n: usize) -> Literal {
    Literal::usize_unsuffixed(n)
}

/// `56, 56, 256`.
fn dims(shape: Shape) -> TokenStream {
    let (h, w, c) = (int(shape.h), int(shape.w), int(shape.c));
    quote!(#h, #w, #c)
}

/// The type of a map, `__resnet::Map<'_, 56, 56, 256, 1>`.
fn map(shape: Shape, halo: usize) -> TokenStream {
    let args = map_args(shape, halo);
    quote!(__resnet::Map #args)
}

/// `<'_, 56, 56, 256, 1>`; without the halo if there is none.
fn map_args(shape: Shape, halo: usize) -> TokenStream {
    let dims = dims(shape);
    let halo = (halo > 0).then(|| {
        let halo = int(halo);
        quote!(, #halo)
    });
    quote!(<'_, #dims #halo>)
}

/// The type of what passes from unit to unit: a sum and its preactivation; or,
/// if it is read raw, a sum and room for the next.
fn stream(
    net: &Network,
    raw: bool,
    (shape, halo): (Shape, usize),
    life: &TokenStream,
) -> TokenStream {
    let name = match net.dialect.order {
        Order::Pre if !raw => quote!(Stream),
        Order::Pre | Order::Post => quote!(Flow),
    };
    let dims = dims(shape);
    let halo = (halo > 0).then(|| {
        let halo = int(halo);
        quote!(, #halo)
    });
    quote!(__resnet::#name<#life, #dims #halo>)
}

/// The type of a result: a tensor, or a tuple of tensors.
fn output_type(layers: &[Layer]) -> TokenStream {
    let shapes = results(layers).into_iter().map(dims);
    let tensors: Vec<TokenStream> = shapes.map(|dims| quote!(__resnet::Tensor<#dims>)).collect();
    match &tensors[..] {
        [tensor] => tensor.clone(),
        tensors => quote!((#(#tensors),*)),
    }
}

/// The shapes of the results, in their order.
fn results(layers: &[Layer]) -> Vec<Shape> {
    let numbered = layers.iter().filter_map(|layer| Some((layer.result?, layer.output)));
    let mut numbered: Vec<(usize, Shape)> = numbered.collect();
    numbered.sort_by_key(|(number, _)| *number);
    numbered.into_iter().map(|(_, shape)| shape).collect()
}

/// A name of our own, located at the user's token.
fn ident(name: &str, span: Span) -> Ident {
    Ident::new(name, ours(span))
}

/// Resolves as ours, points at the user's token.
fn ours(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

/// A value of the runtime's `LayerKind`.
fn kind(kind: Kind) -> TokenStream {
    let kind = match kind {
        Kind::Root { size, stride } => {
            let (size, stride) = (int(size), int(stride));
            quote!(Root { size: #size, stride: #stride })
        }
        Kind::Conv { size, stride, rate, groups } => {
            let (size, stride, rate, groups) = (int(size), int(stride), int(rate), int(groups));
            quote!(Conv { size: #size, stride: #stride, rate: #rate, groups: #groups })
        }
        Kind::MaxPool { size, stride } => {
            let (size, stride) = (int(size), int(stride));
            quote!(MaxPool { size: #size, stride: #stride })
        }
        Kind::AvgPool { size, stride } => {
            let (size, stride) = (int(size), int(stride));
            quote!(AvgPool { size: #size, stride: #stride })
        }
        Kind::Subsample { stride } => {
            let stride = int(stride);
            quote!(Subsample { stride: #stride })
        }
        Kind::Blur { stride } => {
            let stride = int(stride);
            quote!(Blur { stride: #stride })
        }
        Kind::ChannelConv { size } => {
            let size = int(size);
            quote!(ChannelConv { size: #size })
        }
        Kind::Gate => quote!(Gate),
        Kind::GroupNorm { groups } => {
            let groups = int(groups);
            quote!(GroupNorm { groups: #groups })
        }
        Kind::Preact => quote!(Preact),
        Kind::Unit => quote!(Unit),
        Kind::Block => quote!(Block),
        Kind::GlobalPool => quote!(GlobalPool),
        Kind::Linear => quote!(Linear),
        Kind::Softmax => quote!(Softmax),
        Kind::Custom => quote!(Custom),
    };
    quote!(__resnet::LayerKind::#kind)
}
