use resnet::resnet;

resnet! {
    pub struct Net<const CLASSES: usize> {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: CLASSES,
        export: "C",
        export: "C" as net,
    }
}

fn main() {}
