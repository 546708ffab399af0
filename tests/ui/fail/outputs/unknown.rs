use resnet::resnet;

resnet! {
    pub struct Net {
        input: [64, 64, 3],
        block1: bottleneck[(16, 4, 1), (16, 4, 2)],
        block2: bottleneck[(32, 8, 1)],
        outputs: [blok1, banana],
    }

    pub struct Other {
        dialect: torch,
        input: [64, 64, 3],
        layer1: bottleneck[(16, 4, 1)],
        outputs: [stem, layer1_7],
    }
}

fn main() {}
