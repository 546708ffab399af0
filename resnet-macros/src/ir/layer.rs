//! The layers of a network, in the order in which they run.

use std::fmt;

use proc_macro2::Span;

use super::Param;
use crate::shape::Shape;

/// A row of the layer table, and the statement that computes it.
pub(crate) struct Layer {
    pub name: String,
    /// What the names of its tensors begin with.
    pub prefix: String,
    pub kind: Kind,
    pub input: Shape,
    pub output: Shape,
    pub leaves: Option<&'static Leaves>,
    /// Those of a function of the user's, whose names go on after the prefix.
    pub params: Vec<Param>,
    /// The name of its constant, if the output is an end point.
    pub end_point: Option<String>,
    /// Which of the results its output is, if it is one.
    pub result: Option<usize>,
    /// Where a fault of its weights is reported.
    pub span: Span,
    /// Index of the unit that it belongs to.
    pub unit: Option<usize>,
    pub part: Part,
    /// The layer's way through memory.
    pub flow: Flow,
}

impl Layer {
    /// Whether a residual is added to its output, instead of to the sum before.
    pub fn makes_sum(&self) -> bool {
        self.part == Part::Shortcut || matches!(self.kind, Kind::Subsample { .. })
    }
}

/// What a layer is to its network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A convolution of the root, counted from 1, of so many.
    Root {
        number: usize,
        of: usize,
    },
    RootPool,
    RootBlur,
    Preact,
    ShortcutPool,
    Shortcut,
    /// A convolution of a unit, counted from 1, of so many.
    Conv {
        number: usize,
        of: usize,
    },
    /// After the convolution that has the stride.
    Blur,
    /// The means of the channels.
    Squeeze,
    /// What makes gates of them: layers counted from 1, of so many.
    Excite {
        number: usize,
        of: usize,
    },
    /// The product of the residual and its gates, added to the shortcut.
    Gate,
    /// The normalisation before convolution `number` of a unit, if it is a layer
    /// of its own.
    Norm {
        number: usize,
    },
    /// What a function of the user's adds to the shortcut.
    Residual,
    Unit,
    Block,
    /// A function of the user's, by its number.
    Custom(usize),
    Postnorm,
    GlobalPool,
    Logits,
    Softmax,
}

/// What a layer reads and where it writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Flow {
    pub reads: Value,
    pub writes: Slot,
    /// What else it may write to while it runs: see `stack/lend.rs`.
    pub scratch: Slot,
    /// Halo of its output.
    pub halo: usize,
    pub then: Then,
}

/// A value that a layer may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// The running sum.
    Sum,
    /// The preactivation of the running sum.
    Preact,
    /// What the layer before has written. (A gate reads the last map too.)
    Last,
}

/// A region of the workspace: see `emit/memory.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Sum,
    Spare,
    A,
    B,
    /// None: the layer computes nothing of its own, or takes the scratch memory of all.
    Nowhere,
}

/// What follows a convolution, computed with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Then {
    Nothing,
    Activate,
    /// A ReLU, whatever else the network has.
    Relu,
    /// The sum with the shortcut, then what the order of the dialect has.
    Add,
}

