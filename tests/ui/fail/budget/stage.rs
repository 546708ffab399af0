use resnet::{Tensor, resnet};

resnet! {
    pub struct Ram {
        input: [16, 16, 4],
        root: none,
        first: bottleneck[(4, 2, 1)],
        widen: custom(widen, weight: [4, 64]) -> [16, 16, 64],
        second: bottleneck[(64, 16, 1)],
        classes: 3,
        budget: { ram: 100_000, flash: 2_000 },
    }
}

fn widen(_: &Tensor<16, 16, 4>, _: &mut Tensor<16, 16, 64>, _: &[[f32; 64]; 4]) {}

fn main() {}
