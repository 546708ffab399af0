//! The way out of a network: means, logits, predictions.

use core::ops::ControlFlow;

use super::conv::plain;
use crate::engine::Engine;
use crate::kernels::{Activation, ConvShape, Source, chunks_of_work, plan_of};
use crate::layout::{BLOCK, plane, to_nhwc};
use crate::map::{Map, View};
use crate::tensor::Tensor;
use crate::workspace::Region;

/// The mean over all pixels: slim's `pool5`.
pub fn global_mean<'r, const H: usize, const W: usize, const C: usize, const HALO: usize>(
    x: &Map<'_, H, W, C, HALO>,
    e: &mut Engine<'_>,
    out: Region<'r>,
) -> Map<'r, 1, 1, C> {
    let mut out = Map::new(out);
    mean(e, x.values(), const { plane(H, W, HALO) }, H * W, out.values_mut());
    out
}

/// Each thread some of the channel blocks.
#[inline(never)]
fn mean(e: &mut Engine<'_>, map: &[f32], plane: usize, pixels: usize, means: &mut [f32]) {
    chunks_of_work(e.team, map.len(), means, BLOCK, |first, means| {
        e.team.backend.mean(&map[first * plane..], plane / BLOCK, pixels, means);
    });
}

/// Scores of `CLASSES` classes for every pixel: a 1x1 convolution with bias.
pub fn logits<
    'r,
    const H: usize,
    const W: usize,
    const C: usize,
    const HALO: usize,
    const CLASSES: usize,
>(
    x: &Map<'_, H, W, C, HALO>,
    e: &mut Engine<'_>,
    out: Region<'r>,
) -> Map<'r, H, W, CLASSES> {
    let mut out = Map::new(out);
    let plan = plan_of!(ConvShape {
        input: [H, W, C],
        output: [H, W, CLASSES],
        size: 1,
        stride: 1,
        rate: 1,
        source: Source::Map { halo: HALO },
        halo: 0,
        group: C,
    });
    plain(plan, e, x.values(), out.values_mut(), &mut Region::none(), Activation::None);
    out
}

/// A map as a result of the network, channel last.
pub fn output<const H: usize, const W: usize, const C: usize, const HALO: usize>(
    x: &Map<'_, H, W, C, HALO>,
    out: &mut Tensor<H, W, C>,
) {
    to_nhwc(x.values(), [H, W, C], HALO, out.values_mut());
}

/// Shows the logits.
pub fn see_logits<const H: usize, const W: usize, const C: usize>(
    logits: &mut Tensor<H, W, C>,
    e: &mut Engine<'_>,
) -> ControlFlow<()> {
    e.see(View::nhwc(logits.values(), [H, W, C]))
}

/// Shows predictions, if anybody wants them: they take the place of the
/// logits.
pub fn predictions<const H: usize, const W: usize, const C: usize>(
    logits: &mut Tensor<H, W, C>,
    e: &mut Engine<'_>,
) -> ControlFlow<()> {
    if e.wanted() {
        softmax(logits.values_mut(), C);
        e.see(View::nhwc(logits.values(), [H, W, C]))?;
    }
    ControlFlow::Continue(())
}

/// Softmax over each run of `classes` values, in place.
#[inline(never)]
pub fn softmax(logits: &mut [f32], classes: usize) {
    for pixel in logits.chunks_exact_mut(classes) {
        let most = pixel.iter().fold(f32::NEG_INFINITY, |a, b| a.max(*b));
        let mut sum = 0.0;
        for value in pixel.iter_mut() {
            *value = libm::expf(*value - most);
            sum += *value;
        }
        pixel.iter_mut().for_each(|value| *value /= sum);
    }
}
