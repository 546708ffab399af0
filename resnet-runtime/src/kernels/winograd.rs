//! The driver of Winograd convolutions, and the transform of their weights.
//!
//! Per block of tile rows: all input tiles are transformed; then, per panel of
//! output channels, one matrix product for each of the `(M + 2)²` points, with
//! the same tiles as everywhere, and the transform back, with the epilogue.

use core::ptr;

use super::backend::Backend;
use super::conv::Epilogue;
use super::generic::{Input, Output};
use super::plan::{ConvPlan, PANEL, Winograd};
use super::products::Products;
use crate::layout::{BLOCK, blocks, padded, plane};

/// See [`super::conv::convolve`], which has checked all lengths.
pub(super) fn convolve(
    backend: &Backend,
    plan: &ConvPlan,
    winograd: &Winograd,
    input: &[f32],
    weights: &[f32],
    output: &mut [f32],
    mut epilogue: Epilogue<'_>,
    scratch: &mut [f32],
) {
    let shape = &plan.shape;
    let channels = padded(shape.output[2]);
    let (weights, bias) = weights.split_at(weights.len() - channels);
    let (tiles, sums) =
        scratch[..winograd.scratch_len(shape)].split_at_mut(winograd.tiles_len(shape));
    for first in (0..winograd.rows).step_by(winograd.row_block) {
        let rows = winograd.row_block.min(winograd.rows - first);
        transform(backend, plan, winograd, input, [first, rows], tiles);
        for panel in (0..channels).step_by(PANEL) {
            let width = PANEL.min(channels - panel);
            let products = Products {
                plan,
                tiles,
                weights: &weights[winograd.points() * shape.rows() * panel..],
                width,
                points: winograd.points(),
                count: rows * winograd.columns,
                stride: winograd.stride(),
            };
            products.multiply(backend, sums);
            let part = [first, rows, panel, width];
            transform_back(backend, plan, winograd, sums, bias, output, &mut epilogue, part);
        }
    }
}

fn transform(
    backend: &Backend,
    plan: &ConvPlan,
    winograd: &Winograd,
    input: &[f32],
    [first, rows]: [usize; 2],
    tiles: &mut [f32],
) {
    let [h, w, c] = plan.shape.input;
    let halo = plan.shape.source_halo();
    let (from, row) = (halo - 1, (w + 2 * halo) * BLOCK);
    let args = Input {
        map: input[from * (row + BLOCK)..].as_ptr(),
        size: [h + 2 * halo - from, w + 2 * halo - from],
        row,
        plane: plane(h, w, halo),
        blocks: blocks(c),
        first,
        rows,
        columns: winograd.columns,
        tiles: tiles.as_mut_ptr(),
        stride: winograd.stride(),
    };
    // SAFETY: the map has a halo of at least 1, so that `size` counted from
    // its padding is readable; `tiles` is cut to `tiles_len`, which is points
    // x blocks x stride x BLOCK; the backend was handed out as available.
    unsafe { (backend.winograd_input[winograd.index()])(&args) }
}

fn transform_back(
    backend: &Backend,
    plan: &ConvPlan,
    winograd: &Winograd,
    sums: &[f32],
    bias: &[f32],
    output: &mut [f32],
    epilogue: &mut Epilogue<'_>,
    [first, rows, panel, width]: [usize; 4],
) {
    let ([h, w, _], halo) = (plan.shape.output, plan.shape.halo);
    let block = panel / BLOCK;
    let (row, plane_len) = ((w + 2 * halo) * BLOCK, plane(h, w, halo));
    let mut args = Output {
        sums: sums.as_ptr(),
        stride: winograd.stride(),
        blocks: width / BLOCK,
        first,
        rows,
        columns: winograd.columns,
        map: output[block * plane_len + halo * (row + BLOCK)..].as_mut_ptr(),
        size: [h, w],
        row,
        plane: plane_len,
        bias: bias[panel..].as_ptr(),
        accumulate: epilogue.accumulate,
        relu: epilogue.relu,
        keep: epilogue.keep,
        preact: ptr::null_mut(),
        preact_plane: plane(h, w, 0),
        scale: ptr::null(),
        shift: ptr::null(),
    };
    if let Some(preact) = &mut epilogue.preact {
        args.preact = preact.map[block * args.preact_plane..].as_mut_ptr();
        args.scale = preact.scale[panel..].as_ptr();
        args.shift = preact.shift[panel..].as_ptr();
    }
    // SAFETY: `sums` has points x (PANEL / BLOCK) x stride x BLOCK floats and
    // `width` is at most PANEL; `convolve` has checked that output and
    // preactivation hold their maps, and scale and shift all channels; the
    // backend was handed out as available.
    unsafe { (backend.winograd_output[winograd.index()])(&args) }
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
