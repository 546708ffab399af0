use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [32, 32, 3],
        root: conv(3, 16, 1),
        layer1: basic[(16, 1)],
        layer2: basic[(8, 2)],
        classes: 10,
        shortcut: pad,
    }
}

fn main() {}
