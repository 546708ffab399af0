//! One function per signature of a unit, and the calls of them.

use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;

use super::conv::{activation, conv, preactivate, result, scratch, see, statement};
use super::custom;
use super::gate::{attention, gate};
use super::shortcut::{shortcut, spare};
use super::{ident, int, map, ours, stream};
use crate::ast::{Quantity, UnitKind};
use crate::dialect::{Norm, Order};
use crate::ir::{Layer, Network, Part, Signature, Slot, Then, Unit, Value};

/// The function of a signature.
pub(super) struct UnitFn {
    pub signature: Signature,
    pub name: Ident,
    /// Indices of the units that call it.
    users: Vec<usize>,
}

/// Every function, in the order of the first call.
pub(super) fn functions(net: &Network) -> Vec<UnitFn> {
    let mut functions: Vec<UnitFn> = Vec::new();
    for (i, unit) in net.units.iter().enumerate() {
        match functions.iter_mut().find(|f| f.signature == unit.signature) {
            Some(function) => function.users.push(i),
            None => functions.push(UnitFn {
                signature: unit.signature,
                name: name(net, unit),
                users: vec![i],
            }),
        }
    }
    functions
}

fn name(net: &Network, unit: &Unit) -> Ident {
    ident(&called(net, unit), unit.span)
}

fn called(net: &Network, unit: &Unit) -> String {
    format!("{}_unit_{}", net.block_of(unit).name, unit.number)
}

/// Whether the function of a unit may have this name.
pub(crate) fn is_unit(net: &Network, name: &str) -> bool {
    net.units.iter().any(|unit| called(net, unit) == name)
}

impl UnitFn {
    pub fn define(&self, net: &Network, layers: &[Layer]) -> TokenStream {
        let (s, name) = (self.signature, &self.name);
        let user = self.users[0];
        let layers: Vec<&Layer> = layers.iter().filter(|layer| layer.unit == Some(user)).collect();
        let life = quote!('s);
        let input = stream(net, false, (s.input, s.halo), &life);
        let output = stream(net, s.raw, (s.output, s.next_halo), &life);
        let statements = layers.iter().map(|layer| match layer.part {
            Part::Preact if custom::is_read_first(&layers) => custom::leave(net, layer),
            Part::Residual => custom::residual(net, layer, &layers),
            Part::ShortcutPool | Part::Shortcut => shortcut(net, layer),
            Part::Conv { .. } | Part::Norm { .. } | Part::Blur => residual(net, layer, &layers),
            Part::Squeeze | Part::Excite { .. } => attention(net, layer, &layers),
            Part::Gate => gate(net, layer, &layers),
            _ => TokenStream::new(),
        });
        let keep = keeps(net, s).then(|| quote!(keep: bool,));
        let doc = self.doc(net);
        let span = ours(net.units[user].span);
        quote_spanned! {span=>
            #[doc = #doc]
            fn #name<'s>(
                x: #input,
                e: &mut __resnet::Engine<'_>,
                a: &mut __resnet::Region<'_>,
                b: &mut __resnet::Region<'_>,
                #keep
            ) -> ::core::ops::ControlFlow<(), #output> {
                #(#statements)*
                ::core::ops::ControlFlow::Continue(x)
            }
        }
    }

    /// `block1, units 2 and 3: bottleneck (256, 64, 1) at 56 × 56 × 256.`
    fn doc(&self, net: &Network) -> String {
        let s = self.signature;
        let users: Vec<String> = self
            .users
            .iter()
            .map(|i| {
                let unit = &net.units[*i];
                format!("`{}` unit {}", net.block_of(unit).name, unit.number)
            })
            .collect();
        let more = match users.len() {
            1 => String::new(),
            n => format!(" and {} more", n - 1),
        };
        let first = &users[0];
        format!(" {first}{more}: {} at {}.", describe(net, s), s.input)
    }
}

/// `bottleneck (256, 64, 1)`.
pub(super) fn describe(net: &Network, s: Signature) -> String {
    let (depth, width, stride) = (s.output.c, s.width, s.stride);
    let own = net.own_kind(&s);
    let name = own.map_or(s.kind.to_string(), |kind| kind.name.to_string());
    let has_width = match own {
        Some(kind) => kind.names(Quantity::Bottleneck),
        None => s.kind == UnitKind::Bottleneck,
    };
    if has_width {
        format!("{name} ({depth}, {width}, {stride})")
    } else {
        format!("{name} ({depth}, {stride})")
    }
}

/// Whether the raw sum may not be needed after a unit. Where the sum is
/// preactivated by statistics of its own, or by itself, it is; or where it is all
/// there is.
fn keeps(net: &Network, s: Signature) -> bool {
    let fuses = net.dialect.norm == Norm::Batch && !s.kind.is_custom();
    net.dialect.order == Order::Pre && fuses && !s.raw
}

