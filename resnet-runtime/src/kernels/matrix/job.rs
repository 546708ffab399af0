//! The driver: which terms are made, and which tile comes when.

use core::ops::Range;
use core::ptr;

use super::scheme::{PIXEL, Places, Scheme};
use super::{Matrix, Multiply, PRODUCTS, ROWS, STRIP, Split, TERMS, TILE, TILE_LEN};
use crate::kernels::Backend;
use crate::kernels::epilogue::Outputs;
use crate::kernels::generic::PIXELS;
use crate::kernels::panel::{Prefetch, Walk};
use crate::kernels::plan::{ConvPlan, PANEL};
use crate::layout::{BLOCK, padded, plane};
use crate::team::share;
use crate::values::Values;

/// A convolution of a shape that [has terms](crate::kernels::ConvShape::has_terms), by any number of threads.
pub(in crate::kernels) struct Job<'a> {
    pub backend: &'a Backend,
    pub matrix: &'a Matrix,
    pub plan: &'a ConvPlan,
    pub input: &'a [f32],
    /// Without bias.
    pub weights: Values<'a>,
    pub outputs: &'a Outputs<'a>,
}

/// The scratch memory of one thread.
struct Room<'a> {
    sums: &'a mut [f32],
    /// Weights of half precision as floats.
    wide: &'a mut [f32],
    /// The terms of a strip, and of the input.
    strip: &'a mut [f32],
    map: &'a mut [f32],
}

/// Up to two blocks of output channels of a panel, in a group of input channels.
#[derive(Clone, Copy)]
struct Strip {
    group: usize,
    panel: usize,
    /// The first column of the panel.
    column: usize,
}

/// What the strips of a row block have in common.
struct Block<'a> {
    scheme: &'a Scheme<'a>,
    rows: Range<usize>,
    panels: Range<usize>,
    tiles: Places,
}

