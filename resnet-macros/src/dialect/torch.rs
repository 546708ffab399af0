//! torchvision's `resnet.py` (v1.5: the stride of a bottleneck is in its 3x3
//! convolution) and timm's `resnet.py`, which keeps its names.

use super::{Dialect, Label, Norm, Order, PoolPadding, RootForm, where_shape_changes};
use crate::ast::{Shortcut, UnitKind};
use crate::ir::{Layout, Leaves, Network, Part, Role, Unit, Value};

pub(super) static DIALECT: Dialect = Dialect {
    name: "torch",
    program: "torchvision's resnet",
    scope: |_| String::new(),
    separator: '.',
    marks: &["layer1.0."],
    order: Order::Post,
    norm: Norm::Batch,
    roots: &[1, 3],
    root: RootForm::IMAGENET,
    kinds: &[UnitKind::Bottleneck, UnitKind::Basic],
    projects: where_shape_changes,
    strides_last: false,
    projection: Value::Sum,
    shortcuts: &[Shortcut::Conv, Shortcut::AvgPool, Shortcut::Pad],
    groups: true,
    attention: true,
    blur: true,
    padding: PoolPadding::Half,
    linear: true,
    softmax: false,
    label,
    layout: Layout::Oihw,
    // The default of `BatchNorm2d`.
    epsilon: 1e-5,
    standardise: None,
    leftovers: LEFTOVERS,
};

/// `BatchNorm2d` counts batches.
pub(super) const LEFTOVERS: &[&str] = &["num_batches_tracked"];

/// A convolution and the normalisation after it.
macro_rules! normed {
    ($name:ident, $conv:literal, $norm:literal) => {
        pub(super) static $name: Leaves = Leaves {
            constant: stringify!($name),
            tensors: &[
                (concat!($conv, ".weight"), Role::Weight),
                (concat!($norm, ".weight"), Role::Gamma),
                (concat!($norm, ".bias"), Role::Beta),
                (concat!($norm, ".running_mean"), Role::Mean),
                (concat!($norm, ".running_var"), Role::Variance),
            ],
        };
    };
}
pub(super) use normed;

normed!(CONV1, "conv1", "bn1");
normed!(CONV2, "conv2", "bn2");
normed!(CONV3, "conv3", "bn3");
normed!(STEM1, "conv1.0", "conv1.1");
normed!(STEM2, "conv1.3", "conv1.4");
normed!(STEM3, "conv1.6", "bn1");
normed!(DOWNSAMPLE, "downsample.0", "downsample.1");
// Behind the pool, which has number 0.
normed!(POOLED, "downsample.1", "downsample.2");

pub(super) static LINEAR: Leaves =
    Leaves { constant: "LINEAR", tensors: &[("fc.weight", Role::Weight), ("fc.bias", Role::Bias)] };

/// A convolution with a bias.
macro_rules! biased {
    ($name:ident, $conv:literal) => {
        static $name: Leaves = Leaves {
            constant: stringify!($name),
            tensors: &[
                (concat!($conv, ".weight"), Role::Weight),
                (concat!($conv, ".bias"), Role::Bias),
            ],
        };
    };
}

biased!(FC1, "se.fc1");
biased!(FC2, "se.fc2");

/// ECA's; timm calls every attention `se`.
static ECA: Leaves = Leaves { constant: "ECA", tensors: &[("se.conv.weight", Role::Weight)] };

pub(super) fn label(net: &Network, unit: Option<&Unit>, part: Part) -> Label {
    let scope = Path::scope(net);
    let path = unit.map_or(String::new(), |unit| Path::unit(net, unit));
    let block = unit.map_or(String::new(), |unit| net.block_of(unit).name.to_string());
    let inner = |name: &str, leaves| Label {
        name: format!("{path}{name}"),
        prefix: path.clone(),
        leaves,
        end_point: None,
    };
    let outer = |name: &str, leaves| Label {
        name: format!("{scope}{name}"),
        prefix: scope.clone(),
        leaves,
        end_point: None,
    };
    let seen = |label: Label, constant: String| Label { end_point: Some(constant), ..label };
    match part {
        Part::Root { number, of } => {
            let leaves = match (number, of) {
                (_, 1) => &CONV1,
                (1, _) => &STEM1,
                (2, _) => &STEM2,
                _ => &STEM3,
            };
            let last = number == of;
            // After its normalisation and ReLU, which has this name.
            let name = if last { "relu".to_owned() } else { format!("conv1.{}", 3 * number - 1) };
            let label = outer(&name, Some(leaves));
            if last { seen(label, "RELU".into()) } else { label }
        }
        // With a blur the two are a `Sequential`.
        Part::RootPool if net.root.blur => outer("maxpool.0", None),
        Part::RootPool | Part::RootBlur => seen(outer("maxpool", None), "MAXPOOL".into()),
        Part::ShortcutPool => inner("downsample.0", None),
        Part::Shortcut => match unit.and_then(|unit| unit.signature.shortcut) {
            Some(Shortcut::AvgPool) => inner("downsample.1", Some(&POOLED)),
            _ => inner("downsample.0", Some(&DOWNSAMPLE)),
        },
        Part::Conv { number, .. } => {
            let leaves = [&CONV1, &CONV2, &CONV3][number - 1];
            inner(&format!("conv{number}"), Some(leaves))
        }
        Part::Residual => inner("residual", None),
        Part::Blur => inner("aa", None),
        Part::Squeeze => inner("se.mean", None),
        Part::Excite { of: 1, .. } => inner("se.conv", Some(&ECA)),
        Part::Excite { number, .. } => {
            inner(&format!("se.fc{number}"), Some([&FC1, &FC2][number - 1]))
        }
        Part::Gate => inner("se", None),
        Part::Unit => {
            let number = unit.map_or(0, |unit| unit.number - 1);
            let constant = format!("{}_{number}", block.to_uppercase());
            let name = path.trim_end_matches('.').to_owned();
            seen(Label { name, ..Label::default() }, constant)
        }
        Part::Block => seen(outer(&block, None), block.to_uppercase()),
        Part::GlobalPool => seen(outer("avgpool", None), "AVGPOOL".into()),
        Part::Logits => seen(outer("fc", Some(&LINEAR)), "LOGITS".into()),
        // Those of other networks, and of TensorFlow.
        Part::Preact | Part::Norm { .. } | Part::Postnorm | Part::Softmax | Part::Custom(_) => {
            Label::default()
        }
    }
}

/// Dotted names of modules.
pub(super) struct Path;

impl Path {
    /// `module.`, or nothing.
    pub fn scope(net: &Network) -> String {
        if net.scope.is_empty() { String::new() } else { format!("{}.", net.scope) }
    }

    /// `layer1.0.`
    pub fn unit(net: &Network, unit: &Unit) -> String {
        format!("{}{}.{}.", Path::scope(net), net.block_of(unit).name, unit.number - 1)
    }
}
