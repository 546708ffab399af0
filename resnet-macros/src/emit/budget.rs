//! The checks of a budget: one per part of the network, at its token. What a
//! network takes is known to the runtime's `const fn`s alone, so that rustc
//! evaluates them.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

use super::{int, memory, ours, output_type};
use crate::ast::Budget;
use crate::ir::{self, Layer, Network};
use crate::weights::Embedded;

/// `const` items which do not compile if the budget is broken.
pub(super) fn checks(
    net: &Network,
    layers: &[Layer],
    embedded: &Embedded,
    budget: &Budget,
) -> TokenStream {
    let parts = parts(net, layers);
    let output = output_type(layers);
    let check = |limit: Option<usize>, what: &str, taken: &dyn Fn(usize) -> TokenStream| {
        let Some(limit) = limit.map(int) else {
            return TokenStream::new();
        };
        let whole = taken(layers.len());
        let ends = parts.iter().map(|part| part.end);
        let starts = [None].into_iter().chain(ends.map(Some));
        let checks = parts.iter().zip(starts).map(|(part, start)| {
            let before = start.map_or(quote!(0), taken);
            let (name, with) = (&part.name, taken(part.end));
            quote_spanned! {ours(part.span)=>
                const _: () = __resnet::within(#what, #name, #limit, #before, #with, #whole);
            }
        });
        checks.collect()
    };
    let upto = |end: usize| {
        let end = int(end);
        quote!(LAYERS.split_at(#end).0)
    };
    let ram = check(budget.ram, "bytes of workspace", &|end| {
        let table = upto(end);
        let regions = memory::regions(net, &layers[..end]);
        let workspace = memory::workspace(net, &table, &regions, &output);
        quote!(::core::mem::size_of::<#workspace>() as u64)
    });
    let (weights, fraction) = match embedded {
        Embedded::Packed { half: true, .. } => {
            ("bytes of packed weights of half precision", Some(quote!(/ 2)))
        }
        _ => ("bytes of packed weights", None),
    };
    let flash = check(budget.flash, weights, &|end| {
        let layers = upto(end);
        quote!(__resnet::packed_bytes(#layers) #fraction)
    });
    let macs = check(budget.macs, "multiply-adds", &|end| {
        let layers = upto(end);
        quote!(__resnet::macs(#layers))
    });
    quote!(#ram #flash #macs)
}

/// A root, a block or a head.
struct Part {
    name: String,
    span: Span,
    /// The number of layers up to its end.
    end: usize,
}

fn parts(net: &Network, layers: &[Layer]) -> Vec<Part> {
    let block_of = |layer: &Layer| match (layer.unit, layer.part) {
        (Some(i), _) => Ok(Some(net.units[i].block)),
        (None, ir::Part::Custom(number)) => Err(number),
        (None, _) => Ok(None),
    };
    let mut parts: Vec<Part> = Vec::new();
    for run in layers.chunk_by(|a, b| block_of(a) == block_of(b)) {
        let (name, span) = match block_of(&run[0]) {
            Ok(Some(i)) => (format!("`{}`", net.blocks[i].name), net.blocks[i].name.span()),
            Err(number) => (format!("`{}`", net.stages[number].name), run[0].span),
            Ok(None) if parts.is_empty() => ("the root".to_owned(), run[0].span),
            Ok(None) => ("the head".to_owned(), net.head.span),
        };
        let start = parts.last().map_or(0, |part| part.end);
        parts.push(Part { name, span, end: start + run.len() });
    }
    parts
}
