//! AVX2 with FMA and F16C, which come together: tiles of 6 pixels by 2 registers, 16 columns
//! of a panel a pass; of one pixel by 8, a whole panel.

use core::arch::x86_64::*;

use crate::kernels::backend::Tiles;
use crate::kernels::memory::Zeroed;
use crate::kernels::vector::Vector;
use crate::kernels::{ConvKernel, generic};
use crate::layout::BLOCK;
use crate::values::Half;

shims!(__m256, "avx2,fma,f16c");

products!(2: 1 3 6, 2: 1 3 6);

points!(__m256, "avx2,fma,f16c");

few!(__m256, "avx2,fma,f16c"; 1 of 2: 1 2 3 4 5 6 7 8);

backend!("avx2", is_available, ConvKernel::Tiles(TILES));

const TILES: Tiles =
    Tiles { pixel: Some(tiles!(tile, 8: 1)), ..Tiles::by_block(tiles!(tile, 2: 1 2 3 4 5 6)) };

#[cfg(feature = "std")]
pub(super) fn is_available() -> bool {
    std::is_x86_feature_detected!("avx2")
        && std::is_x86_feature_detected!("fma")
        && std::is_x86_feature_detected!("f16c")
}

/// Without std there is no detection: what the compiler was told is taken.
#[cfg(not(feature = "std"))]
pub(super) fn is_available() -> bool {
    cfg!(all(target_feature = "avx2", target_feature = "fma", target_feature = "f16c"))
}

// SAFETY: floats alone.
unsafe impl Zeroed for __m256 {}

impl Vector for __m256 {
    const LANES: usize = 8;

    #[inline(always)]
    unsafe fn splat(value: f32) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { _mm256_set1_ps(value) }
    }

    #[inline(always)]
    unsafe fn load(from: *const f32) -> Self {
        // SAFETY: the instruction set as above; the caller lets us read 8
        // values at `from`.
        unsafe { _mm256_loadu_ps(from) }
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut f32) {
        // SAFETY: the instruction set as above; the caller lets us write 8
        // values at `to`.
        unsafe { _mm256_storeu_ps(to, self) }
    }

    #[inline(always)]
    unsafe fn add(self, other: Self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { _mm256_add_ps(self, other) }
    }

    #[inline(always)]
    unsafe fn sub(self, other: Self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { _mm256_sub_ps(self, other) }
    }

    #[inline(always)]
    unsafe fn div(self, other: Self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { _mm256_div_ps(self, other) }
    }

    #[inline(always)]
    unsafe fn mul_add(self, a: Self, b: Self) -> Self {
        // SAFETY: the trait's contract; `is_available` asked for FMA too.
        unsafe { _mm256_fmadd_ps(self, a, b) }
    }

    #[inline(always)]
    unsafe fn spread(block: *const f32, first: usize, channels: &[u32; BLOCK]) -> Self {
        // SAFETY: the instruction set as above; the caller lets us read the block,
        // of which `first` is one half's place, and so it is in the table. The
        // instruction takes three bits of a lane: its place in that half.
        unsafe {
            let lanes = _mm256_loadu_si256(channels.as_ptr().add(first).cast());
            _mm256_permutevar8x32_ps(_mm256_loadu_ps(block.add(first)), lanes)
        }
    }

    #[inline(always)]
    unsafe fn max(self, floor: Self) -> Self {
        // The instruction returns its second operand if either is a NaN.
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { _mm256_max_ps(floor, self) }
    }

    #[inline(always)]
    unsafe fn min(self, ceiling: Self) -> Self {
        // As for `max`.
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { _mm256_min_ps(ceiling, self) }
    }

    #[inline(always)]
    unsafe fn power(self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe {
            let exponent = _mm256_slli_epi32::<23>(_mm256_castps_si256(self));
            let one = _mm256_castps_si256(_mm256_set1_ps(1.0));
            _mm256_castsi256_ps(_mm256_add_epi32(exponent, one))
        }
    }

    #[inline(always)]
    unsafe fn widen_f16(from: &[Half; BLOCK], to: &mut [f32; BLOCK]) {
        // SAFETY: the trait's contract; `is_available` asked for F16C too; both
        // arrays have 16 values.
        unsafe {
            let [low, high] = [0, 8].map(|i| _mm_loadu_si128(from.as_ptr().add(i).cast()));
            _mm256_storeu_ps(to.as_mut_ptr(), _mm256_cvtph_ps(low));
            _mm256_storeu_ps(to.as_mut_ptr().add(8), _mm256_cvtph_ps(high));
        }
    }

    #[inline(always)]
    unsafe fn widen_bf16(from: &[Half; BLOCK], to: &mut [f32; BLOCK]) {
        // SAFETY: as for `widen_f16`.
        unsafe {
            for i in [0, 8] {
                let half = _mm_loadu_si128(from.as_ptr().add(i).cast());
                let high = _mm256_slli_epi32::<16>(_mm256_cvtepu16_epi32(half));
                _mm256_storeu_ps(to.as_mut_ptr().add(i), _mm256_castsi256_ps(high));
            }
        }
    }

    #[inline(always)]
    fn prefetch(line: *const f32) {
        // SAFETY: a hint, defined for every address; SSE is in all x86-64.
        unsafe { _mm_prefetch::<_MM_HINT_T1>(line.cast()) }
    }

    assembly!("ymm", 32, 1: 0, 2: 0 1, 8: 0 1 2 3 4 5 6 7);
}
