use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [64, 64, 3],
        layer1: bottleneck[(16, 4, 1)],
        layer1: custom(attend),
        weights: custom(attend),
        classes: 10,
    }

    pub struct Other {
        dialect: torch,
        input: [64, 64, 3],
        layer1: bottleneck[(16, 4, 1)],
        maxpool: custom(attend),
        fc: custom(attend, weight: [8]),
        classes: 10,
    }
}

fn main() {}
