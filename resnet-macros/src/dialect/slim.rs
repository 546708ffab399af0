//! TF-slim's `resnet_v1.py` and `resnet_v2.py`: names of layers, tensors and
//! end points, which convolutions have a bias and which a normalisation.
//! (Padding, the place of the stride and `output_stride` need no words:
//! `conv2d_same`, the tuples themselves, and `stack_blocks_dense`, which walks
//! through units as timm's `make_blocks` does through stages.)

use super::{Dialect, Label, Norm, Order, PoolPadding, RootForm, where_depth_changes};
use crate::ast::{Shortcut, UnitKind};
use crate::ir::{Layout, Leaves, Network, Part, Role, Unit, Value};

pub(super) static V2: Dialect = Dialect {
    name: "slim_v2",
    program: "TF-slim's resnet_v2",
    scope,
    separator: '/',
    marks: &["/bottleneck_v2/"],
    order: Order::Pre,
    norm: Norm::Batch,
    roots: &[1],
    root: RootForm::IMAGENET,
    kinds: &[UnitKind::Bottleneck],
    projects: where_depth_changes,
    strides_last: true,
    projection: Value::Preact,
    shortcuts: &[Shortcut::Conv],
    groups: false,
    attention: false,
    blur: false,
    padding: PoolPadding::Same,
    linear: false,
    softmax: true,
    label: |net, unit, part| label(net, unit, part, &VERSION_2),
    layout: Layout::Hwio,
    // `batch_norm_epsilon` of `resnet_arg_scope`.
    epsilon: 1e-5,
    standardise: None,
    leftovers: LEFTOVERS,
};

pub(super) static V1: Dialect = Dialect {
    name: "slim_v1",
    program: "TF-slim's resnet_v1",
    marks: &["/bottleneck_v1/"],
    order: Order::Post,
    projection: Value::Sum,
    label: |net, unit, part| label(net, unit, part, &VERSION_1),
    ..V2
};

const LEFTOVERS: &[&str] = &[
    "global_step",
    "Momentum",
    "RMSProp",
    "RMSProp_1",
    "Adam",
    "Adam_1",
    "Adagrad",
    "Ftrl",
    "Ftrl_1",
    "beta1_power",
    "beta2_power",
    "ExponentialMovingAverage",
];

/// In what the two versions differ.
struct Version {
    unit: &'static str,
    root: &'static Leaves,
    shortcut: &'static Leaves,
    last: &'static Leaves,
}

static VERSION_2: Version =
    Version { unit: "bottleneck_v2", root: &BIASED, shortcut: &BIASED, last: &BIASED };

static VERSION_1: Version =
    Version { unit: "bottleneck_v1", root: &NORMED, shortcut: &NORMED, last: &NORMED };

/// A convolution with `normalizer_fn=None`.
static BIASED: Leaves =
    Leaves { constant: "BIASED", tensors: &[("/weights", Role::Weight), ("/biases", Role::Bias)] };

/// A convolution under the arg scope: no bias, a normalisation after it.
static NORMED: Leaves = Leaves {
    constant: "NORMED",
    tensors: &[
        ("/weights", Role::Weight),
        ("/BatchNorm/gamma", Role::Gamma),
        ("/BatchNorm/beta", Role::Beta),
        ("/BatchNorm/moving_mean", Role::Mean),
        ("/BatchNorm/moving_variance", Role::Variance),
    ],
};

/// `slim.batch_norm` itself.
static NORM: Leaves = Leaves {
    constant: "NORM",
    tensors: &[
        ("/gamma", Role::Gamma),
        ("/beta", Role::Beta),
        ("/moving_mean", Role::Mean),
        ("/moving_variance", Role::Variance),
    ],
};

fn label(net: &Network, unit: Option<&Unit>, part: Part, version: &Version) -> Label {
    let block = unit.map_or(String::new(), |unit| net.block_of(unit).name.to_string());
    let number = unit.map_or(0, |unit| unit.number);
    let own = unit.and_then(|unit| net.own_kind(&unit.signature));
    // Where slim has the name of its own function.
    let kind = own.map_or(version.unit.to_owned(), |kind| kind.name.to_string());
    let path = format!("{}/{block}/unit_{number}/{kind}", net.scope);
    let constant = format!("{}_UNIT_{number}", block.to_uppercase());
    let named =
        |name: String, leaves| Label { prefix: name.clone(), name, leaves, end_point: None };
    let seen = |label: Label, constant: String| Label { end_point: Some(constant), ..label };
    let outer = |name: &str, leaves| named(format!("{}/{name}", net.scope), leaves);
    let inner = |name: &str, leaves| named(format!("{path}/{name}"), leaves);
    match part {
        Part::Root { number, .. } => {
            let name = format!("conv{number}");
            seen(outer(&name, Some(version.root)), name.to_uppercase())
        }
        Part::RootPool => outer("pool1", None),
        Part::Preact => inner("preact", Some(&NORM)),
        Part::ShortcutPool => inner("shortcut", None),
        Part::Shortcut => {
            seen(inner("shortcut", Some(version.shortcut)), format!("{constant}_SHORTCUT"))
        }
        Part::Conv { number, of } => {
            let leaves = if number == of { version.last } else { &NORMED };
            let name = format!("conv{number}");
            seen(inner(&name, Some(leaves)), format!("{constant}_{}", name.to_uppercase()))
        }
        Part::Residual => Label { prefix: format!("{path}/"), ..inner("residual", None) },
        // Part of the convolutions.
        Part::Norm { .. } => Label::default(),
        Part::Unit => seen(named(path, None), constant),
        Part::Block => seen(outer(&block, None), block.to_uppercase()),
        Part::Postnorm => outer("postnorm", Some(&NORM)),
        Part::GlobalPool => outer("pool5", None),
        Part::Logits => seen(outer("logits", Some(&BIASED)), "LOGITS".into()),
        Part::RootBlur
        | Part::Blur
        | Part::Squeeze
        | Part::Excite { .. }
        | Part::Gate
        | Part::Custom(_) => Label::default(),
        // The one end point that slim leaves outside of the scope.
        Part::Softmax => seen(named("predictions".into(), None), "PREDICTIONS".into()),
    }
}

/// Snake case, with "ResNet" as one word: `ResNetV2_50` is `resnet_v2_50`, as
/// slim's own functions have it.
pub(crate) fn scope(name: &str) -> String {
    let mut scope = String::new();
    let name = name.replace("ResNet", "Resnet");
    for (i, c) in name.char_indices() {
        let before = name[..i].chars().next_back();
        let after = name[i + c.len_utf8()..].chars().next();
        let starts = before.is_some_and(|b| !b.is_uppercase() && b != '_')
            || before.is_some_and(char::is_uppercase) && after.is_some_and(char::is_lowercase);
        if c.is_uppercase() && starts {
            scope.push('_');
        }
        scope.extend(c.to_lowercase());
    }
    scope
}

#[cfg(test)]
mod tests {
    #[test]
    fn scopes_are_snake_case_with_resnet_as_one_word() {
        for (name, scope) in [
            ("ResNetV2_152", "resnet_v2_152"),
            ("Tiny", "tiny"),
            ("Digits8x8", "digits8x8"),
            ("HTTPNet", "http_net"),
            ("NoRoot", "no_root"),
            ("Os8Deep", "os8_deep"),
            ("already_snake", "already_snake"),
            ("X", "x"),
        ] {
            assert_eq!(super::scope(name), scope);
        }
    }
}
