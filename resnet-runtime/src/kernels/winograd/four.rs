//! Products with weights that are packed as taps, where a kernel makes their points in
//! registers: of F(4x4), which multiplies by little more than half of what F(2x2) does.

use super::taps::ROWS;
use super::{Block, Driver};
use crate::kernels::Backend;
use crate::kernels::arch::FOUR_TILES;
use crate::kernels::generic::{FourTiles, FourTilesFn, SIDE, TILES};
use crate::kernels::plan::{PANEL, Winograd};
use crate::layout::{BLOCK, blocks, padded};
use crate::values::Values;

/// Input channel blocks that pass at once. Of 1 or 2 sums are added to more often, which takes
/// 4 to 6 % longer; with 8 nothing is gained.
const AT_ONCE: usize = 4;

/// The kernel, if the backend computes a panel in one pass.
fn kernel(backend: &Backend) -> Option<FourTilesFn> {
    // Without optimisation single tiles are faster, which have assembly.
    let is_wide = backend.conv.tiles().is_some_and(|tiles| tiles.columns() == PANEL);
    FOUR_TILES.filter(|_| is_wide && !cfg!(debug_assertions))
}

/// What a layer of F(2x2) with points of taps goes through instead, if the backend has it.
pub(super) fn instead(backend: &Backend, winograd: &Winograd) -> Option<Winograd> {
    kernel(backend).and_then(|_| winograd.four_tiles())
}

impl Driver<'_> {
    /// [`Driver::multiply`], some blocks of input channels after others: a block of output
    /// channels after another, and row by row of the points.
    pub(super) fn multiply_four(
        &self,
        thread: usize,
        [channel, width]: [usize; 2],
        block: &Block,
        sums: *mut f32,
    ) {
        let (plan, stride) = (self.plan, self.winograd.stride());
        let [_, _, cin] = plan.shape.input;
        let cout = padded(plan.shape.output[2]);
        assert!(block.at.len() == TILES && self.winograd.points() == SIDE * SIDE);
        assert!(width.is_multiple_of(BLOCK) && channel + width <= cout);
        let kernel = kernel(self.backend).expect("`instead` has found one");
        let (tiles, point) =
            (self.tiles.at(block.at.start * BLOCK), self.tiles.len() / (SIDE * SIDE));
        let (room, at_once): (&mut [f32], _) = match self.weights {
            Values::F32(_) => (&mut [], AT_ONCE),
            _ => {
                // SAFETY: each thread its own; what is in it is used up before it is filled
                // again.
                let room = unsafe { self.rooms.of(thread) };
                let fits = room.len() / (ROWS * BLOCK);
                (room, fits.min(AT_ONCE))
            }
        };
        assert!(at_once > 0, "there is no room for weights of half precision");
        let all = blocks(cin);
        for first in (0..all).step_by(at_once) {
            let count = at_once.min(all - first);
            let next = self.next(first..first + count, [channel, width], width / BLOCK * SIDE);
            for column in (0..width).step_by(BLOCK) {
                let (taps, taps_width, taps_block) = match self.weights {
                    Values::F32(weights) => {
                        let (start, all) = (self.taps(first, channel), ROWS * cout);
                        let end = start + (count - 1) * all + ROWS * width;
                        (weights[start..end][column..].as_ptr(), width, all)
                    }
                    half => {
                        for (i, strip) in
                            room.chunks_exact_mut(ROWS * BLOCK).take(count).enumerate()
                        {
                            let start = self.taps(first + i, channel);
                            let taps = half.part(start + column..start + ROWS * width);
                            self.backend.widen_columns(taps, width, BLOCK, strip);
                        }
                        (room.as_ptr(), BLOCK, ROWS * BLOCK)
                    }
                };
                for row in 0..SIDE {
                    let args = FourTiles {
                        row,
                        blocks: count,
                        taps,
                        width: taps_width,
                        taps_block,
                        inputs: tiles.wrapping_add(row * SIDE * point + first * stride * BLOCK),
                        point,
                        inputs_block: stride * BLOCK,
                        sums: sums.wrapping_add(row * SIDE * width * stride + column * stride),
                        sums_point: width * stride,
                        adds: first > 0,
                        ends: first + count == all,
                        next: self.next_part(&next, column / BLOCK * SIDE + row),
                        next_step: next.floats / (count * BLOCK),
                    };
                    // SAFETY: the taps of all blocks lie where they were sliced, or in the
                    // room, from the column on. Each point has `stride` tiles a block, as
                    // `transform_in` asserted, of which nobody writes these four now.
                    // `panel` has asserted that there is room for the sums of all points, of
                    // which nobody else uses these places. The backend was handed out as
                    // available, and has the kernel.
                    unsafe { kernel(&args) };
                }
            }
        }
    }
}
