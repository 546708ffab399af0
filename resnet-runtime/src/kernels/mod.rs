//! Everything that is done to numbers, precompiled, with sizes known at run
//! time. The one home of `unsafe`: what leaves this module is safe to call.

mod arch;
mod backend;
mod conv;
#[cfg(feature = "alloc")]
mod gemm;
mod generic;
mod memory;
mod plan;
mod vector;

pub use backend::Backend;
pub(crate) use backend::{ConvKernel, Tiles};
pub(crate) use conv::{Epilogue, Preact, convolve};
pub(crate) use memory::{Line, tensor_mut, tensor_ref};
#[cfg(feature = "alloc")]
pub(crate) use memory::{floats, floats_mut, zeroed};
pub use plan::{ConvPlan, ConvShape, Source, image_len};
#[cfg(feature = "alloc")]
pub(crate) use plan::{PANEL, k_blocks};
