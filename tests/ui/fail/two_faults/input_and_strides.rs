use resnet::resnet;

resnet! {
    // Strides do not depend on the input, nor does a file on anything.
    pub struct Net {
        input: [224, 224],
        block1: bottleneck[(256, 64, 2)],
        classes: 1001,
        output_stride: 3,
        weights: "../../weights/git_lfs.safetensors",
    }
}

fn main() {}
