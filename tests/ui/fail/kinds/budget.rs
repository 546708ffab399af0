use resnet::{Tensor, resnet};

resnet! {
    pub struct Net {
        input: [16, 16, 4],
        root: none,
        kinds: { own: custom(own, weight: [depth, 1000]) },
        first: bottleneck[(4, 2, 1)],
        second: bottleneck[(4, 2, 1)] + own[(64, 1)],
        classes: 3,
        budget: { ram: 100_000, flash: 20_000 },
    }
}

fn own(_: &Tensor<16, 16, 4>, _: &mut Tensor<16, 16, 64>, _: &[[f32; 1000]; 64]) {}

fn main() {}
