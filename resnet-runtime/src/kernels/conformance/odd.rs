//! Values that are no numbers, or hardly: in layers so large that a matrix unit
//! computes them.

use alloc::vec;
use alloc::vec::Vec;

use super::conv::{FORMAT, LEAVES, blocked, kind};
use super::{Guarded, Random, Side, indices};
use crate::kernels::{
    Activation, AnyPlan, Args, Backend, ConvShape, Epilogue, Room, Source, Then, convolve,
};
use crate::layer::Layer;
use crate::layout::to_nhwc;
use crate::team::Team;
use crate::weights::{self, Weights};

/// A filter of this size and stride on 28 x 28 pixels.
fn shape(size: usize, stride: usize, channels: usize) -> ConvShape {
    let halo = size / 2;
    ConvShape {
        input: [28, 28, channels],
        output: [28 / stride, 28 / stride, channels],
        size,
        stride,
        rate: 1,
        source: Source::Map { halo },
        halo: 0,
        group: channels,
    }
}

/// The convolution of an image, channel last.
fn run(backend: &'static Backend, plan: &AnyPlan, packed: &Weights, image: &[f32]) -> Vec<f32> {
    let ConvShape { input, output, size, .. } = plan.shape;
    let image = blocked(image, input, size / 2);
    let run = |side: &Side| {
        let mut image = Guarded::of(&image, *side);
        let mut weights = Guarded::of(packed.floats().expect("they are f32"), *side);
        let [mut map, mut scratch] =
            [plan.output_len, plan.scratch_len].map(|len| Guarded::new(len, *side));
        convolve(
            Team { backend, pool: super::conv::pool(1) },
            Args {
                plan,
                input: image.get(),
                weights: (&*weights.get()).into(),
                output: map.get(),
                epilogue: Epilogue { residual: false, then: Then::Activate(Activation::None) },
                scratch: scratch.get(),
                room: &mut Room::none(),
            },
        );
        for buffer in [&mut map, &mut scratch] {
            buffer.check(backend.name());
        }
        let mut values = vec![0.0; output.iter().product()];
        to_nhwc(map.get(), output, 0, &mut values);
        values
    };
    let mut values = Side::ALL.iter().map(run);
    let first = values.next().expect("there is a side");
    let bits = |values: &[f32]| values.iter().map(|v| v.to_bits()).collect::<Vec<_>>();
    for other in values {
        assert_eq!(bits(&first), bits(&other), "{}: bits depend on places", backend.name());
    }
    first
}

#[test]
fn odd_values_reach_no_further_than_the_filter() {
    const PIXEL: [usize; 2] = [8, 14];
    let mut random = Random(5);
    for shape in [shape(1, 1, 128), shape(1, 2, 256), shape(3, 2, 96)] {
        let layer = Layer::weighted("x", kind(&shape), shape.input, shape.output, LEAVES);
        let (plan, packed) = (AnyPlan::new(shape), weights::synthetic(&[layer], &FORMAT, 1));
        let [h, w, c] = shape.input;
        let clean = random.values(h * w * c);
        // Whether an output reads the pixel.
        let reads = |y: usize, x: usize| {
            let reads = |out: usize, at: usize| {
                (out * shape.stride..out * shape.stride + shape.size).contains(&(at + shape.pad()))
            };
            reads(y, PIXEL[0]) && reads(x, PIXEL[1])
        };
        for backend in Backend::available() {
            let run = |image: &[f32]| run(backend, &plan, &packed, image);
            let expected = run(&clean);
            for value in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX] {
                let mut image = clean.clone();
                image[(PIXEL[0] * w + PIXEL[1]) * c + 5] = value;
                let places = indices(shape.output);
                for ((y, x, _), (got, want)) in places.zip(run(&image).iter().zip(&expected)) {
                    let what = (backend.name(), value, y, x);
                    if !reads(y, x) {
                        assert_eq!(got.to_bits(), want.to_bits(), "{what:?}: beyond its reach");
                    } else if value.is_nan() && backend.name() != "portable" {
                        assert!(got.is_nan(), "{what:?}: a NaN became {got}");
                    }
                }
            }
            // Denormals are less than half a bit of any bias.
            let none = run(&vec![0.0; h * w * c]);
            let least: Vec<f32> = clean.iter().map(|value| value * 1e-40).collect();
            assert_eq!(run(&least), none, "{}", backend.name());
        }
    }
}
