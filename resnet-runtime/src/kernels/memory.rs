//! Views that safe Rust cannot make: an array of a type with const dimensions
//! out of a slice, large zeroed boxes that never lie on the stack, and slices
//! of which each thread writes its part.

#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::marker::PhantomData;
use core::ops::Range;
use core::slice;

#[cfg(feature = "alloc")]
use super::pages;
use crate::layout::BLOCK;
use crate::team::{Team, share};
use crate::tensor::Tensor;

/// Bytes of a cache line.
const LINE: usize = BLOCK * size_of::<f32>();

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
const _: () = assert!(size_of::<Line>() == LINE && align_of::<Line>() == LINE);

/// The floats of some lines.
#[cfg(feature = "alloc")]
pub(crate) fn floats(lines: &[Line]) -> &[f32] {
    // SAFETY: a `Line` is `BLOCK` floats without padding (64 bytes, aligned to
    // 64), and so is a slice of them.
    unsafe { slice::from_raw_parts(lines.as_ptr().cast(), lines.len() * BLOCK) }
}

/// [`floats`], for writing.
#[cfg(feature = "alloc")]
pub(crate) fn floats_mut(lines: &mut [Line]) -> &mut [f32] {
    // SAFETY: as for `floats`; the exclusive borrow passes on.
    unsafe { slice::from_raw_parts_mut(lines.as_mut_ptr().cast(), lines.len() * BLOCK) }
}

/// Whether bytes start on a cache line.
pub(crate) fn is_aligned(bytes: &[u8]) -> bool {
    bytes.as_ptr().addr().is_multiple_of(LINE)
}

/// Little-endian bytes as the floats that they are, if they start on a cache
/// line, are whole floats, and the CPU has that byte order.
pub(crate) fn floats_of(bytes: &[u8]) -> Option<&[f32]> {
    let start = bytes.as_ptr();
    let is_whole = bytes.len().is_multiple_of(size_of::<f32>());
    (cfg!(target_endian = "little") && is_whole && is_aligned(bytes)).then(|| {
        // SAFETY: the bytes are aligned to more than a float, are as many as
        // the floats take, are borrowed as long, and any four are a float.
        unsafe { slice::from_raw_parts(start.cast(), bytes.len() / size_of::<f32>()) }
    })
}

/// Types of which all bytes zero are a value. Nobody outside can name it, so
/// that it seals the traits that ask for it.
///
/// # Safety
///
/// That it is so.
pub unsafe trait Zeroed {}

// SAFETY: floats alone, and 0.0 is all zeros.
unsafe impl<const H: usize, const W: usize, const C: usize> Zeroed for Tensor<H, W, C> {}

// SAFETY: 0.0 is all zeros.
unsafe impl Zeroed for f32 {}

// SAFETY: elements alone, of each of which zeros are a value.
unsafe impl<T: Zeroed, const N: usize> Zeroed for [T; N] {}

/// Tuples of so many.
macro_rules! zeroed_tuple {
    ($($t:ident)+) => {
        // SAFETY: whatever the order of its fields, zeros are a value of each,
        // and any bytes are of the padding between them.
        unsafe impl<$($t: Zeroed),+> Zeroed for ($($t,)+) {}
    };
}

zeroed_tuple!(A B);
zeroed_tuple!(A B C);
zeroed_tuple!(A B C D);
zeroed_tuple!(A B C D E);
zeroed_tuple!(A B C D E F);
zeroed_tuple!(A B C D E F G);
zeroed_tuple!(A B C D E F G H);
zeroed_tuple!(A B C D E F G H I);
zeroed_tuple!(A B C D E F G H I J);
zeroed_tuple!(A B C D E F G H I J K);
zeroed_tuple!(A B C D E F G H I J K L);

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

/// Some boxed lines of zeros.
#[cfg(feature = "alloc")]
pub(crate) fn lines(count: usize) -> Box<[Line]> {
    let mut lines = Box::<[Line]>::new_uninit_slice(count);
    pages::enlarge(&mut lines);
    // SAFETY: the box owns the bytes of `count` lines: floats, for which zeros
    // are a value.
    unsafe {
        lines.as_mut_ptr().write_bytes(0, count);
        lines.assume_init()
    }
}

/// A slice that several threads write at once, each its own part.
#[derive(Clone, Copy)]
pub(crate) struct Shared<'a> {
    start: *mut f32,
    len: usize,
    lifetime: PhantomData<&'a mut [f32]>,
}

// SAFETY: floats can be sent; that no two threads use the same ones at once is
// asked of whoever takes a part.
unsafe impl Send for Shared<'_> {}
// SAFETY: as above.
unsafe impl Sync for Shared<'_> {}

impl<'a> Shared<'a> {
    /// Shares a slice for as long as its loan lasts.
    pub fn new(values: &'a mut [f32]) -> Self {
        Shared { start: values.as_mut_ptr(), len: values.len(), lifetime: PhantomData }
    }

    pub fn len(&self) -> usize {
        self.len
    }

    /// Where a float of the slice lies.
    ///
    /// # Panics
    ///
    /// If the slice is shorter.
    pub fn at(&self, index: usize) -> *mut f32 {
        assert!(index < self.len, "the slice is too short");
        self.start.wrapping_add(index)
    }

    /// A part of the slice.
    ///
    /// # Panics
    ///
    /// If it has no such part.
    ///
    /// # Safety
    ///
    /// While this loan lasts, nobody else reads or writes the part.
    pub unsafe fn part(&self, range: Range<usize>) -> &'a mut [f32] {
        assert!(range.start <= range.end && range.end <= self.len);
        // SAFETY: the part lies in the slice, whose loan outlasts this one; the
        // rest is the caller's obligation.
        unsafe { slice::from_raw_parts_mut(self.start.add(range.start), range.len()) }
    }

    /// A part of the slice that several may read.
    ///
    /// # Panics
    ///
    /// If it has no such part.
    ///
    /// # Safety
    ///
    /// While this loan lasts, nobody writes the part.
    pub unsafe fn read(&self, range: Range<usize>) -> &'a [f32] {
        assert!(range.start <= range.end && range.end <= self.len);
        // SAFETY: as for [`Shared::part`].
        unsafe { slice::from_raw_parts(self.start.add(range.start), range.len()) }
    }
}

/// Fewer floats than this are not worth a barrier: 64 KiB, a few microseconds.
const WORTH_SHARING: usize = 16 * 1024;

/// Calls `job` with the number of the first and with all of the chunks, of `len`
/// floats each, that fall to each thread.
pub(crate) fn chunks(
    team: Team<'_>,
    values: &mut [f32],
    len: usize,
    job: impl Fn(usize, &mut [f32]) + Sync,
) {
    let work = values.len();
    chunks_of_work(team, work, values, len, job);
}

/// [`chunks`], of which all are made from so many floats.
pub(crate) fn chunks_of_work(
    team: Team<'_>,
    work: usize,
    values: &mut [f32],
    len: usize,
    job: impl Fn(usize, &mut [f32]) + Sync,
) {
    let count = values.len() / len;
    let parts = if work < WORTH_SHARING { 1 } else { count.min(team.threads()) };
    let values = Shared::new(values);
    team.run(parts, |part| {
        let chunks = share(count, part, parts);
        // SAFETY: shares of different parts do not overlap, and this loan ends
        // with the job.
        job(chunks.start, unsafe { values.part(chunks.start * len..chunks.end * len) });
    });
}
