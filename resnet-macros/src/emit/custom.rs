//! The call of a function of the user's, between two units.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::spanned::Spanned;

use super::conv::{activation, preactivate, result, see};
use super::{dims, int, ours, stream};
use crate::dialect::Order;
use crate::ir::{Layer, Network, Param, Part, Stage};

/// Functions of the same names as our locals, which hide constants of the
/// user's: the list in the runtime's `locals!`.
const LOCALS: &str = "a b bytes code e end_point file file_bytes gates image image_len keep \
    mapping memory memory_bytes message message_bytes network out output output_len preact \
    precision room scratch seed spare sum t tap team tensor visit weights workspace \
    workspace_bytes x";

/// Whether generated code has a function of this name.
pub(crate) fn is_local(name: &str) -> bool {
    LOCALS.split_whitespace().any(|local| local == name)
}

/// The stages before a unit, or after the last one, and what it reads of the sum
/// that they leave.
pub(super) fn stages(net: &Network, unit: usize, layers: &[Layer]) -> TokenStream {
    let stages = net.stages_before(unit).filter_map(|(number, stage)| {
        let layer = layers.iter().find(|layer| layer.part == Part::Custom(number))?;
        Some(call(net, stage, layer))
    });
    let stages: Vec<TokenStream> = stages.collect();
    let next = net.units.get(unit);
    let is_pre = net.dialect.order == Order::Pre && (next.is_some() || net.head.norm);
    let preactivate = net.stages_before(unit).last().filter(|_| is_pre).map(|(_, stage)| {
        let halo = next.map_or(0, |next| next.signature.halo);
        let ty = stream(net, false, (stage.output, halo), &quote!('_));
        let (preactivate, activation) = (preactivate(net), activation(net));
        quote!(let x: #ty = #preactivate(x.sum, e, x.spare, #activation);)
    });
    quote!(#(#stages)* #preactivate)
}

/// Arguments are located at the name of the function: there rustc says what it
/// expects of them.
fn call(net: &Network, stage: &Stage, layer: &Layer) -> TokenStream {
    let (function, last) = (&stage.function, stage.function.path.segments.last());
    let span = ours(last.map_or(function.span(), |last| last.ident.span()));
    let (input, output) = (dims(stage.input), dims(stage.output));
    let params = stage.params.iter().map(|Param { shape, .. }| {
        let array = shape.iter().rev().fold(quote!(::core::primitive::f32), |inner, dim| {
            let dim = int(*dim);
            quote!([#inner; #dim])
        });
        quote_spanned!(span=> __resnet::param::<#array>(e))
    });
    let ty = stream(net, true, (stage.output, stage.halo), &quote!('_));
    let see = see(layer, &quote!(x.sum.view()));
    let result = result(net, layer, &quote!(x.sum));
    quote_spanned! {span=>
        let t: &__resnet::Tensor<#input> = __resnet::leave(&x.sum, a.lend());
        let out: &mut __resnet::Tensor<#output> = __resnet::blank(b.lend());
        let _: () = #function(t, out #(, #params)*);
        let x: #ty = __resnet::Flow {
            sum: __resnet::enter(out, x.sum.region()),
            spare: x.spare,
        };
        #see
        #result
    }
}
