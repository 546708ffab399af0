//! Half precision to floats, exactly.

use super::maps::{Line, lines_mut};
use crate::kernels::vector::Vector;
use crate::layout::BLOCK;
use crate::values::Half;

/// Widens the first `columns` values of every `stride`: whole lines, as many rows
/// as `to` has room for. The signature for one instruction set.
pub(crate) type WidenFn = unsafe fn(&[Half], usize, usize, &mut [f32]);

/// See [`WidenFn`]: of IEEE 754 binary16.
///
/// # Safety
///
/// The instruction set of `V`.
#[inline(always)]
pub(crate) unsafe fn widen_f16<V: Vector>(
    from: &[Half],
    stride: usize,
    columns: usize,
    to: &mut [f32],
) {
    // SAFETY: the caller's obligation.
    rows(from, stride, columns, to, |from, to| unsafe { V::widen_f16(from, to) });
}

/// See [`WidenFn`]: of bfloat16.
///
/// # Safety
///
/// The instruction set of `V`.
#[inline(always)]
pub(crate) unsafe fn widen_bf16<V: Vector>(
    from: &[Half],
    stride: usize,
    columns: usize,
    to: &mut [f32],
) {
    // SAFETY: the caller's obligation.
    rows(from, stride, columns, to, |from, to| unsafe { V::widen_bf16(from, to) });
}

#[inline(always)]
fn rows(
    from: &[Half],
    stride: usize,
    columns: usize,
    to: &mut [f32],
    widen: impl Fn(&[Half; BLOCK], &mut Line),
) {
    for (from, to) in from.chunks(stride).zip(to.chunks_exact_mut(columns)) {
        for (from, to) in from.as_chunks().0.iter().zip(lines_mut(to)) {
            widen(from, to);
        }
    }
}
