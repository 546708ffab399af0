//! torchvision.

use resnet::resnet;

use super::check;

resnet! {
    pub struct TvBasic {
        dialect: torch,
        input: [64, 64, 3],
        layer1: basic[(64, 1)],
        layer2: basic[(128, 2)],
        layer3: basic[(256, 2)],
        layer4: basic[(512, 2)],
        classes: 10,
    }

    pub struct TvBasicOdd {
        dialect: torch,
        input: [75, 51, 3],
        layer1: basic[(64, 1); 2],
        layer2: basic[(128, 2)],
        layer3: basic[(256, 2)],
        layer4: basic[(512, 2)],
        classes: 10,
    }

    pub struct TvBottleneck {
        dialect: torch,
        input: [64, 64, 3],
        layer1: bottleneck[(256, 8, 1)],
        layer2: bottleneck[(512, 16, 2)],
        layer3: bottleneck[(1024, 32, 2)],
        layer4: bottleneck[(2048, 64, 2)],
        classes: 10,
    }

    pub struct TvBottleneckOdd {
        dialect: torch,
        input: [75, 51, 3],
        layer1: bottleneck[(256, 16, 1)],
        layer2: bottleneck[(512, 32, 2)],
        layer3: bottleneck[(1024, 64, 2)] + [(1024, 64, 1)],
        layer4: bottleneck[(2048, 128, 2)],
        classes: 10,
    }

    pub struct TvCifarStem {
        dialect: torch,
        input: [12, 9, 3],
        root: conv(3, 64, 1),
        layer1: basic[(64, 1)],
        layer2: basic[(128, 2)],
        layer3: basic[(256, 2)],
        layer4: basic[(512, 2)],
        classes: 10,
    }

    pub struct TvDilatedOdd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: bottleneck[(256, 8, 1)],
        layer2: bottleneck[(512, 16, 2)],
        layer3: bottleneck[(1024, 32, 2)],
        layer4: bottleneck[(2048, 64, 2)] + [(2048, 64, 1)],
        dilate: [layer3, layer4],
        classes: 10,
    }

    pub struct TvDilatedOs16 {
        dialect: torch,
        input: [20, 28, 3],
        layer1: bottleneck[(256, 8, 1)],
        layer2: bottleneck[(512, 16, 2)],
        layer3: bottleneck[(1024, 32, 2)],
        layer4: bottleneck[(2048, 64, 2)] + [(2048, 64, 1)],
        dilate: [layer4],
        classes: 10,
    }

    pub struct TvGroups {
        dialect: torch,
        input: [64, 64, 3],
        layer1: bottleneck[(256, 32, 1)],
        layer2: bottleneck[(512, 64, 2)],
        layer3: bottleneck[(1024, 128, 2)],
        layer4: bottleneck[(2048, 256, 2)],
        groups: 8,
        classes: 10,
    }

    pub struct TvNoPool {
        dialect: torch,
        input: [21, 18, 3],
        root: conv(7, 64, 2),
        layer1: basic[(64, 1)],
        layer2: basic[(128, 2)],
        layer3: basic[(256, 2)],
        layer4: basic[(512, 2)],
        classes: 10,
    }
}

cases! {
    tv_basic => TvBasic,
    tv_basic_odd => TvBasicOdd,
    tv_bottleneck => TvBottleneck,
    tv_bottleneck_odd => TvBottleneckOdd,
    tv_cifar_stem => TvCifarStem,
    tv_dilated_odd => TvDilatedOdd,
    tv_dilated_os16 => TvDilatedOs16,
    tv_groups => TvGroups,
    tv_no_pool => TvNoPool,
}
