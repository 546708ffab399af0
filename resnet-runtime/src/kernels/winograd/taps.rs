//! Products with weights that are packed as taps. Of a small map of many channels the
//! time of a layer is that of its weights on their way from memory: these are nine where
//! points would be sixteen.

use core::ops::Range;

use super::four::instead;
use super::{Block, Driver, Product};
use crate::kernels::Backend;
use crate::kernels::arch::POINTS;
#[cfg(feature = "portable")]
use crate::kernels::gemm;
use crate::kernels::generic::Points;
use crate::kernels::panel::Panel;
use crate::kernels::plan::{PANEL, Winograd};
use crate::layout::{BLOCK, blocks, padded};
use crate::values::Values;

/// Taps of a filter.
const TAPS: usize = 9;

/// Rows of one block of input channels, for each output channel.
pub(super) const ROWS: usize = TAPS * BLOCK;

/// The number of a thread, the first channel of a panel and how many it has, its tiles,
/// where sums go, and the number of a room.
type Multiply = fn(&Driver<'_>, usize, [usize; 2], &Block, *mut f32, usize);

/// What multiplies with points that it makes of taps. Named by the plans of the layers
/// that need it, so that a program without them is linked without.
pub(in crate::kernels) struct FromTaps {
    /// What the backend goes through instead of F(2x2), if there is such a thing.
    pub(super) instead: fn(&Backend, &Winograd) -> Option<Winograd>,
    pub(super) multiply: Multiply,
}

pub(in crate::kernels) static FROM_TAPS: FromTaps = FromTaps {
    instead,
    multiply: |driver, thread, size, block, sums, room| match driver.winograd.tile {
        2 => driver.multiply_taps(thread, size, block, sums, room),
        _ => driver.multiply_four(thread, size, block, sums),
    },
};

/// Taps that the calls of a kernel ask for, each for a part of them.
pub(super) struct Next {
    /// The first block of input channels, and channel of the panel.
    first: [usize; 2],
    /// Calls for each block.
    each: usize,
    /// Of a part, and the floats that these take.
    values: usize,
    pub(super) floats: usize,
}

impl Driver<'_> {
    /// [`Driver::multiply`], K block by K block: the points are made, and multiplied with.
    /// They take the room of that number, of which there are as many as panels.
    fn multiply_taps(
        &self,
        thread: usize,
        [channel, width]: [usize; 2],
        block: &Block,
        sums: *mut f32,
        room: usize,
    ) {
        let (plan, stride) = (self.plan, self.winograd.stride());
        let points = self.winograd.points();
        let (tiles, point) = (self.tiles.at(block.at.start * BLOCK), self.tiles.len() / points);
        let made = self.winograd.made(&plan.shape, room);
        // SAFETY: whoever has the room for sums of that number has this one, behind those
        // of all sums, and nobody else.
        let made = unsafe { self.sums.part(made) };
        for k in 0..plan.k_blocks {
            let blocks = plan.offsets_of(k).len();
            let first = plan.first_row(k) / BLOCK;
            let product =
                Product { plan, depth: blocks * BLOCK, width, count: block.at.len(), stride };
            // A line more: a power of two apart, points would share a set of the L1 cache.
            let size = product.depth * width + BLOCK;
            for i in 0..blocks {
                let start = self.taps(first + i, channel);
                let taps = self.weights.part(start..start + ROWS * width);
                self.make(thread, taps, width, &mut made[i * BLOCK * width..], size);
            }
            let next = self.next(first..first + blocks, [channel, width], points);
            let all = made.chunks_exact(size).take(points).enumerate().map(|(i, weights)| {
                let input = tiles.wrapping_add(i * point + k * plan.k_stride);
                (weights, self.next_part(&next, i), input, sums.wrapping_add(i * width * stride))
            });
            match self.backend.conv.tiles() {
                Some(kernels) => {
                    let count = block.at.len();
                    let mut panel = Panel::new(kernels, plan, k, &*made, width, count);
                    let steps = panel.in_turns(count, next.floats);
                    for (weights, next, input, sums) in all {
                        panel.turn(weights, next, steps);
                        // SAFETY: as in `multiply`, for the input of this K block.
                        unsafe { product.pass(&mut panel, input, sums, k > 0) };
                    }
                }
                #[cfg(not(feature = "portable"))]
                None => unreachable!("every other backend has tiles"),
                #[cfg(feature = "portable")]
                None => {
                    let mut gemm = gemm::Products::new(&product);
                    for (weights, _, input, sums) in all {
                        let weights = Values::F32(weights);
                        // SAFETY: as above.
                        unsafe {
                            gemm.compute(self.backend, &product, input, weights, sums, k > 0);
                        }
                    }
                }
            }
        }
    }

    /// Where the taps of a block of input channels and of a panel begin.
    pub(super) fn taps(&self, block: usize, channel: usize) -> usize {
        ROWS * (block * padded(self.plan.shape.output[2]) + channel)
    }

    /// What is needed after the taps of these blocks, in a panel that so many calls compute:
    /// those of as many more, or of the next panel's first.
    pub(super) fn next(
        &self,
        now: Range<usize>,
        [channel, width]: [usize; 2],
        calls: usize,
    ) -> Next {
        let all = blocks(self.plan.shape.input[2]);
        let first = if now.end < all { [now.end, channel] } else { [0, channel + PANEL] };
        let each = calls.div_ceil(now.len());
        let values = ROWS * width / each;
        // Of half precision half the bytes.
        let floats = if let Values::F32(_) = self.weights { values } else { values / 2 };
        Next { first, each, values, floats }
    }

    /// Where the part of a call begins. One copy: whoever calls computes for microseconds.
    #[inline(never)]
    pub(super) fn next_part(&self, next: &Next, call: usize) -> *const f32 {
        let [block, channel] = next.first;
        let at = self.taps(block + call / next.each, channel) + call % next.each * next.values;
        self.weights.part(at.min(self.weights.len())..self.weights.len()).start()
    }

    /// The points of a block of input channels, from one to the next `point` floats.
    fn make(
        &self,
        thread: usize,
        taps: Values<'_>,
        width: usize,
        points: &mut [f32],
        point: usize,
    ) {
        let last = (self.winograd.points() - 1) * point;
        assert!(points.len() >= last + BLOCK * width && width.is_multiple_of(BLOCK));
        let mut make = |taps: &[f32], column: usize, columns: usize| {
            assert!(taps.len() == ROWS * columns && columns.is_multiple_of(BLOCK));
            assert!(column + columns <= width);
            let args = Points {
                taps: taps.as_ptr(),
                columns,
                points: points[column..].as_mut_ptr(),
                width,
                point,
            };
            // SAFETY: the lengths of both are asserted; the backend was handed out as
            // available.
            unsafe { POINTS[self.backend.index()](&args) };
        };
        if let Values::F32(taps) = taps {
            return make(taps, 0, width);
        }
        // SAFETY: each thread its own; these taps are used up before others are expanded.
        let room = unsafe { self.rooms.of(thread) };
        let most = if ROWS * width <= room.len() { width } else { BLOCK };
        assert!(ROWS * most <= room.len(), "there is no room for weights of half precision");
        for column in (0..width).step_by(most) {
            let columns = most.min(width - column);
            let strip = &mut room[..ROWS * columns];
            self.backend.widen_columns(taps.part(column..ROWS * width), width, columns, strip);
            make(strip, column, columns);
        }
    }
}
