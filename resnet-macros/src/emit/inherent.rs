//! Consts and methods of a network's type: those of the trait, the network with
//! embedded weights, and end points.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;

use super::{dims, ours, output_type, tables};
use crate::ir::{Layer, Network};
use crate::weights::Embedded;

pub(super) fn inherent(net: &Network, layers: &[Layer], embedded: &Embedded) -> TokenStream {
    let name = &net.name;
    let methods = methods(&dims(net.input), &output_type(layers), net.head.classes.is_some());
    let end_points = tables::end_points(layers);
    let embedded = self::embedded(name, embedded);
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
    // Who calls it without classes is told so. A bound that can never hold
    // needs a lifetime, or rustc refuses it where it stands.
    let bound = (!classifies).then(|| quote!(where for<'call> Self: __resnet::Classifies));
    let hidden = (!classifies).then(|| quote!(#[doc(hidden)]));
    let predict = quote! {
        /// The probability of each class: softmax over the logits. Allocates
        /// nothing; the result lies in the workspace.
        #hidden
        pub fn predict<'w>(
            &self,
            image: &__resnet::Tensor<#input>,
            workspace: &'w mut <Self as __resnet::Network>::Workspace,
        ) -> &'w #output
        #bound
        {
            <Self as __resnet::Network>::predict(self, image, workspace)
        }
    };
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
        /// Multiply-adds for one image, of convolutions and fully connected layers.
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

            /// Memory for inference, of the type `<Self as Network>::Workspace`.
            pub fn workspace() -> __resnet::Boxed<<Self as __resnet::Network>::Workspace> {
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
            /// A network whose weights are those of a mapped file, where they lie.
            /// The whole file is read and checked.
            ///
            /// # Errors
            ///
            /// What is wrong with the file.
            pub fn from_mapping(
                mapping: &__resnet::Mapping,
            ) -> ::core::result::Result<Self, __resnet::Error> {
                <Self as __resnet::Network>::from_mapping(mapping)
            }

            /// The same of a file that is known to be as it was packed. The header
            /// alone is read.
            ///
            /// # Errors
            ///
            /// What is wrong with the header or the length.
            pub fn from_mapping_unverified(
                mapping: &__resnet::Mapping,
            ) -> ::core::result::Result<Self, __resnet::Error> {
                <Self as __resnet::Network>::from_mapping_unverified(mapping)
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
fn embedded(name: &Ident, embedded: &Embedded) -> TokenStream {
    let file = match embedded {
        Embedded::None => return TokenStream::new(),
        Embedded::File(path) => quote!(*::core::include_bytes!(#path)),
        Embedded::Packed { path, half, span } => return packed(name, path, *half, *span),
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

/// A packed file needs no heap. How many values a network has, the runtime's `const fn`s
/// alone know, so that rustc compares.
fn packed(name: &Ident, path: &str, half: bool, span: Span) -> TokenStream {
    let check = quote_spanned! {ours(span)=>
        const _: () = __resnet::packed_fits(&FILE.0, #name::PACKED_BYTES, #half);
    };
    quote! {
        /// The network with the weights of the packed file that the declaration
        /// names, which are part of the program, where they lie.
        ///
        /// # Errors
        ///
        /// Values in another order of bytes than the CPU's, where there is no heap to
        /// copy them into: the file was checked when the program was compiled.
        pub fn embedded() -> ::core::result::Result<Self, __resnet::Error> {
            static FILE: &__resnet::Aligned<[u8]> =
                &__resnet::Aligned(*::core::include_bytes!(#path));
            #check
            Self::from_packed(&FILE.0)
        }
    }
}
