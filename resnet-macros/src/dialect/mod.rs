//! What the programs differ in whose networks we follow: one table each.

mod bit;
mod cifar;
mod published;
mod slim;
mod timm_v2;
mod torch;

use proc_macro2::Ident;

pub(crate) use self::published::unpublished;
/// Of names of types.
pub(crate) use self::slim::scope as snake_case;
use crate::ast::{Shortcut, UnitKind};
use crate::ir::{Layout, Leaves, Network, Part, Unit, Value};

/// One program's conventions.
pub(crate) struct Dialect {
    /// As `dialect:` names it.
    pub name: &'static str,
    /// The program, for docs and messages.
    pub program: &'static str,
    /// The scope of a type that names none.
    pub scope: fn(&str) -> String,
    /// Between the parts of a name.
    pub separator: char,
    /// Parts of names by which its files are known, all of them together; of two
    /// dialects whose parts a file has, the one with more.
    pub marks: &'static [&'static str],
    pub order: Order,
    pub norm: Norm,
    /// How many convolutions a root may have.
    pub roots: &'static [usize],
    /// The root of a declaration that gives none.
    pub root: RootForm,
    /// The kinds of unit that it has.
    pub kinds: &'static [UnitKind],
    /// Whether a shortcut is more than pixels of the identity.
    pub projects: fn(Change) -> bool,
    /// Whether blocks of the program's own networks take their stride in their
    /// last unit, and not in their first.
    pub strides_last: bool,
    /// What a projection reads.
    pub projection: Value,
    /// What a shortcut may be where it is more than that, the default first.
    pub shortcuts: &'static [Shortcut],
    /// Whether convolutions may have groups.
    pub groups: bool,
    /// Whether units may have attention, and whether strides may be blurred.
    pub attention: bool,
    pub blur: bool,
    pub padding: PoolPadding,
    /// Whether a fully connected layer makes the logits, or a convolution.
    pub linear: bool,
    /// Whether softmax is a layer.
    pub softmax: bool,
    pub label: fn(&Network, Option<&Unit>, Part) -> Label,
    /// How files lay out filters.
    pub layout: Layout,
    /// Added to a variance before the square root.
    pub epsilon: f64,
    /// If filters are standardised, those of all convolutions without bias:
    /// what is added to the variance of each.
    pub standardise: Option<f64>,
    /// Last parts of the names of tensors that training leaves in a file.
    pub leftovers: &'static [&'static str],
}

/// Where normalisation and activation stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// Before the convolutions; the sum stays raw (He et al. 2016, "Identity
    /// Mappings").
    Pre,
    /// After them; the sum is activated (He et al. 2016, "Deep Residual
    /// Learning").
    Post,
}

/// How maps are normalised.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Norm {
    /// By statistics of the training: part of the convolution before, or after.
    Batch,
    /// By those of the map itself, over so many groups of its channels.
    Group(usize),
}

/// A root of one convolution and perhaps a max pool, as declared.
#[derive(Clone, Copy)]
pub(crate) struct RootForm {
    /// Size, depth, stride.
    pub conv: [usize; 3],
    /// Size, stride.
    pub pool: Option<[usize; 2]>,
}

impl RootForm {
    /// That of every program for ImageNet that we follow.
    const IMAGENET: Self = RootForm { conv: [7, 64, 2], pool: Some([3, 2]) };
}

/// What a unit changes.
#[derive(Clone, Copy)]
pub(crate) struct Change {
    pub kind: UnitKind,
    pub first_of_block: bool,
    pub depth: bool,
    pub size: bool,
}

/// How a max pool treats the border.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum PoolPadding {
    /// TensorFlow's SAME: an even size is padded at the bottom and right.
    Same,
    /// Half the window on each side; padding never wins.
    Half,
    /// The same with zeros, which can win.
    Zeros,
}

/// What a layer is called.
#[derive(Default)]
pub(crate) struct Label {
    pub name: String,
    /// What the names of its tensors begin with.
    pub prefix: String,
    pub leaves: Option<&'static Leaves>,
    /// The constant of its end point, if it is one.
    pub end_point: Option<String>,
}

impl Dialect {
    /// All of them, the default first.
    pub const ALL: [&'static Dialect; 7] = [
        &slim::V2,
        &slim::V1,
        &torch::DIALECT,
        &timm_v2::DIALECT,
        &bit::DIALECT,
        &cifar::V1,
        &cifar::V2,
    ];
}

/// The dialect of this name, which parsing has found to be known; the default
/// if there is none.
pub(crate) fn named(name: Option<&Ident>) -> &'static Dialect {
    let default = Dialect::ALL[0];
    name.map_or(default, |name| {
        Dialect::ALL.into_iter().find(|dialect| name == dialect.name).unwrap_or(default)
    })
}

/// Shortcuts are convolutions where the shape changes: slim and the paper
/// leave strides without a change of depth to the identity.
fn where_depth_changes(change: Change) -> bool {
    change.depth
}

fn where_shape_changes(change: Change) -> bool {
    change.depth || change.size
}
