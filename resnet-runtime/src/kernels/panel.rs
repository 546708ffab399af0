//! One panel of weights times runs of pixels: what direct convolutions and the
//! products of Winograd's transform share.

use core::ptr;

use super::backend::{Backend, Tiles};
use super::generic::{Ahead, PIXELS, Store, Tile};
use super::plan::{ConvPlan, PANEL};
use crate::layout::BLOCK;
use crate::values::Values;

/// Expands the weights of one convolution that are of half precision, for one thread.
pub(super) struct Strips<'a> {
    backend: &'a Backend,
    tiles: Tiles,
    plan: &'a ConvPlan,
    room: &'a mut [f32],
}

impl<'a> Strips<'a> {
    /// `room` is where weights become floats.
    pub fn new(
        backend: &'a Backend,
        mut tiles: Tiles,
        plan: &'a ConvPlan,
        room: &'a mut [f32],
    ) -> Self {
        // Widening reads a panel faster than the core's prefetcher brings it.
        tiles.lines = Tiles::LINES;
        Strips { backend, tiles, plan, room }
    }

    /// Calls `job` with the panel at the start of `weights`, in strips of as many
    /// columns as the backend computes in one pass, or of one block if there is no room
    /// for so many, and with the first column of each.
    pub fn each(
        &mut self,
        k: usize,
        weights: Values<'_>,
        [width, pixels]: [usize; 2],
        job: &mut dyn FnMut(&mut Panel<'_>, usize),
    ) {
        let Strips { backend, tiles, plan, room } = self;
        let rows = plan.offsets_of(k).len() * plan.step;
        let next = weights.part(rows * width..weights.len()).start();
        let pass = width.min(tiles.columns());
        let most = if rows * pass <= room.len() { pass } else { BLOCK };
        assert!(rows * most <= room.len(), "there is no room for weights of half precision");
        for column in (0..width).step_by(most) {
            let columns = most.min(width - column);
            let strip = &mut room[..rows * columns];
            backend.widen_columns(weights.part(column..rows * width), width, columns, strip);
            let mut panel = Panel::new(*tiles, plan, k, strip, columns, pixels);
            // The next panel, of which each strip asks for a part: half the bytes.
            panel.prefetch.at = next.wrapping_add(rows * column / 2);
            panel.prefetch.halve();
            job(&mut panel, column);
        }
    }
}

/// The weights of up to 64 output channels in one K block.
pub(super) struct Panel<'a> {
    tiles: Tiles,
    plan: &'a ConvPlan,
    offsets: &'a [i32],
    /// `steps · step` rows of `width` columns.
    weights: &'a [f32],
    width: usize,
    prefetch: Prefetch,
}

impl<'a> Panel<'a> {
    /// The panel at the start of `weights`, to be multiplied with some pixels.
    pub fn new(
        tiles: Tiles,
        plan: &'a ConvPlan,
        k: usize,
        weights: &'a [f32],
        width: usize,
        pixels: usize,
    ) -> Self {
        let tiles = tiles.matching(width, pixels);
        let offsets = plan.offsets_of(k);
        let size = offsets.len() * plan.step * width;
        let next = weights.as_ptr().wrapping_add(size);
        let calls = calls(&tiles, width, pixels);
        let mut prefetch = Prefetch::new(next, size, calls * offsets.len());
        if tiles.columns() == PANEL {
            prefetch.in_order(tiles.lines);
        }
        let weights = &weights[..size];
        Panel { tiles, plan, offsets, weights, width, prefetch }
    }

    /// The same, after which other weights are needed than those that follow it in
    /// memory.
    pub fn before(mut self, next: &[f32]) -> Self {
        self.prefetch.at = next.as_ptr();
        self
    }

    /// To be multiplied with so many pixels in one turn after another, each of which asks
    /// for so many floats, in as many steps as are returned.
    pub fn in_turns(&mut self, pixels: usize, len: usize) -> usize {
        let calls = calls(&self.tiles, self.width, pixels);
        self.prefetch = Prefetch::new(ptr::null(), len, calls * self.offsets.len());
        self.prefetch.steps
    }

    /// A turn with other weights, after which those at `next` are needed.
    pub fn turn(&mut self, weights: &'a [f32], next: *const f32, steps: usize) {
        self.weights = &weights[..self.weights.len()];
        (self.prefetch.at, self.prefetch.steps) = (next, steps);
    }

    /// The first column of each pass: as many as a backend computes at once.
    pub fn passes(&self) -> impl Iterator<Item = usize> + use<> {
        (0..self.width).step_by(self.tiles.columns())
    }

    /// The columns of the pass that starts at `column`.
    pub fn columns(&self, column: usize) -> usize {
        self.tiles.columns().min(self.width - column)
    }

