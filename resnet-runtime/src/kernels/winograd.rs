//! The driver of Winograd convolutions, and the transform of their weights.
//!
//! Per block of tile rows: all input tiles are transformed; then, per panel of
//! output channels, one matrix product for each of the `(M + 2)²` points, with
//! the same tiles as everywhere, and the transform back, with the epilogue.
//! Threads divide the tiles of a block, and the panels; in between they wait
//! for each other, since every panel needs all of the input.

mod four;
mod taps;

pub(super) use self::taps::{FROM_TAPS, FromTaps};

use core::ops::Range;

use super::backend::{Backend, Tiles};
use super::cut::{WINOGRAD_WEIGHT, Work};
use super::epilogue::Outputs;
use super::generic::{Grid, Products, ProductsFn, Store, TransformIn, TransformOut};
use super::memory::Shared;
use super::panel::{Panel, Strips, Walk};
use super::plan::{ConvPlan, PANEL, Winograd};
use super::room::Rooms;
use crate::layout::{BLOCK, blocks, padded, plane};
use crate::team::{Team, share};
use crate::values::Values;

/// See [`super::conv::convolve`], which has checked all lengths.
pub(super) fn convolve(
    team: Team<'_>,
    winograd: &Winograd,
    input: &[f32],
    weights: Values<'_>,
    outputs: Outputs<'_>,
    scratch: &mut [f32],
    rooms: Rooms<'_>,
) {
    let plan = outputs.plan;
    let instead = plan.from_taps.and_then(|taps| (taps.instead)(team.backend, winograd));
    let winograd = instead.as_ref().unwrap_or(winograd);
    let (tiles, sums) = scratch.split_at_mut(winograd.tiles_len(&plan.shape));
    let (tiles, sums) = (Shared::new(tiles), Shared::new(sums));
    let driver = Driver {
        backend: team.backend,
        plan,
        winograd,
        input,
        weights,
        outputs,
        tiles,
        sums,
        rooms,
    };
    let cut = driver.work(winograd.rows * winograd.columns).cut(team.threads());
    match winograd.apart(cut.rows) {
        Some(block) if cut.panels == 1 => driver.apart(team, cut.rows, block),
        _ => driver.together(team),
    }
    // SAFETY: all is computed.
    unsafe { driver.outputs.pool_after(team) };
}

#[cfg(feature = "profile")]
impl Winograd {
    /// What a backend computes of it.
    pub(crate) fn on(self, backend: &Backend) -> Self {
        four::instead(backend, &self).unwrap_or(self)
    }
}

pub(super) struct Driver<'a> {
    backend: &'a Backend,
    plan: &'a ConvPlan,
    winograd: &'a Winograd,
    input: &'a [f32],
    weights: Values<'a>,
    outputs: Outputs<'a>,
    /// The transformed input of a block: `[points][blocks][stride][BLOCK]`.
    tiles: Shared<'a>,
    /// Room for the sums of all panels, each `[points][blocks][stride][BLOCK]`, and behind
    /// them for as many panels' points, if they are made of taps.
    sums: Shared<'a>,
    rooms: Rooms<'a>,
}

/// Tiles of the map that lie in memory.
#[derive(Clone)]
pub(super) struct Block {
    /// The first of them.
    first: usize,
    /// Their places in memory.
    at: Range<usize>,
}

