use resnet::resnet;

resnet! {
    pub struct Yaml {
        input: [224, 224, 3],
        block1:
          - [256, 64, 1],
        classes: 10,
    }

    pub struct Json {
        "input": [224, 224, 3],
        block1: { kind: "bottleneck", units: [(256, 64, 1)] },
        classes: ["cat", "dog"],
    }
}

fn main() {}
