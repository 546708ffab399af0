//! The micro-kernel: some pixels times some blocks of output channels.
//!
//! A table of offsets, one per step, says where the input of each step lies.
//! Thereby one kernel serves 1x1, 3x3 and 7x7, strided and dilated filters.

use crate::kernels::vector::Vector;
use crate::layout::BLOCK;

/// Computes one tile.
///
/// # Safety
///
/// The obligations of [`tile`], and the instruction set of the backend whose
/// table it is in.
pub(crate) type TileFn = unsafe fn(&Tile);

/// What one call computes, `T` pixels by `N` registers of `LANES` channels.
/// Lengths and strides count floats.
pub(crate) struct Tile {
    /// Input of the first pixel's first step.
    pub input: *const f32,
    /// `steps` offsets from `input`.
    pub offsets: *const i32,
    pub steps: usize,
    /// Input channels of one step.
    pub step: usize,
    /// From one pixel to the next in the input.
    pub pixel: usize,
    /// `steps · step` rows, of which each call reads `N · LANES` columns.
    pub weights: *const f32,
    /// From one row of the weights to the next.
    pub width: usize,
    /// Output of the first pixel; the next one is `BLOCK` floats on.
    pub output: *mut f32,
    /// From one channel block of the output to the next.
    pub plane: usize,
    /// `N · LANES` values to start from, or null.
    pub bias: *const f32,
    /// Whether to start from what `output` holds.
    pub accumulate: bool,
    pub relu: bool,
    /// Whether to write `output`.
    pub keep: bool,
    /// A second output, `max(scale · sum + shift, 0)`, or null.
    pub preact: *mut f32,
    pub preact_plane: usize,
    /// `N · LANES` values each; read with `preact` alone.
    pub scale: *const f32,
    pub shift: *const f32,
    /// Weights that are needed soon: `prefetch_lines` cache lines a step.
    pub prefetch: *const f32,
    pub prefetch_lines: usize,
}

/// # Safety
///
/// * The CPU has the instruction set of `V`.
/// * `input + offsets[s] + t · pixel` is readable for `step` values, for every
///   `s < steps` and `t < T`; `offsets` for `steps` values.
/// * `weights + r · width` is readable for `N · LANES` values, for every
///   `r < steps · step`.
/// * `output + b · plane` is readable and writable for `T · BLOCK` values, for
///   every `b` below `N · LANES / BLOCK`; and so is `preact` by `preact_plane`, unless
///   null. The two do not overlap each other nor anything that is read here.
/// * `bias` is null or readable for `N · LANES` values; so are `scale` and
///   `shift` unless `preact` is null.
#[inline(always)]
pub(crate) unsafe fn tile<V: Vector, const T: usize, const N: usize>(a: &Tile) {
    // SAFETY: the caller's obligations are those of the loads and stores
    // below, in this order: bias, output, input, weights, outputs.
    unsafe {
        let mut sums = [[V::splat(0.0); N]; T];
        if !a.bias.is_null() {
            for n in 0..N {
                let bias = V::load(a.bias.add(n * V::LANES));
                for pixel in &mut sums {
                    pixel[n] = bias;
                }
            }
        }
        if a.accumulate {
            for (t, pixel) in sums.iter_mut().enumerate() {
                for (n, sum) in pixel.iter_mut().enumerate() {
                    *sum = sum.add(V::load(a.output.add(place::<V>(t, n, a.plane))));
                }
            }
        }
        let (mut weights, mut prefetch) = (a.weights, a.prefetch);
        for s in 0..a.steps {
            for _ in 0..a.prefetch_lines {
                V::prefetch(prefetch);
                prefetch = prefetch.wrapping_add(BLOCK);
            }
            let mut input = a.input.offset(*a.offsets.add(s) as isize);
            for _ in 0..a.step {
                let mut row = [V::splat(0.0); N];
                for (n, weight) in row.iter_mut().enumerate() {
                    *weight = V::load(weights.add(n * V::LANES));
                }
                for (t, pixel) in sums.iter_mut().enumerate() {
                    let x = V::splat(*input.add(t * a.pixel));
                    for (sum, weight) in pixel.iter_mut().zip(row) {
                        *sum = x.mul_add(weight, *sum);
                    }
                }
                // The last step may leave the buffer: no read follows it.
                weights = weights.wrapping_add(a.width);
                input = input.wrapping_add(1);
            }
        }
        if a.relu {
            for sum in sums.as_flattened_mut() {
                *sum = sum.relu();
            }
        }
        if a.keep {
            for (t, pixel) in sums.iter().enumerate() {
                for (n, sum) in pixel.iter().enumerate() {
                    sum.store(a.output.add(place::<V>(t, n, a.plane)));
                }
            }
        }
        if !a.preact.is_null() {
            for n in 0..N {
                let scale = V::load(a.scale.add(n * V::LANES));
                let shift = V::load(a.shift.add(n * V::LANES));
                for (t, pixel) in sums.iter().enumerate() {
                    let preact = pixel[n].mul_add(scale, shift).relu();
                    preact.store(a.preact.add(place::<V>(t, n, a.preact_plane)));
                }
            }
        }
    }
}

/// Where register `n` of pixel `t` lies in a blocked map.
#[inline(always)]
fn place<V: Vector>(t: usize, n: usize, plane: usize) -> usize {
    let channel = n * V::LANES;
    channel / BLOCK * plane + t * BLOCK + channel % BLOCK
}
