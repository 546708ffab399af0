resnet::resnet! {
    /// Winograd's transforms, shortcuts without weights.
    pub struct Transformed {
        dialect: cifar_v1,
        input: [32, 32, 3],
        layer1: basic[(16, 1)],
        layer2: basic[(32, 2)],
        classes: 10,
    }

    /// A root with a max pool, preactivations, dilation.
    pub struct Preactivated {
        input: [65, 62, 3],
        root: conv(7, 16, 2) + max_pool(3, 2),
        first: bottleneck[(48, 16, 2)],
        second: bottleneck[(40, 20, 1), (40, 20, 2)],
        output_stride: 8,
        classes: 10,
    }

    /// Squeeze and excitation, blurs.
    pub struct Gated {
        dialect: torch,
        input: [33, 30, 3],
        first: basic[(24, 1), (40, 2)],
        attention: se,
        blur: true,
        classes: 10,
    }

    /// Narrow groups, channel attention, means in shortcuts, an exponential.
    pub struct Grouped {
        dialect: torch,
        input: [33, 30, 3],
        first: bottleneck[(24, 16, 1), (40, 64, 2)],
        groups: 4,
        shortcut: avg_pool,
        attention: eca,
        activation: silu,
        classes: 10,
    }

    /// Statistics of whole maps.
    pub struct Normed {
        dialect: bit,
        input: [33, 30, 3],
        root: conv(3, 32, 1),
        first: bottleneck[(64, 32, 2)],
        classes: 10,
    }
}
