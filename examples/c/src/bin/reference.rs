//! Prints what `main.c` should print, and writes the files that it reads.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use networks::{Backbone, Digits, Tiny};
use resnet::{Precision, Tensor};
use safetensors::SafeTensors;

static PICTURES: &[u8] = include_bytes!("../../../../tests/golden/digits/digits_test.safetensors");
static WEIGHTS: &[u8] = include_bytes!("../../../../tests/golden/digits/digits.safetensors");
static BACKBONE: &[u8] =
    include_bytes!("../../../../tests/golden/slim/features/weights.safetensors");

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("expected a folder")?);
    let net = Digits::embedded()?;
    let test = SafeTensors::deserialize(PICTURES)?;
    let (pictures, labels) = (test.tensor("images")?, test.tensor("labels")?);
    let labels: Vec<u8> = labels.data().iter().copied().step_by(8).collect();
    fs::write(folder.join("digits.safetensors"), WEIGHTS)?;
    fs::write(folder.join("digits.resnet"), net.pack(Precision::F32)?)?;
    fs::write(folder.join("half.resnet"), net.pack(Precision::F16)?)?;
    let pixels: Vec<u8> = pictures
        .data()
        .as_chunks::<4>()
        .0
        .iter()
        .flat_map(|b| f32::from_le_bytes(*b).to_ne_bytes())
        .collect();
    fs::write(folder.join("pictures.f32"), &pixels)?;
    fs::write(folder.join("labels.u8"), &labels)?;

    let mut workspace = Digits::workspace();
    let mut right = 0;
    for (picture, label) in pixels.chunks_exact(8 * 8 * 4).zip(&labels) {
        let picture: Vec<f32> =
            picture.as_chunks().0.iter().map(|b| f32::from_ne_bytes(*b)).collect();
        let logits = net.forward(Tensor::view(&picture)?, &mut workspace).values();
        print(logits);
        let largest = (0..10).max_by(|a, b| logits[*a].total_cmp(&logits[*b]));
        right += usize::from(largest == Some(usize::from(*label)));
    }
    let net = Backbone::from_safetensors(BACKBONE)?;
    fs::write(folder.join("backbone.resnet"), net.pack(Precision::F32)?)?;
    fs::write(folder.join("backbone.half.resnet"), net.pack(Precision::F16)?)?;
    let mut picture = Tensor::<32, 32, 3>::boxed();
    for (i, value) in picture.values_mut().iter_mut().enumerate() {
        *value = (i * 37 % 101) as f32 / 101.0;
    }
    print(net.forward(&picture, &mut Backbone::workspace()).values());

    let mut ramp = [0.0; 16];
    ramp.iter_mut().enumerate().for_each(|(i, value)| *value = i as f32 / 16.0);
    let mut workspace = Tiny::workspace();
    let net = Tiny::embedded()?;
    print(net.forward(Tensor::view(&ramp)?, &mut workspace).values());
    print(net.predict(Tensor::view(&ramp)?, &mut workspace).values());
    println!("{right} of {} digits right", labels.len());
    Ok(())
}

/// The bits of some values.
fn print(values: &[f32]) {
    let words: Vec<String> = values.iter().map(|v| format!("{:08x}", v.to_bits())).collect();
    println!("{}", words.join(" "));
}
