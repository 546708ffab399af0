//! Bytes that are no packed file, or no longer: never accepted by whoever reads
//! them all, never a panic.

use resnet::{Network, PackedFault, Precision};

use crate::{Small, Tiny, fault, leaked, logits};

/// Where the checksum stands.
const CHECKSUM: std::ops::Range<usize> = 60..64;

fn small(precision: Precision) -> Vec<u8> {
    Small::synthetic(1).pack(precision).expect("every value is small")
}

#[test]
fn a_file_is_as_documented() {
    let file = small(Precision::Bf16);
    assert_eq!(&file[..8], b"\x89resnet\n");
    assert_eq!(file[8..16], [1, 0, 0, 0, 2, 0, 0, 0]);
    assert_eq!(file[16..24], Small::FINGERPRINT.to_le_bytes());
    assert_eq!(file[24..32], (Small::PACKED_BYTES as u64 / 4).to_le_bytes());
    assert_eq!(file[32..60], [0; 28]);
    assert_eq!(file[CHECKSUM], crc(&[&file[..60], &file[64..]].concat()).to_le_bytes());
    assert_eq!(crc(b"123456789"), 0xcbf4_3926, "the check value of CRC-32");
}

/// CRC-32, bit by bit.
fn crc(bytes: &[u8]) -> u32 {
    let byte = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1)))
    };
    !bytes.iter().fold(!0, byte)
}

#[test]
fn every_flipped_bit_is_found() {
    for precision in [Precision::F32, Precision::F16, Precision::Bf16] {
        let file = small(precision);
        let memory = leaked(&file, 0);
        Small::from_packed(memory).expect("the file is the network's");
        for bit in 0..8 * file.len() {
            let mut flipped = file.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            Small::verify(&flipped).expect_err("one bit is wrong");
            Small::unpack(&flipped).err().expect("one bit is wrong");
            // Once per byte, since what is leaked stays.
            if bit % 8 == 3 && bit / 8 < 80 {
                let is_header = bit / 8 < CHECKSUM.start;
                let found = Small::from_packed(leaked(&flipped, 0));
                assert_eq!(found.is_err(), is_header, "bit {bit}");
            }
        }
    }
}

#[test]
fn every_other_length_is_refused() {
    for precision in [Precision::F32, Precision::F16] {
        let file = leaked(&[&small(precision)[..], &[0; 64]].concat(), 0);
        let len = file.len() - 64;
        for n in (0..len).chain(len + 1..file.len()) {
            let found = fault(Small::from_packed(&file[..n]));
            assert_eq!(fault(Small::verify(&file[..n])), found);
            match n {
                0..8 => assert_eq!(found, PackedFault::Magic),
                8..64 => assert_eq!(found, PackedFault::Length { expected: 64, found: n as u64 }),
                _ => {
                    let (expected, found_len) = (len as u64, n as u64);
                    assert_eq!(found, PackedFault::Length { expected, found: found_len });
                }
            }
        }
    }
}

/// A file with one field of the header changed, and the checksum made right.
fn forged(at: usize, field: &[u8]) -> Vec<u8> {
    let mut file = small(Precision::F32);
    file[at..][..field.len()].copy_from_slice(field);
    let sum = crc(&[&file[..60], &file[64..]].concat());
    file[CHECKSUM].copy_from_slice(&sum.to_le_bytes());
    file
}

#[test]
fn each_field_of_the_header_has_its_fault() {
    let len = Small::PACKED_BYTES as u64 / 4;
    let count = |found| PackedFault::Count { expected: len, found };
    for (at, field, wanted, text) in [
        (0, &b"\x89PNG\r\n\x1a\n"[..], PackedFault::Magic, "found something else"),
        (
            8,
            &[2, 0, 0, 0],
            PackedFault::Version { expected: 1, found: 2 },
            "pack the weights again",
        ),
        (12, &[3, 0, 0, 0], PackedFault::Precision { found: 3 }, "precision 0, 1 or 2"),
        (24, &(len + 1).to_le_bytes(), count(len + 1), "values in a packed file"),
        (24, &u64::MAX.to_le_bytes(), count(u64::MAX), "found 18446744073709551615"),
        (24, &(1_u64 << 62).to_le_bytes(), count(1 << 62), "found 4611686018427387904"),
        (24, &[0; 8], count(0), "found 0"),
        (59, &[1], PackedFault::Reserved, "expected zeros"),
    ] {
        let file = forged(at, field);
        let found = fault(Small::unpack(&file));
        assert_eq!(found, wanted);
        assert_eq!(fault(Small::from_packed(leaked(&file, 0))), wanted);
        assert!(found.to_string().contains(text), "wanted {text}, found {found}");
    }
    // The precision says how long the file must be.
    let found = fault(Small::unpack(&forged(12, &[1, 0, 0, 0])));
    assert!(matches!(found, PackedFault::Length { .. }), "{found}");
    let mut file = small(Precision::F32);
    file[100] ^= 1;
    let found = fault(Small::unpack(&file));
    assert!(matches!(found, PackedFault::Checksum { .. }), "{found}");
}

#[test]
fn what_is_another_format_is_told() {
    for bytes in
        [&crate::common::read("slim/tiny/weights.safetensors")[..], b"GGUF", b"", &[0; 999]]
    {
        let found = fault(Tiny::unpack(bytes));
        assert_eq!(found, PackedFault::Magic);
        assert!(found.to_string().contains("from_safetensors"), "{found}");
    }
    let file = small(Precision::F32);
    let error = Tiny::from_safetensors(&file).err().expect("it is none").to_string();
    assert!(error.contains("`from_packed`"), "{error}");
}

/// Splitmix64.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ z >> 31) % most as u64) as usize
    }
}

/// Files changed in several ways at once. Whatever the header check lets pass
/// computes something, without a panic.
#[test]
fn mutated_files_do_no_harm() {
    let mut accepted = 0;
    for seed in 0..3000 {
        let mut random = Random(seed);
        let precision = [Precision::F32, Precision::F16, Precision::Bf16][random.below(3)];
        let original = small(precision);
        let mut file = original.clone();
        for _ in 0..1 + random.below(4) {
            let at = random.below(file.len().max(1));
            match random.below(6) {
                0 => file.truncate(at),
                1 => file.extend(vec![random.below(256) as u8; random.below(100)]),
                2 if !file.is_empty() => file[at] = random.below(256) as u8,
                3 if !file.is_empty() => file[at] ^= 1 << random.below(8),
                4 => file = [&file[..at], &original[..]].concat(),
                _ => {
                    let from = random.below(original.len() - 8);
                    let to = file.len().saturating_sub(8).min(at);
                    let len = file.len().min(8);
                    file[to..][..len].copy_from_slice(&original[from..][..len]);
                }
            }
        }
        let is_whole = file == original;
        assert_eq!(Small::verify(&file).is_ok(), is_whole, "seed {seed}");
        assert_eq!(Small::unpack(&file).is_ok(), is_whole, "seed {seed}");
        if let Ok(net) = Small::from_packed(leaked(&file, 0)) {
            accepted += 1;
            logits(&net);
        }
    }
    assert!(accepted > 0, "no mutation spared the header");
}