/// A convolution, the last of which adds to the shortcut, or a blur or a
/// normalisation behind it.
fn residual(net: &Network, layer: &Layer, layers: &[&Layer]) -> TokenStream {
    if layer.flow.then == Then::Add {
        return add(net, layer, layers);
    }
    let reads = match layer.flow.reads {
        Value::Sum => quote!(x.sum),
        Value::Preact => quote!(x.preact),
        Value::Last => quote!(t),
    };
    let region = if layer.flow.writes == Slot::A { quote!(a.lend()) } else { quote!(b.lend()) };
    let spare = bind_spare(net, layer, layers);
    let statement = statement(net, layer, &quote!(t), &reads, &region);
    quote!(#spare #statement)
}

/// The last convolution. Alone it exists nowhere, and is computed once more
/// for those who want to see it.
fn add(net: &Network, layer: &Layer, layers: &[&Layer]) -> TokenStream {
    let (conv, scratch) = (conv(layer), scratch(net, layer));
    let show = layer.end_point.as_ref().map(|_| {
        let (h, w, halo) = (int(layer.output.h), int(layer.output.w), int(layer.flow.halo));
        quote!(#conv::show::<_, _, _, #h, #w, #halo>(&t, e, spare.lend() #scratch)?;)
    });
    let is_fused = layer.unit.is_some_and(|i| keeps(net, net.units[i].signature));
    let join = match is_fused {
        true => {
            let (sum, activation) = (shortcut_of(layers), activation(net));
            quote!(let x = #conv::add(&t, e, (#sum, spare) #scratch, keep, #activation);)
        }
        false => join(net, layer, layers, &quote!(#conv::join), (&quote!(&t), scratch)),
    };
    summed(net, layer, layers, &quote!(#show #join))
}

/// A statement that makes `x`, with what it needs before and who looks at it then.
pub(super) fn summed(
    net: &Network,
    layer: &Layer,
    layers: &[&Layer],
    statement: &TokenStream,
) -> TokenStream {
    let spare = bind_spare(net, layer, layers);
    let unit = layers.iter().find(|layer| layer.part == Part::Unit);
    let see = unit.and_then(|layer| see(layer, &quote!(x.sum.view())));
    quote_spanned! {ours(layer.span)=>
        #spare
        #statement
        #see
    }
}

/// The sum of the shortcut and a residual, by a function of both, and what follows
/// it in the order of the dialect.
pub(super) fn join(
    net: &Network,
    layer: &Layer,
    layers: &[&Layer],
    function: &TokenStream,
    (residual, scratch): (&TokenStream, Option<TokenStream>),
) -> TokenStream {
    let (sum, ty) = (shortcut_of(layers), map(layer.output, layer.flow.halo));
    let raw = layer.unit.is_some_and(|i| net.units[i].signature.raw);
    let activation = activation(net);
    let (none, flow) = (quote!(__resnet::Activation::None), quote!(__resnet::Flow { sum, spare }));
    let (in_place, x) = match net.dialect.order {
        Order::Pre if raw => (none, flow),
        Order::Pre => {
            let preactivate = preactivate(net);
            (none, quote!(#preactivate(sum, e, spare, #activation)))
        }
        Order::Post => (activation, flow),
    };
    quote! {
        let sum: #ty = #function(#residual, e, #sum #scratch, #in_place);
        let x = #x;
    }
}

/// What the residual is added to.
pub(super) fn shortcut_of(layers: &[&Layer]) -> TokenStream {
    if own_sum(layers).is_some() { quote!(sum) } else { quote!(x.sum) }
}

/// `let spare = …;`, the one of the first two regions that does not hold the sum, before
/// the first layer that needs it.
pub(super) fn bind_spare(net: &Network, layer: &Layer, layers: &[&Layer]) -> Option<TokenStream> {
    let is_lent = |layer: &Layer| layer.flow.scratch == Slot::Spare || layer.part == Part::Squeeze;
    let is_needed = |layer: &Layer| is_lent(layer) || layer.flow.then == Then::Add;
    let first = layers.iter().find(|layer| is_needed(layer))?;
    if !std::ptr::eq(*first, layer) {
        return None;
    }
    let is_shown = |layer: &Layer| layer.flow.then == Then::Add && layer.end_point.is_some();
    let is_mut = layers.iter().any(|layer| is_lent(layer) || is_shown(layer));
    let is_mut = is_mut.then(|| quote!(mut));
    let spare = match own_sum(layers) {
        Some(layer) if layer.flow.writes == Slot::Spare => quote!(x.sum.region()),
        _ => spare(net),
    };
    Some(quote!(let #is_mut spare = #spare;))
}

/// The layer that made the shortcut, other than the identity.
fn own_sum<'l>(layers: &[&'l Layer]) -> Option<&'l Layer> {
    layers.iter().copied().find(|layer| layer.makes_sum())
}

/// The call of one unit.
pub(super) fn call(
    net: &Network,
    index: usize,
    layers: &[Layer],
    functions: &[UnitFn],
) -> Option<TokenStream> {
    let unit = &net.units[index];
    let name = &functions.iter().find(|f| f.signature == unit.signature)?.name;
    let s = unit.signature;
    let ty = stream(net, s.raw, (s.output, s.next_halo), &quote!('_));
    let keep = unit.keep;
    let keep = keeps(net, s).then(|| quote!(, #keep));
    let of = |part| layers.iter().find(|layer| layer.unit == Some(index) && layer.part == part);
    let (unit_layer, block) = (of(Part::Unit), of(Part::Block));
    let see = block.and_then(|layer| see(layer, &quote!(x.sum.view())));
    let results = [unit_layer, block].into_iter().flatten();
    let results = results.filter_map(|layer| result(net, layer, &quote!(x.sum)));
    Some(quote_spanned! {ours(unit.span)=>
        let x: #ty = #name(x, e, &mut a, &mut b #keep)?;
        #see
        #(#results)*
    })
}
