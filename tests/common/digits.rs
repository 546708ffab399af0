//! The trained network and its 360 test images.

use resnet::{Backend, Tensor, resnet};

resnet! {
    pub struct Digits {
        input: [8, 8, 1],
        root: none,
        block1: bottleneck[(32, 8, 1), (32, 8, 2)],
        block2: bottleneck[(64, 16, 1), (64, 16, 2)],
        block3: bottleneck[(128, 32, 1); 2],
        classes: 10,
    }
}

/// With the trained weights.
pub fn trained() -> Digits {
    let net = Digits::from_safetensors(&crate::common::read("digits/digits.safetensors"));
    net.expect("the reference's file fits")
}

/// Of all test images.
pub fn logits(net: &Digits, backend: &'static Backend) -> Vec<f32> {
    let file = crate::common::read("digits/digits_test.safetensors");
    let (_, images) = crate::common::tensor(&file, "images");
    let (mut workspace, mut logits) = (Digits::workspace(), Vec::new());
    workspace.set_backend(backend);
    for image in images.chunks(64) {
        let image = Tensor::view(image).expect("an image has 64 pixels");
        logits.extend(net.forward(image, &mut workspace).values());
    }
    logits
}
