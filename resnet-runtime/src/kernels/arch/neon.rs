//! NEON: tiles of 6 pixels by 4 registers, 16 columns of a panel a pass.
//!
//! A register holds four input channels of a pixel, and a multiply-add takes
//! one of its lanes. To splat each channel instead (`ld1r`) costs a slot of
//! the vector pipes on most cores, one for every four multiply-adds.

use core::arch::aarch64::*;
use core::arch::asm;

use crate::kernels::memory::Zeroed;
use crate::kernels::vector::Vector;
use crate::kernels::{ConvKernel, generic};
use crate::layout::BLOCK;
use crate::values::Half;

shims!(float32x4_t, "neon");

products!(4: 1 3 6, 4: 1 3 6);

points!(float32x4_t, "neon");

few!(float32x4_t, "neon"; 2 of 4: 1 2 3 4 5 6 7 8);

// Compiled for targets alone that have it.
backend!("neon", || true, ConvKernel::by_block(tiles!(tile, 4: 1 2 3 4 5 6)));

// SAFETY: floats alone.
unsafe impl Zeroed for float32x4_t {}

impl Vector for float32x4_t {
    const LANES: usize = 4;
    const INPUTS: usize = 4;

    #[inline(always)]
    unsafe fn splat(value: f32) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { vdupq_n_f32(value) }
    }

    #[inline(always)]
    unsafe fn load(from: *const f32) -> Self {
        // SAFETY: the instruction set as above; the caller lets us read 4
        // values at `from`.
        unsafe { vld1q_f32(from) }
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut f32) {
        // SAFETY: the instruction set as above; the caller lets us write 4
        // values at `to`.
        unsafe { vst1q_f32(to, self) }
    }

    #[inline(always)]
    unsafe fn add(self, other: Self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { vaddq_f32(self, other) }
    }

    #[inline(always)]
    unsafe fn sub(self, other: Self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { vsubq_f32(self, other) }
    }

    #[inline(always)]
    unsafe fn mul_add(self, a: Self, b: Self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { vfmaq_f32(b, self, a) }
    }

    #[inline(always)]
    unsafe fn mul_add_input<const I: usize>(self, inputs: Self, sum: Self) -> Self {
        // SAFETY: the trait's contract gives the instruction set. The lane is
        // a constant, so that one arm is left.
        unsafe {
            match I {
                0 => vfmaq_laneq_f32::<0>(sum, self, inputs),
                1 => vfmaq_laneq_f32::<1>(sum, self, inputs),
                2 => vfmaq_laneq_f32::<2>(sum, self, inputs),
                _ => vfmaq_laneq_f32::<3>(sum, self, inputs),
            }
        }
    }

    #[inline(always)]
    unsafe fn max(self, floor: Self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { vmaxq_f32(self, floor) }
    }

    /// In assembly: its intrinsics are younger than our oldest compiler.
    #[inline(always)]
    unsafe fn widen_f16(from: &[Half; BLOCK], to: &mut [f32; BLOCK]) {
        let (from, to) = (from.as_ptr().cast::<u16>(), to.as_mut_ptr());
        for i in (0..BLOCK).step_by(8) {
            // SAFETY: the trait's contract gives the instruction set; both arrays
            // have 16 values; the instructions touch these registers alone.
            unsafe {
                let half = vld1q_u16(from.add(i));
                let (low, high): (float32x4_t, float32x4_t);
                asm!(
                    "fcvtl {low:v}.4s, {half:v}.4h",
                    "fcvtl2 {high:v}.4s, {half:v}.8h",
                    half = in(vreg) half,
                    low = out(vreg) low,
                    high = lateout(vreg) high,
                    options(pure, nomem, nostack, preserves_flags),
                );
                vst1q_f32(to.add(i), low);
                vst1q_f32(to.add(i + 4), high);
            }
        }
    }

    #[inline(always)]
    fn prefetch(line: *const f32) {
        // SAFETY: a hint, defined for every address; it touches no register.
        unsafe { asm!("prfm pldl2keep, [{}]", in(reg) line, options(nostack, preserves_flags)) }
    }

    #[inline(always)]
    unsafe fn div(self, other: Self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { vdivq_f32(self, other) }
    }

    #[inline(always)]
    unsafe fn min(self, ceiling: Self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe { vminq_f32(self, ceiling) }
    }

    #[inline(always)]
    unsafe fn power(self) -> Self {
        // SAFETY: the trait's contract gives the instruction set.
        unsafe {
            let exponent = vshlq_n_u32::<23>(vreinterpretq_u32_f32(self));
            let one = vreinterpretq_u32_f32(vdupq_n_f32(1.0));
            vreinterpretq_f32_u32(vaddq_u32(exponent, one))
        }
    }

    unsafe fn assembly<const N: usize>(
        a: &generic::Tile,
        pixels: &[*const f32],
        sums: &mut [[Self; N]],
    ) -> bool {
        // Half blocks are small layers, which debug builds can afford.
        if N != 4 {
            return false;
        }
        for (pixel, sums) in pixels.iter().zip(sums) {
            // SAFETY: the trait's contract gives the instruction set; the loops end, and
            // read what the caller lets us read, since `steps` and `step` are positive
            // and count down to 0; the sums are 4 registers. Whatever is written to is an
            // output, and no stack used.
            unsafe {
                asm!(
                    "ld1 {{v0.4s, v1.4s, v2.4s, v3.4s}}, [{sums}]",
                    "2:",
                    "ldrsw {input}, [{offsets}], #4",
                    "add {input}, {pixel}, {input}, lsl #2",
                    "mov {rest}, {step}",
                    "3:",
                    "ld1r {{v4.4s}}, [{input}], #4",
                    "ld1 {{v16.4s, v17.4s, v18.4s, v19.4s}}, [{weights}], {width}",
                    "fmla v0.4s, v16.4s, v4.4s",
                    "fmla v1.4s, v17.4s, v4.4s",
                    "fmla v2.4s, v18.4s, v4.4s",
                    "fmla v3.4s, v19.4s, v4.4s",
                    "subs {rest}, {rest}, #1",
                    "b.ne 3b",
                    "subs {steps}, {steps}, #1",
                    "b.ne 2b",
                    "st1 {{v0.4s, v1.4s, v2.4s, v3.4s}}, [{sums}]",
                    sums = in(reg) sums.as_mut_ptr(),
                    pixel = in(reg) *pixel,
                    offsets = inout(reg) a.offsets => _,
                    steps = inout(reg) a.steps => _,
                    step = in(reg) a.step,
                    weights = inout(reg) a.weights => _,
                    width = in(reg) a.width * size_of::<f32>(),
                    input = out(reg) _,
                    rest = out(reg) _,
                    out("v0") _, out("v1") _, out("v2") _, out("v3") _, out("v4") _,
                    out("v16") _, out("v17") _, out("v18") _, out("v19") _,
                    options(nostack),
                );
            }
        }
        true
    }
}
