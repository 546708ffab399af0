use resnet::resnet;

resnet! {
    pub struct Net {
        input: [64, 64, 3],
        block1: bottleneck[(64, 16, 1000000); 10],
        classes: 10,
        output_stride: 4,
    }
}

fn main() {}
