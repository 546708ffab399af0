//! How fast a core multiplies and adds at most.

use core::hint::black_box;

use crate::kernels::registers::zeros;
use crate::kernels::vector::Vector;

/// Independent sums: more than any core needs to be busy, and no more than the
/// registers of every instruction set hold.
const SUMS: usize = 12;

/// Multiply-adds in registers alone. Returns how many were done.
///
/// # Safety
///
/// The instruction set of `V`.
#[inline(always)]
pub(crate) unsafe fn peak<V: Vector>(rounds: usize) -> u64 {
    // SAFETY: the caller's obligation; the array has room for a register.
    unsafe {
        let (a, b) = (V::splat(black_box(0.5)), V::splat(black_box(1.0)));
        let mut sums = zeros::<[V; SUMS]>();
        unrolled!(i < SUMS, { sums[i] = V::splat(black_box(0.0)) });
        for _ in 0..rounds {
            unrolled!(i < SUMS, { sums[i] = sums[i].mul_add(a, b) });
        }
        let mut all = V::splat(0.0);
        unrolled!(i < SUMS, { all = all.add(sums[i]) });
        let mut lanes = [0.0; 16];
        all.store(lanes.as_mut_ptr());
        black_box(lanes);
    }
    (rounds * SUMS * V::LANES) as u64
}

/// The signature of [`peak`] for one instruction set.
pub(crate) type PeakFn = unsafe fn(usize) -> u64;
