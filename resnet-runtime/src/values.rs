//! Packed values in whichever precision they are stored.

use core::ops::Range;

/// A number of half precision as it is stored: little-endian.
pub(crate) type Half = [u8; 2];

/// Some packed values, where they lie.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Values<'a> {
    F32(&'a [f32]),
    F16(&'a [[u8; 2]]),
    Bf16(&'a [[u8; 2]]),
}

impl<'a> Values<'a> {
    pub(crate) fn len(self) -> usize {
        match self {
            Values::F32(values) => values.len(),
            Values::F16(values) | Values::Bf16(values) => values.len(),
        }
    }

    /// Where they lie.
    pub(crate) fn start(self) -> *const f32 {
        match self {
            Values::F32(values) => values.as_ptr(),
            Values::F16(values) | Values::Bf16(values) => values.as_ptr().cast(),
        }
    }

    pub(crate) fn part(self, range: Range<usize>) -> Self {
        match self {
            Values::F32(values) => Values::F32(&values[range]),
            Values::F16(values) => Values::F16(&values[range]),
            Values::Bf16(values) => Values::Bf16(&values[range]),
        }
    }

    pub(crate) fn split_at(self, mid: usize) -> (Self, Self) {
        (self.part(0..mid), self.part(mid..self.len()))
    }
}

impl<'a> From<&'a [f32]> for Values<'a> {
    fn from(values: &'a [f32]) -> Self {
        Values::F32(values)
    }
}
