use resnet::resnet;

resnet! {
    pub struct First {
        dialect: torch,
        input: [64, 64, 3],
        layer1: custom(ghost, weight: [64])[(64, 1); 2],
        classes: 10,
    }

    pub struct Later {
        dialect: torch,
        input: [64, 64, 3],
        layer1: bottleneck[(64, 16, 1)] + custom(ghost, weight: [64])[(64, 1); 2] + [(64, 1)],
        classes: 10,
    }
}

fn main() {}
