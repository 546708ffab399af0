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

/// The kinds of layers, without names, and the rows of `LAYERS`, which name one each.
pub(super) fn kinds_and_rows(layers: &[Layer]) -> (TokenStream, TokenStream) {
    let numbers = numbers(layers);
    let rows = layers.iter().zip(&numbers).map(|(layer, number)| {
        let (number, name) = (int(*number), &layer.name);
        let has_tensors = layer.leaves.is_some() || layer.kind == Kind::Custom;
        let prefix = Some(&layer.prefix).filter(|prefix| has_tensors && *prefix != name);
        let prefix = prefix.map(|prefix| quote!(.prefix(#prefix)));
        quote_spanned!(ours(layer.span)=> __resnet::Row::new(#number, #name) #prefix)
    });
    let rows = quote!([#(#rows),*]);
    let count = numbers.iter().max().map_or(0, |last| last + 1);
    let firsts = (0..count).filter_map(|kind| numbers.iter().position(|number| *number == kind));
    let kinds = firsts.map(|first| nameless(&layers[first]));
    (quote!([#(#kinds),*]), rows)
}

/// The number of each layer's kind, counted in the order of the first layers that have it.
pub(super) fn numbers(layers: &[Layer]) -> Vec<usize> {
    let mut kinds: Vec<&Layer> = Vec::new();
    let number = |layer| {
        let number = kinds.iter().position(|kind| alike(kind, layer)).unwrap_or(kinds.len());
        if number == kinds.len() {
            kinds.push(layer);
        }
        number
    };
    layers.iter().map(number).collect()
}

/// Whether two layers are the same but for their names. Functions of the user's are
/// few, and each has parameters of its own.
fn alike(a: &Layer, b: &Layer) -> bool {
    let constant = |layer: &Layer| layer.leaves.map(|leaves| leaves.constant);
    let shape = |layer: &Layer| (layer.kind, layer.input, layer.output);
    let is_end_point = |layer: &Layer| layer.end_point.is_some();
    a.kind != Kind::Custom
        && shape(a) == shape(b)
        && constant(a) == constant(b)
        && is_end_point(a) == is_end_point(b)
}

fn nameless(layer: &Layer) -> TokenStream {
    let kind = kind(layer.kind);
    let (input, output) = (dims(layer.input), dims(layer.output));
    let end_point = layer.end_point.as_ref().map(|_| quote!(.end_point()));
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
            quote!(custom("", [#input], [#output], &[#(#leaves),*], &[#(#shapes),*]))
        }
        None => quote!(plain("", #kind, [#input], [#output])),
        Some(leaves) => {
            let leaves = ident(leaves.constant, proc_macro2::Span::mixed_site());
            quote!(weighted("", #kind, [#input], [#output], #leaves))
        }
    };
    quote_spanned!(ours(layer.span)=> __resnet::Layer::#row #end_point)
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