impl Job<'_> {
    /// Some panels of some rows, by one thread.
    ///
    /// # Panics
    ///
    /// If there is less scratch memory than [`divide`](super::divide) gives.
    pub fn compute(&self, scratch: &mut [f32], rows: Range<usize>, panels: Range<usize>) {
        if rows.is_empty() || panels.is_empty() {
            return;
        }
        let scheme = &Scheme::new(&self.plan.shape);
        let (sums, rest) = scratch.split_at_mut(Scheme::SUMS);
        let (wide, rest) = rest.split_at_mut(Scheme::WIDE);
        let (strip, map) = rest.split_at_mut(scheme.strip_len());
        let room = &mut Room { sums, wide, strip, map };
        let row_block = scheme.row_block(rows.len(), room.map.len());
        assert!(room.map.len() >= scheme.map_len(row_block), "the scratch memory is too short");
        let tile = scheme.tile(row_block);
        // SAFETY: the backend was handed out as available; rows are cut into tiles of at
        // most `TILE` pixels; nothing before `end` is anybody else's code.
        unsafe { (self.matrix.begin)(tile) };
        for start in rows.clone().step_by(row_block) {
            let end = rows.end.min(start + row_block);
            let tiles = scheme.tiles(end - start, tile);
            let block = Block { scheme, rows: start..end, panels: panels.clone(), tiles };
            for group in 0..scheme.groups() {
                self.split_map(&block, room.map, group);
                for panel in panels.clone() {
                    for column in (0..self.width(panel)).step_by(STRIP * BLOCK) {
                        self.strip(&block, room, Strip { group, panel, column });
                    }
                }
            }
        }
        // SAFETY: as above.
        unsafe { (self.matrix.end)() };
    }

    /// Columns of a panel.
    fn width(&self, panel: usize) -> usize {
        PANEL.min(padded(self.plan.shape.output[2]) - panel * PANEL)
    }

    /// Blocks of columns of a strip.
    fn columns(&self, strip: Strip) -> usize {
        STRIP.min((self.width(strip.panel) - strip.column) / BLOCK)
    }

    /// All pixels of a row block, whose terms are there, by one strip.
    fn strip(&self, block: &Block<'_>, room: &mut Room<'_>, strip: Strip) {
        self.split_weights(block.scheme, room, strip);
        let Block { scheme, rows, tiles, .. } = block;
        let pairs = scheme.group(strip.group).len();
        let (offsets, steps) = (scheme.offsets(pairs, rows.len()), pairs * scheme.taps);
        let columns = self.columns(strip);
        let channel = strip.panel * PANEL + strip.column;
        let ends = [strip.group == 0, strip.group + 1 == scheme.groups()];
        let mut store = self.outputs.store(ends, channel, rows.start);
        let mut walk = Walk::rows(self.plan);
        let sums = room.sums.as_mut_ptr();
        let sums_of = |call: usize| sums.wrapping_add(call % 2 * ROWS * STRIP * TILE_LEN);
        let mut finish = |call: usize, tiles: [usize; ROWS]| {
            let mut sums = sums_of(call).cast_const();
            for pixels in tiles {
                for done in (0..pixels).step_by(PIXELS) {
                    let n = PIXELS.min(pixels - done);
                    let [mut inputs, mut outputs] = [[0; PIXELS]; 2];
                    walk.take(n, &mut inputs, &mut outputs);
                    let sums = sums.wrapping_add(done * BLOCK);
                    // SAFETY: the sums of a call are `ROWS · STRIP` tiles, of which two calls
                    // have room. The plan's lengths cover every pixel of the output, and
                    // `convolve` has checked them; the walk goes through the pixels of these
                    // rows, which nobody else computes for this strip.
                    unsafe { (self.matrix.finish[columns - 1])(sums, n, &store, &outputs) };
                    store.advance(0, n * BLOCK);
                }
                sums = sums.wrapping_add(STRIP * TILE_LEN);
            }
        };
        let mut prefetch = self.prefetch(block, strip, tiles.calls() * steps * PRODUCTS);
        let mut multiply = Multiply {
            pixels: [ptr::null(); ROWS],
            pixel: scheme.stride() * PIXEL * size_of::<f32>(),
            offsets: offsets.as_ptr(),
            steps,
            weights: room.strip.as_ptr(),
            sums,
            prefetch: ptr::null(),
            ahead: prefetch.ahead,
        };
        let mut last = [0; ROWS];
        let mut rest = tiles.clone();
        for call in 0..=tiles.calls() {
            let (mut own, mut count) = ([0; ROWS], 0);
            for (at, pixels) in rest.by_ref().take(ROWS) {
                multiply.pixels[count] = room.map[scheme.place(at) * PIXEL..].as_ptr();
                own[count] = pixels;
                count += 1;
            }
            if count > 0 {
                multiply.sums = sums_of(call);
                multiply.prefetch = prefetch.take(steps * PRODUCTS);
                // SAFETY: `compute` has called `begin`, and asserted that there is room for
                // the terms of these rows, where all places and offsets are, and those of a
                // tile more; the strip has the terms of these steps. The slices are this
                // thread's.
                unsafe { (self.matrix.multiply[count - 1][columns - 1])(&multiply) };
            }
            // One call later, while the last products of this one are still computed.
            if call > 0 {
                finish(call - 1, last);
            }
            last = own;
        }
        if ends[1] {
            let (channels, xs) = (channel..channel + columns * BLOCK, 0..self.plan.shape.output[1]);
            for y in rows.clone() {
                // SAFETY: as above, nobody else computes them.
                unsafe { self.outputs.activate(self.backend, channels.clone(), y, xs.clone()) };
            }
        }
    }

    /// What a strip asks for, in some turns, of the weights that are needed after its panel.
    fn prefetch(&self, block: &Block<'_>, strip: Strip, turns: usize) -> Prefetch {
        let (plan, scheme) = (self.plan, block.scheme);
        let (group, panel) = match strip.panel + 1 {
            next if next < block.panels.end => (strip.group, next),
            _ => (strip.group + 1, block.panels.start),
        };
        let strips = self.width(strip.panel).div_ceil(STRIP * BLOCK);
        // Those of a K block lie one behind another: a group has one, of which strips share,
        // or two, of which each of two strips has one.
        let covered = if scheme.taps == 1 { plan.steps() } else { 1 };
        let len = covered * scheme.taps * plan.step * self.width(panel);
        let all = len * (2 * scheme.group(strip.group).len()).div_ceil(covered);
        let own = share(all, strip.column / (STRIP * BLOCK), strips);
        let channels = 2 * scheme.group(group).start + own.start / len * covered;
        // After the last group come the weights of the next layer.
        let start = if channels < 2 * scheme.pairs {
            self.start(channels, 0, panel) + own.start % len
        } else {
            self.weights.len() + own.start
        };
        let is_half = !matches!(self.weights, Values::F32(_));
        let at = if is_half { start / 2 } else { start };
        let mut prefetch = Prefetch::new(self.weights.start().wrapping_add(at), own.len(), turns);
        if is_half {
            prefetch.halve();
        }
        prefetch
    }

    /// Where the weights of a tap of an input channel block start in a panel.
    fn start(&self, block: usize, tap: usize, panel: usize) -> usize {
        let plan = self.plan;
        let (k, step) = match plan.shape.size {
            1 => (block / plan.steps(), block % plan.steps()),
            _ => (block, tap),
        };
        let depth = plan.offsets_of(k).len() * plan.step;
        let first = plan.first_row(k) * padded(plan.shape.output[2]) + depth * panel * PANEL;
        first + step * plan.step * self.width(panel)
    }

    /// Makes the terms of the weights of a strip.
    #[inline(never)]
    fn split_weights(&self, scheme: &Scheme<'_>, room: &mut Room<'_>, strip: Strip) {
        let columns = self.columns(strip);
        let (width, wide) = (self.width(strip.panel), columns * BLOCK);
        let term = columns * TILE_LEN;
        let steps = scheme.group(strip.group).flat_map(|p| (0..scheme.taps).map(move |t| (p, t)));
        for ((pair, tap), to) in steps.zip(room.strip.chunks_exact_mut(TERMS * term)) {
            let starts = [0, 1].map(|i| self.start(2 * pair + i, tap, strip.panel) + strip.column);
            let lines = starts.map(|at| self.weights.part(at..at + (TILE - 1) * width + wide));
            let (lines, line): ([&[f32]; 2], usize) = match lines {
                [Values::F32(first), Values::F32(second)] => ([first, second], width),
                halves => {
                    let room = room.wide[..2 * TILE * wide].split_at_mut(TILE * wide);
                    self.backend.widen_columns(halves[0], width, wide, room.0);
                    self.backend.widen_columns(halves[1], width, wide, room.1);
                    ([room.0, room.1], wide)
                }
            };
            for column in 0..columns {
                let from = lines.map(|lines| lines[column * BLOCK..].as_ptr());
                let to = to[column * TILE_LEN..].as_mut_ptr();
                let split = Split { from, line, count: TILE, to, to_line: BLOCK, term };
                // SAFETY: `lines` are as many, `line` apart, and `to` is a tile of each term
                // for each block of columns. The backend was handed out as available.
                unsafe { (self.matrix.split)(&split) };
            }
        }
    }

    /// Makes the terms of the input of a row block.
    #[inline(never)]
    fn split_map(&self, block: &Block<'_>, map: &mut [f32], group: usize) {
        let Block { scheme, rows, .. } = block;
        let plan = self.plan;
        let [h, w, _] = plan.shape.input;
        let plane = plane(h, w, plan.shape.source_halo());
        let width = plan.shape.output[1];
        // Without gaps all rows are one.
        let [runs, count, pixel] = if !scheme.gathers() {
            [1, scheme.span(rows.len()), BLOCK]
        } else if plan.row == width * plan.pixel {
            [1, rows.len() * width, plan.pixel]
        } else {
            [rows.len(), width, plan.pixel]
        };
        let runs =
            scheme.group(group).flat_map(|pair| rows.clone().take(runs).map(move |y| (pair, y)));
        for ((pair, y), to) in runs.zip(map.chunks_exact_mut(count * PIXEL)) {
            let from = [0, 1].map(|i| {
                let at = (2 * pair + i) * plane + plan.origin + y * plan.row;
                self.input[at..at + (count - 1) * pixel + BLOCK].as_ptr()
            });
            let to = to.as_mut_ptr();
            let split = Split { from, line: pixel, count, to, to_line: PIXEL, term: BLOCK };
            // SAFETY: the slices have `count` lines, `pixel` apart, and `PIXEL` floats for
            // the terms of each. The backend was handed out as available.
            unsafe { (self.matrix.split)(&split) };
        }
    }
}
