//! The whole way of one `resnet!` call, from tokens to tokens.

use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, parse_quote};

use crate::cfg::Cfg;
use crate::errors::Errors;
use crate::{ast, check, emit, export, infer, outputs, parse, stack, weights};

/// Expands all networks of one call. Each fault becomes a `compile_error!` at
/// its token, and a network that has any a stub, so that one mistake is one
/// error. What no network can be made of is reported beside them.
pub(crate) fn expand(tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut networks = parse::networks(tokens, &mut errors);
    check_names(&mut networks, &mut errors);
    export::check(&mut networks);
    let networks = networks.into_iter().map(|(net, faults)| network(&net, faults));
    networks.chain([errors.into_compile_errors()]).collect()
}

/// Two types of one name would be dozens of errors, so that only the first is
/// compiled. Under `cfg` there may be two, of which one remains.
fn check_names(networks: &mut [(ast::Network, Errors)], errors: &mut Errors) {
    let mut seen: Vec<(Ident, Cfg)> = Vec::new();
    for (net, _) in networks {
        let (name, cfg) = (net.name.clone(), Cfg::of(&net.attrs));
        let same = || seen.iter().filter(|(other, _)| *other == name).map(|(_, cfg)| cfg);
        if same().next().is_some() {
            let other = Cfg::any(same());
            let mut duplicate = Errors::default();
            duplicate.at(name.span(), format_args!("duplicate network `{name}`"));
            errors.extend(&cfg.and(&other), duplicate);
            let alone = other.not();
            net.attrs.extend::<Vec<Attribute>>(parse_quote!(#alone));
        }
        seen.push((name, cfg));
    }
}

fn network(declared: &ast::Network, mut errors: Errors) -> TokenStream {
    let mut net = infer::network(declared, &mut errors);
    if let Some(net) = &mut net {
        outputs::choose(declared, net, &mut errors);
    }
    let layers = net.as_ref().map(stack::layers);
    if let (Some(net), Some(layers)) = (&net, &layers) {
        check::network(declared, net, layers, &mut errors);
    }
    let is_sound = errors.is_empty();
    let file = weights::open(declared, &mut errors);
    // It is compared with a declaration that says what was meant.
    let (Some(mut net), Some(layers), true) = (net, layers, is_sound) else {
        return emit::stub(declared, errors);
    };
    net.half = weights::half(&file, declared, &mut errors);
    let embedded = weights::check(file, declared, &net, &layers, &mut errors);
    let note = check::strides(declared, &net);
    emit::network(declared, &net, &layers, &embedded, note, errors)
}

#[cfg(test)]
mod tests;
