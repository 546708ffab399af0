use resnet::resnet;

resnet! {
    pub struct Net {
        input: [32, 32, 3],
        block1: bottleneck[(256, 64, 1)],
        classes: 10,
        shortcut: avg_pool,
    }
}

fn main() {}
