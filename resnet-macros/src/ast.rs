//! What a person wrote, with the place of every token. Knows nothing of shapes.

use std::fmt;

use proc_macro2::{Ident, Literal, Span};
use syn::{Attribute, ExprPath, LitStr, Path, Visibility};

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

    /// The number as a token at its place.
    pub fn literal(self) -> Literal {
        let mut literal = Literal::usize_unsuffixed(self.value);
        literal.set_span(self.span);
        literal
    }
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
}

/// The fields of one network. `None` means not written, or written wrongly
/// and reported.
#[derive(Default)]
pub(crate) struct Fields {
    /// Height, width, channels.
    pub input: Option<[Num; 3]>,
    pub root: Option<Root>,
    pub blocks: Vec<Block>,
    /// Kinds of unit of the user's own.
    pub kinds: Vec<OwnKind>,
    /// Functions of the user's between them.
    pub stages: Vec<Stage>,
    pub classes: Option<Spanned<Option<usize>>>,
    pub global_pool: Option<Spanned<bool>>,
    /// The end points that are the result, instead of logits or features.
    pub outputs: Option<Vec<Ident>>,
    pub output_stride: Option<Num>,
    /// Blocks whose strides become dilation.
    pub dilate: Vec<Ident>,
    /// Groups of the convolutions between the 1x1 ones of a bottleneck.
    pub groups: Option<Num>,
    pub shortcut: Option<Spanned<Shortcut>>,
    pub activation: Option<Activation>,
    pub attention: Option<Spanned<Attention>>,
    /// Whether what a stride would alias is blurred.
    pub blur: Option<Spanned<bool>>,
    pub budget: Option<Budget>,
    /// Whether weights of half precision can be used where they lie.
    pub half: Option<Spanned<bool>>,
    pub scope: Option<LitStr>,
    pub weights: Option<LitStr>,
    pub export: Option<Export>,
    /// The path of the facade, for those who re-export it.
    pub krate: Option<Path>,
    /// Only a known dialect is stored.
    pub dialect: Option<Ident>,
    /// Whether a field other than the input that decides about shapes was
    /// written and is faulty: what is left is another network, about which
    /// nothing should be said.
    pub broken: bool,
}

/// Limits on what the network takes.
#[derive(Clone, Copy, Default)]
pub(crate) struct Budget {
    /// Bytes of the workspace.
    pub ram: Option<usize>,
    /// Bytes of the packed weights, as f32.
    pub flash: Option<usize>,
    pub macs: Option<usize>,
}

/// `export: "C" as prefix`.
pub(crate) struct Export {
    /// What the names of all functions begin with, if it was written.
    pub prefix: Option<Ident>,
    pub span: Span,
}

/// `root: none`, or convolutions and perhaps a pool:
/// `conv(3, 32, 2) + conv(3, 64, 1) + max_pool(3, 2)`.
pub(crate) struct Root {
    pub convs: Vec<RootConv>,
    pub pool: Option<RootPool>,
}

/// `conv(size, depth, stride)`.
pub(crate) struct RootConv {
    pub span: Span,
    pub size: Num,
    pub depth: Num,
    pub stride: Num,
}

/// `max_pool(size, stride)`.
pub(crate) struct RootPool {
    pub span: Span,
    pub size: Num,
    pub stride: Num,
}

/// What a shortcut does where the shape changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shortcut {
    /// A 1x1 convolution, strided.
    Conv,
    /// A 2x2 mean, strided, then a 1x1 convolution: ResNet-D.
    AvgPool,
    /// Every n-th pixel, and channels of zeros: option A of He et al. 2016.
    Pad,
}

/// What is applied after normalisations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Activation {
    #[default]
    Relu,
    Relu6,
    Silu,
}

/// What weighs the channels of a residual by their means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attention {
    /// Two 1x1 convolutions, with fewer channels between them by a divisor
    /// (Hu et al. 2018, "Squeeze-and-Excitation Networks").
    Se { divisor: usize },
    /// A convolution along the channels (Wang et al. 2020, "ECA-Net").
    Eca,
}

impl Attention {
    pub const NAMES: [&str; 2] = ["se", "eca"];

    /// Hu's own divisor.
    pub const SE: Attention = Attention::Se { divisor: 16 };

    /// Channels between the two convolutions: a multiple of 8, as timm's
    /// `make_divisible` rounds.
    pub const fn reduced(channels: usize, divisor: usize) -> usize {
        let eights = (channels + 4 * divisor) / (8 * divisor);
        if eights == 0 { 8 } else { 8 * eights }
    }

    /// Taps along so many channels: (log₂ C + 1) / 2, odd, and at least 3.
    pub const fn taps(channels: usize) -> usize {
        let taps = (channels.ilog2() as usize).div_ceil(2) | 1;
        if taps < 3 { 3 } else { taps }
    }
}

impl Activation {
    pub const ALL: [Activation; 3] = [Activation::Relu, Activation::Relu6, Activation::Silu];

    pub const fn name(self) -> &'static str {
        match self {
            Activation::Relu => "relu",
            Activation::Relu6 => "relu6",
            Activation::Silu => "silu",
        }
    }
}

impl Shortcut {
    pub const ALL: [Shortcut; 3] = [Shortcut::Conv, Shortcut::AvgPool, Shortcut::Pad];

    pub const fn name(self) -> &'static str {
        match self {
            Shortcut::Conv => "conv",
            Shortcut::AvgPool => "avg_pool",
            Shortcut::Pad => "pad",
        }
    }
}

