//! What a kernel needs to know of a register.

use crate::layout::BLOCK;
use crate::values::Half;
use crate::weights::float::from_f16;

/// A register of `f32` lanes.
///
/// # Safety
///
/// Every method needs the instruction set of `Self` on the running CPU.
/// Methods are `inline(always)` and carry no `target_feature`: they take the
/// features of the kernel that they are inlined into.
pub(crate) trait Vector: Copy {
    /// Divides a block of channels.
    const LANES: usize;

    /// Input channels of a pixel that one register holds: 1, which is splatted,
    /// or `LANES`, which [`Vector::mul_add_input`] takes one by one.
    const INPUTS: usize = 1;

    /// # Safety
    /// The instruction set of `Self`.
    unsafe fn splat(value: f32) -> Self;

    /// # Safety
    /// `from` must be valid for reading `LANES` values. No alignment is needed.
    unsafe fn load(from: *const f32) -> Self;

    /// # Safety
    /// `to` must be valid for writing `LANES` values. No alignment is needed.
    unsafe fn store(self, to: *mut f32);

    /// # Safety
    /// The instruction set of `Self`.
    unsafe fn add(self, other: Self) -> Self;

    /// # Safety
    /// The instruction set of `Self`.
    unsafe fn sub(self, other: Self) -> Self;

    /// `self · a + b`. Backends with FMA round once, the others twice.
    ///
    /// # Safety
    /// The instruction set of `Self`.
    unsafe fn mul_add(self, a: Self, b: Self) -> Self;

    /// `self · inputs[I] + sum`, for an `I` below `INPUTS`.
    ///
    /// # Safety
    /// The instruction set of `Self`.
    #[inline(always)]
    unsafe fn mul_add_input<const I: usize>(self, inputs: Self, sum: Self) -> Self {
        // SAFETY: the caller's obligation. The one input was splatted.
        unsafe { inputs.mul_add(self, sum) }
    }

    /// # Safety
    /// The instruction set of `Self`.
    unsafe fn div(self, other: Self) -> Self;

    /// The greater of the two; a NaN in `self` stays.
    ///
    /// # Safety
    /// The instruction set of `Self`.
    unsafe fn max(self, floor: Self) -> Self;

    /// The lesser of the two; a NaN in `self` stays.
    ///
    /// # Safety
    /// The instruction set of `Self`.
    unsafe fn min(self, ceiling: Self) -> Self;

    /// `2ⁿ`, where `self` is `n + 1.5 · 2²³` with an integer `n` from -126 to
    /// 127: the low bits of such a float are `n`, and become the exponent.
    ///
    /// # Safety
    /// The instruction set of `Self`.
    unsafe fn power(self) -> Self;

    /// A cache line of floats from IEEE 754 binary16. Where no instruction does it,
    /// compilers make vectors of this.
    ///
    /// # Safety
    /// The instruction set of `Self`.
    #[inline(always)]
    unsafe fn widen_f16(from: &[Half; BLOCK], to: &mut [f32; BLOCK]) {
        // Not inlined: as vectors of four it is 700 bytes.
        #[inline(never)]
        fn widen(from: &[Half; BLOCK], to: &mut [f32; BLOCK]) {
            for (from, to) in from.iter().zip(to) {
                *to = from_f16(u16::from_le_bytes(*from));
            }
        }
        widen(from, to);
    }

    /// Asks for a cache line, which may lie anywhere: never a fault.
    fn prefetch(_line: *const f32) {}
}
