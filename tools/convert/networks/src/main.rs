//! The networks that the tests of the converters build in TensorFlow and torch. Loads a
//! converted file as one of them and prints its logits of an image, one a line:
//!
//! ```text
//! cargo run --release -- slim_v2 weights.safetensors image.f32
//! ```
//!
//! The image is its values, channel last, as little-endian f32.

use std::error::Error;
use std::{env, fs};

use resnet::{AnyTensor, Network, resnet};

resnet! {
    struct SlimV2 {
        scope: "tiny",
        input: [64, 48, 3],
        block1: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block2: bottleneck[(64, 16, 1); 2],
        classes: 7,
    }

    struct SlimV1 {
        dialect: slim_v1,
        scope: "tiny",
        input: [64, 48, 3],
        block1: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block2: bottleneck[(64, 16, 1); 2],
        classes: 7,
    }

    struct Torchvision {
        dialect: torch,
        input: [64, 48, 3],
        layer1: bottleneck[(256, 16, 1); 2],
        layer2: bottleneck[(512, 32, 2)],
        layer3: bottleneck[(1024, 64, 2)],
        layer4: bottleneck[(2048, 128, 2)],
        groups: 4,
        classes: 7,
    }

    struct Timm {
        dialect: torch,
        input: [64, 48, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        shortcut: avg_pool,
        attention: se,
        blur: true,
        classes: 7,
    }

    struct TimmV2 {
        dialect: timm_v2,
        input: [64, 48, 3],
        root: conv(7, 16, 2) + max_pool(3, 2),
        stage1: bottleneck[(32, 8, 1); 2],
        stage2: bottleneck[(64, 16, 2)],
        classes: 7,
    }

    struct CifarV1 {
        dialect: cifar_v1,
        input: [32, 32, 3],
        layer1: basic[(16, 1); 2],
        layer2: basic[(32, 2), (32, 1)],
        layer3: basic[(64, 2), (64, 1)],
        classes: 7,
    }

    struct CifarV2 {
        dialect: cifar_v2,
        input: [32, 32, 3],
        layer1: basic[(16, 1); 2],
        layer2: basic[(32, 2), (32, 1)],
        layer3: basic[(64, 2), (64, 1)],
        classes: 7,
    }

    struct Bit {
        dialect: bit,
        input: [64, 48, 3],
        root: conv(7, 32, 2) + max_pool(3, 2),
        stage1: bottleneck[(128, 32, 1); 2],
        stage2: bottleneck[(256, 64, 2)],
        classes: 7,
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [name, weights, image] = &arguments[..] else {
        return Err("expected a network, a weight file and an image".into());
    };
    let logits = match &**name {
        "slim_v2" => logits::<SlimV2>,
        "slim_v1" => logits::<SlimV1>,
        "torchvision" => logits::<Torchvision>,
        "timm" => logits::<Timm>,
        "timm_v2" => logits::<TimmV2>,
        "cifar_v1" => logits::<CifarV1>,
        "cifar_v2" => logits::<CifarV2>,
        "bit" => logits::<Bit>,
        name => return Err(format!("unknown network `{name}`").into()),
    };
    for logit in logits(&fs::read(weights)?, &fs::read(image)?)? {
        println!("{logit:e}");
    }
    Ok(())
}

fn logits<N: Network<Output: AnyTensor>>(
    weights: &[u8],
    image: &[u8],
) -> Result<Vec<f32>, resnet::Error> {
    let (values, _) = image.as_chunks();
    let values: Vec<f32> = values.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
    let (net, mut workspace) = (N::from_safetensors(weights)?, N::workspace());
    Ok(net.forward(N::Input::view(&values)?, &mut workspace).values().to_vec())
}
