//! What is done to a map channel by channel. Plain loops over one cache line
//! of channels: each instruction set compiles them with its own registers.

use crate::layout::BLOCK;

pub(super) type Line = [f32; BLOCK];

/// Written out, since `f32::max` spends two more instructions on NaN.
#[inline(always)]
pub(super) fn max(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

pub(super) fn lines(values: &[f32]) -> &[Line] {
    values.as_chunks().0
}

pub(super) fn lines_mut(values: &mut [f32]) -> &mut [Line] {
    values.as_chunks_mut().0
}

/// The mean of the `pixels` pixels of a map, per channel; `plane` counts those
/// of the halo too, which are zero. Neumaier's correction is not needed: four
/// partial sums keep the rounding error of a few thousand pixels small.
#[inline(always)]
pub(crate) fn mean(map: &[f32], plane: usize, pixels: usize, means: &mut [f32]) {
    for (plane, mean) in lines(map).chunks_exact(plane).zip(lines_mut(means)) {
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

/// The mean and the variance of each channel of a map without halo: for each
/// block, a line of means and a line of variances. From the mean itself, not
/// from squares, which would cancel where the mean is large.
#[inline(always)]
pub(crate) fn moments(map: &[f32], pixels: usize, moments: &mut [f32]) {
    let planes = map.chunks_exact(pixels * BLOCK);
    for (plane, moments) in planes.zip(moments.chunks_exact_mut(2 * BLOCK)) {
        let (means, variances) = moments.split_at_mut(BLOCK);
        mean(plane, pixels, pixels, means);
        let means = &lines(means)[0];
        let mut sums = [[0.0; BLOCK]; 4];
        for (i, x) in lines(plane).iter().enumerate() {
            let sum = &mut sums[i % 4];
            for i in 0..BLOCK {
                sum[i] += (x[i] - means[i]) * (x[i] - means[i]);
            }
        }
        let [a, b, c, d] = sums;
        for i in 0..BLOCK {
            variances[i] = ((a[i] + b[i]) + (c[i] + d[i])) / pixels as f32;
        }
    }
}
