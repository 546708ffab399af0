use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [64, 64, 3],
        kinds: { two: custom(f), three: custom(f, weight: [bottleneck, input]) },
        layer1: two[(64, 16, 1); 2] + three[(64, 1)],
        layer2: bottleneck[(64, 1)] + two[(64, 0)],
        classes: 10,
    }
}

fn main() {}
