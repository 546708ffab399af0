use resnet::resnet;

resnet! {
    pub struct Net {
        input: [64, 64, 3],
        block1: bottleneck[(16, 4, 1), (16, 4, 2)],
        block2: bottleneck[(32, 8, 1)],
        classes: 10,
        outputs: [block1],
        global_pool: true,
    }
}

fn main() {}
