use resnet::resnet;

resnet! {
    pub struct Net {
        input: [224, 224, 3],
        include_root_block: false,
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        num_classes: 1001,
        is_training: false,
    }
}

fn main() {}
