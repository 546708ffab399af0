//! The convolution of the portable backend: strips of pixels gathered into a
//! matrix (im2col), then `matrixmultiply::sgemm`, panel by panel of the same
//! packed weights that the tiles read.

use alloc::vec;

use super::conv::{Args, Epilogue};
use super::plan::{ConvPlan, PANEL};
use super::products::Products;
use crate::layout::{BLOCK, padded, plane};

/// Floats of one gathered strip: a quarter of a 1 MiB L2 cache.
const STRIP: usize = 64 * 1024;

/// See [`super::conv::convolve`], which has checked all lengths.
pub(super) fn convolve(args: Args<'_>) {
    let Args { plan, input, weights, output, mut epilogue, .. } = args;
    let [h, w, c] = plan.shape.output;
    let channels = padded(c);
    let (weights, bias) = weights.split_at(weights.len() - channels);
    let depth = plan.shape.rows();
    let pixels = (STRIP / depth).clamp(1, h * w);
    let mut strip = vec![0.0; pixels * depth];
    let mut sums = vec![0.0; pixels * PANEL];
    for first in (0..h * w).step_by(pixels) {
        let n = pixels.min(h * w - first);
        gather(plan, input, first, n, &mut strip);
        for panel in (0..channels).step_by(PANEL) {
            let width = PANEL.min(channels - panel);
            multiply(plan, &strip, weights, panel, n, &mut sums);
            for (i, sums) in sums.chunks_exact(width).take(n).enumerate() {
                let (y, x) = ((first + i) / w, (first + i) % w);
                for (block, sum) in sums.chunks_exact(BLOCK).enumerate() {
                    let sum: [f32; BLOCK] = core::array::from_fn(|i| sum[i]);
                    let channel = panel + block * BLOCK;
                    finish(plan, &mut epilogue, [y, x], channel, &sum, &bias[channel..], output);
                }
            }
        }
    }
}

/// The inputs of `n` pixels from `first` on: one row of the strip per pixel,
/// in the order of the rows of the weights.
fn gather(plan: &ConvPlan, input: &[f32], first: usize, n: usize, strip: &mut [f32]) {
    let w = plan.shape.output[1];
    for (i, row) in strip.chunks_exact_mut(plan.shape.rows()).take(n).enumerate() {
        let (y, x) = ((first + i) / w, (first + i) % w);
        let pixel = plan.origin + y * plan.row + x * plan.pixel;
        let mut steps = row.chunks_exact_mut(plan.step);
        for k in 0..plan.k_blocks {
            let count = if k + 1 == plan.k_blocks { plan.last_steps } else { plan.steps };
            for (offset, step) in plan.offsets[..count].iter().zip(&mut steps) {
                let from = pixel + k * plan.k_stride + *offset as usize;
                step.copy_from_slice(&input[from..][..plan.step]);
            }
        }
    }
}

/// `sums[n][width] = strip[n][depth] · weights[depth][width]` of one panel.
/// The rows of a panel are contiguous within a K block only, hence one
/// product per K block.
fn multiply(
    plan: &ConvPlan,
    strip: &[f32],
    weights: &[f32],
    panel: usize,
    n: usize,
    sums: &mut [f32],
) {
    let channels = padded(plan.shape.output[2]);
    let width = PANEL.min(channels - panel);
    let depth = plan.shape.rows();
    let mut row = 0;
    for k in 0..plan.k_blocks {
        let steps = if k + 1 == plan.k_blocks { plan.last_steps } else { plan.steps };
        let rows = steps * plan.step;
        let b = &weights[row * channels + rows * panel..];
        let beta = if k == 0 { 0.0 } else { 1.0 };
        sgemm([n, rows, width], (&strip[row..], depth), b, beta, sums);
        row += rows;
    }
}

/// One product of a Winograd convolution: tiles gathered to rows, multiplied,
/// and cut into channel blocks again.
pub(super) fn product(all: &Products<'_>, tiles: &[f32], weights: &[f32], sums: &mut [f32]) {
    let (depth, step) = (all.plan.shape().rows(), all.plan.step);
    let mut strip = vec![0.0; all.count * depth];
    for (block, plane) in tiles.chunks_exact(all.stride * BLOCK).enumerate() {
        let rows = strip.chunks_exact_mut(depth);
        for (row, line) in rows.zip(plane.chunks_exact(BLOCK)) {
            row[block * step..][..step].copy_from_slice(&line[..step]);
        }
    }
    let mut products = vec![0.0; all.count * all.width];
    sgemm([all.count, depth, all.width], (&strip, depth), weights, 0.0, &mut products);
    for (block, plane) in sums.chunks_exact_mut(all.stride * BLOCK).enumerate() {
        let rows = products.chunks_exact(all.width);
        for (line, row) in plane.chunks_exact_mut(BLOCK).zip(rows) {
            line.copy_from_slice(&row[block * BLOCK..][..BLOCK]);
        }
    }
}

/// `c = a · b + beta · c`, row-major `m x k` (with a row stride) by `k x n`.
fn sgemm([m, k, n]: [usize; 3], (a, stride): (&[f32], usize), b: &[f32], beta: f32, c: &mut [f32]) {
    assert!(a.len() >= (m - 1) * stride + k && b.len() >= k * n && c.len() >= m * n);
    let (stride, width) = (stride as isize, n as isize);
    let (a, b, c) = (a.as_ptr(), b.as_ptr(), c.as_mut_ptr());
    // SAFETY: the assertion is what the strides ask of the three matrices, and
    // `c` is borrowed exclusively.
    unsafe { matrixmultiply::sgemm(m, k, n, 1.0, a, stride, 1, b, width, 1, beta, c, width, 1) }
}

/// The epilogue for one line of channels of one pixel.
fn finish(
    plan: &ConvPlan,
    epilogue: &mut Epilogue<'_>,
    [y, x]: [usize; 2],
    channel: usize,
    sum: &[f32; BLOCK],
    bias: &[f32],
    output: &mut [f32],
) {
    let [h, w, _] = plan.shape.output;
    let at = |halo: usize| {
        let pixel = (y + halo) * (w + 2 * halo) + x + halo;
        channel / BLOCK * plane(h, w, halo) + pixel * BLOCK
    };
    let line = &mut output[at(plan.shape.halo)..][..BLOCK];
    let mut value = [0.0; BLOCK];
    for i in 0..BLOCK {
        let start = if epilogue.accumulate { line[i] } else { 0.0 };
        value[i] = sum[i] + bias[i] + start;
        if epilogue.relu {
            value[i] = value[i].max(0.0);
        }
    }
    if epilogue.keep {
        line.copy_from_slice(&value);
    }
    if let Some(preact) = &mut epilogue.preact {
        let out = &mut preact.map[at(0)..][..BLOCK];
        for i in 0..BLOCK {
            let (scale, shift) = (preact.scale[channel + i], preact.shift[channel + i]);
            out[i] = (value[i] * scale + shift).max(0.0);
        }
    }
}
