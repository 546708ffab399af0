//! The convolution of the portable backend: strips of pixels gathered into a
//! matrix (im2col), then `matrixmultiply::sgemm`, panel by panel of the same
//! packed weights that the tiles read.

use alloc::vec;

use super::conv::Epilogue;
use super::plan::{ConvPlan, PANEL};
use crate::layout::{BLOCK, padded, plane};

/// Floats of one gathered strip: a quarter of a 1 MiB L2 cache.
const STRIP: usize = 64 * 1024;

/// See [`super::conv::convolve`], which has checked all lengths.
pub(super) fn convolve(
    plan: &ConvPlan,
    input: &[f32],
    weights: &[f32],
    output: &mut [f32],
    mut epilogue: Epilogue<'_>,
) {
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
                    finish(
                        plan,
                        &mut epilogue,
                        [y, x],
                        channel,
                        &sum,
                        &bias[channel..],
                        output,
                    );
                }
            }
        }
    }
}

/// The inputs of `n` pixels from `first` on: one row of the strip per pixel,
/// in the order of the rows of the weights.
fn gather(plan: &ConvPlan, input: &[f32], first: usize, n: usize, strip: &mut [f32]) {
    let w = plan.shape.output[1];
    for (i, row) in strip
        .chunks_exact_mut(plan.shape.rows())
        .take(n)
        .enumerate()
    {
        let (y, x) = ((first + i) / w, (first + i) % w);
        let pixel = plan.origin + y * plan.row + x * plan.pixel;
        let mut steps = row.chunks_exact_mut(plan.step);
        for k in 0..plan.k_blocks {
            let count = if k + 1 == plan.k_blocks {
                plan.last_steps
            } else {
                plan.steps
            };
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
        let steps = if k + 1 == plan.k_blocks {
            plan.last_steps
        } else {
            plan.steps
        };
        let rows = steps * plan.step;
        let a = &strip[row..][..(n - 1) * depth + rows];
        let b = &weights[row * channels + rows * panel..][..rows * width];
        let sums = &mut sums[..n * width];
        let beta = if k == 0 { 0.0 } else { 1.0 };
        // SAFETY: `a` holds n rows of `rows` values at a distance of `depth`,
        // `b` rows x width values and `sums` n x width, by the slices above;
        // `sums` is borrowed exclusively.
        unsafe {
            matrixmultiply::sgemm(
                n,
                rows,
                width,
                1.0,
                a.as_ptr(),
                depth as isize,
                1,
                b.as_ptr(),
                width as isize,
                1,
                beta,
                sums.as_mut_ptr(),
                width as isize,
                1,
            );
        }
        row += rows;
    }
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
