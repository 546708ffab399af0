//! Written by `tools/random_networks.py`; do not edit.

use resnet::resnet;

resnet! {
    pub struct Random0 {
        dialect: slim_v2,
        input: [29, 29, 4],
        root: none,
        first: bottleneck[(4, 64, 3), (4, 64, 1), (4, 2, 2)],
        second: bottleneck[(4, 8, 1)],
        classes: 10,
    }

    pub struct Random1 {
        dialect: slim_v1,
        input: [30, 33, 4],
        root: conv(5, 12, 1) + max_pool(4, 1),
        first: bottleneck[(12, 12, 2)],
        dilate: [first],
        activation: silu,
        classes: 1,
    }

    pub struct Random2 {
        dialect: torch,
        input: [41, 29, 1],
        root: conv(1, 7, 1) + conv(3, 16, 1) + conv(1, 7, 1) + max_pool(3, 1),
        first: bottleneck[(17, 15, 3)],
        second: bottleneck[(17, 24, 1), (17, 6, 2), (17, 6, 1)],
        third: bottleneck[(32, 12, 1), (32, 12, 1)],
        dilate: [first, second],
        groups: 3,
        shortcut: pad,
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random3 {
        dialect: torch,
        input: [34, 39, 4],
        root: conv(5, 33, 1) + max_pool(5, 2),
        first: basic[(5, 1), (5, 1)],
        shortcut: conv,
        activation: silu,
        classes: 10,
    }

    pub struct Random4 {
        dialect: timm_v2,
        input: [34, 33, 3],
        root: none,
        first: bottleneck[(3, 8, 2), (3, 10, 2)],
        output_stride: 4,
        groups: 2,
        shortcut: conv,
        activation: relu6,
        classes: none,
    }

    pub struct Random5 {
        dialect: cifar_v1,
        input: [31, 40, 4],
        root: conv(3, 16, 2) + max_pool(5, 1),
        first: basic[(16, 2)],
        shortcut: pad,
        classes: 33,
    }

    pub struct Random6 {
        dialect: cifar_v2,
        input: [22, 41, 4],
        root: conv(1, 16, 2) + max_pool(5, 1),
        first: bottleneck[(16, 5, 1)],
        second: bottleneck[(16, 8, 1)],
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random7 {
        dialect: slim_v2,
        input: [30, 32, 1],
        root: none,
        first: bottleneck[(1, 64, 1), (1, 2, 1), (8, 4, 2)],
        global_pool: false,
        classes: 1,
    }

    pub struct Random8 {
        dialect: slim_v1,
        input: [39, 33, 1],
        root: conv(5, 20, 3),
        first: bottleneck[(32, 2, 1)],
        output_stride: 3,
        activation: silu,
        classes: 7,
    }

    pub struct Random9 {
        dialect: torch,
        input: [18, 33, 3],
        root: conv(3, 20, 1) + conv(1, 12, 1) + conv(7, 4, 1),
        first: basic[(8, 1)],
        second: basic[(8, 3)],
        shortcut: avg_pool,
        attention: se,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random10 {
        dialect: torch,
        input: [23, 23, 4],
        root: conv(7, 33, 2) + conv(3, 20, 1) + conv(1, 7, 1) + max_pool(3, 2),
        first: basic[(5, 1), (17, 1)],
        shortcut: avg_pool,
        blur: true,
        attention: se(4),
        activation: relu,
        classes: 7,
    }

    pub struct Random11 {
        dialect: timm_v2,
        input: [34, 27, 3],
        root: conv(7, 7, 2) + conv(5, 7, 1) + conv(3, 7, 1) + max_pool(5, 2),
        first: bottleneck[(5, 64, 1), (5, 10, 1)],
        second: bottleneck[(40, 16, 3)],
        dilate: [second],
        groups: 2,
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random12 {
        dialect: cifar_v1,
        input: [36, 29, 3],
        root: conv(7, 20, 3),
        first: basic[(20, 1), (20, 2), (20, 2)],
        second: basic[(32, 1), (32, 1), (32, 1)],
        shortcut: pad,
        classes: 10,
    }

    pub struct Random13 {
        dialect: cifar_v2,
        input: [36, 18, 3],
        root: none,
        first: basic[(24, 2), (40, 2), (16, 1)],
        second: basic[(17, 1), (5, 1)],
        classes: 7,
    }

    pub struct Random14 {
        dialect: slim_v2,
        input: [10, 27, 4],
        root: conv(2, 4, 3) + max_pool(4, 2),
        first: bottleneck[(8, 4, 1)],
        global_pool: false,
        classes: 7,
    }

    pub struct Random15 {
        dialect: slim_v1,
        input: [28, 13, 3],
        root: conv(5, 16, 2),
        first: bottleneck[(5, 12, 2)],
        second: bottleneck[(5, 4, 1), (40, 4, 2)],
        third: bottleneck[(40, 2, 1)],
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random16 {
        dialect: torch,
        input: [27, 25, 1],
        root: none,
        first: bottleneck[(32, 4, 1), (24, 64, 2)],
        second: bottleneck[(24, 64, 3)],
        third: bottleneck[(5, 10, 2), (32, 8, 1), (32, 10, 1)],
        dilate: [second, third],
        groups: 2,
        shortcut: avg_pool,
        attention: se(4),
        classes: 1,
    }

    pub struct Random17 {
        dialect: torch,
        input: [14, 24, 4],
        root: none,
        first: basic[(17, 2)],
        second: basic[(24, 1)],
        dilate: [first],
        activation: relu,
        classes: 1,
    }

    pub struct Random18 {
        dialect: timm_v2,
        input: [25, 11, 3],
        root: conv(3, 7, 1) + conv(3, 20, 1) + conv(5, 20, 1) + max_pool(3, 1),
        first: basic[(20, 3)],
        second: basic[(24, 2), (24, 1), (24, 1)],
        third: basic[(5, 1)],
        output_stride: 6,
        shortcut: conv,
        activation: relu6,
        classes: 1,
    }

    pub struct Random19 {
        dialect: cifar_v1,
        input: [23, 34, 3],
        root: conv(3, 12, 1) + max_pool(5, 1),
        first: basic[(12, 2), (5, 1), (5, 3)],
        second: basic[(17, 2)],
        third: basic[(17, 1)],
        shortcut: conv,
        activation: silu,
        classes: 33,
    }

    pub struct Random20 {
        dialect: cifar_v2,
        input: [31, 19, 3],
        root: none,
        first: basic[(24, 3)],
        second: basic[(24, 3), (24, 1), (8, 1)],
        third: basic[(8, 1), (8, 1)],
        output_stride: 3,
        activation: relu6,
        classes: 10,
    }

    pub struct Random21 {
        dialect: slim_v2,
        input: [41, 23, 1],
        root: conv(2, 20, 3) + max_pool(3, 1),
        first: bottleneck[(40, 12, 3)],
        second: bottleneck[(40, 2, 1), (40, 64, 1)],
        classes: 7,
    }

    pub struct Random22 {
        dialect: slim_v1,
        input: [28, 37, 4],
        root: conv(1, 16, 2) + max_pool(3, 1),
        first: bottleneck[(5, 12, 1)],
        second: bottleneck[(5, 64, 1), (5, 5, 1), (5, 2, 2)],
        third: bottleneck[(5, 4, 1)],
        dilate: [second],
        classes: 33,
    }

    pub struct Random23 {
        dialect: torch,
        input: [29, 28, 3],
        root: conv(3, 20, 2) + conv(3, 16, 1) + conv(7, 12, 1) + max_pool(3, 2),
        first: bottleneck[(12, 64, 2)],
        second: bottleneck[(12, 64, 1), (17, 24, 1)],
        dilate: [first],
        groups: 2,
        shortcut: pad,
        activation: relu6,
        classes: 1,
    }

    pub struct Random24 {
        dialect: torch,
        input: [15, 9, 3],
        root: conv(7, 20, 2),
        first: bottleneck[(5, 8, 2), (5, 8, 1)],
        groups: 2,
        shortcut: avg_pool,
        attention: se,
        classes: 33,
    }

    pub struct Random25 {
        dialect: timm_v2,
        input: [31, 24, 4],
        root: conv(1, 7, 3) + conv(3, 16, 1) + conv(3, 20, 1) + max_pool(3, 2),
        first: bottleneck[(40, 20, 1)],
        groups: 4,
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random26 {
        dialect: cifar_v1,
        input: [40, 25, 1],
        root: conv(3, 4, 2),
        first: basic[(4, 2)],
        second: basic[(4, 1), (17, 2)],
        third: basic[(17, 1)],
        output_stride: 2,
        global_pool: false,
        classes: 1,
    }

    pub struct Random27 {
        dialect: cifar_v2,
        input: [11, 26, 3],
        root: conv(3, 33, 2),
        first: basic[(33, 2), (33, 1), (32, 1)],
        activation: relu6,
        classes: 7,
    }

    pub struct Random28 {
        dialect: slim_v2,
        input: [13, 11, 3],
        root: none,
        first: bottleneck[(3, 2, 2), (5, 4, 3)],
        second: bottleneck[(5, 5, 1)],
        third: bottleneck[(32, 64, 1)],
        dilate: [first],
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random29 {
        dialect: slim_v1,
        input: [32, 17, 1],
        root: conv(2, 20, 3),
        first: bottleneck[(17, 64, 3), (17, 12, 1)],
        classes: 1,
    }

    pub struct Random30 {
        dialect: torch,
        input: [18, 10, 3],
        root: none,
        first: bottleneck[(32, 5, 1), (32, 5, 1), (32, 8, 2)],
        second: bottleneck[(32, 12, 1)],
        third: bottleneck[(16, 12, 1), (16, 12, 1)],
        output_stride: 1,
        shortcut: avg_pool,
        blur: true,
        activation: silu,
        classes: 1,
    }

    pub struct Random31 {
        dialect: torch,
        input: [16, 31, 1],
        root: conv(3, 12, 1) + conv(3, 16, 1) + conv(3, 7, 1),
        first: bottleneck[(24, 8, 3), (24, 64, 2)],
        output_stride: 6,
        groups: 2,
        shortcut: pad,
        activation: silu,
        classes: none,
    }

    pub struct Random32 {
        dialect: timm_v2,
        input: [27, 25, 4],
        root: conv(7, 16, 1),
        first: basic[(40, 2)],
        dilate: [first],
        activation: silu,
        classes: 1,
    }

    pub struct Random33 {
        dialect: cifar_v1,
        input: [37, 29, 3],
        root: none,
        first: basic[(32, 1)],
        output_stride: 1,
        shortcut: pad,
        global_pool: false,
        classes: 10,
    }

    pub struct Random34 {
        dialect: cifar_v2,
        input: [11, 35, 4],
        root: none,
        first: bottleneck[(8, 4, 1), (5, 8, 2), (24, 2, 3)],
        global_pool: false,
        classes: 10,
    }

    pub struct Random35 {
        dialect: slim_v2,
        input: [24, 21, 3],
        root: conv(3, 12, 2),
        first: bottleneck[(17, 12, 1)],
        second: bottleneck[(16, 8, 1)],
        third: bottleneck[(17, 64, 2)],
        output_stride: 4,
        global_pool: false,
        classes: 33,
    }

    pub struct Random36 {
        dialect: slim_v1,
        input: [38, 27, 4],
        root: none,
        first: bottleneck[(4, 4, 3), (40, 64, 2)],
        activation: silu,
        classes: 33,
    }

    pub struct Random37 {
        dialect: torch,
        input: [13, 40, 1],
        root: conv(5, 12, 1),
        first: bottleneck[(12, 12, 2), (12, 2, 1)],
        second: bottleneck[(12, 8, 1), (12, 8, 1), (12, 64, 1)],
        third: bottleneck[(40, 12, 1)],
        shortcut: pad,
        blur: true,
        classes: none,
    }

    pub struct Random38 {
        dialect: torch,
        input: [10, 19, 3],
        root: conv(3, 12, 2) + max_pool(3, 2),
        first: bottleneck[(12, 4, 1)],
        second: bottleneck[(32, 5, 1), (32, 8, 1), (32, 64, 1)],
        third: bottleneck[(8, 5, 1), (8, 2, 1)],
        output_stride: 4,
        global_pool: false,
        classes: 1,
    }

    pub struct Random39 {
        dialect: timm_v2,
        input: [11, 16, 3],
        root: none,
        first: basic[(16, 1)],
        second: basic[(5, 2)],
        dilate: [second],
        shortcut: avg_pool,
        activation: relu6,
        classes: 10,
    }
}

/// Calls a macro with every network, its dialect and its activation.
macro_rules! all {
    ($macro:ident) => {
        $macro! {
            random_0: Random0, "slim_v2", Relu;
            random_1: Random1, "slim_v1", Silu;
            random_2: Random2, "torch", Silu;
            random_3: Random3, "torch", Silu;
            random_4: Random4, "timm_v2", Relu6;
            random_5: Random5, "cifar_v1", Relu;
            random_6: Random6, "cifar_v2", Relu6;
            random_7: Random7, "slim_v2", Relu;
            random_8: Random8, "slim_v1", Silu;
            random_9: Random9, "torch", Silu;
            random_10: Random10, "torch", Relu;
            random_11: Random11, "timm_v2", Relu6;
            random_12: Random12, "cifar_v1", Relu;
            random_13: Random13, "cifar_v2", Relu;
            random_14: Random14, "slim_v2", Relu;
            random_15: Random15, "slim_v1", Silu;
            random_16: Random16, "torch", Relu;
            random_17: Random17, "torch", Relu;
            random_18: Random18, "timm_v2", Relu6;
            random_19: Random19, "cifar_v1", Silu;
            random_20: Random20, "cifar_v2", Relu6;
            random_21: Random21, "slim_v2", Relu;
            random_22: Random22, "slim_v1", Relu;
            random_23: Random23, "torch", Relu6;
            random_24: Random24, "torch", Relu;
            random_25: Random25, "timm_v2", Relu6;
            random_26: Random26, "cifar_v1", Relu;
            random_27: Random27, "cifar_v2", Relu6;
            random_28: Random28, "slim_v2", Silu;
            random_29: Random29, "slim_v1", Relu;
            random_30: Random30, "torch", Silu;
            random_31: Random31, "torch", Silu;
            random_32: Random32, "timm_v2", Silu;
            random_33: Random33, "cifar_v1", Relu;
            random_34: Random34, "cifar_v2", Relu;
            random_35: Random35, "slim_v2", Relu;
            random_36: Random36, "slim_v1", Silu;
            random_37: Random37, "torch", Relu;
            random_38: Random38, "torch", Relu;
            random_39: Random39, "timm_v2", Relu6;
        }
    };
}
pub(crate) use all;
