//! The type of a network and everything that it implements.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::Attribute;
use syn::ext::IdentExt;

use super::budget::checks;
use super::custom::stages;
use super::docs::docs;
use super::export::export;
use super::head::head;
use super::inherent::inherent;
use super::root::root;
use super::unit::{call, functions};
use super::{dims, int, memory, ours, output_type, tables};
use crate::ast;
use crate::cfg::Cfg;
use crate::dialect::Dialect;
use crate::errors::Errors;
use crate::fingerprint::fingerprint;
use crate::ir::{Layer, Layout, Network};
use crate::stack;
use crate::weights::Embedded;

/// The whole expansion of one network, and the faults of its weight file.
pub(crate) fn network(
    declared: &ast::Network,
    net: &Network,
    layers: &[Layer],
    embedded: &Embedded,
    note: Option<(Span, String)>,
    errors: Errors,
) -> TokenStream {
    let resnet = facade(declared);
    let cfg = Cfg::of(&declared.attrs);
    let allow = attributes(declared, "deprecated").map(|_| quote!(#[allow(deprecated)]));
    let ty = type_of(declared, &docs(net, layers));
    let consts = consts(net, layers);
    let budget =
        declared.fields.budget.as_ref().map(|budget| checks(net, layers, embedded, budget));
    let inherent = inherent(net, layers, embedded);
    let implementation = implementation(net, layers);
    let export = export(declared, net, embedded);
    let functions = functions(net).into_iter().map(|function| function.define(net, layers));
    let note = note.map(|(span, text)| self::note(declared, span, &text));
    let errors = errors.into_compile_errors();
    quote! {
        #ty
        #note
        #cfg
        #(#allow)*
        const _: () = {
            use #resnet::__private as __resnet;
            __resnet::locals!();
            #consts
            #budget
            #inherent
            #implementation
            #(#functions)*
            #export
            #errors
        };
    }
}

/// For a declaration that has faults: a type of which rustc says nothing more,
/// whatever is done with it, for its argument has been reported.
pub(crate) fn stub(declared: &ast::Network, errors: Errors) -> TokenStream {
    let ast::Network { attrs, vis, name, .. } = declared;
    let faulty = format_ident!("__{}", name.unraw(), span = ours(name.span()));
    let cfg = Cfg::of(&declared.attrs);
    let errors = errors.into_compile_errors();
    quote! {
        #(#attrs)*
        #vis struct #faulty<const FAULTY: usize>;
        #cfg
        #[allow(deprecated, non_camel_case_types)]
        #vis type #name = #faulty<{ #errors }>;
    }
}

/// A warning: on stable Rust, the only one that a macro can cause.
fn note(declared: &ast::Network, span: Span, text: &str) -> TokenStream {
    let cfg = Cfg::of(&declared.attrs);
    let allows = attributes(declared, "allow");
    quote_spanned! {ours(span)=>
        #cfg
        #(#allows)*
        const _: () = {
            #[deprecated(note = #text)]
            const STRIDES: () = ();
            STRIDES
        };
    }
}

/// The attributes of one name.
fn attributes<'d>(declared: &'d ast::Network, name: &str) -> impl Iterator<Item = &'d Attribute> {
    let attrs = declared.attrs.iter();
    attrs.filter(move |attr| attr.path().is_ident(name))
}

