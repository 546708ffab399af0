use resnet::{Tensor, resnet};

resnet! {
    pub struct Net {
        input: [64, 64, 3],
        block1: bottleneck[(16, 4, 1), (16, 4, 2)],
        block2: bottleneck[(32, 8, 1)],
        outputs: [block1, block2],
    }
}

fn main() {
    let mut workspace = Net::workspace();
    let (_, block2) = Net::synthetic(1).forward(&Tensor::ZERO, &mut workspace);
    let _: &Tensor<8, 8, 16> = block2;
}
