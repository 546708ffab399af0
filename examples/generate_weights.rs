//! Writes a weight file with the right names and shapes and generated values,
//! to try a loader with: what `ResNetV2_50::synthetic(0)` has, as a file.
//!
//! ```text
//! cargo run --release --features zoo --example generate_weights -- resnet_v2_50.safetensors
//! ```

use std::error::Error;

use resnet::zoo::slim_v2::ResNetV2_50;
use resnet::{Role, TensorSpec};
use safetensors::Dtype;
use safetensors::tensor::TensorView;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("expected the path of the file to write")?;
    let tensors: Vec<(String, Vec<usize>, Vec<u8>)> = ResNetV2_50::TENSORS
        .iter()
        .map(|spec| (spec.name.to_string(), spec.shape().to_vec(), values(spec)))
        .collect();
    let views = tensors.iter().map(|(name, shape, bytes)| {
        TensorView::new(Dtype::F32, shape.clone(), bytes).map(|view| (name, view))
    });
    let views = views.collect::<Result<Vec<_>, _>>()?;
    safetensors::serialize_to_file(views, None, path.as_ref())?;
    println!("{path}: {} tensors, {} parameters", tensors.len(), ResNetV2_50::PARAMS);
    Ok(())
}

/// Splitmix64 over FNV-1a of the name, as little-endian f32.
fn values(spec: &TensorSpec) -> Vec<u8> {
    let (centre, spread) = match spec.role {
        Role::Weight => {
            let fan_in: usize = spec.shape().iter().rev().skip(1).product();
            (0.0, 0.6 * (6.0 / fan_in as f64).sqrt())
        }
        Role::Gamma | Role::Variance => (1.0, 0.25),
        _ => (0.0, 0.1),
    };
    let key = spec.name.to_string().bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let value = |i: u64| {
        let mut z = key.wrapping_add((i + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        let u = (z >> 40) as f64 / (1 << 23) as f64 - 1.0;
        (centre + spread * u) as f32
    };
    (0..spec.len() as u64).flat_map(|i| value(i).to_le_bytes()).collect()
}
