//! BiT (Kolesnikov et al. 2020) as timm's `resnetv2.py` has it: its networks of
//! preactivation with group normalisation and standardised filters.

use super::timm_v2::{self, plain};
use super::{Dialect, Label, Norm, PoolPadding};
use crate::ast::{Shortcut, UnitKind};
use crate::ir::{Leaves, Network, Part, Role, Unit};

pub(super) static DIALECT: Dialect = Dialect {
    name: "bit",
    program: "timm's BiT",
    // Not those of other networks in stages.
    marks: &["stages.0.blocks.0.conv3."],
    norm: Norm::Group(32),
    roots: &[1],
    kinds: &[UnitKind::Bottleneck],
    shortcuts: &[Shortcut::Conv],
    groups: false,
    // Its "fixed" stem.
    padding: PoolPadding::Zeros,
    label,
    // `StdConv2d` as BiT has it.
    standardise: Some(1e-8),
    ..timm_v2::DIALECT
};

plain!(CONV1, "conv1");
plain!(CONV2, "conv2");
plain!(CONV3, "conv3");

macro_rules! norm {
    ($name:ident, $norm:literal) => {
        static $name: Leaves = Leaves {
            constant: stringify!($name),
            tensors: &[
                (concat!($norm, ".weight"), Role::Gamma),
                (concat!($norm, ".bias"), Role::Beta),
            ],
        };
    };
}

norm!(NORM1, "norm1");
norm!(NORM2, "norm2");
norm!(NORM3, "norm3");
norm!(NORM, "norm");

/// The names of `timm_v2`, with the normalisations as layers of their own.
fn label(net: &Network, unit: Option<&Unit>, part: Part) -> Label {
    let leaves = match part {
        Part::Preact => &NORM1,
        Part::Norm { number: 2 } => &NORM2,
        Part::Norm { .. } => &NORM3,
        Part::Conv { number, .. } => [&CONV1, &CONV2, &CONV3][number - 1],
        Part::Postnorm => &NORM,
        _ => return timm_v2::label(net, unit, part),
    };
    Label { leaves: Some(leaves), ..timm_v2::label(net, unit, part) }
}
