//! Names what is in pictures, with slim's ResNet-50 v2 at 299 by 299, or with
//! torchvision's ResNet-50.
//!
//! ```text
//! cargo run --release --example classify -- \
//!     --weights resnet_v2_50.safetensors --labels labels.txt picture.jpg
//! cargo run --release --example classify -- --network torchvision \
//!     --weights resnet50.safetensors --labels labels.txt picture.jpg
//! ```
//!
//! The weights are a checkpoint of TF-slim or torchvision as safetensors, under
//! the program's own names. The labels are one line per class, of which slim's
//! released checkpoints have 1001, the first for the background. Without
//! `--weights` the weights are generated: everything runs, and means nothing.

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use clap::{Parser, ValueEnum};
use resnet::image::{Picture, PictureError};
use resnet::{AnyTensor, Classifier, resnet};

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

    /// torchvision's `resnet50`.
    struct ResNet50 {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        layer3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 5],
        layer4: bottleneck[(2048, 512, 2)] + [(2048, 512, 1); 2],
        classes: 1000,
    }
}

/// Whose ResNet-50.
#[derive(Clone, Copy, ValueEnum)]
enum Program {
    /// `resnet_v2_50`, with Inception preprocessing.
    Slim,
    /// `resnet50`, with that of its weights called V2.
    Torchvision,
}

/// Names what is in pictures.
#[derive(Parser)]
struct Args {
    /// Whose ResNet-50 it is.
    #[arg(long, value_enum, default_value = "slim")]
    network: Program,
    /// A safetensors file with the names of that program.
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
    match args.network {
        Program::Slim => classify::<ResNetV2_50>(&args, |picture| Ok(picture.inception())),
        Program::Torchvision => classify::<ResNet50>(&args, |picture| picture.torchvision(232)),
    }
}

fn classify<N: Classifier>(
    args: &Args,
    input: impl Fn(Picture) -> Result<Box<N::Input>, PictureError>,
) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let net = match &args.weights {
        Some(path) => N::from_safetensors(&std::fs::read(path)?)?,
        None => {
            eprintln!("no --weights: generated ones are used, and the classes mean nothing");
            N::synthetic(0)
        }
    };
    eprintln!("weights ready after {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    let labels = args.labels.as_ref().map(std::fs::read_to_string).transpose()?;
    let labels: Vec<&str> = labels.as_deref().unwrap_or_default().lines().collect();
    let mut workspace = N::workspace();
    for path in &args.pictures {
        let image = input(Picture::open(path)?)?;
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
