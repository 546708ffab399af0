use resnet::resnet;

resnet! {
    pub struct Net {
        input: [224, 224, 3],
        block1: bottleneck[],
        classes: 1001,
    }
}

fn main() {}
