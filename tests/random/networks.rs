//! Written by `tools/random_networks.py`; do not edit.

use resnet::resnet;

resnet! {
    pub struct Random100 {
        dialect: timm_v2,
        input: [26, 33, 3],
        root: none,
        first: basic[(3, 2), (16, 1), (40, 3)],
        shortcut: conv,
        activation: silu,
        classes: 10,
    }

    pub struct Random101 {
        dialect: bit,
        input: [9, 12, 3],
        root: conv(3, 32, 1) + max_pool(5, 2),
        first: bottleneck[(32, 64, 1), (64, 32, 2), (64, 32, 1)],
        second: bottleneck[(32, 64, 1)],
        third: bottleneck[(64, 32, 1)],
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random102 {
        dialect: cifar_v1,
        input: [19, 12, 3],
        root: none,
        first: basic[(8, 2)],
        second: basic[(8, 2), (17, 1), (8, 1)],
        output_stride: 4,
        shortcut: conv,
        classes: none,
    }

    pub struct Random103 {
        dialect: cifar_v2,
        input: [12, 26, 3],
        root: conv(7, 7, 3),
        first: basic[(7, 1), (7, 1), (7, 2)],
        second: basic[(16, 1), (16, 1)],
        third: basic[(16, 1), (17, 1), (17, 1)],
        dilate: [first],
        classes: 10,
    }

    pub struct Random104 {
        dialect: slim_v2,
        input: [35, 13, 3],
        root: conv(4, 20, 2),
        first: bottleneck[(20, 64, 2)],
        output_stride: 2,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random105 {
        dialect: slim_v1,
        input: [34, 38, 1],
        root: conv(4, 20, 2) + max_pool(4, 2),
        first: bottleneck[(20, 4, 2)],
        second: bottleneck[(20, 8, 1), (32, 8, 1), (5, 5, 1)],
        third: bottleneck[(5, 4, 1), (17, 2, 1), (32, 2, 1)],
        dilate: [first],
        activation: relu6,
        classes: 33,
    }

    pub struct Random106 {
        dialect: torch,
        input: [9, 31, 1],
        root: none,
        first: bottleneck[(1, 64, 2)],
        second: bottleneck[(32, 4, 1), (32, 2, 1)],
        shortcut: conv,
        blur: true,
        attention: se(4),
        activation: relu,
        classes: 10,
    }

    pub struct Random107 {
        dialect: torch,
        input: [30, 31, 3],
        root: none,
        first: bottleneck[(3, 64, 1)],
        second: bottleneck[(3, 16, 2)],
        third: bottleneck[(3, 8, 2)],
        dilate: [third],
        groups: 4,
        shortcut: avg_pool,
        blur: true,
        global_pool: false,
        classes: none,
    }

    pub struct Random108 {
        dialect: timm_v2,
        input: [26, 37, 3],
        root: conv(1, 20, 2) + conv(3, 33, 1) + conv(3, 33, 1),
        first: bottleneck[(33, 5, 1)],
        second: bottleneck[(40, 64, 2)],
        third: bottleneck[(40, 8, 2), (8, 2, 1)],
        classes: none,
    }

    pub struct Random109 {
        dialect: bit,
        input: [13, 12, 3],
        root: conv(3, 32, 1) + max_pool(3, 2),
        first: bottleneck[(32, 64, 1)],
        second: bottleneck[(32, 64, 3), (32, 32, 1), (64, 32, 1)],
        output_stride: 6,
        shortcut: conv,
        activation: relu6,
        classes: 33,
    }

    pub struct Random110 {
        dialect: cifar_v1,
        input: [39, 36, 3],
        root: none,
        first: basic[(3, 2), (32, 2)],
        second: basic[(32, 2), (32, 2), (32, 1)],
        third: basic[(32, 1), (32, 1)],
        global_pool: false,
        classes: 1,
    }

    pub struct Random111 {
        dialect: cifar_v2,
        input: [37, 16, 3],
        root: none,
        first: basic[(32, 1), (32, 2)],
        second: basic[(17, 2)],
        third: basic[(17, 1)],
        output_stride: 1,
        classes: 1,
    }

    pub struct Random112 {
        dialect: slim_v2,
        input: [17, 19, 4],
        root: conv(3, 7, 3) + max_pool(3, 2),
        first: bottleneck[(7, 5, 1), (32, 5, 1)],
        second: bottleneck[(32, 8, 1), (32, 4, 1)],
        activation: relu6,
        classes: 1,
    }

    pub struct Random113 {
        dialect: slim_v1,
        input: [10, 12, 4],
        root: none,
        first: bottleneck[(40, 2, 2), (40, 64, 2), (40, 64, 1)],
        output_stride: 2,
        classes: 10,
    }

    pub struct Random114 {
        dialect: torch,
        input: [21, 32, 3],
        root: none,
        first: bottleneck[(32, 2, 2), (32, 4, 3)],
        second: bottleneck[(5, 5, 2)],
        shortcut: avg_pool,
        activation: silu,
        classes: 7,
    }

    pub struct Random115 {
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

    pub struct Random116 {
        dialect: timm_v2,
        input: [35, 13, 3],
        root: conv(5, 7, 2) + conv(3, 12, 1) + conv(3, 33, 1),
        first: basic[(5, 1)],
        second: basic[(24, 3)],
        shortcut: avg_pool,
        global_pool: false,
        classes: 33,
    }

    pub struct Random117 {
        dialect: bit,
        input: [10, 12, 3],
        root: conv(3, 32, 2) + max_pool(5, 2),
        first: bottleneck[(32, 64, 1), (64, 32, 1)],
        second: bottleneck[(64, 64, 1), (64, 64, 1), (32, 32, 1)],
        third: bottleneck[(32, 64, 1)],
        activation: silu,
        classes: none,
    }

    pub struct Random118 {
        dialect: cifar_v1,
        input: [25, 38, 1],
        root: none,
        first: basic[(1, 1)],
        output_stride: 1,
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random119 {
        dialect: cifar_v2,
        input: [39, 40, 1],
        root: conv(5, 4, 2),
        first: basic[(4, 1), (40, 3)],
        second: basic[(40, 2)],
        third: basic[(8, 1), (8, 1), (8, 1)],
        activation: silu,
        classes: 7,
    }

    pub struct Random120 {
        dialect: slim_v2,
        input: [18, 21, 3],
        root: none,
        first: bottleneck[(8, 8, 3), (5, 4, 2)],
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random121 {
        dialect: slim_v1,
        input: [15, 31, 3],
        root: none,
        first: bottleneck[(17, 4, 1), (8, 4, 2), (8, 4, 2)],
        second: bottleneck[(16, 64, 1), (24, 2, 2), (24, 2, 1)],
        third: bottleneck[(24, 12, 1), (17, 64, 1)],
        global_pool: false,
        classes: 7,
    }

    pub struct Random122 {
        dialect: torch,
        input: [22, 34, 1],
        root: none,
        first: basic[(1, 1)],
        second: basic[(5, 2)],
        dilate: [second],
        shortcut: avg_pool,
        classes: 7,
    }

    pub struct Random123 {
        dialect: torch,
        input: [29, 10, 3],
        root: none,
        first: bottleneck[(3, 63, 2), (3, 6, 1), (40, 6, 1)],
        second: bottleneck[(16, 36, 2), (8, 15, 1)],
        third: bottleneck[(40, 6, 1)],
        groups: 3,
        shortcut: avg_pool,
        activation: relu6,
        classes: 1,
    }

    pub struct Random124 {
        dialect: timm_v2,
        input: [33, 36, 1],
        root: conv(3, 7, 1) + conv(1, 12, 1) + conv(5, 4, 1) + max_pool(5, 2),
        first: basic[(40, 3)],
        output_stride: 6,
        shortcut: conv,
        global_pool: false,
        classes: 33,
    }

    pub struct Random125 {
        dialect: bit,
        input: [12, 12, 1],
        root: conv(1, 32, 3) + max_pool(3, 2),
        first: bottleneck[(32, 32, 1)],
        classes: 10,
    }

    pub struct Random126 {
        dialect: cifar_v1,
        input: [27, 25, 1],
        root: none,
        first: basic[(8, 2), (8, 1)],
        second: basic[(8, 1), (40, 1)],
        third: basic[(40, 2), (40, 1), (40, 1)],
        global_pool: false,
        classes: 33,
    }

    pub struct Random127 {
        dialect: cifar_v2,
        input: [13, 25, 4],
        root: none,
        first: basic[(4, 2), (16, 1)],
        second: basic[(17, 2)],
        third: basic[(17, 2), (17, 1), (17, 1)],
        global_pool: false,
        classes: 1,
    }

    pub struct Random128 {
        dialect: slim_v2,
        input: [10, 19, 3],
        root: conv(4, 12, 1) + max_pool(2, 3),
        first: bottleneck[(5, 8, 1), (17, 12, 2), (17, 5, 1)],
        second: bottleneck[(17, 5, 1), (32, 4, 1), (32, 5, 1)],
        third: bottleneck[(24, 4, 1), (24, 5, 1)],
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random129 {
        dialect: slim_v1,
        input: [39, 14, 4],
        root: conv(4, 4, 2) + max_pool(4, 2),
        first: bottleneck[(8, 12, 1)],
        activation: silu,
        classes: 33,
    }

    pub struct Random130 {
        dialect: torch,
        input: [39, 30, 1],
        root: conv(5, 20, 1) + max_pool(3, 1),
        first: basic[(16, 1), (8, 1), (8, 3)],
        second: basic[(8, 2)],
        shortcut: avg_pool,
        attention: eca,
        activation: relu6,
        classes: 1,
    }

    pub struct Random131 {
        dialect: torch,
        input: [25, 9, 3],
        root: conv(3, 4, 1) + max_pool(5, 2),
        first: basic[(16, 1)],
        second: basic[(16, 1), (16, 2)],
        third: basic[(16, 1)],
        shortcut: conv,
        attention: se,
        classes: 33,
    }

    pub struct Random132 {
        dialect: timm_v2,
        input: [9, 18, 1],
        root: conv(5, 33, 2),
        first: bottleneck[(40, 16, 2), (40, 8, 1), (5, 32, 1)],
        second: bottleneck[(17, 48, 1)],
        third: bottleneck[(16, 16, 1), (16, 16, 1)],
        dilate: [first],
        groups: 4,
        classes: 10,
    }

    pub struct Random133 {
        dialect: bit,
        input: [13, 12, 3],
        root: conv(1, 64, 1),
        first: bottleneck[(64, 32, 2)],
        output_stride: 1,
        classes: none,
    }

    pub struct Random134 {
        dialect: cifar_v1,
        input: [23, 22, 3],
        root: conv(5, 7, 2),
        first: basic[(17, 3), (17, 1)],
        output_stride: 2,
        shortcut: conv,
        activation: relu6,
        classes: none,
    }

    pub struct Random135 {
        dialect: cifar_v2,
        input: [39, 31, 3],
        root: none,
        first: bottleneck[(17, 64, 3), (17, 8, 1)],
        second: bottleneck[(17, 64, 1)],
        activation: relu6,
        classes: 33,
    }

    pub struct Random136 {
        dialect: slim_v2,
        input: [27, 12, 4],
        root: none,
        first: bottleneck[(4, 2, 3), (16, 64, 1)],
        dilate: [first],
        activation: silu,
        classes: 1,
    }

    pub struct Random137 {
        dialect: slim_v1,
        input: [20, 13, 4],
        root: none,
        first: bottleneck[(16, 2, 2), (16, 4, 1)],
        second: bottleneck[(16, 64, 1)],
        third: bottleneck[(16, 8, 2), (17, 12, 2)],
        activation: relu6,
        classes: 1,
    }

    pub struct Random138 {
        dialect: torch,
        input: [12, 9, 3],
        root: conv(7, 33, 2) + conv(3, 12, 1) + conv(3, 4, 1) + max_pool(3, 3),
        first: basic[(4, 1), (4, 1)],
        second: basic[(32, 1)],
        third: basic[(32, 1)],
        output_stride: 6,
        shortcut: pad,
        activation: silu,
        classes: 10,
    }

    pub struct Random139 {
        dialect: torch,
        input: [14, 28, 3],
        root: none,
        first: basic[(8, 2), (8, 3)],
        shortcut: avg_pool,
        attention: se(4),
        activation: relu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random140 {
        dialect: timm_v2,
        input: [11, 26, 4],
        root: none,
        first: basic[(4, 2)],
        second: basic[(5, 2), (5, 1)],
        output_stride: 1,
        shortcut: avg_pool,
        activation: relu6,
        classes: none,
    }

    pub struct Random141 {
        dialect: bit,
        input: [11, 13, 3],
        root: conv(5, 32, 3) + max_pool(5, 1),
        first: bottleneck[(32, 32, 1)],
        second: bottleneck[(64, 32, 1)],
        third: bottleneck[(64, 32, 2), (64, 64, 1)],
        classes: 10,
    }

    pub struct Random142 {
        dialect: cifar_v1,
        input: [14, 10, 4],
        root: conv(5, 4, 2) + max_pool(3, 2),
        first: basic[(4, 1), (4, 1)],
        output_stride: 4,
        shortcut: conv,
        global_pool: false,
        classes: 1,
    }

    pub struct Random143 {
        dialect: cifar_v2,
        input: [29, 30, 3],
        root: none,
        first: basic[(3, 1), (3, 2)],
        second: basic[(40, 1)],
        third: basic[(40, 2)],
        dilate: [third],
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random144 {
        dialect: slim_v2,
        input: [31, 35, 3],
        root: none,
        first: bottleneck[(40, 4, 1), (40, 64, 1), (40, 2, 1)],
        second: bottleneck[(16, 64, 2), (16, 8, 3)],
        third: bottleneck[(16, 64, 2), (40, 4, 1), (40, 4, 1)],
        dilate: [third],
        activation: silu,
        classes: 10,
    }

    pub struct Random145 {
        dialect: slim_v1,
        input: [20, 33, 4],
        root: conv(2, 33, 3) + max_pool(4, 1),
        first: bottleneck[(24, 64, 1), (5, 5, 1), (5, 8, 3)],
        second: bottleneck[(5, 8, 1)],
        third: bottleneck[(32, 64, 1)],
        dilate: [first],
        activation: relu6,
        classes: 7,
    }

    pub struct Random146 {
        dialect: torch,
        input: [15, 27, 4],
        root: conv(1, 20, 2) + max_pool(3, 2),
        first: bottleneck[(20, 15, 1)],
        second: bottleneck[(24, 15, 1), (8, 12, 1), (40, 36, 1)],
        groups: 3,
        shortcut: avg_pool,
        blur: true,
        attention: se(4),
        activation: relu6,
        classes: none,
    }

    pub struct Random147 {
        dialect: torch,
        input: [21, 18, 3],
        root: conv(7, 7, 3) + max_pool(3, 2),
        first: basic[(8, 1)],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct Random148 {
        dialect: timm_v2,
        input: [15, 22, 1],
        root: conv(7, 4, 3),
        first: bottleneck[(16, 10, 2)],
        second: bottleneck[(16, 24, 1), (16, 10, 1), (16, 24, 1)],
        groups: 2,
        shortcut: avg_pool,
        activation: relu,
        classes: none,
    }

    pub struct Random149 {
        dialect: bit,
        input: [11, 10, 3],
        root: conv(1, 64, 1) + max_pool(3, 2),
        first: bottleneck[(64, 32, 2)],
        dilate: [first],
        global_pool: false,
        classes: 10,
    }

    pub struct Random150 {
        dialect: cifar_v1,
        input: [15, 20, 3],
        root: none,
        first: basic[(8, 2), (32, 2)],
        output_stride: 4,
        shortcut: conv,
        global_pool: false,
        classes: 33,
    }

    pub struct Random151 {
        dialect: cifar_v2,
        input: [28, 27, 3],
        root: none,
        first: bottleneck[(40, 2, 2)],
        second: bottleneck[(40, 8, 2), (5, 64, 1), (24, 2, 2)],
        activation: silu,
        classes: 1,
    }

    pub struct Random152 {
        dialect: slim_v2,
        input: [41, 22, 3],
        root: none,
        first: bottleneck[(3, 12, 1), (3, 8, 1)],
        second: bottleneck[(32, 12, 1), (32, 2, 1), (32, 4, 1)],
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random153 {
        dialect: slim_v1,
        input: [23, 16, 3],
        root: none,
        first: bottleneck[(8, 5, 2), (8, 4, 1), (5, 5, 1)],
        second: bottleneck[(5, 4, 2), (5, 2, 1)],
        output_stride: 4,
        classes: 33,
    }

    pub struct Random154 {
        dialect: torch,
        input: [15, 23, 3],
        root: conv(7, 7, 2) + conv(3, 4, 1) + conv(3, 16, 1),
        first: basic[(16, 2), (16, 1)],
        second: basic[(16, 1)],
        shortcut: pad,
        blur: true,
        attention: se,
        global_pool: false,
        classes: none,
    }

    pub struct Random155 {
        dialect: torch,
        input: [37, 9, 3],
        root: conv(7, 4, 1) + conv(3, 4, 1) + conv(5, 16, 1),
        first: basic[(16, 2)],
        shortcut: avg_pool,
        attention: se(4),
        activation: relu6,
        classes: 33,
    }

    pub struct Random156 {
        dialect: timm_v2,
        input: [24, 11, 4],
        root: none,
        first: basic[(17, 2), (17, 3), (5, 1)],
        second: basic[(24, 1), (8, 1)],
        shortcut: avg_pool,
        classes: 7,
    }

    pub struct Random157 {
        dialect: bit,
        input: [13, 13, 3],
        root: conv(7, 64, 3),
        first: bottleneck[(32, 32, 1)],
        output_stride: 3,
        activation: relu6,
        classes: 7,
    }

    pub struct Random158 {
        dialect: cifar_v1,
        input: [40, 30, 3],
        root: conv(1, 16, 2),
        first: basic[(16, 2), (24, 2), (24, 1)],
        output_stride: 8,
        shortcut: pad,
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random159 {
        dialect: cifar_v2,
        input: [27, 11, 3],
        root: none,
        first: bottleneck[(17, 4, 2)],
        second: bottleneck[(17, 2, 3), (17, 5, 1)],
        output_stride: 2,
        activation: relu,
        classes: none,
    }

    pub struct Random160 {
        dialect: slim_v2,
        input: [26, 13, 4],
        root: none,
        first: bottleneck[(17, 5, 1), (17, 8, 2)],
        second: bottleneck[(32, 2, 1), (32, 12, 1), (32, 12, 2)],
        third: bottleneck[(5, 4, 2)],
        dilate: [third],
        activation: silu,
        classes: 33,
    }

    pub struct Random161 {
        dialect: slim_v1,
        input: [19, 23, 1],
        root: conv(2, 4, 3),
        first: bottleneck[(5, 64, 2)],
        output_stride: 6,
        activation: relu6,
        classes: 7,
    }

    pub struct Random162 {
        dialect: torch,
        input: [26, 38, 1],
        root: conv(3, 7, 2) + conv(7, 7, 1) + conv(7, 20, 1) + max_pool(3, 1),
        first: basic[(20, 1)],
        output_stride: 2,
        shortcut: pad,
        blur: true,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random163 {
        dialect: torch,
        input: [25, 31, 4],
        root: conv(1, 33, 1) + conv(5, 4, 1) + conv(7, 33, 1),
        first: bottleneck[(5, 12, 1)],
        output_stride: 1,
        blur: true,
        activation: relu,
        classes: 7,
    }

    pub struct Random164 {
        dialect: timm_v2,
        input: [35, 36, 3],
        root: conv(5, 12, 1) + conv(3, 4, 1) + conv(7, 33, 1) + max_pool(3, 1),
        first: bottleneck[(33, 24, 3)],
        second: bottleneck[(5, 24, 3)],
        dilate: [second],
        groups: 2,
        activation: relu6,
        classes: 7,
    }

    pub struct Random165 {
        dialect: bit,
        input: [12, 12, 3],
        root: conv(1, 32, 2) + max_pool(5, 2),
        first: bottleneck[(64, 64, 1)],
        second: bottleneck[(64, 32, 1)],
        output_stride: 4,
        global_pool: false,
        classes: 7,
    }

    pub struct Random166 {
        dialect: cifar_v1,
        input: [14, 22, 4],
        root: conv(7, 33, 3),
        first: basic[(16, 2), (16, 1)],
        second: basic[(40, 1), (40, 1), (40, 1)],
        third: basic[(40, 1)],
        output_stride: 6,
        shortcut: conv,
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random167 {
        dialect: cifar_v2,
        input: [25, 23, 3],
        root: conv(3, 4, 3) + max_pool(5, 2),
        first: basic[(4, 1)],
        second: basic[(4, 2)],
        third: basic[(17, 1)],
        output_stride: 6,
        activation: silu,
        classes: 10,
    }

    pub struct Random168 {
        dialect: slim_v2,
        input: [38, 40, 3],
        root: conv(5, 20, 2) + max_pool(3, 3),
        first: bottleneck[(32, 2, 3)],
        second: bottleneck[(16, 2, 1)],
        third: bottleneck[(8, 4, 1)],
        classes: 10,
    }

    pub struct Random169 {
        dialect: slim_v1,
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

    pub struct Random170 {
        dialect: torch,
        input: [18, 9, 4],
        root: conv(5, 12, 2) + conv(3, 33, 1) + conv(3, 12, 1) + max_pool(5, 2),
        first: basic[(12, 1)],
        shortcut: avg_pool,
        attention: se(4),
        global_pool: false,
        classes: none,
    }

    pub struct Random171 {
        dialect: torch,
        input: [18, 15, 1],
        root: none,
        first: basic[(1, 3)],
        second: basic[(8, 1), (8, 2)],
        shortcut: avg_pool,
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random172 {
        dialect: timm_v2,
        input: [39, 31, 1],
        root: none,
        first: basic[(32, 3), (32, 1), (40, 1)],
        second: basic[(40, 2), (40, 2)],
        third: basic[(40, 1), (40, 1)],
        classes: 33,
    }

    pub struct Random173 {
        dialect: bit,
        input: [13, 13, 3],
        root: conv(7, 32, 2) + max_pool(3, 2),
        first: bottleneck[(32, 32, 1), (32, 64, 1)],
        classes: 7,
    }

    pub struct Random174 {
        dialect: cifar_v1,
        input: [14, 35, 1],
        root: none,
        first: basic[(1, 2)],
        shortcut: conv,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random175 {
        dialect: cifar_v2,
        input: [32, 11, 3],
        root: none,
        first: basic[(24, 1), (24, 1)],
        second: basic[(16, 1), (16, 2), (16, 3)],
        global_pool: false,
        classes: 33,
    }

    pub struct Random176 {
        dialect: slim_v2,
        input: [20, 30, 3],
        root: none,
        first: bottleneck[(3, 2, 2)],
        classes: none,
    }

    pub struct Random177 {
        dialect: slim_v1,
        input: [33, 18, 3],
        root: conv(2, 12, 2) + max_pool(4, 3),
        first: bottleneck[(24, 5, 1), (24, 5, 1), (24, 64, 1)],
        second: bottleneck[(17, 2, 1)],
        activation: relu,
        classes: 10,
    }

    pub struct Random178 {
        dialect: torch,
        input: [38, 32, 3],
        root: none,
        first: basic[(40, 1)],
        second: basic[(40, 1), (8, 1), (16, 1)],
        output_stride: 1,
        shortcut: avg_pool,
        classes: 7,
    }

    pub struct Random179 {
        dialect: torch,
        input: [30, 36, 3],
        root: conv(1, 33, 1),
        first: bottleneck[(17, 12, 1), (5, 24, 2), (32, 36, 2)],
        second: bottleneck[(16, 6, 1), (16, 15, 1)],
        third: bottleneck[(16, 15, 2), (16, 24, 1)],
        groups: 3,
        shortcut: avg_pool,
        blur: true,
        attention: se,
        classes: 10,
    }

    pub struct Random180 {
        dialect: timm_v2,
        input: [35, 31, 3],
        root: none,
        first: basic[(24, 2)],
        second: basic[(24, 2), (5, 1), (5, 2)],
        output_stride: 4,
        shortcut: avg_pool,
        classes: none,
    }

    pub struct Random181 {
        dialect: bit,
        input: [11, 12, 3],
        root: conv(1, 32, 1) + max_pool(3, 3),
        first: bottleneck[(32, 32, 1)],
        output_stride: 3,
        activation: relu6,
        classes: 7,
    }

    pub struct Random182 {
        dialect: cifar_v1,
        input: [15, 15, 1],
        root: conv(7, 16, 1) + max_pool(3, 2),
        first: basic[(16, 2), (16, 1)],
        second: basic[(24, 1)],
        shortcut: conv,
        activation: relu6,
        classes: 33,
    }

    pub struct Random183 {
        dialect: cifar_v2,
        input: [40, 20, 3],
        root: conv(7, 16, 1) + max_pool(5, 2),
        first: bottleneck[(8, 64, 1), (40, 2, 2)],
        second: bottleneck[(24, 12, 2), (32, 4, 1)],
        global_pool: false,
        classes: 33,
    }

    pub struct Random184 {
        dialect: slim_v2,
        input: [22, 34, 3],
        root: none,
        first: bottleneck[(5, 12, 1), (5, 4, 2)],
        activation: silu,
        classes: 1,
    }

    pub struct Random185 {
        dialect: slim_v1,
        input: [17, 37, 4],
        root: conv(7, 4, 3),
        first: bottleneck[(32, 8, 1), (40, 8, 1), (24, 4, 1)],
        second: bottleneck[(16, 8, 1), (16, 12, 1)],
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random186 {
        dialect: torch,
        input: [41, 39, 3],
        root: conv(3, 16, 2) + max_pool(3, 2),
        first: bottleneck[(17, 20, 1)],
        second: bottleneck[(17, 8, 1)],
        output_stride: 4,
        groups: 4,
        shortcut: conv,
        attention: se(4),
        activation: relu6,
        classes: 10,
    }

    pub struct Random187 {
        dialect: torch,
        input: [16, 13, 4],
        root: conv(7, 12, 3) + max_pool(5, 3),
        first: bottleneck[(12, 15, 1)],
        second: bottleneck[(5, 24, 1), (17, 6, 1)],
        third: bottleneck[(5, 15, 1), (17, 15, 1)],
        output_stride: 9,
        groups: 3,
        shortcut: conv,
        activation: relu6,
        classes: 7,
    }

    pub struct Random188 {
        dialect: timm_v2,
        input: [12, 39, 3],
        root: conv(5, 16, 3),
        first: bottleneck[(16, 24, 2)],
        output_stride: 3,
        groups: 2,
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random189 {
        dialect: bit,
        input: [9, 10, 3],
        root: conv(1, 64, 3) + max_pool(3, 2),
        first: bottleneck[(64, 32, 1), (64, 32, 1)],
        second: bottleneck[(32, 64, 1)],
        third: bottleneck[(32, 32, 1)],
        shortcut: conv,
        activation: silu,
        classes: 33,
    }

    pub struct Random190 {
        dialect: cifar_v1,
        input: [27, 36, 1],
        root: none,
        first: basic[(1, 2), (1, 1), (1, 1)],
        output_stride: 1,
        shortcut: conv,
        classes: 10,
    }

    pub struct Random191 {
        dialect: cifar_v2,
        input: [31, 26, 1],
        root: none,
        first: basic[(24, 1)],
        output_stride: 1,
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random192 {
        dialect: slim_v2,
        input: [37, 22, 3],
        root: conv(5, 12, 3),
        first: bottleneck[(12, 5, 1), (16, 12, 2)],
        second: bottleneck[(17, 5, 1)],
        dilate: [first],
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random193 {
        dialect: slim_v1,
        input: [23, 39, 3],
        root: conv(3, 4, 2),
        first: bottleneck[(4, 2, 2)],
        dilate: [first],
        activation: relu6,
        global_pool: false,
        classes: 7,
    }

    pub struct Random194 {
        dialect: torch,
        input: [18, 14, 1],
        root: conv(3, 16, 3) + conv(3, 12, 1) + conv(3, 33, 1),
        first: basic[(33, 1), (33, 1)],
        second: basic[(33, 1), (33, 1)],
        third: basic[(33, 1)],
        output_stride: 3,
        shortcut: pad,
        blur: true,
        activation: relu6,
        classes: 33,
    }

    pub struct Random195 {
        dialect: torch,
        input: [27, 34, 1],
        root: conv(7, 20, 1),
        first: bottleneck[(24, 8, 1), (24, 64, 1)],
        second: bottleneck[(24, 64, 2)],
        output_stride: 2,
        groups: 4,
        shortcut: pad,
        attention: eca,
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random196 {
        dialect: timm_v2,
        input: [36, 33, 3],
        root: none,
        first: basic[(5, 1)],
        second: basic[(17, 2), (8, 3), (16, 2)],
        dilate: [second],
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random197 {
        dialect: bit,
        input: [11, 12, 3],
        root: conv(3, 64, 3),
        first: bottleneck[(64, 64, 1)],
        output_stride: 3,
        shortcut: conv,
        activation: silu,
        classes: none,
    }

    pub struct Random198 {
        dialect: cifar_v1,
        input: [20, 23, 4],
        root: none,
        first: basic[(17, 1), (17, 3)],
        output_stride: 1,
        activation: relu6,
        classes: none,
    }

    pub struct Random199 {
        dialect: cifar_v2,
        input: [15, 35, 3],
        root: none,
        first: bottleneck[(5, 12, 3), (16, 4, 1), (24, 4, 1)],
        output_stride: 1,
        activation: silu,
        classes: 10,
    }

    pub struct Random200 {
        dialect: slim_v2,
        input: [33, 11, 1],
        root: conv(2, 12, 3),
        first: bottleneck[(12, 64, 2), (12, 5, 1)],
        output_stride: 6,
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random201 {
        dialect: slim_v1,
        input: [41, 26, 1],
        root: none,
        first: bottleneck[(24, 5, 3), (24, 64, 1)],
        second: bottleneck[(5, 8, 2)],
        third: bottleneck[(5, 64, 1)],
        output_stride: 3,
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random202 {
        dialect: torch,
        input: [30, 18, 4],
        root: conv(3, 12, 2) + conv(3, 7, 1) + conv(1, 7, 1),
        first: bottleneck[(7, 16, 1), (32, 10, 1), (32, 4, 1)],
        second: bottleneck[(32, 8, 1)],
        third: bottleneck[(32, 16, 2), (32, 16, 1)],
        output_stride: 4,
        groups: 2,
        shortcut: pad,
        activation: relu6,
        classes: 7,
    }

    pub struct Random203 {
        dialect: torch,
        input: [31, 15, 1],
        root: none,
        first: basic[(32, 1), (32, 3)],
        second: basic[(32, 1)],
        third: basic[(32, 1)],
        output_stride: 3,
        shortcut: pad,
        global_pool: false,
        classes: 7,
    }

    pub struct Random204 {
        dialect: timm_v2,
        input: [17, 27, 3],
        root: conv(3, 7, 2),
        first: bottleneck[(7, 24, 3), (8, 4, 1), (8, 64, 1)],
        output_stride: 6,
        groups: 2,
        shortcut: conv,
        activation: relu6,
        classes: 7,
    }

    pub struct Random205 {
        dialect: bit,
        input: [12, 10, 3],
        root: conv(3, 64, 1) + max_pool(3, 3),
        first: bottleneck[(64, 32, 2)],
        dilate: [first],
        shortcut: conv,
        activation: relu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random206 {
        dialect: cifar_v1,
        input: [27, 17, 4],
        root: none,
        first: basic[(5, 3)],
        second: basic[(5, 1)],
        shortcut: conv,
        classes: none,
    }

    pub struct Random207 {
        dialect: cifar_v2,
        input: [13, 27, 3],
        root: conv(3, 4, 3),
        first: basic[(24, 1), (24, 1), (24, 1)],
        output_stride: 3,
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random208 {
        dialect: slim_v2,
        input: [11, 11, 3],
        root: none,
        first: bottleneck[(3, 4, 1)],
        second: bottleneck[(32, 2, 1), (40, 5, 2)],
        third: bottleneck[(8, 64, 2), (17, 5, 1)],
        activation: silu,
        classes: 7,
    }

    pub struct Random209 {
        dialect: slim_v1,
        input: [19, 25, 3],
        root: conv(5, 4, 1) + max_pool(2, 2),
        first: bottleneck[(5, 64, 1), (5, 5, 3)],
        second: bottleneck[(5, 4, 1), (5, 12, 2), (5, 4, 1)],
        third: bottleneck[(5, 8, 1), (24, 8, 1)],
        activation: relu6,
        classes: 33,
    }

    pub struct Random210 {
        dialect: torch,
        input: [16, 21, 3],
        root: conv(3, 4, 2),
        first: bottleneck[(4, 4, 2), (4, 10, 2)],
        groups: 2,
        shortcut: pad,
        classes: none,
    }

    pub struct Random211 {
        dialect: torch,
        input: [29, 35, 1],
        root: conv(7, 33, 1) + max_pool(3, 3),
        first: basic[(33, 2)],
        output_stride: 3,
        shortcut: conv,
        activation: relu6,
        classes: 33,
    }

    pub struct Random212 {
        dialect: timm_v2,
        input: [23, 38, 4],
        root: none,
        first: basic[(4, 1), (40, 2), (24, 2)],
        dilate: [first],
        shortcut: conv,
        global_pool: false,
        classes: 1,
    }

    pub struct Random213 {
        dialect: bit,
        input: [11, 11, 3],
        root: conv(5, 32, 3),
        first: bottleneck[(32, 32, 1), (32, 32, 1)],
        shortcut: conv,
        activation: relu,
        classes: 1,
    }

    pub struct Random214 {
        dialect: cifar_v1,
        input: [37, 20, 3],
        root: conv(1, 16, 2),
        first: basic[(16, 3), (17, 2), (17, 1)],
        second: basic[(8, 1), (8, 1), (16, 1)],
        third: basic[(40, 1)],
        shortcut: conv,
        global_pool: false,
        classes: 7,
    }

    pub struct Random215 {
        dialect: cifar_v2,
        input: [37, 41, 3],
        root: none,
        first: basic[(3, 1)],
        global_pool: false,
        classes: 33,
    }

    pub struct Random216 {
        dialect: slim_v2,
        input: [15, 9, 3],
        root: conv(7, 7, 2),
        first: bottleneck[(7, 12, 1)],
        output_stride: 2,
        classes: 1,
    }

    pub struct Random217 {
        dialect: slim_v1,
        input: [38, 22, 4],
        root: conv(1, 20, 2),
        first: bottleneck[(20, 12, 3)],
        second: bottleneck[(20, 12, 1), (32, 5, 1), (17, 2, 1)],
        third: bottleneck[(17, 8, 2)],
        dilate: [first, third],
        activation: silu,
        classes: 33,
    }

    pub struct Random218 {
        dialect: torch,
        input: [11, 16, 3],
        root: conv(5, 16, 3),
        first: basic[(5, 2), (24, 1)],
        shortcut: conv,
        attention: se(4),
        classes: 10,
    }

    pub struct Random219 {
        dialect: torch,
        input: [14, 13, 3],
        root: conv(7, 12, 2) + max_pool(3, 3),
        first: basic[(40, 1)],
        second: basic[(24, 1)],
        third: basic[(24, 1), (24, 1)],
        shortcut: avg_pool,
        global_pool: false,
        classes: 1,
    }

    pub struct Random220 {
        dialect: timm_v2,
        input: [18, 37, 3],
        root: conv(7, 4, 2) + conv(3, 33, 1) + conv(7, 20, 1) + max_pool(3, 2),
        first: bottleneck[(16, 36, 1)],
        second: bottleneck[(5, 24, 2)],
        output_stride: 4,
        groups: 3,
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random221 {
        dialect: bit,
        input: [11, 10, 3],
        root: conv(3, 32, 1) + max_pool(3, 2),
        first: bottleneck[(32, 32, 1), (64, 64, 1), (64, 64, 1)],
        second: bottleneck[(64, 64, 1)],
        shortcut: conv,
        activation: relu6,
        classes: 7,
    }

    pub struct Random222 {
        dialect: cifar_v1,
        input: [26, 38, 1],
        root: conv(5, 4, 3) + max_pool(5, 2),
        first: basic[(17, 2), (24, 1)],
        shortcut: conv,
        global_pool: false,
        classes: 1,
    }

    pub struct Random223 {
        dialect: cifar_v2,
        input: [41, 17, 3],
        root: none,
        first: bottleneck[(5, 5, 1), (5, 8, 3)],
        second: bottleneck[(5, 4, 2), (40, 8, 1), (40, 8, 1)],
        third: bottleneck[(40, 2, 1), (40, 4, 1)],
        activation: silu,
        classes: 7,
    }

    pub struct Random224 {
        dialect: slim_v2,
        input: [22, 20, 4],
        root: none,
        first: bottleneck[(4, 4, 2)],
        second: bottleneck[(4, 64, 2)],
        output_stride: 2,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random225 {
        dialect: slim_v1,
        input: [30, 28, 3],
        root: conv(1, 16, 2) + max_pool(3, 2),
        first: bottleneck[(16, 64, 1), (16, 5, 1)],
        second: bottleneck[(5, 12, 3)],
        third: bottleneck[(5, 8, 1)],
        output_stride: 4,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random226 {
        dialect: torch,
        input: [26, 36, 3],
        root: conv(7, 20, 1) + conv(3, 7, 1) + conv(7, 16, 1) + max_pool(5, 2),
        first: basic[(16, 1), (16, 2), (16, 1)],
        second: basic[(16, 1), (17, 1)],
        dilate: [first],
        shortcut: pad,
        blur: true,
        classes: 1,
    }

    pub struct Random227 {
        dialect: torch,
        input: [40, 19, 4],
        root: none,
        first: bottleneck[(4, 8, 1)],
        groups: 4,
        shortcut: pad,
        classes: 1,
    }

    pub struct Random228 {
        dialect: timm_v2,
        input: [23, 36, 3],
        root: conv(3, 12, 2) + conv(3, 4, 1) + conv(3, 4, 1) + max_pool(3, 1),
        first: basic[(5, 3), (5, 2)],
        dilate: [first],
        shortcut: avg_pool,
        global_pool: false,
        classes: none,
    }

    pub struct Random229 {
        dialect: bit,
        input: [12, 12, 3],
        root: conv(7, 64, 1) + max_pool(3, 2),
        first: bottleneck[(32, 64, 1), (32, 32, 1)],
        second: bottleneck[(32, 32, 2)],
        third: bottleneck[(64, 64, 1)],
        shortcut: conv,
        activation: silu,
        classes: 7,
    }

    pub struct Random230 {
        dialect: cifar_v1,
        input: [28, 37, 4],
        root: none,
        first: basic[(40, 1)],
        second: basic[(40, 2)],
        third: basic[(40, 3), (40, 1)],
        shortcut: pad,
        activation: relu6,
        classes: 1,
    }

    pub struct Random231 {
        dialect: cifar_v2,
        input: [30, 15, 3],
        root: conv(3, 7, 2),
        first: basic[(7, 2), (5, 2), (16, 1)],
        output_stride: 2,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random232 {
        dialect: slim_v2,
        input: [34, 29, 4],
        root: conv(3, 4, 2) + max_pool(3, 3),
        first: bottleneck[(17, 2, 2), (32, 2, 1)],
        dilate: [first],
        global_pool: false,
        classes: 1,
    }

    pub struct Random233 {
        dialect: slim_v1,
        input: [10, 40, 4],
        root: none,
        first: bottleneck[(32, 5, 1)],
        output_stride: 1,
        global_pool: false,
        classes: 7,
    }

    pub struct Random234 {
        dialect: torch,
        input: [34, 33, 3],
        root: conv(5, 12, 1) + conv(3, 20, 1) + conv(5, 12, 1) + max_pool(3, 2),
        first: bottleneck[(12, 24, 2), (12, 16, 1), (32, 8, 1)],
        second: bottleneck[(32, 64, 2), (16, 24, 1)],
        third: bottleneck[(16, 4, 1)],
        groups: 2,
        shortcut: conv,
        blur: true,
        global_pool: false,
        classes: 33,
    }

    pub struct Random235 {
        dialect: torch,
        input: [14, 19, 1],
        root: none,
        first: basic[(1, 1), (1, 1)],
        second: basic[(1, 1), (8, 1), (8, 1)],
        third: basic[(8, 1)],
        shortcut: pad,
        activation: relu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random236 {
        dialect: timm_v2,
        input: [38, 33, 3],
        root: conv(3, 12, 2) + conv(3, 4, 1) + conv(3, 7, 1) + max_pool(3, 2),
        first: bottleneck[(17, 8, 2), (8, 4, 1), (5, 64, 1)],
        output_stride: 8,
        groups: 2,
        shortcut: avg_pool,
        classes: 33,
    }

    pub struct Random237 {
        dialect: bit,
        input: [9, 12, 4],
        root: conv(3, 64, 3) + max_pool(5, 2),
        first: bottleneck[(64, 32, 1), (64, 32, 1)],
        second: bottleneck[(64, 64, 1)],
        third: bottleneck[(64, 64, 1)],
        output_stride: 6,
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random238 {
        dialect: cifar_v1,
        input: [11, 13, 3],
        root: conv(5, 7, 1),
        first: basic[(7, 2)],
        second: basic[(7, 2), (40, 1)],
        shortcut: conv,
        global_pool: false,
        classes: 7,
    }

    pub struct Random239 {
        dialect: cifar_v2,
        input: [23, 28, 3],
        root: conv(3, 4, 1),
        first: basic[(24, 3), (24, 3), (24, 1)],
        second: basic[(40, 1), (40, 1), (40, 1)],
        third: basic[(40, 1)],
        output_stride: 1,
        activation: relu6,
        classes: 1,
    }

    pub struct Random240 {
        dialect: slim_v2,
        input: [10, 30, 4],
        root: conv(1, 12, 2),
        first: bottleneck[(12, 5, 1), (8, 8, 1)],
        second: bottleneck[(8, 8, 1), (40, 64, 1), (17, 4, 2)],
        third: bottleneck[(32, 2, 1), (32, 5, 1), (16, 8, 1)],
        dilate: [second],
        classes: 33,
    }

    pub struct Random241 {
        dialect: slim_v1,
        input: [35, 26, 4],
        root: none,
        first: bottleneck[(8, 5, 1), (24, 2, 3), (40, 4, 3)],
        second: bottleneck[(24, 4, 1), (24, 12, 1), (24, 5, 1)],
        third: bottleneck[(17, 4, 1)],
        activation: relu6,
        classes: none,
    }

    pub struct Random242 {
        dialect: torch,
        input: [40, 30, 3],
        root: conv(1, 4, 3) + conv(3, 16, 1) + conv(7, 12, 1) + max_pool(3, 2),
        first: bottleneck[(8, 36, 1)],
        second: bottleneck[(8, 36, 1)],
        groups: 3,
        shortcut: conv,
        blur: true,
        activation: silu,
        classes: 33,
    }

    pub struct Random243 {
        dialect: torch,
        input: [26, 18, 3],
        root: conv(1, 12, 1) + max_pool(3, 1),
        first: bottleneck[(16, 15, 2), (24, 36, 1)],
        second: bottleneck[(16, 12, 2), (16, 12, 1), (17, 15, 1)],
        third: bottleneck[(16, 6, 1)],
        dilate: [first, second],
        groups: 3,
        shortcut: avg_pool,
        blur: true,
        activation: relu6,
        classes: 33,
    }

    pub struct Random244 {
        dialect: timm_v2,
        input: [25, 17, 1],
        root: none,
        first: basic[(1, 1), (1, 1), (1, 2)],
        second: basic[(1, 3)],
        third: basic[(1, 1), (1, 1)],
        output_stride: 6,
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random245 {
        dialect: bit,
        input: [10, 12, 3],
        root: conv(3, 64, 1),
        first: bottleneck[(32, 64, 2), (32, 32, 2), (64, 64, 1)],
        second: bottleneck[(32, 32, 1)],
        output_stride: 2,
        classes: 10,
    }

    pub struct Random246 {
        dialect: cifar_v1,
        input: [11, 11, 1],
        root: conv(1, 7, 2),
        first: basic[(24, 1), (24, 2)],
        second: basic[(24, 1), (24, 1), (40, 1)],
        output_stride: 4,
        shortcut: conv,
        classes: none,
    }

    pub struct Random247 {
        dialect: cifar_v2,
        input: [25, 26, 3],
        root: conv(3, 20, 2),
        first: bottleneck[(20, 4, 1)],
        second: bottleneck[(20, 64, 2), (20, 2, 2), (20, 2, 1)],
        third: bottleneck[(8, 5, 2), (8, 64, 1), (32, 12, 1)],
        classes: 33,
    }

    pub struct Random248 {
        dialect: slim_v2,
        input: [30, 37, 4],
        root: none,
        first: bottleneck[(4, 4, 3), (8, 5, 3)],
        second: bottleneck[(8, 64, 2), (32, 12, 1)],
        third: bottleneck[(32, 2, 1), (32, 4, 1)],
        output_stride: 3,
        activation: relu6,
        classes: none,
    }

    pub struct Random249 {
        dialect: slim_v1,
        input: [25, 39, 1],
        root: none,
        first: bottleneck[(1, 8, 1)],
        second: bottleneck[(8, 12, 1), (8, 8, 2), (24, 8, 1)],
        third: bottleneck[(24, 2, 1)],
        global_pool: false,
        classes: none,
    }

    pub struct Random250 {
        dialect: torch,
        input: [36, 41, 3],
        root: conv(5, 33, 2) + conv(5, 16, 1) + conv(3, 4, 1) + max_pool(3, 1),
        first: basic[(4, 2), (16, 2), (16, 1)],
        second: basic[(40, 1)],
        third: basic[(40, 1)],
        dilate: [first],
        shortcut: pad,
        blur: true,
        attention: se,
        activation: relu6,
        classes: none,
    }

    pub struct Random251 {
        dialect: torch,
        input: [12, 29, 1],
        root: none,
        first: basic[(24, 2), (24, 1)],
        second: basic[(40, 2)],
        third: basic[(8, 1), (17, 1), (17, 1)],
        activation: relu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random252 {
        dialect: timm_v2,
        input: [26, 27, 3],
        root: none,
        first: bottleneck[(3, 63, 2), (8, 12, 2), (8, 36, 2)],
        second: bottleneck[(5, 24, 2), (5, 6, 1)],
        third: bottleneck[(16, 12, 1), (16, 6, 1), (16, 15, 1)],
        groups: 3,
        shortcut: avg_pool,
        activation: relu6,
        classes: none,
    }

    pub struct Random253 {
        dialect: bit,
        input: [11, 11, 3],
        root: conv(7, 64, 3) + max_pool(3, 1),
        first: bottleneck[(64, 64, 1)],
        second: bottleneck[(32, 64, 2), (32, 64, 1), (64, 32, 1)],
        third: bottleneck[(64, 32, 1), (64, 32, 1)],
        output_stride: 3,
        activation: relu,
        classes: 10,
    }

    pub struct Random254 {
        dialect: cifar_v1,
        input: [35, 15, 3],
        root: conv(5, 12, 3) + max_pool(5, 3),
        first: basic[(32, 1)],
        shortcut: pad,
        activation: relu6,
        classes: 33,
    }

    pub struct Random255 {
        dialect: cifar_v2,
        input: [21, 38, 3],
        root: conv(5, 33, 3) + max_pool(3, 1),
        first: basic[(16, 1)],
        second: basic[(16, 2)],
        third: basic[(40, 1)],
        output_stride: 6,
        classes: 10,
    }

    pub struct Random256 {
        dialect: slim_v2,
        input: [18, 20, 4],
        root: conv(3, 7, 1),
        first: bottleneck[(24, 2, 3), (24, 64, 1), (24, 2, 2)],
        second: bottleneck[(24, 2, 1)],
        dilate: [first],
        activation: relu6,
        classes: 10,
    }

    pub struct Random257 {
        dialect: slim_v1,
        input: [39, 15, 4],
        root: none,
        first: bottleneck[(17, 5, 1), (17, 4, 2)],
        global_pool: false,
        classes: 7,
    }

    pub struct Random258 {
        dialect: torch,
        input: [30, 29, 3],
        root: conv(1, 7, 2) + conv(3, 33, 1) + conv(1, 4, 1) + max_pool(5, 2),
        first: bottleneck[(4, 48, 1), (17, 8, 2), (17, 32, 1)],
        second: bottleneck[(17, 32, 2), (17, 16, 1)],
        third: bottleneck[(40, 48, 1)],
        dilate: [first, second],
        groups: 4,
        shortcut: pad,
        attention: se,
        classes: 10,
    }

    pub struct Random259 {
        dialect: torch,
        input: [9, 29, 4],
        root: none,
        first: basic[(16, 1)],
        second: basic[(16, 2)],
        third: basic[(16, 1), (32, 1), (32, 1)],
        shortcut: pad,
        blur: true,
        attention: se(4),
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random260 {
        dialect: timm_v2,
        input: [27, 23, 3],
        root: conv(5, 20, 2) + conv(7, 7, 1) + conv(7, 20, 1) + max_pool(5, 1),
        first: basic[(20, 2), (24, 1)],
        second: basic[(24, 1), (24, 2), (16, 1)],
        dilate: [first, second],
        shortcut: avg_pool,
        activation: relu,
        classes: 10,
    }

    pub struct Random261 {
        dialect: bit,
        input: [10, 9, 3],
        root: conv(7, 32, 1) + max_pool(3, 2),
        first: bottleneck[(32, 64, 2), (32, 64, 1)],
        dilate: [first],
        shortcut: conv,
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random262 {
        dialect: cifar_v1,
        input: [22, 27, 3],
        root: none,
        first: basic[(3, 2), (3, 2)],
        second: basic[(3, 2), (3, 1)],
        dilate: [first, second],
        shortcut: conv,
        activation: silu,
        classes: 10,
    }

    pub struct Random263 {
        dialect: cifar_v2,
        input: [22, 27, 3],
        root: conv(7, 16, 2),
        first: bottleneck[(16, 4, 2)],
        second: bottleneck[(24, 12, 1)],
        third: bottleneck[(24, 8, 1)],
        output_stride: 4,
        activation: relu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random264 {
        dialect: slim_v2,
        input: [10, 17, 1],
        root: conv(5, 7, 1),
        first: bottleneck[(24, 64, 3), (24, 8, 1), (40, 5, 2)],
        dilate: [first],
        activation: silu,
        classes: 33,
    }

    pub struct Random265 {
        dialect: slim_v1,
        input: [36, 38, 3],
        root: conv(5, 4, 3),
        first: bottleneck[(32, 4, 1), (32, 64, 1)],
        second: bottleneck[(16, 2, 2), (16, 12, 2)],
        third: bottleneck[(40, 12, 1)],
        classes: 7,
    }

    pub struct Random266 {
        dialect: torch,
        input: [18, 23, 4],
        root: conv(7, 20, 2) + conv(3, 33, 1) + conv(5, 12, 1),
        first: bottleneck[(12, 15, 1)],
        second: bottleneck[(24, 63, 3), (5, 63, 1)],
        third: bottleneck[(5, 63, 1), (5, 63, 1), (32, 15, 1)],
        dilate: [second],
        groups: 3,
        shortcut: avg_pool,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random267 {
        dialect: torch,
        input: [41, 22, 1],
        root: conv(7, 12, 2) + max_pool(3, 3),
        first: basic[(24, 2), (40, 1)],
        second: basic[(32, 1), (40, 1), (16, 1)],
        attention: eca,
        classes: 1,
    }

    pub struct Random268 {
        dialect: timm_v2,
        input: [31, 15, 3],
        root: conv(1, 7, 2),
        first: bottleneck[(8, 64, 2), (24, 10, 1)],
        second: bottleneck[(24, 64, 1), (24, 64, 1)],
        third: bottleneck[(32, 16, 1), (8, 64, 1)],
        groups: 2,
        shortcut: avg_pool,
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random269 {
        dialect: bit,
        input: [11, 13, 3],
        root: conv(3, 32, 3),
        first: bottleneck[(32, 32, 1), (32, 64, 1)],
        second: bottleneck[(32, 64, 1), (32, 64, 1)],
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random270 {
        dialect: cifar_v1,
        input: [21, 13, 3],
        root: conv(5, 4, 3) + max_pool(3, 3),
        first: basic[(32, 1)],
        second: basic[(32, 1)],
        output_stride: 9,
        activation: relu6,
        classes: 1,
    }

    pub struct Random271 {
        dialect: cifar_v2,
        input: [39, 23, 3],
        root: conv(3, 12, 2) + max_pool(3, 3),
        first: basic[(12, 1), (32, 2), (5, 1)],
        activation: relu,
        classes: 33,
    }

    pub struct Random272 {
        dialect: slim_v2,
        input: [40, 15, 3],
        root: conv(5, 7, 2) + max_pool(3, 3),
        first: bottleneck[(7, 2, 1), (7, 12, 1), (32, 12, 1)],
        second: bottleneck[(24, 8, 1), (5, 2, 1)],
        output_stride: 6,
        activation: relu6,
        classes: 10,
    }

    pub struct Random273 {
        dialect: slim_v1,
        input: [21, 37, 1],
        root: conv(4, 4, 1) + max_pool(3, 2),
        first: bottleneck[(4, 8, 1)],
        output_stride: 2,
        global_pool: false,
        classes: none,
    }

    pub struct Random274 {
        dialect: torch,
        input: [24, 40, 3],
        root: conv(1, 4, 3),
        first: bottleneck[(4, 8, 3), (32, 16, 1)],
        dilate: [first],
        groups: 2,
        shortcut: pad,
        attention: se(4),
        activation: silu,
        classes: 10,
    }

    pub struct Random275 {
        dialect: torch,
        input: [9, 25, 3],
        root: none,
        first: basic[(24, 1), (24, 2)],
        second: basic[(16, 1), (32, 1), (16, 1)],
        shortcut: avg_pool,
        blur: true,
        attention: eca,
        activation: relu6,
        classes: 7,
    }

    pub struct Random276 {
        dialect: timm_v2,
        input: [11, 12, 3],
        root: conv(1, 12, 1),
        first: basic[(16, 3)],
        output_stride: 1,
        shortcut: avg_pool,
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random277 {
        dialect: bit,
        input: [10, 13, 4],
        root: conv(3, 32, 1),
        first: bottleneck[(32, 64, 2), (32, 32, 1), (32, 64, 2)],
        dilate: [first],
        activation: relu,
        global_pool: false,
        classes: none,
    }

    pub struct Random278 {
        dialect: cifar_v1,
        input: [21, 21, 3],
        root: none,
        first: basic[(24, 3)],
        second: basic[(24, 3), (24, 1), (24, 1)],
        third: basic[(5, 1), (17, 1)],
        dilate: [first, second],
        shortcut: conv,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random279 {
        dialect: cifar_v2,
        input: [15, 33, 4],
        root: none,
        first: bottleneck[(4, 12, 3)],
        output_stride: 1,
        global_pool: false,
        classes: 10,
    }

    pub struct Random280 {
        dialect: slim_v2,
        input: [11, 26, 3],
        root: conv(2, 16, 2) + max_pool(3, 2),
        first: bottleneck[(32, 64, 1)],
        second: bottleneck[(8, 4, 1)],
        activation: relu6,
        classes: none,
    }

    pub struct Random281 {
        dialect: slim_v1,
        input: [37, 14, 3],
        root: conv(7, 4, 3),
        first: bottleneck[(4, 5, 1), (8, 12, 2)],
        activation: silu,
        classes: 33,
    }

    pub struct Random282 {
        dialect: torch,
        input: [29, 17, 1],
        root: conv(7, 33, 1),
        first: basic[(24, 2)],
        second: basic[(5, 3), (8, 1)],
        third: basic[(8, 1), (8, 1)],
        output_stride: 2,
        activation: relu6,
        classes: 10,
    }

    pub struct Random283 {
        dialect: torch,
        input: [24, 31, 3],
        root: conv(7, 4, 3) + max_pool(3, 2),
        first: basic[(4, 2)],
        second: basic[(5, 1)],
        dilate: [first],
        shortcut: pad,
        classes: 1,
    }

    pub struct Random284 {
        dialect: timm_v2,
        input: [13, 33, 4],
        root: conv(3, 20, 1),
        first: bottleneck[(5, 15, 3), (5, 12, 2)],
        groups: 3,
        shortcut: conv,
        activation: silu,
        classes: 10,
    }

    pub struct Random285 {
        dialect: bit,
        input: [11, 11, 3],
        root: conv(1, 32, 3),
        first: bottleneck[(64, 64, 1)],
        second: bottleneck[(64, 32, 2), (32, 32, 1)],
        third: bottleneck[(32, 32, 1), (64, 64, 1)],
        classes: 1,
    }

    pub struct Random286 {
        dialect: cifar_v1,
        input: [41, 14, 4],
        root: conv(7, 16, 3) + max_pool(5, 3),
        first: basic[(24, 1), (24, 1)],
        classes: none,
    }

    pub struct Random287 {
        dialect: cifar_v2,
        input: [17, 30, 4],
        root: conv(7, 33, 2) + max_pool(3, 2),
        first: basic[(33, 1), (40, 1)],
        second: basic[(40, 1), (17, 1), (17, 2)],
        third: basic[(16, 1), (17, 1)],
        dilate: [second],
        global_pool: false,
        classes: 1,
    }

    pub struct Random288 {
        dialect: slim_v2,
        input: [35, 9, 3],
        root: none,
        first: bottleneck[(3, 8, 2), (8, 64, 1)],
        second: bottleneck[(8, 2, 2), (24, 2, 1)],
        third: bottleneck[(17, 64, 1)],
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random289 {
        dialect: slim_v1,
        input: [25, 19, 3],
        root: none,
        first: bottleneck[(3, 2, 2)],
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random290 {
        dialect: torch,
        input: [19, 40, 3],
        root: conv(1, 12, 2) + conv(1, 20, 1) + conv(7, 33, 1),
        first: bottleneck[(33, 2, 2)],
        second: bottleneck[(33, 2, 1), (5, 64, 1)],
        output_stride: 2,
        shortcut: avg_pool,
        blur: true,
        attention: se(4),
        activation: silu,
        classes: 1,
    }

    pub struct Random291 {
        dialect: torch,
        input: [29, 34, 4],
        root: none,
        first: basic[(5, 2), (32, 1), (8, 2)],
        second: basic[(8, 2)],
        activation: relu6,
        classes: 10,
    }

    pub struct Random292 {
        dialect: timm_v2,
        input: [20, 37, 3],
        root: conv(1, 33, 3) + conv(3, 16, 1) + conv(7, 4, 1) + max_pool(5, 2),
        first: bottleneck[(17, 64, 1), (17, 32, 1), (17, 64, 2)],
        groups: 4,
        shortcut: conv,
        global_pool: false,
        classes: none,
    }

    pub struct Random293 {
        dialect: bit,
        input: [10, 13, 3],
        root: conv(7, 32, 2) + max_pool(3, 2),
        first: bottleneck[(32, 64, 1)],
        second: bottleneck[(32, 32, 1), (32, 64, 1)],
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random294 {
        dialect: cifar_v1,
        input: [18, 25, 3],
        root: none,
        first: basic[(32, 1)],
        second: basic[(32, 2), (32, 2)],
        dilate: [second],
        shortcut: pad,
        classes: none,
    }

    pub struct Random295 {
        dialect: cifar_v2,
        input: [32, 26, 3],
        root: conv(5, 12, 2) + max_pool(5, 3),
        first: basic[(12, 1)],
        second: basic[(12, 2), (8, 1), (17, 1)],
        dilate: [second],
        global_pool: false,
        classes: 33,
    }

    pub struct Random296 {
        dialect: slim_v2,
        input: [31, 13, 4],
        root: none,
        first: bottleneck[(32, 4, 1), (24, 64, 2)],
        output_stride: 1,
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random297 {
        dialect: slim_v1,
        input: [25, 36, 3],
        root: conv(3, 33, 2) + max_pool(2, 2),
        first: bottleneck[(8, 5, 2)],
        output_stride: 8,
        classes: 7,
    }

    pub struct Random298 {
        dialect: torch,
        input: [39, 35, 3],
        root: none,
        first: bottleneck[(16, 36, 2)],
        second: bottleneck[(16, 15, 2)],
        third: bottleneck[(16, 36, 2), (16, 24, 2)],
        output_stride: 8,
        groups: 3,
        shortcut: avg_pool,
        activation: relu6,
        classes: 1,
    }

    pub struct Random299 {
        dialect: torch,
        input: [21, 12, 1],
        root: none,
        first: basic[(1, 1), (1, 3)],
        second: basic[(5, 1)],
        third: basic[(5, 1), (32, 1)],
        activation: relu6,
        classes: 33,
    }

    pub struct Random300 {
        dialect: timm_v2,
        input: [28, 38, 1],
        root: conv(5, 4, 2),
        first: bottleneck[(32, 8, 1)],
        groups: 4,
        shortcut: avg_pool,
        activation: silu,
        classes: 10,
    }

    pub struct Random301 {
        dialect: bit,
        input: [11, 11, 4],
        root: conv(3, 64, 1),
        first: bottleneck[(64, 32, 1), (64, 32, 1)],
        second: bottleneck[(64, 32, 2)],
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random302 {
        dialect: cifar_v1,
        input: [11, 27, 1],
        root: conv(5, 7, 2),
        first: basic[(8, 1), (8, 1)],
        second: basic[(32, 1), (32, 2)],
        third: basic[(5, 1), (40, 1)],
        shortcut: conv,
        classes: none,
    }

    pub struct Random303 {
        dialect: cifar_v2,
        input: [27, 37, 4],
        root: conv(5, 33, 3) + max_pool(5, 2),
        first: basic[(5, 1), (5, 2), (5, 1)],
        classes: 1,
    }

    pub struct Random304 {
        dialect: slim_v2,
        input: [15, 38, 1],
        root: none,
        first: bottleneck[(17, 8, 2)],
        second: bottleneck[(17, 2, 2), (17, 64, 2)],
        third: bottleneck[(8, 8, 1)],
        activation: silu,
        classes: 10,
    }

    pub struct Random305 {
        dialect: slim_v1,
        input: [34, 24, 3],
        root: none,
        first: bottleneck[(3, 64, 2), (3, 8, 1)],
        second: bottleneck[(32, 12, 1)],
        classes: 1,
    }

    pub struct Random306 {
        dialect: torch,
        input: [11, 38, 3],
        root: none,
        first: bottleneck[(40, 64, 1), (40, 20, 1), (17, 20, 1)],
        second: bottleneck[(24, 32, 3)],
        groups: 4,
        activation: relu6,
        classes: 33,
    }

    pub struct Random307 {
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

    pub struct Random308 {
        dialect: timm_v2,
        input: [21, 21, 3],
        root: conv(3, 7, 2),
        first: basic[(17, 2), (40, 2)],
        output_stride: 8,
        shortcut: conv,
        activation: silu,
        classes: none,
    }

    pub struct Random309 {
        dialect: bit,
        input: [12, 13, 3],
        root: conv(5, 64, 3) + max_pool(5, 2),
        first: bottleneck[(64, 32, 1), (64, 64, 1), (64, 64, 1)],
        second: bottleneck[(32, 32, 1)],
        output_stride: 6,
        activation: relu6,
        classes: none,
    }

    pub struct Random310 {
        dialect: cifar_v1,
        input: [24, 9, 3],
        root: conv(1, 20, 1) + max_pool(3, 2),
        first: basic[(20, 2), (20, 1), (24, 1)],
        second: basic[(24, 1), (24, 1)],
        third: basic[(32, 1), (32, 1), (32, 1)],
        classes: none,
    }

    pub struct Random311 {
        dialect: cifar_v2,
        input: [12, 14, 1],
        root: none,
        first: basic[(1, 2), (5, 2)],
        second: basic[(8, 1)],
        activation: silu,
        classes: none,
    }

    pub struct Random312 {
        dialect: slim_v2,
        input: [38, 40, 3],
        root: none,
        first: bottleneck[(24, 5, 2)],
        second: bottleneck[(24, 2, 1)],
        activation: relu6,
        classes: 7,
    }

    pub struct Random313 {
        dialect: slim_v1,
        input: [10, 33, 1],
        root: conv(3, 33, 3) + max_pool(4, 2),
        first: bottleneck[(33, 4, 1)],
        classes: 10,
    }

    pub struct Random314 {
        dialect: torch,
        input: [16, 27, 3],
        root: none,
        first: bottleneck[(3, 36, 2)],
        groups: 3,
        shortcut: pad,
        blur: true,
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random315 {
        dialect: torch,
        input: [32, 22, 1],
        root: none,
        first: basic[(1, 2), (1, 1), (24, 2)],
        second: basic[(16, 1), (8, 1), (8, 1)],
        shortcut: avg_pool,
        blur: true,
        activation: relu,
        classes: 10,
    }

    pub struct Random316 {
        dialect: timm_v2,
        input: [41, 19, 3],
        root: conv(1, 7, 2) + conv(7, 16, 1) + conv(1, 12, 1) + max_pool(3, 2),
        first: bottleneck[(40, 10, 2), (40, 64, 1)],
        second: bottleneck[(40, 24, 1)],
        third: bottleneck[(5, 24, 1)],
        groups: 2,
        classes: none,
    }

    pub struct Random317 {
        dialect: bit,
        input: [10, 13, 4],
        root: conv(7, 32, 1),
        first: bottleneck[(64, 32, 2), (64, 32, 1)],
        shortcut: conv,
        global_pool: false,
        classes: 7,
    }

    pub struct Random318 {
        dialect: cifar_v1,
        input: [27, 13, 3],
        root: none,
        first: basic[(8, 1), (32, 1)],
        second: basic[(32, 1)],
        third: basic[(8, 1)],
        output_stride: 1,
        shortcut: conv,
        global_pool: false,
        classes: 7,
    }

    pub struct Random319 {
        dialect: cifar_v2,
        input: [30, 17, 1],
        root: conv(3, 7, 2) + max_pool(3, 2),
        first: basic[(7, 1)],
        output_stride: 4,
        classes: 7,
    }

    pub struct Random320 {
        dialect: slim_v2,
        input: [9, 18, 1],
        root: none,
        first: bottleneck[(1, 2, 3), (1, 8, 1)],
        second: bottleneck[(1, 2, 1), (1, 64, 1)],
        third: bottleneck[(1, 2, 1), (1, 8, 1), (1, 5, 1)],
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random321 {
        dialect: slim_v1,
        input: [32, 18, 3],
        root: conv(7, 33, 1) + max_pool(3, 2),
        first: bottleneck[(33, 64, 2)],
        output_stride: 4,
        activation: relu,
        classes: 33,
    }

    pub struct Random322 {
        dialect: torch,
        input: [11, 29, 3],
        root: conv(5, 20, 3) + conv(3, 12, 1) + conv(3, 4, 1) + max_pool(3, 1),
        first: bottleneck[(24, 64, 2), (32, 48, 1), (32, 16, 1)],
        second: bottleneck[(32, 32, 1), (40, 64, 1)],
        third: bottleneck[(40, 64, 1), (40, 20, 1)],
        groups: 4,
        shortcut: pad,
        attention: eca,
        global_pool: false,
        classes: none,
    }

    pub struct Random323 {
        dialect: torch,
        input: [17, 27, 3],
        root: none,
        first: bottleneck[(16, 10, 1), (8, 8, 1), (8, 10, 1)],
        second: bottleneck[(8, 4, 1), (5, 4, 2)],
        groups: 2,
        shortcut: avg_pool,
        attention: se(4),
        activation: silu,
        classes: 1,
    }

    pub struct Random324 {
        dialect: timm_v2,
        input: [20, 20, 1],
        root: none,
        first: basic[(40, 2), (40, 1), (40, 1)],
        shortcut: conv,
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random325 {
        dialect: bit,
        input: [10, 12, 1],
        root: conv(7, 64, 1),
        first: bottleneck[(32, 32, 2), (32, 32, 1), (64, 64, 1)],
        classes: 1,
    }

    pub struct Random326 {
        dialect: cifar_v1,
        input: [11, 23, 1],
        root: none,
        first: basic[(24, 3), (24, 2), (24, 1)],
        second: basic[(40, 1)],
        third: basic[(40, 1), (40, 1), (40, 1)],
        shortcut: pad,
        activation: silu,
        classes: 10,
    }

    pub struct Random327 {
        dialect: cifar_v2,
        input: [23, 26, 3],
        root: none,
        first: bottleneck[(40, 8, 2), (16, 4, 2)],
        second: bottleneck[(16, 64, 1)],
        third: bottleneck[(17, 5, 2)],
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random328 {
        dialect: slim_v2,
        input: [39, 29, 3],
        root: none,
        first: bottleneck[(16, 5, 1), (40, 4, 3)],
        second: bottleneck[(40, 12, 1), (17, 64, 2), (5, 12, 1)],
        output_stride: 6,
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random329 {
        dialect: slim_v1,
        input: [28, 14, 4],
        root: conv(3, 20, 1),
        first: bottleneck[(40, 5, 3)],
        second: bottleneck[(8, 8, 2), (16, 2, 1), (16, 64, 1)],
        third: bottleneck[(16, 12, 1)],
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random330 {
        dialect: torch,
        input: [27, 25, 4],
        root: conv(5, 20, 2) + conv(7, 20, 1) + conv(3, 16, 1) + max_pool(3, 3),
        first: bottleneck[(16, 12, 1)],
        second: bottleneck[(16, 12, 2)],
        third: bottleneck[(16, 12, 1)],
        output_stride: 12,
        shortcut: pad,
        global_pool: false,
        classes: 7,
    }

    pub struct Random331 {
        dialect: torch,
        input: [38, 25, 3],
        root: conv(5, 12, 2) + max_pool(3, 3),
        first: bottleneck[(12, 63, 1)],
        groups: 3,
        shortcut: conv,
        global_pool: false,
        classes: 7,
    }

    pub struct Random332 {
        dialect: timm_v2,
        input: [10, 29, 1],
        root: conv(3, 7, 3) + conv(5, 12, 1) + conv(3, 12, 1) + max_pool(3, 3),
        first: bottleneck[(12, 64, 1), (12, 4, 1)],
        second: bottleneck[(12, 64, 1), (24, 10, 1), (16, 16, 1)],
        third: bottleneck[(32, 4, 1), (32, 4, 1)],
        groups: 2,
        shortcut: avg_pool,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random333 {
        dialect: bit,
        input: [12, 11, 4],
        root: conv(5, 64, 2) + max_pool(3, 1),
        first: bottleneck[(32, 32, 2)],
        second: bottleneck[(32, 32, 1)],
        shortcut: conv,
        activation: relu6,
        classes: 33,
    }

    pub struct Random334 {
        dialect: cifar_v1,
        input: [17, 13, 3],
        root: none,
        first: basic[(40, 3)],
        second: basic[(40, 1), (40, 2), (40, 1)],
        shortcut: pad,
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random335 {
        dialect: cifar_v2,
        input: [13, 40, 3],
        root: none,
        first: basic[(3, 2)],
        second: basic[(3, 1)],
        third: basic[(3, 2), (3, 2)],
        output_stride: 2,
        activation: relu6,
        classes: 7,
    }

    pub struct Random336 {
        dialect: slim_v2,
        input: [11, 21, 4],
        root: conv(1, 20, 2) + max_pool(3, 2),
        first: bottleneck[(32, 4, 1)],
        second: bottleneck[(32, 12, 1), (17, 5, 1), (17, 8, 1)],
        third: bottleneck[(17, 8, 1)],
        activation: relu6,
        classes: 7,
    }

    pub struct Random337 {
        dialect: slim_v1,
        input: [18, 10, 3],
        root: conv(7, 33, 3),
        first: bottleneck[(5, 8, 1), (17, 5, 2)],
        activation: silu,
        classes: 1,
    }

    pub struct Random338 {
        dialect: torch,
        input: [18, 28, 1],
        root: conv(7, 7, 1) + max_pool(3, 2),
        first: bottleneck[(7, 10, 2), (7, 8, 1), (32, 8, 2)],
        second: bottleneck[(32, 16, 1)],
        third: bottleneck[(32, 24, 1), (32, 24, 1), (32, 24, 1)],
        output_stride: 2,
        groups: 2,
        shortcut: conv,
        activation: relu6,
        classes: 1,
    }

    pub struct Random339 {
        dialect: torch,
        input: [30, 36, 3],
        root: conv(3, 7, 1) + conv(7, 7, 1) + conv(1, 4, 1),
        first: basic[(5, 2), (40, 1)],
        dilate: [first],
        shortcut: conv,
        attention: se(4),
        classes: 10,
    }

    pub struct Random340 {
        dialect: timm_v2,
        input: [10, 20, 1],
        root: conv(5, 33, 2) + max_pool(3, 1),
        first: bottleneck[(33, 64, 1), (33, 4, 1), (8, 4, 2)],
        second: bottleneck[(8, 8, 1)],
        third: bottleneck[(8, 64, 1), (8, 64, 1), (8, 5, 1)],
        shortcut: avg_pool,
        activation: silu,
        classes: 33,
    }

    pub struct Random341 {
        dialect: bit,
        input: [12, 13, 3],
        root: conv(7, 64, 3),
        first: bottleneck[(32, 64, 2)],
        second: bottleneck[(32, 64, 1)],
        third: bottleneck[(32, 64, 1), (32, 64, 1), (32, 32, 1)],
        shortcut: conv,
        activation: silu,
        classes: 10,
    }

    pub struct Random342 {
        dialect: cifar_v1,
        input: [38, 22, 3],
        root: conv(3, 16, 1),
        first: basic[(16, 2)],
        dilate: [first],
        classes: none,
    }

    pub struct Random343 {
        dialect: cifar_v2,
        input: [25, 12, 4],
        root: none,
        first: basic[(5, 1), (17, 2)],
        second: basic[(17, 1), (17, 3), (24, 1)],
        third: basic[(32, 1)],
        activation: relu6,
        classes: 1,
    }

    pub struct Random344 {
        dialect: slim_v2,
        input: [22, 30, 3],
        root: none,
        first: bottleneck[(16, 5, 2)],
        second: bottleneck[(16, 64, 1), (17, 12, 3), (40, 4, 1)],
        activation: relu6,
        classes: 7,
    }

    pub struct Random345 {
        dialect: slim_v1,
        input: [14, 32, 1],
        root: conv(4, 16, 1),
        first: bottleneck[(8, 64, 3), (40, 4, 1), (40, 64, 2)],
        second: bottleneck[(40, 64, 1)],
        third: bottleneck[(40, 2, 1)],
        activation: silu,
        classes: none,
    }

    pub struct Random346 {
        dialect: torch,
        input: [32, 22, 1],
        root: conv(5, 16, 2) + max_pool(3, 2),
        first: basic[(5, 1)],
        output_stride: 4,
        blur: true,
        classes: 10,
    }

    pub struct Random347 {
        dialect: torch,
        input: [11, 16, 4],
        root: none,
        first: bottleneck[(16, 64, 3)],
        groups: 4,
        shortcut: avg_pool,
        activation: relu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random348 {
        dialect: timm_v2,
        input: [41, 36, 4],
        root: conv(7, 20, 3) + conv(3, 33, 1) + conv(1, 20, 1),
        first: bottleneck[(17, 24, 2)],
        second: bottleneck[(17, 10, 1), (32, 10, 2)],
        groups: 2,
        classes: 10,
    }

    pub struct Random349 {
        dialect: bit,
        input: [13, 13, 1],
        root: conv(3, 64, 2),
        first: bottleneck[(64, 64, 2)],
        second: bottleneck[(64, 64, 2), (64, 64, 1), (32, 64, 1)],
        third: bottleneck[(64, 32, 1)],
        shortcut: conv,
        activation: relu,
        classes: 10,
    }

    pub struct Random350 {
        dialect: cifar_v1,
        input: [10, 40, 1],
        root: none,
        first: basic[(17, 1), (17, 1), (17, 1)],
        second: basic[(17, 3)],
        output_stride: 3,
        classes: none,
    }

    pub struct Random351 {
        dialect: cifar_v2,
        input: [22, 29, 3],
        root: none,
        first: bottleneck[(3, 4, 1), (3, 8, 2), (8, 2, 3)],
        second: bottleneck[(8, 2, 1), (40, 4, 1)],
        third: bottleneck[(40, 64, 1), (16, 12, 2)],
        output_stride: 1,
        activation: silu,
        classes: 1,
    }

    pub struct Random352 {
        dialect: slim_v2,
        input: [19, 21, 3],
        root: none,
        first: bottleneck[(24, 2, 3)],
        second: bottleneck[(24, 8, 1)],
        third: bottleneck[(24, 8, 3)],
        activation: relu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random353 {
        dialect: slim_v1,
        input: [38, 41, 4],
        root: conv(4, 4, 2) + max_pool(2, 2),
        first: bottleneck[(4, 12, 3)],
        second: bottleneck[(8, 8, 1)],
        activation: relu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random354 {
        dialect: torch,
        input: [32, 19, 3],
        root: conv(3, 12, 2) + max_pool(3, 2),
        first: basic[(5, 2), (16, 1), (17, 1)],
        second: basic[(32, 1), (32, 1)],
        third: basic[(16, 1)],
        attention: se(4),
        activation: relu6,
        classes: 33,
    }

    pub struct Random355 {
        dialect: torch,
        input: [23, 29, 3],
        root: conv(1, 20, 3) + max_pool(5, 1),
        first: basic[(20, 2), (16, 1), (16, 1)],
        shortcut: avg_pool,
        global_pool: false,
        classes: 7,
    }

    pub struct Random356 {
        dialect: timm_v2,
        input: [10, 39, 1],
        root: none,
        first: bottleneck[(16, 6, 2)],
        groups: 3,
        shortcut: avg_pool,
        activation: relu6,
        classes: 1,
    }

    pub struct Random357 {
        dialect: bit,
        input: [11, 9, 3],
        root: conv(3, 32, 2) + max_pool(3, 2),
        first: bottleneck[(32, 32, 1), (64, 64, 1)],
        activation: silu,
        classes: none,
    }

    pub struct Random358 {
        dialect: cifar_v1,
        input: [21, 22, 1],
        root: none,
        first: basic[(1, 1), (1, 2)],
        second: basic[(1, 2)],
        dilate: [first, second],
        activation: silu,
        classes: 33,
    }

    pub struct Random359 {
        dialect: cifar_v2,
        input: [26, 40, 1],
        root: none,
        first: basic[(32, 2)],
        second: basic[(32, 2)],
        dilate: [first, second],
        activation: relu6,
        classes: 1,
    }

    pub struct Random360 {
        dialect: slim_v2,
        input: [30, 10, 1],
        root: conv(7, 33, 3) + max_pool(3, 2),
        first: bottleneck[(8, 4, 1)],
        second: bottleneck[(24, 64, 1), (24, 64, 1), (24, 2, 1)],
        third: bottleneck[(24, 64, 1)],
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random361 {
        dialect: slim_v1,
        input: [21, 14, 3],
        root: conv(2, 16, 2) + max_pool(3, 2),
        first: bottleneck[(5, 5, 1), (5, 64, 1)],
        second: bottleneck[(40, 5, 2)],
        global_pool: false,
        classes: none,
    }

    pub struct Random362 {
        dialect: torch,
        input: [10, 11, 3],
        root: none,
        first: basic[(24, 1)],
        second: basic[(24, 2)],
        shortcut: pad,
        blur: true,
        attention: eca,
        classes: none,
    }

    pub struct Random363 {
        dialect: torch,
        input: [29, 11, 3],
        root: conv(7, 12, 2) + conv(1, 16, 1) + conv(5, 4, 1),
        first: basic[(4, 2), (24, 1), (8, 1)],
        second: basic[(8, 1)],
        third: basic[(32, 1), (32, 1), (32, 1)],
        shortcut: avg_pool,
        attention: se,
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random364 {
        dialect: timm_v2,
        input: [16, 19, 1],
        root: conv(5, 20, 2) + max_pool(3, 2),
        first: bottleneck[(5, 64, 1), (5, 16, 1), (5, 32, 2)],
        second: bottleneck[(5, 32, 1)],
        output_stride: 8,
        groups: 4,
        shortcut: avg_pool,
        activation: relu6,
        classes: 7,
    }

    pub struct Random365 {
        dialect: bit,
        input: [10, 12, 3],
        root: conv(1, 32, 2) + max_pool(5, 1),
        first: bottleneck[(32, 32, 2)],
        second: bottleneck[(64, 64, 1)],
        output_stride: 4,
        shortcut: conv,
        activation: relu6,
        classes: none,
    }

    pub struct Random366 {
        dialect: cifar_v1,
        input: [19, 11, 3],
        root: none,
        first: basic[(3, 2), (5, 2), (17, 1)],
        dilate: [first],
        shortcut: conv,
        classes: 33,
    }

    pub struct Random367 {
        dialect: cifar_v2,
        input: [27, 23, 4],
        root: none,
        first: bottleneck[(8, 4, 2)],
        classes: 1,
    }

    pub struct Random368 {
        dialect: slim_v2,
        input: [17, 31, 3],
        root: conv(3, 33, 1) + max_pool(2, 2),
        first: bottleneck[(17, 5, 2), (17, 8, 2)],
        activation: silu,
        classes: 1,
    }

    pub struct Random369 {
        dialect: slim_v1,
        input: [20, 16, 3],
        root: conv(2, 33, 3),
        first: bottleneck[(33, 8, 1)],
        output_stride: 3,
        activation: relu6,
        classes: 10,
    }

    pub struct Random370 {
        dialect: torch,
        input: [35, 19, 4],
        root: conv(5, 4, 2) + conv(1, 16, 1) + conv(3, 4, 1),
        first: basic[(4, 2)],
        second: basic[(40, 2)],
        third: basic[(40, 1), (24, 1)],
        shortcut: avg_pool,
        attention: se(4),
        activation: relu,
        classes: none,
    }

    pub struct Random371 {
        dialect: torch,
        input: [14, 11, 3],
        root: conv(5, 20, 1) + conv(3, 20, 1) + conv(5, 16, 1),
        first: bottleneck[(16, 48, 2), (16, 20, 1)],
        second: bottleneck[(17, 16, 1)],
        third: bottleneck[(5, 48, 1)],
        output_stride: 2,
        groups: 4,
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random372 {
        dialect: timm_v2,
        input: [30, 13, 3],
        root: conv(5, 20, 1) + conv(1, 16, 1) + conv(3, 4, 1) + max_pool(5, 2),
        first: basic[(4, 2)],
        output_stride: 4,
        shortcut: conv,
        activation: relu6,
        classes: 1,
    }

    pub struct Random373 {
        dialect: bit,
        input: [13, 10, 1],
        root: conv(3, 32, 2),
        first: bottleneck[(32, 32, 1)],
        second: bottleneck[(32, 64, 1), (32, 32, 1)],
        third: bottleneck[(64, 32, 1)],
        shortcut: conv,
        classes: 33,
    }

    pub struct Random374 {
        dialect: cifar_v1,
        input: [17, 26, 1],
        root: none,
        first: basic[(40, 1)],
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random375 {
        dialect: cifar_v2,
        input: [36, 19, 4],
        root: conv(3, 33, 1) + max_pool(5, 2),
        first: basic[(16, 1)],
        activation: silu,
        classes: 33,
    }

    pub struct Random376 {
        dialect: slim_v2,
        input: [26, 31, 3],
        root: none,
        first: bottleneck[(16, 8, 1)],
        output_stride: 1,
        activation: relu,
        classes: 33,
    }

    pub struct Random377 {
        dialect: slim_v1,
        input: [13, 40, 4],
        root: conv(1, 16, 3) + max_pool(3, 1),
        first: bottleneck[(16, 4, 2)],
        second: bottleneck[(5, 64, 1), (16, 8, 1)],
        third: bottleneck[(24, 5, 1)],
        output_stride: 3,
        activation: relu6,
        classes: 33,
    }

    pub struct Random378 {
        dialect: torch,
        input: [37, 15, 1],
        root: conv(5, 20, 2) + max_pool(3, 3),
        first: basic[(20, 1)],
        output_stride: 6,
        shortcut: pad,
        attention: se,
        classes: 33,
    }

    pub struct Random379 {
        dialect: torch,
        input: [33, 18, 4],
        root: conv(3, 12, 2) + conv(3, 7, 1) + conv(3, 33, 1),
        first: bottleneck[(5, 4, 2), (5, 4, 1)],
        second: bottleneck[(16, 64, 1)],
        groups: 2,
        shortcut: conv,
        global_pool: false,
        classes: 33,
    }

    pub struct Random380 {
        dialect: timm_v2,
        input: [34, 15, 3],
        root: conv(5, 16, 3),
        first: basic[(8, 1)],
        output_stride: 3,
        shortcut: conv,
        activation: relu6,
        classes: 1,
    }

    pub struct Random381 {
        dialect: bit,
        input: [11, 10, 4],
        root: conv(1, 32, 3) + max_pool(3, 2),
        first: bottleneck[(32, 64, 1), (32, 64, 1), (32, 32, 1)],
        second: bottleneck[(32, 64, 1)],
        third: bottleneck[(32, 64, 1), (64, 64, 1)],
        activation: silu,
        classes: 7,
    }

    pub struct Random382 {
        dialect: cifar_v1,
        input: [31, 37, 3],
        root: none,
        first: basic[(3, 2), (3, 3)],
        dilate: [first],
        shortcut: conv,
        activation: silu,
        classes: 10,
    }

    pub struct Random383 {
        dialect: cifar_v2,
        input: [20, 37, 3],
        root: conv(3, 16, 3) + max_pool(3, 3),
        first: bottleneck[(5, 2, 1), (5, 12, 1)],
        second: bottleneck[(5, 12, 1), (32, 64, 1), (17, 4, 1)],
        third: bottleneck[(17, 64, 1)],
        output_stride: 9,
        global_pool: false,
        classes: 1,
    }

    pub struct Random384 {
        dialect: slim_v2,
        input: [13, 37, 4],
        root: none,
        first: bottleneck[(4, 2, 2), (40, 4, 1), (40, 8, 1)],
        second: bottleneck[(8, 4, 2), (5, 8, 1), (5, 5, 1)],
        classes: 1,
    }

    pub struct Random385 {
        dialect: slim_v1,
        input: [40, 32, 4],
        root: none,
        first: bottleneck[(17, 64, 2)],
        output_stride: 1,
        activation: relu6,
        classes: 7,
    }

    pub struct Random386 {
        dialect: torch,
        input: [9, 33, 4],
        root: conv(5, 12, 1) + conv(3, 7, 1) + conv(3, 20, 1) + max_pool(5, 3),
        first: basic[(20, 1)],
        second: basic[(16, 1)],
        shortcut: avg_pool,
        attention: eca,
        classes: 10,
    }

    pub struct Random387 {
        dialect: torch,
        input: [38, 37, 4],
        root: none,
        first: basic[(32, 2), (32, 1)],
        dilate: [first],
        shortcut: pad,
        global_pool: false,
        classes: 10,
    }

    pub struct Random388 {
        dialect: timm_v2,
        input: [37, 10, 3],
        root: conv(3, 4, 1),
        first: basic[(4, 2)],
        activation: relu6,
        classes: 1,
    }

    pub struct Random389 {
        dialect: bit,
        input: [12, 13, 3],
        root: conv(3, 64, 1),
        first: bottleneck[(32, 32, 1), (32, 64, 1), (32, 32, 3)],
        dilate: [first],
        activation: relu6,
        classes: 33,
    }

    pub struct Random390 {
        dialect: cifar_v1,
        input: [35, 9, 1],
        root: conv(5, 12, 3),
        first: basic[(24, 1), (24, 1), (24, 1)],
        second: basic[(24, 1), (24, 1), (24, 1)],
        shortcut: pad,
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random391 {
        dialect: cifar_v2,
        input: [14, 16, 1],
        root: conv(1, 7, 2) + max_pool(5, 2),
        first: bottleneck[(7, 8, 2)],
        second: bottleneck[(5, 12, 1)],
        third: bottleneck[(5, 8, 1)],
        global_pool: false,
        classes: 33,
    }

    pub struct Random392 {
        dialect: slim_v2,
        input: [11, 38, 4],
        root: none,
        first: bottleneck[(4, 4, 3)],
        second: bottleneck[(8, 2, 1), (17, 2, 1)],
        third: bottleneck[(8, 4, 1)],
        output_stride: 3,
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random393 {
        dialect: slim_v1,
        input: [33, 37, 3],
        root: none,
        first: bottleneck[(24, 2, 2)],
        second: bottleneck[(24, 2, 3), (32, 12, 1)],
        dilate: [first, second],
        classes: 7,
    }

    pub struct Random394 {
        dialect: torch,
        input: [32, 19, 3],
        root: none,
        first: basic[(24, 2)],
        second: basic[(24, 2)],
        dilate: [second],
        shortcut: pad,
        blur: true,
        attention: eca,
        activation: relu6,
        classes: 33,
    }

    pub struct Random395 {
        dialect: torch,
        input: [12, 32, 3],
        root: conv(1, 33, 3) + conv(3, 20, 1) + conv(3, 12, 1) + max_pool(5, 1),
        first: bottleneck[(16, 15, 2)],
        dilate: [first],
        groups: 3,
        shortcut: avg_pool,
        attention: se,
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random396 {
        dialect: timm_v2,
        input: [26, 26, 3],
        root: conv(3, 12, 2) + conv(1, 7, 1) + conv(3, 7, 1),
        first: basic[(17, 3), (17, 1)],
        second: basic[(17, 2)],
        dilate: [first, second],
        shortcut: avg_pool,
        classes: 1,
    }

    pub struct Random397 {
        dialect: bit,
        input: [13, 11, 3],
        root: conv(7, 32, 3) + max_pool(3, 3),
        first: bottleneck[(32, 32, 1), (32, 64, 1), (32, 64, 1)],
        second: bottleneck[(32, 32, 1)],
        classes: 33,
    }

    pub struct Random398 {
        dialect: cifar_v1,
        input: [32, 22, 3],
        root: none,
        first: basic[(32, 3), (8, 2)],
        second: basic[(8, 2), (8, 1), (8, 1)],
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random399 {
        dialect: cifar_v2,
        input: [13, 9, 3],
        root: none,
        first: basic[(40, 3)],
        global_pool: false,
        classes: 7,
    }

    pub struct Random400 {
        dialect: slim_v2,
        input: [39, 20, 3],
        root: conv(5, 7, 3),
        first: bottleneck[(17, 64, 1)],
        second: bottleneck[(17, 2, 2), (17, 2, 1), (16, 64, 1)],
        classes: 7,
    }

    pub struct Random401 {
        dialect: slim_v1,
        input: [9, 17, 4],
        root: conv(2, 4, 2),
        first: bottleneck[(4, 5, 1), (5, 8, 1)],
        global_pool: false,
        classes: 10,
    }

    pub struct Random402 {
        dialect: torch,
        input: [12, 17, 1],
        root: conv(1, 4, 3) + max_pool(3, 2),
        first: bottleneck[(16, 24, 1), (8, 64, 1)],
        second: bottleneck[(16, 64, 1), (16, 4, 1)],
        third: bottleneck[(8, 4, 1)],
        groups: 2,
        shortcut: avg_pool,
        attention: se(4),
        global_pool: false,
        classes: none,
    }

    pub struct Random403 {
        dialect: torch,
        input: [32, 33, 3],
        root: conv(5, 7, 1) + conv(7, 12, 1) + conv(3, 33, 1) + max_pool(5, 2),
        first: basic[(33, 2)],
        second: basic[(33, 2), (33, 1), (33, 1)],
        third: basic[(40, 1)],
        shortcut: pad,
        attention: se,
        global_pool: false,
        classes: 10,
    }

    pub struct Random404 {
        dialect: timm_v2,
        input: [28, 24, 4],
        root: conv(5, 4, 3) + conv(1, 16, 1) + conv(3, 16, 1),
        first: basic[(16, 2), (24, 1), (32, 2)],
        second: basic[(32, 1)],
        output_stride: 6,
        activation: relu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random405 {
        dialect: bit,
        input: [13, 10, 4],
        root: conv(5, 64, 2) + max_pool(5, 2),
        first: bottleneck[(64, 32, 1), (32, 64, 1), (32, 32, 1)],
        second: bottleneck[(32, 32, 1), (32, 64, 1), (32, 64, 1)],
        output_stride: 4,
        activation: relu6,
        classes: none,
    }

    pub struct Random406 {
        dialect: cifar_v1,
        input: [19, 40, 3],
        root: none,
        first: basic[(8, 2)],
        dilate: [first],
        shortcut: conv,
        activation: relu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random407 {
        dialect: cifar_v2,
        input: [29, 14, 3],
        root: none,
        first: basic[(3, 3)],
        second: basic[(3, 1)],
        third: basic[(3, 2)],
        dilate: [third],
        global_pool: false,
        classes: 33,
    }

    pub struct Random408 {
        dialect: slim_v2,
        input: [12, 33, 3],
        root: conv(7, 33, 1),
        first: bottleneck[(33, 64, 3)],
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random409 {
        dialect: slim_v1,
        input: [20, 18, 3],
        root: conv(1, 33, 2),
        first: bottleneck[(8, 64, 2), (8, 8, 1)],
        output_stride: 4,
        classes: 7,
    }

    pub struct Random410 {
        dialect: torch,
        input: [21, 39, 3],
        root: conv(3, 7, 2) + conv(3, 7, 1) + conv(3, 33, 1) + max_pool(3, 2),
        first: basic[(24, 1)],
        output_stride: 4,
        shortcut: avg_pool,
        blur: true,
        attention: se(4),
        global_pool: false,
        classes: 7,
    }

    pub struct Random411 {
        dialect: torch,
        input: [33, 12, 3],
        root: conv(1, 33, 2) + conv(1, 33, 1) + conv(3, 16, 1),
        first: basic[(16, 2), (16, 1)],
        second: basic[(8, 1)],
        shortcut: conv,
        attention: se(4),
        classes: 7,
    }

    pub struct Random412 {
        dialect: timm_v2,
        input: [10, 37, 4],
        root: none,
        first: bottleneck[(4, 5, 3), (8, 4, 2), (8, 12, 1)],
        second: bottleneck[(5, 2, 1)],
        output_stride: 6,
        shortcut: avg_pool,
        activation: silu,
        classes: none,
    }

    pub struct Random413 {
        dialect: bit,
        input: [11, 9, 1],
        root: conv(3, 64, 1) + max_pool(3, 2),
        first: bottleneck[(64, 32, 2)],
        global_pool: false,
        classes: 1,
    }

    pub struct Random414 {
        dialect: cifar_v1,
        input: [39, 40, 1],
        root: conv(3, 7, 3) + max_pool(3, 2),
        first: basic[(40, 2), (40, 1)],
        second: basic[(40, 2), (40, 1)],
        dilate: [second],
        classes: 7,
    }

    pub struct Random415 {
        dialect: cifar_v2,
        input: [13, 17, 3],
        root: none,
        first: bottleneck[(3, 8, 2), (3, 4, 2), (17, 64, 2)],
        second: bottleneck[(17, 64, 1), (17, 8, 1)],
        output_stride: 2,
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random416 {
        dialect: slim_v2,
        input: [28, 40, 3],
        root: none,
        first: bottleneck[(40, 64, 2), (40, 64, 1)],
        output_stride: 1,
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random417 {
        dialect: slim_v1,
        input: [32, 18, 3],
        root: conv(4, 16, 3) + max_pool(2, 3),
        first: bottleneck[(16, 5, 1)],
        second: bottleneck[(16, 12, 1)],
        output_stride: 9,
        activation: relu6,
        classes: 33,
    }

    pub struct Random418 {
        dialect: torch,
        input: [41, 9, 1],
        root: none,
        first: bottleneck[(32, 24, 2), (32, 12, 1)],
        second: bottleneck[(32, 12, 1)],
        third: bottleneck[(32, 15, 1)],
        dilate: [first],
        groups: 3,
        shortcut: pad,
        blur: true,
        global_pool: false,
        classes: 1,
    }

    pub struct Random419 {
        dialect: torch,
        input: [19, 33, 3],
        root: none,
        first: bottleneck[(3, 8, 2)],
        second: bottleneck[(3, 4, 2), (16, 64, 2)],
        third: bottleneck[(40, 8, 1), (40, 12, 1), (40, 5, 1)],
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random420 {
        dialect: timm_v2,
        input: [35, 11, 4],
        root: conv(1, 16, 2) + conv(5, 16, 1) + conv(3, 33, 1) + max_pool(3, 3),
        first: bottleneck[(33, 4, 1)],
        second: bottleneck[(8, 4, 1)],
        third: bottleneck[(5, 64, 1), (5, 10, 1)],
        groups: 2,
        classes: 33,
    }

    pub struct Random421 {
        dialect: bit,
        input: [10, 12, 4],
        root: conv(3, 32, 2),
        first: bottleneck[(64, 32, 1)],
        classes: 33,
    }

    pub struct Random422 {
        dialect: cifar_v1,
        input: [34, 39, 1],
        root: none,
        first: basic[(5, 1), (5, 1), (5, 2)],
        shortcut: pad,
        activation: relu,
        classes: none,
    }

    pub struct Random423 {
        dialect: cifar_v2,
        input: [11, 34, 3],
        root: none,
        first: bottleneck[(8, 4, 2)],
        output_stride: 1,
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random424 {
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

    pub struct Random425 {
        dialect: slim_v1,
        input: [28, 24, 3],
        root: conv(2, 16, 2),
        first: bottleneck[(16, 4, 2)],
        dilate: [first],
        activation: relu6,
        classes: 7,
    }

    pub struct Random426 {
        dialect: torch,
        input: [22, 40, 3],
        root: none,
        first: basic[(24, 2)],
        shortcut: avg_pool,
        blur: true,
        activation: relu,
        classes: 10,
    }

    pub struct Random427 {
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

    pub struct Random428 {
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

    pub struct Random429 {
        dialect: bit,
        input: [9, 10, 4],
        root: conv(7, 32, 2) + max_pool(5, 2),
        first: bottleneck[(64, 32, 1)],
        second: bottleneck[(64, 64, 1)],
        third: bottleneck[(64, 64, 1), (64, 32, 1), (64, 64, 1)],
        output_stride: 4,
        activation: relu6,
        classes: 10,
    }

    pub struct Random430 {
        dialect: cifar_v1,
        input: [29, 17, 3],
        root: conv(1, 4, 1),
        first: basic[(17, 2)],
        second: basic[(17, 2)],
        output_stride: 4,
        shortcut: pad,
        global_pool: false,
        classes: none,
    }

    pub struct Random431 {
        dialect: cifar_v2,
        input: [17, 13, 3],
        root: none,
        first: bottleneck[(3, 5, 2), (3, 12, 2)],
        global_pool: false,
        classes: none,
    }

    pub struct Random432 {
        dialect: slim_v2,
        input: [28, 19, 4],
        root: conv(1, 4, 2) + max_pool(2, 1),
        first: bottleneck[(4, 12, 3)],
        second: bottleneck[(4, 4, 2), (4, 4, 1)],
        dilate: [second],
        classes: 33,
    }

    pub struct Random433 {
        dialect: slim_v1,
        input: [23, 14, 3],
        root: conv(1, 4, 2) + max_pool(3, 1),
        first: bottleneck[(8, 4, 1)],
        activation: relu6,
        classes: none,
    }

    pub struct Random434 {
        dialect: torch,
        input: [30, 37, 3],
        root: none,
        first: basic[(3, 1), (8, 1)],
        second: basic[(32, 3), (32, 1), (32, 3)],
        output_stride: 3,
        shortcut: pad,
        activation: silu,
        classes: 1,
    }

    pub struct Random435 {
        dialect: torch,
        input: [41, 11, 3],
        root: conv(5, 12, 2) + conv(3, 20, 1) + conv(3, 20, 1),
        first: bottleneck[(20, 64, 1)],
        second: bottleneck[(20, 8, 1), (20, 12, 1), (20, 2, 1)],
        shortcut: avg_pool,
        blur: true,
        attention: eca,
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random436 {
        dialect: timm_v2,
        input: [13, 18, 1],
        root: conv(7, 20, 1),
        first: bottleneck[(20, 63, 1), (17, 24, 2)],
        second: bottleneck[(16, 24, 3), (16, 24, 1), (16, 63, 1)],
        third: bottleneck[(40, 36, 1), (40, 15, 1), (40, 36, 1)],
        groups: 3,
        activation: relu6,
        global_pool: false,
        classes: 33,
    }

    pub struct Random437 {
        dialect: bit,
        input: [9, 9, 1],
        root: conv(1, 64, 1) + max_pool(5, 2),
        first: bottleneck[(64, 64, 1), (32, 32, 1)],
        second: bottleneck[(32, 32, 1), (32, 64, 2)],
        third: bottleneck[(64, 64, 1)],
        dilate: [second],
        shortcut: conv,
        activation: silu,
        classes: 10,
    }

    pub struct Random438 {
        dialect: cifar_v1,
        input: [35, 37, 3],
        root: conv(3, 7, 2),
        first: basic[(7, 3)],
        second: basic[(7, 2)],
        third: basic[(8, 1), (40, 1)],
        activation: relu6,
        classes: none,
    }

    pub struct Random439 {
        dialect: cifar_v2,
        input: [9, 11, 1],
        root: none,
        first: bottleneck[(1, 5, 1), (5, 12, 2), (5, 5, 2)],
        second: bottleneck[(5, 4, 1)],
        third: bottleneck[(32, 2, 1), (32, 12, 1)],
        activation: relu,
        classes: 33,
    }

    pub struct Random440 {
        dialect: slim_v2,
        input: [26, 18, 3],
        root: conv(3, 12, 2) + max_pool(4, 2),
        first: bottleneck[(40, 12, 1)],
        output_stride: 4,
        classes: 33,
    }

    pub struct Random441 {
        dialect: slim_v1,
        input: [39, 27, 1],
        root: none,
        first: bottleneck[(1, 4, 2)],
        second: bottleneck[(5, 2, 1)],
        third: bottleneck[(5, 64, 1), (5, 4, 3)],
        activation: silu,
        classes: 1,
    }

    pub struct Random442 {
        dialect: torch,
        input: [37, 20, 3],
        root: none,
        first: basic[(16, 2), (16, 1), (16, 1)],
        second: basic[(40, 2), (40, 1)],
        shortcut: avg_pool,
        attention: se,
        classes: 7,
    }

    pub struct Random443 {
        dialect: torch,
        input: [26, 36, 3],
        root: conv(5, 20, 2) + conv(7, 7, 1) + conv(3, 16, 1) + max_pool(3, 1),
        first: basic[(17, 2), (5, 1)],
        second: basic[(5, 1)],
        dilate: [first],
        blur: true,
        global_pool: false,
        classes: 7,
    }

    pub struct Random444 {
        dialect: timm_v2,
        input: [10, 19, 3],
        root: conv(3, 33, 2) + conv(3, 12, 1) + conv(7, 4, 1) + max_pool(3, 3),
        first: bottleneck[(4, 16, 1), (40, 32, 1)],
        second: bottleneck[(40, 48, 1)],
        third: bottleneck[(40, 48, 1)],
        groups: 4,
        activation: relu,
        global_pool: false,
        classes: none,
    }

    pub struct Random445 {
        dialect: bit,
        input: [12, 11, 4],
        root: conv(5, 64, 1),
        first: bottleneck[(64, 32, 1), (32, 32, 1)],
        second: bottleneck[(64, 32, 2), (64, 32, 2)],
        shortcut: conv,
        activation: silu,
        classes: 1,
    }

    pub struct Random446 {
        dialect: cifar_v1,
        input: [32, 39, 4],
        root: none,
        first: basic[(32, 2)],
        second: basic[(32, 2)],
        third: basic[(32, 1)],
        shortcut: conv,
        global_pool: false,
        classes: none,
    }

    pub struct Random447 {
        dialect: cifar_v2,
        input: [33, 12, 1],
        root: none,
        first: bottleneck[(40, 8, 1)],
        second: bottleneck[(40, 4, 1)],
        third: bottleneck[(8, 8, 3), (5, 5, 1)],
        dilate: [third],
        global_pool: false,
        classes: 33,
    }

    pub struct Random448 {
        dialect: slim_v2,
        input: [23, 27, 3],
        root: conv(2, 12, 2),
        first: bottleneck[(40, 4, 1), (40, 5, 2)],
        dilate: [first],
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random449 {
        dialect: slim_v1,
        input: [20, 14, 3],
        root: none,
        first: bottleneck[(8, 8, 2)],
        second: bottleneck[(5, 2, 1)],
        output_stride: 1,
        classes: 7,
    }

    pub struct Random450 {
        dialect: torch,
        input: [39, 30, 4],
        root: none,
        first: bottleneck[(4, 24, 2)],
        groups: 2,
        activation: relu6,
        classes: 33,
    }

    pub struct Random451 {
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

    pub struct Random452 {
        dialect: timm_v2,
        input: [36, 22, 3],
        root: none,
        first: basic[(3, 2), (16, 2), (17, 2)],
        second: basic[(17, 1)],
        output_stride: 8,
        shortcut: avg_pool,
        activation: silu,
        classes: 33,
    }

    pub struct Random453 {
        dialect: bit,
        input: [13, 12, 1],
        root: conv(1, 64, 1),
        first: bottleneck[(64, 64, 1)],
        second: bottleneck[(64, 64, 1), (64, 32, 2)],
        global_pool: false,
        classes: none,
    }

    pub struct Random454 {
        dialect: cifar_v1,
        input: [35, 34, 3],
        root: none,
        first: basic[(8, 2)],
        second: basic[(24, 2)],
        third: basic[(24, 1), (24, 2)],
        shortcut: conv,
        activation: relu6,
        global_pool: false,
        classes: 1,
    }

    pub struct Random455 {
        dialect: cifar_v2,
        input: [9, 32, 3],
        root: none,
        first: basic[(5, 2), (8, 2), (8, 1)],
        second: basic[(8, 1)],
        third: basic[(16, 1), (17, 1), (17, 1)],
        activation: relu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random456 {
        dialect: slim_v2,
        input: [13, 15, 3],
        root: none,
        first: bottleneck[(16, 2, 2), (16, 12, 1)],
        second: bottleneck[(16, 4, 2)],
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random457 {
        dialect: slim_v1,
        input: [25, 27, 3],
        root: conv(3, 12, 2),
        first: bottleneck[(12, 2, 2), (5, 2, 1), (5, 64, 2)],
        second: bottleneck[(32, 2, 1)],
        third: bottleneck[(32, 12, 2)],
        activation: silu,
        classes: 33,
    }

    pub struct Random458 {
        dialect: torch,
        input: [27, 41, 1],
        root: conv(3, 7, 2) + conv(1, 12, 1) + conv(3, 33, 1) + max_pool(3, 2),
        first: basic[(33, 1), (33, 1), (33, 1)],
        output_stride: 4,
        shortcut: pad,
        blur: true,
        attention: eca,
        activation: relu,
        global_pool: false,
        classes: none,
    }

    pub struct Random459 {
        dialect: torch,
        input: [26, 17, 3],
        root: conv(3, 12, 2) + max_pool(5, 1),
        first: basic[(40, 3), (8, 1)],
        second: basic[(5, 1), (8, 1), (40, 1)],
        third: basic[(16, 1), (16, 1)],
        output_stride: 2,
        classes: 10,
    }

    pub struct Random460 {
        dialect: timm_v2,
        input: [39, 20, 3],
        root: conv(7, 12, 2) + max_pool(5, 3),
        first: basic[(16, 1)],
        second: basic[(16, 2)],
        dilate: [second],
        shortcut: avg_pool,
        activation: relu6,
        global_pool: false,
        classes: none,
    }

    pub struct Random461 {
        dialect: bit,
        input: [12, 10, 3],
        root: conv(5, 64, 2) + max_pool(3, 2),
        first: bottleneck[(64, 64, 1)],
        second: bottleneck[(64, 32, 1)],
        third: bottleneck[(64, 64, 1)],
        output_stride: 4,
        activation: relu,
        global_pool: false,
        classes: none,
    }

    pub struct Random462 {
        dialect: cifar_v1,
        input: [10, 30, 3],
        root: conv(3, 33, 2),
        first: basic[(40, 1)],
        second: basic[(40, 1), (40, 1)],
        third: basic[(5, 1), (5, 2)],
        shortcut: conv,
        activation: silu,
        classes: 33,
    }

    pub struct Random463 {
        dialect: cifar_v2,
        input: [41, 37, 4],
        root: conv(3, 20, 2) + max_pool(3, 1),
        first: bottleneck[(32, 2, 2)],
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random464 {
        dialect: slim_v2,
        input: [25, 13, 3],
        root: none,
        first: bottleneck[(17, 4, 2)],
        second: bottleneck[(17, 8, 3)],
        dilate: [first, second],
        classes: 10,
    }

    pub struct Random465 {
        dialect: slim_v1,
        input: [20, 29, 3],
        root: conv(3, 7, 2) + max_pool(3, 2),
        first: bottleneck[(7, 5, 1)],
        output_stride: 4,
        classes: 10,
    }

    pub struct Random466 {
        dialect: torch,
        input: [11, 18, 3],
        root: conv(1, 4, 2),
        first: bottleneck[(24, 63, 1)],
        output_stride: 2,
        groups: 3,
        shortcut: avg_pool,
        blur: true,
        attention: se(4),
        classes: 10,
    }

    pub struct Random467 {
        dialect: torch,
        input: [17, 11, 3],
        root: none,
        first: bottleneck[(3, 24, 2)],
        second: bottleneck[(16, 15, 1), (24, 12, 1)],
        groups: 3,
        shortcut: conv,
        blur: true,
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random468 {
        dialect: timm_v2,
        input: [33, 29, 3],
        root: conv(3, 7, 1) + max_pool(3, 2),
        first: bottleneck[(16, 6, 1), (16, 24, 1), (16, 6, 2)],
        second: bottleneck[(16, 6, 1)],
        third: bottleneck[(16, 15, 2)],
        dilate: [first, third],
        groups: 3,
        shortcut: conv,
        activation: relu,
        classes: 1,
    }

    pub struct Random469 {
        dialect: bit,
        input: [11, 11, 4],
        root: conv(5, 32, 2) + max_pool(3, 2),
        first: bottleneck[(32, 32, 1), (32, 64, 1), (32, 64, 1)],
        second: bottleneck[(32, 64, 1)],
        third: bottleneck[(64, 32, 1), (64, 64, 1)],
        output_stride: 4,
        classes: 7,
    }

    pub struct Random470 {
        dialect: cifar_v1,
        input: [27, 26, 3],
        root: none,
        first: basic[(3, 1)],
        second: basic[(16, 3)],
        output_stride: 1,
        shortcut: conv,
        classes: none,
    }

    pub struct Random471 {
        dialect: cifar_v2,
        input: [39, 31, 3],
        root: conv(3, 4, 2),
        first: basic[(4, 2), (4, 2), (8, 1)],
        classes: none,
    }

    pub struct Random472 {
        dialect: slim_v2,
        input: [25, 13, 3],
        root: conv(3, 4, 3) + max_pool(3, 2),
        first: bottleneck[(4, 5, 1)],
        second: bottleneck[(8, 5, 1)],
        global_pool: false,
        classes: 7,
    }

    pub struct Random473 {
        dialect: slim_v1,
        input: [40, 29, 3],
        root: conv(5, 4, 3) + max_pool(3, 2),
        first: bottleneck[(4, 2, 1)],
        activation: relu6,
        classes: 1,
    }

    pub struct Random474 {
        dialect: torch,
        input: [28, 21, 1],
        root: none,
        first: bottleneck[(24, 16, 2)],
        second: bottleneck[(32, 8, 3)],
        third: bottleneck[(17, 32, 2)],
        groups: 4,
        shortcut: avg_pool,
        attention: eca,
        activation: relu6,
        classes: none,
    }

    pub struct Random475 {
        dialect: torch,
        input: [30, 24, 3],
        root: conv(5, 12, 2) + conv(1, 20, 1) + conv(3, 16, 1) + max_pool(3, 2),
        first: bottleneck[(24, 12, 1)],
        groups: 3,
        shortcut: pad,
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random476 {
        dialect: timm_v2,
        input: [27, 34, 1],
        root: conv(1, 12, 2) + max_pool(3, 3),
        first: bottleneck[(40, 20, 1)],
        output_stride: 6,
        groups: 4,
        activation: relu6,
        classes: 10,
    }

    pub struct Random477 {
        dialect: bit,
        input: [9, 13, 3],
        root: conv(3, 64, 1),
        first: bottleneck[(32, 32, 2)],
        activation: silu,
        classes: none,
    }

    pub struct Random478 {
        dialect: cifar_v1,
        input: [18, 30, 3],
        root: conv(5, 4, 2) + max_pool(3, 3),
        first: basic[(16, 1)],
        second: basic[(24, 1), (24, 1)],
        shortcut: conv,
        activation: relu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random479 {
        dialect: cifar_v2,
        input: [34, 20, 1],
        root: conv(3, 33, 1) + max_pool(5, 3),
        first: basic[(33, 2)],
        activation: silu,
        global_pool: false,
        classes: 10,
    }

    pub struct Random480 {
        dialect: slim_v2,
        input: [26, 41, 3],
        root: none,
        first: bottleneck[(17, 5, 1)],
        second: bottleneck[(16, 8, 2), (16, 12, 1)],
        dilate: [second],
        activation: silu,
        global_pool: false,
        classes: none,
    }

    pub struct Random481 {
        dialect: slim_v1,
        input: [26, 12, 3],
        root: none,
        first: bottleneck[(24, 5, 2), (16, 8, 3)],
        dilate: [first],
        activation: relu6,
        classes: 7,
    }

    pub struct Random482 {
        dialect: torch,
        input: [35, 9, 1],
        root: none,
        first: basic[(1, 1), (1, 1)],
        output_stride: 1,
        shortcut: pad,
        attention: se,
        global_pool: false,
        classes: none,
    }

    pub struct Random483 {
        dialect: torch,
        input: [16, 34, 1],
        root: none,
        first: basic[(32, 1), (32, 3), (32, 3)],
        dilate: [first],
        shortcut: pad,
        attention: eca,
        activation: silu,
        classes: 7,
    }

    pub struct Random484 {
        dialect: timm_v2,
        input: [9, 39, 3],
        root: conv(7, 7, 2),
        first: basic[(16, 2), (24, 1), (24, 1)],
        second: basic[(17, 1)],
        third: basic[(40, 1), (17, 1)],
        output_stride: 4,
        classes: 10,
    }

    pub struct Random485 {
        dialect: bit,
        input: [10, 9, 3],
        root: conv(7, 32, 2),
        first: bottleneck[(64, 64, 1)],
        second: bottleneck[(64, 32, 1), (32, 32, 1)],
        third: bottleneck[(64, 64, 1), (64, 32, 1), (32, 64, 1)],
        output_stride: 2,
        activation: silu,
        global_pool: false,
        classes: 1,
    }

    pub struct Random486 {
        dialect: cifar_v1,
        input: [13, 15, 1],
        root: none,
        first: basic[(1, 1), (1, 1), (1, 3)],
        second: basic[(17, 2), (17, 1)],
        dilate: [second],
        shortcut: pad,
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random487 {
        dialect: cifar_v2,
        input: [37, 24, 4],
        root: conv(7, 7, 3) + max_pool(3, 2),
        first: bottleneck[(40, 8, 1), (40, 8, 2)],
        second: bottleneck[(32, 5, 1), (32, 2, 1)],
        output_stride: 6,
        activation: relu6,
        global_pool: false,
        classes: 10,
    }

    pub struct Random488 {
        dialect: slim_v2,
        input: [16, 16, 3],
        root: conv(2, 16, 2),
        first: bottleneck[(40, 8, 3), (32, 8, 1)],
        activation: silu,
        classes: 1,
    }

    pub struct Random489 {
        dialect: slim_v1,
        input: [22, 23, 4],
        root: none,
        first: bottleneck[(4, 8, 2)],
        second: bottleneck[(4, 8, 1), (4, 8, 1)],
        output_stride: 2,
        activation: silu,
        global_pool: false,
        classes: 7,
    }

    pub struct Random490 {
        dialect: torch,
        input: [27, 41, 4],
        root: conv(5, 7, 3) + conv(3, 33, 1) + conv(3, 16, 1) + max_pool(5, 3),
        first: basic[(32, 1)],
        shortcut: pad,
        attention: se,
        activation: silu,
        classes: 1,
    }

    pub struct Random491 {
        dialect: torch,
        input: [38, 18, 3],
        root: conv(7, 7, 2) + max_pool(5, 3),
        first: bottleneck[(7, 64, 1), (32, 16, 1), (32, 24, 1)],
        second: bottleneck[(16, 24, 1)],
        output_stride: 6,
        groups: 2,
        shortcut: avg_pool,
        attention: eca,
        classes: 7,
    }

    pub struct Random492 {
        dialect: timm_v2,
        input: [27, 14, 4],
        root: conv(3, 20, 3) + conv(3, 7, 1) + conv(1, 4, 1),
        first: basic[(8, 2)],
        shortcut: avg_pool,
        activation: relu6,
        classes: 33,
    }

    pub struct Random493 {
        dialect: bit,
        input: [11, 10, 3],
        root: conv(3, 64, 3),
        first: bottleneck[(64, 64, 1), (64, 32, 1), (64, 64, 2)],
        second: bottleneck[(32, 32, 1), (32, 64, 1), (32, 32, 1)],
        third: bottleneck[(32, 32, 1), (32, 64, 1), (32, 32, 1)],
        dilate: [first],
        classes: 7,
    }

    pub struct Random494 {
        dialect: cifar_v1,
        input: [33, 37, 3],
        root: conv(3, 20, 2),
        first: basic[(20, 2), (17, 2), (17, 2)],
        second: basic[(24, 1)],
        shortcut: conv,
        global_pool: false,
        classes: 10,
    }

    pub struct Random495 {
        dialect: cifar_v2,
        input: [41, 26, 3],
        root: none,
        first: basic[(8, 1), (32, 2), (5, 2)],
        second: basic[(17, 3), (5, 1), (5, 1)],
        third: basic[(5, 1)],
        output_stride: 4,
        global_pool: false,
        classes: 1,
    }

    pub struct Random496 {
        dialect: slim_v2,
        input: [22, 25, 4],
        root: none,
        first: bottleneck[(4, 12, 3), (17, 5, 3), (5, 8, 1)],
        second: bottleneck[(5, 8, 1)],
        third: bottleneck[(8, 5, 1)],
        dilate: [first],
        activation: silu,
        global_pool: false,
        classes: 33,
    }

    pub struct Random497 {
        dialect: slim_v1,
        input: [40, 18, 3],
        root: conv(2, 4, 1),
        first: bottleneck[(8, 64, 3)],
        second: bottleneck[(5, 2, 3), (5, 64, 1), (32, 2, 1)],
        output_stride: 1,
        classes: 33,
    }

    pub struct Random498 {
        dialect: torch,
        input: [28, 17, 3],
        root: none,
        first: basic[(8, 3)],
        second: basic[(24, 3)],
        shortcut: avg_pool,
        activation: relu,
        classes: none,
    }

    pub struct Random499 {
        dialect: torch,
        input: [12, 20, 4],
        root: conv(5, 33, 2),
        first: bottleneck[(33, 12, 1)],
        output_stride: 2,
        groups: 3,
        shortcut: pad,
        attention: se(4),
        activation: relu6,
        classes: 1,
    }
}

/// Calls a macro with every network, the dialects and activations.
macro_rules! all {
    ($macro:ident) => {
        $macro! {
            random_100: Random100, "timm_v2", Silu;
            random_101: Random101, "bit", Relu6;
            random_102: Random102, "cifar_v1", Relu;
            random_103: Random103, "cifar_v2", Relu;
            random_104: Random104, "slim_v2", Silu;
            random_105: Random105, "slim_v1", Relu6;
            random_106: Random106, "torch", Relu;
            random_107: Random107, "torch", Relu;
            random_108: Random108, "timm_v2", Relu;
            random_109: Random109, "bit", Relu6;
            random_110: Random110, "cifar_v1", Relu;
            random_111: Random111, "cifar_v2", Relu;
            random_112: Random112, "slim_v2", Relu6;
            random_113: Random113, "slim_v1", Relu;
            random_114: Random114, "torch", Silu;
            random_115: Random115, "torch", Silu;
            random_116: Random116, "timm_v2", Relu;
            random_117: Random117, "bit", Silu;
            random_118: Random118, "cifar_v1", Relu6;
            random_119: Random119, "cifar_v2", Silu;
            random_120: Random120, "slim_v2", Silu;
            random_121: Random121, "slim_v1", Relu;
            random_122: Random122, "torch", Relu;
            random_123: Random123, "torch", Relu6;
            random_124: Random124, "timm_v2", Relu;
            random_125: Random125, "bit", Relu;
            random_126: Random126, "cifar_v1", Relu;
            random_127: Random127, "cifar_v2", Relu;
            random_128: Random128, "slim_v2", Silu;
            random_129: Random129, "slim_v1", Silu;
            random_130: Random130, "torch", Relu6;
            random_131: Random131, "torch", Relu;
            random_132: Random132, "timm_v2", Relu;
            random_133: Random133, "bit", Relu;
            random_134: Random134, "cifar_v1", Relu6;
            random_135: Random135, "cifar_v2", Relu6;
            random_136: Random136, "slim_v2", Silu;
            random_137: Random137, "slim_v1", Relu6;
            random_138: Random138, "torch", Silu;
            random_139: Random139, "torch", Relu;
            random_140: Random140, "timm_v2", Relu6;
            random_141: Random141, "bit", Relu;
            random_142: Random142, "cifar_v1", Relu;
            random_143: Random143, "cifar_v2", Silu;
            random_144: Random144, "slim_v2", Silu;
            random_145: Random145, "slim_v1", Relu6;
            random_146: Random146, "torch", Relu6;
            random_147: Random147, "torch", Relu;
            random_148: Random148, "timm_v2", Relu;
            random_149: Random149, "bit", Relu;
            random_150: Random150, "cifar_v1", Relu;
            random_151: Random151, "cifar_v2", Silu;
            random_152: Random152, "slim_v2", Relu6;
            random_153: Random153, "slim_v1", Relu;
            random_154: Random154, "torch", Relu;
            random_155: Random155, "torch", Relu6;
            random_156: Random156, "timm_v2", Relu;
            random_157: Random157, "bit", Relu6;
            random_158: Random158, "cifar_v1", Relu6;
            random_159: Random159, "cifar_v2", Relu;
            random_160: Random160, "slim_v2", Silu;
            random_161: Random161, "slim_v1", Relu6;
            random_162: Random162, "torch", Relu6;
            random_163: Random163, "torch", Relu;
            random_164: Random164, "timm_v2", Relu6;
            random_165: Random165, "bit", Relu;
            random_166: Random166, "cifar_v1", Silu;
            random_167: Random167, "cifar_v2", Silu;
            random_168: Random168, "slim_v2", Relu;
            random_169: Random169, "slim_v1", Relu6;
            random_170: Random170, "torch", Relu;
            random_171: Random171, "torch", Relu6;
            random_172: Random172, "timm_v2", Relu;
            random_173: Random173, "bit", Relu;
            random_174: Random174, "cifar_v1", Silu;
            random_175: Random175, "cifar_v2", Relu;
            random_176: Random176, "slim_v2", Relu;
            random_177: Random177, "slim_v1", Relu;
            random_178: Random178, "torch", Relu;
            random_179: Random179, "torch", Relu;
            random_180: Random180, "timm_v2", Relu;
            random_181: Random181, "bit", Relu6;
            random_182: Random182, "cifar_v1", Relu6;
            random_183: Random183, "cifar_v2", Relu;
            random_184: Random184, "slim_v2", Silu;
            random_185: Random185, "slim_v1", Relu6;
            random_186: Random186, "torch", Relu6;
            random_187: Random187, "torch", Relu6;
            random_188: Random188, "timm_v2", Silu;
            random_189: Random189, "bit", Silu;
            random_190: Random190, "cifar_v1", Relu;
            random_191: Random191, "cifar_v2", Relu6;
            random_192: Random192, "slim_v2", Silu;
            random_193: Random193, "slim_v1", Relu6;
            random_194: Random194, "torch", Relu6;
            random_195: Random195, "torch", Silu;
            random_196: Random196, "timm_v2", Silu;
            random_197: Random197, "bit", Silu;
            random_198: Random198, "cifar_v1", Relu6;
            random_199: Random199, "cifar_v2", Silu;
            random_200: Random200, "slim_v2", Relu6;
            random_201: Random201, "slim_v1", Relu6;
            random_202: Random202, "torch", Relu6;
            random_203: Random203, "torch", Relu;
            random_204: Random204, "timm_v2", Relu6;
            random_205: Random205, "bit", Relu;
            random_206: Random206, "cifar_v1", Relu;
            random_207: Random207, "cifar_v2", Silu;
            random_208: Random208, "slim_v2", Silu;
            random_209: Random209, "slim_v1", Relu6;
            random_210: Random210, "torch", Relu;
            random_211: Random211, "torch", Relu6;
            random_212: Random212, "timm_v2", Relu;
            random_213: Random213, "bit", Relu;
            random_214: Random214, "cifar_v1", Relu;
            random_215: Random215, "cifar_v2", Relu;
            random_216: Random216, "slim_v2", Relu;
            random_217: Random217, "slim_v1", Silu;
            random_218: Random218, "torch", Relu;
            random_219: Random219, "torch", Relu;
            random_220: Random220, "timm_v2", Relu6;
            random_221: Random221, "bit", Relu6;
            random_222: Random222, "cifar_v1", Relu;
            random_223: Random223, "cifar_v2", Silu;
            random_224: Random224, "slim_v2", Silu;
            random_225: Random225, "slim_v1", Silu;
            random_226: Random226, "torch", Relu;
            random_227: Random227, "torch", Relu;
            random_228: Random228, "timm_v2", Relu;
            random_229: Random229, "bit", Silu;
            random_230: Random230, "cifar_v1", Relu6;
            random_231: Random231, "cifar_v2", Silu;
            random_232: Random232, "slim_v2", Relu;
            random_233: Random233, "slim_v1", Relu;
            random_234: Random234, "torch", Relu;
            random_235: Random235, "torch", Relu;
            random_236: Random236, "timm_v2", Relu;
            random_237: Random237, "bit", Relu6;
            random_238: Random238, "cifar_v1", Relu;
            random_239: Random239, "cifar_v2", Relu6;
            random_240: Random240, "slim_v2", Relu;
            random_241: Random241, "slim_v1", Relu6;
            random_242: Random242, "torch", Silu;
            random_243: Random243, "torch", Relu6;
            random_244: Random244, "timm_v2", Relu6;
            random_245: Random245, "bit", Relu;
            random_246: Random246, "cifar_v1", Relu;
            random_247: Random247, "cifar_v2", Relu;
            random_248: Random248, "slim_v2", Relu6;
            random_249: Random249, "slim_v1", Relu;
            random_250: Random250, "torch", Relu6;
            random_251: Random251, "torch", Relu;
            random_252: Random252, "timm_v2", Relu6;
            random_253: Random253, "bit", Relu;
            random_254: Random254, "cifar_v1", Relu6;
            random_255: Random255, "cifar_v2", Relu;
            random_256: Random256, "slim_v2", Relu6;
            random_257: Random257, "slim_v1", Relu;
            random_258: Random258, "torch", Relu;
            random_259: Random259, "torch", Silu;
            random_260: Random260, "timm_v2", Relu;
            random_261: Random261, "bit", Silu;
            random_262: Random262, "cifar_v1", Silu;
            random_263: Random263, "cifar_v2", Relu;
            random_264: Random264, "slim_v2", Silu;
            random_265: Random265, "slim_v1", Relu;
            random_266: Random266, "torch", Silu;
            random_267: Random267, "torch", Relu;
            random_268: Random268, "timm_v2", Silu;
            random_269: Random269, "bit", Silu;
            random_270: Random270, "cifar_v1", Relu6;
            random_271: Random271, "cifar_v2", Relu;
            random_272: Random272, "slim_v2", Relu6;
            random_273: Random273, "slim_v1", Relu;
            random_274: Random274, "torch", Silu;
            random_275: Random275, "torch", Relu6;
            random_276: Random276, "timm_v2", Relu6;
            random_277: Random277, "bit", Relu;
            random_278: Random278, "cifar_v1", Silu;
            random_279: Random279, "cifar_v2", Relu;
            random_280: Random280, "slim_v2", Relu6;
            random_281: Random281, "slim_v1", Silu;
            random_282: Random282, "torch", Relu6;
            random_283: Random283, "torch", Relu;
            random_284: Random284, "timm_v2", Silu;
            random_285: Random285, "bit", Relu;
            random_286: Random286, "cifar_v1", Relu;
            random_287: Random287, "cifar_v2", Relu;
            random_288: Random288, "slim_v2", Relu6;
            random_289: Random289, "slim_v1", Relu6;
            random_290: Random290, "torch", Silu;
            random_291: Random291, "torch", Relu6;
            random_292: Random292, "timm_v2", Relu;
            random_293: Random293, "bit", Silu;
            random_294: Random294, "cifar_v1", Relu;
            random_295: Random295, "cifar_v2", Relu;
            random_296: Random296, "slim_v2", Silu;
            random_297: Random297, "slim_v1", Relu;
            random_298: Random298, "torch", Relu6;
            random_299: Random299, "torch", Relu6;
            random_300: Random300, "timm_v2", Silu;
            random_301: Random301, "bit", Relu6;
            random_302: Random302, "cifar_v1", Relu;
            random_303: Random303, "cifar_v2", Relu;
            random_304: Random304, "slim_v2", Silu;
            random_305: Random305, "slim_v1", Relu;
            random_306: Random306, "torch", Relu6;
            random_307: Random307, "torch", Silu;
            random_308: Random308, "timm_v2", Silu;
            random_309: Random309, "bit", Relu6;
            random_310: Random310, "cifar_v1", Relu;
            random_311: Random311, "cifar_v2", Silu;
            random_312: Random312, "slim_v2", Relu6;
            random_313: Random313, "slim_v1", Relu;
            random_314: Random314, "torch", Silu;
            random_315: Random315, "torch", Relu;
            random_316: Random316, "timm_v2", Relu;
            random_317: Random317, "bit", Relu;
            random_318: Random318, "cifar_v1", Relu;
            random_319: Random319, "cifar_v2", Relu;
            random_320: Random320, "slim_v2", Silu;
            random_321: Random321, "slim_v1", Relu;
            random_322: Random322, "torch", Relu;
            random_323: Random323, "torch", Silu;
            random_324: Random324, "timm_v2", Silu;
            random_325: Random325, "bit", Relu;
            random_326: Random326, "cifar_v1", Silu;
            random_327: Random327, "cifar_v2", Silu;
            random_328: Random328, "slim_v2", Relu6;
            random_329: Random329, "slim_v1", Silu;
            random_330: Random330, "torch", Relu;
            random_331: Random331, "torch", Relu;
            random_332: Random332, "timm_v2", Silu;
            random_333: Random333, "bit", Relu6;
            random_334: Random334, "cifar_v1", Relu6;
            random_335: Random335, "cifar_v2", Relu6;
            random_336: Random336, "slim_v2", Relu6;
            random_337: Random337, "slim_v1", Silu;
            random_338: Random338, "torch", Relu6;
            random_339: Random339, "torch", Relu;
            random_340: Random340, "timm_v2", Silu;
            random_341: Random341, "bit", Silu;
            random_342: Random342, "cifar_v1", Relu;
            random_343: Random343, "cifar_v2", Relu6;
            random_344: Random344, "slim_v2", Relu6;
            random_345: Random345, "slim_v1", Silu;
            random_346: Random346, "torch", Relu;
            random_347: Random347, "torch", Relu;
            random_348: Random348, "timm_v2", Relu;
            random_349: Random349, "bit", Relu;
            random_350: Random350, "cifar_v1", Relu;
            random_351: Random351, "cifar_v2", Silu;
            random_352: Random352, "slim_v2", Relu;
            random_353: Random353, "slim_v1", Relu;
            random_354: Random354, "torch", Relu6;
            random_355: Random355, "torch", Relu;
            random_356: Random356, "timm_v2", Relu6;
            random_357: Random357, "bit", Silu;
            random_358: Random358, "cifar_v1", Silu;
            random_359: Random359, "cifar_v2", Relu6;
            random_360: Random360, "slim_v2", Silu;
            random_361: Random361, "slim_v1", Relu;
            random_362: Random362, "torch", Relu;
            random_363: Random363, "torch", Silu;
            random_364: Random364, "timm_v2", Relu6;
            random_365: Random365, "bit", Relu6;
            random_366: Random366, "cifar_v1", Relu;
            random_367: Random367, "cifar_v2", Relu;
            random_368: Random368, "slim_v2", Silu;
            random_369: Random369, "slim_v1", Relu6;
            random_370: Random370, "torch", Relu;
            random_371: Random371, "torch", Silu;
            random_372: Random372, "timm_v2", Relu6;
            random_373: Random373, "bit", Relu;
            random_374: Random374, "cifar_v1", Relu6;
            random_375: Random375, "cifar_v2", Silu;
            random_376: Random376, "slim_v2", Relu;
            random_377: Random377, "slim_v1", Relu6;
            random_378: Random378, "torch", Relu;
            random_379: Random379, "torch", Relu;
            random_380: Random380, "timm_v2", Relu6;
            random_381: Random381, "bit", Silu;
            random_382: Random382, "cifar_v1", Silu;
            random_383: Random383, "cifar_v2", Relu;
            random_384: Random384, "slim_v2", Relu;
            random_385: Random385, "slim_v1", Relu6;
            random_386: Random386, "torch", Relu;
            random_387: Random387, "torch", Relu;
            random_388: Random388, "timm_v2", Relu6;
            random_389: Random389, "bit", Relu6;
            random_390: Random390, "cifar_v1", Relu6;
            random_391: Random391, "cifar_v2", Relu;
            random_392: Random392, "slim_v2", Silu;
            random_393: Random393, "slim_v1", Relu;
            random_394: Random394, "torch", Relu6;
            random_395: Random395, "torch", Silu;
            random_396: Random396, "timm_v2", Relu;
            random_397: Random397, "bit", Relu;
            random_398: Random398, "cifar_v1", Relu6;
            random_399: Random399, "cifar_v2", Relu;
            random_400: Random400, "slim_v2", Relu;
            random_401: Random401, "slim_v1", Relu;
            random_402: Random402, "torch", Relu;
            random_403: Random403, "torch", Relu;
            random_404: Random404, "timm_v2", Relu;
            random_405: Random405, "bit", Relu6;
            random_406: Random406, "cifar_v1", Relu;
            random_407: Random407, "cifar_v2", Relu;
            random_408: Random408, "slim_v2", Silu;
            random_409: Random409, "slim_v1", Relu;
            random_410: Random410, "torch", Relu;
            random_411: Random411, "torch", Relu;
            random_412: Random412, "timm_v2", Silu;
            random_413: Random413, "bit", Relu;
            random_414: Random414, "cifar_v1", Relu;
            random_415: Random415, "cifar_v2", Relu6;
            random_416: Random416, "slim_v2", Relu6;
            random_417: Random417, "slim_v1", Relu6;
            random_418: Random418, "torch", Relu;
            random_419: Random419, "torch", Relu6;
            random_420: Random420, "timm_v2", Relu;
            random_421: Random421, "bit", Relu;
            random_422: Random422, "cifar_v1", Relu;
            random_423: Random423, "cifar_v2", Silu;
            random_424: Random424, "slim_v2", Relu;
            random_425: Random425, "slim_v1", Relu6;
            random_426: Random426, "torch", Relu;
            random_427: Random427, "torch", Relu6;
            random_428: Random428, "timm_v2", Relu;
            random_429: Random429, "bit", Relu6;
            random_430: Random430, "cifar_v1", Relu;
            random_431: Random431, "cifar_v2", Relu;
            random_432: Random432, "slim_v2", Relu;
            random_433: Random433, "slim_v1", Relu6;
            random_434: Random434, "torch", Silu;
            random_435: Random435, "torch", Relu6;
            random_436: Random436, "timm_v2", Relu6;
            random_437: Random437, "bit", Silu;
            random_438: Random438, "cifar_v1", Relu6;
            random_439: Random439, "cifar_v2", Relu;
            random_440: Random440, "slim_v2", Relu;
            random_441: Random441, "slim_v1", Silu;
            random_442: Random442, "torch", Relu;
            random_443: Random443, "torch", Relu;
            random_444: Random444, "timm_v2", Relu;
            random_445: Random445, "bit", Silu;
            random_446: Random446, "cifar_v1", Relu;
            random_447: Random447, "cifar_v2", Relu;
            random_448: Random448, "slim_v2", Silu;
            random_449: Random449, "slim_v1", Relu;
            random_450: Random450, "torch", Relu6;
            random_451: Random451, "torch", Relu6;
            random_452: Random452, "timm_v2", Silu;
            random_453: Random453, "bit", Relu;
            random_454: Random454, "cifar_v1", Relu6;
            random_455: Random455, "cifar_v2", Relu;
            random_456: Random456, "slim_v2", Silu;
            random_457: Random457, "slim_v1", Silu;
            random_458: Random458, "torch", Relu;
            random_459: Random459, "torch", Relu;
            random_460: Random460, "timm_v2", Relu6;
            random_461: Random461, "bit", Relu;
            random_462: Random462, "cifar_v1", Silu;
            random_463: Random463, "cifar_v2", Relu6;
            random_464: Random464, "slim_v2", Relu;
            random_465: Random465, "slim_v1", Relu;
            random_466: Random466, "torch", Relu;
            random_467: Random467, "torch", Relu6;
            random_468: Random468, "timm_v2", Relu;
            random_469: Random469, "bit", Relu;
            random_470: Random470, "cifar_v1", Relu;
            random_471: Random471, "cifar_v2", Relu;
            random_472: Random472, "slim_v2", Relu;
            random_473: Random473, "slim_v1", Relu6;
            random_474: Random474, "torch", Relu6;
            random_475: Random475, "torch", Silu;
            random_476: Random476, "timm_v2", Relu6;
            random_477: Random477, "bit", Silu;
            random_478: Random478, "cifar_v1", Relu;
            random_479: Random479, "cifar_v2", Silu;
            random_480: Random480, "slim_v2", Silu;
            random_481: Random481, "slim_v1", Relu6;
            random_482: Random482, "torch", Relu;
            random_483: Random483, "torch", Silu;
            random_484: Random484, "timm_v2", Relu;
            random_485: Random485, "bit", Silu;
            random_486: Random486, "cifar_v1", Silu;
            random_487: Random487, "cifar_v2", Relu6;
            random_488: Random488, "slim_v2", Silu;
            random_489: Random489, "slim_v1", Silu;
            random_490: Random490, "torch", Silu;
            random_491: Random491, "torch", Relu;
            random_492: Random492, "timm_v2", Relu6;
            random_493: Random493, "bit", Relu;
            random_494: Random494, "cifar_v1", Relu;
            random_495: Random495, "cifar_v2", Relu;
            random_496: Random496, "slim_v2", Silu;
            random_497: Random497, "slim_v1", Relu;
            random_498: Random498, "torch", Relu;
            random_499: Random499, "torch", Relu6;
        }
    };
}
pub(crate) use all;
