//! The driver of a convolution: which tile comes when. Independent of the
//! instruction set, and compiled once.
//!
//! Loops, from the outside: row blocks (whose input stays in the L2 cache), K
//! blocks, panels of 64 output channels (whose weights stay in L1), the
//! blocks of channels that a backend computes in one pass, rows, tiles. Partial sums of all K blocks but the last pass
//! through the output map.

use core::ptr;

use super::backend::{Backend, ConvKernel, Tiles};
use super::generic::{Tile, TileFn};
use super::plan::{ConvPlan, PANEL};
use super::winograd;
use crate::layout::{BLOCK, clear_halo, map_len, padded, plane};

/// What is done to a sum before it is stored.
pub(crate) struct Epilogue<'a> {
    /// Start from what the output holds: the shortcut, added in place.
    pub accumulate: bool,
    /// `max(x, 0)`.
    pub relu: bool,
    /// Whether the output is needed after this layer. If not, it is merely
    /// where partial sums lie, and holds unspecified values in the end.
    pub keep: bool,
    /// The second output.
    pub preact: Option<Preact<'a>>,
}

/// `max(scale · sum + shift, 0)`, written to a map without halo.
pub(crate) struct Preact<'a> {
    pub scale: &'a [f32],
    pub shift: &'a [f32],
    pub map: &'a mut [f32],
}

/// One convolution.
pub(crate) struct Args<'a> {
    pub plan: &'a ConvPlan,
    pub input: &'a [f32],
    /// Packed weights, then the bias.
    pub weights: &'a [f32],
    pub output: &'a mut [f32],
    pub epilogue: Epilogue<'a>,
    pub scratch: &'a mut [f32],
}

/// Computes a convolution.
///
/// # Panics
///
/// If a slice is shorter than the plan says.
pub(crate) fn convolve(backend: &Backend, args: Args<'_>) {
    let Args { plan, input, weights, output, epilogue, scratch } = &args;
    let [h, w, c] = plan.shape.output;
    assert!(input.len() >= plan.input_len, "the input is shorter than its map");
    assert!(output.len() >= plan.output_len, "the output is shorter than its map");
    assert!(weights.len() == plan.shape.packed_len(), "the weights are not the plan's");
    if let Some(preact) = &epilogue.preact {
        assert!(preact.map.len() >= map_len(h, w, c, 0), "the preactivation is too short");
        assert!(preact.scale.len() == padded(c) && preact.shift.len() == padded(c));
    }
    assert!(scratch.len() >= plan.scratch_len(), "the scratch memory is too short");
    clear_halo(args.output, plan.shape.output, plan.shape.halo);
    match (&args.plan.winograd, &backend.conv) {
        (Some(winograd), _) => winograd::convolve(backend, winograd, args),
        (None, ConvKernel::Tiles(tiles)) => direct(tiles, args),
        #[cfg(feature = "alloc")]
        (None, ConvKernel::Gemm) => super::gemm::convolve(args),
    }
}

fn direct(tiles: Tiles, args: Args<'_>) {
    let Args { plan, input, weights, output, epilogue, .. } = args;
    let (weights, bias) = weights.split_at(weights.len() - padded(plan.shape.output[2]));
    let mut driver = Driver { plan, input, weights, bias, output, epilogue };
    let height = plan.shape.output[0];
    for first in (0..height).step_by(plan.row_block) {
        driver.row_block(tiles, first, plan.row_block.min(height - first));
    }
}

/// What one convolution reads and writes. [`convolve`] has checked every length
/// against the plan.
struct Driver<'a> {
    plan: &'a ConvPlan,
    input: &'a [f32],
    weights: &'a [f32],
    bias: &'a [f32],
    output: &'a mut [f32],
    epilogue: Epilogue<'a>,
}

