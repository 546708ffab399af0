//! A kind that no dialect has, in every table and result of its networks.

use resnet::{Backend, LayerKind, Pool, Precision, Role, Tensor, resnet};

use super::common::{error, tolerance};
use super::{file, image, values};

/// Half of the channels by a 1x1 convolution, and one of each by 3x3 (Han et al. 2020,
/// "GhostNet").
fn ghost<
    const H: usize,
    const W: usize,
    const C: usize,
    const HO: usize,
    const WO: usize,
    const D: usize,
    const HALF: usize,
>(
    x: &Tensor<H, W, C>,
    out: &mut Tensor<HO, WO, D>,
    stride: usize,
    primary: &[[f32; C]; HALF],
    cheap: &[[[f32; 3]; 3]; HALF],
) {
    for (y, x0, c) in (0..HO * WO * HALF).map(|i| (i / HALF / WO, i / HALF % WO, i % HALF)) {
        let pixel = (0..C).map(|i| x[[y * stride, x0 * stride, i]] * primary[c][i]);
        out[[y, x0, c]] = pixel.sum::<f32>().max(0.0);
    }
    for (y, x0, c) in (0..HO * WO * HALF).map(|i| (i / HALF / WO, i / HALF % WO, i % HALF)) {
        let taps = (0..9).map(|tap| (y + tap / 3, x0 + tap % 3, cheap[c][tap / 3][tap % 3]));
        let inside = taps.filter(|(y, x, _)| (1..=HO).contains(y) && (1..=WO).contains(x));
        out[[y, x0, HALF + c]] = inside.map(|(y, x, tap)| out[[y - 1, x - 1, c]] * tap).sum();
    }
}

resnet! {
    struct Torch {
        dialect: torch,
        input: [19, 23, 3],
        root: conv(3, 16, 2),
        kinds: { ghost: custom(ghost, stride, primary: [depth / 2, input], cheap: [depth / 2, 3, 3]) },
        layer1: basic[(16, 1)] + ghost[(16, 1); 2],
        layer2: ghost[(24, 2)] + basic[(24, 1)],
        layer3: basic[(32, 2)],
        outputs: [layer2, layer1_1],
        budget: { ram: 1 MiB, flash: 1 MiB, macs: 10_000_000 },
    }

    struct Slim {
        input: [19, 23, 3],
        root: none,
        block1: ghost[(16, 1)] + bottleneck[(16, 8, 1)] + ghost[(16, 2)],
        kinds: { ghost: custom(ghost, stride, primary: [depth / 2, input], cheap: [depth / 2, 3, 3]) },
        classes: 5,
    }

    /// The same function, of another stride.
    struct Other {
        input: [19, 23, 3],
        root: none,
        block1: ghost[(16, 1)] + bottleneck[(16, 8, 1)] + ghost[(16, 2)],
        kinds: { ghost: custom(ghost, rate, primary: [depth / 2, input], cheap: [depth / 2, 3, 3]) },
        classes: 5,
    }
}

/// The shapes are those of `tensors`.
fn params(name: &str) -> (Vec<f32>, Vec<f32>) {
    let tensors = values::<Torch>();
    let of = |leaf: &str| tensors[&format!("{name}.{leaf}")].1.clone();
    (of("primary"), of("cheap"))
}

/// By its definition: the shortcut of the identity, and a ReLU of the sum.
#[test]
fn a_unit_is_its_residual_and_what_the_dialect_puts_around_it() {
    let net = Torch::from_safetensors(&file(&values::<Torch>())).expect("the file fits");
    let (primary, cheap) = params("layer1.1");
    let primary: &[[f32; 16]; 8] = primary.as_chunks().0.try_into().expect("its shape");
    let cheap: &[[[f32; 3]; 3]; 8] =
        cheap.as_chunks().0.as_chunks().0.try_into().expect("its shape");
    let image = image::<Torch>();
    for backend in Backend::available() {
        let mut workspace = Torch::workspace();
        workspace.set_backend(backend);
        let x = net.end_point(Torch::LAYER1_0, &image, &mut workspace);
        let mut want = Tensor::<10, 12, 16>::ZERO;
        ghost(&x, &mut want, 1, primary, cheap);
        let sums = want.values_mut().iter_mut().zip(x.values());
        sums.for_each(|(value, x)| *value = (*value + x).max(0.0));
        let (layer2, got) = net.forward(&image, &mut workspace);
        let _: &Tensor<5, 6, 24> = layer2;
        let error = error(got.values(), want.values());
        assert!(error <= tolerance(backend), "{}: {error:.1e}", backend.name());
        let got = *got;
        assert_eq!(*net.end_point(Torch::LAYER1_1, &image, &mut workspace), got);
    }
}

