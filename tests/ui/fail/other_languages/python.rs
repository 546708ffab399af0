use resnet::resnet;

resnet! {
    pub struct Net {
        # the input, as in PyTorch
        input = [224, 224, 3],
        num_classes: 1000,
        block1: bottleneck([(256, 64, 1)] * 3),
        block2: bottleneck[(512, 128, (2, 2))],
        global_pool: True,
    }
}

fn main() {}
