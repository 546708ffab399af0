//! The driver of a convolution: which tile comes when. Independent of the
//! instruction set, and compiled once.
//!
//! Loops, from the outside: row blocks (whose input stays in the L2 cache), K
//! blocks, panels of 64 output channels (whose weights stay there too), the
//! blocks of channels that a backend computes in one pass, rows, tiles.
//! Partial sums of all K blocks but the last pass through the output map.

use core::ops::Range;

use super::backend::{Backend, ConvKernel, Tiles};
use super::cut::{WEIGHT, Work};
use super::epilogue::{Activation, Epilogue, Outputs, Then};
#[cfg(all(feature = "amx", target_arch = "x86_64"))]
use super::matrix::{self, Matrix};
use super::memory::Shared;
use super::narrow;
use super::panel::{Panel, Strips, Walk};
use super::plan::{ConvPlan, PANEL};
use super::pooled::Pooled;
use super::room::Room;
use super::winograd;
use crate::layout::{map_len, padded};
use crate::team::{Team, share};
use crate::values::Values;

/// One convolution.
pub(crate) struct Args<'a, 'r> {
    pub plan: &'a ConvPlan,
    pub input: &'a [f32],
    /// Packed weights, then the bias.
    pub weights: Values<'a>,
    pub output: &'a mut [f32],
    pub epilogue: Epilogue<'a>,
    pub scratch: &'a mut [f32],
    pub room: &'a mut Room<'r>,
}

impl Args<'_, '_> {
    /// # Panics
    ///
    /// If a slice is shorter than the plan says.
    fn check(&self) {
        let Args { plan, input, weights, output, epilogue, scratch, .. } = self;
        let [h, w, c] = plan.shape.output;
        assert!(input.len() >= plan.input_len, "the input is shorter than its map");
        assert!(output.len() >= plan.output_len, "the output is shorter than its map");
        assert!(weights.len() == plan.packed_len, "the weights are not the plan's");
        match &epilogue.then {
            Then::Activate(_) => {}
            Then::Preactivate(preact) => {
                assert!(preact.map.len() >= map_len(h, w, c, 0), "the preactivation is too short");
                assert!(preact.scale.len() == padded(c) && preact.shift.len() == padded(c));
            }
            Then::Pool(Pooled { pool, map, .. }) => {
                let [ho, wo] = pool.output;
                assert!(map.len() >= map_len(ho, wo, c, pool.halo), "the pooled map is too short");
                assert!(pool.input == [h, w], "the pool is of another map");
                assert!(pool.border == 0 && plan.shape.halo == 0, "what is pooled has no halo");
            }
        }
        assert!(scratch.len() >= plan.scratch_len, "the scratch memory is too short");
    }
}

/// Computes a convolution.
///
/// # Panics
///
/// If a slice is shorter than the plan says.
pub(crate) fn convolve(team: Team<'_>, args: Args<'_, '_>) {
    args.check();
    let Args { plan, input, weights, output, epilogue, scratch, room } = args;
    assert!(!plan.shape.is_narrow(), "narrow groups are `convolve_narrow`'s");
    let [_, w, c] = plan.shape.output;
    let output = Shared::new(output);
    let (Values::F32(weights), None, Way::Tiles(tiles)) =
        (weights, &plan.winograd, Way::of(team.backend, plan))
    else {
        return otherwise(team, plan, input, weights, (output, epilogue), scratch, room);
    };
    let (weights, bias) = weights.split_at(weights.len() - padded(c));
    let outputs = Outputs { plan, bias, output, epilogue };
    let driver = Driver { backend: team.backend, plan, input, outputs };
    divide(team, team.threads(), &driver.outputs, plan.pooled_rows(), |_, rows, panels| {
        driver.blocks(rows, panels, |block, rows| {
            let Block { k, first, width, start, next } = block;
            let pixels = rows.len() * w;
            let mut panel = Panel::new(tiles, plan, k, &weights[start..], width, pixels);
            if let Some(next) = next {
                panel = panel.before(&weights[next..]);
            }
            driver.panel(&mut panel, k, first, rows);
        });
    });
}

