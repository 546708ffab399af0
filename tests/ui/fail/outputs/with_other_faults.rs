use resnet::resnet;

resnet! {
    pub struct Net {
        input: [64, 64, 3],
        block1: bottleneck[(16, 4, 1), (16, 4, 2)],
        outputs: [block1, block3],
        output_stride: 5,
    }
}

fn main() {}
