//! Networks for CIFAR.

use resnet::resnet;

use super::check;

resnet! {
    pub struct CifarA {
        dialect: cifar_v1,
        input: [12, 12, 3],
        layer1: basic[(16, 1); 2],
        layer2: basic[(32, 2)],
        layer3: basic[(64, 2)],
        classes: 10,
    }

    pub struct CifarAOdd {
        dialect: cifar_v1,
        input: [13, 11, 3],
        layer1: basic[(16, 1)],
        layer2: basic[(32, 2), (32, 1)],
        layer3: basic[(64, 2), (64, 1)],
        classes: 10,
    }

    pub struct CifarAProjection {
        dialect: cifar_v1,
        input: [13, 11, 3],
        layer1: basic[(16, 1)],
        layer2: basic[(32, 2), (32, 1)],
        layer3: basic[(64, 2)],
        shortcut: conv,
        classes: 10,
    }

    pub struct CifarBOdd {
        dialect: torch,
        input: [15, 10, 3],
        root: conv(3, 16, 1),
        layer1: basic[(16, 1); 2],
        layer2: basic[(32, 2)],
        layer3: basic[(64, 2)],
        classes: 10,
    }

    pub struct CifarV2Bottleneck {
        dialect: cifar_v2,
        input: [12, 10, 3],
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(128, 32, 2)],
        layer3: bottleneck[(256, 64, 2)],
        classes: 10,
    }

    pub struct CifarV2Odd {
        dialect: cifar_v2,
        input: [13, 11, 3],
        layer1: basic[(16, 1)],
        layer2: basic[(32, 2), (32, 1)],
        layer3: basic[(64, 2)],
        classes: 10,
    }
}

cases! {
    cifar_a => CifarA,
    cifar_a_odd => CifarAOdd,
    cifar_a_projection => CifarAProjection,
    cifar_b_odd => CifarBOdd,
    cifar_v2_bottleneck => CifarV2Bottleneck,
    cifar_v2_odd => CifarV2Odd,
}
