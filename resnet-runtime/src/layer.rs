//! The table of a network's layers, and what follows from it: parameters,
//! multiply-adds, tensors, packed weights. One table, in execution order.

mod text;
mod totals;

pub use self::totals::{macs, packed_bytes, room_len, scratch_len, tensor_count, tensors, verify};
pub(crate) use self::totals::{packed_len, params, same};
use crate::kernels::{ConvShape, Source};
use crate::layout::padded;

/// One layer of a network: a row of [`Network::LAYERS`](crate::Network::LAYERS).
///
/// # Examples
///
/// ```
/// # extern crate resnet_runtime as resnet;
/// use resnet::Network;
///
/// fn print<N: Network>() {
///     for layer in N::LAYERS {
///         let [h, w, c] = layer.output;
///         println!("{:30} {:24} {h} x {w} x {c}", layer.name, layer.kind);
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Layer {
    /// The name in the program that the dialect follows.
    pub name: &'static str,
    /// What it computes.
    pub kind: LayerKind,
    /// Height, width, channels that it reads.
    pub input: [usize; 3],
    /// Height, width, channels that it writes.
    pub output: [usize; 3],
    /// Trained values, without moving statistics.
    pub params: u64,
    /// Multiply-adds of a convolution or a fully connected layer, padding counted as
    /// work; 0 for all others.
    pub macs: u64,
    /// Whether the output is an end point.
    pub end_point: bool,
    /// What the names of its tensors begin with.
    #[doc(hidden)]
    pub prefix: &'static str,
    /// What the layer loads.
    #[doc(hidden)]
    pub leaves: &'static [Leaf],
    /// The shapes of parameters, which nothing else decides.
    #[doc(hidden)]
    pub shapes: &'static [&'static [usize]],
}

/// What a [`Layer`] computes. `{}` writes it as in the tables of the literature:
/// `conv 3×3 / 2`, which is size and stride.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LayerKind {
    /// The first convolution, which reads the image.
    Root {
        /// Height and width of the filter.
        size: usize,
        /// Pixels between outputs.
        stride: usize,
    },
    /// A convolution.
    Conv {
        /// Height and width of the filter.
        size: usize,
        /// Pixels between outputs.
        stride: usize,
        /// Pixels between taps.
        rate: usize,
        /// Groups of channels that do not see each other.
        groups: usize,
    },
    /// Average pooling.
    AvgPool {
        /// Height and width of the window.
        size: usize,
        /// Pixels between outputs.
        stride: usize,
    },
    /// Max pooling.
    MaxPool {
        /// Height and width of the window.
        size: usize,
        /// Pixels between outputs.
        stride: usize,
    },
    /// A 3x3 binomial filter that blurs what a stride would alias.
    Blur {
        /// Pixels between outputs.
        stride: usize,
    },
    /// A convolution along channels, which reads their means.
    ChannelConv {
        /// Taps.
        size: usize,
    },
    /// A map times the sigmoid of what is read, a value per channel.
    Gate,
    /// Batch normalisation and activation.
    Preact,
    /// Group normalisation and activation.
    GroupNorm {
        /// Groups of channels, each normalised by itself.
        groups: usize,
    },
    /// Every `stride`-th pixel of an identity shortcut.
    Subsample {
        /// Pixels between outputs.
        stride: usize,
    },
    /// The sum of shortcut and residual: the output of a unit.
    Unit,
    /// The output of a block: that of its last unit.
    Block,
    /// The mean over all pixels.
    GlobalPool,
    /// A fully connected layer.
    Linear,
    /// Softmax over channels.
    Softmax,
    /// A function of the user's.
    Custom,
}

/// How a file lays out the filters of a convolution.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// `[height, width, in, out]`: TensorFlow.
    Hwio,
    /// `[out, in, height, width]`: PyTorch. A fully connected layer is
    /// `[out, in]`.
    Oihw,
}

/// One tensor of a layer: its name after the layer's prefix, and what it is.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Leaf(pub &'static str, pub Role);

