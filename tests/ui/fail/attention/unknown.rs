use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [224, 224, 3],
        layer1: bottleneck[(256, 64, 1); 3],
        attention: cbam,
        blur: yes,
        classes: 1000,
    }
}

fn main() {}
