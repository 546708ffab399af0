use resnet::resnet;

resnet! {
    pub struct Net {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
        export: "D",
    }
}

fn main() {}