/// `name: bottleneck[…] + […]`.
pub(crate) struct Block {
    pub name: Ident,
    /// The kinds that it names, in their order.
    pub kinds: Vec<Spanned<UnitKind>>,
    pub groups: Vec<Group>,
}

/// `name: custom(function, parameter: [64, 64]) -> [height, width, channels]`.
pub(crate) struct Stage {
    pub name: Ident,
    pub function: ExprPath,
    pub params: Vec<Param>,
    /// `None`: that of the input.
    pub output: Option<[Num; 3]>,
    /// How many blocks stand before it.
    pub before: usize,
}

/// `name: custom(function, stride, parameter: [depth, input])` among `kinds`.
#[derive(Clone)]
pub(crate) struct OwnKind {
    pub name: Ident,
    pub function: ExprPath,
    pub args: Vec<Arg>,
}

/// What a function is given behind its tensors.
#[derive(Clone)]
pub(crate) enum Arg {
    /// A number of the unit.
    Number(Spanned<Quantity>),
    Param(Param),
}

/// A tensor of a weight file, given to a function as it is.
#[derive(Clone)]
pub(crate) struct Param {
    /// Its parts are joined by dots.
    pub name: String,
    pub span: Span,
    /// One dimension to [`Param::MAX_RANK`].
    pub shape: Vec<Dim>,
}

impl Param {
    pub const MAX_RANK: usize = 4;
}

/// `64`, or `depth`, `4 * depth`, `depth / 2` of a unit.
#[derive(Clone, Copy)]
pub(crate) struct Dim {
    /// None: of one.
    pub of: Option<Quantity>,
    pub times: usize,
    pub over: usize,
}

/// A number of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quantity {
    /// Channels that it reads.
    Input,
    Depth,
    Bottleneck,
    Stride,
    /// Of its 3x3 convolutions.
    Rate,
}

impl Quantity {
    pub const ALL: [Quantity; 5] =
        [Quantity::Input, Quantity::Depth, Quantity::Bottleneck, Quantity::Stride, Quantity::Rate];

    pub const fn name(self) -> &'static str {
        match self {
            Quantity::Input => "input",
            Quantity::Depth => "depth",
            Quantity::Bottleneck => "bottleneck",
            Quantity::Stride => "stride",
            Quantity::Rate => "rate",
        }
    }

    /// Whether it counts channels.
    pub fn is_channels(self) -> bool {
        !matches!(self, Quantity::Stride | Quantity::Rate)
    }
}

impl OwnKind {
    /// Whether anything of it depends on a number of the unit.
    pub fn names(&self, quantity: Quantity) -> bool {
        self.args.iter().any(|arg| match arg {
            Arg::Number(number) => number.value == quantity,
            Arg::Param(param) => param.shape.iter().any(|dim| dim.of == Some(quantity)),
        })
    }

    pub fn numbers(&self) -> impl Iterator<Item = Quantity> {
        self.args.iter().filter_map(|arg| match arg {
            Arg::Number(number) => Some(number.value),
            Arg::Param(_) => None,
        })
    }

    pub fn params(&self) -> impl Iterator<Item = &Param> {
        self.args.iter().filter_map(|arg| match arg {
            Arg::Param(param) => Some(param),
            Arg::Number(_) => None,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum UnitKind {
    /// Two 3x3 convolutions: `(depth, stride)`.
    Basic,
    /// 1x1, 3x3 and 1x1: `(depth, bottleneck depth, stride)`.
    Bottleneck,
    /// One of the user's, by its number: either tuple.
    Custom(usize),
}

impl UnitKind {
    /// Those of the dialects.
    pub const ALL: [UnitKind; 2] = [UnitKind::Bottleneck, UnitKind::Basic];

    pub const fn name(self) -> &'static str {
        match self {
            UnitKind::Basic => "basic",
            UnitKind::Bottleneck => "bottleneck",
            UnitKind::Custom(_) => "custom",
        }
    }

    pub fn is_custom(self) -> bool {
        matches!(self, UnitKind::Custom(_))
    }

    pub fn of(name: &str) -> Option<UnitKind> {
        UnitKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl fmt::Display for UnitKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// `[(d, b, s), …]`, or `[(d, b, s); n]` with one unit repeated.
pub(crate) struct Group {
    pub units: Vec<Unit>,
    pub repeat: Option<Num>,
}

/// One residual unit: `(256, 64, 2)` is depth, bottleneck depth, stride, and
/// `(64, 2)` is depth, stride of a basic one.
pub(crate) struct Unit {
    pub kind: UnitKind,
    /// The whole tuple.
    pub span: Span,
    pub depth: Num,
    /// Channels within: the bottleneck depth, or the depth.
    pub width: Num,
    pub stride: Num,
}

impl Block {
    /// Bound on the units of one block, so that no declaration makes the
    /// compiler hang. ResNet-200 has 24, the CIFAR ResNet-1202 has 200.
    pub const MAX_UNITS: usize = 1000;
}

#[cfg(test)]
mod tests {
    use super::Attention;

    /// Of timm's `make_divisible` and `EcaModule`.
    #[test]
    fn the_sizes_of_attention_are_those_of_timm() {
        for (channels, divisor, reduced) in
            [(8, 16, 8), (96, 16, 8), (192, 16, 16), (256, 16, 16), (2048, 16, 128), (256, 4, 64)]
        {
            assert_eq!(Attention::reduced(channels, divisor), reduced, "{channels} / {divisor}");
        }
        for (channels, taps) in
            [(1, 3), (64, 3), (127, 3), (128, 5), (256, 5), (512, 5), (1024, 5), (2048, 7)]
        {
            assert_eq!(Attention::taps(channels), taps, "{channels}");
        }
    }
}
