//! The type of a network and everything that it implements.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::Attribute;

use super::docs::docs;
use super::head::head;
use super::root::root;
use super::unit::{call, functions};
use super::{dims, int, memory, ours, tables};
use crate::ast;
use crate::ir::{Layer, Network};
use crate::weights::Embedded;

/// The whole expansion of one network.
pub(crate) fn network(
    declared: &ast::Network,
    net: &Network,
    layers: &[Layer],
    embedded: &Embedded,
) -> TokenStream {
    let resnet = facade(declared);
    let cfgs = attributes(declared, "cfg");
    let allow = attributes(declared, "deprecated").map(|_| quote!(#[allow(deprecated)]));
    let ty = type_of(declared, &docs(net, layers));
    let consts = consts(net, layers);
    let inherent = inherent(net, layers, embedded);
    let implementation = implementation(net);
    let functions = functions(net).into_iter().map(|function| function.define(net));
    quote! {
        #ty
        #(#cfgs)*
        #(#allow)*
        const _: () = {
            use #resnet::__private as __resnet;
            #consts
            #inherent
            #implementation
            #(#functions)*
        };
    }
}

/// The type alone, for a declaration that has faults: uses of the name find
/// something, so that one mistake gives one error.
pub(crate) fn stub(declared: &ast::Network) -> TokenStream {
    let resnet = facade(declared);
    let ty = type_of(declared, "");
    let name = &declared.name;
    let shape = |known: Option<[usize; 3]>| {
        let [h, w, c] = known.unwrap_or([1; 3]).map(int);
        quote!(#h, #w, #c)
    };
    let input = declared.fields.input.map(|dims| dims.map(|dim| dim.value));
    let classes = declared.fields.classes.map_or(Some(1), |classes| classes.value);
    let input = shape(input);
    let output = shape(Some([1, 1, classes.unwrap_or(1)]));
    let classifier = classes.map(|_| quote!(impl __resnet::Classifier for #name {}));
    let classes = option(classes);
    let inherent = methods(&input, &output, classifier.is_some());
    // Whether weights were named may itself be what has a fault.
    let embedded = embedded(&Embedded::Faulty);
    quote! {
        #ty
        const _: () = {
            use #resnet::__private as __resnet;
            #[allow(dead_code)]
            impl #name {
                #inherent
                #embedded
            }
            impl __resnet::Network for #name {
                const NAME: &'static str = "";
                const CLASSES: ::core::option::Option<usize> = #classes;
                const LAYERS: &'static [__resnet::Layer] = &[];
                const TENSORS: &'static [__resnet::TensorSpec] = &[];
                const FORMAT: __resnet::Format =
                    __resnet::Format { epsilon: 0.0, leftovers: &[] };
                type Input = __resnet::Tensor<#input>;
                type Output = __resnet::Tensor<#output>;
                type Workspace = __resnet::Workspace<0>;
                fn from_weights(weights: __resnet::Weights) -> Self {
                    Self { weights }
                }
                fn run<'w>(
                    &self,
                    _: &Self::Input,
                    _: &'w mut Self::Workspace,
                    _: ::core::option::Option<__resnet::Tap<'_>>,
                ) -> ::core::ops::ControlFlow<(), &'w mut Self::Output> {
                    ::core::ops::ControlFlow::Break(())
                }
            }
            #classifier
        };
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
    let regions = memory::regions(net);
    quote! {
        #leaves
        const LAYERS: [__resnet::Layer; #count] = #rows;
        const _: () = __resnet::verify(&LAYERS);
        const TENSORS: [__resnet::TensorSpec; __resnet::tensor_count(&LAYERS)] =
            __resnet::tensors(&LAYERS);
        const REGIONS: [usize; 6] = #regions;
    }
}

fn inherent(net: &Network, layers: &[Layer], embedded: &Embedded) -> TokenStream {
    let name = &net.name;
    let methods = methods(&dims(net.input), &dims(net.output), net.head.classes.is_some());
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
            ) -> &'w __resnet::Tensor<#output> {
                <Self as __resnet::Network>::predict(self, image, workspace)
            }
        }
    });
    let result = if classifies { "Logits" } else { "Features" };
    let result =
        format!(" {result} of an image. Allocates nothing; the result lies in the workspace.");
    let end_points = end_point_methods();
    quote! {
        /// Height, width and channels of the image.
        pub const INPUT: [usize; 3] = <Self as __resnet::Network>::INPUT;
        /// Height, width and channels of the result.
        pub const OUTPUT: [usize; 3] = <Self as __resnet::Network>::OUTPUT;
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
        ) -> &'w __resnet::Tensor<#output> {
            <Self as __resnet::Network>::forward(self, image, workspace)
        }

        #predict

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

fn implementation(net: &Network) -> TokenStream {
    let (name, text) = (&net.name, net.name.to_string());
    let (input, output) = (dims(net.input), dims(net.output));
    let classes = option(net.head.classes);
    let epsilon = net.dialect.epsilon;
    let leftovers = net.dialect.leftovers;
    let names = memory::names();
    let (root, head) = (root(net), head(net));
    let functions = functions(net);
    let units = net.units.iter().filter_map(|unit| call(unit, &functions));
    let blocks = units.collect::<TokenStream>();
    let classifier = net.head.classes.map(|_| quote!(impl __resnet::Classifier for #name {}));
    quote! {
        impl __resnet::Network for #name {
            const NAME: &'static str = #text;
            const CLASSES: ::core::option::Option<usize> = #classes;
            const LAYERS: &'static [__resnet::Layer] = &LAYERS;
            const TENSORS: &'static [__resnet::TensorSpec] = &TENSORS;
            const FORMAT: __resnet::Format =
                __resnet::Format { epsilon: #epsilon, leftovers: &[#(#leftovers),*] };
            type Input = __resnet::Tensor<#input>;
            type Output = __resnet::Tensor<#output>;
            type Workspace = __resnet::Workspace<{ __resnet::total(&REGIONS) }>;

            fn from_weights(weights: __resnet::Weights) -> Self {
                Self { weights }
            }

            fn run<'w>(
                &self,
                image: &Self::Input,
                workspace: &'w mut Self::Workspace,
                tap: ::core::option::Option<__resnet::Tap<'_>>,
            ) -> ::core::ops::ControlFlow<(), &'w mut Self::Output> {
                let backend = workspace.backend();
                let #names = workspace.regions(REGIONS);
                let e = &mut __resnet::Engine::new(backend, self.weights.values(), scratch, tap);
                #root
                #blocks
                #head
                ::core::ops::ControlFlow::Continue(output)
            }
        }
        #classifier
    }
}

fn option(classes: Option<usize>) -> TokenStream {
    match classes.map(int) {
        Some(n) => quote!(::core::option::Option::Some(#n)),
        None => quote!(::core::option::Option::None),
    }
}
