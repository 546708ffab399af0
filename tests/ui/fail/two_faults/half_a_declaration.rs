use resnet::resnet;

resnet! {
    // With the default root, which this is not, both would have more faults.
    pub struct Root {
        input: [16, 16, 3],
        root: convolution(3, 16, 1),
        block1: bottleneck[(64, 16, 2); 3],
        classes: 10,
        output_stride: 2,
    }

    pub struct Block {
        input: [64, 64, 3],
        block1: bottleneck[(64, 16, 1)] + [(64, 16)],
        block2: bottleneck[(128, 32, 1); 2],
        classes: 10,
        output_stride: 8,
    }
}

fn main() {}
