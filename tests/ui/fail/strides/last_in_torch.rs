//! Not an error, unless warnings are: somebody may mean it.
#![deny(warnings)]

use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        layer2: bottleneck[(512, 128, 1); 3] + [(512, 128, 2)],
        layer3: bottleneck[(1024, 256, 1); 6],
        classes: 1000,
    }

    #[allow(deprecated)]
    pub struct Meant {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        layer2: bottleneck[(512, 128, 1); 3] + [(512, 128, 2)],
        classes: 1000,
    }
}

fn main() {}
