use resnet::resnet;

resnet! {
    pub struct Bit {
        dialect: bit,
        input: [224, 224, 3],
        layer1: bottleneck[(250, 64, 1); 3],
        layer2: bottleneck[(512, 120, 2), (512, 128, 1)],
        classes: 1000,
    }

    pub struct Cifar {
        dialect: cifar_v1,
        input: [32, 32, 3],
        layer1: bottleneck[(64, 16, 1); 3],
        shortcut: avg_pool,
        classes: 10,
    }

    pub struct PreactivatedCifar {
        dialect: cifar_v2,
        input: [32, 32, 3],
        layer1: basic[(16, 1); 3],
        layer2: basic[(32, 2)],
        shortcut: pad,
        groups: 2,
        classes: 10,
    }
}

fn main() {}