    /// Computes a run of pixels in one pass, cut evenly into tiles.
    ///
    /// # Safety
    ///
    /// * The CPU has the instruction set of the tiles.
    /// * `input + o + p` is readable for `plan.step` values, for each offset `o` of
    ///   the K block and each of the `pixels` places `p` of the walk.
    /// * `store` can be applied to these pixels at the places in the output that
    ///   the walk gives, by `columns(column)` channels, and what it writes
    ///   overlaps nothing else that is read.
    pub unsafe fn run(
        &mut self,
        column: usize,
        input: *const f32,
        pixels: usize,
        mut walk: Walk,
        mut store: Store,
    ) {
        let blocks = self.columns(column) / BLOCK;
        let table = match blocks {
            _ if blocks == self.tiles.blocks => self.tiles.whole,
            1 => self.tiles.single,
            _ => self.plan.between,
        };
        let count = pixels.div_ceil(table.len());
        let (size, larger) = (pixels / count, pixels % count);
        let mut tile = Tile {
            input,
            pixels: [0; PIXELS],
            outputs: [0; PIXELS],
            offsets: self.offsets.as_ptr(),
            steps: self.offsets.len(),
            step: self.plan.step,
            weights: self.weights[column..].as_ptr(),
            width: self.width,
            prefetch: ptr::null(),
            ahead: self.prefetch.ahead,
        };
        for i in 0..count {
            let n = size + usize::from(i < larger);
            walk.take(n, &mut tile.pixels, &mut tile.outputs);
            tile.prefetch = self.prefetch.take(self.offsets.len());
            // SAFETY: the tiles of all turns are the caller's pixels; the weights have
            // as many rows as the steps read, `width` apart, and `columns(column)`
            // columns are left in each.
            // `store` is no part of `Tile`: copied right after two of its fields were
            // written, it would wait for them, 2 to 6 % of a network.
            unsafe { table[n - 1](&tile, &store) };
            store.advance(0, n * BLOCK);
        }
    }
}

/// Tiles of 5 pixels, a guess that need not be exact.
fn calls(tiles: &Tiles, width: usize, pixels: usize) -> usize {
    pixels.div_ceil(5) * width.div_ceil(tiles.columns())
}

/// The places of pixels that are computed one after another, row by row.
#[derive(Clone, Copy)]
pub(super) struct Walk {
    /// Those of the next pixel, in the input and in the output.
    input: usize,
    output: usize,
    /// Pixels that are left in its row, and that a row has.
    left: usize,
    width: usize,
    /// From one pixel to the next in the input.
    pixel: usize,
    /// What lies between rows. In the input it wraps where a strided row ends
    /// beyond the next one's start.
    gap: [usize; 2],
}

impl Walk {
    /// From the start of a row of a convolution's output on.
    pub fn rows(plan: &ConvPlan) -> Self {
        let [height, width, _] = plan.shape.output;
        let gap = [plan.row.wrapping_sub(width * plan.pixel), 2 * plan.shape.halo * BLOCK];
        // Without gaps all rows are one.
        let width = if gap == [0; 2] { height * width } else { width };
        Walk { input: 0, output: 0, left: width, width, pixel: plan.pixel, gap }
    }

    /// So many pixels without a gap.
    pub fn line(width: usize) -> Self {
        Walk { input: 0, output: 0, left: width, width, pixel: BLOCK, gap: [0; 2] }
    }

    /// The places of the next `n` pixels, with which those of the pixels after them
    /// begin. In one row they are a pixel apart, and need no counting.
    pub fn take(&mut self, n: usize, inputs: &mut [usize; PIXELS], outputs: &mut [usize; PIXELS]) {
        if n < self.left {
            for i in 0..PIXELS {
                inputs[i] = self.input.wrapping_add(i * self.pixel);
                outputs[i] = self.output + i * BLOCK;
            }
            self.input = self.input.wrapping_add(n * self.pixel);
            self.output += n * BLOCK;
            self.left -= n;
            return;
        }
        for (input, output) in inputs.iter_mut().zip(outputs).take(n) {
            (*input, *output) = (self.input, self.output);
            self.input = self.input.wrapping_add(self.pixel);
            self.output += BLOCK;
            self.left -= 1;
            if self.left == 0 {
                self.input = self.input.wrapping_add(self.gap[0]);
                self.output += self.gap[1];
                self.left = self.width;
            }
        }
    }
}

/// Brings the next panel of weights towards the core while this one computes:
/// weights are read from memory once per image, and in time or not decides a
/// sixth of a network's time at batch 1. They lie in execution order, so that
/// the last panel of a layer prefetches the next layer.
///
/// Where a step must ask for several lines, they come from as many parts of the
/// panel: in each the core's own prefetcher then runs ahead, a page at a time. One
/// part after another makes 7 x 7 maps a tenth slower.
pub(super) struct Prefetch {
    pub at: *const f32,
    /// Steps that are left.
    steps: usize,
    pub ahead: Ahead,
}

