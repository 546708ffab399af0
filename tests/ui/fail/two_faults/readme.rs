resnet::resnet! {
    pub struct Net {
        input: [3, 224, 224],
        block1: bottleneck[(256, 64, 1)] * 2 + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 3] + [(512, 128, 0)],
        clases: 1001,
    }

    pub struct Dense {
        input: [65, 65, 3],
        block1: bottleneck[(256, 64, 1); 2] + [(256, 64, 2)],
        block2: bottleneck[(512, 128, 1); 4],
        classes: 21,
        global_pool: false,
        output_stride: 16,
    }
}

fn main() {}
