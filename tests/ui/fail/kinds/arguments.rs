use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [64, 64, 3],
        kinds: {
            own: custom(own, strid, width, weight: [depth + 1, dept, stride], weight),
            other: custom(own) -> [16, 16, 64],
            none: own,
        },
        layer1: own[(64, 16, 1)] + other[(64, 1)] + none[(64, 1)],
        classes: 10,
    }
}

fn main() {}
