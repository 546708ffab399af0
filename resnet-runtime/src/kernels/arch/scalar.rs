//! Plain Rust, four lanes: runs everywhere, needs no heap, and is the
//! plainest statement of what the other backends must compute.

use crate::kernels::vector::Vector;
use crate::kernels::{ConvKernel, generic};

#[cfg(not(all(target_arch = "x86_64", target_feature = "sse2")))]
type Lanes = [f32; 4];
/// See `sse.rs`.
#[cfg(all(target_arch = "x86_64", target_feature = "sse2"))]
type Lanes = core::arch::x86_64::__m128;

shims!(Lanes);

// Two pixels by 16 channels are what SSE has registers for, with inputs and weights: a
// ResNet-18 takes 18 % less time than in tiles of six, which spill.
products!(4: 1 2, 4: 1 2);

points!(Lanes);

few!(Lanes; 2 of 4: 1 2);

backend!("scalar", || true, ConvKernel::by_block(tiles!(tile, 4: 1 2)));

impl Vector for [f32; 4] {
    const LANES: usize = 4;

    #[inline(always)]
    unsafe fn splat(value: f32) -> Self {
        [value, value, value, value]
    }

    #[inline(always)]
    unsafe fn load(from: *const f32) -> Self {
        // SAFETY: the caller lets us read 4 values at `from`.
        unsafe { from.cast::<Self>().read_unaligned() }
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut f32) {
        // SAFETY: the caller lets us write 4 values at `to`.
        unsafe { to.cast::<Self>().write_unaligned(self) }
    }

    #[inline(always)]
    unsafe fn add(self, other: Self) -> Self {
        let [a, b, c, d] = self;
        [a + other[0], b + other[1], c + other[2], d + other[3]]
    }

    #[inline(always)]
    unsafe fn sub(self, other: Self) -> Self {
        let [a, b, c, d] = self;
        [a - other[0], b - other[1], c - other[2], d - other[3]]
    }

    #[inline(always)]
    unsafe fn div(self, other: Self) -> Self {
        let [a, b, c, d] = self;
        [a / other[0], b / other[1], c / other[2], d / other[3]]
    }

    #[inline(always)]
    unsafe fn mul_add(self, a: Self, b: Self) -> Self {
        let [s, t, u, v] = self;
        [s * a[0] + b[0], t * a[1] + b[1], u * a[2] + b[2], v * a[3] + b[3]]
    }

    #[inline(always)]
    unsafe fn max(self, floor: Self) -> Self {
        let [a, b, c, d] = self;
        let max = |x, y| if x < y { y } else { x };
        [max(a, floor[0]), max(b, floor[1]), max(c, floor[2]), max(d, floor[3])]
    }

    #[inline(always)]
    unsafe fn min(self, ceiling: Self) -> Self {
        let [a, b, c, d] = self;
        let min = |x, y| if x > y { y } else { x };
        [min(a, ceiling[0]), min(b, ceiling[1]), min(c, ceiling[2]), min(d, ceiling[3])]
    }

    #[inline(always)]
    unsafe fn power(self) -> Self {
        let power = |n: f32| f32::from_bits((n.to_bits() << 23).wrapping_add(1.0_f32.to_bits()));
        let [a, b, c, d] = self;
        [power(a), power(b), power(c), power(d)]
    }
}
