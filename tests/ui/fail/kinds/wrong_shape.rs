use resnet::{Tensor, resnet};

resnet! {
    pub struct Net {
        dialect: torch,
        input: [64, 64, 3],
        kinds: { own: custom(own) },
        layer1: own[(64, 1); 2] + [(64, 2)],
        layer2: bottleneck[(64, 16, 1)] + own[(128, 1)],
        classes: 10,
    }
}

fn own<const H: usize, const W: usize, const C: usize>(
    x: &Tensor<H, W, C>,
    out: &mut Tensor<H, W, C>,
) {
    out[[0, 0, 0]] = x[[0, 0, 0]];
}

fn main() {}
