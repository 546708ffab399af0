//! The weights of a network: read or generated, folded, packed.

pub(crate) mod float;
#[cfg(feature = "alloc")]
mod names;
#[cfg(feature = "alloc")]
mod pack;
mod packed;
#[cfg(feature = "alloc")]
mod safetensors;
#[cfg(feature = "alloc")]
mod source;
#[cfg(feature = "alloc")]
pub(crate) mod synthetic;

#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::fmt;

#[cfg(feature = "mmap")]
use crate::kernels::Mapping;
#[cfg(feature = "alloc")]
use crate::kernels::{Line, floats, floats_mut, lines};
use crate::layer::Layout;
use crate::values::Values;

pub use self::packed::Expected;
pub use self::packed::Precision;
pub(crate) use self::packed::{HEADER, from_packed, unpack_into, values, verify};
#[cfg(feature = "mmap")]
pub(crate) use self::packed::{from_mapping, from_mapping_unverified};
#[cfg(feature = "alloc")]
pub(crate) use self::packed::{unpack, write};
#[cfg(feature = "alloc")]
pub(crate) use self::{safetensors::from_safetensors, synthetic::synthetic};

/// What a dialect says of weight files beyond the names of tensors.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// How filters lie.
    pub layout: Layout,
    /// Added to a variance before the square root.
    pub epsilon: f64,
    /// If every convolution without bias has its filters standardised: what is
    /// added to the variance of each.
    pub standardise: Option<f64>,
    /// What the names of all tensors begin with, separator included.
    pub scope: &'static str,
    /// Last parts of the names of tensors that training leaves behind and
    /// inference ignores.
    pub leftovers: &'static [&'static str],
    /// Tensors, or what holds them, that a file may have, though the network stops before them.
    pub unread: &'static [&'static str],
}

/// Packed weights: one arena in execution order. Per convolution the panels of
/// all K blocks, then the bias; per preactivation the scale, then the shift.
#[doc(hidden)]
#[derive(Clone)]
pub struct Weights(Storage);

#[derive(Clone)]
enum Storage {
    #[cfg(feature = "alloc")]
    Owned(Box<[Line]>),
    Static(Values<'static>),
    /// A packed file, of which the values begin after the header.
    #[cfg(feature = "mmap")]
    Mapped(Mapping, Precision),
}

impl Weights {
    /// An arena of `len` floats, a multiple of the floats of a cache line,
    /// which `fill` writes.
    #[cfg(feature = "alloc")]
    pub(crate) fn new(len: usize, fill: impl FnOnce(&mut [f32])) -> Self {
        let mut arena = lines(len / crate::layout::BLOCK);
        fill(floats_mut(&mut arena));
        Weights(Storage::Owned(arena))
    }

    /// An arena that was packed before, of exactly the network's length.
    pub const fn fixed(values: &'static [f32]) -> Self {
        Weights(Storage::Static(Values::F32(values)))
    }

    /// The same of any precision.
    pub(crate) const fn lying(values: Values<'static>) -> Self {
        Weights(Storage::Static(values))
    }

    /// The values, if they outlive the network.
    pub(crate) fn lasting(&self) -> Option<Values<'static>> {
        match self.0 {
            Storage::Static(values) => Some(values),
            #[cfg(feature = "alloc")]
            Storage::Owned(_) => None,
            #[cfg(feature = "mmap")]
            Storage::Mapped(..) => None,
        }
    }

    /// All values, if they are f32.
    pub(crate) fn floats(&self) -> Option<&[f32]> {
        match self.values() {
            Values::F32(values) => Some(values),
            Values::F16(_) | Values::Bf16(_) => None,
        }
    }

    /// All values, for one inference.
    pub fn values(&self) -> Values<'_> {
        match &self.0 {
            #[cfg(feature = "alloc")]
            Storage::Owned(arena) => Values::F32(floats(arena)),
            Storage::Static(values) => *values,
            #[cfg(feature = "mmap")]
            Storage::Mapped(mapping, precision) => packed::values_of(mapping, *precision),
        }
    }
}

impl fmt::Debug for Weights {
    /// Their number: they are millions.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Weights({} values)", self.values().len())
    }
}
