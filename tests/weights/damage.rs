//! Bytes that are no weight file, or no longer.

use resnet::{Fault, Role};
use safetensors::SafeTensors;

use crate::common::read;
use crate::file::{file, row, small, with_header};
use crate::{Small, faults};

/// Whether the bytes are refused as a whole, as no weight file at all.
fn is_no_file(bytes: &[u8]) -> bool {
    matches!(faults::<Small>(bytes)[..], [Fault::File { .. }])
}

#[test]
fn the_error_of_one_fault_speaks_of_one() {
    let error = Small::from_safetensors(&[]).err().expect("an empty file is none");
    let text = error.to_string();
    let start = "the weights do not fit the network (1 fault)\n  expected a safetensors file: ";
    assert!(text.starts_with(start) && text.len() > start.len(), "{text}");
}

#[test]
fn what_is_no_weight_file_is_refused_as_a_whole() {
    let tensor = |offsets| row("F32", &[1], offsets);
    let of = |rows: &[(&str, String)], data: usize| {
        let rows: Vec<_> = rows.iter().map(|(name, row)| format!("{name:?}:{row}")).collect();
        with_header(&format!("{{{}}}", rows.join(",")), &vec![0; data])
    };
    // The last length that the reader takes, eight times: their sum overflows.
    let most = usize::MAX / 8;
    let rows: Vec<String> = (0..8)
        .map(|i| format!(r#""{i}":{}"#, row("U8", &[most], [i * most, (i + 1) * most])))
        .collect();
    let overflow = with_header(&format!("{{{}}}", rows.join(",")), &[]);
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("seven bytes", vec![0; 7]),
        ("a length of 0", vec![0; 8]),
        ("the largest length", [&[0xff; 8], &b"{}"[..]].concat()),
        ("a length beyond the end", [&9_u64.to_le_bytes(), &b"{}      "[..]].concat()),
        ("not UTF-8", [&2_u64.to_le_bytes(), &[b'{', 0xff][..]].concat()),
        ("no JSON", with_header("weights", &[])),
        ("half of a text", with_header(r#"{"a\"#, &[])),
        ("no object", with_header("[1, 2]", &[])),
        ("null", with_header("null", &[])),
        ("braces that close only", with_header("}}}}", &[])),
        ("depth", with_header(&"[".repeat(100_000), &[])),
        ("deep tensors", with_header(&r#"{"a":"#.repeat(100_000), &[])),
        ("data without a tensor", with_header("{}", &[0; 4])),
        ("a tensor that is a number", with_header(r#"{"a":1}"#, &[])),
        ("an unknown type", of(&[("a", row("F31", &[1], [0, 4]))], 4)),
        ("a negative dimension", with_header(&tensor([0, 4]).replace("[1]", "[-1]"), &[0; 4])),
        ("a fraction", with_header(&tensor([0, 4]).replace("[1]", "[1.0]"), &[0; 4])),
        ("a huge dimension", of(&[("a", row("F32", &[usize::MAX], [0, 4]))], 4)),
        ("a huge product", of(&[("a", row("F32", &[1 << (usize::BITS / 2); 2], [0, 0]))], 0)),
        ("a huge sum", overflow),
        ("more bytes than the shape has", of(&[("a", tensor([0, 8]))], 8)),
        ("offsets that run backwards", of(&[("a", tensor([4, 0]))], 4)),
        ("a gap", of(&[("a", tensor([0, 4])), ("b", tensor([8, 12]))], 12)),
        ("an overlap", of(&[("a", tensor([0, 4])), ("b", tensor([0, 4]))], 4)),
        ("bytes after the last tensor", of(&[("a", tensor([0, 4]))], 5)),
        ("too few bytes", of(&[("a", tensor([0, 4]))], 3)),
        ("one name twice", of(&[("a", tensor([0, 4])), ("a", tensor([4, 8]))], 8)),
        ("one tensor twice", of(&[("a", tensor([0, 4])), ("a", tensor([0, 4]))], 4)),
        ("a name and a lie of it", of(&[("a", tensor([7, 0])), ("a", tensor([0, 4]))], 4)),
    ];
    for (what, bytes) in cases {
        assert!(is_no_file(&bytes), "{what}: {:?}", faults::<Small>(&bytes));
    }
    // One name, written in two ways.
    let header = format!(r#"{{"a":{0},"\u0061":{0}}}"#, tensor([0, 4]));
    assert!(is_no_file(&with_header(&header, &[0; 4])));
}

#[test]
fn what_is_often_taken_for_a_weight_file_is_told() {
    for (bytes, wanted) in [
        (&b""[..], "it is empty"),
        (b"seven b", "it is shorter than 8 bytes"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:", "`git lfs pull`"),
        (b"\n<!DOCTYPE html><html>", "download the file itself"),
        (b"PK\x03\x04\0\0\x08\x08 data.pkl", "zip archive"),
        (b"\x80\x02\x8a\x0al\xfc\x9cF\xf9", "pickle"),
        (b"\x89HDF\r\n\x1a\n\0\0", "HDF5"),
        (b"\x93NUMPY\x01\0v\0", "numpy"),
        (b"\x1f\x8b\x08\0\0\0\0\0\0", "gzip"),
        (&[0xff; 9], "neither with the length of a header"),
    ] {
        let error = Small::from_safetensors(bytes).err().expect(wanted).to_string();
        assert!(error.contains(wanted), "wanted {wanted}, found {error}");
    }
}

#[test]
fn what_a_file_says_is_cut_and_escaped() {
    let name = "\\u001b[31m".to_owned() + &"long".repeat(1000);
    let shape = [1; 100];
    let header = format!("{{\"{name}\":{}}}", row("F32", &shape, [0, 4]));
    let error = Small::from_safetensors(&with_header(&header, &[0; 4])).err();
    let error = error.expect("the tensor is not the network's").to_string();
    let line = error.lines().last().expect("a fault");
    assert!(line.contains(r"`\u{1b}[31mlonglong") && line.len() < 300, "{line}");
    assert!(line.ends_with("found [1, 1, 1, 1, 1, 1, 1, 1, …] of 100 axes"), "{line}");
}

#[test]
fn a_truncated_file_is_none() {
    let bytes = file(&small());
    assert_eq!(faults::<Small>(&bytes), []);
    for len in 0..bytes.len() {
        assert!(is_no_file(&bytes[..len]), "{len} of {} bytes", bytes.len());
    }
    let bytes = read("slim/tiny/weights.safetensors");
    for len in (0..bytes.len()).step_by(1009) {
        assert!(is_no_file(&bytes[..len]), "{len} of {} bytes", bytes.len());
    }
}

#[test]
fn no_flipped_bit_of_a_header_passes() {
    let bytes = file(&small());
    let (header, _) = SafeTensors::read_metadata(&bytes).expect("the file is well formed");
    let mut flipped = bytes.clone();
    for bit in 0..8 * (8 + header) {
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert_ne!(faults::<Small>(&flipped), [], "bit {bit} of the header");
        flipped[bit / 8] = bytes[bit / 8];
    }
}

#[test]
fn a_flipped_bit_of_a_value_passes_unless_the_value_is_none() {
    let entries = small();
    for (i, spec) in Small::TENSORS.iter().enumerate() {
        for bit in 0..8 * entries[i].bytes.len() {
            let mut entries = entries.clone();
            entries[i].bytes[bit / 8] ^= 1 << (bit % 8);
            let value = entries[i].values()[bit / 32];
            let bad = !value.is_finite() || spec.role == Role::Variance && value < 0.0;
            let name = entries[i].name.clone();
            let fault = Fault::Value { name, found: value.to_string(), index: bit / 32, count: 1 };
            let expected = if bad { vec![fault] } else { Vec::new() };
            // As texts, since a NaN differs from itself.
            let texts =
                |faults: Vec<Fault>| faults.iter().map(Fault::to_string).collect::<Vec<_>>();
            assert_eq!(texts(faults::<Small>(&file(&entries))), texts(expected));
        }
    }
}