impl Driver<'_> {
    fn row_block(&mut self, tiles: Tiles, first: usize, rows: usize) {
        let plan = self.plan;
        let channels = padded(plan.shape.output[2]);
        let mut packed = 0;
        for k in 0..plan.k_blocks {
            let steps = if k + 1 == plan.k_blocks { plan.last_steps } else { plan.steps };
            for panel in (0..channels).step_by(PANEL) {
                let width = PANEL.min(channels - panel);
                let pass = tiles.len() * BLOCK;
                let size = steps * plan.step * width;
                // Tiles of 5 pixels, a guess that need not be exact.
                let calls = rows * plan.shape.output[1].div_ceil(5) * width.div_ceil(pass);
                let next = self.weights[packed..].as_ptr().wrapping_add(size);
                let mut prefetch = Prefetch::new(next, size, calls * steps);
                for column in (0..width).step_by(pass) {
                    let blocks = pass.min(width - column) / BLOCK;
                    let columns = Columns {
                        k,
                        steps,
                        weights: packed + column,
                        width,
                        channel: panel + column,
                        blocks,
                    };
                    self.rows(tiles, &columns, first, rows, &mut prefetch);
                }
                packed += size;
            }
        }
    }

    fn rows(
        &mut self,
        tiles: Tiles,
        columns: &Columns,
        first: usize,
        rows: usize,
        prefetch: &mut Prefetch,
    ) {
        let width = self.plan.shape.output[1];
        if self.plan.flat {
            self.run(tiles, columns, first, rows * width, prefetch);
        } else {
            for y in first..first + rows {
                self.run(tiles, columns, y, width, prefetch);
            }
        }
    }

    /// A run of pixels from the start of a row, or of several without a gap.
    fn run(
        &mut self,
        tiles: Tiles,
        columns: &Columns,
        y: usize,
        pixels: usize,
        prefetch: &mut Prefetch,
    ) {
        let tile = self.tile(columns, y);
        // SAFETY: `Driver::tile` describes pixels from row `y` on, and the
        // `pixels` of this run all lie in the row, or, if the plan is flat, in
        // the rows that follow without a gap. The plan's lengths cover every
        // pixel of the map, `convolve` has checked them, and the backend was
        // handed out as available.
        unsafe { run_tiles(&tiles[columns.blocks - 1], tile, pixels, prefetch) };
    }

    /// The tile at the start of a row, for some columns.
    fn tile(&mut self, columns: &Columns, y: usize) -> Tile {
        let plan = self.plan;
        let (shape, channel) = (&plan.shape, columns.channel);
        let [h, w, _] = shape.output;
        let (first, last) = (columns.k == 0, columns.k + 1 == plan.k_blocks);
        let output_plane = plane(h, w, shape.halo);
        let at = |halo: usize| {
            let pixel = (y + halo) * (w + 2 * halo) + halo;
            channel / BLOCK * plane(h, w, halo) + pixel * BLOCK
        };
        let mut tile = Tile {
            input: self.input[plan.origin + columns.k * plan.k_stride + y * plan.row..].as_ptr(),
            offsets: plan.offsets.as_ptr(),
            steps: columns.steps,
            step: plan.step,
            pixel: plan.pixel,
            weights: self.weights[columns.weights..].as_ptr(),
            width: columns.width,
            output: self.output[at(shape.halo)..].as_mut_ptr(),
            plane: output_plane,
            bias: if first { self.bias[channel..].as_ptr() } else { ptr::null() },
            accumulate: !first || self.epilogue.accumulate,
            relu: last && self.epilogue.relu,
            keep: !last || self.epilogue.keep,
            preact: ptr::null_mut(),
            preact_plane: 0,
            scale: ptr::null(),
            shift: ptr::null(),
            prefetch: ptr::null(),
            prefetch_lines: 0,
        };
        if let Some(preact) = self.epilogue.preact.as_mut().filter(|_| last) {
            tile.preact = preact.map[at(0)..].as_mut_ptr();
            tile.preact_plane = plane(h, w, 0);
            tile.scale = preact.scale[channel..].as_ptr();
            tile.shift = preact.shift[channel..].as_ptr();
        }
        tile
    }
}

/// Computes a run of pixels, cut evenly into tiles of at most 6.
///
/// # Safety
///
/// The obligations of the tile kernel at every pixel of the run: `tile.input`
/// and those after it by `tile.pixel`, outputs after one another.
pub(super) unsafe fn run_tiles(
    table: &[TileFn; 6],
    mut tile: Tile,
    pixels: usize,
    prefetch: &mut Prefetch,
) {
    let count = pixels.div_ceil(table.len());
    let (size, larger) = (pixels / count, pixels % count);
    for i in 0..count {
        let n = size + usize::from(i < larger);
        (tile.prefetch, tile.prefetch_lines) = prefetch.take(tile.steps);
        // SAFETY: the tiles of all turns are the caller's `pixels` pixels.
        unsafe { table[n - 1](&tile) };
        tile.input = tile.input.wrapping_add(n * tile.pixel);
        tile.output = tile.output.wrapping_add(n * BLOCK);
        if !tile.preact.is_null() {
            tile.preact = tile.preact.wrapping_add(n * BLOCK);
        }
    }
}

/// Brings the next panel of weights towards the core while this one computes:
/// weights are read from memory once per image, and in time or not decides a
/// sixth of a network's time at batch 1. They lie in execution order, so that
/// the last panel of a layer prefetches the next layer.
pub(super) struct Prefetch {
    at: *const f32,
    lines: usize,
    per_step: usize,
}

impl Prefetch {
    /// `len` floats from `at` on, within `steps` steps.
    pub fn new(at: *const f32, len: usize, steps: usize) -> Self {
        let lines = len / BLOCK;
        Prefetch { at, lines, per_step: lines.div_ceil(steps.max(1)) }
    }

    /// The share of a tile of some steps: from where, and lines per step.
    fn take(&mut self, steps: usize) -> (*const f32, usize) {
        if self.lines == 0 {
            return (self.at, 0);
        }
        let share = (self.at, self.per_step);
        let lines = steps * self.per_step;
        self.at = self.at.wrapping_add(lines * BLOCK);
        self.lines = self.lines.saturating_sub(lines);
        share
    }
}

/// Some output channels in one K block: what one pass computes.
struct Columns {
    k: usize,
    steps: usize,
    /// Where their weights start.
    weights: usize,
    /// Width of their panel.
    width: usize,
    /// The first of them.
    channel: usize,
    /// How many blocks of them.
    blocks: usize,
}
