//! What is done to a map channel by channel. Plain loops over one cache line
//! of channels: each instruction set compiles them with its own registers.

use crate::layout::BLOCK;

type Line = [f32; BLOCK];

/// Written out, since `f32::max` spends two more instructions on NaN.
#[inline(always)]
fn max(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

fn lines(values: &[f32]) -> &[Line] {
    values.as_chunks().0
}

fn lines_mut(values: &mut [f32]) -> &mut [Line] {
    values.as_chunks_mut().0
}

/// `preact = max(scale · sum + shift, 0)`; maps of `pixels` lines per block.
#[inline(always)]
pub(crate) fn preactivate(
    sum: &[f32],
    scale: &[f32],
    shift: &[f32],
    pixels: usize,
    preact: &mut [f32],
) {
    let planes = lines(sum).chunks_exact(pixels).zip(lines_mut(preact).chunks_exact_mut(pixels));
    for ((sum, preact), (scale, shift)) in planes.zip(lines(scale).iter().zip(lines(shift))) {
        for (out, x) in preact.iter_mut().zip(sum) {
            for i in 0..BLOCK {
                out[i] = max(x[i] * scale[i] + shift[i], 0.0);
            }
        }
    }
}

/// The mean of all pixels, per channel. Neumaier's correction is not needed:
/// four partial sums keep the rounding error of a few thousand pixels small.
#[inline(always)]
pub(crate) fn mean(map: &[f32], pixels: usize, means: &mut [f32]) {
    for (plane, mean) in lines(map).chunks_exact(pixels).zip(lines_mut(means)) {
        let mut sums = [[0.0; BLOCK]; 4];
        for (i, x) in plane.iter().enumerate() {
            let sum = &mut sums[i % 4];
            for i in 0..BLOCK {
                sum[i] += x[i];
            }
        }
        let [a, b, c, d] = sums;
        for i in 0..BLOCK {
            mean[i] = ((a[i] + b[i]) + (c[i] + d[i])) / pixels as f32;
        }
    }
}

/// Max pooling with TensorFlow's SAME padding, which never wins the maximum:
/// a window is cut where it leaves the map.
#[inline(always)]
pub(crate) fn max_pool(
    map: &[f32],
    [h, w]: [usize; 2],
    size: usize,
    stride: usize,
    pooled: &mut [f32],
) {
    let (ho, wo) = (h.div_ceil(stride), w.div_ceil(stride));
    let before = |n: usize, out: usize| ((out - 1) * stride + size).saturating_sub(n) / 2;
    let (top, left) = (before(h, ho), before(w, wo));
    let planes = lines(map).chunks_exact(h * w);
    for (plane, pooled) in planes.zip(lines_mut(pooled).chunks_exact_mut(ho * wo)) {
        for (oy, row) in pooled.chunks_exact_mut(wo).enumerate() {
            let ys = (oy * stride).saturating_sub(top)..(oy * stride + size - top).min(h);
            for (ox, out) in row.iter_mut().enumerate() {
                let xs = (ox * stride).saturating_sub(left)..(ox * stride + size - left).min(w);
                let mut best = [f32::NEG_INFINITY; BLOCK];
                for y in ys.clone() {
                    for x in &plane[y * w..][..w][xs.clone()] {
                        for i in 0..BLOCK {
                            best[i] = max(x[i], best[i]);
                        }
                    }
                }
                *out = best;
            }
        }
    }
}
