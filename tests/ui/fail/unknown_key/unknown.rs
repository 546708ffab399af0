use resnet::resnet;

resnet! {
    pub struct Net {
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        classes: 1001,
        quantise: true,
    }
}

fn main() {}
