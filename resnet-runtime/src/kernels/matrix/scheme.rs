//! How a convolution is cut into tiles, and which scratch memory it needs for that.

use core::ops::Range;

use super::{ROWS, STRIP, TERMS, TILE, TILE_LEN};
use crate::kernels::arch::MATRIX;
use crate::kernels::plan::{ConvPlan, ConvShape, Source};
use crate::layout::{BLOCK, blocks};

/// Steps of a group of a 1x1 convolution, of two channel blocks each: 256 channels. With
/// half as many, partial sums take a tenth more of a 14 x 14 map's time; with twice as
/// many, nothing is gained.
const STEPS: usize = 8;

/// Terms of the input of a row block, in floats: a quarter of a 2 MiB L2 cache, which all
/// CPUs with AMX have.
const MAP_LEN: usize = 128 * 1024;

/// Pixels of the smallest map for which terms are worth making. The weights of 7 x 7 maps
/// come from memory, at the speed at which vector registers use them.
pub(in crate::kernels) const LEAST_PIXELS: usize = 96;

/// The largest filter: taps are steps of one group.
const MAX_SIZE: usize = 3;

/// Most steps of a group.
pub(super) const MAX_STEPS: usize = MAX_SIZE * MAX_SIZE;

const _: () = assert!(STEPS <= MAX_STEPS);

/// Floats of the terms of a pixel, of two channel blocks.
pub(super) const PIXEL: usize = TERMS * BLOCK;

/// Multiply-adds of the smallest layer that is worth it: 50 µs of vector registers. Networks
/// of smaller ones need no more memory, which a microcontroller has not.
const MACS: u64 = 8 << 20;

/// Threads that there is scratch memory for.
const THREADS: usize = 8;

impl ConvShape {
    /// Whether a matrix unit computes it where the CPU has one; never on targets without.
    pub(in crate::kernels) const fn has_terms(&self) -> bool {
        let ([h, w, cout], cin) = (self.output, self.input[2]);
        let filter = (self.size * self.size * cin * cout) as u64;
        MATRIX.is_some()
            && h * w >= LEAST_PIXELS
            && (h * w) as u64 * filter >= MACS
            && matches!(self.source, Source::Map { .. })
            && self.group == cin
            && self.size <= MAX_SIZE
            && blocks(cin).is_multiple_of(2)
            && self.winograd().is_none()
    }

    /// Scratch memory for that.
    pub(in crate::kernels) const fn terms_len(&self) -> usize {
        let scheme = Scheme::new(self);
        let (one, all) = (scheme.map_len(1), scheme.map_len(self.output[0]));
        let map = if all < MAP_LEN { all } else { MAP_LEN };
        THREADS * scheme.fixed_len() + if map > one { map } else { one }
    }
}

/// How many of so many threads can compute at once, and how much of the scratch memory each
/// gets. One can, if there is as much as the plan says.
pub(in crate::kernels) fn divide(
    plan: &ConvPlan,
    threads: usize,
    scratch: usize,
) -> (usize, usize) {
    let scheme = Scheme::new(&plan.shape);
    let threads = threads.min(scratch / (scheme.fixed_len() + scheme.map_len(1)));
    // Whole cache lines, as all lengths are.
    (threads, scratch / threads / BLOCK * BLOCK)
}

/// How a convolution is cut. Lengths count floats.
pub(super) struct Scheme<'a> {
    shape: &'a ConvShape,
    pub taps: usize,
    /// Pairs of input channel blocks, and those of a group but the last.
    pub pairs: usize,
    per_group: usize,
    /// Pixels of a row of the map, halo included.
    row: usize,
}

impl<'a> Scheme<'a> {
    pub const fn new(shape: &'a ConvShape) -> Self {
        let (pairs, taps) = (blocks(shape.input[2]) / 2, shape.size * shape.size);
        let per_group = match taps {
            1 if pairs < STEPS => pairs,
            1 => STEPS,
            _ => 1,
        };
        Scheme { shape, taps, pairs, per_group, row: shape.input[1] + 2 * shape.source_halo() }
    }

    pub fn groups(&self) -> usize {
        self.pairs.div_ceil(self.per_group)
    }

    /// The pairs of a group.
    pub fn group(&self, group: usize) -> Range<usize> {
        let first = group * self.per_group;
        first..self.pairs.min(first + self.per_group)
    }

    /// Whether the terms are those of the pixels that are needed, one behind another, as of
    /// a 1x1 convolution, and not those of all that lie between the first and the last.
    pub const fn gathers(&self) -> bool {
        self.taps == 1
    }

    /// The sums of two calls.
    pub const SUMS: usize = 2 * ROWS * STRIP * TILE_LEN;

    /// Weights of half precision of one step.
    pub const WIDE: usize = 2 * STRIP * TILE_LEN;

    /// The terms of the weights of a strip.
    pub const fn strip_len(&self) -> usize {
        self.per_group * self.taps * TERMS * STRIP * TILE_LEN
    }

    /// All but the map.
    const fn fixed_len(&self) -> usize {
        Self::SUMS + Self::WIDE + self.strip_len()
    }

