//! The four networks of slim at full size, and one at 299 by 299, against
//! summaries of what the real TF-slim computed from generated weights.

#![cfg(feature = "zoo")]

mod common;

use common::{generated_input, json, numbers, tolerance};
use resnet::{AnyTensor, AnyWorkspace, Backend, Network, resnet, zoo};
use serde_json::Value;

resnet! {
    /// Slim's released checkpoints were trained at this size.
    pub struct ResNetV2_50At299 {
        input: [299, 299, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 3] + [(512, 128, 2)],
        block3: bottleneck[(1024, 256, 1); 5] + [(1024, 256, 2)],
        block4: bottleneck[(2048, 512, 1); 3],
        classes: 1001,
        scope: "resnet_v2_50",
    }
}

/// Every end point's mean, norm, maximum and samples, on every backend.
fn check<N: Network>(case: &str) {
    let reference = json(&format!("full/slim_{case}.json"));
    assert_eq!(Some(N::PARAMS), reference["params"].as_u64());
    assert_eq!(Some(N::MACS), reference["macs_per_image"].as_u64());
    let net = N::synthetic(0);
    let image = generated_input(N::INPUT.iter().product());
    let image = N::Input::view(&image).expect("as many values as the input has");
    for backend in Backend::available() {
        let mut workspace = N::workspace();
        workspace.set_backend(backend);
        let mut expected = reference["end_points"].as_array().expect("end points").iter();
        net.visit_end_points(image, &mut workspace, |name, shape, values| {
            let expected = expected.next().expect("as many end points as the reference");
            assert_eq!(expected["name"], name);
            assert_eq!(numbers(&expected["shape"])[1..], shape.map(|n| n as f64));
            let what = format!("{case}, {}, {name}", backend.name());
            summary(values, expected, tolerance(backend), &what);
        });
        assert_eq!(expected.count(), 0, "{case}: the reference has more end points");
        let logits: Vec<f32> = numbers(&reference["logits"]).iter().map(|v| *v as f32).collect();
        let error = common::error(net.forward(image, &mut workspace).values(), &logits);
        assert!(error <= tolerance(backend), "{case}, {}: logits {error:.1e}", backend.name());
    }
}

fn summary(values: &[f32], expected: &Value, tolerance: f64, what: &str) {
    let number = |key: &str| expected[key].as_f64().expect("a number");
    let most = number("max_abs");
    let close = |got: f64, want: f64, scale: f64, part: &str| {
        let error = (got - want).abs() / scale;
        assert!(error <= tolerance, "{what}: {part} {got}, reference {want}");
    };
    let sum: f64 = values.iter().map(|v| f64::from(*v)).sum();
    let squares: f64 = values.iter().map(|v| f64::from(*v).powi(2)).sum();
    let max = values.iter().fold(0.0_f64, |m, v| m.max(f64::from(v.abs())));
    close(sum / values.len() as f64, number("mean"), most, "mean");
    close(squares.sqrt(), number("l2"), number("l2"), "norm");
    close(max, most, most, "maximum");
    let indices = numbers(&expected["sample_indices"]);
    for (i, want) in indices.iter().zip(numbers(&expected["sample_values"])) {
        close(f64::from(values[*i as usize]), want, most, "sample");
    }
}

#[test]
fn resnet_v2_50() {
    check::<zoo::ResNetV2_50>("resnet_v2_50");
}

#[test]
fn resnet_v2_101() {
    check::<zoo::ResNetV2_101>("resnet_v2_101");
}

#[test]
fn resnet_v2_152() {
    check::<zoo::ResNetV2_152>("resnet_v2_152");
}

#[test]
fn resnet_v2_200() {
    check::<zoo::ResNetV2_200>("resnet_v2_200");
}

#[test]
fn resnet_v2_50_at_299() {
    check::<ResNetV2_50At299>("resnet_v2_50_299");
}
