use resnet::resnet;

resnet! {
    pub struct Gray {
        input: [10000, 10000, 1],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
    }

    pub struct Border {
        input: [4096, 4096, 16],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
    }
}

fn main() {}
