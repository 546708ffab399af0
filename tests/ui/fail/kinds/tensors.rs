use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [64, 64, 3],
        kinds: { own: custom(own, downsample.0.weight: [depth, input, 1, 1]) },
        layer1: own[(64, 1), (32, 1)],
        classes: 10,
    }
}

fn main() {}
