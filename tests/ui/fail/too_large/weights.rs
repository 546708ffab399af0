use resnet::resnet;

resnet! {
    pub struct Net {
        input: [8, 8, 3],
        root: none,
        block1: bottleneck[(1000000, 4000, 1)],
        classes: 1001,
    }
}

fn main() {}
