//! What a kernel needs to know of a register.

/// A register of `f32` lanes.
///
/// # Safety
///
/// Every method needs the instruction set of `Self` on the running CPU.
/// Methods are `inline(always)` and carry no `target_feature`: they take the
/// features of the kernel that they are inlined into.
pub(crate) trait Vector: Copy {
    /// Divides a block of channels.
    const LANES: usize;

    /// # Safety
    /// The instruction set of `Self`.
    unsafe fn splat(value: f32) -> Self;

    /// # Safety
    /// `from` must be valid for reading `LANES` values. No alignment is needed.
    unsafe fn load(from: *const f32) -> Self;

    /// # Safety
    /// `to` must be valid for writing `LANES` values. No alignment is needed.
    unsafe fn store(self, to: *mut f32);

    /// # Safety
    /// The instruction set of `Self`.
    unsafe fn add(self, other: Self) -> Self;

    /// # Safety
    /// The instruction set of `Self`.
    unsafe fn sub(self, other: Self) -> Self;

    /// `self · a + b`. Backends with FMA round once, the others twice.
    ///
    /// # Safety
    /// The instruction set of `Self`.
    unsafe fn mul_add(self, a: Self, b: Self) -> Self;

    /// `max(self, 0)`. What becomes of a NaN is left to the instruction set.
    ///
    /// # Safety
    /// The instruction set of `Self`.
    unsafe fn relu(self) -> Self;

    /// Asks for a cache line, which may lie anywhere: never a fault.
    fn prefetch(_line: *const f32) {}
}
