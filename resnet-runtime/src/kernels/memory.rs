//! Views that safe Rust cannot make: an array of a type with const dimensions
//! out of a slice, and large zeroed boxes that never lie on the stack.

#[cfg(feature = "alloc")]
use alloc::boxed::Box;

#[cfg(feature = "alloc")]
use crate::layout::BLOCK;
use crate::tensor::Tensor;

/// One cache line of floats, so that packed weights start on one.
#[cfg(feature = "alloc")]
#[derive(Clone, Copy)]
#[repr(C, align(64))]
pub(crate) struct Line(pub [f32; BLOCK]);

/// The values as a tensor, if there are `H · W · C` of them.
pub(crate) fn tensor_ref<const H: usize, const W: usize, const C: usize>(
    values: &[f32],
) -> Option<&Tensor<H, W, C>> {
    // SAFETY: `Tensor` is `repr(transparent)` over `[[[f32; C]; W]; H]`, which
    // has the alignment of f32 and `H · W · C` of them, all in `values`.
    (values.len() == Tensor::<H, W, C>::LEN).then(|| unsafe { &*values.as_ptr().cast() })
}

/// [`tensor_ref`], for writing.
pub(crate) fn tensor_mut<const H: usize, const W: usize, const C: usize>(
    values: &mut [f32],
) -> Option<&mut Tensor<H, W, C>> {
    // SAFETY: as for `tensor_ref`; the exclusive borrow passes on.
    (values.len() == Tensor::<H, W, C>::LEN).then(|| unsafe { &mut *values.as_mut_ptr().cast() })
}

#[cfg(feature = "alloc")]
const _: () = assert!(size_of::<Line>() == BLOCK * size_of::<f32>());

/// The floats of some lines.
#[cfg(feature = "alloc")]
pub(crate) fn floats(lines: &[Line]) -> &[f32] {
    // SAFETY: a `Line` is `BLOCK` floats without padding (64 bytes, aligned to
    // 64), and so is a slice of them.
    unsafe { core::slice::from_raw_parts(lines.as_ptr().cast(), lines.len() * BLOCK) }
}

/// [`floats`], for writing.
#[cfg(feature = "alloc")]
pub(crate) fn floats_mut(lines: &mut [Line]) -> &mut [f32] {
    // SAFETY: as for `floats`; the exclusive borrow passes on.
    unsafe { core::slice::from_raw_parts_mut(lines.as_mut_ptr().cast(), lines.len() * BLOCK) }
}

/// Types of which all bytes zero are a value.
///
/// # Safety
///
/// That it is so.
#[cfg(feature = "alloc")]
pub(crate) unsafe trait Zeroed {}

// SAFETY: floats alone, and 0.0 is all zeros.
#[cfg(feature = "alloc")]
unsafe impl<const H: usize, const W: usize, const C: usize> Zeroed for Tensor<H, W, C> {}

// SAFETY: floats, and an `Option<&_>`, of which all zeros are `None`.
#[cfg(feature = "alloc")]
unsafe impl<const N: usize> Zeroed for crate::workspace::Workspace<N> {}

/// A boxed zero which is never moved: it may be larger than the stack.
#[cfg(feature = "alloc")]
pub(crate) fn zeroed<T: Zeroed>() -> Box<T> {
    let mut value = Box::<T>::new_uninit();
    // SAFETY: the box owns the bytes of one `T`, and `Zeroed` says that
    // zeros are a value of it.
    unsafe {
        value.as_mut_ptr().write_bytes(0, 1);
        value.assume_init()
    }
}
