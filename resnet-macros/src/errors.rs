//! Collects faults, so that one compile reports all of them.

use std::fmt::Display;
use std::{iter, vec};

use proc_macro2::{Span, TokenStream};

/// Faults found so far.
#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    pub fn at(&mut self, span: Span, message: impl Display) {
        self.0.push(syn::Error::new(span, message));
    }

    pub fn push(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    pub fn extend(&mut self, others: Errors) {
        self.0.extend(others.0);
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
        self.0.iter().map(syn::Error::to_compile_error).collect()
    }
}

impl IntoIterator for Errors {
    type Item = syn::Error;
    type IntoIter = iter::Flatten<vec::IntoIter<syn::Error>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().flatten()
    }
}
