//! Between blocks: a function that does nothing changes no bit,
//! whatever the dialect; one that computes what a part of the network computes
//! agrees with it; and their parameters come from the weight file as they are.

use std::any::type_name;
use std::collections::BTreeMap;

use resnet::{
    AnyTensor, AnyWorkspace, Backend, LayerKind, Network, Precision, Role, Tensor, resnet,
};

use super::common::{error, tolerance};
use super::{Tensors, bits, end_points, file, image, values};

/// Any shape: const generics follow from the arguments.
fn identity<const H: usize, const W: usize, const C: usize>(
    x: &Tensor<H, W, C>,
    out: &mut Tensor<H, W, C>,
) {
    assert!(out.values().iter().all(|value| *value == 0.0), "the output begins as zeros");
    out.values_mut().copy_from_slice(x.values());
}

macro_rules! with_and_without {
    ($($case:ident: { $($head:tt)* } { $($first:tt)* } { $($second:tt)* })*) => {$(
        mod $case {
            use super::{identity, resnet};

            resnet! {
                pub struct Without {
                    $($head)*
                    scope: "net",
                    $($first)*
                    $($second)*
                    classes: 7,
                }

                pub struct With {
                    $($head)*
                    scope: "net",
                    entry: custom(identity),
                    $($first)*
                    between: custom(identity),
                    again: custom(self::identity),
                    $($second)*
                    exit: custom(identity),
                    classes: 7,
                }
            }
        }

        #[test]
        fn $case() {
            changes_nothing::<$case::Without, $case::With>();
        }
    )*};
}

with_and_without! {
    slim_v2: { input: [33, 47, 3], }
        { block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)], } { block2: bottleneck[(16, 8, 1), (24, 8, 2)], }
    slim_v2_rootless: { input: [8, 7, 20], root: none, }
        { block1: bottleneck[(20, 4, 2)], } { block2: bottleneck[(20, 8, 1)], }
    slim_v1: { dialect: slim_v1, input: [33, 47, 3], }
        { block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)], } { block2: bottleneck[(16, 8, 1), (24, 8, 2)], }
    torch_basic: { dialect: torch, input: [33, 47, 3], }
        { layer1: basic[(64, 1); 2], } { layer2: basic[(64, 1), (24, 2), (24, 1)], }
    torch_attention: { dialect: torch, input: [33, 47, 3], attention: se, blur: true, }
        { layer1: bottleneck[(64, 16, 1); 2], } { layer2: bottleneck[(64, 16, 2), (64, 16, 1)], }
    timm_v2: { dialect: timm_v2, input: [33, 47, 3], }
        { layer1: bottleneck[(16, 4, 1); 2], } { layer2: bottleneck[(24, 8, 2), (24, 8, 1)], }
    bit: { dialect: bit, input: [33, 47, 3], }
        { layer1: bottleneck[(64, 32, 1); 2], } { layer2: bottleneck[(96, 32, 2), (96, 32, 1)], }
    cifar_v1: { dialect: cifar_v1, input: [9, 11, 3], }
        { layer1: basic[(16, 1); 2], } { layer2: basic[(24, 2), (24, 1)], }
    cifar_v2: { dialect: cifar_v2, input: [9, 11, 3], }
        { layer1: basic[(16, 1); 2], } { layer2: basic[(16, 1), (24, 2), (24, 1)], }
}

/// Both networks have the same tensors, hence the same generated weights. Every end
/// point has the same bits, the logits too: but of a map with a halo, which a stage
/// does not leave behind, the mean is summed in another order.
fn changes_nothing<A, B>()
where
    A: Network<Output: AnyTensor>,
    B: Network<Output: AnyTensor, Input = A::Input>,
{
    let custom = |layer: &&resnet::Layer| layer.kind == LayerKind::Custom;
    assert_eq!(B::LAYERS.iter().filter(custom).count(), 4);
    assert_eq!([A::PARAMS, A::MACS], [B::PARAMS, B::MACS]);
    assert_ne!(A::FINGERPRINT, B::FINGERPRINT);
    let has_halo = ["basic", "cifar_v1"].iter().any(|name| type_name::<A>().contains(name));
    let image = image::<A>();
    for backend in Backend::available() {
        let (mut a, mut b) = (A::workspace(), B::workspace());
        a.set_backend(backend);
        b.set_backend(backend);
        let (plain, custom) = (A::synthetic(1), B::synthetic(1));
        let result = plain.forward(&image, &mut a).values().to_vec();
        let mine = custom.forward(&image, &mut b).values().to_vec();
        match has_halo {
            true => assert!(error(&mine, &result) < 1e-6, "{}", backend.name()),
            false => assert_eq!(bits(&mine), bits(&result), "{}", backend.name()),
        }
        let (wanted, found) =
            (end_points(&plain, &image, &mut a), end_points(&custom, &image, &mut b));
        for (name, values) in &wanted {
            let is_after_the_mean =
                ["net.avgpool", "net.fc", "net.linear"].contains(&name.as_str());
            if !(has_halo && is_after_the_mean) {
                assert!(found[name] == *values, "{}, {name}", backend.name());
            }
        }
        let stage = |end: &str| found.iter().find(|(name, _)| name.ends_with(end)).expect(end).1;
        assert!(stage("between") == stage("again"), "what a stage leaves is what it was given");
        assert_eq!(bits(custom.forward(&image, &mut b).values()), bits(&mine));
    }
}

