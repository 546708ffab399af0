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

mod budget;
#[allow(unsafe_code)]
#[doc(hidden)]
pub mod c;
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
mod output;
#[cfg(feature = "std")]
#[allow(unsafe_code)]
mod pool;
#[cfg(feature = "profile")]
mod profile;
mod table;
mod team;
mod tensor;
mod twins;
mod values;
mod weights;
mod workspace;

/// Bytes of stack that `forward`, `predict`, `from_packed` and the functions for C take at most
/// in an optimised program, whatever the network. The most that was seen is 10,423, of a
/// ResNet-200 on x86-64, and 304 more when C calls; a half is Winograd's transforms, if there
/// are any. On a Cortex-M4 it is 6,892, of networks that use every kernel there is. Debug builds
/// take up to twice as much, and functions of the user's what they take.
pub const STACK_BYTES: usize = 12 << 10;

#[cfg(feature = "alloc")]
pub use error::Fault;
pub use error::{Error, PackedFault};
pub use kernels::Backend;
#[cfg(feature = "alloc")]
pub use kernels::Boxed;
#[cfg(feature = "mmap")]
pub use kernels::Mapping;
pub use layer::{Layer, LayerKind, Role, TensorName, TensorSpec};
pub use network::{Classifier, EndPoint, Network};
pub use output::AnyOutput;
#[cfg(feature = "std")]
pub use pool::Pool;
#[cfg(feature = "profile")]
pub use profile::{LayerTime, Profile, profile};
pub use tensor::{AnyTensor, Tensor};
pub use weights::Precision;
pub use workspace::{AnyWorkspace, Workspace};

/// What generated code calls. Not covered by semantic versioning.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "alloc")]
    pub use alloc::boxed::Box;

    #[cfg(feature = "alloc")]
    pub use crate::Boxed;
    #[cfg(feature = "mmap")]
    pub use crate::Mapping;
    pub use crate::budget::{packed_fits, within};
    pub use crate::c;
    pub use crate::engine::{Engine, Tap};
    pub use crate::kernels::{Activation, Room};
    pub use crate::layer::{
        Layout, Leaf, macs, packed_bytes, room_len, scratch_len, tensor_count, tensors, verify,
    };
    pub use crate::map::{Flow, Image, Map, Stream, tensor_len};
    pub use crate::network::Classifies;
    pub use crate::ops::*;
    #[cfg(feature = "profile")]
    pub use crate::profile::algorithm;
    pub use crate::table::{Row, Table, layers, lens, names, names_len};
    pub use crate::team::Team;
    pub use crate::values::Values;
    pub use crate::weights::{Format, Weights};
    pub use crate::workspace::{Region, largest, regions, total};
    pub use crate::{
        AnyTensor, Backend, Classifier, EndPoint, Error, Layer, LayerKind, Network, Precision,
        Role, Tensor, TensorSpec, Workspace,
    };
    #[cfg(feature = "alloc")]
    pub use alloc::vec::Vec;

    pub use crate::{locals, with_alloc, with_mmap};

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

/// As [`with_alloc`], for items that need the feature `mmap`.
#[cfg(feature = "mmap")]
#[doc(hidden)]
#[macro_export]
macro_rules! with_mmap {
    ($($items:tt)*) => { $($items)* };
}

/// See above.
#[cfg(not(feature = "mmap"))]
#[doc(hidden)]
#[macro_export]
macro_rules! with_mmap {
    ($($items:tt)*) => {};
}

/// A function for each name of a local variable in generated code, where this
/// is called. A constant of the user's that has such a name would be taken for
/// a pattern; a function hides it, and may itself be shadowed.
#[doc(hidden)]
#[macro_export]
macro_rules! locals {
    () => {
        $crate::locals! {
            a b bytes code e end_point file file_bytes gates image image_len keep mapping memory memory_bytes message
            message_bytes network out output output_len preact precision room scratch seed spare sum t tap team tensor visit
            weights workspace workspace_bytes x
        }
    };
    ($($name:ident)+) => {
        $(#[allow(dead_code)] fn $name() {})+
    };
}
