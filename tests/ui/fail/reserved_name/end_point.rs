use resnet::resnet;

resnet! {
    pub struct Net {
        input: [224, 224, 3],
        a: bottleneck[(256, 64, 1); 2],
        a_unit_1: bottleneck[(256, 64, 1)],
        classes: 1001,
    }
}

fn main() {}
