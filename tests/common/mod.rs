//! The reference data, and how far a result may be from it.

// Each test binary uses a part.
#![allow(dead_code)]

use std::path::{Path, PathBuf};

use resnet::{Backend, Network, Role};
use safetensors::SafeTensors;
use serde_json::Value;

/// A file of the reference.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

pub fn read(name: &str) -> Vec<u8> {
    let path = path(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn json(name: &str) -> Value {
    serde_json::from_slice(&read(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// One f32 tensor of a safetensors file: shape and values.
pub fn tensor(file: &[u8], name: &str) -> (Vec<usize>, Vec<f32>) {
    let file = SafeTensors::deserialize(file).expect("a reference file is well formed");
    let view = file.tensor(name).unwrap_or_else(|_| panic!("the reference has no `{name}`"));
    let bytes = view.data().as_chunks().0;
    (view.shape().to_vec(), bytes.iter().map(|b| f32::from_le_bytes(*b)).collect())
}

/// `max |got - want| / max |want|`, infinite if anything is NaN.
pub fn error(got: &[f32], want: &[f32]) -> f64 {
    assert_eq!(got.len(), want.len());
    let most = want.iter().fold(f64::MIN_POSITIVE, |m, v| m.max(f64::from(v.abs())));
    got.iter().zip(want).fold(0.0, |worst: f64, (a, b)| {
        let error = (f64::from(*a) - f64::from(*b)).abs() / most;
        if error.is_nan() { f64::INFINITY } else { worst.max(error) }
    })
}

/// What a backend may differ by. The SIMD ones have a margin for other orders of
/// summation.
pub fn tolerance(backend: &Backend) -> f64 {
    match backend.name() {
        "scalar" | "portable" => 1e-5,
        _ => 1e-4,
    }
}

/// The generator of the reference data (`golden_common.py`), for inputs.
pub fn generated_input(len: usize) -> Vec<f32> {
    let key = "input".bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let value = |i: u64| {
        let mut z = key.wrapping_add((i + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        ((z >> 40) as f64 / (1 << 23) as f64 - 1.0) as f32
    };
    (0..len as u64).map(value).collect()
}

/// The numbers of a JSON list.
pub fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().expect("a list").iter().map(|v| v.as_f64().expect("a number")).collect()
}

/// The texts of a JSON list.
pub fn texts(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(|v| v.as_str().expect("a text")).collect()
}

/// Names, shapes and roles of tensors, parameters and multiply-adds.
pub fn check_tables<N: Network>(net_json: &Value) {
    assert_eq!(Some(N::PARAMS), net_json["params"].as_u64());
    assert_eq!(Some(N::MACS), net_json["macs_per_image"].as_u64());
    let mut ours: Vec<String> = N::TENSORS
        .iter()
        .map(|spec| format!("{} {:?} {}", spec.name, spec.shape(), role(spec.role)))
        .collect();
    let mut reference: Vec<String> = net_json["weights"]
        .as_array()
        .expect("a list of weights")
        .iter()
        .map(|w| {
            let shape: Vec<usize> = numbers(&w[1]).iter().map(|n| *n as usize).collect();
            let text = |v: &Value| v.as_str().expect("a text").to_owned();
            format!("{} {shape:?} {}", text(&w[0]), text(&w[2]))
        })
        .collect();
    ours.sort();
    reference.sort();
    assert_eq!(ours, reference);
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Weight => "weight",
        Role::Bias => "bias",
        Role::Gamma => "gamma",
        Role::Beta => "beta",
        Role::Mean => "mean",
        Role::Variance => "variance",
        other => panic!("a role that slim does not have: {other:?}"),
    }
}

/// Channel-last values of a tensor that has its channels second; a tensor
/// of another rank as it is.
pub fn nhwc((shape, values): (Vec<usize>, Vec<f32>)) -> Vec<f32> {
    let [_, c, h, w] = shape[..] else {
        return values;
    };
    let at = |i: usize| values[i % c * h * w + i / c];
    (0..values.len()).map(at).collect()
}
