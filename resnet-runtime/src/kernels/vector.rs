//! What a kernel needs to know of a register.

use super::generic::Tile;
use super::memory::Zeroed;
use crate::layout::BLOCK;
use crate::values::Half;
use crate::weights::float::{from_bf16, from_f16};

/// A register of `f32` lanes.
///
/// # Safety
///
/// Every method needs the instruction set of `Self` on the running CPU.
/// Methods are `inline(always)` and carry no `target_feature`: they take the
/// features of the kernel that they are inlined into.
pub(crate) trait Vector: Copy + Zeroed {
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

    /// Of a block of channels, for each lane from the `first` on the one that the
    /// table names. They are in one group of 8 lanes with it, if not in fewer.
    ///
    /// # Safety
    /// The instruction set of `Self`; `block` must be valid for reading a block, of
    /// which `first` is the place of a register.
    #[inline(always)]
    unsafe fn spread(block: *const f32, first: usize, channels: &[u32; BLOCK]) -> Self {
        const { assert!(Self::LANES <= 4) }
        let mut lanes = [0.0; 4];
        for (lane, channel) in lanes.iter_mut().zip(&channels[first..]) {
            // SAFETY: the caller lets us read every channel of the block.
            *lane = unsafe { *block.add(*channel as usize) };
        }
        // SAFETY: as many as the register has lanes.
        unsafe { Self::load(lanes.as_ptr()) }
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

    /// Adds the products of all steps of a tile to the sums of its pixels, in assembly,
    /// which is fast without optimisation. Returns whether that is written.
    ///
    /// # Safety
    ///
    /// As `generic::tile`, of which it is a part: `pixels` are where those of the tile
    /// lie at offset 0, and `sums` are theirs. Pointers have 64 bits.
    unsafe fn assembly<const N: usize>(
        _tile: &Tile,
        _pixels: &[*const f32],
        _sums: &mut [[Self; N]],
    ) -> bool {
        false
    }

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

    /// The same from bfloat16.
    ///
    /// # Safety
    /// The instruction set of `Self`.
    #[inline(always)]
    unsafe fn widen_bf16(from: &[Half; BLOCK], to: &mut [f32; BLOCK]) {
        for (from, to) in from.iter().zip(to) {
            *to = from_bf16(u16::from_le_bytes(*from));
        }
    }

    /// Asks for a cache line, which may lie anywhere: never a fault.
    fn prefetch(_line: *const f32) {}
}
