//! As kinds of unit: residuals written here by plain loops are those of the dialects,
//! and as their parameters have the same names, one file is of both networks.

use std::collections::BTreeSet;

use resnet::{AnyTensor, AnyWorkspace, Backend, LayerKind, Network, resnet};

use super::common::{error, tolerance};
use super::residuals::{basic, bottleneck, cifar, nothing, slim_1, slim_2, timm};
use super::{Tensors, end_points, file, image, values};

macro_rules! same_file {
    ($($case:ident: { $($head:tt)* } { $($built_in:tt)* } { $($own:tt)* })*) => {$(
        mod $case {
            use super::*;

            resnet! {
                #[allow(deprecated)]
                pub struct BuiltIn { $($head)* $($built_in)* scope: "net", classes: 7 }

                #[allow(deprecated)]
                pub struct Own { $($head)* $($own)* scope: "net", classes: 7 }
            }
        }

        #[test]
        fn $case() {
            agrees::<$case::BuiltIn, $case::Own>(&values::<$case::BuiltIn>());
        }
    )*};
}

same_file! {
    torch_basic: { dialect: torch, input: [19, 23, 3], root: conv(3, 16, 2), }
        { layer1: basic[(16, 1); 3], layer2: basic[(24, 2), (24, 1)], }
        {
            layer1: basic[(16, 1)] + own[(16, 1)] + basic[(16, 1)],
            kinds: {
                own: custom(
                    basic, stride,
                    conv1.weight: [depth, input, 3, 3], bn1.weight: [depth], bn1.bias: [depth],
                    bn1.running_mean: [depth], bn1.running_var: [depth],
                    conv2.weight: [depth, depth, 3, 3], bn2.weight: [depth], bn2.bias: [depth],
                    bn2.running_mean: [depth], bn2.running_var: [depth],
                ),
            },
            layer2: own[(24, 2), (24, 1)],
        }
    torch_bottleneck: {
        dialect: torch, input: [19, 23, 3], root: conv(3, 16, 2), dilate: [layer3],
        shortcut: avg_pool, activation: relu6, attention: se(4),
    }
        {
            layer1: bottleneck[(32, 8, 1); 2], layer2: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
            layer3: bottleneck[(32, 24, 2), (32, 24, 1)],
        }
        {
            kinds: {
                own: custom(
                    bottleneck, stride, rate,
                    conv1.weight: [bottleneck, input, 1, 1], bn1.weight: [bottleneck],
                    bn1.bias: [bottleneck], bn1.running_mean: [bottleneck], bn1.running_var: [bottleneck],
                    conv2.weight: [bottleneck, bottleneck, 3, 3], bn2.weight: [bottleneck],
                    bn2.bias: [bottleneck], bn2.running_mean: [bottleneck], bn2.running_var: [bottleneck],
                    conv3.weight: [depth, bottleneck, 1, 1], bn3.weight: [depth],
                    bn3.bias: [depth], bn3.running_mean: [depth], bn3.running_var: [depth],
                ),
            },
            layer1: own[(32, 8, 1); 2], layer2: bottleneck[(64, 16, 2)] + own[(64, 16, 1)],
            layer3: own[(32, 24, 2)] + bottleneck[(32, 24, 1)],
        }
    slim_v1: { dialect: slim_v1, input: [19, 23, 3], root: conv(3, 16, 2), }
        {
            block1: bottleneck[(16, 8, 1); 2] + [(16, 8, 2)],
            block2: bottleneck[(24, 8, 1), (24, 8, 2)],
        }
        {
            kinds: {
                bottleneck_v1: custom(
                    slim_1, stride,
                    conv1.weights: [1, 1, input, bottleneck], conv1.BatchNorm.gamma: [bottleneck],
                    conv1.BatchNorm.beta: [bottleneck], conv1.BatchNorm.moving_mean: [bottleneck],
                    conv1.BatchNorm.moving_variance: [bottleneck],
                    conv2.weights: [3, 3, bottleneck, bottleneck], conv2.BatchNorm.gamma: [bottleneck],
                    conv2.BatchNorm.beta: [bottleneck], conv2.BatchNorm.moving_mean: [bottleneck],
                    conv2.BatchNorm.moving_variance: [bottleneck],
                    conv3.weights: [1, 1, bottleneck, depth], conv3.BatchNorm.gamma: [depth],
                    conv3.BatchNorm.beta: [depth], conv3.BatchNorm.moving_mean: [depth],
                    conv3.BatchNorm.moving_variance: [depth],
                ),
            },
            block1: bottleneck[(16, 8, 1)] + bottleneck_v1[(16, 8, 1), (16, 8, 2)],
            block2: bottleneck_v1[(24, 8, 1), (24, 8, 2)],
        }
    slim_v2: { input: [33, 47, 3], root: conv(3, 16, 2), output_stride: 8, }
        {
            block1: bottleneck[(16, 8, 1); 3] + [(16, 8, 2)],
            block2: bottleneck[(24, 8, 1), (24, 8, 2)],
            block3: bottleneck[(24, 8, 1), (24, 8, 2), (24, 8, 1)],
        }
        {
            kinds: {
                bottleneck_v2: custom(
                    slim_2, stride, rate,
                    conv1.weights: [1, 1, input, bottleneck], conv1.BatchNorm.gamma: [bottleneck],
                    conv1.BatchNorm.beta: [bottleneck], conv1.BatchNorm.moving_mean: [bottleneck],
                    conv1.BatchNorm.moving_variance: [bottleneck],
                    conv2.weights: [3, 3, bottleneck, bottleneck], conv2.BatchNorm.gamma: [bottleneck],
                    conv2.BatchNorm.beta: [bottleneck], conv2.BatchNorm.moving_mean: [bottleneck],
                    conv2.BatchNorm.moving_variance: [bottleneck],
                    conv3.weights: [1, 1, bottleneck, depth], conv3.biases: [depth],
                ),
            },
            block1: bottleneck[(16, 8, 1)] + bottleneck_v2[(16, 8, 1); 2] + [(16, 8, 2)],
            block2: bottleneck_v2[(24, 8, 1)] + bottleneck[(24, 8, 2)],
            block3: bottleneck_v2[(24, 8, 1), (24, 8, 2), (24, 8, 1)],
        }
    timm_v2: { dialect: timm_v2, input: [19, 23, 3], root: conv(3, 16, 2), shortcut: avg_pool, }
        { a: bottleneck[(24, 8, 1), (24, 8, 1)], b: bottleneck[(32, 8, 2), (32, 8, 1)], }
        {
            kinds: {
                own: custom(
                    timm,
                    conv1.weight: [bottleneck, input, 1, 1], norm2.weight: [bottleneck],
                    norm2.bias: [bottleneck], norm2.running_mean: [bottleneck],
                    norm2.running_var: [bottleneck], conv2.weight: [bottleneck, bottleneck, 3, 3],
                    norm3.weight: [bottleneck], norm3.bias: [bottleneck],
                    norm3.running_mean: [bottleneck], norm3.running_var: [bottleneck],
                    conv3.weight: [depth, bottleneck, 1, 1],
                ),
            },
            a: own[(24, 8, 1); 2], b: own[(32, 8, 2), (32, 8, 1)],
        }
    cifar_v1: { dialect: cifar_v1, input: [9, 11, 3], }
        { layer1: basic[(16, 1); 2], layer2: basic[(24, 2), (24, 1)], }
        {
            kinds: {
                own: custom(
                    basic, stride,
                    conv1.weight: [depth, input, 3, 3], bn1.weight: [depth], bn1.bias: [depth],
                    bn1.running_mean: [depth], bn1.running_var: [depth],
                    conv2.weight: [depth, depth, 3, 3], bn2.weight: [depth], bn2.bias: [depth],
                    bn2.running_mean: [depth], bn2.running_var: [depth],
                ),
            },
            layer1: own[(16, 1)] + basic[(16, 1)], layer2: own[(24, 2)] + basic[(24, 1)],
        }
    cifar_v2: { dialect: cifar_v2, input: [9, 11, 3], }
        { layer1: basic[(16, 1); 2], layer2: basic[(24, 2), (24, 1)], }
        {
            kinds: {
                own: custom(
                    cifar, conv1.weight: [depth, input, 3, 3],
                    conv2.weight: [depth, depth, 3, 3], bn2.weight: [depth], bn2.bias: [depth],
                    stride, bn2.running_mean: [depth], bn2.running_var: [depth],
                ),
            },
            layer1: basic[(16, 1)] + own[(16, 1)], layer2: own[(24, 2)] + [(24, 1)],
        }
    bit: { dialect: bit, input: [19, 23, 3], }
        { a: bottleneck[(64, 32, 1), (64, 32, 1)], b: bottleneck[(96, 32, 2), (96, 32, 1)], }
        {
            kinds: { nothing: custom(nothing) },
            a: bottleneck[(64, 32, 1)] + nothing[(64, 1)],
            b: nothing[(96, 2)] + bottleneck[(96, 32, 1)],
        }
}

