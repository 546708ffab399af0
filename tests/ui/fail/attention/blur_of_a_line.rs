use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [64, 4, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        layer2: bottleneck[(512, 128, 2)],
        blur: true,
        classes: 1000,
    }
}

fn main() {}
