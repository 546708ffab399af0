use resnet::resnet;

resnet! {
    pub struct TimmV2 {
        dialect: timm_v2,
        input: [4, 4, 1],
        root: conv(3, 32, 1),
        stage1: bottleneck[(32, 32, 1)],
        classes: 3,
        weights: "../../weights/bit.safetensors",
    }

    pub struct Torch {
        dialect: torch,
        input: [4, 4, 1],
        root: conv(3, 2, 1),
        layer1: basic[(2, 1)],
        classes: 3,
        weights: "../../weights/cifar_v1.safetensors",
    }

    pub struct Slim {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        weights: "../../weights/slim_v1.safetensors",
        scope: "tiny_v1",
    }
}

fn main() {}
