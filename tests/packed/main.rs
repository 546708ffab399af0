//! Packed files: what is packed computes the same, from wherever it lies, and
//! a file that is not as it was packed is refused.

#[path = "../common/mod.rs"]
mod common;
mod damage;
#[path = "../common/digits.rs"]
mod digits;
mod format;
mod reader;

use common::{error, generated_input};
use resnet::{
    AnyTensor, AnyWorkspace, Backend, Error, Network, PackedFault, Pool, Precision, Tensor, resnet,
};

resnet! {
    #[derive(Clone)]
    /// Winograd and direct convolutions, projections, preactivations.
    struct Tiny {
        input: [33, 29, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(40, 80, 1), (40, 80, 2)],
        classes: 10,
    }

    /// The same by other names.
    struct Renamed {
        input: [33, 29, 3],
        first: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        second: bottleneck[(40, 80, 1), (40, 80, 2)],
        classes: 10,
        scope: "other",
    }

    /// A class more.
    struct Wider {
        input: [33, 29, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(40, 80, 1), (40, 80, 2)],
        classes: 11,
    }

    /// Another dialect, groups.
    struct Torch {
        input: [32, 32, 3],
        layer1: bottleneck[(64, 32, 1)],
        layer2: basic[(32, 2), (32, 1)],
        classes: 5,
        dialect: torch,
        shortcut: avg_pool,
    }

    /// Means and gates, blurs, groups.
    struct Gated {
        dialect: torch,
        input: [21, 18, 3],
        first: bottleneck[(24, 12, 1), (40, 64, 2)],
        groups: 4,
        attention: eca,
        blur: true,
        classes: 7,
    }

    /// Statistics of whole maps, and a function with parameters.
    struct Normed {
        dialect: bit,
        input: [21, 18, 3],
        first: bottleneck[(64, 32, 1), (96, 32, 2)],
        scaled: custom(scale, by: [96], more: [2, 3]),
        classes: 7,
    }

    /// Winograd's transform of few channels, beside much memory.
    struct Shallow {
        dialect: cifar_v1,
        input: [32, 32, 3],
        layer1: basic[(16, 1); 2],
        layer2: basic[(32, 2), (32, 1)],
        classes: 10,
    }

    /// So small that every prefix and every flipped bit has its turn.
    struct Small {
        input: [2, 2, 1],
        root: none,
        block: bottleneck[(2, 1, 1)],
        classes: 2,
    }
}

fn scale<const H: usize, const W: usize>(
    x: &Tensor<H, W, 96>,
    out: &mut Tensor<H, W, 96>,
    by: &[f32; 96],
    more: &[[f32; 3]; 2],
) {
    let pairs = out.values_mut().iter_mut().zip(x.values()).enumerate();
    pairs.for_each(|(i, (out, x))| *out = x * by[i % 96] + more[i % 2][i % 3]);
}

/// Bytes for the rest of the program, at a place of the given remainder.
fn leaked(bytes: &[u8], remainder: usize) -> &'static [u8] {
    let memory = vec![0; bytes.len() + 128].leak();
    let start = (64 - memory.as_ptr().addr() % 64) % 64 + remainder;
    memory[start..][..bytes.len()].copy_from_slice(bytes);
    &memory[start..][..bytes.len()]
}

fn image<N: Network<Output: AnyTensor>>() -> Box<N::Input> {
    let mut image = N::Input::boxed();
    let values = generated_input(image.values().len());
    image.values_mut().copy_from_slice(&values);
    image
}

fn logits<N: Network<Output: AnyTensor>>(net: &N) -> Vec<f32> {
    net.forward(&image::<N>(), &mut N::workspace()).values().to_vec()
}

fn fault<T>(result: Result<T, Error>) -> PackedFault {
    match result {
        Err(Error::Packed(fault)) => fault,
        Err(other) => panic!("expected a fault of the packed file, found {other:?}"),
        Ok(_) => panic!("expected a fault of the packed file, found none"),
    }
}

#[test]
fn a_packed_network_has_the_same_bits() {
    check::<Tiny>();
    check::<Torch>();
    check::<Small>();

    fn check<N: Network<Output: AnyTensor>>() {
        let net = N::synthetic(1);
        let wanted = logits(&net);
        let file = net.pack(Precision::F32).expect("every value is finite");
        assert_eq!(file.len(), 64 + N::PACKED_BYTES);
        N::verify(&file).expect("nobody has changed it");
        let lies = leaked(&file, 0);
        let packed = N::from_packed(lies).expect("the file is the network's");
        assert_eq!(logits(&packed), wanted);
        let copied = N::unpack(leaked(&file, 3)).expect("the file is the network's");
        assert_eq!(logits(&copied), wanted);
        for net in [packed, copied] {
            assert_eq!(net.pack(Precision::F32).expect("values are as they were"), file);
        }
    }
}