impl Driver<'_> {
    /// Each thread computes all channels of tiles of its own, so many at once,
    /// and waits for nobody.
    fn apart(&self, team: Team<'_>, threads: usize, size: usize) {
        let all = self.winograd.rows * self.winograd.columns;
        team.run(threads, |part| {
            self.outputs.clear_halo(part, threads);
            let own = share(all, part, threads);
            for first in own.clone().step_by(size) {
                // As far apart as there is room, for the same reason as below.
                let at = part * (self.winograd.stride() / threads);
                let block = Block { first, at: at..at + size.min(own.end - first) };
                self.transform_in(&block, 0..blocks(self.plan.shape.input[2]));
                for panel in 0..self.work(size).panels {
                    self.panel(part, panel, &block, 0);
                }
            }
        });
    }

    /// All threads transform some channels of a block of tiles, wait for each other,
    /// and divide the panels. Each writes whole planes: the lines that a core
    /// prefetches beyond its own would be taken from another.
    fn together(&self, team: Team<'_>) {
        let all = self.winograd.rows * self.winograd.columns;
        let size = self.winograd.block(team.threads());
        let channels = blocks(self.plan.shape.input[2]);
        for first in (0..all).step_by(size) {
            let count = size.min(all - first);
            let work = self.work(count);
            let cut = work.cut(team.threads());
            let block = |at: Range<usize>| Block { first: first + at.start, at };
            team.run(cut.parts(), |part| {
                if first == 0 {
                    self.outputs.clear_halo(part, cut.parts());
                }
                self.transform_in(&block(0..count), share(channels, part, cut.parts()));
            });
            team.run(cut.parts(), |part| {
                let (own, panels, room) = cut.part(part, &work);
                // To `work` they are one.
                let own = if self.winograd.from_taps { 0..count } else { own };
                for panel in panels {
                    self.panel(part, panel, &block(own.clone()), room);
                }
            });
        }
    }

    /// What there is to be divided for so many tiles.
    fn work(&self, count: usize) -> Work {
        let depth = (self.winograd.points() * self.plan.rows) as u64;
        // Who makes the points of a panel uses them for all tiles.
        let [rows, tiles] = if self.winograd.from_taps { [1, count] } else { [count, 1] };
        Work {
            rows,
            panels: self.plan.shape.output[2].div_ceil(PANEL),
            macs: depth * (PANEL * tiles) as u64,
            input: depth * tiles as u64,
            fetch: WINOGRAD_WEIGHT * depth * PANEL as u64,
        }
    }

    fn grid(&self, block: &Block, blocks: usize) -> Grid {
        Grid {
            blocks,
            columns: self.winograd.columns,
            first: block.first,
            count: block.at.len(),
            stride: self.winograd.stride(),
        }
    }

    /// Some blocks of channels of the input of some tiles.
    fn transform_in(&self, block: &Block, channels: Range<usize>) {
        if block.at.is_empty() || channels.is_empty() {
            return;
        }
        let [h, w, c] = self.plan.shape.input;
        let halo = self.plan.shape.source_halo();
        let (from, row) = (halo - 1, (w + 2 * halo) * BLOCK);
        assert!(self.tiles.len() == self.winograd.tiles_len(&self.plan.shape));
        assert!(block.at.end <= self.winograd.stride());
        let args = TransformIn {
            map: self.input[from * (row + BLOCK) + channels.start * plane(h, w, halo)..].as_ptr(),
            size: [h + 2 * halo - from, w + 2 * halo - from],
            row,
            plane: plane(h, w, halo),
            grid: self.grid(block, channels.len()),
            output: self
                .tiles
                .at((channels.start * self.winograd.stride() + block.at.start) * BLOCK),
            point: blocks(c) * self.winograd.stride() * BLOCK,
        };
        // SAFETY: the map has a halo of at least 1, so that `size` counted
        // from its padding is readable; the length of the tiles, asserted, is
        // points x blocks x stride x BLOCK, of each stride of which nobody else
        // writes these places for these channels; the backend was handed out as available.
        unsafe { (self.backend.winograd_in[self.winograd.index()])(&args) }
    }

    /// The output of some tiles for the channels of one panel, by one of the threads.
    /// The sums take the room of that number.
    fn panel(&self, thread: usize, panel: usize, block: &Block, room: usize) {
        let channel = panel * PANEL;
        let width = PANEL.min(padded(self.plan.shape.output[2]) - channel);
        let len = self.winograd.sums_len(&self.plan.shape);
        assert!(self.sums.len() >= (room + 1) * len && block.at.end <= self.winograd.stride());
        let sums = self.sums.at(room * len + block.at.start * BLOCK);
        match self.plan.from_taps {
            Some(taps) => {
                (taps.multiply)(self, thread, [channel, width], block, sums, room);
            }
            None => self.multiply(thread, [channel, width], block, sums),
        }
        self.transform_out(block, channel..channel + width, sums);
    }

    /// `sums[point] = tiles[point] · weights[point]` for the `width` channels
    /// of a panel. Weights are `[points][rows][width]`, and sums become
    /// `[points][width / BLOCK][stride][BLOCK]`.
    fn multiply(&self, thread: usize, [channel, width]: [usize; 2], block: &Block, sums: *mut f32) {
        let (plan, stride) = (self.plan, self.winograd.stride());
        let product = Product { plan, depth: plan.rows, width, count: block.at.len(), stride };
        let points = self.winograd.points();
        let size = plan.rows * width;
        let start = points * plan.rows * channel;
        let weights = self.weights.part(start..self.weights.len());
        let (tiles, point) = (self.tiles.at(block.at.start * BLOCK), self.tiles.len() / points);
        if let Some(kernel) = self.at_once(width, block.at.len())
            && let Some(weights) = self.all(thread, weights.part(0..points * size))
        {
            assert!(plan.rows == width);
            let args = Products {
                products: points,
                count: block.at.len(),
                inputs: tiles,
                weights: weights.as_ptr(),
                outputs: sums,
                next: [point, width * stride],
                plane: stride * BLOCK,
            };
            // SAFETY: as below, for all points in one call; as many rows as columns; the
            // kernel takes no more tiles at once than there are.
            return unsafe { kernel(&args) };
        }
        let all = (0..points).map(|i| {
            let weights = weights.part(i * size..weights.len());
            (weights, tiles.wrapping_add(i * point), sums.wrapping_add(i * width * stride))
        });
        // SAFETY: `panel` has asserted that there is room for the sums of all
        // points, of which nobody else uses these places. Each point's input has
        // `stride` tiles a block, as `transform_in` asserted, of which nobody
        // writes these now. Each thread has a room of its own.
        unsafe {
            match self.backend.conv.tiles() {
                Some(kernels) => {
                    all.for_each(|(weights, tiles, sums)| match weights {
                        Values::F32(weights) => product.compute(kernels, tiles, weights, sums),
                        half => {
                            let (backend, room) = (self.backend, self.rooms.of(thread));
                            let strips = Strips::new(backend, kernels, plan, room);
                            product.expanded(strips, tiles, half, sums);
                        }
                    });
                }
                #[cfg(not(feature = "portable"))]
                None => unreachable!("every other backend has tiles"),
                #[cfg(feature = "portable")]
                None => {
                    let mut gemm = super::gemm::Products::new(&product);
                    all.for_each(|(weights, tiles, sums)| {
                        gemm.compute(self.backend, &product, tiles, weights, sums, false);
                    });
                }
            }
        }
    }

    /// The kernel that multiplies so many tiles by a panel at all points in one call, if
    /// there is one.
    fn at_once(&self, width: usize, count: usize) -> Option<ProductsFn> {
        let backends = self.plan.products?;
        // Without optimisation single tiles are faster, which have assembly.
        if cfg!(debug_assertions) || self.backend.conv.tiles().is_none() {
            return None;
        }
        let kernels = backends[self.backend.index()][width / BLOCK - 1];
        kernels.iter().rev().find(|(tiles, _)| *tiles <= count).map(|(_, kernel)| *kernel)
    }

    /// The weights of all points as floats, if there is room for so many.
    fn all<'v>(&'v self, thread: usize, weights: Values<'v>) -> Option<&'v [f32]> {
        if let Values::F32(weights) = weights {
            return Some(weights);
        }
        // SAFETY: each thread its own; these weights are used up before others are
        // expanded.
        let room = unsafe { self.rooms.of(thread) }.get_mut(..weights.len())?;
        self.backend.widen(weights, room);
        Some(room)
    }

    /// The output of some tiles, for the channels of one panel.
    fn transform_out(&self, block: &Block, channels: Range<usize>, sums: *const f32) {
        let ([h, w, _], halo) = (self.plan.shape.output, self.plan.shape.halo);
        let grid = self.grid(block, channels.len() / BLOCK);
        let tiles = grid.first..grid.first + grid.count;
        let args = TransformOut {
            sums,
            grid,
            size: [h, w],
            row: (w + 2 * halo) * BLOCK,
            store: self.outputs.store([true, true], channels.start, 0),
        };
        // SAFETY: `panel` has asserted that `sums` are points x (PANEL / BLOCK)
        // x stride x BLOCK floats, and a panel's channels are at most PANEL;
        // `convolve` has checked that outputs and bias have room for every
        // pixel of all channels; nobody else computes these tiles of this
        // panel; the backend was handed out as available.
        unsafe { (self.backend.winograd_out[self.winograd.index()])(&args) }
        let Winograd { tile, columns, .. } = *self.winograd;
        for row in tiles.start / columns..tiles.end.div_ceil(columns) {
            let start = tiles.start.max(row * columns) - row * columns;
            let end = tiles.end.min((row + 1) * columns) - row * columns;
            for y in row * tile..h.min((row + 1) * tile) {
                let xs = start * tile..w.min(end * tile);
                // SAFETY: as above: these are the tiles' pixels.
                unsafe { self.outputs.activate(self.backend, channels.clone(), y, xs) };
            }
        }
    }
}

