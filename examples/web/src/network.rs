resnet::resnet! {
    /// The digits of scikit-learn's `load_digits`, 8 by 8 pixels.
    pub struct Digits {
        input: [8, 8, 1],
        root: none,
        block1: bottleneck[(32, 8, 1), (32, 8, 2)],
        block2: bottleneck[(64, 16, 1), (64, 16, 2)],
        block3: bottleneck[(128, 32, 1); 2],
        classes: 10,
        half: false,
        export: "C",
    }
}
