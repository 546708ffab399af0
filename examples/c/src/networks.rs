use resnet::resnet;

resnet! {
    /// The digits of scikit-learn's `load_digits`, 8 by 8 pixels.
    pub struct Digits {
        input: [8, 8, 1],
        root: none,
        block1: bottleneck[(32, 8, 1), (32, 8, 2)],
        block2: bottleneck[(64, 16, 1), (64, 16, 2)],
        block3: bottleneck[(128, 32, 1); 2],
        classes: 10,
        weights: "../../../tests/golden/digits/digits.safetensors",
        export: "C",
    }

    /// Features of pictures, with weights that C has in a packed file, of f32 alone.
    pub struct Backbone {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1)] + [(32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        classes: none,
        global_pool: false,
        scope: "features",
        half: false,
        export: "C",
    }

    /// One whose weights are packed, hence used where they lie in the program.
    pub struct Tiny {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        weights: "../../../tests/ui/weights/tiny.resnet",
        export: "C" as tiny_net,
    }
}
