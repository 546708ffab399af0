//! Packs the weights.

#[allow(dead_code)]
#[path = "src/network.rs"]
mod network;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use resnet::Precision;

fn main() -> Result<(), Box<dyn Error>> {
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let weights = Path::new(&root).join("../../tests/golden/digits/digits.safetensors");
    println!("cargo::rerun-if-changed={}", weights.display());
    println!("cargo::rerun-if-changed=src/network.rs");
    let net = network::Digits::from_safetensors(&fs::read(weights)?)?;
    let packed = Path::new(&env::var("OUT_DIR")?).join("digits.resnet");
    Ok(fs::write(packed, net.pack(Precision::F32)?)?)
}
