use resnet::resnet;

resnet! {
    pub struct Net {
        input: [3, 224, 224],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        classes: 1001,
    }
}

fn main() {}