/// What a tensor is to its layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// Filters of a convolution or a fully connected layer, in the layout of the
    /// dialect: see [`TensorSpec`].
    Weight,
    /// Added after a convolution or a fully connected layer.
    Bias,
    /// Scale of a normalisation.
    Gamma,
    /// Shift of a normalisation.
    Beta,
    /// Moving mean of a normalisation.
    Mean,
    /// Moving variance of a normalisation, 0 or more: the square of the deviation.
    Variance,
    /// A parameter of a function of the user's, used as it is.
    Param,
}

/// One tensor of a weight file: a row of [`Network::TENSORS`](crate::Network::TENSORS).
///
/// Filters are `[height, width, in, out]` in slim's dialects, and `[out, in, height,
/// width]` in all others, where a fully connected layer has `[out, in]`; with groups,
/// `in` are the channels of one. Everything else has one dimension, but the parameters
/// of one's own functions. A file has these tensors, in any order, of F32, F16 or BF16.
///
/// # Examples
///
/// What to write into a file, of a network that was trained elsewhere:
///
/// ```
/// # extern crate resnet_runtime as resnet;
/// use resnet::Network;
///
/// fn print<N: Network>() {
///     for spec in N::TENSORS {
///         println!("{:40} {:?} {:?}", spec.name, spec.shape(), spec.role);
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct TensorSpec {
    /// Its name in the file, `layer1.0.conv1.weight`.
    pub name: TensorName,
    /// What it is.
    pub role: Role,
    dims: [usize; 4],
    rank: usize,
    /// Values that go into one output of the layer.
    #[cfg_attr(not(feature = "alloc"), allow(dead_code))]
    pub(crate) fan_in: usize,
}

/// The name of a tensor, in two parts that no program had to join. `to_string()` joins
/// them, `==` compares it with a `&str`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TensorName {
    prefix: &'static str,
    leaf: &'static str,
}

impl Layer {
    /// A layer without weights.
    #[doc(hidden)]
    pub const fn plain(
        name: &'static str,
        kind: LayerKind,
        input: [usize; 3],
        output: [usize; 3],
    ) -> Self {
        Layer {
            name,
            kind,
            input,
            output,
            params: 0,
            macs: 0,
            end_point: false,
            prefix: "",
            leaves: &[],
            shapes: &[],
        }
    }