resnet! {
    /// Of a unit of torchvision's, and its head.
    struct BuiltIn {
        dialect: torch,
        input: [19, 23, 3],
        root: conv(3, 16, 2),
        layer1: basic[(16, 1)],
        layer2: basic[(16, 1)],
        layer3: basic[(24, 2)],
        classes: 10,
    }

    /// The same with functions of our own.
    struct Own {
        dialect: torch,
        input: [19, 23, 3],
        root: conv(3, 16, 2),
        layer1: basic[(16, 1)],
        unit: custom(
            basic,
            conv1: [16, 16, 3, 3], norm1: [4, 16],
            conv2: [16, 16, 3, 3], norm2: [4, 16],
        ),
        layer3: basic[(24, 2)],
        head: custom(classify, weight: [10, 24], bias: [10]) -> [1, 1, 10],
        outputs: [unit, head],
    }
}

type Filters<const C: usize> = [[[[f32; 3]; 3]; C]; C];

/// Two 3x3 convolutions and the identity, as `BasicBlock` has them.
fn basic<const H: usize, const W: usize, const C: usize>(
    x: &Tensor<H, W, C>,
    out: &mut Tensor<H, W, C>,
    conv1: &Filters<C>,
    norm1: &[[f32; C]; 4],
    conv2: &Filters<C>,
    norm2: &[[f32; C]; 4],
) {
    let mut inner = Tensor::<H, W, C>::ZERO;
    conv_3x3(x, &mut inner, conv1, norm1);
    inner.values_mut().iter_mut().for_each(|value| *value = value.max(0.0));
    conv_3x3(&inner, out, conv2, norm2);
    for (out, x) in out.values_mut().iter_mut().zip(x.values()) {
        *out = (*out + x).max(0.0);
    }
}

/// Scale, shift, mean, variance behind it.
fn conv_3x3<const H: usize, const W: usize, const C: usize>(
    x: &Tensor<H, W, C>,
    out: &mut Tensor<H, W, C>,
    filters: &Filters<C>,
    [gamma, beta, mean, variance]: &[[f32; C]; 4],
) {
    for (y, x0, co) in (0..H * W * C).map(|i| (i / C / W, i / C % W, i % C)) {
        let mut sum = 0.0;
        for (ky, kx) in (0..9).map(|tap| (tap / 3, tap % 3)) {
            let (row, column) = (y + ky, x0 + kx);
            if (1..=H).contains(&row) && (1..=W).contains(&column) {
                for ci in 0..C {
                    let value = f64::from(x[[row - 1, column - 1, ci]]);
                    sum += value * f64::from(filters[co][ci][ky][kx]);
                }
            }
        }
        let scale = f64::from(gamma[co]) / (f64::from(variance[co]) + 1e-5).sqrt();
        out[[y, x0, co]] = ((sum - f64::from(mean[co])) * scale + f64::from(beta[co])) as f32;
    }
}

/// The mean, and a fully connected layer.
fn classify<const H: usize, const W: usize, const C: usize, const CLASSES: usize>(
    x: &Tensor<H, W, C>,
    logits: &mut Tensor<1, 1, CLASSES>,
    weight: &[[f32; C]; CLASSES],
    bias: &[f32; CLASSES],
) {
    for class in 0..CLASSES {
        let pixels = x.values().chunks_exact(C);
        let of = |pixel: &[f32]| pixel.iter().zip(&weight[class]).map(|(a, b)| a * b).sum::<f32>();
        logits[[0, 0, class]] = pixels.map(of).sum::<f32>() / (H * W) as f32 + bias[class];
    }
}

