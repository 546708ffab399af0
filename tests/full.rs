//! The zoo at full size, and one network at 299 by 299, against summaries of what
//! TF-slim, torchvision and timm computed from generated weights.

#![cfg(feature = "zoo")]

mod common;

use common::{generated_input, json, nhwc, numbers, tolerance};
use resnet::{AnyTensor, AnyWorkspace, Backend, LayerKind, Network, resnet, zoo};
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

    /// The reference ran version 1 with a class more than its checkpoints have.
    pub struct V1_50 {
        dialect: slim_v1,
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 3] + [(512, 128, 2)],
        block3: bottleneck[(1024, 256, 1); 5] + [(1024, 256, 2)],
        block4: bottleneck[(2048, 512, 1); 3],
        classes: 1001,
        scope: "resnet_v1_50",
    }

    pub struct V1_101 {
        dialect: slim_v1,
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 3] + [(512, 128, 2)],
        block3: bottleneck[(1024, 256, 1); 22] + [(1024, 256, 2)],
        block4: bottleneck[(2048, 512, 1); 3],
        classes: 1001,
        scope: "resnet_v1_101",
    }

    pub struct V1_152 {
        dialect: slim_v1,
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 7] + [(512, 128, 2)],
        block3: bottleneck[(1024, 256, 1); 35] + [(1024, 256, 2)],
        block4: bottleneck[(2048, 512, 1); 3],
        classes: 1001,
        scope: "resnet_v1_152",
    }

    pub struct V1_200 {
        dialect: slim_v1,
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 23] + [(512, 128, 2)],
        block3: bottleneck[(1024, 256, 1); 35] + [(1024, 256, 2)],
        block4: bottleneck[(2048, 512, 1); 3],
        classes: 1001,
        scope: "resnet_v1_200",
    }
}

/// The zoo has the 1000 classes of slim's checkpoints; the references, one more.
#[test]
fn slim_v1_of_the_zoo() {
    fn same<Zoo: Network, Copy: Network>() {
        assert_eq!(Zoo::PARAMS + 2048 + 1, Copy::PARAMS, "{}", Zoo::NAME);
        assert_eq!(Zoo::MACS + 2048, Copy::MACS, "{}", Zoo::NAME);
        let shapes = |layers: &'static [resnet::Layer]| {
            layers[..layers.len() - 2].iter().map(|layer| (layer.kind, layer.output))
        };
        assert!(shapes(Zoo::LAYERS).eq(shapes(Copy::LAYERS)), "{}", Zoo::NAME);
    }
    same::<zoo::slim_v1::ResNetV1_50, V1_50>();
    same::<zoo::slim_v1::ResNetV1_101, V1_101>();
    same::<zoo::slim_v1::ResNetV1_152, V1_152>();
    same::<zoo::slim_v1::ResNetV1_200, V1_200>();
}

/// Every end point's mean, norm, maximum and samples, on every backend.
fn check<N: Network<Output: AnyTensor>>(case: &str) {
    check_on::<N>(case, Backend::available());
}

/// The same on the best backend alone: the others have been checked on every
/// kind of layer.
fn check_best<N: Network<Output: AnyTensor>>(case: &str) {
    check_on::<N>(case, Backend::available().take(1));
}

fn check_on<N: Network<Output: AnyTensor>>(
    case: &str,
    backends: impl Iterator<Item = &'static Backend>,
) {
    let reference = json(&format!("full/{case}.json"));
    assert_eq!(Some(N::PARAMS), reference["params"].as_u64());
    assert_eq!(Some(N::MACS), reference["macs_per_image"].as_u64());
    let net = N::synthetic(0);
    let image = image::<N>(case);
    let image = N::Input::view(&image).expect("as many values as the input has");
    let expected: Vec<&Value> =
        reference["end_points"].as_array().expect("end points").iter().collect();
    let is_ours = |name: &str| N::LAYERS.iter().any(|l| l.end_point && l.name == name);
    let wanted = expected.iter().filter(|expected| is_ours(ours::<N>(expected))).count();
    assert!(wanted >= N::LAYERS.iter().filter(|l| l.kind == LayerKind::Block).count() + 2);
    for backend in backends {
        let mut workspace = N::workspace();
        workspace.set_backend(backend);
        let mut seen = 0;
        net.visit_end_points(image, &mut workspace, |name, shape, values| {
            let Some(expected) = expected.iter().find(|expected| ours::<N>(expected) == name)
            else {
                // The last unit of a stage of torch's is listed as the stage.
                assert!(!case.starts_with("slim"), "{case}: no {name} in the reference");
                return;
            };
            seen += 1;
            let what = format!("{case}, {}, {name}", backend.name());
            summary(values, shape, expected, within(backend, expected), &what);
        });
        assert_eq!(seen, wanted, "{case}: end points of the reference that were not shown");
        let logits: Vec<f32> = numbers(&reference["logits"]).iter().map(|v| *v as f32).collect();
        let error = common::error(net.forward(image, &mut workspace).values(), &logits);
        let is_last = |expected: &&&Value| {
            expected["name"].as_str().is_some_and(|name| name.ends_with("logits"))
        };
        let last = expected.iter().find(is_last).expect("logits are an end point");
        let most = within(backend, last);
        assert!(error <= most, "{case}, {}: logits {error:.1e}", backend.name());
    }
}

