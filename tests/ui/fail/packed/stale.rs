resnet::resnet! {
    pub struct Tiny {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        weights: "../../weights/stale.resnet",
    }
}

fn main() {}
