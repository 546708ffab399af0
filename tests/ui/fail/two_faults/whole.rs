use resnet::resnet;

resnet! {
    pub struct Net {
        imput: [224, 224, 3],
        root: conv(7, 64) + maxpool(3, 2),
        block1: bottleneck[(256, 64, 1)] * 2 + [(256, 64, 0)],
        block2: [(512, 128, 1); 3] [(512, 128, 2)],
        classes: "1001",
        global_pool: True,
    }
}

fn main() {}
