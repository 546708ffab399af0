//! A file that the system keeps in memory.

use alloc::sync::Arc;
use core::fmt;
use core::ops::Deref;
use std::fs::File;
use std::io;
use std::path::Path;

use memmap2::Mmap;

/// A packed file, mapped into memory. Its pages are read when they are needed,
/// at the latest by [`from_mapping`](crate::Network::from_mapping), and all processes that
/// map it share them. Clones are the same mapping, which lasts as long as one of them, or a
/// network made of it.
///
/// # Examples
///
/// ```no_run
/// # extern crate resnet_runtime as resnet;
/// use resnet::{Mapping, Network};
///
/// fn load<N: Network>() -> Result<N, Box<dyn std::error::Error>> {
///     // SAFETY: nothing writes to the program's own data.
///     let mapping = unsafe { Mapping::open("/usr/share/digits/digits.resnet")? };
///     Ok(N::from_mapping(&mapping)?)
/// }
/// ```
#[derive(Clone)]
pub struct Mapping(Arc<Mmap>);

impl Mapping {
    /// Maps a file.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    ///
    /// # Safety
    ///
    /// * Nobody, in this process or in another, changes the file while it is
    ///   mapped: references to its bytes exist, which must not change.
    /// * Nobody shortens it: on Unix, to touch a page behind its end ends the
    ///   process. To replace the file with another of its name is safe.
    pub unsafe fn open(path: impl AsRef<Path>) -> io::Result<Self> {
        let file = File::open(path)?;
        // SAFETY: what memmap2 asks is what this function asks.
        let map = unsafe { Mmap::map(&file) }?;
        Ok(Mapping(Arc::new(map)))
    }

    /// Has the system bring all pages now, in one go, as
    /// [`from_mapping`](crate::Network::from_mapping) does by itself. After
    /// [`from_mapping_unverified`](crate::Network::from_mapping_unverified) it does so
    /// when each is first needed, in the first inference: together they take that about
    /// twice as long, if the file is in the system's cache, and longer if it is
    /// not. Whoever computes no more than an early end point does better without.
    ///
    /// A wish, which Linux grants since 5.14 and other systems do not.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # extern crate resnet_runtime as resnet;
    /// use resnet::Mapping;
    ///
    /// // SAFETY: nothing writes to the program's own data.
    /// let mapping = unsafe { Mapping::open("/usr/share/digits/digits.resnet")? };
    /// mapping.populate();
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn populate(&self) {
        // Pages that are not there yet come as they would have come.
        #[cfg(target_os = "linux")]
        let _ = self.0.advise(memmap2::Advice::PopulateRead);
    }
}

impl Deref for Mapping {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Mapping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mapping({} bytes)", self.len())
    }
}