#[test]
fn half_precision_costs_half_the_bytes_and_little_accuracy() {
    let net = Tiny::synthetic(1);
    let wanted = logits(&net);
    // Rounding to 11 and to 8 bits, where errors of many layers add up.
    for (precision, most) in [(Precision::F16, 2e-3), (Precision::Bf16, 2e-2)] {
        let file = net.pack(precision).expect("every value is small");
        assert_eq!(file.len(), 64 + Tiny::PACKED_BYTES / 2);
        Tiny::verify(&file).expect("nobody has changed it");
        let found = Tiny::from_packed(leaked(&file, 0)).expect("the file is the network's");
        let again = Tiny::unpack(&file).expect("the file is the network's");
        assert_eq!(logits(&found), logits(&again));
        let error = error(&logits(&found), &wanted);
        assert!(error > 0.0 && error < most, "{precision:?}: {error:e}");
        // Rounded once, a value stays as it is.
        assert_eq!(found.pack(precision).expect("values are as they were"), file);
    }
}

/// Values where they lie, and their copies as f32: the same arithmetic.
#[test]
fn halves_where_they_lie_have_the_bits_of_their_copies() {
    check::<Tiny>();
    check::<Torch>();
    check::<Small>();
    check::<Gated>();
    check::<Normed>();
    check::<Shallow>();

    fn check<N: Network<Output: AnyTensor>>() {
        let (net, image) = (N::synthetic(2), image::<N>());
        for precision in [Precision::F16, Precision::Bf16] {
            let file = net.pack(precision).expect("every value is small");
            let lies = N::from_packed(leaked(&file, 0)).expect("the file is the network's");
            let copied = N::unpack(&file).expect("the file is the network's");
            for (backend, threads) in Backend::available().flat_map(|b| [(b, 1), (b, 2), (b, 3)]) {
                let mut workspace = N::workspace();
                workspace.set_backend(backend);
                workspace.set_pool(&Pool::new(threads));
                let mut all = |net: &N| {
                    let mut seen = Vec::new();
                    net.visit_end_points(&image, &mut workspace, |name, _, values| {
                        seen.push((name.to_owned(), values.to_vec()));
                    });
                    (net.forward(&image, &mut workspace).values().to_vec(), seen)
                };
                let (found, wanted) = (all(&lies), all(&copied));
                let what = format!("{} {precision:?} on {} x {threads}", N::NAME, backend.name());
                assert!(wanted.0.iter().all(|value| value.is_finite()), "{what}");
                assert!(found == wanted, "{what}");
            }
        }
    }
}

/// Without room there is an error, and what needs none works.
#[test]
fn who_leaves_no_room_for_halves_has_none() {
    resnet! {
        struct Large {
            input: [33, 29, 3],
            block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
            block2: bottleneck[(40, 80, 1), (40, 80, 2)],
            classes: 10,
            half: false,
        }
    }
    // The same network, so that files fit.
    assert_eq!(Large::FINGERPRINT, Tiny::FINGERPRINT);
    // A K block of 144 rows and 16 columns, and three rows of channels.
    let room = 4 * (144 * 16 + 3 * 80);
    assert!(Large::WORKSPACE_BYTES + room <= Tiny::WORKSPACE_BYTES);
    let net = Tiny::synthetic(1);
    let pack = |precision| net.pack(precision).expect("every value is small");
    let file = pack(Precision::F32);
    let packed = Large::from_packed(leaked(&file, 0)).expect("the file is the network's");
    assert_eq!(logits(&packed), logits(&net));
    for precision in [Precision::F16, Precision::Bf16] {
        let file = pack(precision);
        assert_eq!(fault(Large::from_packed(leaked(&file, 0))), PackedFault::Half);
        Large::verify(&file).expect("it is the network's");
        let unpacked = Large::unpack(&file).expect("the heap has room");
        assert_eq!(logits(&unpacked), logits(&Tiny::unpack(&file).expect("the same file")));
    }
}

#[test]
fn names_do_not_matter_but_the_architecture_does() {
    let file = Tiny::synthetic(1).pack(Precision::F32).expect("every value is finite");
    let file = leaked(&file, 0);
    assert_eq!(
        logits(&Renamed::from_packed(file).expect("it is the same network")),
        logits(&Tiny::from_packed(file).expect("the file is the network's")),
    );
    let wanted =
        PackedFault::Fingerprint { expected: Wider::FINGERPRINT, found: Tiny::FINGERPRINT };
    assert_eq!(fault(Wider::from_packed(file)), wanted);
    assert_eq!(fault(Wider::verify(file)), wanted);
    assert_eq!(fault(Wider::unpack(file)), wanted);
}

#[test]
fn a_file_elsewhere_than_on_a_cache_line_is_refused() {
    for precision in [Precision::F32, Precision::F16, Precision::Bf16] {
        let file = Small::synthetic(1).pack(precision).expect("every value is small");
        for remainder in 1..64 {
            let lies = leaked(&file, remainder);
            assert_eq!(fault(Small::from_packed(lies)), PackedFault::Alignment);
            Small::verify(lies).expect("it is the same file");
        }
    }
}

