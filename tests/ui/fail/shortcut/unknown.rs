use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [32, 32, 3],
        layer1: bottleneck[(256, 64, 1)],
        classes: 10,
        shortcut: avgpool,
    }
}

fn main() {}
