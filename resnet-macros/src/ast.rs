//! What a person wrote, with the place of every token. Knows nothing of shapes.

use std::fmt;

use proc_macro2::{Ident, Span};
use syn::{Attribute, LitStr, Path, Visibility};

/// A number of the DSL and the place where the user wrote it. Parsing has
/// made sure that it is 1 or more and at most [`Num::MAX`].
#[derive(Clone, Copy)]
pub(crate) struct Num {
    pub value: usize,
    pub span: Span,
}

impl Num {
    /// Far above any real size, and far below what would overflow when sizes
    /// are multiplied.
    pub const MAX: usize = 1 << 20;
}

/// A value that was written, or left out.
#[derive(Clone, Copy)]
pub(crate) struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

/// One `pub struct Name { … }`.
pub(crate) struct Network {
    pub attrs: Vec<Attribute>,
    pub vis: Visibility,
    pub name: Ident,
    pub fields: Fields,
    /// Whether no fault was found in it.
    pub sound: bool,
}

/// The fields of one network. `None` means not written, or written wrongly
/// and reported.
#[derive(Default)]
pub(crate) struct Fields {
    /// Height, width, channels.
    pub input: Option<[Num; 3]>,
    pub root: Option<Root>,
    pub blocks: Vec<Block>,
    pub classes: Option<Spanned<Option<usize>>>,
    pub global_pool: Option<Spanned<bool>>,
    pub output_stride: Option<Num>,
    pub scope: Option<LitStr>,
    pub weights: Option<LitStr>,
    /// The path of the facade, for those who re-export it.
    pub krate: Option<Path>,
    /// Only a known dialect is stored.
    pub dialect: Option<Ident>,
    /// Whether a field that decides about shapes was written and is faulty:
    /// what is left is another network, about which nothing should be said.
    pub broken: bool,
}

/// `root: none`, or `root: conv(size, depth, stride)`, or that
/// `+ max_pool(size, stride)`.
pub(crate) struct Root {
    pub span: Span,
    pub conv: Option<RootConv>,
}

pub(crate) struct RootConv {
    pub size: Num,
    pub depth: Num,
    pub stride: Num,
    pub pool: Option<RootPool>,
}

pub(crate) struct RootPool {
    pub size: Num,
    pub stride: Num,
}

/// `name: bottleneck[…] + […]`.
pub(crate) struct Block {
    pub name: Ident,
    pub kind: UnitKind,
    pub groups: Vec<Group>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum UnitKind {
    Bottleneck,
}

impl fmt::Display for UnitKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UnitKind::Bottleneck => f.write_str("bottleneck"),
        }
    }
}

/// `[(d, b, s), …]`, or `[(d, b, s); n]` with one unit repeated.
pub(crate) struct Group {
    pub units: Vec<Unit>,
    pub repeat: Option<Num>,
}

/// One residual unit: `(256, 64, 2)` is depth, bottleneck depth, stride.
pub(crate) struct Unit {
    /// The whole tuple.
    pub span: Span,
    pub depth: Num,
    pub bottleneck: Num,
    pub stride: Num,
}

impl Block {
    /// Bound on the units of one block, so that no declaration makes the
    /// compiler hang. ResNet-200 has 24, the CIFAR ResNet-1202 has 200.
    pub const MAX_UNITS: usize = 1000;
}
