//! What the functions for C return.

use core::ffi::{CStr, c_int};

use crate::error::{Error, PackedFault};

/// Why a function did nothing. Numbers keep their meaning from version to
/// version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i32)]
pub enum Status {
    /// All is well.
    Ok = 0,
    /// A pointer is null.
    Null = 1,
    /// Memory does not start where it has to.
    Alignment = 2,
    /// An image or a result has another number of values.
    Length = 3,
    /// A workspace, or memory for weights, is too short.
    Memory = 4,
    /// What is written overlaps with something else.
    Overlap = 5,
    /// The network was not filled by one of the functions that load weights.
    Network = 6,
    /// `RESNET_ISA` names what this CPU cannot run.
    Isa = 7,
    /// There is no heap.
    Heap = 8,
    /// A panic, which would be a fault of this crate's.
    Panic = 9,
    /// Not a packed file.
    FileMagic = 16,
    /// A packed file of another version.
    FileVersion = 17,
    /// A precision that there is not.
    FilePrecision = 18,
    /// Weights of another architecture.
    FileFingerprint = 19,
    /// Another number of values.
    FileCount = 20,
    /// A header with unknown bytes.
    FileReserved = 21,
    /// A file that is cut, or longer than its header says.
    FileLength = 22,
    /// Damaged bytes.
    FileChecksum = 23,
    /// Values that cannot be used where they lie.
    FileHalf = 24,
    /// A safetensors file that does not fit.
    Weights = 32,
}

impl Status {
    /// All of them, their names in C without `RESNET_`, and what they say.
    pub(super) const ALL: [(Status, &str, &CStr); 20] = [
        (Status::Ok, "OK", c"no error"),
        (Status::Null, "NULL", c"a pointer is null"),
        (
            Status::Alignment,
            "ALIGNMENT",
            c"memory does not start at a multiple of 64 bytes, or floats not at one of theirs",
        ),
        (Status::Length, "LENGTH", c"the image or the result has another number of values"),
        (Status::Memory, "MEMORY", c"the workspace or the memory for weights is too short"),
        (Status::Overlap, "OVERLAP", c"memory that is written overlaps with other arguments"),
        (Status::Network, "NETWORK", c"the network has no weights; load or embed them first"),
        (
            Status::Isa,
            "ISA",
            c"the environment variable RESNET_ISA names no instruction set of this CPU",
        ),
        (Status::Heap, "HEAP", c"the library was built without a heap, which this needs"),
        (Status::Panic, "PANIC", c"a fault of the library itself; please report it"),
        (Status::FileMagic, "FILE_MAGIC", c"not a packed file"),
        (
            Status::FileVersion,
            "FILE_VERSION",
            c"a packed file of another version; pack the weights again",
        ),
        (Status::FilePrecision, "FILE_PRECISION", c"a packed file of unknown precision"),
        (Status::FileFingerprint, "FILE_FINGERPRINT", c"packed weights of another architecture"),
        (Status::FileCount, "FILE_COUNT", c"a packed file with another number of values"),
        (Status::FileReserved, "FILE_RESERVED", c"a packed file with unknown bytes in its header"),
        (
            Status::FileLength,
            "FILE_LENGTH",
            c"a packed file that is shorter or longer than its header says",
        ),
        (Status::FileChecksum, "FILE_CHECKSUM", c"a damaged packed file; copy it again"),
        (
            Status::FileHalf,
            "FILE_HALF",
            c"packed values of half precision, for which the workspace has no room, or of \
              another byte order; unpack them into memory",
        ),
        (
            Status::Weights,
            "WEIGHTS",
            c"a safetensors file that does not fit the network; the message says why",
        ),
    ];
}

impl From<Error> for Status {
    fn from(error: Error) -> Self {
        match error {
            Error::Length { .. } => Status::Length,
            Error::Packed(fault) => fault.into(),
            #[cfg(feature = "alloc")]
            Error::Weights(_) => Status::Weights,
        }
    }
}

impl From<PackedFault> for Status {
    fn from(fault: PackedFault) -> Self {
        match fault {
            PackedFault::Magic => Status::FileMagic,
            PackedFault::Version { .. } => Status::FileVersion,
            PackedFault::Precision { .. } => Status::FilePrecision,
            PackedFault::Fingerprint { .. } => Status::FileFingerprint,
            PackedFault::Count { .. } => Status::FileCount,
            PackedFault::Reserved => Status::FileReserved,
            PackedFault::Length { .. } => Status::FileLength,
            PackedFault::Checksum { .. } => Status::FileChecksum,
            PackedFault::Alignment => Status::Alignment,
            PackedFault::Heap => Status::Heap,
            PackedFault::Half => Status::FileHalf,
            // Of packing, which C does not do.
            #[cfg(feature = "alloc")]
            PackedFault::Range { .. } => Status::Weights,
        }
    }
}

/// What a code says, in a text that ends with a zero and lasts.
pub fn strerror(code: c_int) -> *const core::ffi::c_char {
    let known = Status::ALL.iter().find(|(status, ..)| *status as c_int == code);
    known.map_or(c"unknown error", |(.., text)| text).as_ptr()
}
