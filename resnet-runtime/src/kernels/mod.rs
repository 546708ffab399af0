//! Everything that is done to numbers, precompiled, with sizes known at run
//! time. The one home of `unsafe`: what leaves this module is safe to call.

#[macro_use]
mod registers;

mod arch;
mod backend;
#[cfg(feature = "alloc")]
mod boxed;
#[cfg(all(test, feature = "alloc"))]
mod conformance;
mod conv;
mod cut;
mod epilogue;
#[cfg(feature = "portable")]
mod gemm;
mod generic;
#[cfg(feature = "mmap")]
mod mapping;
// Other targets have the rule alone, by which memory is planned.
#[cfg_attr(not(all(feature = "amx", target_arch = "x86_64")), allow(dead_code))]
mod matrix;
mod memory;
mod narrow;
#[cfg(feature = "alloc")]
mod pages;
mod panel;
mod plan;
mod pooled;
mod room;
mod vector;
mod winograd;

pub use backend::Backend;
pub(crate) use backend::ConvKernel;
#[cfg(feature = "alloc")]
pub use boxed::Boxed;
#[cfg(all(test, feature = "alloc"))]
pub(crate) use conv::convolve_narrow;
pub(crate) use conv::{Args, Parts, convolve, convolve_parts};
pub use epilogue::Activation;
pub(crate) use epilogue::{Epilogue, Preact, Then};
pub(crate) use generic::{Pool, Rows};
#[cfg(feature = "mmap")]
pub use mapping::Mapping;
pub use memory::Zeroed;
#[cfg(feature = "alloc")]
pub(crate) use memory::{Line, floats, floats_mut, lines, zeroed};
pub(crate) use memory::{
    Shared, chunks, chunks_of_work, floats_of, is_aligned, tensor_mut, tensor_ref,
};
pub(crate) use plan::PANEL;
pub(crate) use plan::{AnyPlan, FewStepsPlan, plan_of};
pub use plan::{ConvPlan, ConvShape, Source, image_len};
#[cfg(feature = "alloc")]
pub(crate) use plan::{Winograd, k_blocks};
pub(crate) use pooled::{PoolKernel, Pooled};
pub use room::Room;
#[cfg(feature = "alloc")]
pub(crate) use winograd::transform_weights;
