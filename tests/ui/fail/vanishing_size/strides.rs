use resnet::resnet;

resnet! {
    pub struct Net {
        input: [16, 16, 3],
        block1: bottleneck[(64, 16, 2); 2],
        block2: bottleneck[(128, 32, 1), (128, 32, 2)],
        block3: bottleneck[(256, 64, 2)],
        classes: 10,
    }
}

fn main() {}
