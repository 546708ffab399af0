//! Tokens → [`ast`](crate::ast). Reports every fault it can find, each at the
//! smallest wrong token, and goes on at the next field.
//!
//! syn reads what is Rust (attributes, visibility, literals, paths). What is
//! ours is read by hand from slices of token trees: [`item`] finds the structs,
//! [`fields`] cuts a body into `name: value`, [`body`] knows which fields there
//! are, and the others read one kind of value each.

mod block;
mod body;
mod budget;
mod call;
mod custom;
mod decides;
mod export;
mod fields;
mod item;
mod kinds;
mod names;
mod number;
mod order;
mod repeat;
mod report;
mod root;
mod string;
mod tokens;
mod units;
mod value;
mod words;

#[cfg(test)]
mod tests;

use proc_macro2::{Span, TokenStream};

use crate::ast::Network;
use crate::errors::Errors;

/// All networks of one macro call. A network whose name could be read is
/// returned even if it is faulty, with its faults, so that a stub can be
/// emitted.
pub(crate) fn networks(tokens: TokenStream, errors: &mut Errors) -> Vec<(Network, Errors)> {
    if let Some(span) = tokens::too_deep(&tokens) {
        errors.at(span, "expected a declaration, found brackets nested too deeply");
        return Vec::new();
    }
    let trees = tokens::trees(tokens);
    let items = item::items(&trees);
    if items.is_empty() {
        let remedy = "write `pub struct Net { input: [224, 224, 3], \
                      block1: bottleneck[(256, 64, 1)], classes: 1001 }`";
        errors.at(Span::call_site(), format!("expected a network, found nothing; {remedy}"));
    }
    let network = |item| {
        let mut faults = Errors::default();
        match item::network(item, &mut faults) {
            Ok(net) => Some((net, faults)),
            Err(cfg) => {
                errors.extend(&cfg, faults);
                None
            }
        }
    };
    items.into_iter().filter_map(network).collect()
}