/// Both networks, from one file, have the same end points, as far as both have them.
fn agrees<A, B>(tensors: &Tensors)
where
    A: Network<Output: AnyTensor>,
    B: Network<Output: AnyTensor, Input = A::Input>,
{
    let mut tensors = tensors.clone();
    let names = |specs: &[resnet::TensorSpec]| -> BTreeSet<String> {
        specs.iter().map(|spec| format!("{} {:?}", spec.name, spec.shape())).collect()
    };
    let (mine, theirs) = (names(B::TENSORS), names(A::TENSORS));
    let is_part = mine.is_subset(&theirs);
    assert!(is_part, "{:?}", mine.difference(&theirs).collect::<Vec<_>>());
    // Where one has no residual, that of the other is zero.
    let lost: Vec<String> = theirs.difference(&mine).cloned().collect();
    for name in lost.iter().filter_map(|name| name.split_once(' ')).map(|(name, _)| name) {
        let values = &mut tensors.get_mut(name).expect("a tensor of the file").1;
        values.iter_mut().filter(|_| name.ends_with("conv3.weight")).for_each(|v| *v = 0.0);
    }
    let built_in = A::from_safetensors(&file(&tensors)).expect("the file fits");
    tensors.retain(|name, _| B::TENSORS.iter().any(|spec| spec.name == **name));
    let own = B::from_safetensors(&file(&tensors)).expect("the file fits");
    let image = image::<A>();
    let named = |layers: &[resnet::Layer]| -> Vec<&str> {
        let units = layers.iter().filter(|layer| layer.kind == LayerKind::Unit);
        units.map(|layer| layer.name).collect()
    };
    assert_eq!(named(A::LAYERS), named(B::LAYERS));
    for backend in Backend::available() {
        let (mut a, mut b) = (A::workspace(), B::workspace());
        a.set_backend(backend);
        b.set_backend(backend);
        let wanted = end_points(&built_in, &image, &mut a);
        let found = end_points(&own, &image, &mut b);
        assert!(found.len() > 6);
        for (name, found) in found {
            let values = |bits: &[u32]| bits.iter().map(|b| f32::from_bits(*b)).collect::<Vec<_>>();
            let error = error(&values(&found), &values(&wanted[&name]));
            assert!(error <= tolerance(backend), "{} {name}: {error:.1e}", backend.name());
        }
        let logits = own.forward(&image, &mut b).values().to_vec();
        let error = error(&logits, built_in.forward(&image, &mut a).values());
        assert!(error <= tolerance(backend), "{}: {error:.1e}", backend.name());
        assert_eq!(own.forward(&image, &mut b).values(), logits);
    }
}
