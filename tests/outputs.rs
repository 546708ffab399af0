//! Networks of which chosen end points are the result: what `forward` leaves is
//! what the real TF-slim, torchvision or timm computed there, on every backend,
//! and nothing after the last one is computed, or asked of a weight file.

mod common;

use common::{error, json, read, tensor, texts, tolerance};
use resnet::{AnyOutput, AnyTensor, AnyWorkspace, Backend, Network, Tensor, resnet};

resnet! {
    /// Slim's `tiny`, of `golden/slim`.
    struct Whole {
        input: [32, 32, 3],
        scope: "tiny",
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1), (32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        classes: 10,
    }

    struct Pyramid {
        input: [32, 32, 3],
        scope: "tiny",
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1), (32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        outputs: [conv1, block1_unit_2, block1, block3],
    }

    /// The deepest first, and nothing of the last unit and block.
    struct Cut {
        input: [32, 32, 3],
        scope: "tiny",
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1), (32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        outputs: [block2_unit_1, block1],
    }

    struct One {
        input: [32, 32, 3],
        scope: "tiny",
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1), (32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        outputs: [block2],
    }

    struct RootAlone {
        input: [32, 32, 3],
        scope: "tiny",
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        outputs: [conv1],
    }

    struct PyramidV1 {
        dialect: slim_v1,
        input: [33, 47, 3],
        scope: "odd_v1",
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1), (32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        outputs: [conv1, block1, block2],
    }

    /// The stem's end point, torchvision's `layer1` to `layer4`, and their mean.
    struct Torch {
        dialect: torch,
        input: [75, 51, 3],
        layer1: basic[(64, 1); 2],
        layer2: basic[(128, 2)],
        layer3: basic[(256, 2)],
        layer4: basic[(512, 2)],
        outputs: [maxpool, layer1, layer2, layer3, layer4, avgpool],
    }

    struct TorchCut {
        dialect: torch,
        input: [75, 51, 3],
        layer1: basic[(64, 1); 2],
        layer2: basic[(128, 2)],
        layer3: basic[(256, 2)],
        layer4: basic[(512, 2)],
        outputs: [layer2, layer1_0],
    }

    /// All of timm's `features_only`, whose first one is the stem's `act1`.
    struct Timm {
        dialect: torch,
        input: [64, 64, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        shortcut: avg_pool,
        outputs: [relu, layer1, layer2, layer3, layer4],
    }

    struct TimmV2 {
        dialect: timm_v2,
        input: [64, 64, 3],
        root: conv(7, 16, 2) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        outputs: [stem, layer1_0, layer2, layer4],
    }

    struct TimmV2Normed {
        dialect: timm_v2,
        input: [64, 64, 3],
        root: conv(7, 16, 2) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        outputs: [layer3, norm],
    }

    struct Bit {
        dialect: bit,
        input: [32, 24, 3],
        root: conv(7, 32, 2) + max_pool(3, 2),
        layer1: bottleneck[(128, 32, 1); 2],
        layer2: bottleneck[(128, 32, 2)],
        layer3: bottleneck[(256, 64, 2)],
        layer4: bottleneck[(256, 64, 2)],
        outputs: [stem_conv, layer1, layer2, layer3],
    }

    struct CifarV2 {
        dialect: cifar_v2,
        input: [13, 11, 3],
        layer1: basic[(16, 1)],
        layer2: basic[(32, 2), (32, 1)],
        layer3: basic[(64, 2)],
        outputs: [conv1, layer1, layer2],
    }

    struct Dilated {
        input: [33, 49, 3],
        scope: "os8_deep",
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block3: bottleneck[(64, 16, 1)] + [(64, 16, 2)],
        block4: bottleneck[(96, 24, 1); 2],
        output_stride: 8,
        outputs: [block1, block3, block4],
    }
}

/// Compares results with the end points of these names on every backend.
fn check<N: Network>(case: &str, net: &N, image: &N::Input, wanted: &[(&str, Vec<f32>)]) {
    assert_eq!(N::OUTPUTS.len(), wanted.len());
    assert_eq!(N::CLASSES, None);
    for backend in Backend::available() {
        let mut workspace = N::workspace();
        workspace.set_backend(backend);
        let output = net.forward(image, &mut workspace);
        for (i, (name, want)) in wanted.iter().enumerate() {
            let (error, tolerance) = (error(output.values_of(i), want), tolerance(backend));
            let what = format!("{case}, {}, {name}", backend.name());
            assert!(error <= tolerance, "{what}: error {error:.1e}");
        }
        // The same bits as those that an observer sees.
        let mut seen = Vec::new();
        let mut second = N::workspace();
        second.set_backend(backend);
        net.visit_end_points(image, &mut second, |name, _, values| {
            seen.push((name.to_owned(), values.to_vec()));
        });
        let last = N::LAYERS.iter().rev().find(|layer| layer.end_point).map(|layer| layer.name);
        assert_eq!(seen.last().map(|(name, _)| name.as_str()), last);
        for (i, (name, _)) in wanted.iter().enumerate() {
            let (_, values) = seen.iter().find(|(seen, _)| seen == name).expect(name);
            assert_eq!(values, output.values_of(i), "{case}, {}, {name}", backend.name());
        }
    }
}

/// Slim's weight files have all of the network's tensors, those of the head and
/// of blocks after the last output too.
fn slim<N: Network>(case: &str, names: &[&str]) -> N {
    let file = |name: &str| read(&format!("slim/{case}/{name}"));
    let net = N::from_safetensors(&file("weights.safetensors")).expect("the weights fit");
    let (_, image) = tensor(&file("input.safetensors"), "input");
    let image = N::Input::view(&image).expect("the reference's image fits");
    let end_points = file("end_points.safetensors");
    let wanted: Vec<_> = names.iter().map(|name| (*name, tensor(&end_points, name).1)).collect();
    check(case, &net, image, &wanted);
    net
}

/// Torch's follow the generator's rule. For each name ours and the reference's.
fn torch<N: Network>(case: &str, names: &[(&'static str, &str)]) {
    let file = read(&format!("torch/{case}/end_points.safetensors"));
    let nhwc = |(shape, values): (Vec<usize>, Vec<f32>)| {
        let [c, pixels] = [shape[1], shape[2..].iter().product::<usize>()];
        let value = |i: usize| values[i % c * pixels + i / c];
        (0..values.len()).map(value).collect::<Vec<f32>>()
    };
    let net_json = json(&format!("torch/{case}/net.json"));
    let scale = net_json["case"]["input_scale"].as_f64().unwrap_or(1.0) as f32;
    let [h, w, c] = N::INPUT;
    let input = common::generated_input(h * w * c).into_iter().map(|value| value * scale);
    let image = nhwc((vec![1, c, h, w], input.collect()));
    let image = N::Input::view(&image).expect("the reference's image fits");
    let known = texts(&net_json["end_point_order"]);
    let wanted = names.iter().map(|(ours, reference)| {
        assert!(known.contains(reference), "{case}: no {reference} in {known:?}");
        (*ours, nhwc(tensor(&file, reference)))
    });
    check(case, &N::synthetic(0), image, &wanted.collect::<Vec<_>>());
}

#[test]
fn slims_end_points() {
    let unit = "tiny/block1/unit_2/bottleneck_v2";
    slim::<Pyramid>("tiny", &["tiny/conv1", unit, "tiny/block1", "tiny/block3"]);
    slim::<Cut>("tiny", &["tiny/block2/unit_1/bottleneck_v2", "tiny/block1"]);
    slim::<One>("tiny", &["tiny/block2"]);
    slim::<PyramidV1>("odd_v1", &["odd_v1/conv1", "odd_v1/block1", "odd_v1/block2"]);
    slim::<Dilated>("os8_deep", &["os8_deep/block1", "os8_deep/block3", "os8_deep/block4"]);
}

#[test]
fn torchs_end_points() {
    let layers = ["layer1", "layer2", "layer3", "layer4"].map(|layer| (layer, layer));
    let [first, second, third, fourth] = layers;
    let all = [("maxpool", "maxpool"), first, second, third, fourth, ("avgpool", "avgpool")];
    torch::<Torch>("tv_basic_odd", &all);
    torch::<Timm>("timm_26d", &[("relu", "act1"), first, second, third, fourth]);
    torch::<TorchCut>("tv_basic_odd", &[second, ("layer1.0", "layer1.0")]);
}

#[test]
fn timms_features() {
    let stage = |name: &'static str| (name, name);
    let [one, two] = [stage("stages.0.blocks.0"), stage("stages.1")];
    torch::<TimmV2>("timm_v2", &[stage("stem"), one, two, stage("stages.3")]);
    torch::<TimmV2Normed>("timm_v2", &[stage("stages.2"), stage("norm")]);
    torch::<Bit>("timm_v2_bit", &[stage("stem.conv"), stage("stages.0"), two, stage("stages.2")]);
    torch::<CifarV2>("cifar_v2_odd", &[stage("conv1"), stage("layer1"), stage("layer2")]);
}

#[test]
fn each_tensor_has_its_shape_in_its_type() {
    let (net, mut workspace) = (Pyramid::synthetic(1), Pyramid::workspace());
    let image = Tensor::boxed();
    let (conv1, unit, block1, block3) = net.forward(&image, &mut workspace);
    let _: (&Tensor<16, 16, 64>, &Tensor<8, 8, 16>) = (conv1, unit);
    let _: (&Tensor<4, 4, 16>, &Tensor<2, 2, 64>) = (block1, block3);
    assert_eq!(Pyramid::OUTPUTS, [[16, 16, 64], [8, 8, 16], [4, 4, 16], [2, 2, 64]]);
    assert_eq!(Pyramid::OUTPUT, [2, 2, 64]);
    let (net, mut workspace) = (One::synthetic(1), One::workspace());
    let one: &Tensor<2, 2, 32> = net.forward(&image, &mut workspace);
    assert_eq!(one.values().len(), One::OUTPUT.iter().product::<usize>());
}

/// The layers are those of the whole network up to the last output.
#[test]
fn nothing_after_the_last_is_computed() {
    fn check<N: Network>(last: &str) {
        let end = Whole::LAYERS.iter().position(|layer| layer.name == last).expect(last) + 1;
        let names = |layers: &[resnet::Layer]| layers.iter().map(|l| l.name).collect::<Vec<_>>();
        assert_eq!(names(N::LAYERS), names(&Whole::LAYERS[..end]));
        let sum = |of: fn(&resnet::Layer) -> u64| Whole::LAYERS[..end].iter().map(of).sum::<u64>();
        assert_eq!(N::MACS, sum(|layer| layer.macs));
        assert_eq!(N::PARAMS, sum(|layer| layer.params));
        assert!(N::MACS < Whole::MACS && N::PARAMS < Whole::PARAMS);
        assert!(N::PACKED_BYTES < Whole::PACKED_BYTES);
    }
    check::<Pyramid>("tiny/block3");
    check::<One>("tiny/block2");
    check::<Cut>("tiny/block2/unit_1/bottleneck_v2");
    check::<RootAlone>("tiny/conv1");
    assert_eq!(RootAlone::LAYERS.len(), 1);
}

/// A file needs what is computed, and may have the rest of the declared network,
/// but nothing else.
#[test]
fn what_is_not_computed_is_not_asked_of_a_file() {
    use safetensors::SafeTensors;

    let bytes = read("slim/tiny/weights.safetensors");
    let file = SafeTensors::deserialize(&bytes).expect("a reference file is well formed");
    let kept = |keep: &dyn Fn(&str) -> bool| {
        let tensors = file.tensors().into_iter().filter(|(name, _)| keep(name));
        safetensors::serialize(tensors, None).expect("a file")
    };
    let is_needed = |name: &str| Cut::TENSORS.iter().any(|spec| spec.name == *name);
    let least = kept(&is_needed);
    let net = Cut::from_safetensors(&least).expect("the weights fit");
    let whole = Cut::from_safetensors(&bytes).expect("the rest is no fault");
    let packed = |net: &Cut| net.pack(resnet::Precision::F32).expect("packs");
    assert!(packed(&net) == packed(&whole));
    for missing in Cut::TENSORS {
        let rest = kept(&|name| is_needed(name) && missing.name != *name);
        assert!(Cut::from_safetensors(&rest).is_err(), "{} is needed", missing.name);
    }
    // Of the declaration of `RootAlone`, `block2` is no part.
    assert!(RootAlone::from_safetensors(&bytes).is_err());
    let declared = kept(&|name| !name.contains("block2") && !name.contains("block3"));
    RootAlone::from_safetensors(&declared).expect("the rest is no fault");
}

#[test]
fn the_same_weights_serve_other_outputs_of_the_same_layers() {
    resnet! {
        struct Both {
            input: [8, 8, 3],
            scope: "net",
            a: bottleneck[(16, 4, 1); 2],
            b: bottleneck[(16, 4, 1)],
            outputs: [a, b],
        }
        struct Last {
            input: [8, 8, 3],
            scope: "net",
            a: bottleneck[(16, 4, 1); 2],
            b: bottleneck[(16, 4, 1)],
            outputs: [b],
        }
        struct First {
            input: [8, 8, 3],
            scope: "net",
            a: bottleneck[(16, 4, 1); 2],
            b: bottleneck[(16, 4, 1)],
            outputs: [a],
        }
    }
    assert_eq!(Both::FINGERPRINT, Last::FINGERPRINT);
    assert_ne!(First::FINGERPRINT, Last::FINGERPRINT);
    let image = Tensor::boxed_from(&[0.25; 8 * 8 * 3]).expect("an image");
    let (both, last) = (Both::synthetic(1), Last::synthetic(1));
    let bytes = both.pack(resnet::Precision::F32).expect("packs");
    assert!(bytes == last.pack(resnet::Precision::F32).expect("packs"));
    let mut workspace = Both::workspace();
    let (_, b) = both.forward(&image, &mut workspace);
    assert_eq!(b, last.forward(&image, &mut Last::workspace()));
}

#[cfg(feature = "rayon")]
#[test]
fn batches_have_all_tensors() {
    let net = Pyramid::synthetic(3);
    let image = |value: f32| Tensor::<32, 32, 3>::boxed_from(&[value; 32 * 32 * 3]).expect("fits");
    let images: Vec<_> = [0.1, 0.2, 0.3].map(image).into();
    let mut workspaces = vec![Pyramid::workspace(), Pyramid::workspace()];
    let results = net.forward_batch(&images, &mut workspaces);
    for (image, result) in images.iter().zip(results) {
        let mut workspace = Pyramid::workspace();
        assert!(net.forward(image, &mut workspace) == &*result);
    }
}
