//! A library that allows nothing, and has names of its own in the way.

#![no_std]
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, unreachable_pub, unused_qualifications, rust_2018_idioms)]
#![deny(clippy::all)]

use resnet::resnet;

/// In the way of the prelude's.
pub struct Option;
/// In the way of the prelude's.
pub struct Result;
/// In the way of the runtime's.
pub struct Tensor;
/// In the way of the runtime's.
pub struct Network;

resnet! {
    /// With a root.
    #[derive(Clone, Debug)]
    pub struct Rooted {
        input: [32, 32, 3],
        block1: bottleneck[(32, 8, 1), (32, 8, 2)],
        block2: bottleneck[(64, 16, 1); 2],
        classes: 10,
    }

    /// Atrous features.
    pub struct Atrous {
        input: [33, 33, 3],
        root: conv(3, 16, 2),
        block1: bottleneck[(32, 8, 1), (32, 8, 2)],
        block2: bottleneck[(64, 16, 2); 2],
        classes: none,
        global_pool: false,
        output_stride: 4,
    }
}

fn own<const H: usize, const W: usize, const HO: usize, const WO: usize>(
    x: &resnet::Tensor<H, W, 64>,
    out: &mut resnet::Tensor<HO, WO, 64>,
    stride: usize,
    factor: &[f32; 32],
) {
    for y in 0..HO {
        out[[y, 0, 0]] = x[[y * stride, 0, 0]] * factor[31];
    }
}

fn halve<const H: usize, const W: usize, const C: usize>(
    x: &resnet::Tensor<H, W, C>,
    out: &mut resnet::Tensor<H, W, C>,
    factor: &[f32; 1],
) {
    for (out, x) in out.values_mut().iter_mut().zip(x.values()) {
        *out = x * factor[0];
    }
}

resnet! {
    /// Several results, and a function of our own.
    pub struct Pyramid {
        input: [32, 32, 3],
        kinds: { own: custom(own, stride, factor: [depth / 2]) },
        block1: bottleneck[(32, 8, 1), (32, 8, 2)],
        halved: custom(halve, factor: [1]),
        block2: bottleneck[(64, 16, 1); 2] + own[(64, 2), (64, 1)],
        outputs: [conv1, halved, block2_unit_1, block2],
    }

    /// Of the root alone.
    pub struct Stem {
        dialect: torch,
        input: [32, 32, 3],
        layer1: basic[(64, 1)],
        outputs: [maxpool, relu],
    }

    /// The same of a preactivation network.
    pub struct Conv1 {
        input: [32, 32, 3],
        block1: bottleneck[(32, 8, 1)],
        outputs: [conv1],
    }
}

resnet! {
    // Neither public nor used.
    struct Private {
        input: [8, 8, 16],
        root: none,
        block1: bottleneck[(16, 4, 1)],
        classes: 3,
    }
}

resnet! {
    /// With its weights, which need no heap.
    pub struct Packed {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        weights: "../ui/weights/tiny.resnet",
    }
}

resnet! {
    /// With functions for C.
    pub struct Exported {
        input: [8, 8, 16],
        root: none,
        block1: bottleneck[(16, 4, 1)],
        classes: 3,
        export: "C" as strict_exported,
    }

    // Neither public nor used from Rust.
    struct Hidden {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: none,
        weights: "../ui/weights/fits.safetensors",
        scope: "tiny",
        export: "C" as strict_hidden,
    }
}

/// Weights of the program's own, where they lie.
pub fn packed() -> core::result::Result<[Packed; 2], resnet::Error> {
    let file = resnet::include_packed!("../ui/weights/tiny.resnet");
    Ok([Packed::embedded()?, Packed::from_packed(file)?])
}

/// Without a heap: weights where they lie, and a workspace of the caller's.
pub fn classify<'w>(
    file: &'static [u8],
    image: &resnet::Tensor<32, 32, 3>,
    workspace: &'w mut <Rooted as resnet::Network>::Workspace,
) -> core::result::Result<&'w resnet::Tensor<1, 1, 10>, resnet::Error> {
    Ok(Rooted::from_packed(file)?.predict(image, workspace))
}

/// Inside of a function.
pub fn parameters() -> u64 {
    resnet! {
        struct Local {
            input: [8, 8, 16],
            root: none,
            block1: bottleneck[(16, 4, 1)],
            classes: 3,
        }
    }
    Local::PARAMS + Private::PARAMS
}
