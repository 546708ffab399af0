//! A network of which every shape is known. Made by `infer`, checked by
//! `check`, read by `emit`, which decides nothing.

use std::fmt;

use proc_macro2::{Ident, Span};

use crate::ast::UnitKind;
use crate::dialect::Dialect;
use crate::shape::Shape;

/// A network, from the image to the result.
pub(crate) struct Network {
    pub name: Ident,
    pub dialect: &'static Dialect,
    /// Prefix of the names of variables and end points.
    pub scope: String,
    pub input: Shape,
    pub root: Option<Root>,
    /// The map that the first unit reads.
    pub entry: Shape,
    pub blocks: Vec<Block>,
    pub units: Vec<Unit>,
    pub head: Head,
    pub output: Shape,
}

/// The root convolution, and the pool after it.
pub(crate) struct Root {
    pub span: Span,
    pub size: usize,
    pub stride: usize,
    pub output: Shape,
    pub pool: Option<Pool>,
}

pub(crate) struct Pool {
    pub size: usize,
    pub stride: usize,
    pub output: Shape,
}

pub(crate) struct Block {
    pub name: Ident,
}

/// One bottleneck unit.
#[derive(Clone)]
pub(crate) struct Unit {
    /// Index of its block.
    pub block: usize,
    /// Counted within the block, from 1.
    pub number: usize,
    pub last_of_block: bool,
    /// Its tuple in the source.
    pub span: Span,
    pub signature: Signature,
    /// Whether anything reads the raw sum after this unit: the identity
    /// shortcut of the next one.
    pub keep: bool,
}

/// Everything that the code of a unit depends on: units with the same one
/// share a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Signature {
    pub kind: UnitKind,
    pub input: Shape,
    pub output: Shape,
    pub bottleneck: usize,
    pub stride: usize,
    pub rate: usize,
    /// Whether the shortcut is a convolution, since the depth changes.
    pub projection: bool,
}

pub(crate) struct Head {
    pub span: Span,
    pub global_pool: bool,
    pub classes: Option<usize>,
}

impl Network {
    /// The map after the last unit.
    pub fn exit(&self) -> Shape {
        self.units.last().map_or(self.entry, |unit| unit.signature.output)
    }

    pub fn block_of(&self, unit: &Unit) -> &Block {
        &self.blocks[unit.block]
    }
}

/// A row of the layer table.
pub(crate) struct Layer {
    pub name: String,
    pub kind: Kind,
    pub input: Shape,
    pub output: Shape,
    pub leaves: Option<&'static Leaves>,
    /// The name of its constant, if the output is an end point.
    pub end_point: Option<String>,
    /// Where a fault of its weights is reported.
    pub span: Span,
    /// Index of the unit that it belongs to.
    pub unit: Option<usize>,
}

/// Mirrors `LayerKind` of the runtime.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Root { size: usize, stride: usize },
    Conv { size: usize, stride: usize, rate: usize },
    MaxPool { size: usize, stride: usize },
    Preact,
    Subsample { stride: usize },
    Unit,
    Block,
    GlobalPool,
    Softmax,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Kind::Root { size, stride } | Kind::Conv { size, stride, rate: 1 } => {
                write!(f, "conv {size}×{size} / {stride}")
            }
            Kind::Conv { size, stride, rate } => {
                write!(f, "conv {size}×{size} / {stride}, rate {rate}")
            }
            Kind::MaxPool { size, stride } => write!(f, "max pool {size}×{size} / {stride}"),
            Kind::Preact => f.write_str("batch norm, relu"),
            Kind::Subsample { stride } => write!(f, "subsample / {stride}"),
            Kind::Unit => f.write_str("shortcut + residual"),
            Kind::Block => f.write_str("block"),
            Kind::GlobalPool => f.write_str("global mean"),
            Kind::Softmax => f.write_str("softmax"),
        }
    }
}

/// The tensors of one kind of layer.
pub(crate) struct Leaves {
    /// What the expansion calls them.
    pub constant: &'static str,
    /// The rest of each name, after the layer's.
    pub tensors: &'static [(&'static str, Role)],
}

/// Mirrors `Role` of the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Weight,
    Bias,
    Gamma,
    Beta,
    Mean,
    Variance,
}

/// A tensor that a weight file must have.
pub(crate) struct Tensor {
    pub name: String,
    pub role: Role,
    pub shape: Vec<usize>,
}

impl Layer {
    /// The tensors of the layer.
    pub fn tensors(&self) -> impl Iterator<Item = Tensor> {
        let leaves = self.leaves.map_or(&[][..], |leaves| leaves.tensors);
        leaves.iter().map(|(leaf, role)| Tensor {
            name: format!("{}{leaf}", self.name),
            role: *role,
            shape: match (role, self.kind) {
                (Role::Weight, Kind::Root { size, .. } | Kind::Conv { size, .. }) => {
                    vec![size, size, self.input.c, self.output.c]
                }
                _ => vec![self.output.c],
            },
        })
    }

    /// Trained values, without moving statistics.
    pub fn params(&self) -> u128 {
        let trained = |t: &Tensor| !matches!(t.role, Role::Mean | Role::Variance);
        self.tensors().filter(trained).map(|t| t.len()).sum()
    }

    /// Multiply-adds of convolutions, padding counted as work.
    pub fn macs(&self) -> u128 {
        let weights = self.tensors().filter(|t| t.role == Role::Weight);
        weights.map(|t| t.len() * self.output.pixels()).sum()
    }
}

impl Tensor {
    pub fn len(&self) -> u128 {
        self.shape.iter().map(|n| *n as u128).product()
    }
}
