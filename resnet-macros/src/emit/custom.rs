//! The calls of functions of the user's, between two units and within them.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::ExprPath;
use syn::spanned::Spanned;

use super::conv::{activation, preactivate, result, see};
use super::shortcut::is_shortcut;
use super::unit::{join, summed};
use super::{dims, ident, int, map, ours, stream};
use crate::ast::Arg;
use crate::dialect::Order;
use crate::ir::{Layer, Network, Param, Part, Slot, Stage, Then};

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
    let (function, span) = (&stage.function, span(&stage.function));
    let (input, output) = (dims(stage.input), dims(stage.output));
    let params = stage.params.iter().map(|Param { shape, .. }| param(shape, span));
    let weights = (!stage.params.is_empty()).then(weights);
    let ty = stream(net, true, (stage.output, stage.halo), &quote!('_));
    let see = see(layer, &quote!(x.sum.view()));
    let result = result(net, layer, &quote!(x.sum));
    quote_spanned! {span=>
        let t: &__resnet::Tensor<#input> = __resnet::leave(&x.sum, a.lend());
        let out: &mut __resnet::Tensor<#output> = __resnet::blank(b.lend());
        #weights
        let _: () = #function(t, out #(, #params)*);
        let x: #ty = __resnet::Flow {
            sum: __resnet::enter(out, x.sum.region()),
            spare: x.spare,
        };
        #see
        #result
    }
}

/// Where rustc says what a function expects: at the last part of its path.
fn span(function: &ExprPath) -> Span {
    let last = function.path.segments.last();
    ours(last.map_or(function.span(), |last| last.ident.span()))
}

/// The parameters, ahead of the call.
fn weights() -> TokenStream {
    quote!(let weights = &mut e.params();)
}

/// The next parameter, `param::<[[f32; 64]; 64]>(e)`.
fn param(shape: &[usize], span: Span) -> TokenStream {
    let array = shape.iter().rev().fold(quote!(::core::primitive::f32), |inner, dim| {
        let dim = int(*dim);
        quote!([#inner; #dim])
    });
    quote_spanned!(span=> __resnet::param::<#array>(weights))
}

/// What the function of a unit reads, channel last.
pub(super) fn leave(net: &Network, layer: &Layer) -> TokenStream {
    let (span, input) = (ours(layer.span), dims(layer.input));
    let x = match net.dialect.order {
        Order::Pre => quote!(x.preact),
        Order::Post => quote!(x.sum),
    };
    quote_spanned!(span=> let t: &__resnet::Tensor<#input> = __resnet::leave(&#x, a.lend());)
}

/// The residual of a unit by a function of the user's, added to the shortcut, or,
/// where gates are made of it, as a map. Tensors are located at the tuple, which has
/// decided about their shapes, and other arguments where they were declared.
pub(super) fn residual(net: &Network, layer: &Layer, layers: &[&Layer]) -> TokenStream {
    let Some(unit) = layer.unit.map(|i| &net.units[i]) else {
        return TokenStream::new();
    };
    let Some(kind) = net.own_kind(&unit.signature) else {
        return TokenStream::new();
    };
    let (signature, at) = (unit.signature, ours(unit.span));
    let output = dims(layer.output);
    let (t, out) = (ident("t", unit.span), ident("out", unit.span));
    let args = kind.args.iter().map(|arg| match arg {
        Arg::Number(number) => {
            let mut literal = int(signature.number(number.value));
            literal.set_span(ours(number.span));
            quote!(#literal)
        }
        Arg::Param(declared) => param(&signature.shape(declared), ours(declared.span)),
    });
    let function = &kind.function;
    let has_params = kind.args.iter().any(|arg| matches!(arg, Arg::Param(_)));
    let weights = has_params.then(weights);
    let call = quote_spanned!(span(function)=> #function(#t, #out #(, #args)*));
    let leave = (!is_read_first(layers)).then(|| leave(net, layer));
    let join = match layer.flow.then {
        Then::Add => {
            let join = join(net, layer, layers, &quote!(__resnet::join), (&quote!(out), None));
            summed(net, layer, layers, &join)
        }
        _ => {
            let ty = map(layer.output, layer.flow.halo);
            quote!(let t: #ty = __resnet::enter(out, a.lend());)
        }
    };
    quote_spanned! {at=>
        #leave
        let out: &mut __resnet::Tensor<#output> = __resnet::blank(b.lend());
        #weights
        let _: () = #call;
        #join
    }
}

/// Whether the shortcut takes the place of the preactivation that a function reads.
pub(super) fn is_read_first(layers: &[&Layer]) -> bool {
    let has = |part| layers.iter().any(|layer| layer.part == part);
    let takes_it = |layer: &&Layer| is_shortcut(layer) && layer.flow.writes == Slot::Spare;
    has(Part::Residual) && has(Part::Preact) && layers.iter().copied().any(|l| takes_it(&l))
}