/// The tensors of the built-in network, under the names of our own.
fn own_tensors(built_in: &Tensors) -> Tensors {
    let mut own = BTreeMap::new();
    for (name, tensor) in built_in {
        match name.strip_prefix("layer2.0.") {
            Some(rest) if rest.starts_with("conv") => {
                own.insert(format!("unit.{}", &rest[..5]), tensor.clone());
            }
            Some(_) => {}
            None => {
                own.insert(name.replace("fc.", "head."), tensor.clone());
            }
        }
    }
    for number in [1, 2] {
        let parts = ["weight", "bias", "running_mean", "running_var"];
        let parts = parts.map(|part| built_in[&format!("layer2.0.bn{number}.{part}")].1.clone());
        own.insert(format!("unit.norm{number}"), (vec![4, 16], parts.concat()));
    }
    own
}

#[test]
fn a_unit_and_a_head_of_ones_own_agree_with_those_of_the_network() {
    let tensors = values::<BuiltIn>();
    let built_in = BuiltIn::from_safetensors(&file(&tensors)).expect("the file fits");
    let own = Own::from_safetensors(&file(&own_tensors(&tensors))).expect("the file fits");
    let image = image::<BuiltIn>();
    for backend in Backend::available() {
        let (mut first, mut second) = (BuiltIn::workspace(), Own::workspace());
        first.set_backend(backend);
        second.set_backend(backend);
        let unit = built_in.end_point(BuiltIn::LAYER2, &image, &mut first);
        let logits = built_in.forward(&image, &mut first);
        let (own_unit, own_logits) = own.forward(&image, &mut second);
        for (got, want) in
            [(own_unit.values(), unit.values()), (own_logits.values(), logits.values())]
        {
            let error = error(got, want);
            assert!(error <= tolerance(backend), "{}: {error:.1e}", backend.name());
        }
        let seen = own.end_point(Own::UNIT, &image, &mut second);
        assert_eq!(own.forward(&image, &mut second).0, *seen);
    }
}

#[test]
fn parameters_are_in_every_table() {
    let stage = Own::LAYERS.iter().find(|layer| layer.name == "unit").expect("the stage");
    assert_eq!((stage.kind, stage.params, stage.macs), (LayerKind::Custom, 2 * (2304 + 64), 0));
    assert_eq!((stage.input, stage.output), ([10, 12, 16], [10, 12, 16]));
    assert_eq!(stage.kind.to_string(), "custom");
    // Its moving statistics count: nobody knows that they are.
    assert_eq!(Own::PARAMS, BuiltIn::PARAMS + 4 * 16);
    let mine = Own::TENSORS.iter().filter(|spec| spec.role == Role::Param);
    let mine: Vec<_> = mine.map(|spec| (spec.name.to_string(), spec.shape().to_vec())).collect();
    let filters = |name: &str| (name.to_owned(), vec![16, 16, 3, 3]);
    let norm = |name: &str| (name.to_owned(), vec![4, 16]);
    let unit = [
        filters("unit.conv1"),
        norm("unit.norm1"),
        filters("unit.conv2"),
        norm("unit.norm2"),
        ("head.weight".to_owned(), vec![10, 24]),
        ("head.bias".to_owned(), vec![10]),
    ];
    assert_eq!(mine, unit);
}

#[test]
fn packed_files_hold_parameters() {
    let net = Own::synthetic(5);
    let file = net.pack(Precision::F32).expect("packs");
    let again = Own::unpack(&file).expect("the file is this network's");
    let image = image::<Own>();
    let (mut first, mut second) = (Own::workspace(), Own::workspace());
    assert!(net.forward(&image, &mut first) == again.forward(&image, &mut second));
}

#[test]
fn a_file_without_a_parameter_is_at_fault() {
    let mut tensors = own_tensors(&values::<BuiltIn>());
    tensors.remove("unit.norm2");
    tensors.get_mut("head.weight").expect("the head's").0 = vec![24, 10];
    let message = match Own::from_safetensors(&file(&tensors)) {
        Ok(_) => String::new(),
        Err(error) => error.to_string(),
    };
    assert!(message.contains("unit.norm2") && message.contains("head.weight"), "{message}");
}