/// The product of one point: `count` tiles, of `stride` that there is room
/// for, by the `width` channels of a panel.
pub(super) struct Product<'a> {
    pub plan: &'a ConvPlan,
    /// Rows of the weights.
    pub depth: usize,
    pub width: usize,
    pub count: usize,
    pub stride: usize,
}

impl Product<'_> {
    /// # Safety
    ///
    /// * The CPU has the instruction set of the kernels.
    /// * `tiles` is readable for `count · BLOCK` floats, and so it is every
    ///   `stride · BLOCK` from there, for each block of input channels.
    /// * `sums` is writable for `count · BLOCK` floats, and so it is every
    ///   `stride · BLOCK` from there, `width / BLOCK` times in all.
    unsafe fn compute(&self, kernels: Tiles, tiles: *const f32, weights: &[f32], sums: *mut f32) {
        let plan = self.plan;
        for k in 0..plan.k_blocks {
            let weights = &weights[plan.first_row(k) * self.width..];
            let mut panel = Panel::new(kernels, plan, k, weights, self.width, self.count);
            // SAFETY: the caller's obligations; the plan's offsets are those of
            // the channel blocks of this K block.
            unsafe { self.pass(&mut panel, tiles.wrapping_add(k * plan.k_stride), sums, k > 0) };
        }
    }

    /// The same with weights of half precision.
    ///
    /// # Safety
    ///
    /// As [`Product::compute`].
    #[inline(never)]
    unsafe fn expanded(
        &self,
        mut strips: Strips<'_>,
        tiles: *const f32,
        weights: Values<'_>,
        sums: *mut f32,
    ) {
        let (plan, size) = (self.plan, [self.width, self.count]);
        for k in 0..plan.k_blocks {
            let weights = weights.part(plan.first_row(k) * self.width..weights.len());
            strips.each(k, weights, size, &mut |panel, column| {
                let sums = sums.wrapping_add(column * self.stride);
                let tiles = tiles.wrapping_add(k * plan.k_stride);
                // SAFETY: as in `compute`, for these columns.
                unsafe { self.pass(panel, tiles, sums, k > 0) };
            });
        }
    }

    /// One K block, of which the sums so far may be added to.
    ///
    /// # Safety
    ///
    /// As [`Product::compute`], for as many products as the panel has; `tiles` has
    /// the input of each.
    unsafe fn pass(&self, panel: &mut Panel<'_>, tiles: *const f32, sums: *mut f32, add: bool) {
        let plane = self.stride * BLOCK;
        for column in panel.passes() {
            let store = Store::sums(sums.wrapping_add(column / BLOCK * plane), plane, add);
            let walk = Walk::line(self.count);
            // SAFETY: the caller's obligations.
            unsafe { panel.run(column, tiles, self.count, walk, store) };
        }
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
