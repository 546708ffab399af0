//! Files with the names of each program, as `make_weights.py` writes them out.

use resnet::resnet;

resnet! {
    pub struct SlimV1 {
        dialect: slim_v1,
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        weights: "../weights/slim_v1.safetensors",
        scope: "tiny_v1",
    }

    pub struct TimmV2 {
        dialect: timm_v2,
        input: [4, 4, 1],
        root: conv(3, 2, 1),
        stage1: bottleneck[(4, 2, 1)],
        classes: 3,
        weights: "../weights/timm_v2.safetensors",
    }

    pub struct Bit {
        dialect: bit,
        input: [4, 4, 1],
        root: conv(3, 32, 1),
        stage1: bottleneck[(32, 32, 1)],
        classes: 3,
        weights: "../weights/bit.safetensors",
    }

    pub struct CifarV1 {
        dialect: cifar_v1,
        input: [4, 4, 1],
        root: conv(3, 2, 1),
        layer1: basic[(2, 1)],
        classes: 3,
        weights: "../weights/cifar_v1.safetensors",
    }

    pub struct CifarV2 {
        dialect: cifar_v2,
        input: [4, 4, 1],
        root: conv(3, 2, 1),
        layer1: basic[(2, 1)],
        classes: 3,
        weights: "../weights/cifar_v2.safetensors",
    }
}

fn main() {
    SlimV1::embedded().expect("the values are finite");
    TimmV2::embedded().expect("the values are finite");
    Bit::embedded().expect("the values are finite");
    CifarV1::embedded().expect("the values are finite");
    CifarV2::embedded().expect("the values are finite");
}
