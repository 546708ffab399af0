//! WebAssembly: tiles of 6 pixels by 2 registers, each twice for 16 columns.
//!
//! An engine refuses a whole module for one instruction that it does not know,
//! so that there is nothing to detect: a program is compiled once with relaxed
//! SIMD, which has a multiply-add, once with plain SIMD, and its loader chooses.

use core::arch::wasm32::*;

use crate::kernels::memory::Zeroed;
use crate::kernels::vector::Vector;
use crate::kernels::{ConvKernel, generic};

shims!(v128, "simd128");

products!(2: 1 3 6, 2: 1 3 6);

points!(v128, "simd128");

few!(v128, "simd128"; 2 of 4: 1 2 3 4 5 6);

#[cfg(not(target_feature = "relaxed-simd"))]
backend!("simd128", || true, ConvKernel::by_block(tiles!(halves, 2: 1 2 3 4 5 6)));
#[cfg(target_feature = "relaxed-simd")]
backend!("relaxed-simd", || true, ConvKernel::by_block(tiles!(halves, 2: 1 2 3 4 5 6)));

/// A tile of 16 channels, 8 at a time: on x86-64 an engine has 16 registers,
/// and 6 pixels by 4 would spill.
///
/// # Safety
/// The obligations of [`generic::tile`] at twice the registers.
#[target_feature(enable = "simd128")]
unsafe fn halves<const T: usize, const N: usize>(a: &generic::Tile, store: &generic::Store) {
    let half = N * v128::LANES;
    // SAFETY: what is readable and writable for 16 channels is so for the
    // first 8 and for those after them.
    unsafe {
        tile::<T, N>(a, store);
        let weights = a.weights.add(half);
        tile::<T, N>(&generic::Tile { weights, ..*a }, &store.at(half, half, half));
    }
}

// SAFETY: floats alone.
unsafe impl Zeroed for v128 {}

impl Vector for v128 {
    const LANES: usize = 4;

    #[inline(always)]
    unsafe fn splat(value: f32) -> Self {
        f32x4_splat(value)
    }

    #[inline(always)]
    unsafe fn load(from: *const f32) -> Self {
        // SAFETY: the caller lets us read 4 values at `from`.
        unsafe { v128_load(from.cast()) }
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut f32) {
        // SAFETY: the caller lets us write 4 values at `to`.
        unsafe { v128_store(to.cast(), self) }
    }

    #[inline(always)]
    unsafe fn add(self, other: Self) -> Self {
        f32x4_add(self, other)
    }

    #[inline(always)]
    unsafe fn sub(self, other: Self) -> Self {
        f32x4_sub(self, other)
    }

    #[cfg(target_feature = "relaxed-simd")]
    #[inline(always)]
    unsafe fn mul_add(self, a: Self, b: Self) -> Self {
        f32x4_relaxed_madd(self, a, b)
    }

    #[cfg(not(target_feature = "relaxed-simd"))]
    #[inline(always)]
    unsafe fn mul_add(self, a: Self, b: Self) -> Self {
        f32x4_add(f32x4_mul(self, a), b)
    }

    /// LLVM makes a relaxed maximum of [`f32x4_pmax`], which loses NaN.
    #[cfg(target_feature = "relaxed-simd")]
    #[inline(always)]
    unsafe fn max(self, floor: Self) -> Self {
        f32x4_max(self, floor)
    }

    /// `self < floor ? floor : self`: one instruction on x86-64, where the
    /// `max` of WebAssembly is many.
    #[cfg(not(target_feature = "relaxed-simd"))]
    #[inline(always)]
    unsafe fn max(self, floor: Self) -> Self {
        f32x4_pmax(self, floor)
    }

    #[inline(always)]
    unsafe fn div(self, other: Self) -> Self {
        f32x4_div(self, other)
    }

    #[cfg(target_feature = "relaxed-simd")]
    #[inline(always)]
    unsafe fn min(self, ceiling: Self) -> Self {
        f32x4_min(self, ceiling)
    }

    #[cfg(not(target_feature = "relaxed-simd"))]
    #[inline(always)]
    unsafe fn min(self, ceiling: Self) -> Self {
        f32x4_pmin(self, ceiling)
    }

    #[inline(always)]
    unsafe fn power(self) -> Self {
        i32x4_add(i32x4_shl(self, 23), f32x4_splat(1.0))
    }
}
