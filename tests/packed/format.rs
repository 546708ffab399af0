//! Packed files are what `src/packed.md` says: every value of some networks is
//! held against the safetensors file that it was packed from.

use std::collections::BTreeMap;

use resnet::{Network, Precision, Role, resnet};
use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensors};

use super::{Gated, Normed, Shallow, Small, Tiny, Torch, digits};
use crate::common::read;
use crate::reader::{Dialect, Reader, Tensors};

resnet! {
    /// Narrow groups, groups that share a part, and a panel that is not whole.
    struct Groups {
        dialect: torch,
        input: [19, 22, 3],
        layer1: bottleneck[(24, 32, 1), (24, 32, 2)],
        layer2: bottleneck[(40, 192, 2), (40, 192, 1)],
        groups: 8,
        attention: se,
        classes: 150,
    }

    /// As many channels as make no whole blocks.
    struct Odd {
        dialect: torch,
        input: [9, 8, 2],
        root: conv(3, 10, 1),
        layer1: bottleneck[(12, 10, 1)],
        groups: 5,
        classes: 3,
    }

    /// Large maps, for the larger of the transforms, of less than a block too, and more
    /// than one block of rows.
    struct Large {
        dialect: slim_v1,
        input: [112, 96, 3],
        root: conv(3, 32, 2),
        block1: bottleneck[(144, 12, 1), (144, 64, 2)],
        classes: none,
    }

    /// For the smaller of the transforms.
    struct Cifar {
        dialect: cifar_v1,
        input: [32, 32, 3],
        layer1: basic[(16, 1)],
        layer2: basic[(32, 2)],
        layer3: basic[(64, 2), (64, 1)],
        classes: 10,
    }
}

#[test]
fn every_value_is_where_the_format_says() {
    const SLIM: Dialect = Dialect { slim: true, standardised: false };
    const TORCH: Dialect = Dialect { slim: false, standardised: false };
    const BIT: Dialect = Dialect { slim: false, standardised: true };
    let mut seen = BTreeMap::new();
    for counts in [
        check::<Tiny>(SLIM),
        check::<Small>(SLIM),
        check::<Large>(SLIM),
        check::<Cifar>(TORCH),
        check::<Torch>(TORCH),
        check::<Gated>(TORCH),
        check::<Groups>(TORCH),
        check::<Odd>(TORCH),
        check::<Shallow>(TORCH),
        check::<Normed>(BIT),
    ] {
        counts.into_iter().for_each(|(what, n)| *seen.entry(what).or_insert(0) += n);
    }
    compare::<digits::Digits>(&read("digits/digits.safetensors"), SLIM);
    // Whatever the page has a rule for.
    let all = [
        "F(2x2)",
        "F(4x4)",
        "custom",
        "direct",
        "eca",
        "group norm",
        "groups",
        "less than a block",
        "narrow",
        "norm",
        "root",
    ];
    assert_eq!(seen.keys().copied().collect::<Vec<_>>(), all, "{seen:?}");
}

/// With weights that no two places have in common.
fn check<N: Network>(dialect: Dialect) -> BTreeMap<&'static str, usize> {
    let mut seed = 1_u64;
    let mut value = |role: Role| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let u = (seed >> 40) as f32 / (1 << 23) as f32 - 1.0;
        if let Role::Gamma | Role::Variance = role { 1.0 + u / 2.0 } else { u }
    };
    let tensors: Vec<_> = N::TENSORS
        .iter()
        .map(|spec| {
            let values = (0..spec.len()).flat_map(|_| value(spec.role).to_le_bytes());
            (spec.name.to_string(), spec.shape().to_vec(), values.collect::<Vec<u8>>())
        })
        .collect();
    let views = tensors.iter().map(|(name, shape, bytes)| {
        (name, TensorView::new(Dtype::F32, shape.clone(), bytes).expect("a tensor"))
    });
    compare::<N>(&safetensors::serialize(views, None).expect("a file"), dialect)
}

/// Packs a file, and reads it in every precision.
fn compare<N: Network>(weights: &[u8], dialect: Dialect) -> BTreeMap<&'static str, usize> {
    let file = SafeTensors::deserialize(weights).expect("a file");
    let net = N::from_safetensors(weights).expect("the file is the network's");
    let mut seen = BTreeMap::new();
    for (number, precision) in [Precision::F32, Precision::F16, Precision::Bf16].iter().enumerate()
    {
        let packed = net.pack(*precision).expect("every value is small");
        let values = open(&packed, number as u32);
        // Half of the last bit, and what orders of summation differ by.
        let tolerance = [1e-7, 4.9e-4, 4e-3][number];
        let mut reader = Reader { values, at: 0, tolerance, what: String::new(), seen };
        let mut tensors = N::TENSORS.iter();
        for layer in N::LAYERS {
            let of_layer = tensors.by_ref().take(layer.leaves.len()).map(|spec| {
                let name = spec.name.to_string();
                let bytes = file.tensor(&name).expect("the file has it").data().as_chunks().0;
                (spec.role, bytes.iter().map(|b| f64::from(f32::from_le_bytes(*b))).collect())
            });
            let tensors = Tensors { all: of_layer.collect(), dialect };
            reader.what = format!("{} {precision:?} {}", N::NAME, layer.name);
            reader.layer(layer, &tensors);
        }
        assert_eq!(reader.at, reader.values.len(), "{}: values that no layer has", N::NAME);
        seen = reader.seen;
    }
    seen
}

/// The values of a file whose header is sound.
fn open(file: &[u8], precision: u32) -> Vec<f64> {
    let (header, values) = file.split_at(64);
    let u32_at = |at: usize| u32::from_le_bytes(header[at..at + 4].try_into().expect("four"));
    assert_eq!(&header[..8], b"\x89resnet\n");
    assert_eq!([u32_at(8), u32_at(12)], [1, precision]);
    let bytes = if precision == 0 { 4 } else { 2 };
    assert_eq!(
        u64::from_le_bytes(header[24..32].try_into().expect("eight")),
        (values.len() / bytes) as u64
    );
    assert_eq!(header[32..60], [0; 28]);
    assert_eq!(u32_at(60), crc_32(header[..60].iter().chain(values)));
    values
        .chunks(bytes)
        .map(|bytes| match precision {
            0 => f64::from(f32::from_le_bytes(bytes.try_into().expect("four"))),
            1 => binary16(u16::from_le_bytes(bytes.try_into().expect("two"))),
            _ => f64::from(f32::from_le_bytes([0, 0, bytes[0], bytes[1]])),
        })
        .collect()
}

fn crc_32<'a>(bytes: impl Iterator<Item = &'a u8>) -> u32 {
    let mut crc = !0;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 };
        }
    }
    !crc
}

fn binary16(bits: u16) -> f64 {
    let (sign, exponent) = (if bits >> 15 == 1 { -1.0 } else { 1.0 }, i32::from(bits >> 10 & 31));
    let fraction = f64::from(bits & 1023) / 1024.0;
    match exponent {
        0 => sign * fraction * 2_f64.powi(-14),
        _ => sign * (1.0 + fraction) * 2_f64.powi(exponent - 15),
    }
}
