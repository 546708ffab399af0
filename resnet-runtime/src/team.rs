//! Who computes a layer: which backend, and which threads.

#[cfg(not(feature = "std"))]
use core::marker::PhantomData;

use crate::kernels::Backend;
#[cfg(feature = "std")]
use crate::pool::Pool;

/// The calling thread, alone or with those of a pool.
#[derive(Clone, Copy)]
#[doc(hidden)]
pub struct Team<'a> {
    pub(crate) backend: &'static Backend,
    #[cfg(feature = "std")]
    pub(crate) pool: Option<&'a Pool>,
    #[cfg(not(feature = "std"))]
    pub(crate) pool: PhantomData<&'a ()>,
}

impl Team<'_> {
    /// The calling thread alone.
    pub(crate) fn alone(&self) -> Self {
        Team { pool: Default::default(), ..*self }
    }

    /// How many threads there are.
    pub(crate) fn threads(&self) -> usize {
        #[cfg(feature = "std")]
        if let Some(pool) = self.pool {
            return pool.threads();
        }
        1
    }

    /// Calls `job` with every number below `parts`, which are no more than
    /// there are threads, and returns when all are done. Nobody is woken for
    /// one part.
    pub(crate) fn run(&self, parts: usize, job: impl Fn(usize) + Sync) {
        #[cfg(feature = "std")]
        if let Some(pool) = self.pool.filter(|_| parts > 1) {
            debug_assert!(parts <= pool.threads());
            return pool.run(&|part| {
                if part < parts {
                    job(part);
                }
            });
        }
        (0..parts).for_each(job);
    }
}

/// The part of `0..len` that falls to one of so many: all are contiguous and
/// differ by one at most.
pub(crate) fn share(len: usize, part: usize, parts: usize) -> core::ops::Range<usize> {
    len * part / parts..len * (part + 1) / parts
}
