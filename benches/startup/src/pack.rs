//! `pack WEIGHTS PRECISION OUT`: makes the packed files; of generated weights, if they are
//! `generated`.

use std::error::Error;

use resnet::Precision;
use resnet::zoo::slim_v2::ResNetV2_50;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [weights, precision, out] = &args[..] else {
        return Err("expected weights, a precision and the file to write".into());
    };
    let precision = match precision.as_str() {
        "f32" => Precision::F32,
        "f16" => Precision::F16,
        "bf16" => Precision::Bf16,
        other => return Err(format!("expected f32, f16 or bf16, found {other}").into()),
    };
    let net = match weights.as_str() {
        "generated" => ResNetV2_50::synthetic(0),
        file => ResNetV2_50::from_safetensors(&std::fs::read(file)?)?,
    };
    std::fs::write(out, net.pack(precision)?)?;
    println!("{} {}", ResNetV2_50::PACKED_BYTES, ResNetV2_50::WORKSPACE_BYTES);
    Ok(())
}
