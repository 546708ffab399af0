use resnet::resnet;

resnet! {
    pub struct Net {
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        attention: se(16),
        blur: true,
        classes: 1001,
    }
}

fn main() {}
