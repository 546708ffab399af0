use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [64, 64, 3],
        kinds: { ghost: custom(ghost), basic: custom(ghost), ghost: custom(other), sum: custom(sum) },
        layer1: ghost[(64, 1)],
        classes: 10,
    }

    pub struct Other {
        dialect: torch,
        input: [64, 64, 3],
        kinds: { ghost: custom(ghost), sum: custom(sum) },
        layer1: ghots[(64, 1)],
        layer2: ghost[(64, 1)] + banana[(64, 1)] + ghost[(64, 1)],
        layer3: bottleneck[(64, 16, 1)] + ghost[(64, 1)] + basic[(64, 1)],
        layer4: ghost[(64, 1)] + ghost[(64, 1)],
        classes: 10,
    }

    pub struct Hidden {
        dialect: torch,
        input: [64, 64, 3],
        kinds: { sum: custom(sum) },
        layer1: sum[(64, 1)],
        classes: 10,
    }
}

fn main() {}
