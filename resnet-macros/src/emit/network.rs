//! The type of a network and everything that it implements.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::Attribute;
use syn::ext::IdentExt;

use super::budget::checks;
use super::custom::stages;
use super::docs::docs;
use super::head::head;
use super::root::root;
use super::unit::{call, functions};
use super::{dims, int, memory, ours, output_type, tables};
use crate::ast;
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
    errors: Errors,
) -> TokenStream {
    let resnet = facade(declared);
    let cfgs = attributes(declared, "cfg");
    let allow = attributes(declared, "deprecated").map(|_| quote!(#[allow(deprecated)]));
    let ty = type_of(declared, &docs(net, layers));
    let consts = consts(net, layers);
    let budget = declared.fields.budget.as_ref().map(|budget| checks(net, layers, budget));
    let inherent = inherent(net, layers, embedded);
    let implementation = implementation(net, layers);
    let functions = functions(net).into_iter().map(|function| function.define(net, layers));
    let errors = errors.into_compile_errors();
    quote! {
        #ty
        #(#cfgs)*
        #(#allow)*
        const _: () = {
            use #resnet::__private as __resnet;
            __resnet::locals!();
            #consts
            #budget
            #inherent
            #implementation
            #(#functions)*
            #errors
        };
    }
}

/// For a declaration that has faults: a type of which rustc says nothing more,
/// whatever is done with it, for its argument has been reported.
pub(crate) fn stub(declared: &ast::Network, errors: Errors) -> TokenStream {
    let ast::Network { attrs, vis, name, .. } = declared;
    let faulty = format_ident!("__{}", name.unraw(), span = ours(name.span()));
    let cfgs = attributes(declared, "cfg");
    let errors = errors.into_compile_errors();
    quote! {
        #(#attrs)*
        #vis struct #faulty<const FAULTY: usize>;
        #(#cfgs)*
        #[allow(deprecated, non_camel_case_types)]
        #vis type #name = #faulty<{ #errors }>;
    }
}

/// The attributes of one name. `cfg` decides about all that belongs to a type.
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
    let (rows, count) = (tables::rows(layers), int(layers.len()));
    let regions = memory::regions(net, layers, &quote!(&LAYERS));
    let layout = layout(net.dialect);
    quote! {
        #leaves
        const LAYERS: [__resnet::Layer; #count] = #rows;
        const _: () = __resnet::verify(&LAYERS);
        const TENSORS: [__resnet::TensorSpec; __resnet::tensor_count(&LAYERS)] =
            __resnet::tensors(&LAYERS, #layout);
        const REGIONS: [usize; 5] = #regions;
    }
}

fn inherent(net: &Network, layers: &[Layer], embedded: &Embedded) -> TokenStream {
    let name = &net.name;
    let methods = methods(&dims(net.input), &output_type(layers), net.head.classes.is_some());
    let end_points = tables::end_points(layers);
    let embedded = self::embedded(embedded);
    quote! {
        #[allow(dead_code)]
        impl #name {
            #methods
            #embedded
            #end_points
        }
    }
}

/// Consts and methods that the trait has too, so that nobody needs to import
/// it.
fn methods(input: &TokenStream, output: &TokenStream, classifies: bool) -> TokenStream {
    let predict = classifies.then(|| {
        quote! {
            /// The probability of each class: softmax over the logits. Allocates
            /// nothing; the result lies in the workspace.
            pub fn predict<'w>(
                &self,
                image: &__resnet::Tensor<#input>,
                workspace: &'w mut <Self as __resnet::Network>::Workspace,
            ) -> &'w #output {
                <Self as __resnet::Classifier>::predict(self, image, workspace)
            }
        }
    });
    let result = if classifies { "Logits" } else { "Features" };
    let result =
        format!(" {result} of an image. Allocates nothing; the result lies in the workspace.");
    let (packed, end_points) = (packed_methods(), end_point_methods());
    quote! {
        /// Height, width and channels of the image.
        pub const INPUT: [usize; 3] = <Self as __resnet::Network>::INPUT;
        /// Height, width and channels of the result; of the last tensor, if there
        /// are several.
        pub const OUTPUT: [usize; 3] = <Self as __resnet::Network>::OUTPUT;
        /// Height, width and channels of each tensor of the result.
        pub const OUTPUTS: &'static [[usize; 3]] = <Self as __resnet::Network>::OUTPUTS;
        /// How many classes there are, if the network classifies.
        pub const CLASSES: ::core::option::Option<usize> =
            <Self as __resnet::Network>::CLASSES;
        /// Trained values, without moving statistics.
        pub const PARAMS: u64 = <Self as __resnet::Network>::PARAMS;
        /// Multiply-adds of the convolutions for one image.
        pub const MACS: u64 = <Self as __resnet::Network>::MACS;
        /// Bytes of the packed weights in memory.
        pub const PACKED_BYTES: usize = <Self as __resnet::Network>::PACKED_BYTES;
        /// Bytes of a workspace.
        pub const WORKSPACE_BYTES: usize = <Self as __resnet::Network>::WORKSPACE_BYTES;
        /// Every layer, in execution order.
        pub const LAYERS: &'static [__resnet::Layer] = <Self as __resnet::Network>::LAYERS;
        /// Every tensor of a weight file, in execution order.
        pub const TENSORS: &'static [__resnet::TensorSpec] =
            <Self as __resnet::Network>::TENSORS;

        #[doc = #result]
        pub fn forward<'w>(
            &self,
            image: &__resnet::Tensor<#input>,
            workspace: &'w mut <Self as __resnet::Network>::Workspace,
        ) -> &'w #output {
            <Self as __resnet::Network>::forward(self, image, workspace)
        }

        #predict

        #packed

        __resnet::with_alloc! {
            /// Reads weights from a safetensors file and packs them.
            ///
            /// # Errors
            ///
            /// Every fault of the file, in one error.
            pub fn from_safetensors(
                bytes: &[u8],
            ) -> ::core::result::Result<Self, __resnet::Error> {
                <Self as __resnet::Network>::from_safetensors(bytes)
            }

            /// The weights as the bytes of a packed file, folded and packed.
            ///
            /// # Errors
            ///
            /// A value that is too large for the precision.
            pub fn pack(
                &self,
                precision: __resnet::Precision,
            ) -> ::core::result::Result<__resnet::Vec<u8>, __resnet::Error> {
                <Self as __resnet::Network>::pack(self, precision)
            }

            /// A network with a copy of a packed file's values. All of the file
            /// is checked.
            ///
            /// # Errors
            ///
            /// What is wrong with the file.
            pub fn unpack(
                bytes: &[u8],
            ) -> ::core::result::Result<Self, __resnet::Error> {
                <Self as __resnet::Network>::unpack(bytes)
            }

            /// A network with generated weights, to run and time a variant
            /// that has no checkpoint.
            pub fn synthetic(seed: u64) -> Self {
                <Self as __resnet::Network>::synthetic(seed)
            }

            /// Memory for inference, of `WORKSPACE_BYTES`.
            pub fn workspace() -> __resnet::Box<<Self as __resnet::Network>::Workspace> {
                <Self as __resnet::Network>::workspace()
            }
        }

        #end_points
    }
}

