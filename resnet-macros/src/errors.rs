//! Collects faults, so that one compile reports all of them.

use std::fmt::Display;
use std::{iter, vec};

use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::cfg::Cfg;

/// Faults found so far, and when they matter.
#[derive(Default)]
pub(crate) struct Errors(Vec<(Cfg, syn::Error)>);

impl Errors {
    pub fn at(&mut self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    pub fn push(&mut self, error: syn::Error) {
        self.0.push((Cfg::default(), error));
    }

    /// Takes over the faults of what is compiled under a condition.
    pub fn extend(&mut self, cfg: &Cfg, others: Errors) {
        self.0.extend(others.0.into_iter().map(|(own, error)| (own.and(cfg), error)));
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A `compile_error!` for each fault, at its token. They can stand where
    /// items or statements can.
    pub fn into_compile_errors(self) -> TokenStream {
        let errors = self.0.into_iter().map(|(cfg, error)| {
            let error = error.into_compile_error();
            quote!(#cfg #error)
        });
        errors.collect()
    }
}

impl IntoIterator for Errors {
    type Item = syn::Error;
    type IntoIter =
        iter::Map<vec::IntoIter<(Cfg, syn::Error)>, fn((Cfg, syn::Error)) -> syn::Error>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(|(_, error)| error)
    }
}
