//! What the system is told of large memory. By default it hands out pages of 4 KiB
//! one by one, when each is touched first: a microsecond a page, which for a
//! workspace and an arena is a good part of a program's first inference.

/// Less than this does not hold an aligned huge page.
const WORTH_IT: usize = 4 << 20;

/// Asks for huge pages where memory is large: 2 MiB a fault. That is a wish,
/// and a system that has none left, or does not know them, goes on as before.
pub(super) fn enlarge(memory: &mut [u8]) {
    advise(memory, Advice::Huge);
}

/// [`enlarge`], and has all pages made at once instead of at first use.
pub(super) fn populate(memory: &mut [u8]) {
    advise(memory, Advice::Huge);
    advise(memory, Advice::Populate);
}

#[derive(Clone, Copy)]
enum Advice {
    Huge,
    Populate,
}

#[cfg(all(target_os = "linux", feature = "std", not(miri)))]
fn advise(memory: &mut [u8], advice: Advice) {
    /// The start of the advice must be one of a page; none is larger in use.
    const PAGE: usize = 64 << 10;

    if memory.len() < WORTH_IT {
        return;
    }
    let advice = match advice {
        Advice::Huge => libc::MADV_HUGEPAGE,
        // Since Linux 5.14.
        Advice::Populate => libc::MADV_POPULATE_WRITE,
    };
    let skipped = memory.as_ptr().align_offset(PAGE).min(memory.len());
    let memory = &mut memory[skipped..];
    // SAFETY: the range is memory of ours, borrowed exclusively; neither advice
    // changes what it holds. A refusal is no fault.
    unsafe { libc::madvise(memory.as_mut_ptr().cast(), memory.len(), advice) };
}

#[cfg(not(all(target_os = "linux", feature = "std", not(miri))))]
fn advise(_: &mut [u8], _: Advice) {}
