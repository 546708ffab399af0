//! What can go wrong: a slice of the wrong length, a weight file that does
//! not fit.

mod packed;

#[cfg(feature = "alloc")]
use alloc::{string::String, vec::Vec};
use core::fmt;

pub use self::packed::PackedFault;

/// Why a tensor or a network could not be made. `{:?}` is the same text as `{}`: it
/// is what a `main` prints that returns this.
///
/// # Examples
///
/// ```
/// # extern crate resnet_runtime as resnet;
/// use resnet::{Error, Fault, Network};
///
/// /// The tensors that a file lacks.
/// fn missing<N: Network>(file: &[u8]) -> Vec<String> {
///     let Err(Error::Weights(faults)) = N::from_safetensors(file) else { return Vec::new() };
///     let names = faults.into_iter().filter_map(|fault| match fault {
///         Fault::Missing { name, .. } => Some(name),
///         _ => None,
///     });
///     names.collect()
/// }
/// ```
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A slice is not as long as the tensor that it should become.
    Length {
        /// Height, width and channels of the tensor.
        expected: [usize; 3],
        /// Values in the slice.
        found: usize,
    },
    /// A packed file is none, is damaged, or is another network's.
    Packed(PackedFault),
    /// A weight file does not fit the network: every fault that it has.
    #[cfg(feature = "alloc")]
    Weights(Vec<Fault>),
}

/// One fault of a weight file.
#[cfg(feature = "alloc")]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Fault {
    /// Not a safetensors file, or a truncated one.
    File {
        /// What the reader said.
        reason: String,
    },
    /// All tensors are there, under another scope. Nothing more is said of the
    /// file.
    Scope {
        /// What the network's names begin with; may be empty.
        expected: String,
        /// What the file's names begin with; may be empty.
        found: String,
    },
    /// The file's names are those of another dialect. Nothing more is said of
    /// it.
    Dialect {
        /// A tensor of the network.
        expected: String,
        /// A tensor of the file.
        found: String,
        /// The dialect that its name is of.
        dialect: &'static str,
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
        /// Its first bad value, as text: programs that read no such files are linked
        /// without what writes floats.
        found: String,
        /// Where it lies, in row-major order.
        index: usize,
        /// How many bad values it has.
        count: usize,
    },
    /// Every value of a layer's tensors is a number, but not what they become
    /// when a normalisation is folded into a convolution.
    Overflow {
        /// The layer.
        layer: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Length { expected: [h, w, c], found } => {
                let n = h * w * c;
                write!(f, "expected {h} x {w} x {c} = {n} values, found {found}")
            }
            Error::Packed(fault) => fault.fmt(f),
            #[cfg(feature = "alloc")]
            Error::Weights(faults) => {
                let s = if faults.len() == 1 { "" } else { "s" };
                write!(f, "the weights do not fit the network ({} fault{s}", faults.len())?;
                // Of another network's file, nobody reads the whole list.
                if faults.len() > 8 {
                    let count = |is: fn(&Fault) -> bool| faults.iter().filter(|f| is(f)).count();
                    let missing = count(|fault| matches!(fault, Fault::Missing { .. }));
                    let unknown = count(|fault| matches!(fault, Fault::Unknown { .. }));
                    let shape = count(|fault| matches!(fault, Fault::Shape { .. }));
                    write!(f, ": {missing} tensors are missing, {unknown} are unknown, ")?;
                    write!(f, "{shape} have another shape")?;
                }
                f.write_str(")")?;
                faults.iter().try_for_each(|fault| write!(f, "\n  {fault}"))
            }
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(feature = "alloc")]
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::File { reason } => {
                write!(f, "expected a safetensors file: {}", Printable(reason))
            }
            Fault::Scope { expected, found } => {
                let scope = Printable(found.trim_end_matches(['/', '.']));
                let (expected, found) = (Under(expected), Under(found));
                write!(f, "expected names {expected}, found them {found}; ")?;
                match found.0 {
                    // Slim's networks always have one.
                    "" if expected.0.ends_with('/') => f.write_str("rename them"),
                    "" => write!(f, "declare the network without `scope`, or rename them"),
                    _ => write!(f, "declare the network with `scope: \"{scope}\"`"),
                }
            }
            Fault::Dialect { expected, found, dialect } => {
                let found = Printable(found);
                write!(f, "expected names such as `{expected}`, found such as `{found}`; ")?;
                write!(f, "declare the network with `dialect: {dialect}`")
            }
            Fault::Missing { name, expected } => {
                write!(f, "`{name}`: expected {expected:?}, found no such tensor")
            }
            Fault::Unknown { name, found } => {
                let (name, found) = (Printable(name), Axes(found));
                write!(f, "`{name}`: expected no such tensor, found {found}")
            }
            Fault::Shape { name, expected, found } => {
                write!(f, "`{name}`: expected {expected:?}, found {}", Axes(found))?;
                // Between TensorFlow's order of axes and PyTorch's. Any other is a network's own.
                let is_transposed = match (&expected[..], &found[..]) {
                    (&[a, b, c, d], found) => found == [d, c, a, b] || found == [c, d, b, a],
                    (&[a, b], found) => found == [b, a],
                    _ => false,
                };
                if is_transposed {
                    f.write_str("; transpose it, its axes have another order")?;
                }
                Ok(())
            }
            Fault::Type { name, found } => {
                write!(f, "`{name}`: expected F32, F16 or BF16, found {found}")
            }
            Fault::Value { name, found, index, count } => {
                let what = match found.as_str() {
                    "NaN" | "inf" | "-inf" => "finite values",
                    _ => "a variance of 0 or more",
                };
                write!(f, "`{name}`: expected {what}, found {found} at {index} ({count} in all)")
            }
            Fault::Overflow { layer } => write!(
                f,
                "`{layer}`: expected values whose products are finite, found larger ones; \
                 gamma / sqrt(variance) is folded into the weights"
            ),
        }
    }
}

#[cfg(feature = "alloc")]
impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// `under \`module.\``, or `without a scope`.
#[cfg(feature = "alloc")]
struct Under<'a>(&'a str);

#[cfg(feature = "alloc")]
impl fmt::Display for Under<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            "" => f.write_str("without a scope"),
            scope => write!(f, "under `{}`", Printable(scope)),
        }
    }
}

/// A text of a file's, made fit for a message: cut, and without characters
/// that a terminal would obey.
#[cfg(feature = "alloc")]
struct Printable<'a>(&'a str);

#[cfg(feature = "alloc")]
impl Printable<'_> {
    const MOST: usize = 200;
}

#[cfg(feature = "alloc")]
impl fmt::Display for Printable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, c) in self.0.chars().enumerate() {
            match c {
                _ if i == Self::MOST => return f.write_str("…"),
                '"' | '\'' => write!(f, "{c}")?,
                _ => write!(f, "{}", c.escape_debug())?,
            }
        }
        Ok(())
    }
}

/// The shape that a file claims.
#[cfg(feature = "alloc")]
struct Axes<'a>(&'a [usize]);

#[cfg(feature = "alloc")]
impl Axes<'_> {
    const MOST: usize = 8;
}

#[cfg(feature = "alloc")]
impl fmt::Display for Axes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.len() <= Self::MOST {
            return write!(f, "{:?}", self.0);
        }
        f.write_str("[")?;
        self.0[..Self::MOST].iter().try_for_each(|n| write!(f, "{n}, "))?;
        write!(f, "…] of {} axes", self.0.len())
    }
}

impl core::error::Error for Error {}
