use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [32, 32, 3],
        root: conv(3, 32, 2) + conv(3, 64, 1),
        layer1: basic[(64, 1)],
        classes: 10,
    }
}

fn main() {}
