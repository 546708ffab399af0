//! Packs the weights, and writes the test pictures as plain values.

#[allow(dead_code)]
#[path = "src/every.rs"]
mod every;
#[allow(dead_code)]
#[path = "src/network.rs"]
mod network;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use resnet::{Network, Precision};
use safetensors::SafeTensors;

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let golden = Path::new(&root).join("../../tests/golden/digits");
    println!("cargo::rerun-if-changed={}", golden.display());
    println!("cargo::rerun-if-changed=src/network.rs");
    println!("cargo::rerun-if-changed=src/every.rs");
    println!("cargo::rerun-if-changed=memory.x");

    let net = network::Digits::from_safetensors(&fs::read(golden.join("digits.safetensors"))?)?;
    let precision = if cfg!(feature = "half") { Precision::F16 } else { Precision::F32 };
    fs::write(out.join("digits.packed"), net.pack(precision)?)?;
    let test = fs::read(golden.join("digits_test.safetensors"))?;
    let test = SafeTensors::deserialize(&test)?;
    fs::write(out.join("images.f32"), test.tensor("images")?.data())?;
    let labels: Vec<u8> = test.tensor("labels")?.data().iter().copied().step_by(8).collect();
    fs::write(out.join("labels.u8"), labels)?;

    synthetic::<every::Transformed>(&out)?;
    synthetic::<every::Preactivated>(&out)?;
    synthetic::<every::Gated>(&out)?;
    synthetic::<every::Grouped>(&out)?;
    synthetic::<every::Normed>(&out)?;

    println!("cargo::rustc-link-search={root}");
    println!("cargo::rustc-link-arg=-Tlink.x");
    Ok(())
}

/// Weights that are generated, for the program that only looks at the stack.
fn synthetic<N: Network>(out: &Path) -> Result<(), Box<dyn Error>> {
    for precision in [Precision::F32, Precision::F16] {
        let file = out.join(format!("{}.{precision:?}", N::NAME));
        fs::write(file, N::synthetic(1).pack(precision)?)?;
    }
    Ok(())
}
