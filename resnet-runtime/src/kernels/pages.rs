//! What the system is told of large memory that nobody has touched yet. By default
//! it hands out pages of 4 KiB one by one, each at its first use: a microsecond a
//! page, which for a workspace and an arena is a good part of the first inference.

use core::mem::MaybeUninit;

/// A huge page: 2 MiB where pages are of 4 KiB.
pub(super) const HUGE: usize = if KNOWN { 2 << 20 } else { 1 };

/// Memory of so many bytes asks for them. Less does not always hold an aligned one.
pub(super) const LARGE: usize = 4 << 20;

/// Whether the system is one that can be told.
const KNOWN: bool = cfg!(all(target_os = "linux", feature = "std", not(miri)));

/// Asks for huge pages where memory is large. A wish: a system that
/// has none left, or does not know them, goes on as before.
pub(super) fn enlarge<T>(memory: &mut [MaybeUninit<T>]) {
    advise(memory, Advice::Huge);
}

/// [`enlarge`], and asks for all pages now.
pub(super) fn populate<T>(memory: &mut [MaybeUninit<T>]) {
    advise(memory, Advice::Huge);
    advise(memory, Advice::Populate);
}

#[derive(Clone, Copy)]
enum Advice {
    Huge,
    Populate,
}

#[cfg(all(target_os = "linux", feature = "std", not(miri)))]
fn advise<T>(memory: &mut [MaybeUninit<T>], advice: Advice) {
    /// Advice starts with a page, of which these are the largest in use.
    const PAGE: usize = 64 << 10;

    let len = size_of_val(memory);
    if len < LARGE {
        return;
    }
    let advice = match advice {
        Advice::Huge => libc::MADV_HUGEPAGE,
        // Since Linux 5.14.
        Advice::Populate => libc::MADV_POPULATE_WRITE,
    };
    let start = memory.as_mut_ptr().cast::<libc::c_void>();
    let skipped = start.addr().wrapping_neg() % PAGE;
    // SAFETY: the range is memory of ours, borrowed exclusively, and neither
    // advice changes what it holds. A refusal is no fault.
    unsafe { libc::madvise(start.add(skipped), len - skipped, advice) };
}

#[cfg(not(all(target_os = "linux", feature = "std", not(miri))))]
fn advise<T>(_: &mut [MaybeUninit<T>], _: Advice) {}