/// Computes a convolution of narrow groups.
///
/// # Panics
///
/// As [`convolve`], and for any other shape.
pub(crate) fn convolve_narrow(team: Team<'_>, args: Args<'_, '_>) {
    args.check();
    let Args { plan, input, weights, output, epilogue, room, .. } = args;
    let (weights, bias) = weights.split_at(weights.len() - padded(plan.shape.output[2]));
    let (bias, room) = bias.floats(team.backend, room.lend());
    let rooms = room.share();
    let outputs = Outputs { plan, bias, output: Shared::new(output), epilogue };
    divide(team, team.threads(), &outputs, usize::MAX, |thread, rows, _| {
        // SAFETY: each thread its own, and the loan ends with its part.
        let room = unsafe { rooms.only(thread) };
        let (weights, _) = weights.floats(team.backend, room);
        narrow::convolve(team.backend, input, weights, &outputs, rows);
    });
}

/// How a backend computes a convolution.
enum Way {
    Tiles(Tiles),
    #[cfg(all(feature = "amx", target_arch = "x86_64"))]
    Matrix(&'static Matrix),
    #[cfg(feature = "portable")]
    Gemm,
}

impl Way {
    #[cfg_attr(not(all(feature = "amx", target_arch = "x86_64")), allow(unused_variables))]
    fn of(backend: &Backend, plan: &ConvPlan) -> Self {
        let by_tiles = |tiles: &Tiles| {
            let few = plan.few.map(|few| Tiles::by_block(few[backend.index()]));
            Way::Tiles(few.unwrap_or(*tiles))
        };
        match &backend.conv {
            ConvKernel::Tiles(tiles) => by_tiles(tiles),
            #[cfg(all(feature = "amx", target_arch = "x86_64"))]
            ConvKernel::Matrix(tiles) => plan.matrix.map_or_else(|| by_tiles(tiles), Way::Matrix),
            #[cfg(feature = "portable")]
            ConvKernel::Gemm => Way::Gemm,
        }
    }
}

/// Whatever is not directly multiplied tile by tile with floats. [`convolve`] has
/// checked all lengths. On a stack of its own, which small networks need not.
#[inline(never)]
fn otherwise(
    team: Team<'_>,
    plan: &ConvPlan,
    input: &[f32],
    weights: Values<'_>,
    (output, epilogue): (Shared<'_>, Epilogue<'_>),
    scratch: &mut [f32],
    room: &mut Room<'_>,
) {
    let (weights, bias) = weights.split_at(weights.len() - padded(plan.shape.output[2]));
    let (bias, room) = bias.floats(team.backend, room.lend());
    let rooms = room.share();
    let outputs = Outputs { plan, bias, output, epilogue };
    match (&plan.winograd, Way::of(team.backend, plan)) {
        (Some(winograd), _) => {
            winograd::convolve(team, winograd, input, weights, outputs, scratch, rooms);
        }
        #[cfg(all(feature = "amx", target_arch = "x86_64"))]
        (None, Way::Matrix(matrix)) => {
            let job = matrix::Job {
                backend: team.backend,
                matrix,
                plan,
                input,
                weights,
                outputs: &outputs,
            };
            let (threads, len) = matrix::divide(plan, team.threads(), scratch.len());
            let scratch = Shared::new(scratch);
            divide(team, threads, &outputs, usize::MAX, |thread, rows, panels| {
                // SAFETY: each thread its own, and the loan ends with its part.
                let scratch = unsafe { scratch.part(of(thread, len)) };
                job.compute(scratch, rows, panels);
            });
        }
        (None, Way::Tiles(tiles)) => {
            let (backend, all) = (team.backend, weights.len());
            let driver = Driver { backend, plan, input, outputs };
            let at_once = plan.pooled_rows();
            divide(team, team.threads(), &driver.outputs, at_once, |thread, rows, panels| {
                // SAFETY: each thread its own, and the loan ends with its part.
                let room = unsafe { rooms.of(thread) };
                let mut strips = Strips::new(backend, tiles, plan, room);
                driver.blocks(rows, panels, |block, rows| {
                    let size = [block.width, rows.len() * plan.shape.output[1]];
                    let weights = weights.part(block.start..all);
                    strips.each(block.k, weights, size, &mut |panel, column| {
                        driver.panel(panel, block.k, block.first + column, rows.clone());
                    });
                });
            });
        }
        #[cfg(feature = "portable")]
        (None, Way::Gemm) => {
            divide(team, team.threads(), &outputs, usize::MAX, |_, rows, panels| {
                super::gemm::convolve(team.backend, input, weights, &outputs, rows, panels);
            })
        }
    }
}

/// The parts of a convolution of groups, which lie one after another in every
/// slice. Each thread computes whole parts, if there is scratch memory for it.
pub(crate) struct Parts<'a, 'r> {
    /// The plan of each.
    pub plan: &'a ConvPlan,
    pub input: &'a [f32],
    pub weights: Values<'a>,
    pub output: &'a mut [f32],
    pub activation: Activation,
    pub scratch: &'a mut [f32],
    pub room: &'a mut Room<'r>,
}

/// Computes all parts.
///
/// # Panics
///
/// As [`convolve`].
pub(crate) fn convolve_parts(team: Team<'_>, args: Parts<'_, '_>) {
    let Parts { plan, input, weights, output, activation, scratch, room } = args;
    let count = output.len() / plan.output_len;
    let most = scratch.len().checked_div(plan.scratch_len).unwrap_or(count);
    let threads = team.threads().min(count).min(most);
    let convolve = |team: Team<'_>,
                    part: usize,
                    output: &mut [f32],
                    scratch: &mut [f32],
                    room: &mut Room<'_>| {
        let epilogue = Epilogue { residual: false, then: Then::Activate(activation) };
        let (input, weights) =
            (&input[of(part, plan.input_len)], weights.part(of(part, plan.packed_len)));
        let args = Args { plan, input, weights, output, epilogue, scratch, room };
        if plan.shape.is_narrow() {
            convolve_narrow(team, args);
        } else {
            convolve(team, args);
        }
    };
    if threads == 1 {
        for part in 0..count {
            convolve(team, part, &mut output[of(part, plan.output_len)], scratch, room);
        }
        return;
    }
    let rooms = room.lend().share();
    let (output, scratch) = (Shared::new(output), Shared::new(scratch));
    team.run(threads, |thread| {
        for part in share(count, thread, threads) {
            // SAFETY: each part has its own output, and each thread its own
            // scratch memory, room and parts; the loans end with the turn.
            let (output, scratch, mut room) = unsafe {
                let scratch = scratch.part(of(thread, plan.scratch_len));
                (output.part(of(part, plan.output_len)), scratch, rooms.only(thread))
            };
            convolve(team.alone(), part, output, scratch, &mut room);
        }
    });
}

