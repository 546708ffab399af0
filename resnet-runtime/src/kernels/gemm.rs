//! The convolution of the portable backend: strips of pixels gathered into a
//! matrix (im2col), then `matrixmultiply::sgemm`, panel by panel of the same
//! packed weights that the tiles read.

use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use super::backend::Backend;
use super::epilogue::Outputs;
use super::generic::PIXELS;
use super::plan::{ConvPlan, PANEL};
use super::vector::Vector;
use super::winograd::Product;
use crate::layout::{BLOCK, padded};
use crate::values::Values;

/// Floats of one gathered strip: a quarter of a 1 MiB L2 cache.
const STRIP: usize = 64 * 1024;

/// See [`super::conv::convolve`], which has checked all lengths.
pub(super) fn convolve(
    backend: &Backend,
    input: &[f32],
    weights: Values<'_>,
    outputs: &Outputs<'_>,
    rows: Range<usize>,
    panels: Range<usize>,
) {
    let plan = outputs.plan;
    let [_, w, c] = plan.shape.output;
    let channels = padded(c);
    let all = rows.start * w..rows.end * w;
    let pixels = (STRIP / plan.rows).clamp(1, all.len());
    let mut strip = vec![0.0; pixels * plan.rows];
    let mut sums = vec![0.0; pixels * PANEL];
    let mut wide = Vec::new();
    for first in all.clone().step_by(pixels) {
        let n = pixels.min(all.end - first);
        gather(plan, input, first, n, &mut strip);
        for panel in panels.clone().map(|panel| panel * PANEL) {
            let width = PANEL.min(channels - panel);
            multiply((backend, plan), &strip, (weights, &mut wide), panel, n, &mut sums);
            for (i, sums) in sums.chunks_exact(width).take(n).enumerate() {
                let (y, x) = ((first + i) / w, (first + i) % w);
                store(outputs, panel, [y, x], sums);
            }
        }
    }
    for y in rows {
        let channels = panels.start * PANEL..channels.min(panels.end * PANEL);
        // SAFETY: nobody else computes these rows for these panels.
        unsafe { outputs.activate(backend, channels, y, 0..w) };
    }
}

/// Stores the channels of one pixel from `first` on.
fn store(outputs: &Outputs<'_>, first: usize, [y, x]: [usize; 2], sums: &[f32]) {
    for (block, sums) in sums.as_chunks::<BLOCK>().0.iter().enumerate() {
        let mut store = outputs.store([true, true], first + block * BLOCK, y);
        store.advance(x * BLOCK, x * BLOCK);
        let value = |i: usize| {
            // SAFETY: four of sixteen values; the plain array needs no
            // instruction set.
            unsafe {
                let [sum, bias] = [sums.as_ptr(), store.bias].map(|p| p.add(4 * i));
                <[f32; 4]>::load(sum).add(<[f32; 4]>::load(bias))
            }
        };
        let values = [0, 1, 2, 3].map(value);
        // SAFETY: `x` is a pixel of the row, and the output holds a block of
        // channels for each.
        unsafe { store.apply::<[f32; 4], 1, 4>([values], &[0; PIXELS]) }
    }
}

/// The inputs of `n` pixels from `first` on: one row of the strip per pixel,
/// in the order of the rows of the weights.
fn gather(plan: &ConvPlan, input: &[f32], first: usize, n: usize, strip: &mut [f32]) {
    let w = plan.shape.output[1];
    for (i, row) in strip.chunks_exact_mut(plan.rows).take(n).enumerate() {
        let (y, x) = ((first + i) / w, (first + i) % w);
        let pixel = plan.origin + y * plan.row + x * plan.pixel;
        let mut steps = row.chunks_exact_mut(plan.step);
        for k in 0..plan.k_blocks {
            for (offset, step) in plan.offsets_of(k).iter().zip(&mut steps) {
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
    (backend, plan): (&Backend, &ConvPlan),
    strip: &[f32],
    (weights, wide): (Values<'_>, &mut Vec<f32>),
    panel: usize,
    n: usize,
    sums: &mut [f32],
) {
    let channels = padded(plan.shape.output[2]);
    let width = PANEL.min(channels - panel);
    let depth = plan.rows;
    for k in 0..plan.k_blocks {
        let row = plan.first_row(k);
        let rows = plan.offsets_of(k).len() * plan.step;
        let start = row * channels + rows * panel;
        let b = floats(backend, weights.part(start..start + rows * width), wide);
        let beta = if k == 0 { 0.0 } else { 1.0 };
        sgemm([n, rows, width], (&strip[row..], depth), b, beta, sums);
    }
}

/// Weights as floats: where they lie, or expanded.
fn floats<'v>(backend: &Backend, weights: Values<'v>, wide: &'v mut Vec<f32>) -> &'v [f32] {
    if let Values::F32(weights) = weights {
        return weights;
    }
    wide.resize(weights.len(), 0.0);
    backend.widen(weights, wide);
    wide
}

/// The products of a Winograd convolution: tiles gathered to rows, multiplied,
/// and cut into channel blocks again.
pub(super) struct Products {
    strip: Vec<f32>,
    rows: Vec<f32>,
    wide: Vec<f32>,
}

impl Products {
    /// Room for products of this size.
    pub fn new(product: &Product<'_>) -> Self {
        let Product { depth, count, width, .. } = product;
        Products {
            strip: vec![0.0; count * depth],
            rows: vec![0.0; count * width],
            wide: Vec::new(),
        }
    }

    /// See [`Product`]. Replaces sums, or is added to them.
    ///
    /// # Safety
    ///
    /// As [`Product::compute`], apart from the instruction set.
    pub unsafe fn compute(
        &mut self,
        backend: &Backend,
        product: &Product<'_>,
        tiles: *const f32,
        weights: Values<'_>,
        sums: *mut f32,
        add: bool,
    ) {
        let Product { plan, depth, count, width, stride } = *product;
        let step = plan.step;
        for (i, row) in self.strip.chunks_exact_mut(depth).enumerate() {
            for (block, values) in row.chunks_exact_mut(step).enumerate() {
                // SAFETY: the caller's obligation, for tile `i` and this block of
                // channels, of which a step is no more than one.
                unsafe {
                    let from = tiles.add((block * stride + i) * BLOCK);
                    values.as_mut_ptr().copy_from_nonoverlapping(from, step);
                }
            }
        }
        let weights = weights.part(0..depth * width);
        let weights = floats(backend, weights, &mut self.wide);
        sgemm([count, depth, width], (&self.strip, depth), weights, 0.0, &mut self.rows);
        for (i, row) in self.rows.chunks_exact(width).enumerate() {
            for (block, line) in row.chunks_exact(BLOCK).enumerate() {
                // SAFETY: the caller's obligation, for tile `i`.
                unsafe {
                    let to = sums.add((block * stride + i) * BLOCK).cast::<[f32; BLOCK]>();
                    for (to, sum) in (*to).iter_mut().zip(line) {
                        *to = if add { *to + sum } else { *sum };
                    }
                }
            }
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
