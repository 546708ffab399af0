//! What every x86-64 CPU has: the four lanes of `scalar`, in a register.
//!
//! Each method has the bits of that for `[f32; 4]`. LLVM makes the same instructions of
//! those at `opt-level = 3`, but goes through memory at `s`, where a network takes five
//! times as long.

use core::arch::x86_64::*;

use crate::kernels::memory::Zeroed;
use crate::kernels::vector::Vector;

// SAFETY: floats alone.
unsafe impl Zeroed for __m128 {}

impl Vector for __m128 {
    const LANES: usize = 4;

    #[inline(always)]
    unsafe fn splat(value: f32) -> Self {
        // SAFETY: every CPU that this file is compiled for has SSE2.
        unsafe { _mm_set1_ps(value) }
    }

    #[inline(always)]
    unsafe fn load(from: *const f32) -> Self {
        // SAFETY: the caller lets us read 4 values at `from`.
        unsafe { _mm_loadu_ps(from) }
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut f32) {
        // SAFETY: the caller lets us write 4 values at `to`.
        unsafe { _mm_storeu_ps(to, self) }
    }

    #[inline(always)]
    unsafe fn add(self, other: Self) -> Self {
        // SAFETY: every CPU that this file is compiled for has SSE2.
        unsafe { _mm_add_ps(self, other) }
    }

    #[inline(always)]
    unsafe fn sub(self, other: Self) -> Self {
        // SAFETY: every CPU that this file is compiled for has SSE2.
        unsafe { _mm_sub_ps(self, other) }
    }

    #[inline(always)]
    unsafe fn div(self, other: Self) -> Self {
        // SAFETY: every CPU that this file is compiled for has SSE2.
        unsafe { _mm_div_ps(self, other) }
    }

    #[inline(always)]
    unsafe fn mul_add(self, a: Self, b: Self) -> Self {
        // SAFETY: every CPU that this file is compiled for has SSE2.
        unsafe { _mm_add_ps(_mm_mul_ps(self, a), b) }
    }

    /// The instruction returns its second operand if one is NaN.
    #[inline(always)]
    unsafe fn max(self, floor: Self) -> Self {
        // SAFETY: every CPU that this file is compiled for has SSE2.
        unsafe { _mm_max_ps(floor, self) }
    }

    #[inline(always)]
    unsafe fn min(self, ceiling: Self) -> Self {
        // SAFETY: every CPU that this file is compiled for has SSE2.
        unsafe { _mm_min_ps(ceiling, self) }
    }

    #[inline(always)]
    unsafe fn power(self) -> Self {
        // SAFETY: every CPU that this file is compiled for has SSE2.
        unsafe {
            let exponents = _mm_slli_epi32(_mm_castps_si128(self), 23);
            _mm_castsi128_ps(_mm_add_epi32(exponents, _mm_castps_si128(_mm_set1_ps(1.0))))
        }
    }
}
