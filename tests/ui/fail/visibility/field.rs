use resnet::resnet;

resnet! {
    pub struct Net {
        pub input: [224, 224, 3],
        pub(crate) block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        classes: 1001,
    }
}

fn main() {}
