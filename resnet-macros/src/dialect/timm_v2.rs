//! timm's `resnetv2.py` with BatchNorm: preactivation, no biases, the stride
//! on the first unit, and a projection at the head of every stage.

use super::torch::{LEFTOVERS, Path, normed};
use super::{Change, Dialect, Label, Norm, Order, PoolPadding, RootForm};
use crate::ast::{Shortcut, UnitKind};
use crate::ir::{Layout, Leaves, Network, Part, Role, Unit, Value};

pub(super) static DIALECT: Dialect = Dialect {
    name: "timm_v2",
    program: "timm's resnetv2",
    scope: |_| String::new(),
    separator: '.',
    marks: &["stages.0.blocks.0.", "norm1.running_mean"],
    order: Order::Pre,
    norm: Norm::Batch,
    roots: &[1, 3],
    root: RootForm::IMAGENET,
    kinds: &[UnitKind::Bottleneck, UnitKind::Basic],
    projects,
    strides_last: false,
    projection: Value::Preact,
    shortcuts: &[Shortcut::Conv, Shortcut::AvgPool],
    groups: true,
    attention: false,
    blur: false,
    padding: PoolPadding::Half,
    linear: false,
    softmax: false,
    label,
    layout: Layout::Oihw,
    epsilon: 1e-5,
    standardise: None,
    leftovers: LEFTOVERS,
};

/// `PreActBottleneck` has a projection whenever it begins a stage, even where
/// the shape stays; `PreActBasic` where it changes.
fn projects(change: Change) -> bool {
    match change.kind {
        UnitKind::Bottleneck => change.first_of_block || change.depth || change.size,
        UnitKind::Basic | UnitKind::Custom(_) => change.depth || change.size,
    }
}

// The normalisation after a convolution is the one before the next.
normed!(CONV1, "conv1", "norm2");
normed!(CONV2, "conv2", "norm3");
normed!(STEM1, "stem.conv1", "stem.norm1");
normed!(STEM2, "stem.conv2", "stem.norm2");

/// A convolution alone.
macro_rules! plain {
    ($name:ident, $conv:literal) => {
        static $name: Leaves = Leaves {
            constant: stringify!($name),
            tensors: &[(concat!($conv, ".weight"), Role::Weight)],
        };
    };
}
pub(super) use plain;

plain!(LAST2, "conv2");
plain!(LAST3, "conv3");
plain!(STEM, "stem.conv");
plain!(STEM3, "stem.conv3");
plain!(DOWNSAMPLE, "downsample.conv");

/// A normalisation alone.
macro_rules! norm {
    ($name:ident, $norm:literal) => {
        static $name: Leaves = Leaves {
            constant: stringify!($name),
            tensors: &[
                (concat!($norm, ".weight"), Role::Gamma),
                (concat!($norm, ".bias"), Role::Beta),
                (concat!($norm, ".running_mean"), Role::Mean),
                (concat!($norm, ".running_var"), Role::Variance),
            ],
        };
    };
}
pub(super) use norm;

norm!(NORM1, "norm1");
norm!(NORM, "norm");

static HEAD: Leaves = Leaves {
    constant: "HEAD",
    tensors: &[("head.fc.weight", Role::Weight), ("head.fc.bias", Role::Bias)],
};

pub(super) fn label(net: &Network, unit: Option<&Unit>, part: Part) -> Label {
    let scope = Path::scope(net);
    let stage = unit.map_or(0, |unit| unit.block);
    let number = unit.map_or(0, |unit| unit.number - 1);
    let path = format!("{scope}stages.{stage}.blocks.{number}.");
    let block =
        unit.map_or(String::new(), |unit| net.block_of(unit).name.to_string()).to_uppercase();
    let at = |path: &str, name: &str, leaves| Label {
        name: format!("{path}{name}"),
        prefix: path.to_owned(),
        leaves,
        end_point: None,
    };
    let seen = |label: Label, constant: String| Label { end_point: Some(constant), ..label };
    match part {
        Part::Root { number, of } => match (number, of) {
            (_, 1) => seen(at(&scope, "stem.conv", Some(&STEM)), "STEM_CONV".into()),
            (1, _) => at(&scope, "stem.conv1", Some(&STEM1)),
            (2, _) => at(&scope, "stem.conv2", Some(&STEM2)),
            _ => seen(at(&scope, "stem.conv3", Some(&STEM3)), "STEM_CONV3".into()),
        },
        Part::RootPool => seen(at(&scope, "stem", None), "STEM".into()),
        Part::Preact => at(&path, "norm1", Some(&NORM1)),
        Part::ShortcutPool => at(&path, "downsample.pool", None),
        Part::Shortcut => at(&path, "downsample.conv", Some(&DOWNSAMPLE)),
        Part::Conv { number, of } => {
            let leaves = match (number, of) {
                (1, _) => &CONV1,
                (2, 2) => &LAST2,
                (2, _) => &CONV2,
                _ => &LAST3,
            };
            at(&path, &format!("conv{number}"), Some(leaves))
        }
        Part::Residual => at(&path, "residual", None),
        Part::Norm { number } => at(&path, &format!("norm{number}"), None),
        Part::Unit => {
            let name = path.trim_end_matches('.').to_owned();
            seen(Label { name, ..Label::default() }, format!("{block}_{number}"))
        }
        Part::Block => seen(at(&scope, &format!("stages.{stage}"), None), block),
        Part::Postnorm => seen(at(&scope, "norm", Some(&NORM)), "NORM".into()),
        Part::GlobalPool => seen(at(&scope, "head.global_pool", None), "GLOBAL_POOL".into()),
        Part::Logits => seen(at(&scope, "head.fc", Some(&HEAD)), "LOGITS".into()),
        // Those of other networks.
        Part::Softmax
        | Part::RootBlur
        | Part::Blur
        | Part::Squeeze
        | Part::Excite { .. }
        | Part::Gate
        | Part::Custom(_) => Label::default(),
    }
}
