//! The memory plan: which map lies in which region, and when.
//!
//! | region | root | units | head |
//! |---|---|---|---|
//! | `sum` | last map | running sum | |
//! | `preact` | last convolution, if a pool follows | preactivation | its last one |
//! | `a` | padded image | after conv1 | pooled features |
//! | `b` | second map | after conv2 | logits |
//! | `a` and `b` | | what a function of the user's reads and writes | |
//! | what is free of these | before a blur | means and gates | |
//! | what is free of these | | what a convolution needs while it runs | |
//! | `scratch` | | what other layers need, or a convolution for which none is free | |
//!
//! Where the sum itself is activated there is no preactivation; the second
//! region is `spare`. Whenever a unit cannot add to its input in place, the next
//! sum goes to the second region, and the two change places.
//!
//! Results do not lie in regions: the workspace has a place of their type.
//!
//! A region is as long as the longest of the maps that lie in it in turn, or longer where
//! a convolution borrows it: the runtime's `regions` decides, which knows lengths.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::root::{border, is_root, spare};
use super::shortcut::is_shortcut;
use super::{dims, int, map_args, ours, tables};
use crate::dialect::Order;
use crate::ir::{Kind, Layer, Network, Part, Slot, Then};
use crate::shape::Shape;

/// The names of the regions, in their order.
pub(super) fn names(net: &Network, layers: &[Layer]) -> TokenStream {
    let spare = spare(net);
    // What is lent is mutable, what is given away is not.
    let root = layers.iter().take_while(|layer| is_root(layer));
    let mut slots = root.flat_map(|layer| [layer.flow.writes, layer.flow.scratch]);
    let spare = if slots.any(|slot| slot == Slot::Spare) { quote!(mut #spare) } else { spare };
    quote!([sum, #spare, mut a, mut b, scratch])
}

/// The lengths of the regions for some of the first layers.
pub(super) fn regions(net: &Network, layers: &[Layer]) -> TokenStream {
    let mut regions: [Vec<TokenStream>; 4] = [const { Vec::new() }; 4];
    let mut loans: Vec<TokenStream> = Vec::new();
    let numbers = tables::numbers(layers);
    if !net.root.convs.is_empty() {
        let (image, border) = (dims(net.input), int(border(net)));
        regions[2].push(quote!(__resnet::Image::<'_, #image, #border>::LEN));
    } else if net.root.pool.is_some() {
        regions[3].push(len(net.input, 0));
    } else {
        let halo = if net.dialect.order == Order::Post { net.entry_halo } else { 0 };
        regions[0].push(len(net.input, halo));
    }
    // Which of the first two regions holds the running sum.
    let mut sum = 0;
    for (layer, number) in layers.iter().zip(numbers) {
        let index = number_of(layer.flow.writes, sum);
        if layer.flow.writes == Slot::Nowhere {
            continue;
        }
        if layer.flow.writes == Slot::Spare && is_shortcut(layer) {
            sum = 1 - sum;
        }
        regions[index].push(len(layer.output, layer.flow.halo));
        if let Part::Custom(_) | Part::Residual = layer.part {
            // What the function reads and writes.
            for (region, shape) in [(2, layer.input), (3, layer.output)] {
                let dims = dims(shape);
                regions[region].push(quote!(__resnet::tensor_len(#dims)));
            }
        }
        if let Kind::Conv { .. } | Kind::Linear | Kind::GroupNorm { .. } = layer.kind {
            let (lender, number) = (int(number_of(layer.flow.scratch, sum)), int(number));
            loans.push(quote!((#lender, __resnet::scratch_len(&KINDS[#number]))));
        }
        if layer.flow.then == Then::Add && layer.end_point.is_some() {
            // Whoever wants to see the residual alone finds it in the other one.
            regions[1 - sum].push(len(layer.output, layer.flow.halo));
        }
    }
    let regions = regions.map(|lengths| {
        let lengths = once(&lengths);
        quote!(__resnet::largest(&[#(#lengths),*]))
    });
    let loans = once(&loans);
    quote!(__resnet::regions::<4, 5>([#(#regions),*], &[#(#loans),*]))
}

/// The number of a region, where the sum lies in the one of number `sum`.
fn number_of(slot: Slot, sum: usize) -> usize {
    match slot {
        Slot::Sum => sum,
        Slot::Spare => 1 - sum,
        Slot::A => 2,
        Slot::B => 3,
        Slot::Nowhere => 4,
    }
}

/// The type of a workspace of such regions for some of the first layers. Only if
/// weights may be of half precision it has room to expand them. Its lengths lie at the
/// name of the network, for rustdoc writes what lies where a length does.
pub(super) fn workspace(
    net: &Network,
    table: &TokenStream,
    regions: &TokenStream,
    output: &TokenStream,
) -> TokenStream {
    let at = ours(net.name.span());
    let total = quote_spanned!(at=> __resnet::total(&#regions));
    let room = net.half.then(|| quote_spanned!(at=> , { __resnet::room_len(#table, #total) }));
    let floats = quote_spanned!(at=> { #total });
    quote!(__resnet::Workspace<#floats, #output #room>)
}

fn len(shape: Shape, halo: usize) -> TokenStream {
    let args = map_args(shape, halo);
    quote!(__resnet::Map::#args::LEN)
}

/// Each different length once.
fn once(lengths: &[TokenStream]) -> Vec<&TokenStream> {
    let mut seen: Vec<String> = Vec::new();
    let mut once: Vec<&TokenStream> = Vec::new();
    for len in lengths {
        let text = len.to_string();
        if !seen.contains(&text) {
            seen.push(text);
            once.push(len);
        }
    }
    once
}
