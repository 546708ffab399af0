//! The micro-kernel: some pixels times some blocks of output channels.
//!
//! A table of offsets, one per step, says where the input of each step lies.
//! Thereby one kernel serves 1x1, 3x3 and 7x7, strided and dilated filters.

use core::hint::assert_unchecked;
use core::ptr;

use super::Store;
use crate::kernels::registers::{rolled, zeros};
use crate::kernels::vector::Vector;
use crate::layout::BLOCK;

/// Computes one tile.
///
/// # Safety
///
/// The obligations of [`tile`] or [`few`], and the instruction set of the backend
/// whose table it is in.
pub(crate) type TileFn = unsafe fn(&Tile, &Store);

/// Most pixels of a tile.
pub(crate) const PIXELS: usize = 8;

/// The places in the output of pixels in a row.
pub(super) const ROW: [usize; PIXELS] = {
    let mut places = [0; PIXELS];
    let mut i = 0;
    while i < PIXELS {
        places[i] = i * BLOCK;
        i += 1;
    }
    places
};

/// What one call computes, `T` pixels by `N` registers of `LANES` channels.
/// Lengths and strides count floats.
pub(crate) struct Tile {
    /// Where offsets count from.
    pub input: *const f32,
    /// The first step's input of each pixel. They may lie anywhere, so that a
    /// tile may begin in one row and end in the next.
    pub pixels: [usize; PIXELS],
    /// Each pixel's place in the output.
    pub outputs: [usize; PIXELS],
    /// `steps` offsets from `input`.
    pub offsets: *const i32,
    pub steps: usize,
    /// Input channels of one step.
    pub step: usize,
    /// `steps · step` rows, of which each call reads `N · LANES` columns.
    pub weights: *const f32,
    /// From one row of the weights to the next.
    pub width: usize,
    /// Weights that are needed soon.
    pub prefetch: *const f32,
    pub ahead: Ahead,
}

/// Cache lines that each step of a tile prefetches.
#[derive(Clone, Copy)]
pub(crate) struct Ahead {
    pub lines: usize,
    /// From one to the next, and from the first of a step to that of the next.
    pub stride: usize,
    pub step: usize,
}

/// # Safety
///
/// * The CPU has the instruction set of `V`; `steps` and `step` are positive.
/// * `input + offsets[s] + pixels[t]` is readable for `step` values, for every
///   `s < steps` and `t < T`; `offsets` for `steps` values.
/// * `weights + r · width` is readable for `N · LANES` values, for every
///   `r < steps · step`.
/// * `store` can be applied to `T` pixels at `outputs` by `N` registers, and what
///   it writes overlaps nothing else that is read here; its `bias` is readable
///   for `N · LANES` values.
#[inline(always)]
pub(crate) unsafe fn tile<V: Vector, const T: usize, const N: usize>(a: &Tile, store: &Store) {
    // SAFETY: the caller's obligations are those of `sums`, and of `Store::apply`.
    unsafe { store.apply(sums::<V, T, N>(a, store.bias), &a.outputs) }
}

/// Of a block of channels, `M` registers, which has so few that the last `M - N` are
/// padding: nothing is multiplied for these, and they are stored as the zeros that they
/// would be.
///
/// # Safety
///
/// As [`tile`], but that `store` is applied to `M` registers.
#[inline(always)]
pub(crate) unsafe fn few<V: Vector, const T: usize, const N: usize, const M: usize>(
    a: &Tile,
    store: &Store,
) {
    const { assert!(N < M && M * V::LANES == BLOCK) }
    // SAFETY: as for `tile`.
    unsafe {
        let channels = sums::<V, T, N>(a, store.bias);
        let mut sums = zeros::<[[V; M]; T]>();
        unrolled!(t < T, {
            unrolled!(n < N, { sums[t][n] = channels[t][n] });
        });
        store.apply(sums, &a.outputs);
    }
}

/// The sums of a tile, bias included.
///
/// # Safety
///
/// As [`tile`], with that `bias`.
#[inline(always)]
unsafe fn sums<V: Vector, const T: usize, const N: usize>(
    a: &Tile,
    bias: *const f32,
) -> [[V; N]; T] {
    // SAFETY: the caller's obligations are those of the loads below.
    unsafe {
        let mut sums = zeros::<[[V; N]; T]>();
        unrolled!(n < N, {
            let bias = V::load(bias.add(n * V::LANES));
            unrolled!(t < T, { sums[t][n] = bias });
        });
        let mut pixels = [const { ptr::null() }; T];
        unrolled!(t < T, { pixels[t] = a.input.wrapping_add(a.pixels[t]) });
        // A debug build calls each multiply-add of the loop below. No crate knows whether it
        // is optimised; where it is, debug assertions alone cost more than assembly does.
        if cfg!(all(debug_assertions, target_pointer_width = "64"))
            && V::assembly(a, &pixels, &mut sums)
        {
            return sums;
        }
        // Or there would be code for loops that do nothing.
        assert_unchecked(a.steps > 0 && a.step > 0 && a.ahead.lines > 0);
        let (mut weights, mut prefetch) = (a.weights, a.prefetch);
        for s in 0..a.steps {
            let mut line = prefetch;
            let mut lines = a.ahead.lines;
            while lines > 0 {
                V::prefetch(line);
                line = line.wrapping_add(a.ahead.stride);
                lines = rolled(lines - 1);
            }
            prefetch = prefetch.wrapping_add(a.ahead.step);
            let mut input = *a.offsets.add(s) as isize;
            let mut rest = a.step;
            // Four channels at once, where a multiply-add can take a lane.
            while V::INPUTS == 4 && rest >= 4 {
                let mut inputs = zeros::<[V; T]>();
                unrolled!(t < T, { inputs[t] = V::load(pixels[t].offset(input)) });
                row::<V, T, N, 0>(&mut sums, &inputs, weights);
                row::<V, T, N, 1>(&mut sums, &inputs, weights.add(a.width));
                row::<V, T, N, 2>(&mut sums, &inputs, weights.add(2 * a.width));
                row::<V, T, N, 3>(&mut sums, &inputs, weights.add(3 * a.width));
                // The last step may leave the buffer: no read follows it.
                weights = weights.wrapping_add(4 * a.width);
                input += 4;
                rest -= 4;
            }
            while rest > 0 {
                let mut row = zeros::<[V; N]>();
                unrolled!(n < N, { row[n] = V::load(weights.add(n * V::LANES)) });
                unrolled!(t < T, {
                    let x = V::splat(*pixels[t].offset(input));
                    unrolled!(n < N, { sums[t][n] = x.mul_add(row[n], sums[t][n]) });
                });
                weights = weights.wrapping_add(a.width);
                input += 1;
                rest = rolled(rest - 1);
            }
        }
        sums
    }
}

/// One row of weights times lane `I` of each pixel's inputs. A weight is loaded
/// when it is needed: 24 sums and 6 inputs leave two of NEON's registers.
///
/// # Safety
///
/// As [`tile`], of which it is a part, at the row's `weights`.
#[inline(always)]
unsafe fn row<V: Vector, const T: usize, const N: usize, const I: usize>(
    sums: &mut [[V; N]; T],
    inputs: &[V; T],
    weights: *const f32,
) {
    // SAFETY: the caller lets us read `N · LANES` values at `weights`.
    unsafe {
        unrolled!(n < N, {
            let weight = V::load(weights.add(n * V::LANES));
            unrolled!(t < T, { sums[t][n] = weight.mul_add_input::<I>(inputs[t], sums[t][n]) });
        });
    }
}
