use resnet::resnet;

resnet! {
    #[derive(Clone, Copy, PartialEq)]
    pub struct Net {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
    }
}

fn main() {}
