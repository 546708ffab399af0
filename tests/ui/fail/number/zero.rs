use resnet::resnet;

resnet! {
    pub struct Net {
        input: [224, 0, 3],
        block1: bottleneck[(256, 64, 0)],
        classes: 0,
    }
}

fn main() {}
