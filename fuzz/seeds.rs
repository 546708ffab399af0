//! Writes what the fuzzers start from: files that fit, in every precision.

#[path = "net.rs"]
mod net;

use std::fs;
use std::io::Result;
use std::path::Path;

use net::Tiny;
use resnet::{Network, Precision};

fn main() -> Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    fs::create_dir_all(corpus.join("packed"))?;
    fs::create_dir_all(corpus.join("safetensors"))?;
    let net = Tiny::synthetic(1);
    let precisions =
        [("f32", Precision::F32), ("f16", Precision::F16), ("bf16", Precision::Bf16)];
    for (name, precision) in precisions {
        let packed = net.pack(precision).expect("generated values are small");
        fs::write(corpus.join("packed").join(name), packed)?;
    }
    for (dtype, value) in [("F32", &[0, 0, 0, 63][..]), ("F16", &[0, 56]), ("BF16", &[0, 63])] {
        fs::write(corpus.join("safetensors").join(dtype), file(dtype, value))?;
    }
    Ok(())
}

/// A weight file, of which every value is one half.
fn file(dtype: &str, value: &[u8]) -> Vec<u8> {
    let (mut tensors, mut end) = (Vec::new(), 0);
    for spec in Tiny::TENSORS {
        let start = end;
        end += value.len() * spec.len();
        let (name, shape) = (&spec.name, spec.shape());
        tensors.push(format!(
            r#""{name}":{{"dtype":"{dtype}","shape":{shape:?},"data_offsets":[{start},{end}]}}"#
        ));
    }
    let header = format!("{{{}}}", tensors.join(","));
    let mut file = (header.len() as u64).to_le_bytes().to_vec();
    file.extend(header.as_bytes());
    file.extend(value.repeat(end / value.len()));
    file
}
