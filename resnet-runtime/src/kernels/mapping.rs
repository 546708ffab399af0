//! A file that the system keeps in memory.

use alloc::sync::Arc;
use core::fmt;
use core::hint::black_box;
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
        // What has to be read then lies in the system's cache in huge pages, for this
        // process and for all that map it later. A wish: a file system may not do so.
        #[cfg(target_os = "linux")]
        let _ = map.advise(memmap2::Advice::HugePage);
        Ok(Mapping(Arc::new(map)))
    }

    /// Brings all pages now, as [`from_mapping`](crate::Network::from_mapping) does by
    /// itself. After
    /// [`from_mapping_unverified`](crate::Network::from_mapping_unverified) each would
    /// come when it is first needed, in the first inference, and all of them together take
    /// that about twice as long, or longer if the system does not have the file in memory.
    /// Whoever computes no more than an early end point does better without.
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
        for byte in self.0.iter().step_by(AT_ONCE) {
            black_box(*byte);
        }
    }
}

/// So many bytes are there once one of them has been touched. Linux brings the pages
/// around it that it has in memory (`fault_around_bytes`); to ask it for every page
/// (`MADV_POPULATE_READ`) takes half as long again.
const AT_ONCE: usize = if cfg!(target_os = "linux") { 64 << 10 } else { 4 << 10 };

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