/// Of so many lines of a panel that is read in order one is asked for, where a step would have
/// to ask for many: the core's own prefetcher brings the rest.
const EVERY: usize = 8;

/// Most lines that a step then asks for. A fully connected layer needs 64 in each, for which
/// the core would wait, at half of the memory's speed.
const LINES: usize = 8;

/// Lines of the shortest part that the core's prefetcher is of use in: half a page.
const PART: usize = 32;

impl Prefetch {
    /// `len` floats from `at` on, within `steps` steps.
    pub fn new(at: *const f32, len: usize, steps: usize) -> Self {
        let all = len / BLOCK;
        let lines = all.div_ceil(steps);
        let part = all.div_ceil(lines);
        let [stride, step] = if part < PART { [1, lines] } else { [part, 1] };
        Prefetch {
            at,
            steps: part,
            ahead: Ahead { lines, stride: stride * BLOCK, step: step * BLOCK },
        }
    }

    /// Of a panel that is read in order: a step that would ask for more than `most` lines asks
    /// for every eighth, twice as many as it must, so that the last ones are not late.
    fn in_order(&mut self, most: usize) {
        let all = self.ahead.lines;
        if all <= most {
            return;
        }
        let lines = all.div_ceil(EVERY / 2).min(LINES);
        let part = (self.steps * all).div_ceil(lines);
        self.steps = part.div_ceil(EVERY);
        self.ahead = Ahead { lines, stride: part * BLOCK, step: EVERY * BLOCK };
    }

    /// Of half the bytes.
    pub fn halve(&mut self) {
        let Ahead { lines, stride, step } = &mut self.ahead;
        if *lines == 1 {
            self.steps = self.steps.div_ceil(2);
            return;
        }
        *lines = lines.div_ceil(2);
        if *stride == BLOCK {
            *step = *lines * BLOCK;
        }
    }

    /// Where the share of a tile of some steps begins. When all is asked for, it
    /// is asked for again, which costs little.
    pub fn take(&mut self, steps: usize) -> *const f32 {
        let at = self.at;
        let n = steps.min(self.steps);
        self.at = at.wrapping_add(n * self.ahead.step);
        self.steps -= n;
        at
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::collections::BTreeSet;

    use super::*;

    /// The lines that calls of 8 steps ask for, counted from the start.
    fn asked(mut prefetch: Prefetch, calls: usize) -> BTreeSet<usize> {
        let first = prefetch.at.addr();
        let mut lines = BTreeSet::new();
        for _ in 0..calls {
            let at = prefetch.take(8).addr();
            let Ahead { lines: count, stride, step } = prefetch.ahead;
            for (s, line) in (0..8).flat_map(|s| (0..count).map(move |line| (s, line))) {
                let floats = s * step + line * stride;
                lines.insert(((at - first) / size_of::<f32>() + floats) / BLOCK);
            }
        }
        lines
    }

    fn prefetch(lines: usize, calls: usize, most: usize) -> Prefetch {
        let mut prefetch = Prefetch::new(ptr::null(), lines * BLOCK, calls * 8);
        prefetch.in_order(most);
        prefetch
    }

    /// Panels of 128 x 64 and 144 x 64 weights beside maps of 784 and 49 pixels, and
    /// small ones.
    #[test]
    fn every_line_of_a_panel_is_asked_for() {
        for (lines, calls) in [(512, 157), (512, 10), (576, 10), (72, 4), (40, 1)] {
            let all = asked(prefetch(lines, calls, Tiles::LINES), calls);
            assert!((0..lines).all(|line| all.contains(&line)), "{lines} lines in {calls} calls");
        }
    }

    #[test]
    fn where_a_step_would_ask_for_many_every_eighth_is_by_half_of_the_calls() {
        for (lines, calls) in [(512, 10), (576, 10), (1024, 20)] {
            let all = asked(prefetch(lines, calls, 4), calls / 2);
            let near = |line: usize| all.range(..=line).next_back().is_some_and(|l| line - l < 8);
            assert!((0..lines).all(near), "{lines} lines in {calls} calls: {all:?}");
            assert!(all.len() < lines / 6, "{lines} lines in {calls} calls: {all:?}");
        }
        let few = asked(prefetch(512, 157, 4), 157);
        assert!((0..512).all(|line| few.contains(&line)), "a line a step is not many: {few:?}");
    }

    #[test]
    fn of_a_fully_connected_layer_every_eighth_is() {
        let mut half = prefetch(512, 1, Tiles::LINES);
        half.halve();
        assert!(asked(prefetch(512, 1, Tiles::LINES), 1).into_iter().eq((0..512).step_by(8)));
        assert!(asked(half, 1).into_iter().eq((0..256).step_by(8)));
    }
}
