//! A network of which every shape is known. Made by `infer`, checked by
//! `check`, listed layer by layer by `stack`, read by `emit`, which decides
//! nothing.

mod layer;

use proc_macro2::{Ident, Span};
use syn::ExprPath;

pub(crate) use self::layer::{
    Flow, Kind, Layer, Layout, Leaves, Part, Role, Slot, Tensor, Then, Value,
};

use crate::ast::{self, Activation, Attention, Dim, OwnKind, Quantity, Shortcut, UnitKind};
use crate::dialect::Dialect;
use crate::shape::Shape;

/// A network, from the image to the result.
pub(crate) struct Network {
    pub name: Ident,
    pub dialect: &'static Dialect,
    /// Prefix of the names of variables and end points; may be empty.
    pub scope: String,
    pub input: Shape,
    pub activation: Activation,
    pub root: Root,
    /// The map that the first unit reads, and its halo.
    pub entry: Shape,
    pub entry_halo: usize,
    pub blocks: Vec<Block>,
    /// Those of the user's.
    pub kinds: Vec<OwnKind>,
    pub units: Vec<Unit>,
    pub stages: Vec<Stage>,
    pub head: Head,
    /// The end points that are the result; none: it is that of the last layer.
    pub outputs: Vec<Output>,
    /// Names of the tensors, or of what holds them, that a weight file may have
    /// though the network stops before them.
    pub unread: Vec<String>,
    /// Whether weights of half precision can be used where they lie.
    pub half: bool,
}

/// An end point that is a result of the network.
pub(crate) struct Output {
    /// The name of its constant.
    pub constant: String,
    /// The unit after which it is.
    pub unit: Option<usize>,
}

/// What stands before the first unit. Both may be absent.
#[derive(Default)]
pub(crate) struct Root {
    pub convs: Vec<RootConv>,
    pub pool: Option<Pool>,
    /// Whether the pool takes every pixel, and a blur its stride.
    pub blur: bool,
}

pub(crate) struct RootConv {
    pub span: Span,
    pub size: usize,
    pub stride: usize,
    pub input: Shape,
    pub output: Shape,
}

pub(crate) struct Pool {
    pub span: Span,
    pub size: usize,
    pub stride: usize,
    pub output: Shape,
}

pub(crate) struct Block {
    pub name: Ident,
}

/// A function of the user's, between two units.
pub(crate) struct Stage {
    pub name: Ident,
    pub function: ExprPath,
    pub params: Vec<Param>,
    pub input: Shape,
    pub output: Shape,
    /// Halo of its output.
    pub halo: usize,
    /// Index of the unit that follows; their number, if none does.
    pub unit: usize,
}

/// A parameter of such a function.
#[derive(Clone)]
pub(crate) struct Param {
    pub name: String,
    pub shape: Vec<usize>,
}

/// One residual unit.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Signature {
    pub kind: UnitKind,
    pub input: Shape,
    pub output: Shape,
    /// Channels within.
    pub width: usize,
    pub stride: usize,
    /// Of the first 3x3 convolution and the second, if there is one.
    pub rates: [usize; 2],
    pub groups: usize,
    /// `None`: the identity, of every `stride`-th pixel.
    pub shortcut: Option<Shortcut>,
    /// Whether the 3x3 convolution takes every pixel, and a blur its stride.
    pub blur: bool,
    pub attention: Option<Attention>,
    /// Halos of the map that the unit reads, and of the one that it leaves.
    pub halo: usize,
    pub next_halo: usize,
    /// Whether nothing reads a preactivation of the sum that the unit leaves.
    pub raw: bool,
}

impl Signature {
    /// The halo that the first convolution asks of what it reads.
    pub fn border(&self) -> usize {
        match self.kind {
            UnitKind::Basic => self.rates[0],
            UnitKind::Bottleneck | UnitKind::Custom(_) => 0,
        }
    }

    pub fn number(&self, quantity: Quantity) -> usize {
        match quantity {
            Quantity::Input => self.input.c,
            Quantity::Depth => self.output.c,
            Quantity::Bottleneck => self.width,
            Quantity::Stride => self.stride,
            Quantity::Rate => self.rates[0],
        }
    }

    /// The shape of a parameter of a unit.
    pub fn shape(&self, param: &ast::Param) -> Vec<usize> {
        let dim = |dim: &Dim| dim.of.map_or(1, |of| self.number(of)) * dim.times / dim.over;
        param.shape.iter().map(dim).collect()
    }
}

pub(crate) struct Head {
    pub span: Span,
    /// Whether sums that are raw are normalised at the end.
    pub norm: bool,
    pub global_pool: bool,
    pub classes: Option<usize>,
}

impl Network {
    /// The map after the last unit.
    pub fn exit(&self) -> Shape {
        let unit = self.units.last().map_or(self.entry, |unit| unit.signature.output);
        let stage = self.stages.last().filter(|stage| stage.unit == self.units.len());
        stage.map_or(unit, |stage| stage.output)
    }

    /// The stages before a unit, or after the last one, with their numbers.
    pub fn stages_before(&self, unit: usize) -> impl Iterator<Item = (usize, &Stage)> {
        self.stages.iter().enumerate().filter(move |(_, stage)| stage.unit == unit)
    }

    /// Whether the sum before a unit, or after the last one, is read as it is, not
    /// as its preactivation.
    pub fn is_read_raw(&self, unit: usize) -> bool {
        let ends = unit == self.units.len() && !self.head.norm;
        ends || self.stages_before(unit).next().is_some()
    }

    pub fn block_of(&self, unit: &Unit) -> &Block {
        &self.blocks[unit.block]
    }

    /// The kind of a unit, if it is the user's.
    pub fn own_kind(&self, signature: &Signature) -> Option<&OwnKind> {
        match signature.kind {
            UnitKind::Custom(kind) => Some(&self.kinds[kind]),
            UnitKind::Basic | UnitKind::Bottleneck => None,
        }
    }
}
