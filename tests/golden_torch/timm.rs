//! timm's `resnet.py`.

use resnet::resnet;

use super::check;

resnet! {
    pub struct Timm18dOdd {
        dialect: torch,
        input: [43, 35, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: basic[(8, 1)],
        layer2: basic[(8, 2)] + [(8, 1)],
        layer3: basic[(16, 2)],
        layer4: basic[(16, 2)],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct Timm26cOdd {
        dialect: torch,
        input: [43, 35, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)] + [(32, 8, 1)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        classes: 10,
    }

    pub struct Timm26d {
        dialect: torch,
        input: [64, 64, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct Timm26dBatch2 {
        dialect: torch,
        input: [49, 64, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(64, 16, 1)],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct Timm26dOdd {
        dialect: torch,
        input: [75, 51, 3],
        root: conv(3, 8, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct Timm26s {
        dialect: torch,
        input: [32, 24, 3],
        root: conv(3, 16, 2) + conv(3, 16, 1) + conv(3, 32, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        classes: 10,
    }

    pub struct Timm26t {
        dialect: torch,
        input: [32, 24, 3],
        root: conv(3, 6, 2) + conv(3, 8, 1) + conv(3, 16, 1) + max_pool(3, 2),
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct TimmBasic {
        dialect: torch,
        input: [64, 64, 3],
        layer1: basic[(16, 1); 2],
        layer2: basic[(16, 2)],
        layer3: basic[(24, 2)],
        layer4: basic[(32, 2)],
        classes: 10,
    }

    pub struct TimmBottleneckOdd {
        dialect: torch,
        input: [75, 51, 3],
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        classes: 10,
    }

    pub struct TimmOs16Odd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer4: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        output_stride: 16,
        classes: 10,
    }

    pub struct TimmOs8 {
        dialect: torch,
        input: [32, 24, 3],
        layer1: bottleneck[(32, 8, 1)],
        layer2: bottleneck[(32, 8, 2)] + [(32, 8, 1)],
        layer3: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        layer4: bottleneck[(64, 16, 2)] + [(64, 16, 1)],
        output_stride: 8,
        classes: 10,
    }

    pub struct TimmOs8BasicOdd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: basic[(8, 1)],
        layer2: basic[(8, 2)] + [(8, 1)],
        layer3: basic[(16, 2)] + [(16, 1)],
        layer4: basic[(16, 2)] + [(16, 1)],
        output_stride: 8,
        classes: 10,
    }

    pub struct TimmOs8DOdd {
        dialect: torch,
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

    pub struct TimmRelu6Odd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: bottleneck[(32, 8, 1); 2],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        activation: relu6,
        classes: 10,
    }

    pub struct TimmResnext {
        dialect: torch,
        input: [64, 64, 3],
        layer1: bottleneck[(64, 16, 1); 2],
        layer2: bottleneck[(64, 16, 2)],
        layer3: bottleneck[(96, 24, 2)],
        layer4: bottleneck[(128, 32, 2)],
        groups: 4,
        classes: 10,
    }

    pub struct TimmSiluBasic {
        dialect: torch,
        input: [32, 24, 3],
        layer1: basic[(8, 1); 2],
        layer2: basic[(8, 2)],
        layer3: basic[(16, 2)],
        layer4: basic[(16, 2)],
        activation: silu,
        classes: 10,
    }

    pub struct TimmSiluOdd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: bottleneck[(32, 8, 1); 2],
        layer2: bottleneck[(32, 8, 2)],
        layer3: bottleneck[(64, 16, 2)],
        layer4: bottleneck[(64, 16, 2)],
        activation: silu,
        classes: 10,
    }

    pub struct TimmWideOdd {
        dialect: torch,
        input: [43, 35, 3],
        layer1: bottleneck[(32, 16, 1); 2],
        layer2: bottleneck[(32, 16, 2)],
        layer3: bottleneck[(64, 32, 2)],
        layer4: bottleneck[(64, 32, 2)],
        classes: 10,
    }
}

cases! {
    timm_18d_odd => Timm18dOdd,
    timm_26c_odd => Timm26cOdd,
    timm_26d => Timm26d,
    timm_26d_batch2 => Timm26dBatch2,
    timm_26d_odd => Timm26dOdd,
    timm_26s => Timm26s,
    timm_26t => Timm26t,
    timm_basic => TimmBasic,
    timm_bottleneck_odd => TimmBottleneckOdd,
    timm_os16_odd => TimmOs16Odd,
    timm_os8 => TimmOs8,
    timm_os8_basic_odd => TimmOs8BasicOdd,
    timm_os8_d_odd => TimmOs8DOdd,
    timm_relu6_odd => TimmRelu6Odd,
    timm_resnext => TimmResnext,
    timm_silu_basic => TimmSiluBasic,
    timm_silu_odd => TimmSiluOdd,
    timm_wide_odd => TimmWideOdd,
}