    /// The terms of the input of so many output rows. Tiles read on where the last pixel
    /// of a row is not their last.
    pub const fn map_len(&self, rows: usize) -> usize {
        self.span(rows)
            .saturating_mul(self.per_group * PIXEL)
            .saturating_add(TILE * self.shape.stride * PIXEL)
    }

    /// Pixels of one pair of channel blocks in the terms of the input.
    pub const fn span(&self, rows: usize) -> usize {
        let shape = self.shape;
        let width = shape.output[1];
        if self.gathers() {
            return rows * width;
        }
        ((rows - 1) * self.row + width - 1) * shape.stride + self.tap(self.taps - 1) + 1
    }

    /// The rows that are computed at once, of `rows`, with so much memory for the map.
    pub fn row_block(&self, rows: usize, len: usize) -> usize {
        let len = len.min(MAP_LEN);
        let fits = (1..=rows).rev().find(|block| self.map_len(*block) <= len).unwrap_or(1);
        // As even as may be.
        rows.div_ceil(rows.div_ceil(fits))
    }

    /// Pixels of a tile, for blocks of so many rows. Where they are gathered all rows are
    /// one, and the tiles an even number, since they are computed in pairs.
    pub fn tile(&self, rows: usize) -> usize {
        let width = self.shape.output[1];
        if !self.gathers() {
            return width.div_ceil(width.div_ceil(TILE));
        }
        let tiles = (rows * width).div_ceil(TILE);
        let even = if tiles > 1 { tiles.next_multiple_of(ROWS) } else { 1 };
        (rows * width).div_ceil(even)
    }

    /// The tiles of so many rows, of so many pixels each.
    pub fn tiles(&self, rows: usize, tile: usize) -> Places {
        let width = self.shape.output[1];
        let (rows, width) = if self.gathers() { (1, rows * width) } else { (rows, width) };
        Places { rows, width, tile, at: [0; 2] }
    }

    /// Where the terms of a tile's first pixel lie, in pixels.
    pub fn place(&self, [y, x]: [usize; 2]) -> usize {
        (y * self.row + x) * self.stride()
    }

    /// From one pixel of a tile to the next, in pixels.
    pub fn stride(&self) -> usize {
        if self.gathers() { 1 } else { self.shape.stride }
    }

    /// Where the input of each step of a group of so many pairs lies.
    pub fn offsets(&self, pairs: usize, rows: usize) -> [i32; MAX_STEPS] {
        let span = self.span(rows);
        let mut offsets = [0; MAX_STEPS];
        for (step, offset) in offsets.iter_mut().enumerate().take(pairs * self.taps) {
            let pixel = step / self.taps * span + self.tap(step % self.taps);
            *offset = (pixel * PIXEL) as i32;
        }
        offsets
    }

    /// Where a tap of the filter lies in the map, in pixels from the first.
    const fn tap(&self, tap: usize) -> usize {
        let size = self.shape.size;
        (tap / size * self.row + tap % size) * self.shape.rate
    }
}

/// Tiles of some rows, row by row: the row and the pixel where each starts, and its pixels.
#[derive(Clone)]
pub(super) struct Places {
    rows: usize,
    width: usize,
    tile: usize,
    at: [usize; 2],
}

impl Places {
    /// Calls that compute them, in pairs.
    pub fn calls(&self) -> usize {
        (self.rows * self.width.div_ceil(self.tile)).div_ceil(ROWS)
    }
}

impl Iterator for Places {
    type Item = ([usize; 2], usize);

    fn next(&mut self) -> Option<Self::Item> {
        let [y, x] = self.at;
        let pixels = self.tile.min(self.width - x);
        self.at = if x + pixels < self.width { [y, x + pixels] } else { [y + 1, 0] };
        (y < self.rows).then_some(([y, x], pixels))
    }
}

#[cfg(all(test, feature = "amx", target_arch = "x86_64"))]
mod tests {
    use super::*;
    use crate::kernels::AnyPlan;

    /// As much as the plan says suffices for one thread, and whatever the number of threads,
    /// each that computes has enough.
    #[test]
    fn every_thread_has_memory_enough() {
        for [size, cin, width, stride] in [[1, 64, 56, 1], [1, 1056, 13, 1], [3, 96, 23, 2]] {
            let shape = ConvShape {
                input: [width * stride, width * stride, cin],
                output: [width, width, 272],
                size,
                stride,
                rate: 1,
                source: Source::Map { halo: size / 2 },
                halo: 0,
                group: cin,
            };
            assert!(shape.has_terms(), "{shape:?}");
            let (plan, scheme) = (AnyPlan::new(shape), Scheme::new(&shape));
            let least = scheme.fixed_len() + scheme.map_len(1);
            for more in [0, 16, 1000, 12_345 * BLOCK] {
                let scratch = plan.scratch_len + more;
                for threads in 1..100 {
                    let (some, len) = divide(&plan, threads, scratch);
                    assert!((1..=threads).contains(&some) && some * len <= scratch);
                    assert!(len >= least, "{threads} threads, {scratch}: {len}, {shape:?}");
                }
            }
        }
    }
}
