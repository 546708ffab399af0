//! The driver of convolutions of narrow groups: row by row, in pieces of 7, 3 and
//! single pixels. The widths of maps for images of 224 pixels are multiples of 7.

use core::ops::Range;

use super::backend::Backend;
use super::epilogue::Outputs;
use super::generic::Narrow;
use crate::layout::BLOCK;

/// Pixels of the pieces, by their place in a backend's table.
const PIECES: [usize; 3] = [1, 3, 7];

/// Some rows: see [`super::conv::convolve_narrow`], which has checked all lengths.
pub(super) fn convolve(
    backend: &Backend,
    input: &[f32],
    weights: &[f32],
    outputs: &Outputs<'_>,
    rows: Range<usize>,
) {
    let plan = outputs.plan;
    let shape = &plan.shape;
    assert!(shape.is_narrow() && weights.len() == plan.rows * BLOCK);
    let kernels = &backend.narrow()[shape.stride - 1];
    let width = shape.output[1];
    let row = (shape.input[1] + 2 * shape.source_halo()) * BLOCK;
    for y in rows {
        let from = input[plan.origin + y * plan.row..].as_ptr();
        let mut x = 0;
        while x < width {
            let mut piece = PIECES.len() - 1;
            while PIECES[piece] > width - x {
                piece -= 1;
            }
            let narrow = Narrow {
                input: from.wrapping_add(x * plan.pixel),
                row,
                weights: weights.as_ptr(),
                group: shape.group,
            };
            let mut store = outputs.store([true, true], 0, y);
            store.advance(x * BLOCK, x * BLOCK);
            // SAFETY: the backend was handed out as available; a narrow shape has
            // such a group, a 3x3 filter, and a stride of 1 or 2, and its plan's
            // lengths, checked by `convolve_narrow`, cover the taps of every pixel of
            // these rows, and a block of channels of each output. Nobody else
            // computes them.
            unsafe { kernels[piece](&narrow, &store) };
            x += PIECES[piece];
        }
        // SAFETY: as above, nobody else computes this row.
        unsafe { outputs.activate(backend, 0..BLOCK, y, 0..width) };
    }
}
