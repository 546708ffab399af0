use resnet::resnet;

resnet! {
    pub struct Net {
        input: [224, 224, 3],
        block1: bottleneck[(depth: 256, bottleneck: 64, stride: 1); 2],
        classes: 1001,
    }
}

fn main() {}
