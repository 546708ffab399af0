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
        dialect: bit,
        input: [11, 12, 4],
        root: conv(3, 64, 2) + max_pool(5, 1),
        first: bottleneck[(64, 32, 2)],
        shortcut: conv,
        classes: 33,
    }

    pub struct Random6 {
        dialect: cifar_v1,
        input: [22, 41, 4],
        root: conv(1, 16, 2) + max_pool(5, 1),
        first: basic[(16, 1)],
        second: basic[(16, 1)],
        activation: relu6,
        classes: 33,
    }

    pub struct Random7 {
        dialect: cifar_v2,
        input: [30, 32, 1],
        root: none,
        first: bottleneck[(1, 64, 1), (1, 2, 1), (8, 4, 2)],
        global_pool: false,
        classes: 1,
    }

    pub struct Random8 {
        dialect: slim_v2,
        input: [39, 33, 1],
        root: conv(5, 20, 3),
        first: bottleneck[(32, 2, 1)],
        output_stride: 3,
        activation: silu,
        classes: 7,
    }

    pub struct Random9 {
        dialect: slim_v1,
        input: [18, 33, 3],
        root: conv(2, 33, 1) + max_pool(2, 2),
        first: bottleneck[(33, 4, 1), (40, 64, 1), (8, 8, 3)],
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random10 {
        dialect: torch,
        input: [22, 25, 3],
        root: none,
        first: basic[(3, 1)],
        output_stride: 1,
        shortcut: avg_pool,
        activation: relu6,
        classes: none,
    }

    pub struct Random11 {
        dialect: torch,
        input: [26, 20, 3],
        root: conv(7, 12, 1) + max_pool(5, 1),
        first: bottleneck[(12, 48, 1), (17, 16, 1)],
        second: bottleneck[(17, 48, 2)],
        dilate: [second],
        groups: 4,
        shortcut: pad,
        global_pool: false,
        classes: none,
    }

    pub struct Random12 {
        dialect: timm_v2,
        input: [14, 14, 3],
        root: conv(1, 33, 1) + max_pool(3, 2),
        first: bottleneck[(33, 12, 2), (40, 5, 2)],
        shortcut: avg_pool,
        activation: silu,
        classes: 7,
    }

    pub struct Random13 {
        dialect: bit,
        input: [10, 11, 1],
        root: conv(3, 32, 2),
        first: bottleneck[(64, 32, 2), (32, 32, 1), (32, 32, 1)],
        shortcut: conv,
        classes: 10,
    }

    pub struct Random14 {
        dialect: cifar_v1,
        input: [36, 18, 3],
        root: none,
        first: basic[(24, 2), (40, 2), (16, 1)],
        second: basic[(17, 1), (5, 1)],
        shortcut: conv,
        classes: 7,
    }

    pub struct Random15 {
        dialect: cifar_v2,
        input: [10, 27, 4],
        root: conv(7, 4, 3) + max_pool(3, 2),
        first: bottleneck[(8, 4, 1)],
        global_pool: false,
        classes: 7,
    }

    pub struct Random16 {
        dialect: slim_v2,
        input: [28, 13, 3],
        root: conv(5, 16, 2),
        first: bottleneck[(5, 12, 2)],
        second: bottleneck[(5, 4, 1), (40, 4, 2)],
        third: bottleneck[(40, 2, 1)],
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random17 {
        dialect: slim_v1,
        input: [27, 25, 1],
        root: none,
        first: bottleneck[(32, 2, 1), (24, 64, 2)],
        second: bottleneck[(24, 64, 3)],
        activation: silu,
        classes: none,
    }

    pub struct Random18 {
        dialect: torch,
        input: [31, 37, 4],
        root: conv(3, 7, 2) + max_pool(3, 1),
        first: basic[(7, 3), (40, 3), (40, 1)],
        second: basic[(40, 1)],
        third: basic[(40, 1), (40, 1), (40, 1)],
        dilate: [first],
        shortcut: pad,
        global_pool: false,
        classes: none,
    }

    pub struct Random19 {
        dialect: torch,
        input: [23, 25, 3],
        root: none,
        first: basic[(3, 2)],
        second: basic[(3, 3), (16, 1), (8, 2)],
        third: basic[(40, 1)],
        global_pool: false,
        classes: none,
    }

    pub struct Random20 {
        dialect: timm_v2,
        input: [38, 14, 3],
        root: none,
        first: bottleneck[(8, 48, 1), (8, 8, 3)],
        second: bottleneck[(8, 8, 1), (8, 8, 1), (24, 32, 1)],
        third: bottleneck[(24, 8, 1), (24, 64, 2)],
        groups: 4,
        shortcut: conv,
        activation: relu6,
        classes: 10,
    }

    pub struct Random21 {
        dialect: bit,
        input: [10, 9, 3],
        root: conv(7, 64, 2),
        first: bottleneck[(32, 32, 1), (32, 64, 1)],
        activation: relu6,
        classes: 1,
    }

    pub struct Random22 {
        dialect: cifar_v1,
        input: [34, 34, 3],
        root: none,
        first: basic[(3, 2)],
        second: basic[(16, 2), (17, 3), (16, 1)],
        third: basic[(16, 1), (24, 1)],
        shortcut: conv,
        activation: relu6,
        classes: none,
    }

    pub struct Random23 {
        dialect: cifar_v2,
        input: [20, 11, 4],
        root: none,
        first: basic[(24, 1), (8, 2)],
        second: basic[(8, 1)],
        classes: 33,
    }

    pub struct Random24 {
        dialect: slim_v2,
        input: [40, 35, 1],
        root: none,
        first: bottleneck[(1, 2, 2)],
        second: bottleneck[(5, 4, 1)],
        dilate: [first],
        classes: 33,
    }

    pub struct Random25 {
        dialect: slim_v1,
        input: [29, 28, 3],
        root: none,
        first: bottleneck[(3, 8, 2), (3, 64, 3)],
        second: bottleneck[(3, 2, 1), (17, 12, 1), (32, 4, 1)],
        classes: 1,
    }

    pub struct Random26 {
        dialect: torch,
        input: [13, 41, 3],
        root: conv(7, 7, 2) + max_pool(3, 1),
        first: basic[(5, 1)],
        second: basic[(5, 3), (5, 1), (5, 1)],
        third: basic[(5, 1), (32, 1)],
        output_stride: 2,
        shortcut: avg_pool,
        classes: 1,
    }

    pub struct Random27 {
        dialect: torch,
        input: [39, 17, 4],
        root: none,
        first: basic[(4, 1)],
        second: basic[(16, 1)],
        third: basic[(16, 2), (16, 2), (16, 1)],
        shortcut: avg_pool,
        blur: true,
        attention: eca,
        classes: none,
    }

    pub struct Random28 {
        dialect: timm_v2,
        input: [19, 31, 3],
        root: conv(3, 33, 2) + conv(3, 4, 1) + conv(1, 7, 1),
        first: basic[(17, 1), (5, 1)],
        output_stride: 2,
        shortcut: avg_pool,
        activation: silu,
        classes: 33,
    }

    pub struct Random29 {
        dialect: bit,
        input: [9, 13, 3],
        root: conv(3, 32, 2),
        first: bottleneck[(32, 64, 2), (32, 32, 1), (32, 64, 1)],
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random30 {
        dialect: cifar_v1,
        input: [25, 18, 3],
        root: conv(7, 7, 1),
        first: basic[(24, 2), (24, 1)],
        second: basic[(24, 3), (8, 1), (24, 1)],
        shortcut: conv,
        activation: relu,
        classes: 7,
    }

    pub struct Random31 {
        dialect: cifar_v2,
        input: [39, 13, 3],
        root: none,
        first: basic[(3, 2)],
        second: basic[(40, 2)],
        dilate: [first, second],
        activation: relu6,
        classes: none,
    }

    pub struct Random32 {
        dialect: slim_v2,
        input: [16, 27, 3],
        root: none,
        first: bottleneck[(3, 12, 1)],
        second: bottleneck[(16, 12, 3), (16, 12, 1)],
        output_stride: 1,
        activation: silu,
        classes: 1,
    }

    pub struct Random33 {
        dialect: slim_v1,
        input: [16, 31, 1],
        root: none,
        first: bottleneck[(8, 12, 1), (8, 8, 1), (8, 8, 3)],
        second: bottleneck[(24, 8, 1)],
        activation: silu,
        classes: 1,
    }

    pub struct Random34 {
        dialect: torch,
        input: [36, 13, 3],
        root: conv(3, 20, 3) + conv(7, 16, 1) + conv(1, 33, 1),
        first: basic[(17, 1), (17, 1), (40, 1)],
        second: basic[(8, 1)],
        third: basic[(32, 1)],
        output_stride: 3,
        shortcut: conv,
        blur: true,
        global_pool: false,
        classes: 10,
    }

    pub struct Random35 {
        dialect: torch,
        input: [11, 35, 4],
        root: conv(7, 4, 2) + conv(3, 7, 1) + conv(5, 7, 1) + max_pool(3, 1),
        first: basic[(40, 1)],
        second: basic[(40, 2), (8, 1), (8, 1)],
        third: basic[(8, 1), (8, 1), (8, 1)],
        output_stride: 2,
        shortcut: avg_pool,
        activation: silu,
        classes: 10,
    }

    pub struct Random36 {
        dialect: timm_v2,
        input: [40, 32, 3],
        root: conv(5, 7, 2) + max_pool(3, 2),
        first: basic[(7, 3), (40, 1)],
        shortcut: avg_pool,
        activation: silu,
        classes: 33,
    }

    pub struct Random37 {
        dialect: bit,
        input: [13, 9, 1],
        root: conv(3, 64, 2) + max_pool(3, 1),
        first: bottleneck[(64, 64, 2), (64, 64, 1)],
        second: bottleneck[(32, 64, 1), (32, 32, 1)],
        third: bottleneck[(32, 32, 1)],
        output_stride: 4,
        shortcut: conv,
        activation: relu,
        classes: 1,
    }

    pub struct Random38 {
        dialect: cifar_v1,
        input: [32, 22, 3],
        root: conv(3, 33, 1),
        first: basic[(33, 1), (33, 2)],
        second: basic[(33, 1), (33, 2)],
        third: basic[(33, 3), (33, 1)],
        dilate: [third],
        activation: relu6,
        classes: 33,
    }

    pub struct Random39 {
        dialect: cifar_v2,
        input: [37, 12, 3],
        root: none,
        first: basic[(3, 2), (3, 1), (3, 2)],
        output_stride: 2,
        activation: silu,
        classes: 7,
    }

    pub struct Random40 {
        dialect: slim_v2,
        input: [35, 20, 1],
        root: none,
        first: bottleneck[(24, 4, 2)],
        output_stride: 2,
        global_pool: false,
        classes: 33,
    }

    pub struct Random41 {
        dialect: slim_v1,
        input: [22, 32, 3],
        root: none,
        first: bottleneck[(5, 64, 1)],
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random42 {
        dialect: torch,
        input: [37, 19, 3],
        root: none,
        first: basic[(16, 3)],
        second: basic[(16, 1)],
        output_stride: 3,
        shortcut: pad,
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random43 {
        dialect: torch,
        input: [22, 39, 3],
        root: none,
        first: basic[(17, 2)],
        second: basic[(40, 2), (16, 1), (8, 1)],
        shortcut: avg_pool,
        blur: true,
        attention: eca,
        classes: none,
    }

    pub struct Random44 {
        dialect: timm_v2,
        input: [24, 27, 3],
        root: conv(1, 33, 1) + conv(3, 4, 1) + conv(3, 12, 1) + max_pool(5, 3),
        first: basic[(12, 2)],
        second: basic[(24, 2)],
        activation: relu6,
        classes: 10,
    }

    pub struct Random45 {
        dialect: bit,
        input: [13, 11, 4],
        root: conv(3, 64, 2) + max_pool(5, 2),
        first: bottleneck[(32, 32, 1)],
        second: bottleneck[(32, 32, 1), (32, 32, 1), (32, 32, 1)],
        third: bottleneck[(32, 32, 1)],
        output_stride: 4,
        shortcut: conv,
        activation: relu6,
        classes: 33,
    }

    pub struct Random46 {
        dialect: cifar_v1,
        input: [32, 30, 3],
        root: none,
        first: basic[(3, 2), (3, 2)],
        second: basic[(3, 1), (3, 3), (8, 1)],
        third: basic[(16, 1), (16, 1), (5, 1)],
        dilate: [second],
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random47 {
        dialect: cifar_v2,
        input: [16, 27, 3],
        root: conv(1, 12, 2) + max_pool(3, 2),
        first: basic[(12, 1)],
        second: basic[(32, 2)],
        dilate: [second],
        global_pool: false,
        classes: 7,
    }

    pub struct Random48 {
        dialect: slim_v2,
        input: [40, 41, 3],
        root: conv(3, 33, 2),
        first: bottleneck[(33, 12, 2), (33, 8, 2), (40, 2, 1)],
        dilate: [first],
        global_pool: false,
        classes: 7,
    }

    pub struct Random49 {
        dialect: slim_v1,
        input: [40, 32, 3],
        root: none,
        first: bottleneck[(8, 2, 3), (8, 4, 2)],
        output_stride: 3,
        classes: 33,
    }

    pub struct Random50 {
        dialect: torch,
        input: [41, 39, 1],
        root: conv(7, 33, 2),
        first: bottleneck[(33, 15, 1), (33, 6, 3)],
        second: bottleneck[(16, 36, 2)],
        third: bottleneck[(24, 15, 2), (16, 24, 1)],
        groups: 3,
        attention: se,
        global_pool: false,
        classes: 1,
    }

    pub struct Random51 {
        dialect: torch,
        input: [37, 39, 4],
        root: conv(7, 16, 2) + conv(7, 16, 1) + conv(5, 33, 1) + max_pool(3, 2),
        first: bottleneck[(32, 15, 2), (32, 63, 1)],
        output_stride: 4,
        groups: 3,
        shortcut: conv,
        blur: true,
        attention: eca,
        global_pool: false,
        classes: 10,
    }

    pub struct Random52 {
        dialect: timm_v2,
        input: [19, 21, 3],
        root: none,
        first: basic[(3, 2), (3, 1)],
        second: basic[(16, 2)],
        third: basic[(16, 1)],
        shortcut: avg_pool,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random53 {
        dialect: bit,
        input: [9, 11, 1],
        root: conv(1, 32, 2) + max_pool(3, 3),
        first: bottleneck[(64, 64, 1)],
        second: bottleneck[(32, 32, 1), (32, 32, 1), (32, 64, 1)],
        third: bottleneck[(32, 32, 1), (32, 32, 1)],
        output_stride: 6,
        shortcut: conv,
        activation: relu6,
        classes: none,
    }

    pub struct Random54 {
        dialect: cifar_v1,
        input: [40, 14, 1],
        root: none,
        first: basic[(16, 1), (16, 2)],
        output_stride: 1,
        shortcut: conv,
        classes: none,
    }

    pub struct Random55 {
        dialect: cifar_v2,
        input: [32, 31, 3],
        root: none,
        first: bottleneck[(8, 5, 2)],
        second: bottleneck[(16, 12, 2), (16, 12, 2), (16, 5, 2)],
        third: bottleneck[(24, 2, 1), (24, 12, 1)],
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random56 {
        dialect: slim_v2,
        input: [24, 37, 4],
        root: conv(4, 20, 1) + max_pool(4, 1),
        first: bottleneck[(20, 2, 1), (32, 5, 2)],
        activation: relu6,
        classes: 10,
    }

    pub struct Random57 {
        dialect: slim_v1,
        input: [24, 34, 3],
        root: none,
        first: bottleneck[(24, 8, 2)],
        second: bottleneck[(24, 2, 2)],
        third: bottleneck[(5, 2, 3)],
        dilate: [second, third],
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random58 {
        dialect: torch,
        input: [41, 29, 1],
        root: conv(5, 4, 2) + conv(5, 33, 1) + conv(3, 16, 1) + max_pool(3, 1),
        first: basic[(16, 1), (40, 3), (40, 1)],
        second: basic[(8, 1)],
        third: basic[(8, 2), (16, 1)],
        attention: se(4),
        global_pool: false,
        classes: 10,
    }

    pub struct Random59 {
        dialect: torch,
        input: [38, 41, 1],
        root: none,
        first: bottleneck[(1, 64, 1), (17, 16, 1), (17, 16, 2)],
        second: bottleneck[(17, 16, 3)],
        output_stride: 6,
        groups: 2,
        shortcut: pad,
        classes: 7,
    }

    pub struct Random60 {
        dialect: timm_v2,
        input: [22, 14, 4],
        root: none,
        first: bottleneck[(4, 64, 2), (5, 16, 3)],
        second: bottleneck[(8, 20, 1), (8, 20, 1), (8, 20, 1)],
        third: bottleneck[(17, 32, 1), (32, 8, 1)],
        output_stride: 2,
        groups: 4,
        activation: relu6,
        classes: 1,
    }

    pub struct Random61 {
        dialect: bit,
        input: [9, 9, 4],
        root: conv(7, 64, 3),
        first: bottleneck[(64, 64, 1), (64, 32, 1)],
        second: bottleneck[(64, 64, 1)],
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random62 {
        dialect: cifar_v1,
        input: [21, 20, 4],
        root: conv(5, 20, 1) + max_pool(3, 1),
        first: basic[(16, 2)],
        dilate: [first],
        shortcut: conv,
        classes: 10,
    }

    pub struct Random63 {
        dialect: cifar_v2,
        input: [38, 38, 3],
        root: conv(1, 4, 2) + max_pool(3, 3),
        first: basic[(24, 2)],
        second: basic[(16, 1)],
        third: basic[(40, 1)],
        output_stride: 12,
        classes: 1,
    }

    pub struct Random64 {
        dialect: slim_v2,
        input: [13, 41, 4],
        root: none,
        first: bottleneck[(24, 8, 2)],
        second: bottleneck[(24, 2, 1)],
        third: bottleneck[(5, 2, 2)],
        output_stride: 2,
        activation: relu,
        global_pool: false,
        classes: none,
    }

    pub struct Random65 {
        dialect: slim_v1,
        input: [35, 16, 3],
        root: none,
        first: bottleneck[(3, 64, 1)],
        second: bottleneck[(3, 5, 2), (3, 64, 2)],
        third: bottleneck[(3, 64, 1)],
        global_pool: false,
        classes: 33,
    }

    pub struct Random66 {
        dialect: torch,
        input: [12, 33, 3],
        root: conv(5, 7, 2) + conv(1, 4, 1) + conv(3, 12, 1),
        first: basic[(40, 3)],
        second: basic[(40, 1)],
        output_stride: 2,
        shortcut: pad,
        global_pool: false,
        classes: 1,
    }

    pub struct Random67 {
        dialect: torch,
        input: [36, 26, 3],
        root: conv(7, 7, 1) + conv(3, 20, 1) + conv(7, 7, 1) + max_pool(5, 3),
        first: basic[(24, 2)],
        second: basic[(24, 2)],
        third: basic[(24, 1)],
        dilate: [first, second],
        shortcut: pad,
        activation: silu,
        classes: none,
    }

    pub struct Random68 {
        dialect: timm_v2,
        input: [13, 38, 1],
        root: conv(3, 12, 2),
        first: bottleneck[(12, 6, 2), (12, 6, 1), (24, 24, 2)],
        second: bottleneck[(24, 63, 1)],
        dilate: [first],
        groups: 3,
        shortcut: avg_pool,
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random69 {
        dialect: bit,
        input: [9, 9, 3],
        root: conv(1, 64, 3) + max_pool(3, 1),
        first: bottleneck[(64, 64, 1), (64, 64, 1)],
        output_stride: 3,
        shortcut: conv,
        classes: 33,
    }

    pub struct Random70 {
        dialect: cifar_v1,
        input: [14, 22, 3],
        root: none,
        first: basic[(32, 2)],
        second: basic[(32, 2), (32, 1), (32, 2)],
        dilate: [first, second],
        shortcut: pad,
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random71 {
        dialect: cifar_v2,
        input: [22, 19, 4],
        root: none,
        first: basic[(5, 2)],
        global_pool: false,
        classes: 1,
    }

    pub struct Random72 {
        dialect: slim_v2,
        input: [22, 11, 3],
        root: conv(4, 20, 3),
        first: bottleneck[(17, 8, 2)],
        second: bottleneck[(5, 12, 1), (5, 8, 1), (8, 5, 1)],
        third: bottleneck[(32, 2, 1)],
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random73 {
        dialect: slim_v1,
        input: [10, 17, 3],
        root: none,
        first: bottleneck[(3, 2, 1), (3, 8, 2), (8, 4, 1)],
        output_stride: 2,
        activation: relu6,
        classes: none,
    }

    pub struct Random74 {
        dialect: torch,
        input: [38, 26, 3],
        root: conv(3, 16, 2) + conv(3, 20, 1) + conv(3, 12, 1) + max_pool(5, 3),
        first: basic[(40, 1)],
        shortcut: pad,
        activation: relu,
        classes: 7,
    }

    pub struct Random75 {
        dialect: torch,
        input: [18, 37, 4],
        root: conv(3, 33, 2) + conv(5, 7, 1) + conv(3, 33, 1),
        first: basic[(33, 1), (33, 1), (33, 2)],
        second: basic[(33, 1), (33, 1), (33, 1)],
        output_stride: 4,
        shortcut: pad,
        blur: true,
        activation: relu6,
        classes: 10,
    }

    pub struct Random76 {
        dialect: timm_v2,
        input: [16, 19, 3],
        root: conv(3, 16, 2) + max_pool(3, 3),
        first: bottleneck[(24, 64, 1)],
        second: bottleneck[(24, 5, 1), (8, 4, 1)],
        third: bottleneck[(16, 2, 1), (8, 8, 1), (8, 64, 1)],
        output_stride: 6,
        shortcut: avg_pool,
        classes: 33,
    }

    pub struct Random77 {
        dialect: bit,
        input: [11, 9, 1],
        root: conv(3, 32, 2),
        first: bottleneck[(32, 64, 2), (64, 32, 1)],
        second: bottleneck[(32, 64, 1), (64, 64, 1), (64, 32, 1)],
        shortcut: conv,
        activation: relu6,
        classes: 33,
    }

    pub struct Random78 {
        dialect: cifar_v1,
        input: [15, 35, 3],
        root: conv(3, 12, 1) + max_pool(3, 1),
        first: basic[(12, 2), (24, 2)],
        second: basic[(24, 2), (32, 1)],
        output_stride: 4,
        activation: silu,
        classes: 33,
    }

    pub struct Random79 {
        dialect: cifar_v2,
        input: [26, 9, 1],
        root: none,
        first: bottleneck[(1, 4, 2), (5, 2, 2), (5, 4, 1)],
        second: bottleneck[(5, 2, 1)],
        third: bottleneck[(16, 5, 1)],
        activation: relu6,
        classes: 10,
    }

    pub struct Random80 {
        dialect: slim_v2,
        input: [10, 15, 3],
        root: none,
        first: bottleneck[(3, 5, 3), (40, 4, 1)],
        output_stride: 1,
        global_pool: false,
        classes: 1,
    }

    pub struct Random81 {
        dialect: slim_v1,
        input: [25, 14, 3],
        root: conv(5, 7, 3),
        first: bottleneck[(24, 12, 2)],
        second: bottleneck[(24, 5, 1), (24, 2, 1)],
        third: bottleneck[(24, 2, 1), (24, 4, 1)],
        dilate: [first],
        global_pool: false,
        classes: 1,
    }

    pub struct Random82 {
        dialect: torch,
        input: [10, 36, 3],
        root: conv(5, 20, 2),
        first: bottleneck[(20, 64, 1)],
        groups: 2,
        shortcut: avg_pool,
        blur: true,
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random83 {
        dialect: torch,
        input: [35, 36, 4],
        root: conv(7, 12, 3),
        first: basic[(12, 2), (17, 2)],
        second: basic[(17, 1), (17, 1)],
        third: basic[(17, 1)],
        dilate: [first],
        shortcut: avg_pool,
        activation: relu,
        classes: 7,
    }

    pub struct Random84 {
        dialect: timm_v2,
        input: [29, 31, 1],
        root: conv(3, 4, 1) + max_pool(3, 2),
        first: basic[(24, 2)],
        output_stride: 2,
        shortcut: avg_pool,
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random85 {
        dialect: bit,
        input: [11, 11, 3],
        root: conv(3, 32, 2) + max_pool(3, 3),
        first: bottleneck[(32, 64, 1), (64, 64, 1)],
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random86 {
        dialect: cifar_v1,
        input: [15, 34, 1],
        root: conv(3, 33, 2),
        first: basic[(33, 1), (40, 2), (40, 1)],
        second: basic[(40, 1)],
        third: basic[(40, 1), (40, 2), (40, 1)],
        global_pool: false,
        classes: 7,
    }

    pub struct Random87 {
        dialect: cifar_v2,
        input: [25, 30, 3],
        root: conv(1, 20, 1),
        first: basic[(20, 2), (20, 2)],
        classes: 33,
    }

    pub struct Random88 {
        dialect: slim_v2,
        input: [39, 25, 1],
        root: none,
        first: bottleneck[(16, 4, 2)],
        classes: none,
    }

    pub struct Random89 {
        dialect: slim_v1,
        input: [19, 10, 4],
        root: conv(2, 4, 3) + max_pool(4, 2),
        first: bottleneck[(4, 2, 1)],
        output_stride: 6,
        activation: relu6,
        classes: 7,
    }

    pub struct Random90 {
        dialect: torch,
        input: [24, 37, 3],
        root: conv(7, 20, 2) + max_pool(3, 2),
        first: basic[(32, 1)],
        second: basic[(40, 1), (40, 1), (5, 2)],
        shortcut: conv,
        classes: none,
    }

    pub struct Random91 {
        dialect: torch,
        input: [25, 11, 3],
        root: conv(7, 16, 3) + conv(3, 20, 1) + conv(7, 16, 1) + max_pool(5, 2),
        first: bottleneck[(5, 4, 1), (5, 24, 1)],
        second: bottleneck[(5, 64, 1), (5, 8, 1), (5, 8, 1)],
        third: bottleneck[(40, 4, 1)],
        groups: 2,
        shortcut: conv,
        blur: true,
        global_pool: false,
        classes: 33,
    }

    pub struct Random92 {
        dialect: timm_v2,
        input: [23, 29, 3],
        root: conv(3, 33, 1) + max_pool(3, 2),
        first: basic[(33, 2), (17, 2)],
        second: basic[(17, 1)],
        third: basic[(16, 1), (16, 1)],
        shortcut: avg_pool,
        activation: relu6,
        classes: 10,
    }

    pub struct Random93 {
        dialect: bit,
        input: [13, 9, 3],
        root: conv(7, 32, 2) + max_pool(3, 2),
        first: bottleneck[(32, 32, 1)],
        second: bottleneck[(32, 64, 1)],
        third: bottleneck[(64, 64, 1), (64, 64, 1), (64, 64, 1)],
        output_stride: 4,
        activation: silu,
        classes: 33,
    }

    pub struct Random94 {
        dialect: cifar_v1,
        input: [40, 39, 1],
        root: none,
        first: basic[(1, 2), (1, 2), (1, 1)],
        second: basic[(40, 1)],
        shortcut: pad,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random95 {
        dialect: cifar_v2,
        input: [33, 26, 1],
        root: conv(3, 20, 2) + max_pool(3, 2),
        first: basic[(40, 2)],
        second: basic[(24, 1), (40, 2), (5, 1)],
        third: basic[(5, 1)],
        classes: 33,
    }

    pub struct Random96 {
        dialect: slim_v2,
        input: [10, 12, 3],
        root: none,
        first: bottleneck[(3, 4, 2), (16, 5, 2), (16, 5, 1)],
        dilate: [first],
        activation: silu,
        classes: 10,
    }

    pub struct Random97 {
        dialect: slim_v1,
        input: [20, 25, 3],
        root: conv(3, 16, 2) + max_pool(3, 2),
        first: bottleneck[(17, 4, 2), (8, 8, 1), (8, 12, 1)],
        second: bottleneck[(8, 5, 1), (8, 64, 1), (40, 8, 1)],
        third: bottleneck[(5, 4, 1), (5, 2, 1), (5, 2, 1)],
        output_stride: 8,
        activation: silu,
        classes: 1,
    }

    pub struct Random98 {
        dialect: torch,
        input: [30, 39, 3],
        root: conv(5, 7, 2) + conv(3, 7, 1) + conv(5, 7, 1),
        first: bottleneck[(40, 48, 1), (40, 32, 2), (40, 64, 2)],
        second: bottleneck[(40, 20, 1), (40, 8, 1), (40, 20, 1)],
        groups: 4,
        shortcut: pad,
        blur: true,
        activation: relu6,
        classes: 33,
    }

    pub struct Random99 {
        dialect: torch,
        input: [20, 33, 3],
        root: conv(3, 20, 2) + conv(5, 12, 1) + conv(3, 12, 1),
        first: bottleneck[(12, 8, 3), (17, 20, 2)],
        second: bottleneck[(8, 48, 1)],
        third: bottleneck[(17, 20, 1)],
        groups: 4,
        shortcut: avg_pool,
        attention: eca,
        classes: 33,
    }
}

/// Calls a macro with every network, the dialects and activations.
macro_rules! all {
    ($macro:ident) => {
        $macro! {
            random_0: Random0, "slim_v2", Relu;
            random_1: Random1, "slim_v1", Silu;
            random_2: Random2, "torch", Silu;
            random_3: Random3, "torch", Silu;
            random_4: Random4, "timm_v2", Relu6;
            random_5: Random5, "bit", Relu;
            random_6: Random6, "cifar_v1", Relu6;
            random_7: Random7, "cifar_v2", Relu;
            random_8: Random8, "slim_v2", Silu;
            random_9: Random9, "slim_v1", Relu6;
            random_10: Random10, "torch", Relu6;
            random_11: Random11, "torch", Relu;
            random_12: Random12, "timm_v2", Silu;
            random_13: Random13, "bit", Relu;
            random_14: Random14, "cifar_v1", Relu;
            random_15: Random15, "cifar_v2", Relu;
            random_16: Random16, "slim_v2", Silu;
            random_17: Random17, "slim_v1", Silu;
            random_18: Random18, "torch", Relu;
            random_19: Random19, "torch", Relu;
            random_20: Random20, "timm_v2", Relu6;
            random_21: Random21, "bit", Relu6;
            random_22: Random22, "cifar_v1", Relu6;
            random_23: Random23, "cifar_v2", Relu;
            random_24: Random24, "slim_v2", Relu;
            random_25: Random25, "slim_v1", Relu;
            random_26: Random26, "torch", Relu;
            random_27: Random27, "torch", Relu;
            random_28: Random28, "timm_v2", Silu;
            random_29: Random29, "bit", Relu6;
            random_30: Random30, "cifar_v1", Relu;
            random_31: Random31, "cifar_v2", Relu6;
            random_32: Random32, "slim_v2", Silu;
            random_33: Random33, "slim_v1", Silu;
            random_34: Random34, "torch", Relu;
            random_35: Random35, "torch", Silu;
            random_36: Random36, "timm_v2", Silu;
            random_37: Random37, "bit", Relu;
            random_38: Random38, "cifar_v1", Relu6;
            random_39: Random39, "cifar_v2", Silu;
            random_40: Random40, "slim_v2", Relu;
            random_41: Random41, "slim_v1", Relu6;
            random_42: Random42, "torch", Relu6;
            random_43: Random43, "torch", Relu;
            random_44: Random44, "timm_v2", Relu6;
            random_45: Random45, "bit", Relu6;
            random_46: Random46, "cifar_v1", Relu6;
            random_47: Random47, "cifar_v2", Relu;
            random_48: Random48, "slim_v2", Relu;
            random_49: Random49, "slim_v1", Relu;
            random_50: Random50, "torch", Relu;
            random_51: Random51, "torch", Relu;
            random_52: Random52, "timm_v2", Relu6;
            random_53: Random53, "bit", Relu6;
            random_54: Random54, "cifar_v1", Relu;
            random_55: Random55, "cifar_v2", Silu;
            random_56: Random56, "slim_v2", Relu6;
            random_57: Random57, "slim_v1", Silu;
            random_58: Random58, "torch", Relu;
            random_59: Random59, "torch", Relu;
            random_60: Random60, "timm_v2", Relu6;
            random_61: Random61, "bit", Silu;
            random_62: Random62, "cifar_v1", Relu;
            random_63: Random63, "cifar_v2", Relu;
            random_64: Random64, "slim_v2", Relu;
            random_65: Random65, "slim_v1", Relu;
            random_66: Random66, "torch", Relu;
            random_67: Random67, "torch", Silu;
            random_68: Random68, "timm_v2", Relu6;
            random_69: Random69, "bit", Relu;
            random_70: Random70, "cifar_v1", Silu;
            random_71: Random71, "cifar_v2", Relu;
            random_72: Random72, "slim_v2", Relu6;
            random_73: Random73, "slim_v1", Relu6;
            random_74: Random74, "torch", Relu;
            random_75: Random75, "torch", Relu6;
            random_76: Random76, "timm_v2", Relu;
            random_77: Random77, "bit", Relu6;
            random_78: Random78, "cifar_v1", Silu;
            random_79: Random79, "cifar_v2", Relu6;
            random_80: Random80, "slim_v2", Relu;
            random_81: Random81, "slim_v1", Relu;
            random_82: Random82, "torch", Relu6;
            random_83: Random83, "torch", Relu;
            random_84: Random84, "timm_v2", Relu6;
            random_85: Random85, "bit", Relu6;
            random_86: Random86, "cifar_v1", Relu;
            random_87: Random87, "cifar_v2", Relu;
            random_88: Random88, "slim_v2", Relu;
            random_89: Random89, "slim_v1", Relu6;
            random_90: Random90, "torch", Relu;
            random_91: Random91, "torch", Relu;
            random_92: Random92, "timm_v2", Relu6;
            random_93: Random93, "bit", Silu;
            random_94: Random94, "cifar_v1", Silu;
            random_95: Random95, "cifar_v2", Relu;
            random_96: Random96, "slim_v2", Silu;
            random_97: Random97, "slim_v1", Silu;
            random_98: Random98, "torch", Relu6;
            random_99: Random99, "torch", Relu;
        }
    };
}
pub(crate) use all;

/// Calls a macro with some networks, the dialects and activations.
macro_rules! some {
    ($macro:ident) => {
        $macro! {
            random_0: Random0, "slim_v2", Relu;
            random_1: Random1, "slim_v1", Silu;
            random_2: Random2, "torch", Silu;
            random_3: Random3, "torch", Silu;
            random_4: Random4, "timm_v2", Relu6;
            random_5: Random5, "bit", Relu;
            random_6: Random6, "cifar_v1", Relu6;
            random_7: Random7, "cifar_v2", Relu;
            random_8: Random8, "slim_v2", Silu;
            random_9: Random9, "slim_v1", Relu6;
            random_10: Random10, "torch", Relu6;
            random_11: Random11, "torch", Relu;
            random_12: Random12, "timm_v2", Silu;
            random_13: Random13, "bit", Relu;
            random_14: Random14, "cifar_v1", Relu;
            random_15: Random15, "cifar_v2", Relu;
            random_16: Random16, "slim_v2", Silu;
            random_17: Random17, "slim_v1", Silu;
            random_18: Random18, "torch", Relu;
            random_19: Random19, "torch", Relu;
            random_20: Random20, "timm_v2", Relu6;
            random_21: Random21, "bit", Relu6;
            random_22: Random22, "cifar_v1", Relu6;
            random_23: Random23, "cifar_v2", Relu;
            random_24: Random24, "slim_v2", Relu;
            random_25: Random25, "slim_v1", Relu;
            random_26: Random26, "torch", Relu;
            random_27: Random27, "torch", Relu;
            random_28: Random28, "timm_v2", Silu;
            random_29: Random29, "bit", Relu6;
            random_30: Random30, "cifar_v1", Relu;
            random_31: Random31, "cifar_v2", Relu6;
            random_32: Random32, "slim_v2", Silu;
            random_33: Random33, "slim_v1", Silu;
            random_34: Random34, "torch", Relu;
            random_35: Random35, "torch", Silu;
            random_36: Random36, "timm_v2", Silu;
            random_37: Random37, "bit", Relu;
            random_38: Random38, "cifar_v1", Relu6;
            random_39: Random39, "cifar_v2", Silu;
        }
    };
}
pub(crate) use some;
