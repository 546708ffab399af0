use resnet::resnet;

resnet! {
    pub struct Net {
        input: [64, 64, 3],
        block1: bottleneck[(16, 4, 1), (16, 4, 2)],
        block2: bottleneck[(32, 8, 1)],
        outputs: [],
    }
}

fn main() {}
