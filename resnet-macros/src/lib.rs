//! The macro of the crate [`resnet`](https://docs.rs/resnet). Use it from
//! there: what it expands to needs that crate.

mod ast;
mod cfg;
mod check;
mod dialect;
mod emit;
mod errors;
mod expand;
mod export;
mod fingerprint;
mod halos;
mod infer;
mod ir;
#[cfg(test)]
mod marked;
mod outputs;
mod parse;
mod shape;
mod stack;
mod suggest;
mod weights;

/// See `resnet::resnet!`.
#[proc_macro]
pub fn resnet(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::expand(tokens.into()).into()
}

/// See `resnet::include_packed!`, a part of which this is.
#[doc(hidden)]
#[proc_macro]
pub fn check_packed(path: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let fault = weights::included(path.into());
    fault.map(syn::Error::into_compile_error).unwrap_or_default().into()
}
