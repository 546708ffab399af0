//! Names what is in pictures, with slim's ResNet-50 v2 at 299 by 299.
//!
//! ```text
//! cargo run --release --features image --example classify -- \
//!     --weights resnet_v2_50.safetensors --labels labels.txt picture.jpg
//! ```
//!
//! The weights are a TF-slim checkpoint as safetensors, under slim's variable
//! names. The labels are one line per class, of which slim's released
//! checkpoints have 1001, the first for the background. Without `--weights`
//! the weights are generated: everything runs, and means nothing.

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use clap::Parser;
use resnet::image::Picture;
use resnet::resnet;

resnet! {
    /// `resnet_v2_50` at the size that slim's checkpoints were trained at.
    struct ResNetV2_50 {
        input: [299, 299, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 3] + [(512, 128, 2)],
        block3: bottleneck[(1024, 256, 1); 5] + [(1024, 256, 2)],
        block4: bottleneck[(2048, 512, 1); 3],
        classes: 1001,
    }
}

/// Names what is in pictures.
#[derive(Parser)]
struct Args {
    /// A safetensors file with slim's variable names.
    #[arg(long)]
    weights: Option<PathBuf>,
    /// A text file with one class per line.
    #[arg(long)]
    labels: Option<PathBuf>,
    /// PNG or JPEG files.
    #[arg(required = true)]
    pictures: Vec<PathBuf>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let args = Args::parse();
    let start = Instant::now();
    let net = match &args.weights {
        Some(path) => ResNetV2_50::from_safetensors(&std::fs::read(path)?)?,
        None => {
            eprintln!("no --weights: generated ones are used, and the classes mean nothing");
            ResNetV2_50::synthetic(0)
        }
    };
    eprintln!("weights ready after {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    let labels = args.labels.as_ref().map(std::fs::read_to_string).transpose()?;
    let labels: Vec<&str> = labels.as_deref().unwrap_or_default().lines().collect();
    let mut workspace = ResNetV2_50::workspace();
    for path in &args.pictures {
        let image = Picture::open(path)?.inception();
        let start = Instant::now();
        let probabilities = net.predict(&image, &mut workspace).values();
        println!("{} ({:.1} ms)", path.display(), start.elapsed().as_secs_f64() * 1e3);
        let mut classes: Vec<usize> = (0..probabilities.len()).collect();
        classes.sort_by(|a, b| probabilities[*b].total_cmp(&probabilities[*a]));
        for class in &classes[..5] {
            let label = labels.get(*class).copied().unwrap_or("");
            println!("  {:.4}  {class:4}  {label}", probabilities[*class]);
        }
    }
    Ok(())
}
