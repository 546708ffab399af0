//! From the image to the stream that the first unit reads.

use proc_macro2::TokenStream;

use super::conv::{activation, conv, pooled, preactivate, statement};
use super::{dims, int, map, stream};
use crate::dialect::Order;
use crate::ir::{Layer, Network, Part, Slot};

/// The statements that make `x`. The root's maps borrow regions that its
/// units need later only.
pub(super) fn root(net: &Network, layers: &[Layer]) -> TokenStream {
    let root = &layers[..layers.iter().take_while(|layer| is_root(layer)).count()];
    let spare = spare(net);
    let pad = root.first().filter(|_| !net.root.convs.is_empty()).map(|layer| {
        let (conv, image, halo) = (conv(layer), dims(net.input), int(border(net)));
        quote!(let t: __resnet::Image<'_, #image, #halo> = #conv::pad(image, a.lend());)
    });
    let enter = pad.is_none().then(|| enter(net));
    let region = |layer: &Layer| match layer.flow.writes {
        Slot::Sum => quote!(sum),
        Slot::Spare => quote!(#spare.lend()),
        Slot::A => quote!(a.lend()),
        Slot::B | Slot::Nowhere => quote!(b.lend()),
    };
    let mut statements = Vec::new();
    let mut rest = root;
    while let [layer, others @ ..] = rest {
        let t = quote!(t);
        let both = others
            .first()
            .and_then(|pool| pooled(net, [layer, pool], &t, [&region(layer), &region(pool)]));
        rest = if both.is_some() { &others[1..] } else { others };
        statements.push(both.unwrap_or_else(|| statement(net, layer, &t, &t, &region(layer))));
    }
    let raw = net.is_read_raw(0);
    let ty = stream(net, raw, (net.entry, net.entry_halo), &quote!('_));
    let activation = activation(net);
    let begin = match net.dialect.order {
        Order::Pre if !raw => {
            let preactivate = preactivate(net);
            quote!(let x: #ty = #preactivate(t, e, #spare, #activation);)
        }
        Order::Pre | Order::Post => quote!(let x: #ty = __resnet::Flow { sum: t, spare: #spare };),
    };
    quote! {
        #pad
        #enter
        #(#statements)*
        #begin
    }
}

/// The name of the second region: that of the preactivation, or of the next
/// sum.
pub(super) fn spare(net: &Network) -> TokenStream {
    match net.dialect.order {
        Order::Pre => quote!(preact),
        Order::Post => quote!(spare),
    }
}

/// The image as the first map: what a pool alone reads, or the first unit.
fn enter(net: &Network) -> TokenStream {
    let is_entry = net.root.pool.is_none();
    let halo = if is_entry && net.dialect.order == Order::Post { net.entry_halo } else { 0 };
    let ty = map(net.input, halo);
    let region = if is_entry { quote!(sum) } else { quote!(b.lend()) };
    quote!(let t: #ty = __resnet::enter(image, #region);)
}

pub(super) fn is_root(layer: &Layer) -> bool {
    matches!(layer.part, Part::Root { .. } | Part::RootPool | Part::RootBlur)
}

/// The border of zeros that the first convolution needs around the image.
pub(super) fn border(net: &Network) -> usize {
    net.root.convs.first().map_or(0, |conv| conv.size / 2)
}
