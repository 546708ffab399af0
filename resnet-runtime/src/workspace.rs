//! The memory of one inference.

#[cfg(feature = "alloc")]
use alloc::boxed::Box;

use crate::kernels::Backend;

/// All memory that one inference needs, `N` floats and the choice of backend.
///
/// Made once and used for any number of images; what an earlier image left in
/// it never matters. Threads that run at once need one each.
///
/// # Examples
///
/// ```
/// use resnet_runtime::{Backend, Workspace};
///
/// let mut workspace = Workspace::<1024>::boxed();
/// if let Some(scalar) = Backend::named("scalar") {
///     workspace.set_backend(scalar);
/// }
/// ```
#[repr(C, align(64))]
pub struct Workspace<const N: usize> {
    values: [f32; N],
    backend: Option<&'static Backend>,
}

impl<const N: usize> Workspace<N> {
    /// An empty workspace, for statics. A large one is better
    /// [`boxed`](Self::boxed): this one passes through the stack.
    pub const fn new() -> Self {
        Workspace { values: [0.0; N], backend: None }
    }

    /// A workspace in a box. It never passes through the stack.
    ///
    /// # Panics
    ///
    /// As [`Backend::chosen`].
    #[cfg(feature = "alloc")]
    pub fn boxed() -> Box<Self> {
        // Reading `RESNET_ISA` allocates, which an inference must not.
        Backend::chosen();
        crate::kernels::zeroed()
    }

    /// Names the backend for this workspace, instead of [`Backend::chosen`].
    pub fn set_backend(&mut self, backend: &'static Backend) {
        self.backend = Some(backend);
    }

    /// The backend that this workspace runs on.
    ///
    /// # Panics
    ///
    /// As [`Backend::chosen`], unless a backend has been named.
    pub fn backend(&self) -> &'static Backend {
        self.backend.unwrap_or_else(Backend::chosen)
    }

    /// Cuts the memory into regions of these lengths.
    #[doc(hidden)]
    pub fn regions<const R: usize>(&mut self, lengths: [usize; R]) -> [Region<'_>; R] {
        let mut rest = &mut self.values[..];
        lengths.map(|len| {
            let (region, after) = core::mem::take(&mut rest).split_at_mut(len);
            rest = after;
            Region(region)
        })
    }
}

impl<const N: usize> Default for Workspace<N> {
    fn default() -> Self {
        Self::new()
    }
}

/// A [`Workspace`] of any size, for code that works over every network.
pub trait AnyWorkspace: sealed::Sealed + Send + 'static {
    /// A workspace in a box.
    #[cfg(feature = "alloc")]
    fn boxed() -> Box<Self>;

    /// See [`Workspace::set_backend`].
    fn set_backend(&mut self, backend: &'static Backend);

    /// See [`Workspace::backend`].
    fn backend(&self) -> &'static Backend;
}

impl<const N: usize> AnyWorkspace for Workspace<N> {
    #[cfg(feature = "alloc")]
    fn boxed() -> Box<Self> {
        Self::boxed()
    }

    fn set_backend(&mut self, backend: &'static Backend) {
        self.set_backend(backend);
    }

    fn backend(&self) -> &'static Backend {
        self.backend()
    }
}

mod sealed {
    pub trait Sealed {}

    impl<const N: usize> Sealed for super::Workspace<N> {}
}

/// A part of the workspace, which holds one map after another.
#[doc(hidden)]
pub struct Region<'r>(pub(crate) &'r mut [f32]);

impl<'r> Region<'r> {
    /// The same memory for as long as the loan lasts.
    pub fn lend(&mut self) -> Region<'_> {
        Region(self.0)
    }
}

/// The largest of some lengths: the length of a region that holds them all,
/// one after another.
#[doc(hidden)]
pub const fn largest(lengths: &[usize]) -> usize {
    let (mut i, mut most) = (0, 0);
    while i < lengths.len() {
        if lengths[i] > most {
            most = lengths[i];
        }
        i += 1;
    }
    most
}

/// The length of a workspace that has these regions.
#[doc(hidden)]
pub const fn total(lengths: &[usize]) -> usize {
    let (mut i, mut sum) = (0, 0);
    while i < lengths.len() {
        sum += lengths[i];
        i += 1;
    }
    sum
}
