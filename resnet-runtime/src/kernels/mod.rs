//! Everything that is done to numbers, precompiled, with sizes known at run
//! time. The one home of `unsafe`: what leaves this module is safe to call.

mod arch;
mod backend;
#[cfg(all(test, feature = "alloc"))]
mod conformance;
mod conv;
#[cfg(feature = "alloc")]
mod gemm;
mod generic;
mod memory;
mod plan;
mod products;
mod vector;
mod winograd;

pub use backend::Backend;
pub(crate) use backend::ConvKernel;
pub(crate) use conv::{Args, Epilogue, Preact, convolve};
#[cfg(feature = "alloc")]
pub(crate) use memory::{Line, floats, floats_mut, zeroed};
pub(crate) use memory::{tensor_mut, tensor_ref};
pub use plan::{ConvPlan, ConvShape, Source, image_len};
#[cfg(feature = "alloc")]
pub(crate) use plan::{PANEL, Winograd, k_blocks};
#[cfg(feature = "alloc")]
pub(crate) use winograd::transform_weights;