    /// A function of the user's, with parameters of these names and shapes.
    #[doc(hidden)]
    pub const fn custom(
        name: &'static str,
        input: [usize; 3],
        output: [usize; 3],
        leaves: &'static [Leaf],
        shapes: &'static [&'static [usize]],
    ) -> Self {
        let mut layer = Self::plain(name, LayerKind::Custom, input, output);
        (layer.prefix, layer.leaves, layer.shapes) = (name, leaves, shapes);
        let mut i = 0;
        while i < leaves.len() {
            layer.params += layer.tensor(i, Layout::Hwio).len() as u64;
            i += 1;
        }
        layer
    }

    /// A layer with weights.
    #[doc(hidden)]
    pub const fn weighted(
        name: &'static str,
        kind: LayerKind,
        input: [usize; 3],
        output: [usize; 3],
        leaves: &'static [Leaf],
    ) -> Self {
        let mut layer = Self::plain(name, kind, input, output);
        layer.prefix = name;
        layer.leaves = leaves;
        let mut i = 0;
        while i < leaves.len() {
            let spec = layer.tensor(i, Layout::Hwio);
            if !matches!(spec.role, Role::Mean | Role::Variance) {
                layer.params += spec.len() as u64;
            }
            if matches!(spec.role, Role::Weight) {
                let uses = match kind {
                    LayerKind::ChannelConv { .. } => output[2],
                    _ => output[0] * output[1],
                };
                layer.macs += uses as u64 * spec.len() as u64;
            }
            i += 1;
        }
        layer
    }

    /// The same layer, of which the names of tensors do not begin with its own.
    #[doc(hidden)]
    pub const fn prefix(mut self, prefix: &'static str) -> Self {
        self.prefix = prefix;
        self
    }

    /// The same layer, as an end point.
    #[doc(hidden)]
    pub const fn end_point(mut self) -> Self {
        self.end_point = true;
        self
    }

    /// Height and width of the filter, 0 if the layer has none.
    pub(crate) const fn size(&self) -> usize {
        match self.kind {
            LayerKind::Root { size, .. } | LayerKind::Conv { size, .. } => size,
            LayerKind::Linear => 1,
            _ => 0,
        }
    }

    /// Groups of the convolution, 1 if the layer is none.
    pub(crate) const fn groups(&self) -> usize {
        match self.kind {
            LayerKind::Conv { groups, .. } => groups,
            _ => 1,
        }
    }

    /// What each part of the layer convolves, if it does. Halos are left out:
    /// the packed weights do not depend on them.
    pub(crate) const fn conv(&self) -> Option<ConvShape> {
        let (size, stride, rate, source) = match self.kind {
            LayerKind::Root { size, stride } => (size, stride, 1, Source::Image { halo: size / 2 }),
            LayerKind::Conv { size, stride, rate, .. } => {
                (size, stride, rate, Source::Map { halo: size / 2 * rate })
            }
            LayerKind::Linear => (1, 1, 1, Source::Map { halo: 0 }),
            _ => return None,
        };
        let (input, output, group) = (self.input, self.output, self.input[2]);
        let shape = ConvShape { input, output, size, stride, rate, source, halo: 0, group };
        Some(shape.part(self.groups()))
    }

    /// Floats of the layer's packed weights.
    pub(crate) const fn packed_len(&self) -> usize {
        match (self.conv(), self.kind) {
            (Some(shape), _) => self.output[2] / shape.output[2] * shape.packed_len(),
            (None, LayerKind::Preact | LayerKind::GroupNorm { .. }) => 2 * padded(self.output[2]),
            (None, LayerKind::ChannelConv { size }) => padded(size),
            (None, LayerKind::Custom) => {
                let (mut i, mut sum) = (0, 0);
                while i < self.leaves.len() {
                    sum += padded(self.tensor(i, Layout::Hwio).len());
                    i += 1;
                }
                sum
            }
            _ => 0,
        }
    }

    /// Tensor `i` of the layer.
    pub(crate) const fn tensor(&self, i: usize, layout: Layout) -> TensorSpec {
        let Leaf(leaf, role) = self.leaves[i];
        let (cin, cout, size) = (self.input[2] / self.groups(), self.output[2], self.size());
        let fan_in = match self.kind {
            LayerKind::ChannelConv { size } => size,
            _ => size * size * cin,
        };
        let (dims, rank) = match (role, self.kind, layout) {
            (Role::Param, ..) => {
                let (shape, mut dims, mut n) = (self.shapes[i], [1; 4], 0);
                while n < shape.len() {
                    dims[n] = shape[n];
                    n += 1;
                }
                (dims, shape.len())
            }
            (Role::Weight, LayerKind::ChannelConv { size }, _) => ([1, 1, size, 1], 3),
            (Role::Weight, LayerKind::Linear, _) => ([cout, cin, 1, 1], 2),
            (Role::Weight, _, Layout::Hwio) => ([size, size, cin, cout], 4),
            (Role::Weight, _, Layout::Oihw) => ([cout, cin, size, size], 4),
            _ => ([cout, 1, 1, 1], 1),
        };
        let name = TensorName { prefix: self.prefix, leaf };
        TensorSpec { name, role, dims, rank, fan_in }
    }
}

impl TensorSpec {
    /// The dimensions, outermost first.
    pub fn shape(&self) -> &[usize] {
        &self.dims[..self.rank]
    }

    /// How many values there are.
    // A tensor of the table is never empty.
    #[allow(clippy::len_without_is_empty)]
    pub const fn len(&self) -> usize {
        self.dims[0] * self.dims[1] * self.dims[2] * self.dims[3]
    }
}

impl TensorName {
    /// The bytes of the whole name.
    #[cfg(feature = "alloc")]
    pub(crate) fn bytes(self) -> impl Iterator<Item = u8> {
        self.prefix.bytes().chain(self.leaf.bytes())
    }
}
