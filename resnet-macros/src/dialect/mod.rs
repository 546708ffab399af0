//! What the programs differ in whose networks we follow: one file each.

mod slim_v2;

use proc_macro2::Ident;

use crate::ir::{Layer, Network};

/// One program's conventions.
pub(crate) struct Dialect {
    /// The program, for docs and messages.
    pub program: &'static str,
    /// The scope of a type that names none.
    pub scope: fn(&str) -> String,
    /// Every layer of a network, named, in execution order.
    pub layers: fn(&Network) -> Vec<Layer>,
    /// Added to a variance before the square root.
    pub epsilon: f64,
    /// Last parts of the names of tensors that training leaves in a file.
    pub leftovers: &'static [&'static str],
}

/// The dialect of this name, which parsing has found to be known.
pub(crate) fn named(_name: Option<&Ident>) -> &'static Dialect {
    &slim_v2::DIALECT
}
