//! The runtime of networks that [`resnet!`](https://docs.rs/resnet) generates:
//! convolution kernels for several instruction sets, precompiled, and thin
//! typed layers around them. Use it through the crate `resnet`.
//!
//! Without its default features the crate needs neither std nor a heap.

#![no_std]
#![deny(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod engine;
mod error;
#[cfg(feature = "image")]
pub mod image;
#[allow(unsafe_code)]
mod kernels;
mod layer;
mod layout;
mod map;
mod network;
mod ops;
mod tensor;
mod weights;
mod workspace;

pub use error::Error;
#[cfg(feature = "alloc")]
pub use error::Fault;
pub use kernels::Backend;
pub use layer::{Layer, LayerKind, Role, TensorName, TensorSpec};
pub use network::{Classifier, EndPoint, Network};
pub use tensor::{AnyTensor, Tensor};
pub use workspace::{AnyWorkspace, Workspace};

/// What generated code calls. Not covered by semantic versioning.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "alloc")]
    pub use alloc::boxed::Box;

    pub use crate::engine::{Engine, Tap};
    pub use crate::layer::{Leaf, scratch_len, tensor_count, tensors, verify};
    pub use crate::map::{Image, Map, Stream, tensor_len};
    pub use crate::ops::*;
    pub use crate::weights::{Format, Weights};
    pub use crate::workspace::{Region, largest, total};
    pub use crate::{
        AnyTensor, Backend, Classifier, EndPoint, Error, Layer, LayerKind, Network, Role, Tensor,
        TensorSpec, Workspace,
    };

    pub use crate::with_alloc;

    /// Bytes of a file, aligned to a cache line.
    #[repr(C, align(64))]
    pub struct Aligned<T: ?Sized>(pub T);
}

/// Items of a generated network that need a heap: the expansion cannot ask
/// for a feature of this crate itself.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! with_alloc {
    ($($items:tt)*) => { $($items)* };
}

/// See above: without a heap there are no such items.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! with_alloc {
    ($($items:tt)*) => {};
}
