use resnet::resnet;

resnet! {
    pub struct Net {
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 1000000] + [(256, 64, 2)],
        classes: 1001,
    }
}

fn main() {}
