//! The last steps of every convolution: from registers to the map, and what is
//! done to lines just written.

use core::f32::consts::LOG2_E;
use core::ptr;

use super::tile::PIXELS;
use crate::kernels::Activation;
use crate::kernels::plan::PANEL;
use crate::kernels::registers::{registers, rolled};
use crate::kernels::vector::Vector;
use crate::layout::BLOCK;

/// Where the sums of a tile go, and what is done to them before. Pointers are
/// at its first pixel and channel; lengths and strides count floats.
#[derive(Clone, Copy)]
pub(crate) struct Store {
    /// A value per channel to start from.
    pub bias: *const f32,
    /// Whether to add what `output` holds: the shortcut, or the sums so far.
    pub accumulate: bool,
    /// The least value to write, -∞ for any: ReLU's 0.
    pub floor: f32,
    /// Whether to write `output`.
    pub keep: bool,
    /// Where the places of pixels in the output count from.
    pub output: *mut f32,
    /// From one channel block of the output to the next.
    pub plane: usize,
    /// A second output, `max(scale · sum + shift, preact_floor)`, or null: the
    /// first pixel, of which the next one is `BLOCK` floats on.
    pub preact: *mut f32,
    pub preact_plane: usize,
    pub preact_floor: f32,
    /// A value per channel each; read with `preact` alone.
    pub scale: *const f32,
    pub shift: *const f32,
}

impl Store {
    /// Writes the sums, or adds them to what is there.
    pub fn sums(output: *mut f32, plane: usize, accumulate: bool) -> Self {
        static ZEROS: [f32; PANEL] = [0.0; PANEL];
        Store {
            bias: ZEROS.as_ptr(),
            accumulate,
            floor: f32::NEG_INFINITY,
            keep: true,
            output,
            plane,
            preact: ptr::null_mut(),
            preact_plane: 0,
            preact_floor: f32::NEG_INFINITY,
            scale: ptr::null(),
            shift: ptr::null(),
        }
    }

    /// Goes on by some floats of each output. Null stays null.
    pub fn advance(&mut self, output: usize, preact: usize) {
        self.output = self.output.wrapping_add(output);
        if !self.preact.is_null() {
            self.preact = self.preact.wrapping_add(preact);
        }
    }

    /// The same, some floats on in each output, and some channels on.
    pub fn at(&self, output: usize, preact: usize, channel: usize) -> Self {
        let mut store = *self;
        store.advance(output, preact);
        store.bias = self.bias.wrapping_add(channel);
        if !self.preact.is_null() {
            store.scale = self.scale.wrapping_add(channel);
            store.shift = self.shift.wrapping_add(channel);
        }
        store
    }

    /// Stores `T` pixels by `N` registers of channels, bias included, each pixel
    /// at its place in `outputs`.
    ///
    /// # Safety
    ///
    /// * The CPU has the instruction set of `V`.
    /// * `output + outputs[t] + b · plane` is readable and writable for `BLOCK`
    ///   values, for every `t` below `T` and `b` below `N · LANES / BLOCK`, as is
    ///   `preact + b · preact_plane` for `T · BLOCK`, unless null. The two do not
    ///   overlap.
    /// * `scale` and `shift` are readable for `N · LANES` values, unless
    ///   `preact` is null.
    #[inline(always)]
    pub unsafe fn apply<V: Vector, const T: usize, const N: usize>(
        &self,
        mut sums: [[V; N]; T],
        outputs: &[usize; PIXELS],
    ) {
        // SAFETY: the caller's obligations are those of the loads and stores.
        unsafe {
            if self.accumulate {
                unrolled!(t < T, {
                    unrolled!(n < N, {
                        let output = self.output.add(outputs[t] + place::<V>(n, self.plane));
                        sums[t][n] = sums[t][n].add(V::load(output));
                    });
                });
            }
            if self.floor > f32::NEG_INFINITY {
                let floor = V::splat(self.floor);
                unrolled!(t < T, {
                    unrolled!(n < N, { sums[t][n] = sums[t][n].max(floor) });
                });
            }
            if self.keep {
                unrolled!(t < T, {
                    unrolled!(n < N, {
                        sums[t][n].store(self.output.add(outputs[t] + place::<V>(n, self.plane)));
                    });
                });
            }
            if !self.preact.is_null() {
                let floor = V::splat(self.preact_floor);
                unrolled!(n < N, {
                    let scale = V::load(self.scale.add(n * V::LANES));
                    let shift = V::load(self.shift.add(n * V::LANES));
                    unrolled!(t < T, {
                        let preact = sums[t][n].mul_add(scale, shift).max(floor);
                        let at = t * BLOCK + place::<V>(n, self.preact_plane);
                        preact.store(self.preact.add(at));
                    });
                });
            }
        }
    }
}

