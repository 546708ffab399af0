//! What is done to a map channel by channel: register by register, so that nothing
//! depends on what a compiler makes vectors of.

use crate::kernels::vector::Vector;
use crate::layout::BLOCK;

use crate::kernels::registers::{registers, zeros};

pub(super) type Line = [f32; BLOCK];

pub(super) fn lines(values: &[f32]) -> &[Line] {
    values.as_chunks().0
}

pub(super) fn lines_mut(values: &mut [f32]) -> &mut [Line] {
    values.as_chunks_mut().0
}

/// The register that begins at `lane` of a line.
///
/// # Safety
///
/// The instruction set of `V`; `lane` is one of [`registers`] of a block.
#[inline(always)]
pub(super) unsafe fn load<V: Vector>(line: &Line, lane: usize) -> V {
    // SAFETY: registers divide a block, and the caller gives where one begins.
    unsafe { V::load(line.as_ptr().add(lane)) }
}

/// See [`load`], with the same obligations.
///
/// # Safety
///
/// Those of [`load`].
#[inline(always)]
pub(super) unsafe fn store<V: Vector>(value: V, line: &mut Line, lane: usize) {
    // SAFETY: as above.
    unsafe { value.store(line.as_mut_ptr().add(lane)) }
}

/// The mean of the `pixels` pixels of a map, per channel; `plane` counts those
/// of the halo too, which are zero.
///
/// # Safety
///
/// The instruction set of `V`.
#[inline(always)]
pub(crate) unsafe fn mean<V: Vector>(map: &[f32], plane: usize, pixels: usize, means: &mut [f32]) {
    for (plane, mean) in lines(map).chunks_exact(plane).zip(lines_mut(means)) {
        for lane in registers::<V>(BLOCK) {
            // SAFETY: the caller's obligation; `lane` is of `registers`.
            unsafe { store(average(plane, lane, pixels, |x: V| x), mean, lane) }
        }
    }
}

/// The mean and the variance of each channel of a map without halo: for each
/// block, a line of means and a line of variances. From the mean itself, not
/// from squares, which would cancel where the mean is large.
///
/// # Safety
///
/// The instruction set of `V`.
#[inline(always)]
pub(crate) unsafe fn moments<V: Vector>(map: &[f32], pixels: usize, moments: &mut [f32]) {
    let moments = lines_mut(moments).as_chunks_mut().0;
    for (plane, [means, variances]) in lines(map).chunks_exact(pixels).zip(moments) {
        for lane in registers::<V>(BLOCK) {
            // SAFETY: the caller's obligation; `lane` is of `registers`.
            unsafe {
                let mean = average(plane, lane, pixels, |x: V| x);
                store(mean, means, lane);
                let square = |x: V| {
                    let distance = x.sub(mean);
                    distance.mul_add(distance, V::splat(0.0))
                };
                store(average(plane, lane, pixels, square), variances, lane);
            }
        }
    }
}

/// The sum of `f` over some lines, divided by `pixels`. Neumaier's correction is not
/// needed: four partial sums keep the rounding error of a few thousand pixels small.
///
/// # Safety
///
/// Those of [`load`].
#[inline(always)]
unsafe fn average<V: Vector>(plane: &[Line], lane: usize, pixels: usize, f: impl Fn(V) -> V) -> V {
    // SAFETY: the caller's obligations.
    unsafe {
        let mut sums = zeros::<[V; 4]>();
        let (fours, rest) = plane.as_chunks::<4>();
        for four in fours {
            unrolled!(i < 4, { sums[i] = sums[i].add(f(load(&four[i], lane))) });
        }
        unrolled!(i < 3, {
            if let Some(line) = rest.get(i) {
                sums[i] = sums[i].add(f(load(line, lane)));
            }
        });
        let [a, b, c, d] = sums;
        a.add(b).add(c.add(d)).div(V::splat(pixels as f32))
    }
}