/// What an end point may differ by: also some times what the reference itself loses by
/// computing in f32, which is more in a network whose norms amplify.
fn within(backend: &Backend, expected: &Value) -> f64 {
    tolerance(backend).max(3.0 * own_error(expected))
}

fn own_error(expected: &Value) -> f64 {
    expected["f32_vs_f64"].as_f64().expect("a number")
}

/// The generated input, channel last.
fn image<N: Network<Output: AnyTensor>>(case: &str) -> Vec<f32> {
    let [h, w, c] = N::INPUT;
    let values = generated_input(h * w * c);
    if case.starts_with("slim") { values } else { nhwc((vec![1, c, h, w], values)) }
}

/// What we call an end point of the reference.
fn ours<N: Network<Output: AnyTensor>>(expected: &Value) -> &str {
    match expected["name"].as_str().expect("a name") {
        "act1" => "relu",
        "global_pool" => "avgpool",
        "logits" => N::LAYERS.last().expect("a network has layers").name,
        name => name,
    }
}

fn summary(values: &[f32], [h, w, c]: [usize; 3], expected: &Value, tolerance: f64, what: &str) {
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
    // Slim's shapes are `[1, h, w, c]`, torch's `[1, c, h, w]` or `[1, c]`.
    let shape: Vec<usize> = numbers(&expected["shape"]).iter().map(|n| *n as usize).collect();
    let last = shape[1..] == [h, w, c];
    assert!(
        last || shape[1..] == [c, h, w] || shape[1..] == [c] && h * w == 1,
        "{what}: {shape:?}"
    );
    let at = |i: usize| if last { i } else { i % (h * w) * c + i / (h * w) };
    for (i, want) in indices.iter().zip(numbers(&expected["sample_values"])) {
        close(f64::from(values[at(*i as usize)]), want, most, "sample");
    }
}

macro_rules! cases {
    ($($check:ident { $($name:ident => $network:ty,)* })*) => {
        $($(#[test]
        fn $name() {
            $check::<$network>(stringify!($name));
        })*)*
    };
}

cases! {
    check {
    slim_resnet_v2_50 => zoo::slim_v2::ResNetV2_50,
    slim_resnet_v2_101 => zoo::slim_v2::ResNetV2_101,
    slim_resnet_v2_152 => zoo::slim_v2::ResNetV2_152,
    slim_resnet_v2_200 => zoo::slim_v2::ResNetV2_200,
    slim_resnet_v2_50_299 => ResNetV2_50At299,
    slim_resnet_v1_50 => V1_50,
    tv_resnet18 => zoo::torchvision::ResNet18,
    tv_resnet50 => zoo::torchvision::ResNet50,
    timm_resnet50d => zoo::timm::ResNet50d,
    timm_seresnet50 => zoo::timm::SeResNet50,
    timm_resnetv2_50 => zoo::timm::ResNetV2_50,
    timm_resnetv2_50x1_bit => zoo::bit::ResNetV2_50x1,
    cifar_a_20 => zoo::cifar::ResNet20,
    cifar_a_32 => zoo::cifar::ResNet32,
    cifar_a_44 => zoo::cifar::ResNet44,
    cifar_a_56 => zoo::cifar::ResNet56,
    cifar_a_110 => zoo::cifar::ResNet110,
    cifar_b_20 => zoo::cifar::ResNet20B,
    cifar_b_32 => zoo::cifar::ResNet32B,
    cifar_b_44 => zoo::cifar::ResNet44B,
    cifar_b_56 => zoo::cifar::ResNet56B,
    cifar_b_110 => zoo::cifar::ResNet110B,
    cifar_v2_20 => zoo::cifar::ResNetV2_20,
    cifar_v2_32 => zoo::cifar::ResNetV2_32,
    cifar_v2_44 => zoo::cifar::ResNetV2_44,
    cifar_v2_56 => zoo::cifar::ResNetV2_56,
    cifar_v2_110 => zoo::cifar::ResNetV2_110,
    cifar_v2_164 => zoo::cifar::ResNetV2_164,
    }

    check_best {
    slim_resnet_v1_101 => V1_101,
    slim_resnet_v1_152 => V1_152,
    slim_resnet_v1_200 => V1_200,
    tv_resnet34 => zoo::torchvision::ResNet34,
    tv_resnet101 => zoo::torchvision::ResNet101,
    tv_resnet152 => zoo::torchvision::ResNet152,
    tv_resnext50_32x4d => zoo::torchvision::ResNeXt50_32x4d,
    tv_resnext101_32x8d => zoo::torchvision::ResNeXt101_32x8d,
    tv_resnext101_64x4d => zoo::torchvision::ResNeXt101_64x4d,
    tv_wide_resnet50_2 => zoo::torchvision::WideResNet50_2,
    tv_wide_resnet101_2 => zoo::torchvision::WideResNet101_2,
    timm_resnet26d => zoo::timm::ResNet26d,
    timm_resnet101d => zoo::timm::ResNet101d,
    timm_seresnext50_32x4d => zoo::timm::SeResNeXt50_32x4d,
    timm_resnetv2_101 => zoo::timm::ResNetV2_101,
    timm_resnetv2_152 => zoo::timm::ResNetV2_152,
    timm_resnetv2_50d => zoo::timm::ResNetV2_50d,
    timm_resnetv2_101d => zoo::timm::ResNetV2_101d,
    timm_resnetv2_152d => zoo::timm::ResNetV2_152d,
    }
}
