//! timm's `resnetv2.py`.

use resnet::resnet;

use super::check;

resnet! {
    pub struct TimmV2 {
        dialect: timm_v2,
        input: [64, 64, 3],
        root: conv(7, 16, 2) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        classes: 10,
    }

    pub struct TimmV2Basic {
        dialect: timm_v2,
        input: [64, 64, 3],
        root: conv(7, 16, 2) + max_pool(3, 2),
        layer1: basic[(16, 1); 2],
        layer2: basic[(16, 2)],
        layer3: basic[(24, 2)],
        layer4: basic[(32, 2)],
        classes: 10,
    }

    pub struct TimmV2Bit {
        dialect: bit,
        input: [32, 24, 3],
        root: conv(7, 32, 2) + max_pool(3, 2),
        layer1: bottleneck[(128, 32, 1); 2],
        layer2: bottleneck[(128, 32, 2)],
        layer3: bottleneck[(256, 64, 2)],
        layer4: bottleneck[(256, 64, 2)],
        classes: 10,
    }

    pub struct TimmV2BitOdd {
        dialect: bit,
        input: [43, 35, 3],
        root: conv(7, 32, 2) + max_pool(3, 2),
        layer1: bottleneck[(128, 32, 1)],
        layer2: bottleneck[(128, 32, 2)] + [(128, 32, 1)],
        layer3: bottleneck[(256, 64, 2)],
        layer4: bottleneck[(256, 64, 2)],
        classes: 10,
    }

    pub struct TimmV2BasicDOdd {
        dialect: timm_v2,
        input: [43, 35, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: basic[(16, 1)],
        layer2: basic[(16, 2)] + [(16, 1)],
        layer3: basic[(24, 2)],
        layer4: basic[(32, 2)],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct TimmV2Odd {
        dialect: timm_v2,
        input: [75, 51, 3],
        root: conv(7, 16, 2) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        classes: 10,
    }

    pub struct TimmV2Os16Odd {
        dialect: timm_v2,
        input: [43, 35, 3],
        root: conv(7, 16, 2) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer4: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        output_stride: 16,
        classes: 10,
    }

    pub struct TimmV2SiluOdd {
        dialect: timm_v2,
        input: [43, 35, 3],
        root: conv(7, 16, 2) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1); 2],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        activation: silu,
        classes: 10,
    }

    pub struct TimmV2dOdd {
        dialect: timm_v2,
        input: [75, 51, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct TimmV2dOs8Odd {
        dialect: timm_v2,
        input: [43, 35, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer4: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        shortcut: avg_pool,
        output_stride: 8,
        classes: 10,
    }

    pub struct TimmV2tOdd {
        dialect: timm_v2,
        input: [43, 35, 3],
        root: conv(3, 6, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)] + [(32, 8, 1)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        shortcut: avg_pool,
        classes: 10,
    }
}

cases! {
    timm_v2 => TimmV2,
    timm_v2_basic => TimmV2Basic,
    timm_v2_basic_d_odd => TimmV2BasicDOdd,
    timm_v2_bit => TimmV2Bit,
    timm_v2_bit_odd => TimmV2BitOdd,
    timm_v2_odd => TimmV2Odd,
    timm_v2_os16_odd => TimmV2Os16Odd,
    timm_v2_silu_odd => TimmV2SiluOdd,
    timm_v2d_odd => TimmV2dOdd,
    timm_v2d_os8_odd => TimmV2dOs8Odd,
    timm_v2t_odd => TimmV2tOdd,
}
