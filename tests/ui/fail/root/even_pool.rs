use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [32, 32, 3],
        root: conv(7, 64, 2) + max_pool(2, 2),
        layer1: basic[(64, 1)],
        classes: 10,
    }
}

fn main() {}
