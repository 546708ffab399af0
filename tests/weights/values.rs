//! What a file that fits becomes.

use resnet::{Fault, Tensor};
use safetensors::{Dtype, SafeTensors};

use crate::common::{error, read, tensor};
use crate::file::{Entry, changed, entry, file, from_f16, tiny, to_bf16, to_f16, with_header};
use crate::{Tiny, faults};

fn logits(bytes: &[u8]) -> Vec<f32> {
    let net = Tiny::from_safetensors(bytes).unwrap_or_else(|error| panic!("{error}"));
    let (_, image) = tensor(&read("slim/tiny/input.safetensors"), "input");
    let image = Tensor::view(&image).expect("the reference's image fits");
    net.forward(image, &mut Tiny::workspace()).values().to_vec()
}

#[test]
fn what_training_leaves_behind_is_ignored() {
    let all = changed(|entries| {
        let of = |name: &str, dtype, shape: &[usize]| Entry::new(name, dtype, shape);
        entries.extend([
            of("global_step", Dtype::I64, &[]),
            of("beta1_power", Dtype::F32, &[]),
            of("tiny/conv1/weights/Momentum", Dtype::F32, &[7, 7, 3, 64]),
            of("tiny/conv1/weights/ExponentialMovingAverage", Dtype::F32, &[7, 7, 3, 64]),
            of("tiny/logits/biases/Adam_1", Dtype::F64, &[0]),
        ]);
        entry(entries, "tiny/conv1/weights/Momentum").set(&[f32::NAN; 7 * 7 * 3 * 64]);
    });
    assert_eq!(logits(&all), logits(&file(&tiny())));
    // Only as the last part of a name.
    let bytes = changed(|entries| {
        entries.push(Entry::new("Momentum/tiny", Dtype::F32, &[1]));
        entries.push(Entry::new("tiny/conv1/weights/momentum", Dtype::F32, &[1]));
    });
    assert_eq!(faults::<Tiny>(&bytes).len(), 2);
}

#[test]
fn neither_order_nor_place_of_tensors_matters() {
    let plain = logits(&read("slim/tiny/weights.safetensors"));
    let mut entries = tiny();
    assert_eq!(logits(&file(&entries)), plain);
    entries.reverse();
    assert_eq!(logits(&file(&entries)), plain);
    // All scales, all shifts, all means, all variances, all weights.
    entries.sort_by_key(|entry| entry.name.bytes().rev().collect::<Vec<_>>());
    assert_eq!(logits(&file(&entries)), plain);
    // Values at every distance from a multiple of their size.
    for shift in 1..4 {
        let header = format!(r#"{{"__metadata__":{{"a":"{}"}},"#, "b".repeat(shift));
        let bytes = file(&entries);
        let (len, _) = SafeTensors::read_metadata(&bytes).expect("the file is well formed");
        let rest = std::str::from_utf8(&bytes[9..8 + len]).expect("JSON is text");
        assert_eq!(logits(&with_header(&(header + rest), &bytes[8 + len..])), plain);
    }
}

#[test]
fn half_precision_is_widened_exactly() {
    let exact = logits(&file(&tiny()));
    // A weight is off by 2^-12 or 2^-9 of itself at most: half of the last of
    // 11 or 8 bits. Over 26 convolutions such errors add up as a random walk
    // does, to 5 of them. Twice that is allowed.
    for (dtype, narrow, widen, tolerance) in [
        (Dtype::F16, to_f16 as fn(f32) -> u16, from_f16 as fn(u16) -> f32, 10.0 / 4096.0),
        (Dtype::BF16, to_bf16, |bits| f32::from_bits(u32::from(bits) << 16), 10.0 / 512.0),
    ] {
        let (mut half, mut rounded) = (tiny(), tiny());
        for (half, rounded) in half.iter_mut().zip(&mut rounded) {
            let values: Vec<f32> = half.values().iter().map(|v| widen(narrow(*v))).collect();
            rounded.set(&values);
            half.become_half(dtype, narrow);
        }
        let half = logits(&file(&half));
        assert_eq!(half, logits(&file(&rounded)), "{dtype}");
        let error = error(&half, &exact);
        assert!(0.0 < error && error <= tolerance, "{dtype}: error {error:.1e}");
    }
    // Each tensor has its own type.
    let mixed = changed(|entries| {
        entry(entries, "tiny/conv1/biases").become_half(Dtype::BF16, to_bf16);
        entry(entries, "tiny/logits/biases").become_half(Dtype::F16, to_f16);
    });
    let error = error(&logits(&mixed), &exact);
    assert!(0.0 < error && error <= 10.0 / 512.0, "mixed: error {error:.1e}");
}

#[test]
fn a_half_that_is_no_number_is_a_fault() {
    for (dtype, bits) in [(Dtype::F16, 0x7c00_u16), (Dtype::BF16, 0x7f80)] {
        let bytes = changed(|entries| {
            let entry = entry(entries, "tiny/logits/biases");
            entry.become_half(dtype, |_| 0);
            entry.bytes[6..8].copy_from_slice(&bits.to_le_bytes());
        });
        let name = "tiny/logits/biases".to_owned();
        let fault = Fault::Value { name, found: "inf".to_owned(), index: 3, count: 1 };
        assert_eq!(faults::<Tiny>(&bytes), [fault]);
    }
}
