//! What can go wrong: a slice of the wrong length, a weight file that does
//! not fit.

#[cfg(feature = "alloc")]
use alloc::{string::String, vec::Vec};
use core::fmt;

/// Why a tensor or a network could not be made.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A slice is not as long as the tensor that it should become.
    Length {
        /// Height, width and channels of the tensor.
        expected: [usize; 3],
        /// Values in the slice.
        found: usize,
    },
    /// A weight file does not fit the network: every fault that it has.
    #[cfg(feature = "alloc")]
    Weights(Vec<Fault>),
}

/// One fault of a weight file.
#[cfg(feature = "alloc")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Fault {
    /// Not a safetensors file, or a truncated one.
    File {
        /// What the reader said.
        reason: String,
    },
    /// A tensor of the network is not in the file.
    Missing {
        /// The tensor.
        name: String,
        /// Its shape.
        expected: Vec<usize>,
    },
    /// A tensor of the file is not in the network.
    Unknown {
        /// The tensor.
        name: String,
        /// Its shape.
        found: Vec<usize>,
    },
    /// A tensor has another shape.
    Shape {
        /// The tensor.
        name: String,
        /// The network's shape.
        expected: Vec<usize>,
        /// The file's.
        found: Vec<usize>,
    },
    /// A tensor has an element type other than F32, F16 and BF16.
    Type {
        /// The tensor.
        name: String,
        /// The file's element type.
        found: String,
    },
    /// A tensor has a NaN or an infinity, or a negative variance.
    Value {
        /// The tensor.
        name: String,
        /// Its first bad value.
        found: f32,
        /// Where it lies, in row-major order.
        index: usize,
        /// How many bad values it has.
        count: usize,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Length { expected: [h, w, c], found } => {
                let n = h * w * c;
                write!(f, "expected {h} x {w} x {c} = {n} values, found {found}")
            }
            #[cfg(feature = "alloc")]
            Error::Weights(faults) => {
                let s = if faults.len() == 1 { "" } else { "s" };
                write!(f, "the weights do not fit the network ({} fault{s})", faults.len())?;
                faults.iter().try_for_each(|fault| write!(f, "\n  {fault}"))
            }
        }
    }
}

#[cfg(feature = "alloc")]
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::File { reason } => write!(f, "expected a safetensors file: {reason}"),
            Fault::Missing { name, expected } => {
                write!(f, "`{name}`: expected {expected:?}, found no such tensor")
            }
            Fault::Unknown { name, found } => {
                write!(f, "`{name}`: expected no such tensor, found {found:?}")
            }
            Fault::Shape { name, expected, found } => {
                write!(f, "`{name}`: expected {expected:?}, found {found:?}")
            }
            Fault::Type { name, found } => {
                write!(f, "`{name}`: expected F32, F16 or BF16, found {found}")
            }
            Fault::Value { name, found, index, count } => {
                let what =
                    if found.is_finite() { "a variance of 0 or more" } else { "finite values" };
                write!(f, "`{name}`: expected {what}, found {found} at {index} ({count} in all)")
            }
        }
    }
}

impl core::error::Error for Error {}
