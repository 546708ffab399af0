//! The statements of layers that are convolutions, pools and pixels: what a
//! unit, a root or a shortcut is made of.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::Index;

use super::{int, map, ours, root};
use crate::ast::Activation;
use crate::dialect::{Norm, PoolPadding};
use crate::ir::{Kind, Layer, Network, Slot, Then};

/// The type of a convolution, `__resnet::Conv::<64, 256, 1, 1>`; with rate and
/// groups where they are not 1.
pub(super) fn conv(layer: &Layer) -> TokenStream {
    let (cin, cout) = (int(layer.input.c), int(layer.output.c));
    match layer.kind {
        Kind::Root { size, stride } => {
            let (size, stride) = (int(size), int(stride));
            quote!(__resnet::Root::<#cin, #cout, #size, #stride>)
        }
        Kind::Conv { size, stride, rate, groups } => {
            let more = match (rate, groups) {
                (1, 1) => TokenStream::new(),
                (_, 1) => {
                    let rate = int(rate);
                    quote!(, #rate)
                }
                _ => {
                    let (rate, groups) = (int(rate), int(groups));
                    quote!(, #rate, #groups)
                }
            };
            let (size, stride) = (int(size), int(stride));
            quote!(__resnet::Conv::<#cin, #cout, #size, #stride #more>)
        }
        _ => unreachable!("only convolutions have the type of one"),
    }
}

/// The argument that is a region to lend to a convolution. The first one has none.
pub(super) fn scratch(net: &Network, layer: &Layer) -> Option<TokenStream> {
    let Kind::Conv { .. } = layer.kind else { return None };
    let is_unit = layer.unit.is_some();
    let region = match layer.flow.scratch {
        Slot::Spare if is_unit => quote!(&mut spare),
        Slot::Spare => {
            let spare = root::spare(net);
            quote!(&mut #spare)
        }
        // A unit has been lent these.
        Slot::A if is_unit => quote!(a),
        Slot::B if is_unit => quote!(b),
        Slot::A => quote!(&mut a),
        Slot::B => quote!(&mut b),
        Slot::Sum | Slot::Nowhere => quote!(&mut __resnet::Region::none()),
    };
    Some(quote!(, #region))
}

/// `let t: Map<…> = …;` and a look at it, if it is an end point.
pub(super) fn statement(
    net: &Network,
    layer: &Layer,
    variable: &TokenStream,
    reads: &TokenStream,
    region: &TokenStream,
) -> TokenStream {
    let ty = map(layer.output, layer.flow.halo);
    let value = match layer.kind {
        Kind::Root { .. } | Kind::Conv { .. } => {
            let (conv, scratch) = (conv(layer), scratch(net, layer));
            match layer.flow.then {
                Then::Activate => {
                    let activation = activation(net);
                    quote!(#conv::activated(&#reads, e, #region #scratch, #activation))
                }
                Then::Relu => {
                    let relu = quote!(__resnet::Activation::Relu);
                    quote!(#conv::activated(&#reads, e, #region #scratch, #relu))
                }
                Then::Nothing | Then::Add => quote!(#conv::linear(&#reads, e, #region #scratch)),
            }
        }
        Kind::MaxPool { size, stride } => {
            let pooling = pooling(net, [size, stride]);
            quote!(#pooling.of(&#reads, e, #region))
        }
        Kind::AvgPool { size, stride } => {
            let (size, stride) = (int(size), int(stride));
            quote!(__resnet::AvgPool::<#size, #stride>::down(&#reads, e, #region))
        }
        Kind::Blur { stride } => {
            let stride = int(stride);
            quote!(__resnet::Blur::<#stride>::down(&#reads, e, #region))
        }
        Kind::GlobalPool => quote!(__resnet::global_mean(&#reads, e, #region)),
        Kind::ChannelConv { size } => {
            let size = int(size);
            quote!(__resnet::ChannelConv::<#size>::linear(&#reads, e, #region))
        }
        Kind::GroupNorm { groups } => {
            let (groups, activation) = (int(groups), activation(net));
            quote!(__resnet::GroupNorm::<#groups>::activated(&#reads, e, #region, #activation))
        }
        _ => unreachable!("every other layer has a statement of its own"),
    };
    let see = see(layer, &quote!(#variable.view()));
    let result = result(net, layer, variable);
    quote_spanned! {ours(layer.span)=>
        let #variable: #ty = #value;
        #see
        #result
    }
}

/// A convolution and the max pool of its output, in one pass: `let (c, t): (Map<…>,
/// Map<…>) = …;`, and a look at both.
pub(super) fn pooled(
    net: &Network,
    [layer, pool]: [&Layer; 2],
    reads: &TokenStream,
    regions: [&TokenStream; 2],
) -> Option<TokenStream> {
    let Kind::MaxPool { size, stride } = pool.kind else { return None };
    let (Kind::Root { .. } | Kind::Conv { groups: 1, .. }) = layer.kind else { return None };
    let (conv, scratch) = (conv(layer), scratch(net, layer));
    let pooling = pooling(net, [size, stride]);
    let activation = match layer.flow.then {
        Then::Activate => activation(net),
        Then::Relu => quote!(__resnet::Activation::Relu),
        Then::Nothing | Then::Add => quote!(__resnet::Activation::None),
    };
    let [ty, pooled_ty] = [layer, pool].map(|layer| map(layer.output, layer.flow.halo));
    let [region, pooled_region] = regions;
    let is_seen = layer.end_point.is_some() || layer.result.is_some();
    let c = if is_seen { quote!(c) } else { quote!(_) };
    let see = [(layer, &c), (pool, &quote!(t))].map(|(layer, variable)| {
        let (see, result) = (see(layer, &quote!(#variable.view())), result(net, layer, variable));
        quote!(#see #result)
    });
    Some(quote_spanned! {ours(layer.span)=>
        let (#c, t): (#ty, #pooled_ty) =
            #conv::pooled(&#reads, e, (#region, #pooled_region) #scratch, #activation, #pooling);
        #(#see)*
    })
}

/// The max pool of a network's root.
fn pooling(net: &Network, [size, stride]: [usize; 2]) -> TokenStream {
    let (size, stride) = (int(size), int(stride));
    let padding = match net.dialect.padding {
        PoolPadding::Same => quote!(same),
        PoolPadding::Half => quote!(half),
        PoolPadding::Zeros => quote!(zeros),
    };
    quote!(__resnet::MaxPool::<#size, #stride>::#padding())
}

/// The function that makes a stream of a sum.
pub(super) fn preactivate(net: &Network) -> TokenStream {
    match net.dialect.norm {
        Norm::Batch => quote!(__resnet::preactivate),
        Norm::Group(groups) => {
            let groups = int(groups);
            quote!(__resnet::GroupNorm::<#groups>::preactivate)
        }
    }
}

/// What follows the normalisations of a network.
pub(super) fn activation(net: &Network) -> TokenStream {
    match net.activation {
        Activation::Relu => quote!(__resnet::Activation::Relu),
        Activation::Relu6 => quote!(__resnet::Activation::Relu6),
        Activation::Silu => quote!(__resnet::Activation::Silu),
    }
}

/// Copies the output of a layer out, if it is a result.
pub(super) fn result(net: &Network, layer: &Layer, map: &TokenStream) -> Option<TokenStream> {
    let number = layer.result?;
    let to = match net.outputs.len() {
        0 | 1 => quote!(output),
        _ => {
            let number = Index::from(number);
            quote!(&mut output.#number)
        }
    };
    Some(quote_spanned!(ours(layer.span)=> __resnet::output(&#map, #to);))
}

/// Shows the output of a layer, if it is an end point.
pub(super) fn see(layer: &Layer, view: &TokenStream) -> Option<TokenStream> {
    layer.end_point.as_ref().map(|_| quote_spanned!(ours(layer.span)=> e.see(#view)?;))
}
