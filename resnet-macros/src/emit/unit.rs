//! One function per signature of a unit, and the calls of them.

use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;

use super::conv::conv;
use super::shortcut::shortcut;
use super::{dims, ident, map, ours};
use crate::ir::{Network, Signature, Unit};

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
    ident(&format!("{}_unit_{}", net.block_of(unit).name, unit.number), unit.span)
}

impl UnitFn {
    pub fn define(&self, net: &Network) -> TokenStream {
        let (s, name) = (self.signature, &self.name);
        let inner = map(s.input.with_depth(s.bottleneck), s.rate);
        let strided = map(s.output.with_depth(s.bottleneck), 0);
        let (input, output) = (dims(s.input), dims(s.output));
        let shortcut = shortcut(s);
        let conv1 = conv(s.input.c, s.bottleneck, 1, 1, 1);
        let conv2 = conv(s.bottleneck, s.bottleneck, 3, s.stride, s.rate);
        let conv3 = conv(s.bottleneck, s.output.c, 1, 1, 1);
        let doc = self.doc(net);
        let span = ours(net.units[self.users[0]].span);
        quote_spanned! {span=>
            #[doc = #doc]
            fn #name<'s>(
                x: __resnet::Stream<'s, #input>,
                e: &mut __resnet::Engine<'_>,
                a: &mut __resnet::Region<'_>,
                b: &mut __resnet::Region<'_>,
                keep: bool,
            ) -> ::core::ops::ControlFlow<(), __resnet::Stream<'s, #output>> {
                #shortcut
                let t: #inner = #conv1::relu(&x.preact, e, a.lend())?;
                let t: #strided = #conv2::relu(&t, e, b.lend())?;
                #conv3::add(&t, e, sum, x.preact.region(), keep)
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
        let (kind, depth, bottleneck, stride) = (s.kind, s.output.c, s.bottleneck, s.stride);
        let first = &users[0];
        format!(" {first}{more}: {kind} ({depth}, {bottleneck}, {stride}) at {}.", s.input)
    }
}

/// The call of one unit.
pub(super) fn call(unit: &Unit, functions: &[UnitFn]) -> Option<TokenStream> {
    let name = &functions.iter().find(|f| f.signature == unit.signature)?.name;
    let output = dims(unit.signature.output);
    let keep = unit.keep;
    let block = unit.last_of_block.then(|| quote!(e.see(x.sum.view())?;));
    Some(quote_spanned! {ours(unit.span)=>
        let x: __resnet::Stream<'_, #output> = #name(x, e, &mut a, &mut b, #keep)?;
        #block
    })
}
