//! A weight file beside the source file becomes a part of the program.

use resnet::{Tensor, resnet};

resnet! {
    pub struct Tiny {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        weights: "../weights/fits.safetensors",
    }

    /// The values are converted, of whatever type they are.
    pub struct Half {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        weights: "../weights/half.safetensors",
        scope: "tiny",
    }

    /// What training leaves in a checkpoint does no harm.
    pub struct TrainedFurther {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        weights: "../weights/trained_further.safetensors",
        scope: "tiny",
    }

    /// Packed values are used where they lie.
    pub struct Packed {
        input: [4, 4, 1],
        root: none,
        first: bottleneck[(4, 2, 1)],
        classes: 3,
        weights: "../weights/tiny.resnet",
    }

    /// The file has logits, which features do without.
    pub struct Features {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: none,
        weights: "../weights/trained_further.safetensors",
        scope: "tiny",
    }

    /// The file has a second block, a normalisation and logits, none of which is
    /// computed.
    pub struct Outputs {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        block2: bottleneck[(8, 2, 1)],
        outputs: [block1],
        weights: "../weights/two_blocks.safetensors",
        scope: "tiny",
    }

    /// Every name of the file begins with `module.`.
    pub struct Torch {
        dialect: torch,
        input: [4, 4, 1],
        root: none,
        layer1: basic[(1, 1)],
        classes: none,
        weights: "../weights/module.safetensors",
        scope: "module",
    }
}

fn main() {
    let image = Tensor::new([[[0.5]; 4]; 4]);
    let net = Tiny::embedded().expect("the values are finite");
    let mut workspace = Tiny::workspace();
    let here = *net.forward(&image, &mut workspace);

    let half = Half::embedded().expect("the values are finite");
    assert_eq!(here, *half.forward(&image, &mut Half::workspace()));
    let further = TrainedFurther::embedded().expect("the values are finite");
    assert_eq!(here, *further.forward(&image, &mut TrainedFurther::workspace()));

    Features::embedded().expect("the values are finite");
    Outputs::embedded().expect("the values are finite");
    Torch::embedded().expect("the values are finite");

    let file = include_bytes!("../weights/fits.safetensors");
    let loaded = Tiny::from_safetensors(file).expect("the file fits");
    assert_eq!(here, *loaded.forward(&image, &mut workspace));

    let packed = Packed::embedded().expect("the file is a network's of this architecture");
    assert_eq!(here, *packed.forward(&image, &mut Packed::workspace()));
    let packed = Tiny::from_packed(resnet::include_packed!("../weights/tiny.resnet"));
    let packed = packed.expect("the file is aligned");
    assert_eq!(here, *packed.forward(&image, &mut workspace));
    assert_eq!(packed.pack(Default::default()).ok(), net.pack(Default::default()).ok());

    // A path that is no literal is left to rustc.
    const FILE: &[u8] = resnet::include_packed!(concat!("../weights/", "tiny.resnet"));
    assert!(Tiny::from_packed(FILE).is_ok());
}