/// Mirrors `LayerKind` of the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Root { size: usize, stride: usize },
    Conv { size: usize, stride: usize, rate: usize, groups: usize },
    MaxPool { size: usize, stride: usize },
    AvgPool { size: usize, stride: usize },
    Preact,
    GroupNorm { groups: usize },
    Subsample { stride: usize },
    Blur { stride: usize },
    ChannelConv { size: usize },
    Gate,
    Unit,
    Block,
    GlobalPool,
    Linear,
    Softmax,
    Custom,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Kind::Root { size, stride } => write!(f, "conv {size}×{size} / {stride}"),
            Kind::Conv { size, stride, rate, groups } => {
                write!(f, "conv {size}×{size} / {stride}")?;
                if rate > 1 {
                    write!(f, ", rate {rate}")?;
                }
                if groups > 1 {
                    write!(f, ", {groups} groups")?;
                }
                Ok(())
            }
            Kind::MaxPool { size, stride } => write!(f, "max pool {size}×{size} / {stride}"),
            Kind::AvgPool { size, stride } => write!(f, "mean {size}×{size} / {stride}"),
            Kind::GroupNorm { groups } => write!(f, "group norm of {groups}, activation"),
            Kind::Preact => f.write_str("batch norm, activation"),
            Kind::Subsample { stride } => write!(f, "subsample / {stride}"),
            Kind::Blur { stride } => write!(f, "blur 3×3 / {stride}"),
            Kind::ChannelConv { size } => write!(f, "conv {size} along channels"),
            Kind::Gate => f.write_str("gate"),
            Kind::Unit => f.write_str("shortcut + residual"),
            Kind::Block => f.write_str("block"),
            Kind::GlobalPool => f.write_str("global mean"),
            Kind::Linear => f.write_str("linear"),
            Kind::Softmax => f.write_str("softmax"),
            Kind::Custom => f.write_str("custom"),
        }
    }
}

/// The tensors of one kind of layer.
#[derive(Debug)]
pub(crate) struct Leaves {
    /// What the expansion calls them.
    pub constant: &'static str,
    /// The rest of each name, after the layer's prefix.
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
    Param,
}

/// How a file lays out the filters of a convolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// `[height, width, in, out]`.
    Hwio,
    /// `[out, in, height, width]`; a fully connected layer is `[out, in]`.
    Oihw,
}

/// A tensor that a weight file must have.
pub(crate) struct Tensor {
    pub name: String,
    pub role: Role,
    pub shape: Vec<usize>,
}

impl Layer {
    /// The tensors of the layer.
    pub fn tensors(&self, layout: Layout) -> impl Iterator<Item = Tensor> {
        let leaves = self.leaves.map_or(&[][..], |leaves| leaves.tensors);
        let tensors = leaves.iter().map(move |(leaf, role)| Tensor {
            name: format!("{}{leaf}", self.prefix),
            role: *role,
            shape: self.tensor_shape(*role, layout),
        });
        let params = self.params.iter().map(|Param { name, shape }| Tensor {
            name: format!("{}{name}", self.prefix),
            role: Role::Param,
            shape: shape.clone(),
        });
        tensors.chain(params)
    }

    fn tensor_shape(&self, role: Role, layout: Layout) -> Vec<usize> {
        let (cin, cout) = (self.input.c, self.output.c);
        let (size, cin) = match self.kind {
            _ if role != Role::Weight => return vec![cout],
            Kind::Linear => return vec![cout, cin],
            Kind::ChannelConv { size } => return vec![1, 1, size],
            Kind::Root { size, .. } => (size, cin),
            Kind::Conv { size, groups, .. } => (size, cin / groups),
            _ => return Vec::new(),
        };
        match layout {
            Layout::Hwio => vec![size, size, cin, cout],
            Layout::Oihw => vec![cout, cin, size, size],
        }
    }

    fn weights(&self) -> u128 {
        self.count(|role| role == Role::Weight)
    }

    /// Trained values, without moving statistics.
    pub fn params(&self) -> u128 {
        self.count(|role| !matches!(role, Role::Mean | Role::Variance))
    }

    fn count(&self, counts: impl Fn(Role) -> bool) -> u128 {
        self.tensors(Layout::Hwio).filter(|t| counts(t.role)).map(|t| t.len()).sum()
    }

    /// Multiply-adds of convolutions, padding counted as work.
    pub fn macs(&self) -> u128 {
        let uses = match self.kind {
            Kind::ChannelConv { .. } => self.output.c as u128,
            _ => self.output.pixels(),
        };
        self.weights() * uses
    }
}

impl Tensor {
    pub fn len(&self) -> u128 {
        self.shape.iter().map(|n| *n as u128).product()
    }
}
