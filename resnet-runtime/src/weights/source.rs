//! Where the values of one tensor come from. They are read one by one while
//! packing, so that no second copy of a file is ever in memory.

use super::float::{from_bf16, from_f16};
use super::synthetic::Generator;

/// The values of one tensor, in row-major order.
#[derive(Clone, Copy)]
pub(super) enum Source<'a> {
    F32(&'a [[u8; 4]]),
    F16(&'a [[u8; 2]]),
    Bf16(&'a [[u8; 2]]),
    Generated(Generator),
}

impl Source<'_> {
    pub fn at(&self, i: usize) -> f32 {
        match self {
            Source::F32(values) => f32::from_le_bytes(values[i]),
            Source::F16(values) => from_f16(u16::from_le_bytes(values[i])),
            Source::Bf16(values) => from_bf16(u16::from_le_bytes(values[i])),
            Source::Generated(generator) => generator.at(i),
        }
    }
}
