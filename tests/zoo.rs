//! The layer tables of the zoo, as a reviewer of a change sees them.

#![cfg(feature = "zoo")]

use std::fmt::Write;

use resnet::{Network, zoo};

/// One line per layer, and the sums.
fn table<N: Network>() -> String {
    let mut text = String::new();
    let shape = |[h, w, c]: [usize; 3]| format!("{h} × {w} × {c}");
    for layer in N::LAYERS {
        let (input, output) = (shape(layer.input), shape(layer.output));
        let end_point = if layer.end_point { "" } else { " (no end point)" };
        let (name, kind, params, macs) = (layer.name, layer.kind, layer.params, layer.macs);
        let _ = writeln!(
            text,
            "{name}: {kind}, {input} → {output}, {params} parameters, {macs} multiply-adds{end_point}"
        );
    }
    let _ = write!(
        text,
        "{}: {} layers, {} tensors, {} parameters, {} multiply-adds",
        N::NAME,
        N::LAYERS.len(),
        N::TENSORS.len(),
        N::PARAMS,
        N::MACS,
    );
    text
}

#[test]
fn resnet_v2_50() {
    insta::assert_snapshot!(table::<zoo::slim_v2::ResNetV2_50>());
}

#[test]
fn resnet_v2_101() {
    insta::assert_snapshot!(table::<zoo::slim_v2::ResNetV2_101>());
}

#[test]
fn resnet_v2_152() {
    insta::assert_snapshot!(table::<zoo::slim_v2::ResNetV2_152>());
}

#[test]
fn resnet_v2_200() {
    insta::assert_snapshot!(table::<zoo::slim_v2::ResNetV2_200>());
}
