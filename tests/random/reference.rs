//! The interpreter against what the reference programs computed.

use interpreter::{Map, Rules};
use resnet::__private::Activation;
use resnet::{AnyTensor, Network, resnet};

use super::check::{end_points, interpreter};
use super::common::{error, generated_input, json, nhwc, read, tensor, texts};

resnet! {
    struct Odd {
        input: [33, 47, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        classes: 10,
    }

    struct Os8Deep {
        input: [33, 49, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block3: bottleneck[(64, 16, 1)] + [(64, 16, 2)],
        block4: bottleneck[(96, 24, 1); 2],
        classes: 10,
        global_pool: false,
        output_stride: 8,
    }

    struct OddV1 {
        dialect: slim_v1,
        input: [33, 47, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1), (32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        classes: 10,
    }

    struct Timm26t {
        dialect: torch,
        input: [32, 24, 3],
        root: conv(3, 6, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        shortcut: avg_pool,
        classes: 10,
    }

    struct TimmSe26tOdd {
        dialect: torch,
        input: [75, 51, 3],
        root: conv(3, 6, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(64, 16, 1)],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        shortcut: avg_pool,
        attention: se,
        classes: 10,
    }

    struct TimmEca {
        dialect: torch,
        input: [32, 24, 3],
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        attention: eca,
        classes: 10,
    }

    struct TimmBlurDOdd {
        dialect: torch,
        input: [43, 35, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        shortcut: avg_pool,
        blur: true,
        classes: 10,
    }

    struct TimmSiluBasic {
        dialect: torch,
        input: [32, 24, 3],
        layer1: basic[(8, 1); 2],
        layer2: basic[(8, 2)],
        layer3: basic[(16, 2)],
        layer4: basic[(16, 2)],
        activation: silu,
        classes: 10,
    }

    struct TimmOs8DOdd {
        dialect: torch,
        input: [43, 35, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer4: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        shortcut: avg_pool,
        output_stride: 8,
        classes: 10,
    }

    struct TimmResnext {
        dialect: torch,
        input: [64, 64, 3],
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        groups: 4,
        classes: 10,
    }

    struct TimmV2dOs8Odd {
        dialect: timm_v2,
        input: [43, 35, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer4: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        shortcut: avg_pool,
        output_stride: 8,
        classes: 10,
    }

    struct TimmV2BitOdd {
        dialect: bit,
        input: [43, 35, 3],
        root: conv(7, 32, 2) + max_pool(3, 2),
        layer1: bottleneck[(128, 32, 1)],
        layer2: bottleneck[(128, 32, 2)] + [(128, 32, 1)],
        layer3: bottleneck[(256, 64, 2)],
        layer4: bottleneck[(256, 64, 2)],
        classes: 10,
    }

    struct CifarAOdd {
        dialect: cifar_v1,
        input: [13, 11, 3],
        layer1: basic[(16, 1)],
        layer2: basic[(32, 2), (32, 1)],
        layer3: basic[(64, 2), (64, 1)],
        classes: 10,
    }

    struct CifarV2Odd {
        dialect: cifar_v2,
        input: [13, 11, 3],
        layer1: basic[(16, 1)],
        layer2: basic[(32, 2), (32, 1)],
        layer3: basic[(64, 2)],
        classes: 10,
    }
}

/// Every end point that the reference has.
fn check<N: Network<Output: AnyTensor>>(case: &str, dialect: &str, activation: Activation) {
    let net_json = json(&format!("{case}/net.json"));
    let file = read(&format!("{case}/end_points.safetensors"));
    let [h, w, c] = N::INPUT;
    let image = generated_input(h * w * c);
    let image = if dialect.starts_with("slim") { image } else { nhwc((vec![1, c, h, w], image)) };
    let outputs = interpreter::<N>(Rules::of(dialect, activation)).run(Map::new(N::INPUT, &image));
    let names = texts(&net_json["end_point_order"]);
    let mut seen = 0;
    for (name, map) in end_points(N::LAYERS, outputs) {
        if names.contains(&name) {
            let error = error(&map.rounded(), &nhwc_of(tensor(&file, name), dialect));
            assert!(error <= 1e-5, "{case}, {name}: error {error:.1e}");
            seen += 1;
        }
    }
    assert!(seen >= 4, "{case}: {seen} end points");
}

/// Slim's are so already.
fn nhwc_of(tensor: (Vec<usize>, Vec<f32>), dialect: &str) -> Vec<f32> {
    if dialect.starts_with("slim") { tensor.1 } else { nhwc(tensor) }
}

macro_rules! cases {
    ($($test:ident: $network:ident, $case:literal, $dialect:literal, $activation:ident;)*) => {
        $(#[test]
        fn $test() {
            check::<$network>($case, $dialect, Activation::$activation);
        })*
    };
}

cases! {
    odd: Odd, "slim/odd", "slim_v2", Relu;
    os8_deep: Os8Deep, "slim/os8_deep", "slim_v2", Relu;
    odd_v1: OddV1, "slim/odd_v1", "slim_v1", Relu;
    timm_26t: Timm26t, "torch/timm_26t", "torch", Relu;
    timm_se_26t_odd: TimmSe26tOdd, "torch/timm_se_26t_odd", "torch", Relu;
    timm_eca: TimmEca, "torch/timm_eca", "torch", Relu;
    timm_blur_d_odd: TimmBlurDOdd, "torch/timm_blur_d_odd", "torch", Relu;
    timm_silu_basic: TimmSiluBasic, "torch/timm_silu_basic", "torch", Silu;
    timm_os8_d_odd: TimmOs8DOdd, "torch/timm_os8_d_odd", "torch", Relu;
    timm_resnext: TimmResnext, "torch/timm_resnext", "torch", Relu;
    timm_v2d_os8_odd: TimmV2dOs8Odd, "torch/timm_v2d_os8_odd", "timm_v2", Relu;
    timm_v2_bit_odd: TimmV2BitOdd, "torch/timm_v2_bit_odd", "bit", Relu;
    cifar_a_odd: CifarAOdd, "torch/cifar_a_odd", "cifar_v1", Relu;
    cifar_v2_odd: CifarV2Odd, "torch/cifar_v2_odd", "cifar_v2", Relu;
}