/// Where number `i` of slices of one length lies.
fn of(i: usize, len: usize) -> Range<usize> {
    i * len..(i + 1) * len
}

/// Has each thread compute some rows for some panels, and pool them, if they are to be
/// pooled, after so many `at_once`.
fn divide(
    team: Team<'_>,
    threads: usize,
    outputs: &Outputs<'_>,
    at_once: usize,
    job: impl Fn(usize, Range<usize>, Range<usize>) + Sync,
) {
    let plan = outputs.plan;
    let [h, w, c] = plan.shape.output;
    if threads == 1 {
        outputs.clear_halo(0, 1);
        let all = (0..h, 0..c.div_ceil(PANEL));
        // SAFETY: no other thread is at work.
        return unsafe {
            outputs.compute(team.backend, at_once, all, |rows, panels| job(0, rows, panels));
        };
    }
    let weights = (plan.rows * PANEL) as u64;
    let work = Work {
        rows: h,
        panels: c.div_ceil(PANEL),
        macs: w as u64 * weights,
        input: (plan.input_len / h) as u64,
        fetch: WEIGHT * weights,
    };
    let cut = work.cut(threads);
    team.run(cut.parts(), |part| {
        outputs.clear_halo(part, cut.parts());
        let (rows, panels, _) = cut.part(part, &work);
        // SAFETY: each thread has a part of its own.
        unsafe {
            outputs.compute(team.backend, at_once, (rows, panels), |rows, panels| {
                job(part, rows, panels);
            });
        }
    });
    // SAFETY: all is computed. Parts of other panels have the same rows.
    unsafe { outputs.pool_rest(team.backend, (0..cut.rows).map(|row| share(h, row, cut.rows))) };
}

