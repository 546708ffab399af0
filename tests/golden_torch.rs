//! Small networks against what torchvision, timm and definitions of networks for
//! CIFAR computed: end points, tensors, parameters and multiply-adds, on every backend that this CPU has.

mod common;

use std::collections::BTreeMap;

use common::{check_tables, error, generated_input, json, nhwc, read, tensor, texts, tolerance};
use resnet::{AnyTensor, AnyWorkspace, Backend, Layer, LayerKind, Network, resnet};

resnet! {
    pub struct CifarA {
        dialect: cifar_v1,
        input: [12, 12, 3],
        layer1: basic[(16, 1); 2],
        layer2: basic[(32, 2)],
        layer3: basic[(64, 2)],
        classes: 10,
    }

    pub struct CifarAOdd {
        dialect: cifar_v1,
        input: [13, 11, 3],
        layer1: basic[(16, 1)],
        layer2: basic[(32, 2), (32, 1)],
        layer3: basic[(64, 2), (64, 1)],
        classes: 10,
    }

    pub struct CifarAProjection {
        dialect: cifar_v1,
        input: [13, 11, 3],
        layer1: basic[(16, 1)],
        layer2: basic[(32, 2), (32, 1)],
        layer3: basic[(64, 2)],
        shortcut: conv,
        classes: 10,
    }

    pub struct CifarBOdd {
        dialect: torch,
        input: [15, 10, 3],
        root: conv(3, 16, 1),
        layer1: basic[(16, 1); 2],
        layer2: basic[(32, 2)],
        layer3: basic[(64, 2)],
        classes: 10,
    }

    pub struct CifarV2Bottleneck {
        dialect: cifar_v2,
        input: [12, 10, 3],
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(128, 32, 2)],
        layer3: bottleneck[(256, 64, 2)],
        classes: 10,
    }

    pub struct CifarV2Odd {
        dialect: cifar_v2,
        input: [13, 11, 3],
        layer1: basic[(16, 1)],
        layer2: basic[(32, 2), (32, 1)],
        layer3: basic[(64, 2)],
        classes: 10,
    }

    pub struct Timm18dOdd {
        dialect: torch,
        input: [43, 35, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: basic[(8, 1)],
        layer2: basic[(8, 2)] + [(8, 1)],
        layer3: basic[(16, 2)],
        layer4: basic[(16, 2)],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct Timm26cOdd {
        dialect: torch,
        input: [43, 35, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)] + [(32, 8, 1)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        classes: 10,
    }

    pub struct Timm26d {
        dialect: torch,
        input: [64, 64, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct Timm26dOdd {
        dialect: torch,
        input: [75, 51, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct Timm26s {
        dialect: torch,
        input: [32, 24, 3],
        root: conv(3, 16, 2) + conv(3, 16, 1) + conv(3, 32, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        classes: 10,
    }

    pub struct Timm26t {
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

    pub struct TimmBasic {
        dialect: torch,
        input: [64, 64, 3],
        layer1: basic[(16, 1); 2],
        layer2: basic[(16, 2)],
        layer3: basic[(24, 2)],
        layer4: basic[(32, 2)],
        classes: 10,
    }

    pub struct TimmBottleneckOdd {
        dialect: torch,
        input: [75, 51, 3],
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        classes: 10,
    }

    pub struct TimmOs16Odd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer4: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        output_stride: 16,
        classes: 10,
    }

    pub struct TimmOs8 {
        dialect: torch,
        input: [32, 24, 3],
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)] + [(32, 8, 1)],
        layer3: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer4: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        output_stride: 8,
        classes: 10,
    }

    pub struct TimmOs8BasicOdd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: basic[(8, 1)],
        layer2: basic[(8, 2)] + [(8, 1)],
        layer3: basic[(16, 2)] + [(16, 1)],
        layer4: basic[(16, 2)] + [(16, 1)],
        output_stride: 8,
        classes: 10,
    }

    pub struct TimmOs8DOdd {
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

    pub struct TimmRelu6Odd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: bottleneck[(32, 8, 1); 2],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        activation: relu6,
        classes: 10,
    }

    pub struct TimmResnext {
        dialect: torch,
        input: [64, 64, 3],
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        groups: 4,
        classes: 10,
    }

    pub struct TimmSiluBasic {
        dialect: torch,
        input: [32, 24, 3],
        layer1: basic[(8, 1); 2],
        layer2: basic[(8, 2)],
        layer3: basic[(16, 2)],
        layer4: basic[(16, 2)],
        activation: silu,
        classes: 10,
    }

    pub struct TimmSiluOdd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: bottleneck[(32, 8, 1); 2],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        activation: silu,
        classes: 10,
    }

    pub struct TimmV2 {
        dialect: timm_v2,
        input: [64, 64, 3],
        root: conv(7, 16, 2) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        classes: 10,
    }

    pub struct TimmV2Basic {
        dialect: timm_v2,
        input: [64, 64, 3],
        root: conv(7, 16, 2) + max_pool(3, 2),
        layer1: basic[(16, 1); 2],
        layer2: basic[(16, 2)],
        layer3: basic[(24, 2)],
        layer4: basic[(32, 2)],
        classes: 10,
    }

    pub struct TimmV2Bit {
        dialect: bit,
        input: [32, 24, 3],
        root: conv(7, 32, 2) + max_pool(3, 2),
        layer1: bottleneck[(128, 32, 1); 2],
        layer2: bottleneck[(128, 32, 2)],
        layer3: bottleneck[(256, 64, 2)],
        layer4: bottleneck[(256, 64, 2)],
        classes: 10,
    }

    pub struct TimmV2BitOdd {
        dialect: bit,
        input: [43, 35, 3],
        root: conv(7, 32, 2) + max_pool(3, 2),
        layer1: bottleneck[(128, 32, 1)],
        layer2: bottleneck[(128, 32, 2)] + [(128, 32, 1)],
        layer3: bottleneck[(256, 64, 2)],
        layer4: bottleneck[(256, 64, 2)],
        classes: 10,
    }

    pub struct TimmV2BasicDOdd {
        dialect: timm_v2,
        input: [43, 35, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: basic[(16, 1)],
        layer2: basic[(16, 2)] + [(16, 1)],
        layer3: basic[(24, 2)],
        layer4: basic[(32, 2)],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct TimmV2Odd {
        dialect: timm_v2,
        input: [75, 51, 3],
        root: conv(7, 16, 2) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        classes: 10,
    }

    pub struct TimmV2Os16Odd {
        dialect: timm_v2,
        input: [43, 35, 3],
        root: conv(7, 16, 2) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer4: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        output_stride: 16,
        classes: 10,
    }

    pub struct TimmV2SiluOdd {
        dialect: timm_v2,
        input: [43, 35, 3],
        root: conv(7, 16, 2) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1); 2],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        activation: silu,
        classes: 10,
    }

    pub struct TimmV2dOdd {
        dialect: timm_v2,
        input: [75, 51, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct TimmV2dOs8Odd {
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

    pub struct TimmV2tOdd {
        dialect: timm_v2,
        input: [43, 35, 3],
        root: conv(3, 6, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)] + [(32, 8, 1)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct TimmWideOdd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: bottleneck[(32, 16, 1); 2],
        layer2: bottleneck[(32, 16, 2)],
        layer3: bottleneck[(64, 32, 2)],
        layer4: bottleneck[(64, 32, 2)],
        classes: 10,
    }

    pub struct TvBasic {
        dialect: torch,
        input: [64, 64, 3],
        layer1: basic[(64, 1)],
        layer2: basic[(128, 2)],
        layer3: basic[(256, 2)],
        layer4: basic[(512, 2)],
        classes: 10,
    }

    pub struct TvBasicOdd {
        dialect: torch,
        input: [75, 51, 3],
        layer1: basic[(64, 1); 2],
        layer2: basic[(128, 2)],
        layer3: basic[(256, 2)],
        layer4: basic[(512, 2)],
        classes: 10,
    }

    pub struct TvBottleneckOdd {
        dialect: torch,
        input: [75, 51, 3],
        layer1: bottleneck[(256, 16, 1)],
        layer2: bottleneck[(512, 32, 2)],
        layer3: bottleneck[(1024, 64, 2)] + [(1024, 64, 1)],
        layer4: bottleneck[(2048, 128, 2)],
        classes: 10,
    }

    pub struct TvCifarStem {
        dialect: torch,
        input: [12, 9, 3],
        root: conv(3, 64, 1),
        layer1: basic[(64, 1)],
        layer2: basic[(128, 2)],
        layer3: basic[(256, 2)],
        layer4: basic[(512, 2)],
        classes: 10,
    }

    pub struct TvDilatedOdd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: bottleneck[(256, 8, 1)],
        layer2: bottleneck[(512, 16, 2)],
        layer3: bottleneck[(1024, 32, 2)],
        layer4: bottleneck[(2048, 64, 2)] + [(2048, 64, 1)],
        dilate: [layer3, layer4],
        classes: 10,
    }

    pub struct TvDilatedOs16 {
        dialect: torch,
        input: [20, 28, 3],
        layer1: bottleneck[(256, 8, 1)],
        layer2: bottleneck[(512, 16, 2)],
        layer3: bottleneck[(1024, 32, 2)],
        layer4: bottleneck[(2048, 64, 2)] + [(2048, 64, 1)],
        dilate: [layer4],
        classes: 10,
    }

    pub struct TvGroups {
        dialect: torch,
        input: [64, 64, 3],
        layer1: bottleneck[(256, 32, 1)],
        layer2: bottleneck[(512, 64, 2)],
        layer3: bottleneck[(1024, 128, 2)],
        layer4: bottleneck[(2048, 256, 2)],
        groups: 8,
        classes: 10,
    }

    pub struct TvNoPool {
        dialect: torch,
        input: [21, 18, 3],
        root: conv(7, 64, 2),
        layer1: basic[(64, 1)],
        layer2: basic[(128, 2)],
        layer3: basic[(256, 2)],
        layer4: basic[(512, 2)],
        classes: 10,
    }
}

/// Compares a network with a case of the reference. Its weights and its input
/// follow the generator's rule.
fn check<N: Network<Output: AnyTensor>>(case: &str) {
    let net_json = json(&format!("torch/{case}/net.json"));
    check_tables::<N>(&net_json);
    let file = read(&format!("torch/{case}/end_points.safetensors"));
    let names = texts(&net_json["end_point_order"]);
    let mut wanted: BTreeMap<&str, Vec<f32>> = BTreeMap::new();
    for name in names {
        wanted.insert(ours(name, N::LAYERS), nhwc(tensor(&file, name)));
    }
    let net = N::synthetic(0);
    let [h, w, c] = N::INPUT;
    let scale = net_json["case"]["input_scale"].as_f64().unwrap_or(1.0) as f32;
    let input = generated_input(h * w * c).into_iter().map(|value| value * scale);
    let image = nhwc((vec![1, c, h, w], input.collect()));
    let image = N::Input::view(&image).expect("the reference's image fits");
    for backend in Backend::available() {
        let mut workspace = N::workspace();
        workspace.set_backend(backend);
        let close = |got: &[f32], want: &[f32], name: &str| {
            let (error, tolerance) = (error(got, want), tolerance(backend));
            let what = format!("{case}, {}, {name}", backend.name());
            assert!(error <= tolerance, "{what}: error {error:.1e}");
        };
        let mut seen = Vec::new();
        net.visit_end_points(image, &mut workspace, |name, _, values| {
            if let Some(want) = wanted.get(name) {
                close(values, want, name);
                seen.push(name.to_owned());
            }
        });
        // All blocks, the logits, and whatever else the reference has.
        assert!(seen.len() >= 5, "{case}: only {seen:?}");
        let blocks = N::LAYERS.iter().filter(|layer| layer.kind == LayerKind::Block);
        for name in blocks.map(|layer| layer.name) {
            assert!(seen.iter().any(|seen| seen == name), "{case}: no {name} in the reference");
        }
        let output = net.forward(image, &mut workspace).values();
        close(output, &wanted[N::LAYERS.last().expect("layers").name], "the result");
    }
}

/// What we call an end point of the reference.
fn ours<'n>(name: &'n str, layers: &'static [Layer]) -> &'n str {
    match name {
        "act1" => "relu",
        "global_pool" => "avgpool",
        "logits" => layers.last().expect("a network has layers").name,
        name => name,
    }
}

macro_rules! cases {
    ($($case:ident => $network:ident,)*) => {
        $(#[test]
        fn $case() {
            check::<$network>(stringify!($case));
        })*
    };
}

cases! {
    cifar_a => CifarA,
    cifar_a_odd => CifarAOdd,
    cifar_a_projection => CifarAProjection,
    cifar_b_odd => CifarBOdd,
    cifar_v2_bottleneck => CifarV2Bottleneck,
    cifar_v2_odd => CifarV2Odd,
    timm_18d_odd => Timm18dOdd,
    timm_26c_odd => Timm26cOdd,
    timm_26d => Timm26d,
    timm_26d_odd => Timm26dOdd,
    timm_26s => Timm26s,
    timm_26t => Timm26t,
    timm_basic => TimmBasic,
    timm_bottleneck_odd => TimmBottleneckOdd,
    timm_os16_odd => TimmOs16Odd,
    timm_os8 => TimmOs8,
    timm_os8_basic_odd => TimmOs8BasicOdd,
    timm_os8_d_odd => TimmOs8DOdd,
    timm_relu6_odd => TimmRelu6Odd,
    timm_resnext => TimmResnext,
    timm_silu_basic => TimmSiluBasic,
    timm_silu_odd => TimmSiluOdd,
    timm_v2 => TimmV2,
    timm_v2_basic => TimmV2Basic,
    timm_v2_basic_d_odd => TimmV2BasicDOdd,
    timm_v2_bit => TimmV2Bit,
    timm_v2_bit_odd => TimmV2BitOdd,
    timm_v2_odd => TimmV2Odd,
    timm_v2_os16_odd => TimmV2Os16Odd,
    timm_v2_silu_odd => TimmV2SiluOdd,
    timm_v2d_odd => TimmV2dOdd,
    timm_v2d_os8_odd => TimmV2dOs8Odd,
    timm_v2t_odd => TimmV2tOdd,
    timm_wide_odd => TimmWideOdd,
    tv_basic => TvBasic,
    tv_basic_odd => TvBasicOdd,
    tv_bottleneck_odd => TvBottleneckOdd,
    tv_cifar_stem => TvCifarStem,
    tv_dilated_odd => TvDilatedOdd,
    tv_dilated_os16 => TvDilatedOs16,
    tv_groups => TvGroups,
    tv_no_pool => TvNoPool,
}

#[path = "golden_torch/attention.rs"]
mod attention;