fn packed_methods() -> TokenStream {
    quote! {
        /// A network whose weights are the values of a packed file, where they
        /// lie. The header alone is read.
        ///
        /// # Errors
        ///
        /// What is wrong with the header, the length or the alignment.
        pub fn from_packed(
            bytes: &'static [u8],
        ) -> ::core::result::Result<Self, __resnet::Error> {
            <Self as __resnet::Network>::from_packed(bytes)
        }

        /// Checks the whole of a packed file, the checksum included.
        ///
        /// # Errors
        ///
        /// What is wrong with the file.
        pub fn verify(bytes: &[u8]) -> ::core::result::Result<(), __resnet::Error> {
            <Self as __resnet::Network>::verify(bytes)
        }

        __resnet::with_mmap! {
            /// A network whose weights are those of a mapped file, where they
            /// lie. The header alone is read.
            ///
            /// # Errors
            ///
            /// What is wrong with the header or the length.
            pub fn from_mapping(
                mapping: &__resnet::Mapping,
            ) -> ::core::result::Result<Self, __resnet::Error> {
                <Self as __resnet::Network>::from_mapping(mapping)
            }
        }
    }
}

fn end_point_methods() -> TokenStream {
    quote! {
        /// Computes one end point, into memory of the caller's, and nothing
        /// after it.
        pub fn end_point_into<const H: usize, const W: usize, const C: usize>(
            &self,
            end_point: __resnet::EndPoint<Self, { H }, { W }, { C }>,
            image: &<Self as __resnet::Network>::Input,
            workspace: &mut <Self as __resnet::Network>::Workspace,
            tensor: &mut __resnet::Tensor<{ H }, { W }, { C }>,
        ) {
            <Self as __resnet::Network>::end_point_into(
                self, end_point, image, workspace, tensor,
            )
        }

        __resnet::with_alloc! {
            /// Computes one end point, and nothing after it.
            pub fn end_point<const H: usize, const W: usize, const C: usize>(
                &self,
                end_point: __resnet::EndPoint<Self, { H }, { W }, { C }>,
                image: &<Self as __resnet::Network>::Input,
                workspace: &mut <Self as __resnet::Network>::Workspace,
            ) -> __resnet::Box<__resnet::Tensor<{ H }, { W }, { C }>> {
                <Self as __resnet::Network>::end_point(self, end_point, image, workspace)
            }

            /// Shows every end point: name, height, width and channels, and
            /// channel-last values.
            pub fn visit_end_points(
                &self,
                image: &<Self as __resnet::Network>::Input,
                workspace: &mut <Self as __resnet::Network>::Workspace,
                visit: impl ::core::ops::FnMut(&str, [usize; 3], &[f32]),
            ) {
                <Self as __resnet::Network>::visit_end_points(self, image, workspace, visit)
            }
        }
    }
}