/// The path of the crate `resnet`.
fn facade(declared: &ast::Network) -> TokenStream {
    match &declared.fields.krate {
        Some(path) => quote!(#path),
        None => quote!(::resnet),
    }
}

fn type_of(declared: &ast::Network, docs: &str) -> TokenStream {
    let ast::Network { attrs, vis, name, .. } = declared;
    let docs = (!docs.is_empty()).then(|| quote!(#[doc = #docs]));
    let resnet = facade(declared);
    quote_spanned! {ours(name.span())=>
        #(#attrs)*
        #docs
        #vis struct #name {
            weights: #resnet::__private::Weights,
        }
    }
}

fn consts(net: &Network, layers: &[Layer]) -> TokenStream {
    let leaves = tables::leaves(layers);
    let (kinds, rows) = tables::kinds_and_rows(layers);
    let count = int(layers.len());
    let regions = memory::regions(net, layers);
    let layout = layout(net.dialect);
    quote! {
        #leaves
        const KINDS: &[__resnet::Layer] = &#kinds;
        const ROWS: [__resnet::Row; #count] = #rows;
        const LAYERS: [__resnet::Layer; #count] = __resnet::layers(KINDS, &ROWS);
        const _: () = __resnet::verify(&LAYERS);
        const TENSORS: [__resnet::TensorSpec; __resnet::tensor_count(&LAYERS)] =
            __resnet::tensors(&LAYERS, #layout);
        const REGIONS: [usize; 5] = #regions;
    }
}

fn implementation(net: &Network, layers: &[Layer]) -> TokenStream {
    let (name, text) = (&net.name, net.name.to_string());
    let (input, output) = (dims(net.input), output_type(layers));
    let classes = option(net.head.classes.map(int));
    let format = format(net);
    let fingerprint = hex(fingerprint(net, layers));
    let names = memory::names(net, layers);
    let workspace = memory::workspace(net, &quote!(&LAYERS), &quote!(REGIONS), &output);
    let (root, head) = (root(net, layers), head(net, layers));
    let functions = functions(net);
    let blocks = (0..=net.units.len()).flat_map(|i| {
        let unit = (i < net.units.len()).then(|| call(net, i, layers, &functions)).flatten();
        [Some(stages(net, i, layers)), unit].into_iter().flatten()
    });
    let blocks = blocks.collect::<TokenStream>();
    let classifier = net.head.classes.map(|_| quote!(impl __resnet::Classifier for #name {}));
    quote! {
        impl __resnet::Network for #name {
            const NAME: &'static str = #text;
            const CLASSES: ::core::option::Option<usize> = #classes;
            const LAYERS: &'static [__resnet::Layer] = &LAYERS;
            const TENSORS: &'static [__resnet::TensorSpec] = &TENSORS;
            const TABLE: __resnet::Table = __resnet::Table::new(
                KINDS,
                &__resnet::lens(&ROWS),
                &__resnet::names::<{ __resnet::names_len(&ROWS) }>(&ROWS),
            );
            const FINGERPRINT: u64 = #fingerprint;
            const FORMAT: __resnet::Format = #format;
            type Input = __resnet::Tensor<#input>;
            type Output = #output;
            type Workspace = #workspace;

            fn from_weights(weights: __resnet::Weights) -> Self {
                Self { weights }
            }

            fn weights(&self) -> &__resnet::Weights {
                &self.weights
            }

            fn run<'w>(
                &self,
                image: &Self::Input,
                workspace: &'w mut Self::Workspace,
                tap: ::core::option::Option<__resnet::Tap<'_>>,
            ) -> ::core::ops::ControlFlow<(), &'w mut Self::Output> {
                let (team, room, output, #names) = workspace.split(REGIONS);
                let weights = self.weights.values();
                let e = &mut __resnet::Engine::new(team, weights, scratch, room, tap);
                #root
                #blocks
                #head
                ::core::ops::ControlFlow::Continue(output)
            }
        }
        #classifier
    }
}

/// What the runtime has to know of the network's files.
fn format(net: &Network) -> TokenStream {
    let Dialect { epsilon, leftovers, separator, .. } = net.dialect;
    let layout = layout(net.dialect);
    let scope = match &*net.scope {
        "" => String::new(),
        scope => format!("{scope}{separator}"),
    };
    let unread = stack::unread(net);
    let standardise = option(net.dialect.standardise);
    quote! {
        __resnet::Format {
            layout: #layout,
            epsilon: #epsilon,
            standardise: #standardise,
            scope: #scope,
            leftovers: &[#(#leftovers),*],
            unread: &[#(#unread),*],
        }
    }
}

fn layout(dialect: &Dialect) -> TokenStream {
    match dialect.layout {
        Layout::Hwio => quote!(__resnet::Layout::Hwio),
        Layout::Oihw => quote!(__resnet::Layout::Oihw),
    }
}

/// `0x0123_4567_89ab_cdef`, as errors have it.
fn hex(n: u64) -> TokenStream {
    let digits = format!("{n:016x}");
    let groups: Vec<&str> = (0..16).step_by(4).map(|i| &digits[i..i + 4]).collect();
    let literal: Literal =
        format!("0x{}", groups.join("_")).parse().unwrap_or_else(|_| Literal::u64_suffixed(n));
    quote!(#literal)
}

fn option(value: Option<impl ToTokens>) -> TokenStream {
    match value {
        Some(n) => quote!(::core::option::Option::Some(#n)),
        None => quote!(::core::option::Option::None),
    }
}
