use resnet::resnet;

resnet! {
    pub struct Net {
        input: [32, 32, 3],
        block1: basic[(16, 1)],
        block2: basic[(32, 2)],
        classes: 10,
    }
}

fn main() {}
