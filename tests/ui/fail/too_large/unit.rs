use resnet::resnet;

resnet! {
    pub struct Net {
        input: [1024, 1024, 3],
        block1: bottleneck[(256, 64, 1); 2],
        block2: bottleneck[(8192, 2048, 1)],
        classes: 1001,
    }
}

fn main() {}
