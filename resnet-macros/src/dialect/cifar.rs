//! ResNets for CIFAR (He et al. 2015, section 4.2; 2016) as the two programs
//! define and name them whose checkpoints people have, beside those that keep
//! torchvision's names.

use super::timm_v2::{norm, plain};
use super::torch::{self, LEFTOVERS, Path, normed};
use super::{Dialect, Label, Norm, Order, PoolPadding, RootForm, where_shape_changes};
use crate::ast::{Shortcut, UnitKind};
use crate::ir::{Layout, Leaves, Network, Part, Role, Unit, Value};

pub(super) static V1: Dialect = Dialect {
    name: "cifar_v1",
    program: "akamaster/pytorch_resnet_cifar10",
    scope: |_| String::new(),
    separator: '.',
    marks: &["layer1.0.", "linear."],
    order: Order::Post,
    norm: Norm::Batch,
    roots: &[1],
    root: ROOT,
    kinds: &[UnitKind::Basic],
    projects: where_shape_changes,
    strides_last: false,
    projection: Value::Sum,
    // The paper's options A and B.
    shortcuts: &[Shortcut::Pad, Shortcut::Conv],
    groups: false,
    attention: false,
    blur: false,
    padding: PoolPadding::Half,
    linear: true,
    softmax: false,
    label: label_v1,
    layout: Layout::Oihw,
    epsilon: 1e-5,
    standardise: None,
    leftovers: LEFTOVERS,
};

pub(super) static V2: Dialect = Dialect {
    name: "cifar_v2",
    program: "bearpaw/pytorch-classification's preresnet",
    marks: &["layer1.0.", "bn.running_mean"],
    order: Order::Pre,
    kinds: &[UnitKind::Basic, UnitKind::Bottleneck],
    shortcuts: &[Shortcut::Conv],
    label: label_v2,
    ..V1
};

const ROOT: RootForm = RootForm { conv: [3, 16, 1], pool: None };

normed!(SHORTCUT, "shortcut.0", "shortcut.1");

static OUTER: Leaves = Leaves {
    constant: "OUTER",
    tensors: &[("linear.weight", Role::Weight), ("linear.bias", Role::Bias)],
};

/// Torch's names, all but two.
fn label_v1(net: &Network, unit: Option<&Unit>, part: Part) -> Label {
    let label = torch::label(net, unit, part);
    let path = &label.prefix;
    match part {
        Part::ShortcutPool => Label { name: format!("{path}shortcut"), ..label },
        Part::Shortcut => {
            Label { name: format!("{path}shortcut.0"), leaves: Some(&SHORTCUT), ..label }
        }
        Part::Logits => Label { name: format!("{path}linear"), leaves: Some(&OUTER), ..label },
        _ => label,
    }
}

plain!(ROOT1, "conv1");
plain!(LAST2, "conv2");
plain!(LAST3, "conv3");
plain!(PROJECTION, "downsample.0");
norm!(NORM1, "bn1");
norm!(NORM, "bn");
// The normalisation after a convolution is the one before the next.
normed!(CONV1, "conv1", "bn2");
normed!(CONV2, "conv2", "bn3");

/// Torch's names, with the normalisations moved.
fn label_v2(net: &Network, unit: Option<&Unit>, part: Part) -> Label {
    let label = torch::label(net, unit, part);
    match part {
        Part::Root { .. } => {
            let name = format!("{}conv1", label.prefix);
            Label { name, leaves: Some(&ROOT1), end_point: Some("CONV1".into()), ..label }
        }
        Part::Preact => {
            let prefix = unit.map_or(String::new(), |unit| Path::unit(net, unit));
            let name = format!("{prefix}bn1");
            Label { name, prefix, leaves: Some(&NORM1), end_point: None }
        }
        Part::Conv { number, of } => Label {
            leaves: Some(match (number, of) {
                (1, _) => &CONV1,
                (2, 3) => &CONV2,
                (2, _) => &LAST2,
                _ => &LAST3,
            }),
            ..label
        },
        Part::Shortcut => Label { leaves: Some(&PROJECTION), ..label },
        Part::Postnorm => {
            let prefix = Path::scope(net);
            // After its ReLU, which has this name.
            let name = format!("{prefix}relu");
            Label { name, prefix, leaves: Some(&NORM), end_point: Some("RELU".into()) }
        }
        _ => label,
    }
}
