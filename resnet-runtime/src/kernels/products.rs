//! The matrix products of a Winograd convolution, one per point, for one panel
//! of output channels.

use core::ptr;

use super::backend::{Backend, ConvKernel, Tiles};
use super::conv::{Prefetch, run_tiles};
use super::generic::Tile;
use super::plan::{ConvPlan, PANEL};
use crate::layout::{BLOCK, blocks};

/// `sums[point] = tiles[point] · weights[point]`.
pub(super) struct Products<'a> {
    pub plan: &'a ConvPlan,
    /// `[points][blocks in][stride][BLOCK]`.
    pub tiles: &'a [f32],
    /// `[points][rows][width]`.
    pub weights: &'a [f32],
    pub width: usize,
    pub points: usize,
    /// Tiles that are there, of `stride` that there is room for.
    pub count: usize,
    pub stride: usize,
}

impl Products<'_> {
    /// Fills `sums`, `[points][width / BLOCK][stride][BLOCK]`.
    pub fn multiply(&self, backend: &Backend, sums: &mut [f32]) {
        let rows = self.plan.shape().rows();
        let blocks_in = blocks(self.plan.shape().input[2]);
        assert!(self.count <= self.stride && self.width <= PANEL && self.points > 0);
        assert!(self.tiles.len() == self.points * blocks_in * self.stride * BLOCK);
        assert!(self.weights.len() >= self.points * rows * self.width);
        assert!(sums.len() >= self.points * self.width * self.stride);
        let tiles = self.tiles.len() / self.points;
        let weights = self.weights.chunks_exact(rows * self.width);
        let sums = sums.chunks_exact_mut(self.width * self.stride);
        let points = self.tiles.chunks_exact(tiles).zip(weights).zip(sums);
        for ((tiles, weights), sums) in points.take(self.points) {
            match &backend.conv {
                ConvKernel::Tiles(kernels) => self.point(kernels, tiles, weights, sums),
                #[cfg(feature = "alloc")]
                ConvKernel::Gemm => super::gemm::product(self, tiles, weights, sums),
            }
        }
    }

    fn point(&self, kernels: Tiles, tiles: &[f32], weights: &[f32], sums: &mut [f32]) {
        let plan = self.plan;
        for k in 0..plan.k_blocks {
            let steps = if k + 1 == plan.k_blocks { plan.last_steps } else { plan.steps };
            let pass = kernels.len() * BLOCK;
            let rows = k * plan.steps * plan.step;
            let size = steps * plan.step * self.width;
            let next = weights[rows * self.width..].as_ptr().wrapping_add(size);
            let calls = self.count.div_ceil(5) * self.width.div_ceil(pass);
            let mut prefetch = Prefetch::new(next, size, calls * steps);
            for column in (0..self.width).step_by(pass) {
                let blocks = pass.min(self.width - column) / BLOCK;
                let plane = self.stride * BLOCK;
                let tile = Tile {
                    input: tiles[k * plan.k_stride..].as_ptr(),
                    offsets: plan.offsets.as_ptr(),
                    steps,
                    step: plan.step,
                    pixel: BLOCK,
                    weights: weights[rows * self.width + column..].as_ptr(),
                    width: self.width,
                    output: sums[column / BLOCK * plane..].as_mut_ptr(),
                    plane,
                    bias: ptr::null(),
                    accumulate: k > 0,
                    relu: false,
                    keep: true,
                    preact: ptr::null_mut(),
                    preact_plane: 0,
                    scale: ptr::null(),
                    shift: ptr::null(),
                    prefetch: ptr::null(),
                    prefetch_lines: 0,
                };
                // SAFETY: each of the channel blocks of this K block holds
                // `stride` tiles of BLOCK floats, and `count` is no more; the
                // point's weights are `rows x width`, of which this K block's
                // rows lie from its start on; `sums` holds `width / BLOCK`
                // blocks of `stride` tiles; the backend was handed out as
                // available.
                unsafe { run_tiles(&kernels[blocks - 1], tile, self.count, &mut prefetch) };
            }
        }
    }
}
