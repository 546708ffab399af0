use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [64, 64, 3],
        layer1: bottleneck[(256, 64, 1)],
        layer2: bottleneck[(512, 128, 2)],
        classes: 10,
        dilate: [layer2, layr1],
    }
}

fn main() {}
