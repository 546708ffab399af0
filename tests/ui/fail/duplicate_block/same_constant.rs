use resnet::resnet;

resnet! {
    pub struct Net {
        input: [224, 224, 3],
        stage_a: bottleneck[(256, 64, 1); 2],
        Stage_A: bottleneck[(512, 128, 1); 4],
        classes: 1001,
    }
}

fn main() {}