/// What one convolution reads and writes. [`convolve`] has checked every length
/// against the plan.
struct Driver<'a> {
    backend: &'a Backend,
    plan: &'a ConvPlan,
    input: &'a [f32],
    outputs: Outputs<'a>,
}

/// A panel of a K block.
struct Block {
    k: usize,
    /// Its first channel, and how many it has.
    first: usize,
    width: usize,
    /// Where its weights start, and those that are needed next, unless they follow.
    start: usize,
    next: Option<usize>,
}

impl Driver<'_> {
    /// Calls `job` with some panels of some rows, row block by row block.
    #[inline(always)]
    fn blocks(
        &self,
        rows: Range<usize>,
        panels: Range<usize>,
        mut job: impl FnMut(Block, Range<usize>),
    ) {
        let plan = self.plan;
        let channels = padded(plan.shape.output[2]);
        for row in rows.clone().step_by(plan.row_block) {
            let rows = row..rows.end.min(row + plan.row_block);
            for k in 0..plan.k_blocks {
                for panel in panels.clone() {
                    let first = panel * PANEL;
                    // The panels between are another thread's.
                    let is_last = panel + 1 == panels.end && k + 1 < plan.k_blocks;
                    let block = Block {
                        k,
                        first,
                        width: PANEL.min(channels - first),
                        start: self.start(k, panel),
                        next: is_last.then(|| self.start(k + 1, panels.start)),
                    };
                    job(block, rows.clone());
                }
            }
        }
    }

    /// Where the weights of one panel of a K block start.
    fn start(&self, k: usize, panel: usize) -> usize {
        let plan = self.plan;
        let depth = plan.offsets_of(k).len() * plan.step;
        plan.first_row(k) * padded(plan.shape.output[2]) + depth * panel * PANEL
    }

    /// One panel in some rows, whose first channel is `first`.
    #[inline(always)]
    fn panel(&self, panel: &mut Panel<'_>, k: usize, first: usize, rows: Range<usize>) {
        let plan = self.plan;
        let ends = [k == 0, k + 1 == plan.k_blocks];
        let width = plan.shape.output[1];
        let input = plan.origin + k * plan.k_stride + rows.start * plan.row;
        let input = self.input[input..].as_ptr();
        for column in panel.passes() {
            let channel = first + column;
            let store = self.outputs.store(ends, channel, rows.start);
            // SAFETY: the plan's lengths cover every pixel of input and output,
            // and `convolve` has checked them; the walk goes through the pixels
            // of these rows. The backend was handed out as available. Input and
            // outputs are borrowed apart, and nobody else computes these rows
            // for this panel.
            unsafe { panel.run(column, input, rows.len() * width, Walk::rows(plan), store) };
            if ends[1] {
                let channels = channel..channel + panel.columns(column);
                for y in rows.clone() {
                    // SAFETY: as above, nobody else computes them.
                    unsafe { self.outputs.activate(self.backend, channels.clone(), y, 0..width) };
                }
            }
        }
    }
}
