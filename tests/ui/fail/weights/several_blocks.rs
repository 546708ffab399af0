use resnet::resnet;

resnet! {
    pub struct Tiny {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 3, 1)],
        block2: bottleneck[(6, 2, 1)],
        block3: bottleneck[(8, 2, 1)],
        classes: 7,
        weights: "../../weights/two_blocks.safetensors",
    }
}

fn main() {}