/// Where register `n` of a pixel lies in a blocked map.
#[inline(always)]
fn place<V: Vector>(n: usize, plane: usize) -> usize {
    let channel = n * V::LANES;
    channel / BLOCK * plane + channel % BLOCK
}

/// `f(scale · x + shift)` of some lines, in place or to another map. ReLU after
/// a convolution is done in registers; other activations, preactivations alone
/// and gates are not.
#[derive(Clone, Copy)]
pub(crate) struct Post {
    pub activation: Activation,
    /// A value per channel each, or null for 1 and 0.
    pub scale: *const f32,
    pub shift: *const f32,
    /// Whether to add what `to` holds.
    pub accumulate: bool,
    pub from: *const f32,
    /// From one channel block to the next, in floats.
    pub from_plane: usize,
    pub to: *mut f32,
    pub to_plane: usize,
}

/// Finishes lines.
///
/// # Safety
///
/// The obligations of [`post`], and the instruction set of the backend.
pub(crate) type PostFn = unsafe fn(&Post, usize, usize);

/// # Safety
///
/// * The CPU has the instruction set of `V`.
/// * `from` is readable for `pixels` lines, in `blocks` planes; `to` is
///   writable likewise, and readable if it is added to. They may be the same, or
///   do not overlap.
/// * `scale` and `shift` are each null or readable for `blocks` lines.
#[inline(always)]
pub(crate) unsafe fn post<V: Vector>(a: &Post, pixels: usize, blocks: usize) {
    let [low, high] = a.activation.range();
    for block in 0..blocks {
        for lane in registers::<V>(BLOCK) {
            // SAFETY: the caller's obligations, for some channels of a block.
            unsafe {
                let (mut scale, mut shift) = (V::splat(1.0), V::splat(0.0));
                if !a.scale.is_null() {
                    scale = V::load(a.scale.add(block * BLOCK + lane));
                }
                if !a.shift.is_null() {
                    shift = V::load(a.shift.add(block * BLOCK + lane));
                }
                let (low, high) = (V::splat(low), V::splat(high));
                let from = a.from.add(block * a.from_plane + lane);
                let to = a.to.add(block * a.to_plane + lane);
                let mut at = 0;
                while at < pixels * BLOCK {
                    if a.accumulate {
                        shift = V::load(to.add(at));
                    }
                    let x = V::load(from.add(at)).mul_add(scale, shift);
                    let y = match a.activation {
                        Activation::Silu => x.div(one_plus_exp(V::splat(0.0).sub(x))),
                        Activation::Sigmoid => {
                            V::splat(1.0).div(one_plus_exp(V::splat(0.0).sub(x)))
                        }
                        _ => x.max(low).min(high),
                    };
                    y.store(to.add(at));
                    at = rolled(at + BLOCK);
                }
            }
        }
    }
}

/// `1 + eˣ`. `eˣ` has a relative error of 2e-7 and is finite for every `x` but
/// NaN.
///
/// # Safety
///
/// The instruction set of `V`.
#[inline(always)]
unsafe fn one_plus_exp<V: Vector>(x: V) -> V {
    // Adding 1.5 · 2²³ rounds to an integer, which is left in the low bits.
    const ROUND: f32 = 12_582_912.0;
    // Taylor's series from r⁷ on, |r| ≤ ln 2 / 2.
    const SERIES: [f32; 8] =
        [1.0 / 5040.0, 1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0];
    // SAFETY: the caller's obligation.
    unsafe {
        let k = |value| V::splat(value);
        let y = x.max(k(-87.0)).min(k(88.0));
        let rounded = y.mul_add(k(LOG2_E), k(ROUND));
        let n = rounded.sub(k(ROUND));
        // ln 2 in two parts, of which `n` times the first is exact (Cody & Waite).
        let r = n.mul_add(k(2.121_944_4e-4), n.mul_add(k(-0.693_359_4), y));
        let series = SERIES[1..].iter().fold(k(SERIES[0]), |sum, c| sum.mul_add(r, k(*c)));
        series.mul_add(rounded.power(), k(1.0))
    }
}