#[test]
fn units_are_in_every_table() {
    let layers = |name: &str| -> Vec<_> {
        let layers = Torch::LAYERS.iter().filter(|layer| layer.name.starts_with(name));
        layers.map(|l| (l.name, l.kind, l.input, l.output, l.params, l.macs)).collect()
    };
    let (big, small) = ([10, 12, 16], [5, 6, 24]);
    let conv = LayerKind::Conv { size: 1, stride: 2, rate: 1, groups: 1 };
    let wanted = [
        ("layer2.0.downsample.0", conv, big, small, 16 * 24 + 2 * 24, 30 * 16 * 24),
        ("layer2.0.residual", LayerKind::Custom, big, small, 12 * 16 + 12 * 9, 0),
        ("layer2.0", LayerKind::Unit, small, small, 0, 0),
    ];
    assert_eq!(layers("layer2.0"), wanted);
    let specs = Torch::TENSORS.iter().filter(|spec| spec.role == Role::Param);
    let specs: Vec<_> = specs.map(|spec| (spec.name.to_string(), spec.shape().to_vec())).collect();
    let wanted = [("layer1.1", 8, 16), ("layer1.2", 8, 16), ("layer2.0", 12, 16)];
    let wanted = wanted.map(|(unit, half, input)| {
        let of = |leaf: &str| format!("{unit}.{leaf}");
        [(of("primary"), vec![half, input]), (of("cheap"), vec![half, 3, 3])]
    });
    assert_eq!(specs, wanted.concat());
    let names: Vec<String> = Slim::TENSORS.iter().map(|spec| spec.name.to_string()).collect();
    for name in [
        "slim/block1/unit_1/ghost/preact/gamma",
        "slim/block1/unit_1/ghost/shortcut/weights",
        "slim/block1/unit_1/ghost/primary",
        "slim/block1/unit_2/bottleneck_v2/conv1/weights",
        "slim/block1/unit_3/ghost/cheap",
    ] {
        assert!(names.iter().any(|known| known == name), "{name}: {names:?}");
    }
    assert_eq!(Slim::LAYERS.iter().filter(|layer| layer.kind == LayerKind::Custom).count(), 2);
    let [torch, slim] = [Torch::PARAMS, Slim::PARAMS];
    let sum = |layers: &[resnet::Layer]| layers.iter().map(|layer| layer.params).sum::<u64>();
    assert_eq!([torch, slim], [sum(Torch::LAYERS), sum(Slim::LAYERS)]);
}

#[test]
fn neither_threads_nor_packing_change_a_bit() {
    let net = Slim::synthetic(5);
    let again = net.pack(Precision::F32).expect("packs");
    let other = Other::unpack(&again).err().expect("a function of other numbers").to_string();
    assert!(other.contains("architecture"), "{other}");
    let again = Slim::unpack(&again).expect("the file is this network's");
    let (pool, image) = (Pool::new(2), image::<Slim>());
    let (mut one, mut two) = (Slim::workspace(), Slim::workspace());
    two.set_pool(&pool);
    assert!(net.forward(&image, &mut one) == again.forward(&image, &mut two));
    let seen = net.end_point(Slim::BLOCK1_UNIT_3, &image, &mut one);
    let _: &Tensor<10, 12, 16> = &seen;
    assert!(seen.values().iter().any(|value| *value != 0.0));
}

#[test]
fn a_file_without_a_parameter_is_at_fault() {
    let mut tensors = values::<Torch>();
    tensors.remove("layer1.2.cheap");
    tensors.get_mut("layer2.0.primary").expect("the unit's").0 = vec![16, 12];
    let message = Torch::from_safetensors(&file(&tensors)).err().expect("it does not fit");
    let message = message.to_string();
    for name in ["layer1.2.cheap", "layer2.0.primary"] {
        assert!(message.contains(name), "{message}");
    }
}
