//! One file per instruction set, and the list of them.
//!
//! A new instruction set is one file and two lines here.

#[macro_use]
mod shims;
#[cfg(target_arch = "x86_64")]
#[macro_use]
mod x86;

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
#[cfg(all(target_arch = "aarch64", target_feature = "neon"))]
mod neon;
#[cfg(feature = "portable")]
mod portable;
mod scalar;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd128;

use super::Backend;

/// Every backend of this target, best first. `scalar` needs nothing and is
/// always last.
pub(super) static ALL: &[&Backend] = &[
    #[cfg(target_arch = "x86_64")]
    &avx512::BACKEND,
    #[cfg(target_arch = "x86_64")]
    &avx2::BACKEND,
    #[cfg(all(target_arch = "aarch64", target_feature = "neon"))]
    &neon::BACKEND,
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    &simd128::BACKEND,
    #[cfg(feature = "portable")]
    &portable::BACKEND,
    &scalar::BACKEND,
];
