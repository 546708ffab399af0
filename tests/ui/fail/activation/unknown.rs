use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [32, 32, 3],
        layer1: basic[(64, 1)],
        classes: 10,
        activation: gelu,
    }
}

fn main() {}
