//! Networks that use memory in every way there is.

use resnet::{Tensor, resnet};

resnet! {
    /// The root and the first block of `resnet_v2_50`, and the head.
    pub struct Large {
        input: [224, 224, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        classes: 1001,
    }

    /// Halos of one pixel and of two, every kind of shortcut, partial sums in
    /// the output (a unit of 144), channels that fill no whole block.
    pub struct Mixed {
        input: [21, 18, 3],
        first: bottleneck[(24, 10, 1), (24, 10, 2)],
        second: bottleneck[(24, 144, 1), (40, 6, 2)],
        third: bottleneck[(40, 6, 1)],
        output_stride: 8,
        classes: 7,
        global_pool: false,
    }

    /// Means, gates and blurs, dilated and not.
    pub struct Gated {
        dialect: torch,
        input: [21, 18, 3],
        first: basic[(24, 1), (40, 2)],
        second: basic[(40, 2)],
        output_stride: 8,
        attention: se,
        blur: true,
        classes: 7,
    }

    /// Groups, and convolutions along channels.
    pub struct Grouped {
        dialect: torch,
        input: [21, 18, 3],
        first: bottleneck[(24, 12, 1), (40, 64, 2)],
        groups: 4,
        attention: eca,
        activation: silu,
        classes: 7,
    }

    /// Residuals of one's own: some with gates, and maps with halos.
    pub struct Own {
        dialect: torch,
        input: [21, 18, 3],
        kinds: { own: custom(own, stride, weight: [input, 2]) },
        first: own[(24, 1)] + basic[(24, 1)] + own[(24, 1)],
        second: own[(40, 2)] + basic[(40, 1)],
        attention: eca,
        classes: 7,
    }

    /// Where a projection takes the place of what a function reads.
    pub struct OwnRaw {
        dialect: cifar_v2,
        input: [21, 18, 3],
        kinds: { own: custom(own, stride, weight: [input, 2]) },
        first: own[(24, 1)] + basic[(24, 1)] + own[(40, 2)],
        classes: 7,
    }

    /// Statistics of whole maps.
    pub struct Normed {
        dialect: bit,
        input: [21, 18, 3],
        first: bottleneck[(64, 32, 1), (96, 32, 2)],
        classes: 7,
    }

    pub struct Rootless {
        input: [9, 7, 20],
        root: none,
        only: bottleneck[(24, 4, 2), (24, 4, 2)],
        classes: 3,
    }
}

fn own<
    const H: usize,
    const W: usize,
    const C: usize,
    const HO: usize,
    const WO: usize,
    const D: usize,
>(
    x: &Tensor<H, W, C>,
    out: &mut Tensor<HO, WO, D>,
    stride: usize,
    weight: &[[f32; 2]; C],
) {
    for (y, x0, c) in (0..HO * WO * D).map(|i| (i / D / WO, i / D % WO, i % D)) {
        let weight = weight[c % C][c % 2];
        out[[y, x0, c]] = weight * x[[y * stride, x0 * stride, c % C]];
    }
}
