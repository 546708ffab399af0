use resnet::resnet;

const SIZE: usize = 224;

resnet! {
    pub struct Net {
        input: [SIZE, SIZE, 3],
        block1: bottleneck[(256.0, 4 * 16, -1)],
        classes: 1001usize,
    }
}

fn main() {}