/// `include_bytes!` makes rustc read the file again when it changes, and
/// keeps its bytes out of the token stream.
fn embedded(embedded: &Embedded) -> TokenStream {
    let file = match embedded {
        Embedded::None => return TokenStream::new(),
        Embedded::File(path) => quote!(*::core::include_bytes!(#path)),
        Embedded::Packed(path) => return packed(path),
        Embedded::Faulty => quote!([]),
    };
    quote! {
        __resnet::with_alloc! {
            /// The network with the weights of the file that the declaration
            /// names, which are part of the program.
            ///
            /// # Errors
            ///
            /// A value that is not finite: names and shapes were checked when
            /// the program was compiled.
            pub fn embedded() -> ::core::result::Result<Self, __resnet::Error> {
                static FILE: &__resnet::Aligned<[u8]> = &__resnet::Aligned(#file);
                Self::from_safetensors(&FILE.0)
            }
        }
    }
}

/// A packed file needs no heap.
fn packed(path: &str) -> TokenStream {
    quote! {
        /// The network with the weights of the packed file that the declaration
        /// names, which are part of the program, where they lie.
        ///
        /// # Errors
        ///
        /// Values of half precision where there is no heap to expand them into:
        /// the architecture was checked when the program was compiled.
        pub fn embedded() -> ::core::result::Result<Self, __resnet::Error> {
            static FILE: &__resnet::Aligned<[u8]> =
                &__resnet::Aligned(*::core::include_bytes!(#path));
            Self::from_packed(&FILE.0)
        }
    }
}

fn implementation(net: &Network, layers: &[Layer]) -> TokenStream {
    let (name, text) = (&net.name, net.name.to_string());
    let (input, output) = (dims(net.input), output_type(layers));
    let classes = option(net.head.classes.map(int));
    let format = format(net);
    let fingerprint = hex(fingerprint(net, layers));
    let names = memory::names(net);
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
            const FINGERPRINT: u64 = #fingerprint;
            const FORMAT: __resnet::Format = #format;
            type Input = __resnet::Tensor<#input>;
            type Output = #output;
            type Workspace = __resnet::Workspace<{ __resnet::total(&REGIONS) }, #output>;

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
                let (team, output, #names) = workspace.split(REGIONS);
                let e = &mut __resnet::Engine::new(team, self.weights.values(), scratch, tap);
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