#[test]
fn what_no_half_can_hold_is_not_packed_as_one() {
    let mut file = Small::synthetic(1).pack(Precision::F32).expect("every value is finite");
    for (value, f16, bf16) in [
        (65504.0, true, true),
        (65505.0, false, true),
        (3e38, false, true),
        (f32::MAX, false, false),
    ] {
        file[64..68].copy_from_slice(&f32::to_le_bytes(-value));
        let net = Small::from_packed(leaked(&file, 0)).expect("the header is as it was");
        for (precision, fits) in
            [(Precision::F32, true), (Precision::F16, f16), (Precision::Bf16, bf16)]
        {
            let packed = net.pack(precision);
            assert_eq!(packed.is_ok(), fits, "{value} as {precision:?}");
            if !fits {
                let fault = fault(packed);
                let is_range = |found: &str| found.parse() == Ok(-value);
                assert!(matches!(fault, PackedFault::Range { found, .. } if is_range(&found)));
            }
        }
    }
    file[64..68].copy_from_slice(&f32::NAN.to_le_bytes());
    let net = Small::from_packed(leaked(&file, 0)).expect("the header is as it was");
    assert!(matches!(fault(net.pack(Precision::F32)), PackedFault::Range { .. }));
}

#[cfg(feature = "mmap")]
#[test]
fn a_mapped_file_outlives_its_name() {
    use resnet::Mapping;

    let net = Tiny::synthetic(1);
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("mapped.resnet");
    for precision in [Precision::F32, Precision::F16] {
        let file = net.pack(precision).expect("every value is small");
        std::fs::write(&path, &file).expect("the file can be written");
        // SAFETY: this test alone knows the file.
        let mapping = unsafe { Mapping::open(&path) }.expect("the file can be mapped");
        Tiny::verify(&mapping).expect("nobody has changed it");
        let found = Tiny::from_mapping(&mapping).expect("the file is the network's");
        for wider in [Wider::from_mapping, Wider::from_mapping_unverified] {
            assert!(matches!(fault(wider(&mapping)), PackedFault::Fingerprint { .. }));
        }
        drop(mapping);
        std::fs::remove_file(&path).expect("the file can be removed");
        let again = Tiny::unpack(&file).expect("the file is the network's");
        assert_eq!(logits(&found.clone()), logits(&again));
    }
    // SAFETY: as above.
    assert!(unsafe { Mapping::open(&path) }.is_err(), "there is no file");
    std::fs::write(&path, []).expect("the file can be written");
    // SAFETY: as above. Some systems map nothing, and some refuse to.
    if let Ok(mapping) = unsafe { Mapping::open(&path) } {
        assert_eq!(fault(Tiny::from_mapping(&mapping)), PackedFault::Magic);
    }
}

/// Unless one asks for less.
#[cfg(feature = "mmap")]
#[test]
fn a_mapped_file_is_read_as_a_whole() {
    use resnet::Mapping;

    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("damaged.resnet");
    for precision in [Precision::F32, Precision::F16, Precision::Bf16] {
        let file = Tiny::synthetic(1).pack(precision).expect("every value is small");
        for at in [64, file.len() / 2, file.len() - 1] {
            let mut damaged = file.clone();
            damaged[at] ^= 1;
            std::fs::write(&path, &damaged).expect("the file can be written");
            // SAFETY: this test alone knows the file, and maps it no longer when it writes
            // the next.
            let mapping = unsafe { Mapping::open(&path) }.expect("the file can be mapped");
            let found = fault(Tiny::from_mapping(&mapping));
            assert!(matches!(found, PackedFault::Checksum { .. }), "byte {at}: {found}");
            logits(&Tiny::from_mapping_unverified(&mapping).expect("the header is as it was"));
        }
    }
}

/// The trained network: what halves cost in accuracy.
#[test]
fn digits_stay_right() {
    let net = digits::trained();
    let scalar = Backend::named("scalar").expect("scalar runs everywhere");
    let largest = |logits: &[f32]| -> Vec<usize> {
        let most = |row: &[f32]| (0..10).max_by(|a, b| row[*a].total_cmp(&row[*b]));
        logits.chunks(10).filter_map(most).collect()
    };
    let wanted = digits::logits(&net, scalar);
    for (precision, most) in [(Precision::F16, 2e-3), (Precision::Bf16, 2e-2)] {
        let file = net.pack(precision).expect("every value is small");
        let found =
            digits::Digits::from_packed(leaked(&file, 0)).expect("the file is the network's");
        let found = digits::logits(&found, scalar);
        let error = error(&found, &wanted);
        println!("{precision:?}: logits differ by {error:.1e} of the largest");
        assert!(error < most, "{precision:?}: {error:e}");
        assert_eq!(largest(&found), largest(&wanted), "{precision:?}");
    }
}
