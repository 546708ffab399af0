#![deny(warnings)]

use resnet::resnet;

resnet! {
    pub struct Net {
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 3],
        block2: bottleneck[(512, 128, 2)] + [(512, 128, 1); 3],
        block3: bottleneck[(1024, 256, 2)] + [(1024, 256, 1); 5],
        classes: 1001,
    }
}

fn main() {}
