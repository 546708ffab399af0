//! The whole way of one `resnet!` call, from tokens to tokens.

use proc_macro2::TokenStream;

use crate::errors::Errors;
use crate::weights::Embedded;
use crate::{ast, check, emit, infer, parse, weights};

/// Expands all networks of one call. Each fault becomes a `compile_error!` at
/// its token, and what has faults a stub, so that one mistake is one error.
pub(crate) fn expand(tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let networks = parse::networks(tokens, &mut errors);
    let mut code: TokenStream = networks.iter().map(|net| network(net, &mut errors)).collect();
    if let Err(error) = errors.finish() {
        code.extend(error.into_compile_error());
    }
    code
}

fn network(declared: &ast::Network, errors: &mut Errors) -> TokenStream {
    let before = errors.len();
    let Some(net) = infer::network(declared, errors) else {
        return emit::stub(declared);
    };
    let layers = (net.dialect.layers)(&net);
    check::network(&net, &layers, errors);
    if errors.len() > before {
        return emit::stub(declared);
    }
    // A file is compared with a declaration that says what was meant.
    let embedded = match (&declared.fields.weights, declared.sound) {
        (_, true) => weights::check(declared, &net, &layers, errors),
        (None, false) => Embedded::None,
        (Some(_), false) => Embedded::Faulty,
    };
    emit::network(declared, &net, &layers, &embedded)
}

#[cfg(test)]
mod tests;
