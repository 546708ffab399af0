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

    pub struct Random40 {
        dialect: cifar_v1,
        input: [20, 10, 3],
        root: none,
        first: basic[(3, 3)],
        second: basic[(3, 2), (24, 1)],
        third: basic[(5, 1), (5, 1)],
        dilate: [second],
        shortcut: conv,
        global_pool: false,
        classes: 10,
    }

    pub struct Random41 {
        dialect: cifar_v2,
        input: [20, 37, 3],
        root: conv(1, 20, 2),
        first: basic[(32, 1), (32, 1)],
        output_stride: 2,
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random42 {
        dialect: slim_v2,
        input: [22, 39, 3],
        root: none,
        first: bottleneck[(3, 12, 1), (3, 4, 2), (32, 8, 2)],
        activation: relu6,
        classes: none,
    }

    pub struct Random43 {
        dialect: slim_v1,
        input: [28, 22, 3],
        root: conv(4, 16, 2) + max_pool(2, 3),
        first: bottleneck[(16, 2, 1), (16, 2, 2)],
        second: bottleneck[(16, 64, 1), (16, 5, 1)],
        third: bottleneck[(16, 5, 1)],
        classes: 7,
    }

    pub struct Random44 {
        dialect: torch,
        input: [27, 34, 4],
        root: conv(7, 20, 3),
        first: bottleneck[(5, 64, 1)],
        second: bottleneck[(8, 8, 2), (8, 8, 1)],
        third: bottleneck[(24, 8, 1)],
        dilate: [second],
        groups: 4,
        blur: true,
        attention: eca,
        classes: none,
    }

    pub struct Random45 {
        dialect: torch,
        input: [22, 31, 3],
        root: conv(7, 12, 2) + conv(3, 4, 1) + conv(5, 33, 1) + max_pool(3, 2),
        first: bottleneck[(33, 36, 1), (33, 12, 1), (8, 12, 1)],
        second: bottleneck[(16, 36, 1), (16, 63, 1), (5, 63, 1)],
        output_stride: 4,
        groups: 3,
        shortcut: conv,
        blur: true,
        attention: se,
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random46 {
        dialect: timm_v2,
        input: [25, 28, 3],
        root: conv(1, 7, 2) + max_pool(3, 2),
        first: bottleneck[(7, 12, 1)],
        output_stride: 4,
        groups: 3,
        activation: silu,
        classes: 7,
    }

    pub struct Random47 {
        dialect: cifar_v1,
        input: [20, 26, 3],
        root: conv(3, 33, 3) + max_pool(5, 3),
        first: basic[(40, 1), (40, 1)],
        second: basic[(40, 1)],
        output_stride: 9,
        shortcut: pad,
        classes: 10,
    }

    pub struct Random48 {
        dialect: cifar_v2,
        input: [11, 31, 3],
        root: none,
        first: basic[(3, 1), (3, 3), (32, 2)],
        second: basic[(8, 1)],
        third: basic[(16, 1)],
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random49 {
        dialect: slim_v2,
        input: [17, 38, 3],
        root: conv(5, 33, 2) + max_pool(3, 3),
        first: bottleneck[(33, 2, 1)],
        classes: 33,
    }

    pub struct Random50 {
        dialect: slim_v1,
        input: [40, 24, 4],
        root: conv(7, 33, 2) + max_pool(4, 2),
        first: bottleneck[(32, 5, 3)],
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random51 {
        dialect: torch,
        input: [40, 37, 3],
        root: none,
        first: bottleneck[(8, 12, 2)],
        dilate: [first],
        groups: 3,
        shortcut: avg_pool,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random52 {
        dialect: torch,
        input: [35, 29, 1],
        root: none,
        first: bottleneck[(8, 4, 1), (5, 5, 1), (5, 5, 2)],
        dilate: [first],
        shortcut: avg_pool,
        activation: relu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random53 {
        dialect: timm_v2,
        input: [12, 39, 3],
        root: conv(3, 16, 2) + conv(5, 16, 1) + conv(7, 20, 1),
        first: bottleneck[(16, 8, 2)],
        second: bottleneck[(17, 32, 1)],
        third: bottleneck[(40, 16, 1)],
        groups: 4,
        shortcut: avg_pool,
        classes: 1,
    }

    pub struct Random54 {
        dialect: cifar_v1,
        input: [35, 32, 4],
        root: conv(5, 4, 3),
        first: basic[(4, 2), (4, 2)],
        second: basic[(4, 1), (8, 1)],
        shortcut: pad,
        activation: relu6,
        classes: none,
    }

    pub struct Random55 {
        dialect: cifar_v2,
        input: [37, 9, 4],
        root: none,
        first: basic[(16, 2), (16, 2), (16, 1)],
        second: basic[(24, 1), (24, 1)],
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
        dialect: cifar_v1,
        input: [9, 10, 4],
        root: conv(7, 12, 3),
        first: basic[(16, 1), (16, 1)],
        second: basic[(16, 1)],
        shortcut: conv,
        activation: silu,
        classes: 33,
    }

    pub struct Random62 {
        dialect: cifar_v2,
        input: [16, 38, 3],
        root: none,
        first: basic[(3, 1)],
        second: basic[(3, 3)],
        dilate: [second],
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random63 {
        dialect: slim_v2,
        input: [18, 38, 4],
        root: none,
        first: bottleneck[(32, 2, 3), (32, 2, 1), (8, 12, 1)],
        second: bottleneck[(17, 12, 1), (24, 64, 2), (24, 5, 1)],
        classes: 1,
    }

    pub struct Random64 {
        dialect: slim_v1,
        input: [37, 21, 1],
        root: none,
        first: bottleneck[(1, 12, 3), (5, 12, 3), (5, 64, 1)],
        second: bottleneck[(32, 12, 1), (32, 8, 1), (16, 2, 1)],
        activation: relu,
        classes: none,
    }

    pub struct Random65 {
        dialect: torch,
        input: [15, 28, 1],
        root: conv(3, 33, 2) + max_pool(3, 1),
        first: basic[(33, 1)],
        output_stride: 2,
        shortcut: pad,
        blur: true,
        attention: se(4),
        activation: relu6,
        classes: 10,
    }

    pub struct Random66 {
        dialect: torch,
        input: [15, 27, 3],
        root: conv(3, 7, 2) + conv(7, 20, 1) + conv(1, 16, 1) + max_pool(3, 2),
        first: basic[(16, 1), (16, 1)],
        output_stride: 4,
        shortcut: pad,
        blur: true,
        global_pool: false,
        classes: none,
    }

    pub struct Random67 {
        dialect: timm_v2,
        input: [25, 11, 3],
        root: none,
        first: basic[(16, 3), (32, 1), (16, 1)],
        dilate: [first],
        shortcut: avg_pool,
        activation: silu,
        classes: 33,
    }

    pub struct Random68 {
        dialect: cifar_v1,
        input: [22, 41, 3],
        root: conv(7, 7, 1),
        first: basic[(7, 2), (17, 2)],
        second: basic[(17, 2)],
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random69 {
        dialect: cifar_v2,
        input: [9, 29, 1],
        root: conv(5, 4, 1),
        first: basic[(24, 2)],
        second: basic[(24, 1)],
        third: basic[(16, 1)],
        dilate: [first],
        global_pool: false,
        classes: 10,
    }

    pub struct Random70 {
        dialect: slim_v2,
        input: [38, 41, 3],
        root: none,
        first: bottleneck[(40, 8, 3), (17, 2, 1)],
        activation: silu,
        classes: 10,
    }

    pub struct Random71 {
        dialect: slim_v1,
        input: [9, 33, 4],
        root: conv(5, 4, 2) + max_pool(2, 2),
        first: bottleneck[(4, 2, 1)],
        output_stride: 4,
        activation: relu6,
        classes: 7,
    }

    pub struct Random72 {
        dialect: torch,
        input: [34, 40, 3],
        root: conv(3, 33, 3) + max_pool(3, 3),
        first: basic[(40, 1)],
        output_stride: 9,
        shortcut: avg_pool,
        classes: 1,
    }

    pub struct Random73 {
        dialect: torch,
        input: [38, 27, 3],
        root: conv(3, 7, 1) + max_pool(3, 3),
        first: basic[(7, 2)],
        shortcut: pad,
        activation: relu6,
        classes: none,
    }

    pub struct Random74 {
        dialect: timm_v2,
        input: [36, 21, 1],
        root: none,
        first: basic[(16, 3), (16, 1), (8, 1)],
        output_stride: 1,
        shortcut: avg_pool,
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random75 {
        dialect: cifar_v1,
        input: [23, 9, 3],
        root: conv(5, 16, 2) + max_pool(3, 3),
        first: basic[(16, 1)],
        second: basic[(16, 1), (16, 1), (16, 1)],
        output_stride: 6,
        shortcut: conv,
        classes: 33,
    }

    pub struct Random76 {
        dialect: cifar_v2,
        input: [17, 11, 3],
        root: conv(3, 16, 2),
        first: bottleneck[(32, 2, 2), (40, 5, 1)],
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random77 {
        dialect: slim_v2,
        input: [25, 23, 1],
        root: none,
        first: bottleneck[(1, 2, 2)],
        second: bottleneck[(1, 2, 2)],
        third: bottleneck[(1, 12, 3), (1, 64, 1), (1, 12, 1)],
        classes: 33,
    }

    pub struct Random78 {
        dialect: slim_v1,
        input: [30, 13, 1],
        root: none,
        first: bottleneck[(24, 64, 3)],
        second: bottleneck[(24, 5, 1), (8, 4, 2)],
        third: bottleneck[(16, 2, 1), (8, 8, 1), (8, 64, 1)],
        output_stride: 1,
        classes: 33,
    }

    pub struct Random79 {
        dialect: torch,
        input: [31, 16, 1],
        root: conv(3, 4, 2),
        first: bottleneck[(16, 8, 1)],
        output_stride: 2,
        shortcut: avg_pool,
        blur: true,
        attention: eca,
        activation: silu,
        classes: none,
    }

    pub struct Random80 {
        dialect: torch,
        input: [31, 37, 3],
        root: conv(1, 4, 2) + max_pool(5, 2),
        first: bottleneck[(16, 32, 2)],
        second: bottleneck[(5, 8, 1), (5, 20, 1)],
        third: bottleneck[(5, 8, 2), (24, 16, 1)],
        groups: 4,
        shortcut: avg_pool,
        attention: se(4),
        activation: relu6,
        classes: 7,
    }

    pub struct Random81 {
        dialect: timm_v2,
        input: [39, 37, 3],
        root: conv(7, 16, 3) + max_pool(5, 2),
        first: bottleneck[(17, 32, 1), (17, 8, 1), (17, 20, 1)],
        second: bottleneck[(17, 64, 3)],
        dilate: [second],
        groups: 4,
        shortcut: conv,
        global_pool: false,
        classes: 10,
    }

    pub struct Random82 {
        dialect: cifar_v1,
        input: [32, 38, 3],
        root: none,
        first: basic[(3, 1), (3, 1)],
        shortcut: pad,
        activation: relu,
        classes: 1,
    }

    pub struct Random83 {
        dialect: cifar_v2,
        input: [25, 14, 3],
        root: conv(3, 7, 3),
        first: basic[(24, 2)],
        second: basic[(24, 1), (24, 1)],
        third: basic[(24, 1), (24, 1)],
        dilate: [first],
        global_pool: false,
        classes: 1,
    }

    pub struct Random84 {
        dialect: slim_v2,
        input: [10, 36, 3],
        root: conv(7, 20, 2),
        first: bottleneck[(20, 4, 1)],
        second: bottleneck[(20, 64, 1)],
        activation: silu,
        classes: none,
    }

    pub struct Random85 {
        dialect: slim_v1,
        input: [19, 24, 1],
        root: conv(2, 16, 2),
        first: bottleneck[(24, 64, 2), (24, 2, 2), (17, 5, 1)],
        second: bottleneck[(17, 5, 1), (17, 12, 1)],
        global_pool: false,
        classes: none,
    }

    pub struct Random86 {
        dialect: torch,
        input: [17, 26, 3],
        root: none,
        first: basic[(16, 1), (16, 2)],
        second: basic[(17, 3), (8, 1)],
        third: basic[(17, 1)],
        shortcut: avg_pool,
        attention: se,
        activation: relu6,
        classes: 7,
    }

    pub struct Random87 {
        dialect: torch,
        input: [35, 19, 4],
        root: none,
        first: basic[(4, 2), (24, 2), (24, 2)],
        second: basic[(24, 1), (16, 1)],
        third: basic[(40, 1)],
        activation: relu6,
        classes: 1,
    }

    pub struct Random88 {
        dialect: timm_v2,
        input: [24, 38, 4],
        root: conv(1, 4, 2) + conv(7, 20, 1) + conv(5, 33, 1),
        first: bottleneck[(33, 4, 1), (32, 12, 2), (32, 8, 1)],
        shortcut: avg_pool,
        activation: relu6,
        classes: none,
    }

    pub struct Random89 {
        dialect: cifar_v1,
        input: [29, 13, 3],
        root: conv(3, 7, 2) + max_pool(5, 1),
        first: basic[(7, 2), (7, 2)],
        shortcut: conv,
        classes: 33,
    }

    pub struct Random90 {
        dialect: cifar_v2,
        input: [39, 25, 1],
        root: none,
        first: basic[(16, 2)],
        classes: none,
    }

    pub struct Random91 {
        dialect: slim_v2,
        input: [19, 10, 4],
        root: conv(2, 4, 3) + max_pool(4, 2),
        first: bottleneck[(4, 2, 1)],
        output_stride: 6,
        activation: relu6,
        classes: 7,
    }

    pub struct Random92 {
        dialect: slim_v1,
        input: [24, 37, 3],
        root: conv(2, 20, 2) + max_pool(3, 2),
        first: bottleneck[(20, 5, 1), (32, 8, 2)],
        global_pool: false,
        classes: 10,
    }

    pub struct Random93 {
        dialect: torch,
        input: [14, 40, 3],
        root: conv(5, 7, 1) + conv(3, 4, 1) + conv(3, 33, 1) + max_pool(3, 1),
        first: basic[(33, 3), (33, 1), (33, 1)],
        second: basic[(33, 2), (33, 1)],
        shortcut: pad,
        activation: relu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random94 {
        dialect: torch,
        input: [13, 16, 3],
        root: none,
        first: bottleneck[(16, 12, 2), (16, 36, 1), (16, 15, 1)],
        output_stride: 1,
        groups: 3,
        shortcut: conv,
        blur: true,
        classes: 33,
    }

    pub struct Random95 {
        dialect: timm_v2,
        input: [38, 26, 1],
        root: conv(5, 16, 2) + conv(5, 20, 1) + conv(5, 7, 1) + max_pool(5, 1),
        first: basic[(16, 1), (16, 2)],
        second: basic[(5, 3), (5, 1), (5, 1)],
        output_stride: 12,
        shortcut: avg_pool,
        activation: silu,
        classes: 33,
    }

    pub struct Random96 {
        dialect: cifar_v1,
        input: [16, 27, 3],
        root: none,
        first: basic[(24, 2), (24, 2)],
        second: basic[(40, 2), (40, 1), (40, 1)],
        output_stride: 8,
        activation: silu,
        classes: 33,
    }

    pub struct Random97 {
        dialect: cifar_v2,
        input: [40, 39, 1],
        root: none,
        first: basic[(1, 2), (1, 2), (1, 1)],
        second: basic[(40, 1)],
        activation: relu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random98 {
        dialect: slim_v2,
        input: [33, 26, 1],
        root: conv(5, 20, 2) + max_pool(4, 2),
        first: bottleneck[(40, 2, 2)],
        second: bottleneck[(24, 64, 1), (40, 12, 2), (5, 2, 1)],
        third: bottleneck[(5, 4, 1)],
        classes: 33,
    }

    pub struct Random99 {
        dialect: slim_v1,
        input: [10, 12, 3],
        root: none,
        first: bottleneck[(3, 4, 2), (16, 5, 2), (16, 5, 1)],
        dilate: [first],
        activation: silu,
        classes: 10,
    }

    pub struct Random100 {
        dialect: torch,
        input: [20, 25, 3],
        root: conv(3, 16, 2) + max_pool(3, 2),
        first: bottleneck[(16, 63, 2), (16, 24, 1), (16, 36, 1)],
        output_stride: 4,
        groups: 3,
        shortcut: pad,
        attention: se(4),
        activation: relu6,
        classes: 10,
    }

    pub struct Random101 {
        dialect: torch,
        input: [29, 34, 4],
        root: conv(7, 12, 1),
        first: bottleneck[(12, 8, 2), (12, 64, 2), (12, 8, 1)],
        groups: 2,
        shortcut: avg_pool,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random102 {
        dialect: timm_v2,
        input: [28, 23, 1],
        root: none,
        first: basic[(1, 2)],
        second: basic[(1, 3)],
        dilate: [first, second],
        shortcut: conv,
        activation: relu6,
        classes: 33,
    }

    pub struct Random103 {
        dialect: cifar_v1,
        input: [28, 24, 3],
        root: conv(3, 12, 2) + max_pool(5, 2),
        first: basic[(12, 3), (32, 1), (32, 1)],
        second: basic[(32, 1)],
        third: basic[(32, 1)],
        dilate: [first],
        shortcut: pad,
        activation: relu6,
        classes: 1,
    }

    pub struct Random104 {
        dialect: cifar_v2,
        input: [41, 13, 1],
        root: conv(1, 20, 2) + max_pool(5, 2),
        first: bottleneck[(5, 4, 2), (32, 64, 1)],
        second: bottleneck[(32, 64, 1)],
        third: bottleneck[(32, 8, 1)],
        output_stride: 4,
        classes: 33,
    }

    pub struct Random105 {
        dialect: slim_v2,
        input: [37, 34, 1],
        root: none,
        first: bottleneck[(1, 4, 1), (1, 64, 1)],
        second: bottleneck[(1, 8, 1)],
        third: bottleneck[(32, 12, 3)],
        activation: relu6,
        classes: 33,
    }

    pub struct Random106 {
        dialect: slim_v1,
        input: [19, 33, 3],
        root: none,
        first: bottleneck[(3, 12, 1)],
        second: bottleneck[(40, 12, 2), (40, 12, 3)],
        third: bottleneck[(40, 12, 1), (40, 5, 1)],
        dilate: [second],
        global_pool: false,
        classes: 10,
    }

    pub struct Random107 {
        dialect: torch,
        input: [33, 14, 4],
        root: conv(3, 33, 3) + conv(1, 20, 1) + conv(3, 7, 1),
        first: basic[(7, 2)],
        output_stride: 3,
        shortcut: avg_pool,
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random108 {
        dialect: torch,
        input: [10, 40, 3],
        root: none,
        first: bottleneck[(24, 64, 2), (16, 16, 2)],
        dilate: [first],
        groups: 2,
        shortcut: avg_pool,
        classes: none,
    }

    pub struct Random109 {
        dialect: timm_v2,
        input: [29, 33, 3],
        root: conv(3, 20, 2) + conv(5, 7, 1) + conv(1, 20, 1) + max_pool(3, 3),
        first: bottleneck[(20, 48, 1)],
        groups: 4,
        shortcut: avg_pool,
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random110 {
        dialect: cifar_v1,
        input: [23, 24, 3],
        root: none,
        first: basic[(40, 1)],
        second: basic[(32, 2), (17, 2)],
        third: basic[(17, 3), (17, 1)],
        shortcut: conv,
        classes: 1,
    }

    pub struct Random111 {
        dialect: cifar_v2,
        input: [22, 27, 3],
        root: conv(7, 16, 2) + max_pool(3, 3),
        first: basic[(32, 1), (5, 1)],
        output_stride: 6,
        classes: 7,
    }

    pub struct Random112 {
        dialect: slim_v2,
        input: [21, 9, 4],
        root: conv(4, 16, 1) + max_pool(2, 2),
        first: bottleneck[(16, 64, 1)],
        second: bottleneck[(32, 4, 2), (32, 2, 1)],
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random113 {
        dialect: slim_v1,
        input: [28, 12, 3],
        root: none,
        first: bottleneck[(5, 4, 2), (5, 8, 3)],
        second: bottleneck[(5, 64, 1)],
        dilate: [first],
        activation: silu,
        classes: 1,
    }

    pub struct Random114 {
        dialect: torch,
        input: [29, 9, 4],
        root: none,
        first: basic[(5, 2), (17, 1), (8, 1)],
        shortcut: conv,
        activation: relu,
        classes: none,
    }

    pub struct Random115 {
        dialect: torch,
        input: [39, 28, 3],
        root: none,
        first: basic[(8, 1), (32, 1), (32, 1)],
        second: basic[(32, 1), (32, 2), (5, 2)],
        output_stride: 4,
        shortcut: avg_pool,
        blur: true,
        activation: relu6,
        classes: 7,
    }

    pub struct Random116 {
        dialect: timm_v2,
        input: [19, 25, 4],
        root: conv(1, 16, 2) + max_pool(5, 2),
        first: bottleneck[(5, 36, 2), (5, 24, 1)],
        second: bottleneck[(5, 63, 1), (5, 6, 1), (5, 6, 1)],
        third: bottleneck[(5, 6, 1), (32, 15, 1)],
        groups: 3,
        shortcut: avg_pool,
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random117 {
        dialect: cifar_v1,
        input: [33, 18, 4],
        root: conv(5, 33, 3) + max_pool(5, 2),
        first: basic[(33, 1)],
        second: basic[(33, 1), (33, 1), (33, 1)],
        output_stride: 6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random118 {
        dialect: cifar_v2,
        input: [36, 30, 3],
        root: none,
        first: bottleneck[(17, 2, 1), (17, 8, 1)],
        second: bottleneck[(24, 12, 1)],
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random119 {
        dialect: slim_v2,
        input: [27, 23, 3],
        root: none,
        first: bottleneck[(17, 8, 2)],
        second: bottleneck[(5, 4, 2), (5, 8, 1)],
        output_stride: 1,
        activation: relu6,
        classes: 1,
    }

    pub struct Random120 {
        dialect: slim_v1,
        input: [10, 12, 4],
        root: none,
        first: bottleneck[(40, 2, 2), (40, 64, 2), (40, 64, 1)],
        output_stride: 2,
        classes: 10,
    }

    pub struct Random121 {
        dialect: torch,
        input: [21, 32, 3],
        root: none,
        first: bottleneck[(32, 2, 2), (32, 4, 3)],
        second: bottleneck[(5, 5, 2)],
        shortcut: avg_pool,
        activation: silu,
        classes: 7,
    }

    pub struct Random122 {
        dialect: torch,
        input: [24, 36, 1],
        root: conv(7, 16, 2) + conv(5, 33, 1) + conv(5, 20, 1) + max_pool(3, 2),
        first: bottleneck[(20, 63, 2), (32, 36, 1), (32, 15, 1)],
        dilate: [first],
        groups: 3,
        shortcut: pad,
        attention: se,
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random123 {
        dialect: timm_v2,
        input: [35, 13, 3],
        root: conv(5, 7, 2) + conv(3, 12, 1) + conv(3, 33, 1),
        first: basic[(5, 1)],
        second: basic[(24, 3)],
        shortcut: avg_pool,
        global_pool: false,
        classes: 33,
    }

    pub struct Random124 {
        dialect: cifar_v1,
        input: [22, 37, 3],
        root: conv(3, 7, 2) + max_pool(5, 2),
        first: basic[(7, 2), (24, 1)],
        second: basic[(24, 1)],
        third: basic[(16, 1)],
        output_stride: 4,
        shortcut: conv,
        activation: relu,
        classes: 1,
    }

    pub struct Random125 {
        dialect: cifar_v2,
        input: [27, 30, 3],
        root: conv(7, 4, 2) + max_pool(3, 3),
        first: bottleneck[(4, 2, 1)],
        activation: silu,
        classes: 7,
    }

    pub struct Random126 {
        dialect: slim_v2,
        input: [24, 20, 3],
        root: conv(2, 33, 3),
        first: bottleneck[(24, 2, 2)],
        second: bottleneck[(24, 4, 1), (40, 2, 1)],
        global_pool: false,
        classes: 10,
    }

    pub struct Random127 {
        dialect: slim_v1,
        input: [9, 22, 3],
        root: none,
        first: bottleneck[(8, 12, 1)],
        output_stride: 1,
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random128 {
        dialect: torch,
        input: [21, 11, 4],
        root: none,
        first: basic[(4, 2), (5, 1), (40, 1)],
        second: basic[(40, 1)],
        blur: true,
        attention: eca,
        activation: silu,
        classes: 10,
    }

    pub struct Random129 {
        dialect: torch,
        input: [18, 10, 1],
        root: none,
        first: bottleneck[(32, 12, 2), (32, 6, 1)],
        dilate: [first],
        groups: 3,
        shortcut: pad,
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random130 {
        dialect: timm_v2,
        input: [26, 35, 1],
        root: conv(3, 20, 1) + conv(5, 20, 1) + conv(3, 7, 1),
        first: basic[(40, 2), (40, 2), (40, 2)],
        second: basic[(40, 1)],
        third: basic[(40, 1)],
        shortcut: conv,
        classes: 7,
    }

    pub struct Random131 {
        dialect: cifar_v1,
        input: [29, 10, 3],
        root: none,
        first: basic[(3, 2), (3, 1), (40, 1)],
        second: basic[(16, 2), (8, 1)],
        dilate: [first, second],
        shortcut: conv,
        activation: relu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random132 {
        dialect: cifar_v2,
        input: [30, 21, 3],
        root: conv(5, 16, 2) + max_pool(5, 1),
        first: bottleneck[(40, 4, 2)],
        dilate: [first],
        activation: relu6,
        classes: 33,
    }

    pub struct Random133 {
        dialect: slim_v2,
        input: [34, 30, 3],
        root: conv(5, 4, 2),
        first: bottleneck[(5, 12, 3)],
        second: bottleneck[(8, 5, 2), (8, 4, 1), (8, 2, 1)],
        classes: 10,
    }

    pub struct Random134 {
        dialect: slim_v1,
        input: [27, 25, 1],
        root: none,
        first: bottleneck[(8, 2, 2), (8, 5, 1)],
        second: bottleneck[(8, 4, 1), (40, 4, 1)],
        third: bottleneck[(40, 12, 2), (5, 8, 1), (17, 2, 1)],
        global_pool: false,
        classes: 33,
    }

    pub struct Random135 {
        dialect: torch,
        input: [13, 25, 4],
        root: none,
        first: bottleneck[(16, 24, 1), (16, 15, 2), (17, 24, 1)],
        output_stride: 2,
        groups: 3,
        shortcut: pad,
        attention: se,
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random136 {
        dialect: torch,
        input: [41, 18, 1],
        root: conv(3, 33, 2) + max_pool(3, 3),
        first: basic[(33, 1)],
        second: basic[(5, 1), (17, 1), (17, 1)],
        third: basic[(17, 1), (32, 1), (32, 1)],
        output_stride: 6,
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random137 {
        dialect: timm_v2,
        input: [38, 19, 3],
        root: conv(7, 20, 3) + conv(1, 20, 1) + conv(7, 16, 1),
        first: bottleneck[(16, 8, 1), (8, 24, 3), (17, 64, 1)],
        second: bottleneck[(17, 16, 1), (17, 24, 1), (17, 8, 1)],
        groups: 2,
        shortcut: avg_pool,
        activation: silu,
        classes: 10,
    }

    pub struct Random138 {
        dialect: cifar_v1,
        input: [39, 32, 4],
        root: none,
        first: basic[(4, 3)],
        second: basic[(4, 2)],
        shortcut: pad,
        activation: relu6,
        classes: 1,
    }

    pub struct Random139 {
        dialect: cifar_v2,
        input: [25, 9, 3],
        root: conv(3, 4, 1) + max_pool(5, 2),
        first: bottleneck[(16, 12, 1)],
        second: bottleneck[(16, 4, 1), (16, 2, 2)],
        dilate: [second],
        activation: relu,
        classes: 7,
    }

    pub struct Random140 {
        dialect: slim_v2,
        input: [20, 22, 4],
        root: conv(1, 20, 1) + max_pool(4, 2),
        first: bottleneck[(32, 2, 3)],
        second: bottleneck[(40, 4, 2), (40, 2, 1), (5, 8, 1)],
        third: bottleneck[(17, 12, 1)],
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random141 {
        dialect: slim_v1,
        input: [29, 10, 4],
        root: none,
        first: bottleneck[(8, 4, 1), (17, 12, 2), (17, 2, 1)],
        second: bottleneck[(17, 2, 2), (17, 64, 1)],
        third: bottleneck[(40, 2, 1), (40, 64, 1)],
        classes: none,
    }

    pub struct Random142 {
        dialect: torch,
        input: [23, 22, 3],
        root: conv(5, 7, 2),
        first: basic[(17, 2), (17, 1)],
        second: basic[(17, 1), (17, 1)],
        third: basic[(17, 1), (40, 1)],
        shortcut: pad,
        blur: true,
        classes: none,
    }

    pub struct Random143 {
        dialect: torch,
        input: [13, 9, 3],
        root: conv(3, 16, 2) + conv(1, 20, 1) + conv(3, 12, 1),
        first: bottleneck[(5, 36, 2), (32, 6, 1)],
        second: bottleneck[(32, 36, 1)],
        third: bottleneck[(32, 15, 1)],
        dilate: [first],
        groups: 3,
        shortcut: avg_pool,
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random144 {
        dialect: timm_v2,
        input: [22, 16, 3],
        root: conv(3, 4, 2) + conv(5, 12, 1) + conv(7, 4, 1) + max_pool(3, 2),
        first: basic[(4, 1)],
        second: basic[(4, 1), (4, 2)],
        third: basic[(17, 1), (17, 1)],
        output_stride: 4,
        classes: 7,
    }

    pub struct Random145 {
        dialect: cifar_v1,
        input: [20, 35, 3],
        root: none,
        first: basic[(32, 2), (17, 2), (17, 2)],
        second: basic[(8, 1), (8, 1)],
        dilate: [first],
        shortcut: conv,
        activation: relu6,
        classes: 7,
    }

    pub struct Random146 {
        dialect: cifar_v2,
        input: [22, 11, 1],
        root: conv(5, 4, 2),
        first: bottleneck[(4, 8, 2)],
        second: bottleneck[(5, 8, 1), (5, 4, 1)],
        output_stride: 2,
        activation: relu6,
        classes: none,
    }

    pub struct Random147 {
        dialect: slim_v2,
        input: [28, 27, 1],
        root: conv(1, 16, 2),
        first: bottleneck[(16, 64, 1)],
        output_stride: 2,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random148 {
        dialect: slim_v1,
        input: [41, 39, 4],
        root: none,
        first: bottleneck[(17, 5, 1), (32, 5, 2), (32, 12, 2)],
        second: bottleneck[(32, 8, 2), (32, 12, 1), (8, 5, 1)],
        third: bottleneck[(8, 8, 2), (8, 12, 1)],
        output_stride: 16,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random149 {
        dialect: torch,
        input: [16, 17, 3],
        root: conv(3, 7, 2) + conv(1, 4, 1) + conv(7, 20, 1),
        first: basic[(20, 2), (20, 1)],
        dilate: [first],
        shortcut: avg_pool,
        attention: eca,
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random150 {
        dialect: torch,
        input: [38, 15, 3],
        root: none,
        first: basic[(3, 2), (40, 1), (40, 1)],
        output_stride: 1,
        shortcut: avg_pool,
        activation: relu6,
        classes: 7,
    }

    pub struct Random151 {
        dialect: timm_v2,
        input: [38, 29, 1],
        root: conv(7, 16, 2) + conv(3, 16, 1) + conv(3, 7, 1),
        first: basic[(7, 1)],
        second: basic[(17, 1), (17, 2), (32, 3)],
        third: basic[(40, 1), (24, 1), (24, 1)],
        shortcut: conv,
        classes: 33,
    }

    pub struct Random152 {
        dialect: cifar_v1,
        input: [20, 12, 3],
        root: conv(7, 33, 1),
        first: basic[(33, 2)],
        second: basic[(33, 1)],
        third: basic[(33, 2)],
        dilate: [first, third],
        shortcut: pad,
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random153 {
        dialect: cifar_v2,
        input: [30, 14, 1],
        root: conv(7, 12, 2) + max_pool(5, 1),
        first: basic[(32, 3), (32, 1)],
        second: basic[(24, 1)],
        dilate: [first],
        activation: relu6,
        classes: 10,
    }

    pub struct Random154 {
        dialect: slim_v2,
        input: [27, 16, 3],
        root: none,
        first: bottleneck[(3, 64, 1)],
        second: bottleneck[(3, 12, 1)],
        third: bottleneck[(40, 4, 1), (40, 5, 1), (16, 5, 2)],
        output_stride: 2,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random155 {
        dialect: slim_v1,
        input: [38, 26, 4],
        root: conv(2, 16, 1) + max_pool(4, 1),
        first: bottleneck[(16, 2, 1)],
        second: bottleneck[(5, 8, 2), (5, 12, 3)],
        third: bottleneck[(5, 64, 1), (5, 2, 2)],
        dilate: [third],
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random156 {
        dialect: torch,
        input: [32, 39, 3],
        root: none,
        first: bottleneck[(3, 12, 1)],
        second: bottleneck[(40, 5, 1), (40, 64, 1)],
        shortcut: pad,
        attention: eca,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random157 {
        dialect: torch,
        input: [17, 28, 3],
        root: conv(3, 20, 1),
        first: basic[(5, 1), (24, 2), (32, 3)],
        second: basic[(8, 1), (8, 1), (32, 1)],
        shortcut: avg_pool,
        attention: eca,
        activation: relu,
        classes: 10,
    }

    pub struct Random158 {
        dialect: timm_v2,
        input: [27, 23, 1],
        root: conv(1, 4, 1),
        first: bottleneck[(4, 12, 1)],
        second: bottleneck[(4, 5, 1)],
        output_stride: 1,
        shortcut: avg_pool,
        global_pool: false,
        classes: 1,
    }

    pub struct Random159 {
        dialect: cifar_v1,
        input: [11, 39, 3],
        root: none,
        first: basic[(3, 1)],
        second: basic[(16, 1)],
        output_stride: 1,
        classes: 33,
    }

    pub struct Random160 {
        dialect: cifar_v2,
        input: [24, 28, 3],
        root: none,
        first: bottleneck[(24, 5, 2), (5, 5, 2), (5, 5, 1)],
        second: bottleneck[(8, 4, 1)],
        third: bottleneck[(8, 2, 1), (8, 2, 3)],
        output_stride: 1,
        activation: relu6,
        classes: none,
    }

    pub struct Random161 {
        dialect: slim_v2,
        input: [12, 24, 3],
        root: conv(7, 4, 3) + max_pool(3, 2),
        first: bottleneck[(16, 64, 1)],
        second: bottleneck[(24, 2, 1)],
        third: bottleneck[(40, 2, 1), (40, 8, 1), (32, 12, 1)],
        output_stride: 6,
        global_pool: false,
        classes: none,
    }

    pub struct Random162 {
        dialect: slim_v1,
        input: [24, 34, 3],
        root: conv(2, 20, 1) + max_pool(3, 3),
        first: bottleneck[(20, 8, 1)],
        second: bottleneck[(20, 5, 3)],
        output_stride: 9,
        activation: relu6,
        classes: 7,
    }

    pub struct Random163 {
        dialect: torch,
        input: [40, 30, 3],
        root: conv(1, 16, 2),
        first: basic[(16, 2), (16, 1)],
        second: basic[(16, 1), (8, 1), (5, 1)],
        output_stride: 4,
        shortcut: conv,
        blur: true,
        classes: 7,
    }

    pub struct Random164 {
        dialect: torch,
        input: [21, 15, 4],
        root: none,
        first: basic[(4, 2)],
        second: basic[(4, 2)],
        dilate: [first, second],
        shortcut: pad,
        blur: true,
        attention: eca,
        activation: relu6,
        classes: 10,
    }

    pub struct Random165 {
        dialect: timm_v2,
        input: [30, 21, 3],
        root: none,
        first: basic[(3, 3)],
        second: basic[(3, 2)],
        shortcut: avg_pool,
        global_pool: false,
        classes: 10,
    }

    pub struct Random166 {
        dialect: cifar_v1,
        input: [15, 26, 3],
        root: conv(3, 20, 2),
        first: basic[(24, 1)],
        second: basic[(24, 1)],
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random167 {
        dialect: cifar_v2,
        input: [26, 29, 3],
        root: conv(5, 33, 2) + max_pool(3, 2),
        first: basic[(33, 1)],
        global_pool: false,
        classes: 1,
    }

    pub struct Random168 {
        dialect: slim_v2,
        input: [12, 17, 3],
        root: conv(5, 4, 3),
        first: bottleneck[(32, 8, 1)],
        second: bottleneck[(5, 2, 1)],
        third: bottleneck[(5, 2, 1)],
        global_pool: false,
        classes: 1,
    }

    pub struct Random169 {
        dialect: slim_v1,
        input: [14, 14, 4],
        root: none,
        first: bottleneck[(4, 8, 2), (8, 2, 3), (17, 2, 1)],
        second: bottleneck[(8, 2, 1)],
        third: bottleneck[(8, 12, 1)],
        dilate: [first],
        global_pool: false,
        classes: 7,
    }

    pub struct Random170 {
        dialect: torch,
        input: [36, 12, 3],
        root: conv(5, 7, 3) + max_pool(5, 2),
        first: basic[(32, 1), (5, 1), (32, 1)],
        attention: eca,
        global_pool: false,
        classes: 10,
    }

    pub struct Random171 {
        dialect: torch,
        input: [24, 9, 3],
        root: conv(3, 4, 2) + conv(7, 12, 1) + conv(7, 33, 1) + max_pool(3, 2),
        first: basic[(33, 1), (33, 1)],
        output_stride: 4,
        shortcut: pad,
        attention: eca,
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random172 {
        dialect: timm_v2,
        input: [10, 22, 3],
        root: none,
        first: basic[(17, 1), (8, 2), (5, 2)],
        second: basic[(5, 1), (8, 1), (8, 1)],
        dilate: [first],
        shortcut: avg_pool,
        classes: 33,
    }

    pub struct Random173 {
        dialect: cifar_v1,
        input: [21, 25, 3],
        root: none,
        first: basic[(32, 2), (32, 2), (40, 1)],
        second: basic[(8, 1), (32, 3), (32, 1)],
        third: basic[(24, 1)],
        dilate: [second],
        shortcut: conv,
        activation: relu6,
        classes: 10,
    }

    pub struct Random174 {
        dialect: cifar_v2,
        input: [41, 34, 1],
        root: none,
        first: bottleneck[(16, 4, 2)],
        second: bottleneck[(5, 12, 1)],
        third: bottleneck[(24, 8, 1)],
        dilate: [first],
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random175 {
        dialect: slim_v2,
        input: [18, 9, 4],
        root: conv(5, 7, 2),
        first: bottleneck[(32, 64, 2), (32, 4, 1)],
        second: bottleneck[(32, 12, 1)],
        third: bottleneck[(32, 5, 1), (8, 2, 1)],
        dilate: [first],
        classes: 10,
    }

    pub struct Random176 {
        dialect: slim_v1,
        input: [19, 29, 3],
        root: conv(2, 12, 1),
        first: bottleneck[(32, 5, 1)],
        second: bottleneck[(32, 2, 2), (17, 2, 2)],
        dilate: [second],
        classes: none,
    }

    pub struct Random177 {
        dialect: torch,
        input: [31, 17, 4],
        root: conv(1, 7, 2) + max_pool(3, 3),
        first: basic[(7, 1), (7, 1)],
        second: basic[(7, 1)],
        third: basic[(40, 1), (40, 1)],
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random178 {
        dialect: torch,
        input: [14, 31, 3],
        root: none,
        first: basic[(40, 2), (40, 1)],
        second: basic[(40, 1), (16, 1), (16, 1)],
        third: basic[(16, 1)],
        dilate: [first],
        shortcut: conv,
        blur: true,
        global_pool: false,
        classes: 33,
    }

    pub struct Random179 {
        dialect: timm_v2,
        input: [40, 12, 3],
        root: none,
        first: bottleneck[(3, 48, 3), (24, 64, 1)],
        second: bottleneck[(24, 48, 1), (24, 64, 1)],
        third: bottleneck[(5, 16, 1)],
        dilate: [first],
        groups: 4,
        shortcut: conv,
        classes: none,
    }

    pub struct Random180 {
        dialect: cifar_v1,
        input: [33, 18, 3],
        root: conv(7, 12, 2) + max_pool(5, 3),
        first: basic[(32, 1), (32, 1), (24, 1)],
        second: basic[(24, 1)],
        output_stride: 6,
        shortcut: conv,
        activation: relu,
        classes: 10,
    }

    pub struct Random181 {
        dialect: cifar_v2,
        input: [38, 32, 3],
        root: none,
        first: bottleneck[(24, 4, 2), (40, 8, 2)],
        second: bottleneck[(40, 4, 1), (24, 4, 3)],
        third: bottleneck[(16, 64, 1), (32, 64, 1)],
        output_stride: 4,
        activation: relu6,
        classes: 1,
    }

    pub struct Random182 {
        dialect: slim_v2,
        input: [25, 13, 3],
        root: none,
        first: bottleneck[(17, 12, 2)],
        second: bottleneck[(17, 2, 2), (17, 64, 1), (16, 12, 2)],
        global_pool: false,
        classes: 7,
    }

    pub struct Random183 {
        dialect: slim_v1,
        input: [18, 26, 1],
        root: conv(5, 12, 2) + max_pool(4, 1),
        first: bottleneck[(12, 2, 1), (12, 5, 2), (12, 8, 1)],
        second: bottleneck[(8, 2, 2), (5, 4, 1)],
        third: bottleneck[(8, 64, 1), (8, 5, 1), (8, 12, 1)],
        output_stride: 4,
        global_pool: false,
        classes: 1,
    }

    pub struct Random184 {
        dialect: torch,
        input: [9, 23, 3],
        root: none,
        first: basic[(40, 1)],
        second: basic[(40, 2)],
        third: basic[(40, 1), (17, 1)],
        shortcut: avg_pool,
        blur: true,
        global_pool: false,
        classes: 10,
    }

    pub struct Random185 {
        dialect: torch,
        input: [28, 34, 4],
        root: conv(3, 33, 3) + max_pool(3, 1),
        first: bottleneck[(33, 12, 2), (8, 4, 1), (24, 8, 1)],
        second: bottleneck[(16, 8, 2)],
        output_stride: 12,
        attention: se,
        classes: none,
    }

    pub struct Random186 {
        dialect: timm_v2,
        input: [10, 30, 3],
        root: conv(7, 20, 3) + conv(3, 7, 1) + conv(3, 7, 1) + max_pool(3, 2),
        first: basic[(17, 1)],
        second: basic[(17, 1), (32, 1), (40, 1)],
        third: basic[(32, 1)],
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random187 {
        dialect: cifar_v1,
        input: [29, 38, 1],
        root: conv(5, 12, 3) + max_pool(3, 3),
        first: basic[(12, 1)],
        second: basic[(8, 2), (40, 1)],
        third: basic[(40, 1)],
        output_stride: 18,
        shortcut: conv,
        activation: silu,
        classes: 1,
    }

    pub struct Random188 {
        dialect: cifar_v2,
        input: [13, 17, 4],
        root: none,
        first: bottleneck[(17, 5, 1), (17, 2, 1)],
        second: bottleneck[(17, 2, 2), (17, 5, 2)],
        third: bottleneck[(32, 12, 1)],
        activation: silu,
        classes: 10,
    }

    pub struct Random189 {
        dialect: slim_v2,
        input: [40, 39, 1],
        root: none,
        first: bottleneck[(24, 2, 1)],
        classes: 10,
    }

    pub struct Random190 {
        dialect: slim_v1,
        input: [30, 37, 3],
        root: conv(5, 7, 1) + max_pool(4, 1),
        first: bottleneck[(7, 12, 2)],
        second: bottleneck[(7, 64, 2)],
        third: bottleneck[(7, 12, 1)],
        output_stride: 2,
        activation: silu,
        classes: 10,
    }

    pub struct Random191 {
        dialect: torch,
        input: [18, 21, 3],
        root: none,
        first: bottleneck[(3, 24, 1), (17, 8, 1)],
        second: bottleneck[(17, 8, 2), (24, 16, 2), (24, 8, 1)],
        third: bottleneck[(32, 10, 2)],
        groups: 2,
        shortcut: pad,
        attention: se,
        activation: silu,
        classes: 10,
    }

    pub struct Random192 {
        dialect: torch,
        input: [14, 24, 4],
        root: conv(3, 20, 3) + conv(7, 33, 1) + conv(1, 16, 1) + max_pool(3, 2),
        first: bottleneck[(16, 64, 1), (40, 32, 1)],
        second: bottleneck[(17, 20, 1)],
        third: bottleneck[(17, 20, 1), (17, 48, 1), (17, 8, 1)],
        groups: 4,
        shortcut: avg_pool,
        activation: silu,
        classes: 7,
    }

    pub struct Random193 {
        dialect: timm_v2,
        input: [33, 20, 3],
        root: none,
        first: bottleneck[(32, 16, 2)],
        output_stride: 2,
        groups: 2,
        shortcut: conv,
        classes: 1,
    }

    pub struct Random194 {
        dialect: cifar_v1,
        input: [31, 30, 3],
        root: conv(1, 20, 2),
        first: basic[(20, 1), (16, 2)],
        second: basic[(17, 1)],
        third: basic[(17, 1)],
        shortcut: conv,
        classes: 10,
    }

    pub struct Random195 {
        dialect: cifar_v2,
        input: [28, 34, 3],
        root: none,
        first: basic[(3, 2), (32, 1)],
        output_stride: 2,
        activation: relu6,
        classes: 7,
    }

    pub struct Random196 {
        dialect: slim_v2,
        input: [18, 14, 1],
        root: conv(7, 16, 2),
        first: bottleneck[(24, 5, 2)],
        second: bottleneck[(24, 12, 1), (24, 64, 1)],
        dilate: [first],
        activation: relu6,
        classes: 33,
    }

    pub struct Random197 {
        dialect: slim_v1,
        input: [24, 16, 3],
        root: conv(2, 16, 2) + max_pool(4, 2),
        first: bottleneck[(16, 12, 1), (5, 4, 1), (17, 64, 2)],
        second: bottleneck[(17, 2, 1), (17, 4, 1), (32, 4, 1)],
        global_pool: false,
        classes: 10,
    }

    pub struct Random198 {
        dialect: torch,
        input: [32, 37, 3],
        root: none,
        first: basic[(8, 1)],
        shortcut: pad,
        global_pool: false,
        classes: 7,
    }

    pub struct Random199 {
        dialect: torch,
        input: [34, 39, 1],
        root: conv(3, 20, 3) + conv(3, 33, 1) + conv(3, 7, 1) + max_pool(3, 2),
        first: basic[(32, 1), (24, 1)],
        second: basic[(24, 1)],
        attention: se,
        activation: silu,
        classes: none,
    }

    pub struct Random200 {
        dialect: timm_v2,
        input: [12, 20, 3],
        root: conv(1, 7, 2) + conv(1, 20, 1) + conv(7, 12, 1),
        first: basic[(32, 2), (32, 1)],
        shortcut: conv,
        global_pool: false,
        classes: 1,
    }

    pub struct Random201 {
        dialect: cifar_v1,
        input: [31, 29, 3],
        root: conv(5, 4, 2) + max_pool(3, 3),
        first: basic[(40, 2), (40, 1)],
        output_stride: 12,
        activation: silu,
        classes: 33,
    }

    pub struct Random202 {
        dialect: cifar_v2,
        input: [10, 37, 3],
        root: conv(3, 4, 3) + max_pool(3, 3),
        first: basic[(4, 1), (40, 1)],
        second: basic[(40, 1)],
        third: basic[(24, 1), (24, 1)],
        global_pool: false,
        classes: none,
    }

    pub struct Random203 {
        dialect: slim_v2,
        input: [14, 12, 1],
        root: conv(4, 33, 2) + max_pool(4, 2),
        first: bottleneck[(33, 64, 1), (33, 4, 1)],
        second: bottleneck[(17, 64, 1)],
        output_stride: 4,
        classes: 7,
    }

    pub struct Random204 {
        dialect: slim_v1,
        input: [21, 26, 1],
        root: none,
        first: bottleneck[(16, 4, 3)],
        output_stride: 3,
        activation: relu6,
        classes: 33,
    }

    pub struct Random205 {
        dialect: torch,
        input: [31, 27, 1],
        root: conv(3, 12, 2) + max_pool(3, 1),
        first: basic[(32, 1), (32, 3)],
        second: basic[(32, 1)],
        third: basic[(32, 1)],
        output_stride: 6,
        shortcut: pad,
        global_pool: false,
        classes: 7,
    }

    pub struct Random206 {
        dialect: torch,
        input: [17, 27, 3],
        root: conv(3, 7, 2),
        first: bottleneck[(7, 24, 2), (8, 4, 1), (8, 64, 1)],
        second: bottleneck[(8, 10, 1), (8, 8, 1)],
        third: bottleneck[(8, 4, 1), (8, 24, 1), (8, 4, 1)],
        output_stride: 2,
        groups: 2,
        shortcut: pad,
        blur: true,
        activation: relu,
        classes: 33,
    }

    pub struct Random207 {
        dialect: timm_v2,
        input: [15, 35, 3],
        root: none,
        first: bottleneck[(17, 36, 2)],
        groups: 3,
        global_pool: false,
        classes: 10,
    }

    pub struct Random208 {
        dialect: cifar_v1,
        input: [13, 25, 3],
        root: none,
        first: basic[(40, 3)],
        second: basic[(32, 1)],
        third: basic[(16, 2)],
        dilate: [first, third],
        shortcut: conv,
        activation: relu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random209 {
        dialect: cifar_v2,
        input: [32, 41, 3],
        root: none,
        first: basic[(16, 1), (32, 1)],
        second: basic[(32, 1)],
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random210 {
        dialect: slim_v2,
        input: [19, 27, 3],
        root: none,
        first: bottleneck[(3, 4, 2)],
        second: bottleneck[(3, 4, 1), (32, 8, 2)],
        third: bottleneck[(8, 12, 1), (5, 5, 1)],
        activation: relu6,
        classes: none,
    }

    pub struct Random211 {
        dialect: slim_v1,
        input: [10, 30, 4],
        root: none,
        first: bottleneck[(5, 64, 1), (5, 5, 3)],
        second: bottleneck[(5, 4, 1), (5, 12, 2), (5, 4, 1)],
        output_stride: 3,
        activation: silu,
        classes: none,
    }

    pub struct Random212 {
        dialect: torch,
        input: [38, 32, 4],
        root: conv(3, 16, 1) + conv(3, 4, 1) + conv(3, 12, 1),
        first: bottleneck[(24, 4, 2)],
        second: bottleneck[(24, 5, 1), (24, 5, 1)],
        third: bottleneck[(32, 2, 2)],
        output_stride: 2,
        shortcut: pad,
        global_pool: false,
        classes: 33,
    }

    pub struct Random213 {
        dialect: torch,
        input: [25, 11, 4],
        root: conv(1, 33, 2) + max_pool(3, 2),
        first: basic[(40, 1), (40, 1)],
        second: basic[(40, 1)],
        output_stride: 4,
        activation: silu,
        classes: 33,
    }

    pub struct Random214 {
        dialect: timm_v2,
        input: [18, 28, 3],
        root: none,
        first: basic[(5, 2)],
        output_stride: 1,
        shortcut: avg_pool,
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random215 {
        dialect: cifar_v1,
        input: [14, 30, 3],
        root: none,
        first: basic[(3, 3)],
        second: basic[(3, 2)],
        third: basic[(3, 1)],
        dilate: [first, second],
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random216 {
        dialect: cifar_v2,
        input: [32, 41, 1],
        root: none,
        first: basic[(1, 1)],
        second: basic[(8, 3), (8, 2), (16, 2)],
        third: basic[(40, 1)],
        global_pool: false,
        classes: 7,
    }

    pub struct Random217 {
        dialect: slim_v2,
        input: [37, 41, 3],
        root: none,
        first: bottleneck[(3, 4, 1)],
        global_pool: false,
        classes: 33,
    }

    pub struct Random218 {
        dialect: slim_v1,
        input: [15, 9, 3],
        root: conv(7, 7, 2),
        first: bottleneck[(7, 12, 1)],
        output_stride: 2,
        classes: 1,
    }

    pub struct Random219 {
        dialect: torch,
        input: [38, 22, 4],
        root: conv(1, 20, 2),
        first: basic[(24, 2), (24, 1), (32, 1)],
        shortcut: avg_pool,
        activation: relu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random220 {
        dialect: torch,
        input: [17, 36, 1],
        root: conv(7, 20, 1) + conv(7, 4, 1) + conv(1, 12, 1),
        first: basic[(12, 2), (5, 2)],
        second: basic[(5, 1), (5, 1), (5, 2)],
        output_stride: 1,
        shortcut: avg_pool,
        attention: eca,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random221 {
        dialect: timm_v2,
        input: [39, 31, 1],
        root: conv(3, 33, 3) + conv(1, 20, 1) + conv(1, 20, 1) + max_pool(3, 2),
        first: basic[(16, 1)],
        second: basic[(8, 2)],
        third: basic[(17, 1)],
        shortcut: conv,
        classes: 10,
    }

    pub struct Random222 {
        dialect: cifar_v1,
        input: [27, 20, 4],
        root: none,
        first: basic[(16, 1)],
        second: basic[(16, 2)],
        output_stride: 1,
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random223 {
        dialect: cifar_v2,
        input: [25, 23, 3],
        root: none,
        first: basic[(3, 1)],
        second: basic[(3, 3)],
        third: basic[(24, 1), (8, 2), (5, 1)],
        activation: relu6,
        classes: none,
    }

    pub struct Random224 {
        dialect: slim_v2,
        input: [17, 17, 3],
        root: conv(2, 4, 2) + max_pool(3, 2),
        first: bottleneck[(17, 4, 1), (40, 5, 1), (5, 5, 1)],
        second: bottleneck[(5, 8, 1), (5, 8, 1), (8, 8, 2)],
        dilate: [second],
        activation: relu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random225 {
        dialect: slim_v1,
        input: [25, 15, 3],
        root: none,
        first: bottleneck[(3, 4, 2), (40, 8, 2), (40, 8, 1)],
        second: bottleneck[(40, 2, 1), (40, 4, 1)],
        third: bottleneck[(16, 4, 1), (5, 64, 2), (16, 4, 1)],
        activation: relu6,
        classes: none,
    }

    pub struct Random226 {
        dialect: torch,
        input: [39, 40, 1],
        root: conv(1, 12, 2),
        first: basic[(12, 1)],
        second: basic[(12, 1)],
        shortcut: pad,
        attention: eca,
        activation: relu,
        global_pool: false,
        classes: none,
    }

    pub struct Random227 {
        dialect: torch,
        input: [36, 11, 4],
        root: conv(7, 33, 2) + conv(3, 7, 1) + conv(5, 33, 1),
        first: bottleneck[(33, 48, 3), (33, 16, 1), (24, 48, 1)],
        second: bottleneck[(5, 20, 1), (5, 20, 1), (5, 64, 1)],
        output_stride: 6,
        groups: 4,
        shortcut: conv,
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random228 {
        dialect: timm_v2,
        input: [16, 24, 3],
        root: conv(3, 7, 3) + max_pool(3, 1),
        first: basic[(7, 1)],
        shortcut: avg_pool,
        classes: 1,
    }

    pub struct Random229 {
        dialect: cifar_v1,
        input: [23, 36, 3],
        root: none,
        first: basic[(3, 1)],
        output_stride: 1,
        shortcut: conv,
        activation: relu6,
        classes: none,
    }

    pub struct Random230 {
        dialect: cifar_v2,
        input: [26, 28, 3],
        root: none,
        first: basic[(24, 1)],
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random231 {
        dialect: slim_v2,
        input: [26, 15, 4],
        root: conv(1, 12, 1) + max_pool(3, 1),
        first: bottleneck[(12, 4, 1)],
        second: bottleneck[(24, 64, 1)],
        third: bottleneck[(40, 5, 1)],
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random232 {
        dialect: slim_v1,
        input: [39, 37, 1],
        root: none,
        first: bottleneck[(8, 64, 1), (32, 4, 3), (5, 2, 1)],
        second: bottleneck[(16, 12, 3)],
        third: bottleneck[(16, 5, 1), (16, 12, 1)],
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random233 {
        dialect: torch,
        input: [19, 30, 3],
        root: conv(5, 7, 2),
        first: bottleneck[(5, 10, 2), (16, 64, 1)],
        second: bottleneck[(16, 16, 2), (17, 10, 1), (8, 4, 1)],
        third: bottleneck[(8, 64, 1)],
        groups: 2,
        activation: relu6,
        classes: 10,
    }

    pub struct Random234 {
        dialect: torch,
        input: [13, 28, 3],
        root: conv(1, 33, 3) + conv(1, 33, 1) + conv(5, 4, 1),
        first: bottleneck[(5, 10, 2), (5, 8, 1), (5, 64, 1)],
        second: bottleneck[(17, 10, 1)],
        third: bottleneck[(40, 16, 1), (16, 64, 1), (16, 16, 1)],
        dilate: [first],
        groups: 2,
        global_pool: false,
        classes: 33,
    }

    pub struct Random235 {
        dialect: timm_v2,
        input: [38, 36, 3],
        root: conv(7, 16, 2) + conv(5, 7, 1) + conv(7, 33, 1) + max_pool(3, 2),
        first: bottleneck[(5, 36, 1)],
        second: bottleneck[(5, 12, 1)],
        third: bottleneck[(16, 36, 1), (32, 12, 2)],
        dilate: [third],
        groups: 3,
        shortcut: avg_pool,
        global_pool: false,
        classes: 10,
    }

    pub struct Random236 {
        dialect: cifar_v1,
        input: [19, 37, 3],
        root: conv(3, 33, 3) + max_pool(3, 2),
        first: basic[(33, 1)],
        second: basic[(33, 2), (33, 1)],
        third: basic[(33, 1)],
        output_stride: 6,
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random237 {
        dialect: cifar_v2,
        input: [25, 15, 3],
        root: none,
        first: bottleneck[(3, 4, 3), (5, 12, 2)],
        second: bottleneck[(8, 64, 1), (8, 2, 1), (5, 64, 1)],
        output_stride: 3,
        classes: 33,
    }

    pub struct Random238 {
        dialect: slim_v2,
        input: [11, 37, 4],
        root: conv(3, 12, 3) + max_pool(3, 1),
        first: bottleneck[(12, 5, 1), (8, 4, 2), (8, 5, 1)],
        global_pool: false,
        classes: 33,
    }

    pub struct Random239 {
        dialect: slim_v1,
        input: [26, 33, 3],
        root: none,
        first: bottleneck[(40, 4, 1), (24, 4, 2), (32, 4, 1)],
        second: bottleneck[(32, 8, 1), (40, 8, 2)],
        third: bottleneck[(32, 2, 1), (32, 5, 1)],
        output_stride: 2,
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random240 {
        dialect: torch,
        input: [16, 14, 1],
        root: conv(5, 33, 1) + conv(7, 16, 1) + conv(7, 7, 1) + max_pool(3, 3),
        first: basic[(40, 2)],
        second: basic[(40, 1), (40, 1), (40, 1)],
        third: basic[(40, 1), (32, 1)],
        global_pool: false,
        classes: 7,
    }

    pub struct Random241 {
        dialect: torch,
        input: [31, 24, 3],
        root: none,
        first: basic[(40, 3)],
        output_stride: 3,
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct Random242 {
        dialect: timm_v2,
        input: [18, 32, 1],
        root: conv(7, 33, 1) + conv(5, 4, 1) + conv(1, 12, 1) + max_pool(3, 2),
        first: basic[(12, 1)],
        shortcut: avg_pool,
        activation: silu,
        classes: 10,
    }

    pub struct Random243 {
        dialect: cifar_v1,
        input: [26, 10, 4],
        root: conv(1, 33, 3) + max_pool(3, 2),
        first: basic[(33, 1), (33, 1), (33, 1)],
        second: basic[(33, 1), (33, 1)],
        third: basic[(33, 1)],
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random244 {
        dialect: cifar_v2,
        input: [9, 38, 3],
        root: conv(7, 12, 3) + max_pool(3, 2),
        first: basic[(12, 1)],
        classes: 10,
    }

    pub struct Random245 {
        dialect: slim_v2,
        input: [41, 39, 4],
        root: conv(5, 33, 3) + max_pool(3, 2),
        first: bottleneck[(5, 8, 1)],
        second: bottleneck[(8, 5, 2)],
        dilate: [second],
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random246 {
        dialect: slim_v1,
        input: [15, 34, 3],
        root: none,
        first: bottleneck[(32, 8, 2)],
        global_pool: false,
        classes: 10,
    }

    pub struct Random247 {
        dialect: torch,
        input: [9, 28, 4],
        root: conv(3, 20, 2) + conv(3, 16, 1) + conv(3, 16, 1),
        first: bottleneck[(16, 16, 1), (16, 32, 1), (16, 16, 1)],
        groups: 4,
        shortcut: avg_pool,
        blur: true,
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random248 {
        dialect: torch,
        input: [28, 24, 3],
        root: conv(1, 16, 2) + conv(5, 4, 1) + conv(3, 7, 1),
        first: bottleneck[(7, 48, 1), (7, 48, 2)],
        second: bottleneck[(17, 48, 1), (17, 64, 1), (17, 16, 1)],
        third: bottleneck[(40, 64, 1), (40, 64, 1), (40, 48, 1)],
        groups: 4,
        shortcut: pad,
        blur: true,
        classes: none,
    }

    pub struct Random249 {
        dialect: timm_v2,
        input: [32, 11, 3],
        root: conv(7, 7, 2) + conv(1, 33, 1) + conv(5, 4, 1) + max_pool(3, 1),
        first: bottleneck[(4, 36, 2), (24, 63, 1), (24, 24, 1)],
        second: bottleneck[(24, 24, 1), (24, 36, 1), (40, 15, 1)],
        output_stride: 4,
        groups: 3,
        shortcut: conv,
        activation: silu,
        classes: none,
    }

    pub struct Random250 {
        dialect: cifar_v1,
        input: [25, 26, 3],
        root: conv(3, 20, 2),
        first: basic[(20, 1)],
        second: basic[(20, 2), (20, 2), (20, 1)],
        third: basic[(20, 2), (20, 1), (32, 1)],
        shortcut: pad,
        activation: relu6,
        classes: none,
    }

    pub struct Random251 {
        dialect: cifar_v2,
        input: [28, 23, 3],
        root: conv(3, 7, 2) + max_pool(5, 2),
        first: basic[(32, 2), (24, 1)],
        second: basic[(8, 1)],
        third: basic[(8, 1), (16, 1)],
        classes: 10,
    }

    pub struct Random252 {
        dialect: slim_v2,
        input: [10, 23, 4],
        root: conv(4, 4, 1) + max_pool(3, 3),
        first: bottleneck[(4, 8, 2)],
        second: bottleneck[(40, 2, 1)],
        third: bottleneck[(40, 2, 1)],
        global_pool: false,
        classes: none,
    }

    pub struct Random253 {
        dialect: slim_v1,
        input: [36, 41, 3],
        root: conv(4, 12, 3) + max_pool(2, 3),
        first: bottleneck[(32, 64, 2), (32, 8, 1), (16, 5, 1)],
        second: bottleneck[(16, 64, 1)],
        third: bottleneck[(40, 64, 1)],
        dilate: [first],
        classes: 7,
    }

    pub struct Random254 {
        dialect: torch,
        input: [34, 22, 4],
        root: conv(3, 33, 1) + conv(1, 12, 1) + conv(5, 7, 1) + max_pool(3, 2),
        first: bottleneck[(5, 32, 2)],
        second: bottleneck[(32, 32, 1), (17, 32, 3)],
        output_stride: 4,
        groups: 4,
        shortcut: avg_pool,
        attention: eca,
        classes: none,
    }

    pub struct Random255 {
        dialect: torch,
        input: [20, 30, 4],
        root: conv(3, 7, 2) + max_pool(5, 3),
        first: basic[(8, 2), (8, 1)],
        second: basic[(5, 1), (5, 1)],
        third: basic[(16, 1), (16, 1), (16, 1)],
        shortcut: avg_pool,
        attention: se(4),
        classes: none,
    }

    pub struct Random256 {
        dialect: timm_v2,
        input: [22, 37, 1],
        root: none,
        first: bottleneck[(8, 12, 3), (8, 8, 1), (16, 5, 2)],
        second: bottleneck[(16, 5, 2), (32, 4, 1)],
        shortcut: conv,
        classes: 10,
    }

    pub struct Random257 {
        dialect: cifar_v1,
        input: [22, 20, 3],
        root: none,
        first: basic[(3, 1), (32, 2), (32, 2)],
        shortcut: pad,
        classes: none,
    }

    pub struct Random258 {
        dialect: cifar_v2,
        input: [25, 13, 4],
        root: conv(3, 20, 2) + max_pool(3, 2),
        first: bottleneck[(17, 2, 1), (17, 4, 1)],
        second: bottleneck[(8, 12, 1), (8, 8, 2)],
        dilate: [second],
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random259 {
        dialect: slim_v2,
        input: [11, 38, 3],
        root: none,
        first: bottleneck[(40, 64, 1)],
        classes: 33,
    }

    pub struct Random260 {
        dialect: slim_v1,
        input: [10, 32, 3],
        root: none,
        first: bottleneck[(3, 2, 3)],
        second: bottleneck[(3, 64, 1)],
        output_stride: 3,
        activation: silu,
        classes: none,
    }

    pub struct Random261 {
        dialect: torch,
        input: [24, 27, 4],
        root: conv(5, 7, 2) + conv(5, 16, 1) + conv(3, 4, 1) + max_pool(3, 2),
        first: bottleneck[(4, 64, 1), (32, 10, 1)],
        second: bottleneck[(32, 64, 2)],
        groups: 2,
        shortcut: avg_pool,
        activation: silu,
        classes: 10,
    }

    pub struct Random262 {
        dialect: torch,
        input: [39, 34, 3],
        root: conv(1, 20, 3) + conv(1, 12, 1) + conv(3, 16, 1),
        first: basic[(8, 1), (40, 2), (40, 1)],
        second: basic[(40, 1)],
        blur: true,
        attention: se,
        activation: relu6,
        classes: 33,
    }

    pub struct Random263 {
        dialect: timm_v2,
        input: [21, 38, 3],
        root: conv(7, 20, 2) + conv(3, 7, 1) + conv(3, 33, 1) + max_pool(3, 3),
        first: basic[(16, 1)],
        second: basic[(16, 2), (16, 1)],
        third: basic[(16, 1), (24, 1)],
        shortcut: conv,
        activation: silu,
        classes: none,
    }

    pub struct Random264 {
        dialect: cifar_v1,
        input: [34, 41, 3],
        root: conv(3, 12, 2) + max_pool(5, 3),
        first: basic[(8, 2), (16, 1)],
        dilate: [first],
        shortcut: conv,
        activation: relu,
        classes: 10,
    }

    pub struct Random265 {
        dialect: cifar_v2,
        input: [22, 12, 3],
        root: conv(7, 7, 1) + max_pool(3, 2),
        first: basic[(32, 2), (40, 1)],
        dilate: [first],
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random266 {
        dialect: slim_v2,
        input: [22, 34, 4],
        root: none,
        first: bottleneck[(4, 5, 1), (4, 5, 2), (17, 12, 2)],
        output_stride: 1,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random267 {
        dialect: slim_v1,
        input: [19, 11, 1],
        root: conv(7, 16, 2),
        first: bottleneck[(32, 64, 2), (32, 4, 1), (32, 8, 1)],
        second: bottleneck[(24, 12, 1)],
        third: bottleneck[(24, 8, 1)],
        output_stride: 4,
        activation: relu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random268 {
        dialect: torch,
        input: [10, 17, 1],
        root: conv(3, 7, 1),
        first: basic[(8, 1), (17, 1)],
        second: basic[(24, 2), (5, 1), (5, 1)],
        third: basic[(16, 1)],
        dilate: [second],
        blur: true,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random269 {
        dialect: torch,
        input: [30, 10, 1],
        root: conv(7, 12, 3) + conv(1, 33, 1) + conv(5, 12, 1) + max_pool(5, 2),
        first: bottleneck[(5, 48, 1), (5, 20, 1)],
        output_stride: 6,
        groups: 4,
        shortcut: avg_pool,
        activation: relu,
        classes: 33,
    }

    pub struct Random270 {
        dialect: timm_v2,
        input: [39, 36, 4],
        root: conv(7, 12, 1) + conv(7, 12, 1) + conv(3, 12, 1) + max_pool(3, 1),
        first: basic[(32, 2), (32, 2)],
        second: basic[(32, 3), (5, 1)],
        activation: silu,
        classes: 33,
    }

    pub struct Random271 {
        dialect: cifar_v1,
        input: [35, 26, 4],
        root: none,
        first: basic[(4, 3)],
        second: basic[(5, 3)],
        shortcut: conv,
        global_pool: false,
        classes: none,
    }

    pub struct Random272 {
        dialect: cifar_v2,
        input: [31, 9, 3],
        root: none,
        first: basic[(16, 2)],
        second: basic[(16, 1), (5, 1)],
        third: basic[(32, 1), (8, 1)],
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random273 {
        dialect: slim_v2,
        input: [28, 18, 4],
        root: conv(3, 33, 1),
        first: bottleneck[(33, 12, 3), (33, 2, 1)],
        global_pool: false,
        classes: 33,
    }

    pub struct Random274 {
        dialect: slim_v1,
        input: [10, 26, 3],
        root: none,
        first: bottleneck[(24, 4, 1), (24, 5, 2)],
        second: bottleneck[(24, 2, 1)],
        activation: relu6,
        classes: none,
    }

    pub struct Random275 {
        dialect: torch,
        input: [35, 24, 4],
        root: conv(3, 20, 2) + conv(3, 20, 1) + conv(3, 12, 1) + max_pool(5, 2),
        first: basic[(12, 1), (12, 1), (17, 1)],
        output_stride: 4,
        shortcut: pad,
        attention: eca,
        classes: 7,
    }

    pub struct Random276 {
        dialect: torch,
        input: [18, 13, 3],
        root: conv(1, 7, 3) + max_pool(5, 3),
        first: bottleneck[(7, 5, 1)],
        shortcut: avg_pool,
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random277 {
        dialect: timm_v2,
        input: [36, 12, 3],
        root: conv(3, 7, 3),
        first: bottleneck[(8, 12, 1), (5, 12, 1), (5, 63, 2)],
        second: bottleneck[(5, 24, 1), (32, 6, 1)],
        third: bottleneck[(16, 15, 1), (16, 6, 1), (8, 15, 1)],
        groups: 3,
        classes: 10,
    }

    pub struct Random278 {
        dialect: cifar_v1,
        input: [17, 26, 3],
        root: none,
        first: basic[(8, 2)],
        output_stride: 1,
        shortcut: conv,
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random279 {
        dialect: cifar_v2,
        input: [40, 32, 1],
        root: conv(5, 20, 3) + max_pool(3, 2),
        first: basic[(20, 2)],
        second: basic[(20, 1), (20, 1), (17, 1)],
        dilate: [first],
        classes: 7,
    }

    pub struct Random280 {
        dialect: slim_v2,
        input: [39, 28, 4],
        root: none,
        first: bottleneck[(4, 64, 2)],
        second: bottleneck[(5, 2, 2), (5, 12, 2)],
        dilate: [second],
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random281 {
        dialect: slim_v1,
        input: [20, 16, 3],
        root: none,
        first: bottleneck[(3, 12, 2), (3, 64, 2), (32, 2, 1)],
        second: bottleneck[(32, 8, 1)],
        third: bottleneck[(24, 4, 1)],
        dilate: [first],
        classes: 1,
    }

    pub struct Random282 {
        dialect: torch,
        input: [17, 40, 1],
        root: conv(7, 20, 2) + conv(3, 20, 1) + conv(1, 20, 1) + max_pool(3, 1),
        first: basic[(5, 3), (17, 1)],
        second: basic[(17, 1)],
        output_stride: 2,
        shortcut: conv,
        attention: se(4),
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random283 {
        dialect: torch,
        input: [33, 35, 3],
        root: none,
        first: bottleneck[(16, 12, 2)],
        second: bottleneck[(16, 24, 1), (40, 24, 2), (40, 6, 1)],
        dilate: [first, second],
        groups: 3,
        shortcut: avg_pool,
        blur: true,
        attention: eca,
        activation: relu6,
        classes: none,
    }

    pub struct Random284 {
        dialect: timm_v2,
        input: [37, 14, 3],
        root: conv(5, 4, 3),
        first: basic[(4, 1), (8, 2)],
        shortcut: avg_pool,
        activation: silu,
        classes: 33,
    }

    pub struct Random285 {
        dialect: cifar_v1,
        input: [29, 17, 1],
        root: conv(7, 33, 1),
        first: basic[(33, 2)],
        second: basic[(33, 3), (33, 1)],
        third: basic[(33, 1), (33, 1)],
        output_stride: 2,
        activation: relu6,
        classes: 10,
    }

    pub struct Random286 {
        dialect: cifar_v2,
        input: [24, 31, 3],
        root: conv(7, 4, 3) + max_pool(3, 2),
        first: bottleneck[(4, 5, 2)],
        second: bottleneck[(5, 12, 1)],
        dilate: [first],
        classes: none,
    }

    pub struct Random287 {
        dialect: slim_v2,
        input: [22, 13, 1],
        root: conv(3, 20, 1),
        first: bottleneck[(20, 64, 2)],
        second: bottleneck[(20, 12, 1), (20, 5, 3)],
        third: bottleneck[(20, 8, 1)],
        output_stride: 2,
        activation: relu6,
        classes: 33,
    }

    pub struct Random288 {
        dialect: slim_v1,
        input: [23, 35, 3],
        root: none,
        first: bottleneck[(3, 5, 2), (3, 5, 1), (3, 12, 2)],
        second: bottleneck[(40, 4, 3), (16, 5, 1)],
        third: bottleneck[(40, 12, 1)],
        classes: 33,
    }

    pub struct Random289 {
        dialect: torch,
        input: [31, 33, 1],
        root: conv(7, 33, 3) + max_pool(3, 2),
        first: basic[(33, 1), (33, 1), (40, 1)],
        output_stride: 6,
        shortcut: pad,
        blur: true,
        activation: relu6,
        classes: 7,
    }

    pub struct Random290 {
        dialect: torch,
        input: [28, 20, 3],
        root: conv(3, 4, 2) + conv(5, 7, 1) + conv(5, 12, 1),
        first: bottleneck[(12, 10, 3)],
        groups: 2,
        shortcut: avg_pool,
        activation: relu6,
        classes: 1,
    }

    pub struct Random291 {
        dialect: timm_v2,
        input: [28, 36, 3],
        root: conv(1, 7, 3),
        first: bottleneck[(5, 24, 1), (5, 4, 3), (5, 64, 2)],
        output_stride: 18,
        groups: 2,
        shortcut: conv,
        global_pool: false,
        classes: 10,
    }

    pub struct Random292 {
        dialect: cifar_v1,
        input: [41, 15, 1],
        root: none,
        first: basic[(1, 1), (24, 1)],
        second: basic[(24, 1)],
        third: basic[(24, 2)],
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random293 {
        dialect: cifar_v2,
        input: [19, 40, 3],
        root: none,
        first: bottleneck[(32, 2, 2), (32, 8, 1)],
        dilate: [first],
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random294 {
        dialect: slim_v2,
        input: [11, 39, 3],
        root: none,
        first: bottleneck[(8, 5, 2), (16, 2, 2), (17, 4, 1)],
        second: bottleneck[(17, 12, 1), (40, 4, 1), (8, 2, 1)],
        output_stride: 4,
        classes: 1,
    }

    pub struct Random295 {
        dialect: slim_v1,
        input: [38, 20, 1],
        root: none,
        first: bottleneck[(17, 2, 1), (17, 2, 1), (17, 12, 2)],
        second: bottleneck[(17, 8, 1)],
        activation: silu,
        classes: 7,
    }

    pub struct Random296 {
        dialect: torch,
        input: [28, 37, 1],
        root: none,
        first: basic[(1, 2), (1, 1)],
        output_stride: 2,
        shortcut: avg_pool,
        blur: true,
        attention: eca,
        global_pool: false,
        classes: 1,
    }

    pub struct Random297 {
        dialect: torch,
        input: [10, 27, 1],
        root: conv(3, 16, 1) + max_pool(3, 3),
        first: basic[(16, 1), (16, 1), (32, 1)],
        second: basic[(32, 1)],
        shortcut: pad,
        classes: 7,
    }

    pub struct Random298 {
        dialect: timm_v2,
        input: [26, 18, 3],
        root: conv(1, 20, 2) + max_pool(3, 2),
        first: bottleneck[(20, 12, 1), (20, 24, 1)],
        groups: 3,
        shortcut: avg_pool,
        activation: relu6,
        classes: 33,
    }

    pub struct Random299 {
        dialect: cifar_v1,
        input: [21, 16, 1],
        root: none,
        first: basic[(16, 1)],
        second: basic[(5, 2)],
        shortcut: conv,
        classes: 10,
    }

    pub struct Random300 {
        dialect: cifar_v2,
        input: [22, 17, 3],
        root: conv(1, 20, 2),
        first: bottleneck[(32, 4, 1), (24, 64, 2)],
        output_stride: 2,
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random301 {
        dialect: slim_v2,
        input: [25, 36, 3],
        root: conv(3, 33, 2) + max_pool(2, 2),
        first: bottleneck[(8, 5, 2)],
        output_stride: 8,
        classes: 7,
    }

    pub struct Random302 {
        dialect: slim_v1,
        input: [39, 35, 3],
        root: none,
        first: bottleneck[(16, 12, 2)],
        second: bottleneck[(16, 5, 2)],
        activation: relu6,
        classes: 33,
    }

    pub struct Random303 {
        dialect: torch,
        input: [36, 27, 3],
        root: conv(5, 12, 3) + max_pool(5, 2),
        first: basic[(12, 1), (16, 2), (5, 1)],
        global_pool: false,
        classes: 1,
    }

    pub struct Random304 {
        dialect: torch,
        input: [26, 33, 3],
        root: conv(3, 33, 1) + conv(5, 12, 1) + conv(7, 20, 1) + max_pool(3, 3),
        first: basic[(5, 2), (5, 1)],
        second: basic[(5, 1)],
        third: basic[(16, 1), (8, 1), (8, 1)],
        shortcut: avg_pool,
        activation: relu6,
        classes: 7,
    }

    pub struct Random305 {
        dialect: timm_v2,
        input: [22, 16, 3],
        root: conv(1, 4, 1),
        first: basic[(16, 2)],
        second: basic[(16, 2), (32, 1), (8, 1)],
        activation: relu,
        classes: 1,
    }

    pub struct Random306 {
        dialect: cifar_v1,
        input: [17, 32, 3],
        root: conv(1, 4, 2),
        first: basic[(16, 2)],
        second: basic[(32, 1)],
        output_stride: 4,
        shortcut: conv,
        classes: 10,
    }

    pub struct Random307 {
        dialect: cifar_v2,
        input: [41, 36, 3],
        root: conv(7, 20, 2),
        first: basic[(20, 1)],
        second: basic[(32, 1), (32, 3)],
        activation: relu6,
        classes: 1,
    }

    pub struct Random308 {
        dialect: slim_v2,
        input: [15, 38, 1],
        root: none,
        first: bottleneck[(17, 8, 2)],
        second: bottleneck[(17, 2, 2), (17, 64, 2)],
        third: bottleneck[(8, 8, 1)],
        activation: silu,
        classes: 10,
    }

    pub struct Random309 {
        dialect: slim_v1,
        input: [34, 24, 3],
        root: none,
        first: bottleneck[(3, 64, 2), (3, 8, 1)],
        second: bottleneck[(32, 12, 1)],
        classes: 1,
    }

    pub struct Random310 {
        dialect: torch,
        input: [11, 38, 3],
        root: none,
        first: bottleneck[(40, 64, 1), (40, 20, 1), (17, 20, 1)],
        second: bottleneck[(24, 32, 3)],
        groups: 4,
        activation: relu6,
        classes: 33,
    }

    pub struct Random311 {
        dialect: torch,
        input: [11, 18, 1],
        root: none,
        first: basic[(17, 2), (16, 1)],
        second: basic[(16, 1), (16, 1)],
        third: basic[(5, 1)],
        shortcut: avg_pool,
        blur: true,
        attention: se(4),
        activation: silu,
        classes: 10,
    }

    pub struct Random312 {
        dialect: timm_v2,
        input: [21, 21, 3],
        root: conv(3, 7, 2),
        first: basic[(17, 2), (40, 2)],
        output_stride: 8,
        shortcut: conv,
        activation: silu,
        classes: none,
    }

    pub struct Random313 {
        dialect: cifar_v1,
        input: [40, 26, 3],
        root: conv(7, 33, 3),
        first: basic[(33, 2)],
        second: basic[(33, 1), (16, 2)],
        third: basic[(16, 1), (24, 1)],
        output_stride: 6,
        shortcut: conv,
        activation: relu6,
        classes: 7,
    }

    pub struct Random314 {
        dialect: cifar_v2,
        input: [16, 24, 3],
        root: conv(3, 4, 1) + max_pool(3, 2),
        first: basic[(4, 2), (4, 1), (24, 2)],
        second: basic[(24, 1), (24, 1)],
        third: basic[(32, 1), (5, 1), (5, 1)],
        activation: relu6,
        classes: 1,
    }

    pub struct Random315 {
        dialect: slim_v2,
        input: [11, 37, 3],
        root: none,
        first: bottleneck[(5, 4, 2)],
        second: bottleneck[(5, 2, 2), (5, 64, 1)],
        third: bottleneck[(8, 5, 1)],
        activation: silu,
        classes: none,
    }

    pub struct Random316 {
        dialect: slim_v1,
        input: [38, 40, 3],
        root: none,
        first: bottleneck[(24, 5, 2)],
        second: bottleneck[(24, 2, 1)],
        activation: relu6,
        classes: 7,
    }

    pub struct Random317 {
        dialect: torch,
        input: [10, 33, 1],
        root: conv(3, 33, 3) + max_pool(5, 3),
        first: bottleneck[(33, 16, 1)],
        second: bottleneck[(33, 32, 1)],
        third: bottleneck[(40, 64, 1), (40, 16, 1)],
        groups: 4,
        shortcut: pad,
        attention: se,
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random318 {
        dialect: torch,
        input: [19, 40, 4],
        root: conv(7, 16, 1) + conv(3, 12, 1) + conv(3, 16, 1),
        first: bottleneck[(16, 48, 2), (16, 64, 1), (24, 32, 2)],
        second: bottleneck[(16, 20, 1), (8, 32, 1), (8, 16, 1)],
        groups: 4,
        shortcut: avg_pool,
        blur: true,
        activation: relu,
        classes: 10,
    }

    pub struct Random319 {
        dialect: timm_v2,
        input: [41, 19, 3],
        root: conv(1, 7, 2) + conv(7, 16, 1) + conv(1, 12, 1) + max_pool(3, 2),
        first: bottleneck[(40, 10, 2), (40, 64, 1)],
        second: bottleneck[(40, 24, 1)],
        third: bottleneck[(5, 24, 1)],
        groups: 2,
        classes: none,
    }

    pub struct Random320 {
        dialect: cifar_v1,
        input: [20, 41, 4],
        root: none,
        first: basic[(4, 3)],
        second: basic[(4, 3), (4, 1)],
        third: basic[(5, 1)],
        activation: relu6,
        classes: 7,
    }

    pub struct Random321 {
        dialect: cifar_v2,
        input: [12, 26, 4],
        root: conv(7, 33, 2),
        first: basic[(5, 2)],
        second: basic[(40, 1)],
        third: basic[(40, 1), (40, 1)],
        output_stride: 4,
        global_pool: false,
        classes: 1,
    }

    pub struct Random322 {
        dialect: slim_v2,
        input: [23, 32, 3],
        root: none,
        first: bottleneck[(3, 64, 1)],
        output_stride: 1,
        classes: 7,
    }

    pub struct Random323 {
        dialect: slim_v1,
        input: [9, 18, 1],
        root: none,
        first: bottleneck[(1, 2, 3), (1, 8, 1)],
        second: bottleneck[(1, 2, 1), (1, 64, 1)],
        third: bottleneck[(1, 2, 1), (1, 8, 1), (1, 5, 1)],
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random324 {
        dialect: torch,
        input: [32, 18, 3],
        root: conv(5, 33, 1) + max_pool(5, 2),
        first: bottleneck[(33, 64, 2)],
        second: bottleneck[(33, 4, 1), (33, 12, 1)],
        third: bottleneck[(33, 64, 1)],
        shortcut: pad,
        blur: true,
        activation: silu,
        classes: 7,
    }

    pub struct Random325 {
        dialect: torch,
        input: [27, 20, 3],
        root: none,
        first: bottleneck[(32, 8, 1)],
        second: bottleneck[(32, 12, 2), (5, 4, 1)],
        third: bottleneck[(5, 8, 3), (40, 64, 1)],
        output_stride: 1,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random326 {
        dialect: timm_v2,
        input: [9, 20, 3],
        root: none,
        first: bottleneck[(3, 24, 2)],
        output_stride: 2,
        groups: 3,
        shortcut: avg_pool,
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random327 {
        dialect: cifar_v1,
        input: [22, 17, 3],
        root: none,
        first: basic[(3, 1), (5, 2)],
        second: basic[(5, 3)],
        third: basic[(40, 1), (40, 1)],
        output_stride: 6,
        shortcut: pad,
        activation: silu,
        classes: 10,
    }

    pub struct Random328 {
        dialect: cifar_v2,
        input: [40, 17, 4],
        root: none,
        first: bottleneck[(17, 4, 2)],
        dilate: [first],
        activation: silu,
        classes: 33,
    }

    pub struct Random329 {
        dialect: slim_v2,
        input: [26, 9, 3],
        root: conv(1, 4, 3),
        first: bottleneck[(4, 2, 1), (24, 64, 1), (5, 4, 1)],
        second: bottleneck[(5, 4, 1)],
        third: bottleneck[(5, 2, 1)],
        activation: silu,
        classes: 33,
    }

    pub struct Random330 {
        dialect: slim_v1,
        input: [15, 41, 4],
        root: conv(7, 7, 1),
        first: bottleneck[(40, 12, 2), (24, 8, 2), (24, 5, 1)],
        second: bottleneck[(5, 12, 1)],
        dilate: [first],
        activation: silu,
        classes: 1,
    }

    pub struct Random331 {
        dialect: torch,
        input: [26, 11, 3],
        root: conv(1, 20, 2),
        first: basic[(16, 1)],
        second: basic[(32, 3)],
        shortcut: avg_pool,
        attention: se,
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random332 {
        dialect: torch,
        input: [39, 29, 3],
        root: conv(1, 20, 3) + conv(7, 12, 1) + conv(5, 33, 1) + max_pool(3, 1),
        first: basic[(33, 1), (17, 2), (5, 1)],
        output_stride: 6,
        shortcut: avg_pool,
        blur: true,
        attention: se,
        activation: relu6,
        classes: 33,
    }

    pub struct Random333 {
        dialect: timm_v2,
        input: [35, 22, 4],
        root: none,
        first: basic[(40, 3)],
        second: basic[(8, 2), (16, 2), (16, 1)],
        third: basic[(16, 1)],
        shortcut: avg_pool,
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random334 {
        dialect: cifar_v1,
        input: [27, 25, 4],
        root: conv(7, 7, 2) + max_pool(3, 3),
        first: basic[(40, 1)],
        second: basic[(40, 2)],
        third: basic[(40, 1), (40, 1), (40, 1)],
        output_stride: 12,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random335 {
        dialect: cifar_v2,
        input: [26, 40, 3],
        root: conv(3, 7, 2),
        first: bottleneck[(7, 2, 1)],
        second: bottleneck[(17, 64, 1), (17, 64, 1)],
        output_stride: 2,
        global_pool: false,
        classes: 7,
    }

    pub struct Random336 {
        dialect: slim_v2,
        input: [36, 31, 3],
        root: conv(7, 12, 2) + max_pool(3, 3),
        first: bottleneck[(12, 64, 2)],
        second: bottleneck[(12, 64, 1), (12, 2, 1)],
        third: bottleneck[(12, 64, 1), (24, 5, 1), (16, 8, 1)],
        output_stride: 12,
        global_pool: false,
        classes: none,
    }

    pub struct Random337 {
        dialect: slim_v1,
        input: [26, 39, 4],
        root: conv(7, 20, 2),
        first: bottleneck[(20, 5, 2), (5, 5, 2)],
        second: bottleneck[(5, 5, 1), (5, 4, 1)],
        activation: relu6,
        classes: 1,
    }

    pub struct Random338 {
        dialect: torch,
        input: [16, 25, 3],
        root: conv(3, 4, 1) + conv(3, 16, 1) + conv(1, 16, 1) + max_pool(5, 2),
        first: bottleneck[(16, 16, 1), (5, 8, 2), (5, 16, 1)],
        second: bottleneck[(5, 16, 1), (5, 48, 1), (5, 20, 2)],
        third: bottleneck[(5, 20, 1)],
        output_stride: 4,
        groups: 4,
        shortcut: avg_pool,
        attention: se(4),
        classes: 1,
    }

    pub struct Random339 {
        dialect: torch,
        input: [31, 36, 3],
        root: conv(1, 7, 2) + max_pool(5, 2),
        first: bottleneck[(8, 63, 1), (32, 12, 3)],
        second: bottleneck[(32, 36, 1), (32, 15, 1), (32, 24, 1)],
        dilate: [first],
        groups: 3,
        shortcut: pad,
        global_pool: false,
        classes: 10,
    }

    pub struct Random340 {
        dialect: timm_v2,
        input: [27, 18, 3],
        root: none,
        first: basic[(8, 1), (8, 1), (40, 2)],
        second: basic[(17, 2), (17, 1)],
        third: basic[(17, 1), (17, 1)],
        dilate: [second],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct Random341 {
        dialect: cifar_v1,
        input: [18, 12, 3],
        root: conv(3, 4, 2),
        first: basic[(4, 2), (17, 1)],
        second: basic[(17, 1), (17, 1), (17, 1)],
        third: basic[(17, 1), (24, 1)],
        dilate: [first],
        shortcut: pad,
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random342 {
        dialect: cifar_v2,
        input: [12, 26, 3],
        root: none,
        first: bottleneck[(3, 64, 1)],
        second: bottleneck[(16, 2, 2)],
        third: bottleneck[(32, 2, 1), (32, 8, 2), (16, 12, 1)],
        classes: none,
    }

    pub struct Random343 {
        dialect: slim_v2,
        input: [23, 37, 3],
        root: none,
        first: bottleneck[(8, 64, 2)],
        dilate: [first],
        activation: relu6,
        classes: 7,
    }

    pub struct Random344 {
        dialect: slim_v1,
        input: [20, 33, 4],
        root: conv(2, 4, 3) + max_pool(3, 3),
        first: bottleneck[(8, 8, 1)],
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random345 {
        dialect: torch,
        input: [13, 35, 3],
        root: conv(5, 20, 2) + conv(1, 12, 1) + conv(5, 33, 1),
        first: bottleneck[(17, 8, 1), (17, 5, 2), (17, 12, 1)],
        output_stride: 2,
        shortcut: conv,
        global_pool: false,
        classes: 7,
    }

    pub struct Random346 {
        dialect: torch,
        input: [18, 40, 3],
        root: conv(1, 20, 1) + max_pool(5, 2),
        first: basic[(20, 2)],
        output_stride: 2,
        shortcut: conv,
        attention: se,
        classes: 1,
    }

    pub struct Random347 {
        dialect: timm_v2,
        input: [40, 19, 4],
        root: conv(7, 7, 2),
        first: bottleneck[(7, 10, 2), (7, 4, 1)],
        second: bottleneck[(17, 24, 1)],
        groups: 2,
        shortcut: avg_pool,
        classes: 33,
    }

    pub struct Random348 {
        dialect: cifar_v1,
        input: [28, 26, 3],
        root: none,
        first: basic[(8, 2), (40, 2), (40, 3)],
        second: basic[(16, 1)],
        shortcut: conv,
        global_pool: false,
        classes: none,
    }

    pub struct Random349 {
        dialect: cifar_v2,
        input: [24, 40, 1],
        root: none,
        first: bottleneck[(17, 64, 3), (17, 4, 2)],
        second: bottleneck[(17, 2, 1)],
        output_stride: 6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random350 {
        dialect: slim_v2,
        input: [21, 37, 1],
        root: none,
        first: bottleneck[(32, 8, 1), (32, 12, 1)],
        classes: 10,
    }

    pub struct Random351 {
        dialect: slim_v1,
        input: [29, 17, 3],
        root: conv(5, 33, 3) + max_pool(2, 1),
        first: bottleneck[(24, 12, 2), (24, 64, 1), (5, 2, 1)],
        second: bottleneck[(5, 64, 1)],
        third: bottleneck[(32, 5, 1), (32, 64, 1), (17, 12, 1)],
        activation: silu,
        classes: 1,
    }

    pub struct Random352 {
        dialect: torch,
        input: [35, 40, 3],
        root: conv(3, 7, 3) + max_pool(5, 2),
        first: bottleneck[(7, 12, 2), (17, 12, 1)],
        second: bottleneck[(24, 36, 1), (24, 12, 1), (24, 15, 1)],
        third: bottleneck[(24, 12, 1), (40, 24, 1), (40, 24, 1)],
        output_stride: 12,
        groups: 3,
        shortcut: pad,
        activation: relu6,
        classes: none,
    }

    pub struct Random353 {
        dialect: torch,
        input: [23, 30, 3],
        root: none,
        first: basic[(24, 2)],
        shortcut: avg_pool,
        activation: silu,
        classes: none,
    }

    pub struct Random354 {
        dialect: timm_v2,
        input: [22, 29, 3],
        root: conv(3, 16, 2) + conv(5, 7, 1) + conv(3, 7, 1) + max_pool(3, 3),
        first: basic[(7, 1), (40, 1)],
        output_stride: 6,
        classes: none,
    }

    pub struct Random355 {
        dialect: cifar_v1,
        input: [33, 16, 3],
        root: none,
        first: basic[(3, 1), (24, 3), (8, 2)],
        shortcut: conv,
        global_pool: false,
        classes: 7,
    }

    pub struct Random356 {
        dialect: cifar_v2,
        input: [34, 22, 3],
        root: conv(1, 20, 3) + max_pool(5, 3),
        first: basic[(20, 1)],
        second: basic[(40, 1), (24, 1)],
        output_stride: 9,
        activation: relu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random357 {
        dialect: slim_v2,
        input: [32, 19, 3],
        root: conv(5, 12, 2) + max_pool(3, 2),
        first: bottleneck[(32, 2, 1)],
        second: bottleneck[(16, 2, 2), (17, 12, 1), (17, 8, 1)],
        third: bottleneck[(17, 4, 1)],
        global_pool: false,
        classes: 1,
    }

    pub struct Random358 {
        dialect: slim_v1,
        input: [29, 15, 4],
        root: none,
        first: bottleneck[(16, 64, 1), (16, 2, 3)],
        second: bottleneck[(16, 64, 1), (16, 5, 2), (17, 8, 1)],
        third: bottleneck[(17, 64, 1)],
        classes: 7,
    }

    pub struct Random359 {
        dialect: torch,
        input: [37, 11, 3],
        root: none,
        first: bottleneck[(3, 15, 2), (3, 12, 1), (3, 15, 1)],
        second: bottleneck[(8, 63, 1), (8, 15, 1)],
        dilate: [first],
        groups: 3,
        shortcut: avg_pool,
        blur: true,
        attention: se(4),
        global_pool: false,
        classes: 33,
    }

    pub struct Random360 {
        dialect: torch,
        input: [25, 21, 3],
        root: none,
        first: basic[(40, 3)],
        second: basic[(40, 2)],
        dilate: [second],
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random361 {
        dialect: timm_v2,
        input: [21, 10, 1],
        root: conv(7, 4, 2),
        first: basic[(4, 2), (24, 1)],
        shortcut: avg_pool,
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random362 {
        dialect: cifar_v1,
        input: [35, 22, 3],
        root: conv(3, 4, 3),
        first: basic[(4, 1), (40, 1), (40, 2)],
        second: basic[(40, 1)],
        third: basic[(40, 1), (40, 2)],
        global_pool: false,
        classes: 33,
    }

    pub struct Random363 {
        dialect: cifar_v2,
        input: [14, 10, 3],
        root: none,
        first: basic[(40, 2)],
        second: basic[(32, 1)],
        third: basic[(32, 1)],
        output_stride: 2,
        classes: 7,
    }

    pub struct Random364 {
        dialect: slim_v2,
        input: [23, 40, 1],
        root: conv(4, 16, 1),
        first: bottleneck[(40, 4, 2)],
        second: bottleneck[(40, 4, 3), (40, 2, 1), (24, 2, 2)],
        third: bottleneck[(32, 4, 1)],
        classes: none,
    }

    pub struct Random365 {
        dialect: slim_v1,
        input: [13, 27, 4],
        root: none,
        first: bottleneck[(16, 64, 3)],
        dilate: [first],
        activation: relu,
        classes: 10,
    }

    pub struct Random366 {
        dialect: torch,
        input: [10, 40, 3],
        root: conv(5, 33, 3) + max_pool(5, 2),
        first: basic[(33, 1)],
        second: basic[(40, 1)],
        third: basic[(40, 1)],
        output_stride: 6,
        shortcut: pad,
        activation: relu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random367 {
        dialect: torch,
        input: [13, 16, 3],
        root: conv(3, 16, 2) + max_pool(3, 2),
        first: bottleneck[(5, 64, 1), (5, 16, 1), (5, 32, 2)],
        second: bottleneck[(5, 32, 1)],
        third: bottleneck[(5, 64, 1), (24, 20, 1)],
        output_stride: 8,
        groups: 4,
        shortcut: avg_pool,
        attention: se,
        global_pool: false,
        classes: none,
    }

    pub struct Random368 {
        dialect: timm_v2,
        input: [17, 12, 3],
        root: none,
        first: bottleneck[(17, 5, 1)],
        second: bottleneck[(17, 5, 1), (17, 2, 1), (17, 5, 1)],
        output_stride: 1,
        shortcut: conv,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random369 {
        dialect: cifar_v1,
        input: [39, 11, 4],
        root: conv(3, 16, 3) + max_pool(5, 3),
        first: basic[(16, 1), (17, 1)],
        second: basic[(17, 1)],
        third: basic[(17, 1)],
        output_stride: 9,
        shortcut: pad,
        global_pool: false,
        classes: 33,
    }

    pub struct Random370 {
        dialect: cifar_v2,
        input: [19, 30, 4],
        root: none,
        first: basic[(16, 1), (16, 3), (16, 1)],
        second: basic[(17, 2)],
        global_pool: false,
        classes: 1,
    }

    pub struct Random371 {
        dialect: slim_v2,
        input: [15, 39, 3],
        root: conv(1, 16, 2),
        first: bottleneck[(16, 2, 2), (16, 2, 1), (16, 12, 1)],
        activation: relu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random372 {
        dialect: slim_v1,
        input: [21, 35, 4],
        root: conv(5, 12, 1),
        first: bottleneck[(16, 5, 2), (16, 12, 2), (5, 12, 1)],
        second: bottleneck[(17, 12, 1)],
        third: bottleneck[(17, 2, 1), (17, 4, 3)],
        output_stride: 4,
        classes: 10,
    }

    pub struct Random373 {
        dialect: torch,
        input: [25, 26, 3],
        root: conv(1, 16, 2) + conv(1, 7, 1) + conv(1, 4, 1) + max_pool(3, 3),
        first: basic[(5, 1), (5, 1)],
        shortcut: conv,
        classes: 33,
    }

    pub struct Random374 {
        dialect: torch,
        input: [20, 28, 3],
        root: none,
        first: bottleneck[(3, 15, 2), (24, 12, 2), (24, 15, 1)],
        second: bottleneck[(24, 63, 1)],
        dilate: [first],
        groups: 3,
        shortcut: avg_pool,
        blur: true,
        attention: se,
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random375 {
        dialect: timm_v2,
        input: [24, 38, 3],
        root: conv(7, 33, 2) + conv(3, 4, 1) + conv(1, 4, 1) + max_pool(5, 1),
        first: bottleneck[(24, 12, 3)],
        second: bottleneck[(17, 36, 1)],
        third: bottleneck[(8, 63, 1)],
        groups: 3,
        classes: 7,
    }

    pub struct Random376 {
        dialect: cifar_v1,
        input: [24, 31, 3],
        root: conv(3, 20, 3) + max_pool(3, 2),
        first: basic[(20, 2), (20, 1), (40, 1)],
        second: basic[(40, 1), (40, 1)],
        third: basic[(40, 1)],
        dilate: [first],
        shortcut: pad,
        classes: 10,
    }

    pub struct Random377 {
        dialect: cifar_v2,
        input: [27, 10, 1],
        root: conv(5, 4, 2) + max_pool(3, 2),
        first: basic[(4, 1), (16, 1), (16, 1)],
        output_stride: 4,
        classes: 33,
    }

    pub struct Random378 {
        dialect: slim_v2,
        input: [37, 15, 1],
        root: conv(7, 20, 2) + max_pool(3, 3),
        first: bottleneck[(16, 8, 1)],
        output_stride: 6,
        activation: relu6,
        classes: 1,
    }

    pub struct Random379 {
        dialect: slim_v1,
        input: [33, 18, 4],
        root: none,
        first: bottleneck[(4, 64, 2)],
        second: bottleneck[(8, 64, 2)],
        global_pool: false,
        classes: 7,
    }

    pub struct Random380 {
        dialect: torch,
        input: [12, 12, 4],
        root: conv(3, 33, 2) + max_pool(5, 1),
        first: basic[(16, 1), (17, 1), (17, 1)],
        second: basic[(40, 1)],
        third: basic[(16, 1)],
        output_stride: 2,
        blur: true,
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random381 {
        dialect: torch,
        input: [14, 18, 1],
        root: none,
        first: bottleneck[(1, 15, 1), (1, 36, 2), (8, 12, 3)],
        second: bottleneck[(24, 6, 1)],
        third: bottleneck[(24, 15, 1), (24, 24, 1)],
        groups: 3,
        shortcut: pad,
        attention: eca,
        activation: silu,
        classes: 10,
    }

    pub struct Random382 {
        dialect: timm_v2,
        input: [26, 31, 1],
        root: none,
        first: bottleneck[(1, 24, 2), (1, 6, 3)],
        dilate: [first],
        groups: 3,
        shortcut: avg_pool,
        activation: silu,
        classes: 10,
    }

    pub struct Random383 {
        dialect: cifar_v1,
        input: [20, 37, 3],
        root: conv(3, 16, 3) + max_pool(3, 3),
        first: basic[(5, 1), (5, 1)],
        second: basic[(5, 1), (32, 1), (17, 1)],
        third: basic[(17, 1)],
        output_stride: 9,
        shortcut: conv,
        global_pool: false,
        classes: 1,
    }

    pub struct Random384 {
        dialect: cifar_v2,
        input: [13, 37, 4],
        root: none,
        first: bottleneck[(4, 2, 2), (40, 4, 1), (40, 8, 1)],
        second: bottleneck[(8, 4, 2), (5, 8, 1), (5, 5, 1)],
        classes: 1,
    }

    pub struct Random385 {
        dialect: slim_v2,
        input: [40, 32, 4],
        root: none,
        first: bottleneck[(17, 64, 2)],
        output_stride: 1,
        activation: relu6,
        classes: 7,
    }

    pub struct Random386 {
        dialect: slim_v1,
        input: [9, 33, 4],
        root: conv(5, 4, 2) + max_pool(3, 3),
        first: bottleneck[(4, 12, 1), (4, 5, 1), (4, 8, 1)],
        second: bottleneck[(32, 8, 1)],
        third: bottleneck[(32, 2, 1), (17, 2, 1), (32, 2, 1)],
        global_pool: false,
        classes: 1,
    }

    pub struct Random387 {
        dialect: torch,
        input: [15, 41, 3],
        root: conv(7, 7, 2) + conv(5, 16, 1) + conv(1, 4, 1) + max_pool(3, 1),
        first: bottleneck[(8, 8, 2)],
        second: bottleneck[(17, 8, 1), (17, 24, 1)],
        third: bottleneck[(40, 10, 2), (32, 4, 1), (32, 16, 1)],
        groups: 2,
        shortcut: avg_pool,
        activation: relu,
        global_pool: false,
        classes: none,
    }

    pub struct Random388 {
        dialect: torch,
        input: [13, 36, 3],
        root: none,
        first: bottleneck[(3, 64, 2), (3, 24, 2), (32, 4, 1)],
        second: bottleneck[(32, 16, 1), (5, 8, 1), (24, 10, 1)],
        groups: 2,
        shortcut: avg_pool,
        classes: none,
    }

    pub struct Random389 {
        dialect: timm_v2,
        input: [27, 16, 3],
        root: conv(1, 12, 3) + max_pool(3, 2),
        first: bottleneck[(8, 8, 1), (16, 10, 1), (8, 8, 1)],
        output_stride: 6,
        groups: 2,
        shortcut: conv,
        classes: 1,
    }

    pub struct Random390 {
        dialect: cifar_v1,
        input: [17, 33, 4],
        root: none,
        first: basic[(24, 2)],
        second: basic[(40, 2)],
        third: basic[(40, 2), (40, 1), (40, 1)],
        dilate: [third],
        shortcut: pad,
        global_pool: false,
        classes: 10,
    }

    pub struct Random391 {
        dialect: cifar_v2,
        input: [39, 14, 1],
        root: conv(5, 33, 2),
        first: basic[(24, 2)],
        second: basic[(24, 1), (32, 1)],
        dilate: [first],
        classes: 7,
    }

    pub struct Random392 {
        dialect: slim_v2,
        input: [32, 19, 3],
        root: none,
        first: bottleneck[(40, 12, 3), (40, 64, 3)],
        second: bottleneck[(8, 64, 1), (32, 4, 1), (16, 64, 1)],
        dilate: [first],
        classes: 10,
    }

    pub struct Random393 {
        dialect: slim_v1,
        input: [21, 26, 3],
        root: none,
        first: bottleneck[(32, 12, 1), (5, 12, 2)],
        second: bottleneck[(5, 12, 1), (5, 2, 2)],
        third: bottleneck[(32, 5, 2)],
        classes: 1,
    }

    pub struct Random394 {
        dialect: torch,
        input: [19, 22, 4],
        root: conv(5, 12, 2),
        first: basic[(12, 1), (12, 2)],
        dilate: [first],
        shortcut: pad,
        attention: eca,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random395 {
        dialect: torch,
        input: [30, 9, 4],
        root: conv(1, 16, 1) + conv(3, 16, 1) + conv(3, 20, 1) + max_pool(5, 3),
        first: bottleneck[(20, 5, 1), (24, 4, 1), (24, 12, 1)],
        second: bottleneck[(24, 64, 1)],
        third: bottleneck[(24, 4, 1), (5, 5, 1)],
        output_stride: 3,
        shortcut: avg_pool,
        global_pool: false,
        classes: 10,
    }

    pub struct Random396 {
        dialect: timm_v2,
        input: [21, 21, 1],
        root: conv(7, 7, 1),
        first: bottleneck[(5, 2, 2), (24, 4, 1)],
        shortcut: avg_pool,
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random397 {
        dialect: cifar_v1,
        input: [16, 17, 1],
        root: none,
        first: basic[(1, 2), (17, 1), (17, 3)],
        second: basic[(17, 1), (17, 1)],
        third: basic[(17, 1), (16, 1), (5, 1)],
        shortcut: conv,
        classes: 10,
    }

    pub struct Random398 {
        dialect: cifar_v2,
        input: [15, 18, 3],
        root: none,
        first: basic[(3, 1), (3, 1)],
        second: basic[(5, 1)],
        output_stride: 1,
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random399 {
        dialect: slim_v2,
        input: [39, 17, 4],
        root: none,
        first: bottleneck[(24, 5, 2), (5, 64, 2), (32, 5, 2)],
        activation: relu6,
        classes: 1,
    }

    pub struct Random400 {
        dialect: slim_v1,
        input: [24, 37, 3],
        root: conv(3, 33, 2) + max_pool(4, 2),
        first: bottleneck[(33, 12, 2)],
        second: bottleneck[(24, 8, 1), (24, 5, 1), (24, 64, 1)],
        third: bottleneck[(24, 5, 1)],
        global_pool: false,
        classes: 10,
    }

    pub struct Random401 {
        dialect: torch,
        input: [33, 32, 3],
        root: conv(3, 12, 2) + conv(7, 7, 1) + conv(7, 20, 1),
        first: bottleneck[(40, 8, 1), (40, 16, 3)],
        second: bottleneck[(40, 64, 2), (40, 4, 1)],
        dilate: [first, second],
        groups: 2,
        shortcut: pad,
        classes: 33,
    }

    pub struct Random402 {
        dialect: torch,
        input: [32, 34, 4],
        root: conv(7, 33, 2) + conv(5, 33, 1) + conv(3, 4, 1) + max_pool(5, 2),
        first: basic[(4, 1), (24, 3)],
        second: basic[(24, 1), (8, 1), (8, 1)],
        third: basic[(32, 1), (32, 1), (5, 1)],
        shortcut: conv,
        global_pool: false,
        classes: 7,
    }

    pub struct Random403 {
        dialect: timm_v2,
        input: [12, 28, 3],
        root: conv(5, 12, 2) + max_pool(3, 2),
        first: bottleneck[(12, 5, 1)],
        second: bottleneck[(8, 4, 1)],
        output_stride: 4,
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random404 {
        dialect: cifar_v1,
        input: [29, 14, 3],
        root: none,
        first: basic[(3, 3)],
        second: basic[(3, 1)],
        third: basic[(3, 2)],
        dilate: [third],
        activation: relu,
        classes: 10,
    }

    pub struct Random405 {
        dialect: cifar_v2,
        input: [30, 35, 1],
        root: none,
        first: bottleneck[(1, 8, 3)],
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random406 {
        dialect: slim_v2,
        input: [20, 18, 3],
        root: conv(1, 33, 2),
        first: bottleneck[(8, 64, 2), (8, 8, 1)],
        output_stride: 4,
        classes: 7,
    }

    pub struct Random407 {
        dialect: slim_v1,
        input: [21, 39, 3],
        root: none,
        first: bottleneck[(16, 64, 1)],
        output_stride: 1,
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random408 {
        dialect: torch,
        input: [14, 21, 4],
        root: conv(3, 12, 3) + max_pool(3, 2),
        first: basic[(12, 1), (40, 1), (8, 1)],
        second: basic[(8, 1), (8, 1)],
        output_stride: 6,
        shortcut: avg_pool,
        blur: true,
        attention: se,
        activation: relu,
        classes: 7,
    }

    pub struct Random409 {
        dialect: torch,
        input: [9, 20, 1],
        root: none,
        first: basic[(1, 3)],
        second: basic[(1, 1)],
        output_stride: 3,
        shortcut: pad,
        activation: relu,
        classes: none,
    }

    pub struct Random410 {
        dialect: timm_v2,
        input: [39, 21, 4],
        root: none,
        first: bottleneck[(5, 10, 1), (5, 64, 1), (5, 24, 3)],
        second: bottleneck[(5, 4, 2), (5, 4, 1)],
        third: bottleneck[(40, 16, 1), (8, 8, 2)],
        output_stride: 12,
        groups: 2,
        shortcut: avg_pool,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random411 {
        dialect: cifar_v1,
        input: [24, 25, 3],
        root: none,
        first: basic[(40, 2), (40, 1)],
        second: basic[(40, 2), (8, 2)],
        third: basic[(8, 1)],
        output_stride: 4,
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random412 {
        dialect: cifar_v2,
        input: [17, 26, 1],
        root: conv(5, 7, 3) + max_pool(5, 2),
        first: bottleneck[(7, 64, 1), (7, 8, 1), (8, 5, 1)],
        second: bottleneck[(8, 2, 1)],
        third: bottleneck[(40, 2, 1), (40, 64, 1)],
        output_stride: 6,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random413 {
        dialect: slim_v2,
        input: [9, 32, 4],
        root: none,
        first: bottleneck[(24, 2, 2), (40, 8, 1), (5, 5, 2)],
        second: bottleneck[(5, 12, 1)],
        third: bottleneck[(5, 2, 1), (5, 12, 1)],
        classes: 1,
    }

    pub struct Random414 {
        dialect: slim_v1,
        input: [31, 19, 3],
        root: conv(7, 33, 3) + max_pool(3, 2),
        first: bottleneck[(24, 2, 2)],
        second: bottleneck[(16, 4, 1), (16, 2, 1)],
        third: bottleneck[(16, 64, 1)],
        output_stride: 6,
        global_pool: false,
        classes: none,
    }

    pub struct Random415 {
        dialect: torch,
        input: [31, 40, 1],
        root: conv(7, 12, 2) + max_pool(3, 2),
        first: basic[(12, 2), (12, 2), (5, 1)],
        second: basic[(17, 1)],
        shortcut: avg_pool,
        activation: silu,
        classes: 10,
    }

    pub struct Random416 {
        dialect: torch,
        input: [37, 26, 3],
        root: conv(1, 16, 1),
        first: bottleneck[(16, 8, 1)],
        groups: 2,
        shortcut: pad,
        attention: se(4),
        activation: relu6,
        classes: none,
    }

    pub struct Random417 {
        dialect: timm_v2,
        input: [26, 18, 3],
        root: conv(1, 33, 3),
        first: bottleneck[(32, 12, 2)],
        output_stride: 3,
        shortcut: avg_pool,
        classes: 1,
    }

    pub struct Random418 {
        dialect: cifar_v1,
        input: [39, 9, 3],
        root: none,
        first: basic[(17, 1)],
        second: basic[(17, 2)],
        dilate: [second],
        shortcut: pad,
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random419 {
        dialect: cifar_v2,
        input: [28, 36, 3],
        root: conv(7, 7, 1),
        first: bottleneck[(7, 64, 2), (5, 64, 1), (8, 4, 2)],
        output_stride: 1,
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random420 {
        dialect: slim_v2,
        input: [15, 10, 3],
        root: none,
        first: bottleneck[(16, 2, 1), (16, 2, 2)],
        second: bottleneck[(16, 12, 2), (17, 5, 1), (17, 64, 1)],
        third: bottleneck[(17, 64, 1)],
        dilate: [first, second],
        global_pool: false,
        classes: none,
    }

    pub struct Random421 {
        dialect: slim_v1,
        input: [28, 24, 3],
        root: conv(2, 16, 2),
        first: bottleneck[(16, 4, 2)],
        dilate: [first],
        activation: relu6,
        classes: 7,
    }

    pub struct Random422 {
        dialect: torch,
        input: [22, 40, 3],
        root: none,
        first: basic[(24, 2)],
        shortcut: avg_pool,
        blur: true,
        activation: relu,
        classes: 10,
    }

    pub struct Random423 {
        dialect: torch,
        input: [21, 22, 3],
        root: conv(7, 4, 2) + max_pool(5, 1),
        first: basic[(4, 1), (4, 2), (32, 1)],
        dilate: [first],
        shortcut: avg_pool,
        attention: se,
        activation: relu6,
        classes: 7,
    }

    pub struct Random424 {
        dialect: timm_v2,
        input: [17, 14, 3],
        root: none,
        first: basic[(40, 3), (8, 1)],
        second: basic[(8, 1)],
        third: basic[(32, 2)],
        output_stride: 3,
        shortcut: avg_pool,
        classes: 1,
    }

    pub struct Random425 {
        dialect: cifar_v1,
        input: [12, 23, 4],
        root: conv(7, 33, 1) + max_pool(3, 2),
        first: basic[(16, 1)],
        second: basic[(16, 2)],
        third: basic[(16, 1)],
        shortcut: conv,
        classes: 33,
    }

    pub struct Random426 {
        dialect: cifar_v2,
        input: [17, 30, 4],
        root: conv(7, 4, 2) + max_pool(3, 2),
        first: bottleneck[(32, 12, 1), (32, 5, 1), (32, 12, 1)],
        second: bottleneck[(17, 2, 2)],
        third: bottleneck[(17, 2, 1)],
        dilate: [second],
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random427 {
        dialect: slim_v2,
        input: [37, 15, 3],
        root: none,
        first: bottleneck[(24, 2, 1)],
        second: bottleneck[(5, 4, 3)],
        third: bottleneck[(5, 5, 2), (5, 12, 1)],
        global_pool: false,
        classes: none,
    }

    pub struct Random428 {
        dialect: slim_v1,
        input: [28, 19, 4],
        root: conv(1, 4, 2) + max_pool(2, 1),
        first: bottleneck[(4, 12, 3)],
        second: bottleneck[(4, 4, 2), (4, 4, 1)],
        dilate: [second],
        classes: 33,
    }

    pub struct Random429 {
        dialect: torch,
        input: [23, 14, 3],
        root: conv(1, 4, 2) + max_pool(3, 1),
        first: basic[(4, 1)],
        output_stride: 2,
        shortcut: conv,
        blur: true,
        activation: relu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random430 {
        dialect: torch,
        input: [31, 11, 3],
        root: conv(3, 20, 2),
        first: basic[(20, 1), (20, 2)],
        second: basic[(20, 1), (20, 1), (20, 1)],
        shortcut: pad,
        classes: none,
    }

    pub struct Random431 {
        dialect: timm_v2,
        input: [29, 19, 4],
        root: conv(7, 20, 1) + max_pool(5, 2),
        first: basic[(32, 1), (16, 3), (16, 2)],
        second: basic[(24, 1)],
        shortcut: avg_pool,
        activation: relu,
        classes: 10,
    }

    pub struct Random432 {
        dialect: cifar_v1,
        input: [41, 10, 3],
        root: conv(7, 7, 2) + max_pool(5, 1),
        first: basic[(16, 1), (16, 1), (16, 2)],
        second: basic[(40, 1), (40, 1), (40, 1)],
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random433 {
        dialect: cifar_v2,
        input: [13, 10, 1],
        root: conv(1, 12, 1) + max_pool(5, 2),
        first: basic[(12, 1), (32, 1)],
        second: basic[(32, 2)],
        third: basic[(32, 1)],
        classes: 33,
    }

    pub struct Random434 {
        dialect: slim_v2,
        input: [30, 34, 3],
        root: none,
        first: bottleneck[(3, 8, 2), (3, 5, 2), (3, 64, 2)],
        second: bottleneck[(40, 2, 2)],
        third: bottleneck[(40, 64, 1)],
        dilate: [second],
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random435 {
        dialect: slim_v1,
        input: [21, 32, 3],
        root: conv(4, 20, 2),
        first: bottleneck[(40, 12, 2), (32, 8, 2), (32, 4, 1)],
        dilate: [first],
        activation: relu6,
        classes: 7,
    }

    pub struct Random436 {
        dialect: torch,
        input: [19, 31, 3],
        root: none,
        first: basic[(3, 1)],
        shortcut: pad,
        attention: se(4),
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random437 {
        dialect: torch,
        input: [20, 25, 3],
        root: conv(3, 33, 3) + max_pool(5, 3),
        first: basic[(33, 1)],
        activation: silu,
        classes: 33,
    }

    pub struct Random438 {
        dialect: timm_v2,
        input: [27, 37, 3],
        root: none,
        first: basic[(3, 1)],
        shortcut: conv,
        global_pool: false,
        classes: 1,
    }

    pub struct Random439 {
        dialect: cifar_v1,
        input: [22, 9, 3],
        root: conv(5, 16, 2),
        first: basic[(5, 2), (16, 1)],
        dilate: [first],
        shortcut: conv,
        classes: 7,
    }

    pub struct Random440 {
        dialect: cifar_v2,
        input: [15, 38, 3],
        root: none,
        first: basic[(3, 3)],
        second: basic[(16, 2), (32, 1)],
        classes: 1,
    }

    pub struct Random441 {
        dialect: slim_v2,
        input: [40, 27, 1],
        root: none,
        first: bottleneck[(1, 64, 2)],
        output_stride: 2,
        activation: relu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random442 {
        dialect: slim_v1,
        input: [13, 15, 4],
        root: conv(3, 4, 2) + max_pool(2, 2),
        first: bottleneck[(32, 4, 2), (24, 2, 1)],
        dilate: [first],
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random443 {
        dialect: torch,
        input: [9, 25, 3],
        root: conv(3, 7, 3),
        first: bottleneck[(7, 24, 1)],
        second: bottleneck[(8, 4, 1)],
        output_stride: 3,
        groups: 2,
        shortcut: avg_pool,
        activation: relu6,
        classes: 33,
    }

    pub struct Random444 {
        dialect: torch,
        input: [16, 15, 3],
        root: conv(3, 12, 1),
        first: bottleneck[(40, 64, 2), (32, 4, 2)],
        second: bottleneck[(8, 5, 1)],
        third: bottleneck[(8, 64, 1)],
        output_stride: 4,
        shortcut: conv,
        blur: true,
        classes: none,
    }

    pub struct Random445 {
        dialect: timm_v2,
        input: [40, 15, 3],
        root: conv(3, 4, 1) + max_pool(3, 1),
        first: basic[(4, 2), (4, 2), (5, 1)],
        dilate: [first],
        shortcut: conv,
        classes: none,
    }

    pub struct Random446 {
        dialect: cifar_v1,
        input: [29, 24, 3],
        root: none,
        first: basic[(3, 2)],
        shortcut: pad,
        activation: relu6,
        classes: 7,
    }

    pub struct Random447 {
        dialect: cifar_v2,
        input: [21, 27, 1],
        root: none,
        first: bottleneck[(1, 5, 2)],
        dilate: [first],
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random448 {
        dialect: slim_v2,
        input: [20, 14, 3],
        root: none,
        first: bottleneck[(8, 8, 2)],
        second: bottleneck[(5, 2, 1)],
        output_stride: 1,
        classes: 7,
    }

    pub struct Random449 {
        dialect: slim_v1,
        input: [39, 30, 4],
        root: none,
        first: bottleneck[(32, 64, 1)],
        output_stride: 1,
        activation: relu6,
        classes: 33,
    }

    pub struct Random450 {
        dialect: torch,
        input: [12, 34, 3],
        root: conv(1, 7, 3) + conv(3, 33, 1) + conv(3, 12, 1) + max_pool(3, 2),
        first: basic[(16, 1), (16, 1), (8, 1)],
        second: basic[(8, 1)],
        third: basic[(8, 1), (17, 1), (24, 1)],
        output_stride: 6,
        activation: relu6,
        classes: 10,
    }

    pub struct Random451 {
        dialect: torch,
        input: [36, 22, 3],
        root: none,
        first: basic[(3, 2), (16, 2), (17, 2)],
        second: basic[(17, 1)],
        third: basic[(17, 1), (17, 1), (17, 1)],
        shortcut: avg_pool,
        attention: se(4),
        activation: relu,
        classes: 33,
    }

    pub struct Random452 {
        dialect: timm_v2,
        input: [19, 27, 3],
        root: conv(3, 12, 1) + max_pool(3, 2),
        first: bottleneck[(5, 48, 1)],
        second: bottleneck[(24, 32, 2)],
        dilate: [second],
        groups: 4,
        shortcut: conv,
        global_pool: false,
        classes: 7,
    }

    pub struct Random453 {
        dialect: cifar_v1,
        input: [29, 9, 3],
        root: conv(3, 7, 2) + max_pool(3, 2),
        first: basic[(7, 1), (7, 1)],
        second: basic[(17, 1), (40, 1), (16, 1)],
        third: basic[(16, 1)],
        output_stride: 4,
        shortcut: conv,
        activation: relu6,
        classes: 10,
    }

    pub struct Random454 {
        dialect: cifar_v2,
        input: [40, 21, 1],
        root: none,
        first: basic[(5, 2)],
        dilate: [first],
        classes: 1,
    }

    pub struct Random455 {
        dialect: slim_v2,
        input: [41, 11, 3],
        root: conv(7, 12, 2) + max_pool(2, 2),
        first: bottleneck[(16, 8, 1)],
        output_stride: 4,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random456 {
        dialect: slim_v1,
        input: [23, 29, 3],
        root: conv(4, 33, 2),
        first: bottleneck[(33, 8, 1)],
        second: bottleneck[(33, 8, 2)],
        activation: relu6,
        classes: none,
    }

    pub struct Random457 {
        dialect: torch,
        input: [9, 41, 4],
        root: none,
        first: bottleneck[(17, 48, 2), (17, 20, 1)],
        second: bottleneck[(17, 48, 1), (32, 16, 1)],
        third: bottleneck[(32, 32, 1)],
        groups: 4,
        shortcut: pad,
        blur: true,
        attention: eca,
        classes: 10,
    }

    pub struct Random458 {
        dialect: torch,
        input: [32, 11, 3],
        root: conv(3, 7, 1) + conv(7, 4, 1) + conv(3, 7, 1) + max_pool(3, 2),
        first: bottleneck[(7, 63, 2), (40, 12, 1), (8, 6, 1)],
        groups: 3,
        shortcut: conv,
        global_pool: false,
        classes: 10,
    }

    pub struct Random459 {
        dialect: timm_v2,
        input: [31, 9, 3],
        root: conv(3, 33, 1) + conv(3, 16, 1) + conv(5, 7, 1),
        first: basic[(7, 2)],
        shortcut: avg_pool,
        activation: silu,
        classes: none,
    }

    pub struct Random460 {
        dialect: cifar_v1,
        input: [30, 32, 3],
        root: none,
        first: basic[(3, 2), (8, 1), (8, 3)],
        second: basic[(8, 2), (8, 1)],
        third: basic[(32, 1), (32, 1), (32, 1)],
        dilate: [second],
        shortcut: conv,
        activation: relu6,
        classes: 10,
    }

    pub struct Random461 {
        dialect: cifar_v2,
        input: [21, 15, 3],
        root: none,
        first: bottleneck[(17, 4, 2), (17, 12, 1)],
        classes: none,
    }

    pub struct Random462 {
        dialect: slim_v2,
        input: [30, 15, 4],
        root: conv(3, 33, 2),
        first: bottleneck[(40, 64, 1)],
        second: bottleneck[(40, 64, 1), (40, 8, 3)],
        third: bottleneck[(5, 8, 1), (5, 5, 1)],
        activation: silu,
        classes: 33,
    }

    pub struct Random463 {
        dialect: slim_v1,
        input: [41, 37, 4],
        root: conv(5, 20, 2) + max_pool(2, 1),
        first: bottleneck[(32, 2, 2)],
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random464 {
        dialect: torch,
        input: [25, 13, 3],
        root: none,
        first: bottleneck[(3, 64, 2), (8, 8, 1), (24, 4, 1)],
        second: bottleneck[(40, 4, 1), (17, 64, 1), (17, 24, 1)],
        output_stride: 1,
        groups: 2,
        shortcut: avg_pool,
        blur: true,
        attention: se(4),
        classes: 33,
    }

    pub struct Random465 {
        dialect: torch,
        input: [15, 10, 3],
        root: none,
        first: basic[(17, 3)],
        shortcut: conv,
        attention: se,
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random466 {
        dialect: timm_v2,
        input: [20, 18, 3],
        root: conv(5, 12, 1) + max_pool(5, 3),
        first: bottleneck[(12, 24, 1), (8, 6, 1)],
        output_stride: 3,
        groups: 3,
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random467 {
        dialect: cifar_v1,
        input: [21, 12, 1],
        root: conv(5, 20, 2),
        first: basic[(20, 1)],
        second: basic[(16, 2)],
        output_stride: 4,
        shortcut: conv,
        global_pool: false,
        classes: none,
    }

    pub struct Random468 {
        dialect: cifar_v2,
        input: [39, 27, 4],
        root: conv(1, 12, 1),
        first: bottleneck[(12, 12, 2)],
        second: bottleneck[(16, 2, 2)],
        dilate: [second],
        global_pool: false,
        classes: 7,
    }

    pub struct Random469 {
        dialect: slim_v2,
        input: [40, 18, 3],
        root: none,
        first: bottleneck[(40, 4, 2), (40, 2, 2), (40, 5, 2)],
        global_pool: false,
        classes: 33,
    }

    pub struct Random470 {
        dialect: slim_v1,
        input: [35, 23, 3],
        root: conv(1, 20, 2),
        first: bottleneck[(32, 5, 3), (24, 64, 2), (24, 5, 1)],
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random471 {
        dialect: torch,
        input: [15, 10, 3],
        root: none,
        first: basic[(3, 2)],
        second: basic[(3, 1)],
        shortcut: avg_pool,
        blur: true,
        classes: 33,
    }

    pub struct Random472 {
        dialect: torch,
        input: [30, 14, 3],
        root: conv(7, 20, 1),
        first: basic[(40, 2), (40, 2)],
        shortcut: pad,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random473 {
        dialect: timm_v2,
        input: [16, 26, 4],
        root: none,
        first: bottleneck[(16, 4, 2), (8, 16, 1), (8, 24, 2)],
        dilate: [first],
        groups: 2,
        shortcut: avg_pool,
        activation: silu,
        classes: none,
    }

    pub struct Random474 {
        dialect: cifar_v1,
        input: [12, 24, 3],
        root: none,
        first: basic[(32, 1), (8, 2)],
        shortcut: conv,
        activation: silu,
        classes: 7,
    }

    pub struct Random475 {
        dialect: cifar_v2,
        input: [29, 30, 3],
        root: conv(3, 12, 2),
        first: basic[(12, 3)],
        activation: relu6,
        classes: 1,
    }

    pub struct Random476 {
        dialect: slim_v2,
        input: [28, 21, 1],
        root: none,
        first: bottleneck[(24, 4, 2)],
        second: bottleneck[(32, 2, 3)],
        dilate: [second],
        activation: silu,
        classes: 10,
    }

    pub struct Random477 {
        dialect: slim_v1,
        input: [15, 19, 4],
        root: conv(2, 4, 2) + max_pool(4, 2),
        first: bottleneck[(4, 4, 1)],
        second: bottleneck[(4, 12, 1), (4, 12, 1)],
        third: bottleneck[(4, 2, 2)],
        output_stride: 4,
        activation: relu6,
        classes: 10,
    }

    pub struct Random478 {
        dialect: torch,
        input: [10, 32, 3],
        root: none,
        first: bottleneck[(3, 16, 2)],
        second: bottleneck[(3, 48, 1), (5, 48, 2)],
        output_stride: 2,
        groups: 4,
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct Random479 {
        dialect: torch,
        input: [25, 29, 4],
        root: conv(1, 20, 2) + conv(3, 7, 1) + conv(3, 33, 1),
        first: bottleneck[(33, 16, 2), (33, 32, 1), (33, 48, 2)],
        second: bottleneck[(33, 32, 2), (33, 20, 1), (33, 48, 1)],
        groups: 4,
        shortcut: pad,
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random480 {
        dialect: timm_v2,
        input: [25, 18, 3],
        root: none,
        first: basic[(17, 2), (17, 1), (17, 1)],
        second: basic[(17, 1)],
        third: basic[(17, 2), (17, 2)],
        output_stride: 4,
        shortcut: conv,
        classes: none,
    }

    pub struct Random481 {
        dialect: cifar_v1,
        input: [11, 40, 3],
        root: none,
        first: basic[(3, 1), (3, 2)],
        second: basic[(24, 1), (24, 3)],
        output_stride: 1,
        shortcut: conv,
        activation: relu6,
        classes: 33,
    }

    pub struct Random482 {
        dialect: cifar_v2,
        input: [30, 29, 3],
        root: conv(5, 20, 2) + max_pool(3, 2),
        first: bottleneck[(8, 12, 2)],
        second: bottleneck[(16, 4, 1), (5, 2, 1), (5, 5, 1)],
        third: bottleneck[(5, 2, 1), (16, 64, 1), (16, 8, 1)],
        activation: relu6,
        classes: none,
    }

    pub struct Random483 {
        dialect: slim_v2,
        input: [38, 41, 3],
        root: none,
        first: bottleneck[(3, 12, 1)],
        second: bottleneck[(3, 8, 3)],
        activation: silu,
        classes: 7,
    }

    pub struct Random484 {
        dialect: slim_v1,
        input: [9, 39, 3],
        root: conv(2, 7, 2),
        first: bottleneck[(16, 64, 2), (24, 2, 1), (24, 2, 1)],
        second: bottleneck[(17, 12, 1)],
        third: bottleneck[(40, 12, 1), (17, 64, 1)],
        output_stride: 4,
        activation: relu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random485 {
        dialect: torch,
        input: [34, 19, 3],
        root: none,
        first: bottleneck[(17, 8, 2), (17, 5, 3)],
        shortcut: avg_pool,
        global_pool: false,
        classes: 1,
    }

    pub struct Random486 {
        dialect: torch,
        input: [21, 35, 1],
        root: conv(7, 12, 1),
        first: bottleneck[(8, 12, 1), (17, 4, 2), (5, 2, 2)],
        dilate: [first],
        shortcut: conv,
        blur: true,
        attention: se(4),
        activation: relu,
        classes: 7,
    }

    pub struct Random487 {
        dialect: timm_v2,
        input: [10, 9, 3],
        root: none,
        first: basic[(24, 1)],
        second: basic[(24, 1)],
        shortcut: conv,
        activation: silu,
        classes: 1,
    }

    pub struct Random488 {
        dialect: cifar_v1,
        input: [38, 18, 1],
        root: conv(3, 20, 3) + max_pool(5, 2),
        first: basic[(16, 1)],
        second: basic[(24, 1), (24, 1)],
        third: basic[(24, 1), (24, 1)],
        output_stride: 6,
        shortcut: conv,
        activation: relu6,
        classes: 33,
    }

    pub struct Random489 {
        dialect: cifar_v2,
        input: [9, 13, 3],
        root: conv(7, 16, 3),
        first: basic[(32, 1)],
        second: basic[(32, 1)],
        global_pool: false,
        classes: 7,
    }

    pub struct Random490 {
        dialect: slim_v2,
        input: [13, 16, 1],
        root: conv(5, 7, 3) + max_pool(2, 2),
        first: bottleneck[(7, 12, 1)],
        second: bottleneck[(5, 4, 1), (16, 12, 1)],
        third: bottleneck[(16, 5, 1), (16, 64, 1), (16, 4, 1)],
        classes: none,
    }

    pub struct Random491 {
        dialect: slim_v1,
        input: [16, 17, 1],
        root: none,
        first: bottleneck[(32, 2, 2), (8, 64, 2), (40, 64, 2)],
        second: bottleneck[(16, 64, 1)],
        third: bottleneck[(40, 8, 1), (40, 2, 1), (40, 8, 1)],
        dilate: [first],
        global_pool: false,
        classes: none,
    }

    pub struct Random492 {
        dialect: torch,
        input: [40, 29, 3],
        root: none,
        first: bottleneck[(3, 64, 2), (17, 16, 1)],
        second: bottleneck[(40, 20, 2)],
        output_stride: 1,
        groups: 4,
        shortcut: avg_pool,
        global_pool: false,
        classes: 10,
    }

    pub struct Random493 {
        dialect: torch,
        input: [12, 27, 3],
        root: conv(3, 7, 1) + conv(3, 12, 1) + conv(5, 16, 1),
        first: bottleneck[(16, 2, 2), (16, 64, 3)],
        second: bottleneck[(16, 5, 1)],
        third: bottleneck[(24, 64, 1), (24, 2, 1), (24, 12, 1)],
        shortcut: pad,
        attention: se,
        activation: relu6,
        classes: 1,
    }

    pub struct Random494 {
        dialect: timm_v2,
        input: [19, 31, 3],
        root: conv(5, 20, 2) + conv(7, 20, 1) + conv(7, 20, 1),
        first: bottleneck[(20, 2, 2)],
        second: bottleneck[(40, 5, 2), (40, 4, 1), (17, 8, 1)],
        third: bottleneck[(16, 12, 1), (16, 64, 1)],
        shortcut: conv,
        classes: 1,
    }

    pub struct Random495 {
        dialect: cifar_v1,
        input: [15, 25, 4],
        root: conv(7, 33, 2),
        first: basic[(33, 1), (33, 2), (33, 2)],
        output_stride: 4,
        shortcut: pad,
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random496 {
        dialect: cifar_v2,
        input: [13, 24, 3],
        root: none,
        first: bottleneck[(8, 5, 2), (8, 4, 1)],
        output_stride: 1,
        activation: silu,
        classes: 33,
    }

    pub struct Random497 {
        dialect: slim_v2,
        input: [39, 30, 4],
        root: conv(5, 33, 1) + max_pool(3, 1),
        first: bottleneck[(8, 5, 2)],
        dilate: [first],
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random498 {
        dialect: slim_v1,
        input: [40, 18, 3],
        root: conv(2, 4, 1),
        first: bottleneck[(8, 64, 3)],
        second: bottleneck[(5, 2, 3), (5, 64, 1), (32, 2, 1)],
        output_stride: 1,
        classes: 33,
    }

    pub struct Random499 {
        dialect: torch,
        input: [28, 17, 3],
        root: none,
        first: basic[(8, 3)],
        second: basic[(24, 3)],
        shortcut: avg_pool,
        activation: relu,
        classes: none,
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
            random_40: Random40, "cifar_v1", Relu;
            random_41: Random41, "cifar_v2", Relu6;
            random_42: Random42, "slim_v2", Relu6;
            random_43: Random43, "slim_v1", Relu;
            random_44: Random44, "torch", Relu;
            random_45: Random45, "torch", Relu6;
            random_46: Random46, "timm_v2", Silu;
            random_47: Random47, "cifar_v1", Relu;
            random_48: Random48, "cifar_v2", Silu;
            random_49: Random49, "slim_v2", Relu;
            random_50: Random50, "slim_v1", Relu6;
            random_51: Random51, "torch", Relu6;
            random_52: Random52, "torch", Relu;
            random_53: Random53, "timm_v2", Relu;
            random_54: Random54, "cifar_v1", Relu6;
            random_55: Random55, "cifar_v2", Silu;
            random_56: Random56, "slim_v2", Relu6;
            random_57: Random57, "slim_v1", Silu;
            random_58: Random58, "torch", Relu;
            random_59: Random59, "torch", Relu;
            random_60: Random60, "timm_v2", Relu6;
            random_61: Random61, "cifar_v1", Silu;
            random_62: Random62, "cifar_v2", Relu6;
            random_63: Random63, "slim_v2", Relu;
            random_64: Random64, "slim_v1", Relu;
            random_65: Random65, "torch", Relu6;
            random_66: Random66, "torch", Relu;
            random_67: Random67, "timm_v2", Silu;
            random_68: Random68, "cifar_v1", Relu6;
            random_69: Random69, "cifar_v2", Relu;
            random_70: Random70, "slim_v2", Silu;
            random_71: Random71, "slim_v1", Relu6;
            random_72: Random72, "torch", Relu;
            random_73: Random73, "torch", Relu6;
            random_74: Random74, "timm_v2", Silu;
            random_75: Random75, "cifar_v1", Relu;
            random_76: Random76, "cifar_v2", Silu;
            random_77: Random77, "slim_v2", Relu;
            random_78: Random78, "slim_v1", Relu;
            random_79: Random79, "torch", Silu;
            random_80: Random80, "torch", Relu6;
            random_81: Random81, "timm_v2", Relu;
            random_82: Random82, "cifar_v1", Relu;
            random_83: Random83, "cifar_v2", Relu;
            random_84: Random84, "slim_v2", Silu;
            random_85: Random85, "slim_v1", Relu;
            random_86: Random86, "torch", Relu6;
            random_87: Random87, "torch", Relu6;
            random_88: Random88, "timm_v2", Relu6;
            random_89: Random89, "cifar_v1", Relu;
            random_90: Random90, "cifar_v2", Relu;
            random_91: Random91, "slim_v2", Relu6;
            random_92: Random92, "slim_v1", Relu;
            random_93: Random93, "torch", Relu;
            random_94: Random94, "torch", Relu;
            random_95: Random95, "timm_v2", Silu;
            random_96: Random96, "cifar_v1", Silu;
            random_97: Random97, "cifar_v2", Relu;
            random_98: Random98, "slim_v2", Relu;
            random_99: Random99, "slim_v1", Silu;
            random_100: Random100, "torch", Relu6;
            random_101: Random101, "torch", Silu;
            random_102: Random102, "timm_v2", Relu6;
            random_103: Random103, "cifar_v1", Relu6;
            random_104: Random104, "cifar_v2", Relu;
            random_105: Random105, "slim_v2", Relu6;
            random_106: Random106, "slim_v1", Relu;
            random_107: Random107, "torch", Silu;
            random_108: Random108, "torch", Relu;
            random_109: Random109, "timm_v2", Relu6;
            random_110: Random110, "cifar_v1", Relu;
            random_111: Random111, "cifar_v2", Relu;
            random_112: Random112, "slim_v2", Silu;
            random_113: Random113, "slim_v1", Silu;
            random_114: Random114, "torch", Relu;
            random_115: Random115, "torch", Relu6;
            random_116: Random116, "timm_v2", Silu;
            random_117: Random117, "cifar_v1", Relu;
            random_118: Random118, "cifar_v2", Relu6;
            random_119: Random119, "slim_v2", Relu6;
            random_120: Random120, "slim_v1", Relu;
            random_121: Random121, "torch", Silu;
            random_122: Random122, "torch", Silu;
            random_123: Random123, "timm_v2", Relu;
            random_124: Random124, "cifar_v1", Relu;
            random_125: Random125, "cifar_v2", Silu;
            random_126: Random126, "slim_v2", Relu;
            random_127: Random127, "slim_v1", Relu6;
            random_128: Random128, "torch", Silu;
            random_129: Random129, "torch", Relu6;
            random_130: Random130, "timm_v2", Relu;
            random_131: Random131, "cifar_v1", Relu;
            random_132: Random132, "cifar_v2", Relu6;
            random_133: Random133, "slim_v2", Relu;
            random_134: Random134, "slim_v1", Relu;
            random_135: Random135, "torch", Relu6;
            random_136: Random136, "torch", Relu6;
            random_137: Random137, "timm_v2", Silu;
            random_138: Random138, "cifar_v1", Relu6;
            random_139: Random139, "cifar_v2", Relu;
            random_140: Random140, "slim_v2", Relu6;
            random_141: Random141, "slim_v1", Relu;
            random_142: Random142, "torch", Relu;
            random_143: Random143, "torch", Relu6;
            random_144: Random144, "timm_v2", Relu;
            random_145: Random145, "cifar_v1", Relu6;
            random_146: Random146, "cifar_v2", Relu6;
            random_147: Random147, "slim_v2", Relu6;
            random_148: Random148, "slim_v1", Relu6;
            random_149: Random149, "torch", Relu6;
            random_150: Random150, "torch", Relu6;
            random_151: Random151, "timm_v2", Relu;
            random_152: Random152, "cifar_v1", Relu6;
            random_153: Random153, "cifar_v2", Relu6;
            random_154: Random154, "slim_v2", Relu6;
            random_155: Random155, "slim_v1", Relu6;
            random_156: Random156, "torch", Relu6;
            random_157: Random157, "torch", Relu;
            random_158: Random158, "timm_v2", Relu;
            random_159: Random159, "cifar_v1", Relu;
            random_160: Random160, "cifar_v2", Relu6;
            random_161: Random161, "slim_v2", Relu;
            random_162: Random162, "slim_v1", Relu6;
            random_163: Random163, "torch", Relu;
            random_164: Random164, "torch", Relu6;
            random_165: Random165, "timm_v2", Relu;
            random_166: Random166, "cifar_v1", Relu6;
            random_167: Random167, "cifar_v2", Relu;
            random_168: Random168, "slim_v2", Relu;
            random_169: Random169, "slim_v1", Relu;
            random_170: Random170, "torch", Relu;
            random_171: Random171, "torch", Silu;
            random_172: Random172, "timm_v2", Relu;
            random_173: Random173, "cifar_v1", Relu6;
            random_174: Random174, "cifar_v2", Relu6;
            random_175: Random175, "slim_v2", Relu;
            random_176: Random176, "slim_v1", Relu;
            random_177: Random177, "torch", Relu6;
            random_178: Random178, "torch", Relu;
            random_179: Random179, "timm_v2", Relu;
            random_180: Random180, "cifar_v1", Relu;
            random_181: Random181, "cifar_v2", Relu6;
            random_182: Random182, "slim_v2", Relu;
            random_183: Random183, "slim_v1", Relu;
            random_184: Random184, "torch", Relu;
            random_185: Random185, "torch", Relu;
            random_186: Random186, "timm_v2", Silu;
            random_187: Random187, "cifar_v1", Silu;
            random_188: Random188, "cifar_v2", Silu;
            random_189: Random189, "slim_v2", Relu;
            random_190: Random190, "slim_v1", Silu;
            random_191: Random191, "torch", Silu;
            random_192: Random192, "torch", Silu;
            random_193: Random193, "timm_v2", Relu;
            random_194: Random194, "cifar_v1", Relu;
            random_195: Random195, "cifar_v2", Relu6;
            random_196: Random196, "slim_v2", Relu6;
            random_197: Random197, "slim_v1", Relu;
            random_198: Random198, "torch", Relu;
            random_199: Random199, "torch", Silu;
            random_200: Random200, "timm_v2", Relu;
            random_201: Random201, "cifar_v1", Silu;
            random_202: Random202, "cifar_v2", Relu;
            random_203: Random203, "slim_v2", Relu;
            random_204: Random204, "slim_v1", Relu6;
            random_205: Random205, "torch", Relu;
            random_206: Random206, "torch", Relu;
            random_207: Random207, "timm_v2", Relu;
            random_208: Random208, "cifar_v1", Relu;
            random_209: Random209, "cifar_v2", Relu6;
            random_210: Random210, "slim_v2", Relu6;
            random_211: Random211, "slim_v1", Silu;
            random_212: Random212, "torch", Relu;
            random_213: Random213, "torch", Silu;
            random_214: Random214, "timm_v2", Silu;
            random_215: Random215, "cifar_v1", Silu;
            random_216: Random216, "cifar_v2", Relu;
            random_217: Random217, "slim_v2", Relu;
            random_218: Random218, "slim_v1", Relu;
            random_219: Random219, "torch", Relu;
            random_220: Random220, "torch", Relu6;
            random_221: Random221, "timm_v2", Relu;
            random_222: Random222, "cifar_v1", Relu6;
            random_223: Random223, "cifar_v2", Relu6;
            random_224: Random224, "slim_v2", Relu;
            random_225: Random225, "slim_v1", Relu6;
            random_226: Random226, "torch", Relu;
            random_227: Random227, "torch", Silu;
            random_228: Random228, "timm_v2", Relu;
            random_229: Random229, "cifar_v1", Relu6;
            random_230: Random230, "cifar_v2", Silu;
            random_231: Random231, "slim_v2", Silu;
            random_232: Random232, "slim_v1", Relu6;
            random_233: Random233, "torch", Relu6;
            random_234: Random234, "torch", Relu;
            random_235: Random235, "timm_v2", Relu;
            random_236: Random236, "cifar_v1", Relu6;
            random_237: Random237, "cifar_v2", Relu;
            random_238: Random238, "slim_v2", Relu;
            random_239: Random239, "slim_v1", Relu6;
            random_240: Random240, "torch", Relu;
            random_241: Random241, "torch", Relu;
            random_242: Random242, "timm_v2", Silu;
            random_243: Random243, "cifar_v1", Relu6;
            random_244: Random244, "cifar_v2", Relu;
            random_245: Random245, "slim_v2", Relu6;
            random_246: Random246, "slim_v1", Relu;
            random_247: Random247, "torch", Relu6;
            random_248: Random248, "torch", Relu;
            random_249: Random249, "timm_v2", Silu;
            random_250: Random250, "cifar_v1", Relu6;
            random_251: Random251, "cifar_v2", Relu;
            random_252: Random252, "slim_v2", Relu;
            random_253: Random253, "slim_v1", Relu;
            random_254: Random254, "torch", Relu;
            random_255: Random255, "torch", Relu;
            random_256: Random256, "timm_v2", Relu;
            random_257: Random257, "cifar_v1", Relu;
            random_258: Random258, "cifar_v2", Relu6;
            random_259: Random259, "slim_v2", Relu;
            random_260: Random260, "slim_v1", Silu;
            random_261: Random261, "torch", Silu;
            random_262: Random262, "torch", Relu6;
            random_263: Random263, "timm_v2", Silu;
            random_264: Random264, "cifar_v1", Relu;
            random_265: Random265, "cifar_v2", Silu;
            random_266: Random266, "slim_v2", Relu6;
            random_267: Random267, "slim_v1", Relu;
            random_268: Random268, "torch", Relu6;
            random_269: Random269, "torch", Relu;
            random_270: Random270, "timm_v2", Silu;
            random_271: Random271, "cifar_v1", Relu;
            random_272: Random272, "cifar_v2", Silu;
            random_273: Random273, "slim_v2", Relu;
            random_274: Random274, "slim_v1", Relu6;
            random_275: Random275, "torch", Relu;
            random_276: Random276, "torch", Silu;
            random_277: Random277, "timm_v2", Relu;
            random_278: Random278, "cifar_v1", Silu;
            random_279: Random279, "cifar_v2", Relu;
            random_280: Random280, "slim_v2", Relu6;
            random_281: Random281, "slim_v1", Relu;
            random_282: Random282, "torch", Silu;
            random_283: Random283, "torch", Relu6;
            random_284: Random284, "timm_v2", Silu;
            random_285: Random285, "cifar_v1", Relu6;
            random_286: Random286, "cifar_v2", Relu;
            random_287: Random287, "slim_v2", Relu6;
            random_288: Random288, "slim_v1", Relu;
            random_289: Random289, "torch", Relu6;
            random_290: Random290, "torch", Relu6;
            random_291: Random291, "timm_v2", Relu;
            random_292: Random292, "cifar_v1", Relu6;
            random_293: Random293, "cifar_v2", Relu6;
            random_294: Random294, "slim_v2", Relu;
            random_295: Random295, "slim_v1", Silu;
            random_296: Random296, "torch", Relu;
            random_297: Random297, "torch", Relu;
            random_298: Random298, "timm_v2", Relu6;
            random_299: Random299, "cifar_v1", Relu;
            random_300: Random300, "cifar_v2", Silu;
            random_301: Random301, "slim_v2", Relu;
            random_302: Random302, "slim_v1", Relu6;
            random_303: Random303, "torch", Relu;
            random_304: Random304, "torch", Relu6;
            random_305: Random305, "timm_v2", Relu;
            random_306: Random306, "cifar_v1", Relu;
            random_307: Random307, "cifar_v2", Relu6;
            random_308: Random308, "slim_v2", Silu;
            random_309: Random309, "slim_v1", Relu;
            random_310: Random310, "torch", Relu6;
            random_311: Random311, "torch", Silu;
            random_312: Random312, "timm_v2", Silu;
            random_313: Random313, "cifar_v1", Relu6;
            random_314: Random314, "cifar_v2", Relu6;
            random_315: Random315, "slim_v2", Silu;
            random_316: Random316, "slim_v1", Relu6;
            random_317: Random317, "torch", Silu;
            random_318: Random318, "torch", Relu;
            random_319: Random319, "timm_v2", Relu;
            random_320: Random320, "cifar_v1", Relu6;
            random_321: Random321, "cifar_v2", Relu;
            random_322: Random322, "slim_v2", Relu;
            random_323: Random323, "slim_v1", Silu;
            random_324: Random324, "torch", Silu;
            random_325: Random325, "torch", Silu;
            random_326: Random326, "timm_v2", Relu6;
            random_327: Random327, "cifar_v1", Silu;
            random_328: Random328, "cifar_v2", Silu;
            random_329: Random329, "slim_v2", Silu;
            random_330: Random330, "slim_v1", Silu;
            random_331: Random331, "torch", Silu;
            random_332: Random332, "torch", Relu6;
            random_333: Random333, "timm_v2", Silu;
            random_334: Random334, "cifar_v1", Silu;
            random_335: Random335, "cifar_v2", Relu;
            random_336: Random336, "slim_v2", Relu;
            random_337: Random337, "slim_v1", Relu6;
            random_338: Random338, "torch", Relu;
            random_339: Random339, "torch", Relu;
            random_340: Random340, "timm_v2", Relu;
            random_341: Random341, "cifar_v1", Silu;
            random_342: Random342, "cifar_v2", Relu;
            random_343: Random343, "slim_v2", Relu6;
            random_344: Random344, "slim_v1", Relu6;
            random_345: Random345, "torch", Relu;
            random_346: Random346, "torch", Relu;
            random_347: Random347, "timm_v2", Relu;
            random_348: Random348, "cifar_v1", Relu;
            random_349: Random349, "cifar_v2", Relu;
            random_350: Random350, "slim_v2", Relu;
            random_351: Random351, "slim_v1", Silu;
            random_352: Random352, "torch", Relu6;
            random_353: Random353, "torch", Silu;
            random_354: Random354, "timm_v2", Relu;
            random_355: Random355, "cifar_v1", Relu;
            random_356: Random356, "cifar_v2", Relu;
            random_357: Random357, "slim_v2", Relu;
            random_358: Random358, "slim_v1", Relu;
            random_359: Random359, "torch", Relu;
            random_360: Random360, "torch", Relu6;
            random_361: Random361, "timm_v2", Silu;
            random_362: Random362, "cifar_v1", Relu;
            random_363: Random363, "cifar_v2", Relu;
            random_364: Random364, "slim_v2", Relu;
            random_365: Random365, "slim_v1", Relu;
            random_366: Random366, "torch", Relu;
            random_367: Random367, "torch", Relu;
            random_368: Random368, "timm_v2", Silu;
            random_369: Random369, "cifar_v1", Relu;
            random_370: Random370, "cifar_v2", Relu;
            random_371: Random371, "slim_v2", Relu;
            random_372: Random372, "slim_v1", Relu;
            random_373: Random373, "torch", Relu;
            random_374: Random374, "torch", Relu6;
            random_375: Random375, "timm_v2", Relu;
            random_376: Random376, "cifar_v1", Relu;
            random_377: Random377, "cifar_v2", Relu;
            random_378: Random378, "slim_v2", Relu6;
            random_379: Random379, "slim_v1", Relu;
            random_380: Random380, "torch", Relu6;
            random_381: Random381, "torch", Silu;
            random_382: Random382, "timm_v2", Silu;
            random_383: Random383, "cifar_v1", Relu;
            random_384: Random384, "cifar_v2", Relu;
            random_385: Random385, "slim_v2", Relu6;
            random_386: Random386, "slim_v1", Relu;
            random_387: Random387, "torch", Relu;
            random_388: Random388, "torch", Relu;
            random_389: Random389, "timm_v2", Relu;
            random_390: Random390, "cifar_v1", Relu;
            random_391: Random391, "cifar_v2", Relu;
            random_392: Random392, "slim_v2", Relu;
            random_393: Random393, "slim_v1", Relu;
            random_394: Random394, "torch", Silu;
            random_395: Random395, "torch", Relu;
            random_396: Random396, "timm_v2", Silu;
            random_397: Random397, "cifar_v1", Relu;
            random_398: Random398, "cifar_v2", Silu;
            random_399: Random399, "slim_v2", Relu6;
            random_400: Random400, "slim_v1", Relu;
            random_401: Random401, "torch", Relu;
            random_402: Random402, "torch", Relu;
            random_403: Random403, "timm_v2", Relu6;
            random_404: Random404, "cifar_v1", Relu;
            random_405: Random405, "cifar_v2", Silu;
            random_406: Random406, "slim_v2", Relu;
            random_407: Random407, "slim_v1", Silu;
            random_408: Random408, "torch", Relu;
            random_409: Random409, "torch", Relu;
            random_410: Random410, "timm_v2", Relu6;
            random_411: Random411, "cifar_v1", Relu6;
            random_412: Random412, "cifar_v2", Relu6;
            random_413: Random413, "slim_v2", Relu;
            random_414: Random414, "slim_v1", Relu;
            random_415: Random415, "torch", Silu;
            random_416: Random416, "torch", Relu6;
            random_417: Random417, "timm_v2", Relu;
            random_418: Random418, "cifar_v1", Silu;
            random_419: Random419, "cifar_v2", Silu;
            random_420: Random420, "slim_v2", Relu;
            random_421: Random421, "slim_v1", Relu6;
            random_422: Random422, "torch", Relu;
            random_423: Random423, "torch", Relu6;
            random_424: Random424, "timm_v2", Relu;
            random_425: Random425, "cifar_v1", Relu;
            random_426: Random426, "cifar_v2", Silu;
            random_427: Random427, "slim_v2", Relu;
            random_428: Random428, "slim_v1", Relu;
            random_429: Random429, "torch", Relu;
            random_430: Random430, "torch", Relu;
            random_431: Random431, "timm_v2", Relu;
            random_432: Random432, "cifar_v1", Relu6;
            random_433: Random433, "cifar_v2", Relu;
            random_434: Random434, "slim_v2", Silu;
            random_435: Random435, "slim_v1", Relu6;
            random_436: Random436, "torch", Relu6;
            random_437: Random437, "torch", Silu;
            random_438: Random438, "timm_v2", Relu;
            random_439: Random439, "cifar_v1", Relu;
            random_440: Random440, "cifar_v2", Relu;
            random_441: Random441, "slim_v2", Relu;
            random_442: Random442, "slim_v1", Silu;
            random_443: Random443, "torch", Relu6;
            random_444: Random444, "torch", Relu;
            random_445: Random445, "timm_v2", Relu;
            random_446: Random446, "cifar_v1", Relu6;
            random_447: Random447, "cifar_v2", Silu;
            random_448: Random448, "slim_v2", Relu;
            random_449: Random449, "slim_v1", Relu6;
            random_450: Random450, "torch", Relu6;
            random_451: Random451, "torch", Relu;
            random_452: Random452, "timm_v2", Relu;
            random_453: Random453, "cifar_v1", Relu6;
            random_454: Random454, "cifar_v2", Relu;
            random_455: Random455, "slim_v2", Relu6;
            random_456: Random456, "slim_v1", Relu6;
            random_457: Random457, "torch", Relu;
            random_458: Random458, "torch", Relu;
            random_459: Random459, "timm_v2", Silu;
            random_460: Random460, "cifar_v1", Relu6;
            random_461: Random461, "cifar_v2", Relu;
            random_462: Random462, "slim_v2", Silu;
            random_463: Random463, "slim_v1", Relu6;
            random_464: Random464, "torch", Relu;
            random_465: Random465, "torch", Relu6;
            random_466: Random466, "timm_v2", Relu6;
            random_467: Random467, "cifar_v1", Relu;
            random_468: Random468, "cifar_v2", Relu;
            random_469: Random469, "slim_v2", Relu;
            random_470: Random470, "slim_v1", Silu;
            random_471: Random471, "torch", Relu;
            random_472: Random472, "torch", Relu6;
            random_473: Random473, "timm_v2", Silu;
            random_474: Random474, "cifar_v1", Silu;
            random_475: Random475, "cifar_v2", Relu6;
            random_476: Random476, "slim_v2", Silu;
            random_477: Random477, "slim_v1", Relu6;
            random_478: Random478, "torch", Relu;
            random_479: Random479, "torch", Silu;
            random_480: Random480, "timm_v2", Relu;
            random_481: Random481, "cifar_v1", Relu6;
            random_482: Random482, "cifar_v2", Relu6;
            random_483: Random483, "slim_v2", Silu;
            random_484: Random484, "slim_v1", Relu;
            random_485: Random485, "torch", Relu;
            random_486: Random486, "torch", Relu;
            random_487: Random487, "timm_v2", Silu;
            random_488: Random488, "cifar_v1", Relu6;
            random_489: Random489, "cifar_v2", Relu;
            random_490: Random490, "slim_v2", Relu;
            random_491: Random491, "slim_v1", Relu;
            random_492: Random492, "torch", Relu;
            random_493: Random493, "torch", Relu6;
            random_494: Random494, "timm_v2", Relu;
            random_495: Random495, "cifar_v1", Silu;
            random_496: Random496, "cifar_v2", Silu;
            random_497: Random497, "slim_v2", Silu;
            random_498: Random498, "slim_v1", Relu;
            random_499: Random499, "torch", Relu;
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
pub(crate) use some;
