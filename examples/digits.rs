//! A trained network inside of the program: reads handwritten digits.
//!
//! ```text
//! cargo run --release --example digits
//! cargo run --release --example digits -- picture.png
//! ```

use std::error::Error;
use std::time::Instant;

use resnet::{Tensor, resnet};
use safetensors::SafeTensors;

resnet! {
    /// The digits of scikit-learn's `load_digits`, 8 by 8 pixels.
    struct Digits {
        input: [8, 8, 1],
        root: none,
        block1: bottleneck[(32, 8, 1), (32, 8, 2)],
        block2: bottleneck[(64, 16, 1), (64, 16, 2)],
        block3: bottleneck[(128, 32, 1); 2],
        classes: 10,
        weights: "../tests/golden/digits/digits.safetensors",
    }
}

/// The 360 pictures that the network was not trained on, their labels, and
/// the logits that TF-slim computes for them.
static IMAGES: &[u8] = include_bytes!("../tests/golden/digits/digits_test.safetensors");
static LOGITS: &[u8] = include_bytes!("../tests/golden/digits/logits_tf.safetensors");

fn main() -> Result<(), Box<dyn Error>> {
    let net = Digits::embedded()?;
    match std::env::args().nth(1) {
        None => test(&net),
        Some(path) => classify(&net, &path),
    }
}

/// Classifies the test pictures.
fn test(net: &Digits) -> Result<(), Box<dyn Error>> {
    let (images, logits) = (SafeTensors::deserialize(IMAGES)?, SafeTensors::deserialize(LOGITS)?);
    let images_of = floats(images.tensor("images")?.data());
    let expected = floats(logits.tensor("logits_tf")?.data());
    let labels =
        images.tensor("labels")?.data().as_chunks().0.iter().map(|b| i64::from_le_bytes(*b));
    let mut workspace = Digits::workspace();
    let (mut right, mut total, mut difference) = (0, 0, 0.0_f32);
    for ((image, expected), label) in images_of.chunks(64).zip(expected.chunks(10)).zip(labels) {
        let logits = net.forward(Tensor::view(image)?, &mut workspace).values();
        total += 1;
        right += usize::from(i64::try_from(argmax(logits))? == label);
        for (ours, reference) in logits.iter().zip(expected) {
            difference = difference.max((ours - reference).abs());
        }
    }
    let percent = 100.0 * right as f64 / total as f64;
    println!("{right} of {total} digits right ({percent:.2} %); the reference has 353");
    println!("largest difference from TF-slim's logits: {difference:.1e}");

    let image = Tensor::view(&images_of[..64])?;
    let mut fastest = f64::INFINITY;
    for _ in 0..100 {
        let start = Instant::now();
        for _ in 0..100 {
            std::hint::black_box(net.forward(std::hint::black_box(image), &mut workspace));
        }
        fastest = fastest.min(start.elapsed().as_secs_f64() / 100.0);
    }
    println!(
        "{:.1} µs for an image of {} multiply-adds, on one {} core",
        fastest * 1e6,
        Digits::MACS,
        resnet::Backend::chosen().name(),
    );
    Ok(())
}

/// Classifies a picture file. Ink is bright on dark, as in the training data. A program of
/// your own enables the feature `image` for that.
fn classify(net: &Digits, path: &str) -> Result<(), Box<dyn Error>> {
    let picture = resnet::image::Picture::open(path)?;
    let mut workspace = Digits::workspace();
    let probabilities = net.predict(&picture.grey(), &mut workspace).values();
    let digit = argmax(probabilities);
    println!("{path}: {digit}, with probability {:.3}", probabilities[digit]);
    Ok(())
}

fn floats(bytes: &[u8]) -> Vec<f32> {
    bytes.as_chunks().0.iter().map(|b| f32::from_le_bytes(*b)).collect()
}

fn argmax(values: &[f32]) -> usize {
    let largest = values.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
    largest.map_or(0, |(i, _)| i)
}
