//! The whole way of one `resnet!` call, from tokens to tokens.

use proc_macro2::TokenStream;

use crate::errors::Errors;
use crate::weights::Embedded;
use crate::{ast, check, emit, infer, parse, weights};

/// Expands all networks of one call. Each fault becomes a `compile_error!` at
/// its token, and what has faults a stub, so that one mistake is one error.
pub(crate) fn expand(tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut networks = parse::networks(tokens, &mut errors);
    drop_duplicates(&mut networks, &mut errors);
    let mut code: TokenStream = networks.iter().map(|net| network(net, &mut errors)).collect();
    if let Err(error) = errors.finish() {
        code.extend(error.into_compile_error());
    }
    code
}

/// Two types of one name would be dozens of errors. Under `cfg` there may be
/// two, of which one remains.
fn drop_duplicates(networks: &mut Vec<ast::Network>, errors: &mut Errors) {
    let mut names = Vec::new();
    networks.retain(|net| {
        let is_choice = net.attrs.iter().any(|attr| attr.path().is_ident("cfg"));
        let is_first = is_choice || !names.contains(&net.name);
        if !is_first {
            errors.at(net.name.span(), format_args!("duplicate network `{}`", net.name));
        }
        names.push(net.name.clone());
        is_first
    });
}

fn network(declared: &ast::Network, errors: &mut Errors) -> TokenStream {
    let before = errors.len();
    let Some(net) = infer::network(declared, errors) else {
        return emit::stub(declared);
    };
    let layers = (net.dialect.layers)(&net);
    let inferred = errors.len();
    check::network(&net, &layers, errors);
    if errors.len() > inferred {
        return emit::stub(declared);
    }
    // A file is compared with a declaration that says what was meant.
    let embedded = match declared.sound && errors.len() == before {
        true => weights::check(declared, &net, &layers, errors),
        false => Embedded::Faulty,
    };
    emit::network(declared, &net, &layers, &embedded)
}

#[cfg(test)]
mod tests;
