//! The tables of layers, tensors and end points.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::{dims, ident, int, kind, ours};
use crate::ir::{Kind, Layer, Leaves, Param, Role};

/// The tensors of each kind of layer, by name: rows refer to them.
pub(super) fn leaves(layers: &[Layer]) -> TokenStream {
    let mut kinds: Vec<&Leaves> = Vec::new();
    for leaves in layers.iter().filter_map(|layer| layer.leaves) {
        if !kinds.iter().any(|kind| kind.constant == leaves.constant) {
            kinds.push(leaves);
        }
    }
    let constants = kinds.iter().map(|leaves| {
        let name = ident(leaves.constant, proc_macro2::Span::mixed_site());
        let tensors = leaves.tensors.iter().map(|(leaf, role)| {
            let role = self::role(*role);
            quote!(__resnet::Leaf(#leaf, __resnet::Role::#role))
        });
        quote!(const #name: &[__resnet::Leaf] = &[#(#tensors),*];)
    });
    quote!(#(#constants)*)
}

fn role(role: Role) -> TokenStream {
    match role {
        Role::Weight => quote!(Weight),
        Role::Bias => quote!(Bias),
        Role::Gamma => quote!(Gamma),
        Role::Beta => quote!(Beta),
        Role::Mean => quote!(Mean),
        Role::Variance => quote!(Variance),
        Role::Param => quote!(Param),
    }
}

/// The rows of `LAYERS`.
pub(super) fn rows(layers: &[Layer]) -> TokenStream {
    let rows = layers.iter().map(|layer| {
        let (name, kind) = (&layer.name, kind(layer.kind));
        let (input, output) = (dims(layer.input), dims(layer.output));
        let end_point = layer.end_point.as_ref().map(|_| quote!(.end_point()));
        let prefix = Some(&layer.prefix).filter(|prefix| *prefix != name);
        let prefix = prefix.map(|prefix| quote!(.prefix(#prefix)));
        let row = match layer.leaves {
            None if layer.kind == Kind::Custom => {
                let leaves = layer
                    .params
                    .iter()
                    .map(|Param { name, .. }| quote!(__resnet::Leaf(#name, __resnet::Role::Param)));
                let shapes = layer.params.iter().map(|Param { shape, .. }| {
                    let dims = shape.iter().copied().map(int);
                    quote!(&[#(#dims),*])
                });
                let params = quote!(&[#(#leaves),*], &[#(#shapes),*]);
                quote!(custom(#name, [#input], [#output], #params) #prefix)
            }
            None => quote!(plain(#name, #kind, [#input], [#output])),
            Some(leaves) => {
                let leaves = ident(leaves.constant, proc_macro2::Span::mixed_site());
                quote!(weighted(#name, #kind, [#input], [#output], #leaves) #prefix)
            }
        };
        quote_spanned!(ours(layer.span)=> __resnet::Layer::#row #end_point)
    });
    quote!([#(#rows),*])
}

/// One associated constant per end point: `BLOCK1_UNIT_2_CONV3`.
pub(super) fn end_points(layers: &[Layer]) -> TokenStream {
    let named = layers.iter().filter_map(|layer| Some((layer, layer.end_point.as_ref()?)));
    let constants = named.zip(0..).map(|((layer, constant), i)| {
        let name = ident(constant, layer.span);
        let (shape, index) = (dims(layer.output), int(i));
        let doc = format!(" End point `{}`, {}.", layer.name, layer.output);
        quote_spanned! {ours(layer.span)=>
            #[doc = #doc]
            pub const #name: __resnet::EndPoint<Self, #shape> = __resnet::EndPoint::new(#index);
        }
    });
    quote!(#(#constants)*)
}
