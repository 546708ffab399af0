//! Functions for C: each passes its arguments on to the one of its name in the
//! runtime's `c`, which checks them. They are the one `unsafe` of an expansion,
//! and only where the declaration has `export`.

use proc_macro2::{Span, TokenStream};

use super::{ident, ours};
use crate::ast;
use crate::export::prefix;
use crate::ir::Network;
use crate::weights::Embedded;

type Param = (&'static str, TokenStream);

/// The functions and their header, if they are asked for.
pub(super) fn export(
    declared: &ast::Network,
    net: &Network,
    embedded: &Embedded,
) -> Option<TokenStream> {
    let (prefix, span) = prefix(declared)?;
    let name = &net.name;
    let exports = Exports { net, prefix: &prefix, span };
    let functions = exports.functions(embedded);
    // How many bytes weights in the program need is known once they are loaded.
    let bytes = match embedded {
        Embedded::None => quote!(::core::option::Option::None),
        Embedded::File(_) | Embedded::Faulty => {
            quote!(::core::option::Option::Some(<Self as __resnet::Network>::PACKED_BYTES))
        }
        Embedded::Packed { .. } => {
            quote!(::core::option::Option::Some(__resnet::c::embedded_bytes(Self::embedded)))
        }
    };
    Some(quote! {
        #functions

        #[allow(dead_code)]
        impl #name {
            /// The header of the functions for C, for a build script to write.
            pub fn c_header() -> impl ::core::fmt::Display {
                __resnet::c::header::<Self>(#prefix, #bytes)
            }
        }
    })
}

struct Exports<'a> {
    net: &'a Network,
    prefix: &'a str,
    span: Span,
}

impl Exports<'_> {
    fn functions(&self, embedded: &Embedded) -> TokenStream {
        let len = || quote!(usize);
        let network = || vec![("network", quote!(*mut __resnet::c::Handle))];
        let file = || vec![("file", quote!(*const ::core::ffi::c_void)), ("file_bytes", len())];
        let memory = || vec![("memory", quote!(*mut ::core::ffi::c_void)), ("memory_bytes", len())];
        let message =
            || vec![("message", quote!(*mut ::core::ffi::c_char)), ("message_bytes", len())];
        let compute = || {
            vec![
                ("network", quote!(*const __resnet::c::Handle)),
                ("image", quote!(*const f32)),
                ("image_len", len()),
                ("output", quote!(*mut f32)),
                ("output_len", len()),
                ("workspace", quote!(*mut ::core::ffi::c_void)),
                ("workspace_bytes", len()),
            ]
        };
        let none = TokenStream::new;
        let mut functions = vec![
            self.function("from_packed", none(), &[network(), file()].concat()),
            self.function("verify", none(), &file()),
            self.function("unpack", none(), &[network(), file(), memory()].concat()),
            self.function(
                "from_safetensors",
                none(),
                &[network(), file(), memory(), message()].concat(),
            ),
            self.function("forward", none(), &compute()),
        ];
        if self.net.head.classes.is_some() {
            functions.push(self.function("predict", none(), &compute()));
        }
        let name = &self.net.name;
        let load = || {
            let params = [network(), memory()].concat();
            self.function("embedded", quote!(#name::embedded,), &params)
        };
        match embedded {
            Embedded::None => {}
            Embedded::Packed { .. } => functions.push(load()),
            Embedded::File(_) | Embedded::Faulty => {
                let function = load();
                functions.push(quote!(__resnet::with_alloc! { #function }));
            }
        }
        functions.push(self.strerror());
        functions.into_iter().collect()
    }

    /// `first` is an argument that C does not give.
    fn function(&self, function: &str, first: TokenStream, params: &[Param]) -> TokenStream {
        let symbol = self.symbol(function);
        let (function, name) = (ident(function, self.span), &self.net.name);
        let names: Vec<_> = params.iter().map(|(name, _)| ident(name, self.span)).collect();
        let types = params.iter().map(|(_, ty)| ty);
        ::quote::quote_spanned! {ours(self.span)=>
            #[unsafe(export_name = #symbol)]
            unsafe extern "C" fn #function(#(#names: #types),*) -> ::core::ffi::c_int {
                unsafe { __resnet::c::#function::<#name>(#first #(#names),*) }
            }
        }
    }

    fn strerror(&self) -> TokenStream {
        let symbol = self.symbol("strerror");
        ::quote::quote_spanned! {ours(self.span)=>
            #[unsafe(export_name = #symbol)]
            extern "C" fn strerror(code: ::core::ffi::c_int) -> *const ::core::ffi::c_char {
                __resnet::c::strerror(code)
            }
        }
    }

    fn symbol(&self, function: &str) -> String {
        format!("{}_{function}", self.prefix)
    }
}
