use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [32, 32, 3],
        layer1: bottleneck[(256, 128, 1); 3],
        layer2: bottleneck[(512, 200, 2)] + [(512, 256, 1)],
        classes: 10,
        groups: 32,
    }
}

fn main() {}
