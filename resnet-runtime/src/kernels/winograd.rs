//! The driver of Winograd convolutions, and the transform of their weights.
//!
//! Per block of tile rows: all input tiles are transformed; then, per panel of
//! output channels, one matrix product for each of the `(M + 2)²` points, with
//! the same tiles as everywhere, and the transform back, with the epilogue.

use core::ops::Range;
use core::ptr;

use super::backend::Backend;
use super::conv::{Args, Epilogue};
use super::generic::{Input, Output};
use super::plan::{ConvPlan, PANEL, Winograd};
use super::products::Products;
use crate::layout::{BLOCK, blocks, padded, plane};

/// See [`super::conv::convolve`], which has checked all lengths.
pub(super) fn convolve(backend: &Backend, winograd: &Winograd, args: Args<'_>) {
    let Args { plan, input, weights, output, epilogue, scratch } = args;
    let shape = &plan.shape;
    let channels = padded(shape.output[2]);
    let (weights, bias) = weights.split_at(weights.len() - channels);
    let scratch = &mut scratch[..winograd.scratch_len(shape)];
    let (tiles, sums) = scratch.split_at_mut(winograd.tiles_len(shape));
    let mut driver = Driver { backend, plan, winograd, bias, output, epilogue };
    for first in (0..winograd.rows).step_by(winograd.row_block) {
        let rows = first..winograd.rows.min(first + winograd.row_block);
        driver.transform(input, &rows, tiles);
        for panel in (0..channels).step_by(PANEL) {
            let width = PANEL.min(channels - panel);
            let products = Products {
                plan,
                tiles,
                weights: &weights[winograd.points() * shape.rows() * panel..],
                width,
                points: winograd.points(),
                count: rows.len() * winograd.columns,
                stride: winograd.stride(),
            };
            products.multiply(backend, sums);
            driver.transform_back(sums, &rows, panel..panel + width);
        }
    }
}

/// What the transforms of one convolution have in common.
struct Driver<'a> {
    backend: &'a Backend,
    plan: &'a ConvPlan,
    winograd: &'a Winograd,
    bias: &'a [f32],
    output: &'a mut [f32],
    epilogue: Epilogue<'a>,
}

impl Driver<'_> {
    /// The input of some rows of tiles.
    fn transform(&self, input: &[f32], rows: &Range<usize>, tiles: &mut [f32]) {
        let [h, w, c] = self.plan.shape.input;
        let halo = self.plan.shape.source_halo();
        let (from, row) = (halo - 1, (w + 2 * halo) * BLOCK);
        let args = Input {
            map: input[from * (row + BLOCK)..].as_ptr(),
            size: [h + 2 * halo - from, w + 2 * halo - from],
            row,
            plane: plane(h, w, halo),
            blocks: blocks(c),
            first: rows.start,
            rows: rows.len(),
            columns: self.winograd.columns,
            tiles: tiles.as_mut_ptr(),
            stride: self.winograd.stride(),
        };
        // SAFETY: the map has a halo of at least 1, so that `size` counted
        // from its padding is readable; `tiles` is cut to `tiles_len`, which is
        // points x blocks x stride x BLOCK; the backend was handed out as
        // available.
        unsafe { (self.backend.winograd_input[self.winograd.index()])(&args) }
    }

    /// The output of some rows of tiles, for the channels of one panel.
    fn transform_back(&mut self, sums: &[f32], rows: &Range<usize>, channels: Range<usize>) {
        let shape = &self.plan.shape;
        let ([h, w, _], halo) = (shape.output, shape.halo);
        let block = channels.start / BLOCK;
        let (row, plane_len) = ((w + 2 * halo) * BLOCK, plane(h, w, halo));
        let mut args = Output {
            sums: sums.as_ptr(),
            stride: self.winograd.stride(),
            blocks: channels.len() / BLOCK,
            first: rows.start,
            rows: rows.len(),
            columns: self.winograd.columns,
            map: self.output[block * plane_len + halo * (row + BLOCK)..].as_mut_ptr(),
            size: [h, w],
            row,
            plane: plane_len,
            bias: self.bias[channels.start..].as_ptr(),
            accumulate: self.epilogue.accumulate,
            relu: self.epilogue.relu,
            keep: self.epilogue.keep,
            preact: ptr::null_mut(),
            preact_plane: plane(h, w, 0),
            scale: ptr::null(),
            shift: ptr::null(),
        };
        if let Some(preact) = &mut self.epilogue.preact {
            args.preact = preact.map[block * args.preact_plane..].as_mut_ptr();
            args.scale = preact.scale[channels.start..].as_ptr();
            args.shift = preact.shift[channels.start..].as_ptr();
        }
        // SAFETY: `sums` has points x (PANEL / BLOCK) x stride x BLOCK floats,
        // and a panel's channels are at most PANEL; `convolve` has checked that
        // output and preactivation hold their maps, and scale and shift all
        // channels; the backend was handed out as available.
        unsafe { (self.backend.winograd_output[self.winograd.index()])(&args) }
    }
}

/// `G g Gᵀ` of one 3x3 filter: its value at each point.
#[cfg(feature = "alloc")]
pub(crate) fn transform_weights(winograd: &Winograd, g: &[[f64; 3]; 3], points: &mut [f64]) {
    let matrix: &[[f64; 3]] = match winograd.tile {
        2 => &[[-1.0, 0.0, 0.0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0.0, 0.0, 1.0]],
        _ => &[
            [1.0, 0.0, 0.0],
            [1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0],
            [-1.0 / 3.0, 1.0 / 3.0, -1.0 / 3.0],
            [-16.0 / 15.0, -8.0 / 15.0, -4.0 / 15.0],
            [1.0 / 15.0, -2.0 / 15.0, 4.0 / 15.0],
            [0.0, 0.0, 1.0],
        ],
    };
    let dot = |a: &[f64; 3], b: [f64; 3]| a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    for (i, row) in matrix.iter().enumerate() {
        let left: [f64; 3] = core::array::from_fn(|j| dot(row, [g[0][j], g[1][j], g[2][j]]));
        for (j, column) in matrix.iter().enumerate() {
            points[i * matrix.len() + j] = dot(column, left);
        }
    }
}
