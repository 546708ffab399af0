use resnet::resnet;

resnet! {
    pub struct Misspelt {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1)],
        clases: 10,
    }

    pub struct Vanishing {
        input: [4, 4, 3],
        block1: bottleneck[(16, 4, 2)],
        classes: 10,
    }

    pub struct Strided {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 2)],
        classes: 10,
        output_stride: 32,
    }
}

fn main() {}
