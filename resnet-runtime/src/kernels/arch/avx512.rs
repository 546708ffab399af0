//! AVX-512: tiles of 6 pixels by 4 registers, a whole panel a pass.

use core::arch::x86_64::*;

use super::avx2;
use crate::kernels::backend::Tiles;
use crate::kernels::generic::TileFn;
use crate::kernels::memory::Zeroed;
use crate::kernels::vector::Vector;
use crate::kernels::{ConvKernel, generic};
use crate::layout::BLOCK;
use crate::values::Half;

shims!(__m512, "avx512f");

products!(1: 1 4 8 16, 2: 1 4 8);

/// Half a register would be idle, and on a Zen 4 a whole one takes twice the time.
pub(super) use super::avx2::FEW;
/// Few maps need them: of most, [`four_tiles`] makes points.
pub(super) use super::avx2::points;

backend!("avx512", is_available, ConvKernel::Tiles(TILES));

/// Eight sums at least hide the latency of two multiply-adds a cycle; 7 pixels by
/// 4 registers would spill.
pub(super) const TILES: Tiles = Tiles {
    blocks: 4,
    whole: tiles!(tile, 4: 1 2 3 4 5 6),
    single: tiles!(tile, 1: 1 2 3 4 5 6 7 8),
    pixel: None,
    // Of a Zen 4: more cost 3 % of 7 x 7 maps and of Winograd's products.
    lines: 4,
};

/// # Safety
/// The obligations of [`generic::four_tiles`] and AVX-512F.
#[target_feature(enable = "avx512f")]
pub(super) unsafe fn four_tiles(a: &generic::FourTiles) {
    // SAFETY: the attribute gives the features, the caller the rest.
    unsafe { generic::four_tiles::<__m512>(a) }
}

/// The tiles of two or three blocks, for maps of so many pixels.
pub(super) const fn between(blocks: usize, pixels: usize) -> &'static [TileFn] {
    // Statics, and nothing is read of them: the tiles of a constant would be compiled once
    // more in the crate that evaluates it, in a debug build without optimisation.
    static TWO_BY_ONE: [TileFn; 1] = *tiles!(tile, 2: 1);
    static THREE_BY_ONE: [TileFn; 1] = *tiles!(tile, 3: 1);
    static TWO: [TileFn; 8] = *tiles!(tile, 2: 1 2 3 4 5 6 7 8);
    static THREE: [TileFn; 8] = *tiles!(tile, 3: 1 2 3 4 5 6 7 8);
    match (blocks, pixels) {
        (2, 1) => &TWO_BY_ONE,
        (3, 1) => &THREE_BY_ONE,
        (2, _) => &TWO,
        (3, _) => &THREE,
        _ => &[],
    }
}

/// AVX2 too, of which [`FEW`] and [`points`] are: every such CPU has it, but a hypervisor may
/// hide it.
#[cfg(feature = "std")]
pub(super) fn is_available() -> bool {
    avx2::is_available() && std::is_x86_feature_detected!("avx512f")
}

/// Without std there is no detection: what the compiler was told is taken.
#[cfg(not(feature = "std"))]
pub(super) fn is_available() -> bool {
    avx2::is_available() && cfg!(target_feature = "avx512f")
}

// SAFETY: floats alone.
unsafe impl Zeroed for __m512 {}

impl Vector for __m512 {
    const LANES: usize = 16;

    #[inline(always)]
    unsafe fn splat(value: f32) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { _mm512_set1_ps(value) }
    }

    #[inline(always)]
    unsafe fn load(from: *const f32) -> Self {
        // SAFETY: the instruction set as above; the caller lets us read 16
        // values at `from`.
        unsafe { _mm512_loadu_ps(from) }
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut f32) {
        // SAFETY: the instruction set as above; the caller lets us write 16
        // values at `to`.
        unsafe { _mm512_storeu_ps(to, self) }
    }

    #[inline(always)]
    unsafe fn add(self, other: Self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { _mm512_add_ps(self, other) }
    }

    #[inline(always)]
    unsafe fn sub(self, other: Self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { _mm512_sub_ps(self, other) }
    }

    #[inline(always)]
    unsafe fn div(self, other: Self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { _mm512_div_ps(self, other) }
    }

    #[inline(always)]
    unsafe fn mul_add(self, a: Self, b: Self) -> Self {
        // SAFETY: the trait's contract; AVX-512F has it.
        unsafe { _mm512_fmadd_ps(self, a, b) }
    }

    #[inline(always)]
    unsafe fn spread(block: *const f32, _: usize, channels: &[u32; BLOCK]) -> Self {
        // SAFETY: the instruction set as above; the caller lets us read the block,
        // and the table has as many lanes.
        unsafe {
            let lanes = _mm512_loadu_si512(channels.as_ptr().cast());
            _mm512_permutexvar_ps(lanes, _mm512_loadu_ps(block))
        }
    }

    #[inline(always)]
    unsafe fn max(self, floor: Self) -> Self {
        // The instruction returns its second operand if either is a NaN.
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { _mm512_max_ps(floor, self) }
    }

    #[inline(always)]
    unsafe fn min(self, ceiling: Self) -> Self {
        // As for `max`.
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { _mm512_min_ps(ceiling, self) }
    }

    #[inline(always)]
    unsafe fn power(self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe {
            let exponent = _mm512_slli_epi32::<23>(_mm512_castps_si512(self));
            let one = _mm512_castps_si512(_mm512_set1_ps(1.0));
            _mm512_castsi512_ps(_mm512_add_epi32(exponent, one))
        }
    }

    #[inline(always)]
    unsafe fn widen_f16(from: &[Half; BLOCK], to: &mut [f32; BLOCK]) {
        // SAFETY: the trait's contract gives the instruction set; both arrays
        // have 16 values.
        unsafe {
            let half = _mm256_loadu_si256(from.as_ptr().cast());
            _mm512_storeu_ps(to.as_mut_ptr(), _mm512_cvtph_ps(half));
        }
    }

    #[inline(always)]
    unsafe fn widen_bf16(from: &[Half; BLOCK], to: &mut [f32; BLOCK]) {
        // SAFETY: as for `widen_f16`.
        unsafe {
            let half = _mm256_loadu_si256(from.as_ptr().cast());
            let high = _mm512_slli_epi32::<16>(_mm512_cvtepu16_epi32(half));
            _mm512_storeu_ps(to.as_mut_ptr(), _mm512_castsi512_ps(high));
        }
    }

    #[inline(always)]
    fn prefetch(line: *const f32) {
        // SAFETY: a hint, defined for every address; SSE is in all x86-64.
        unsafe { _mm_prefetch::<_MM_HINT_T1>(line.cast()) }
    }

    assembly!("zmm", 64, 1: 0, 2: 0 1, 3: 0 1 2, 4: 0 1 2 3);
}
