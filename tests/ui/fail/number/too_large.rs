use resnet::resnet;

resnet! {
    pub struct Net {
        input: [224, 224, 3000000],
        block1: bottleneck[(256, 18446744073709551616, 1)],
        classes: 1001,
    }
}

fn main() {}
