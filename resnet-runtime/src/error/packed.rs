//! What can be wrong with a packed file.

#[cfg(feature = "alloc")]
use alloc::string::String;
use core::fmt;

/// Why a packed file is refused: the first fault that was found.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum PackedFault {
    /// The bytes do not begin as a packed file does.
    Magic,
    /// The file is of another version of the format.
    Version {
        /// That of this crate.
        expected: u32,
        /// That of the file.
        found: u32,
    },
    /// The header has a precision that there is not.
    Precision {
        /// Its number.
        found: u32,
    },
    /// The weights are another architecture's.
    Fingerprint {
        /// That of the network.
        expected: u64,
        /// That of the file.
        found: u64,
    },
    /// The header counts more or fewer values than the network has.
    Count {
        /// Values of the network.
        expected: u64,
        /// Values of the file.
        found: u64,
    },
    /// A byte of the header that must be zero is not.
    Reserved,
    /// The file is shorter or longer than its header says.
    Length {
        /// Bytes that it should have.
        expected: u64,
        /// Bytes that it has.
        found: u64,
    },
    /// The bytes are not those that were written.
    Checksum {
        /// That of the header.
        expected: u32,
        /// That of the bytes.
        found: u32,
    },
    /// The bytes do not start at a multiple of 64.
    Alignment,
    /// Values must be copied into a heap, and there is none.
    Heap,
    /// Values of half precision, for which the network's workspace has no room.
    Half,
    /// A value is too large for the precision in which it should be packed.
    #[cfg(feature = "alloc")]
    Range {
        /// The largest that can be.
        most: &'static str,
        /// The value, as text: programs that do not pack are linked without what writes
        /// floats.
        found: String,
    },
}

impl fmt::Display for PackedFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PackedFault::Magic => f.write_str(
                "expected a packed file, found something else; \
                 `pack` makes one, and `from_safetensors` reads a safetensors file",
            ),
            PackedFault::Version { expected, found } => write!(
                f,
                "expected a packed file of version {expected}, found version {found}; \
                 pack the weights again"
            ),
            PackedFault::Precision { found } => {
                write!(f, "expected precision 0, 1 or 2 in a packed file, found {found}")
            }
            PackedFault::Fingerprint { expected, found } => write!(
                f,
                "expected packed weights of the architecture {expected:016x}, \
                 found {found:016x}; pack the weights for this declaration"
            ),
            PackedFault::Count { expected, found } => {
                write!(f, "expected {expected} values in a packed file, found {found}")
            }
            PackedFault::Reserved => {
                f.write_str("expected zeros at the end of a packed file's header, found others")
            }
            PackedFault::Length { expected, found } => write!(
                f,
                "expected a packed file of {expected} bytes, found {found}; \
                 was it copied as a whole?"
            ),
            PackedFault::Checksum { expected, found } => write!(
                f,
                "expected the checksum {expected:08x} of a packed file, found {found:08x}; \
                 it is damaged, copy it again"
            ),
            PackedFault::Alignment => f.write_str(
                "expected a packed file at a multiple of 64 bytes, found it elsewhere in memory; \
                 include it with `include_packed!`, map it, or `unpack` it",
            ),
            PackedFault::Heap => f.write_str(
                "expected a CPU of little-endian byte order, found another and no heap to copy \
                 packed values into; enable the feature `alloc`",
            ),
            PackedFault::Half => f.write_str(
                "expected packed values of f32, found half precision, for which the declaration \
                 leaves no room; write `half: true` there, or `unpack` the file",
            ),
            #[cfg(feature = "alloc")]
            PackedFault::Range { most, found } => write!(
                f,
                "expected values of at most {most} to pack, found {found}; \
                 use a precision of more range"
            ),
        }
    }
}

impl fmt::Debug for PackedFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
