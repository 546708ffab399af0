use resnet::resnet;

resnet! {
    pub struct CifarV2 {
        dialect: cifar_v2,
        input: [4, 4, 1],
        layer1: basic[(2, 1)],
        classes: 3,
        weights: "../../weights/cifar_v2.safetensors",
    }
}

fn main() {}
