//! A trained network and all that it needs in one program: reads a digit of 64
//! values on the command line.

use resnet::{Tensor, resnet};

resnet! {
    /// `examples/digits.rs`.
    struct Digits {
        input: [8, 8, 1],
        root: none,
        block1: bottleneck[(32, 8, 1), (32, 8, 2)],
        block2: bottleneck[(64, 16, 1), (64, 16, 2)],
        block3: bottleneck[(128, 32, 1); 2],
        classes: 10,
        weights: "digits.resnet",
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let values: Result<Vec<f32>, _> = std::env::args().skip(1).map(|arg| arg.parse()).collect();
    let mut workspace = Digits::workspace();
    let net = Digits::embedded()?;
    println!("{:?}", net.predict(Tensor::view(&values?)?, &mut workspace).values());
    Ok(())
}
