//! The network whose files are made up: every kind of tensor, and as few values
//! as possible.

resnet::resnet! {
    pub struct Tiny {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1), (4, 2, 2)],
        classes: 3,
    }
}
