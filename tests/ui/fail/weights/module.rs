use resnet::resnet;

resnet! {
    pub struct Tiny {
        dialect: torch,
        input: [4, 4, 1],
        root: none,
        layer1: basic[(1, 1)],
        classes: 3,
        weights: "../../weights/module.safetensors",
    }
}

fn main() {}
