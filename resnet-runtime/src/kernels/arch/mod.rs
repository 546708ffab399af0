//! One file per instruction set, and the list of them.
//!
//! A new instruction set is one file and two lines here.

#[macro_use]
mod shims;
#[cfg(target_arch = "x86_64")]
#[macro_use]
mod x86;

#[cfg(all(feature = "amx", target_arch = "x86_64"))]
mod amx;
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
#[cfg(all(target_arch = "x86_64", target_feature = "sse2"))]
mod sse;

use super::Backend;
use super::backend::{MomentsFn, NarrowFns, PoolFn, ProductsFns};
use super::generic::{FourTilesFn, PointsFn, TileFn};
use super::matrix::Matrix;

/// What every backend of this target has, best first.
macro_rules! all {
    ($name:ident: $type:ty, $(& $static:ident)? $($kernel:ident)?) => {
        pub(super) static $name: &[$type] = &[
            #[cfg(all(feature = "amx", target_arch = "x86_64"))]
            $(&amx::$static)? $(amx::$kernel)?,
            #[cfg(target_arch = "x86_64")]
            $(&avx512::$static)? $(avx512::$kernel)?,
            #[cfg(target_arch = "x86_64")]
            $(&avx2::$static)? $(avx2::$kernel)?,
            #[cfg(all(target_arch = "aarch64", target_feature = "neon"))]
            $(&neon::$static)? $(neon::$kernel)?,
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            $(&simd128::$static)? $(simd128::$kernel)?,
            #[cfg(feature = "portable")]
            $(&portable::$static)? $(portable::$kernel)?,
            $(&scalar::$static)? $(scalar::$kernel)?,
        ];
    };
}

// `scalar` needs nothing and is always last.
all!(ALL: &Backend, &BACKEND);

// Kernels that few networks need. In a backend's own table they would be a part of every
// program; one that calls none is linked without these.
all!(MOMENTS: MomentsFn, moments);
all!(MAX_POOL: PoolFn, max_pool);
all!(AVG_POOL: PoolFn, avg_pool);
all!(BLUR: PoolFn, blur);
all!(NARROW: &NarrowFns, &NARROW);
all!(PRODUCTS: &ProductsFns, &PRODUCTS);
all!(POINTS: PointsFn, points);
all!(FEW: &[TileFn], FEW);

// Likewise what a convolution's plan names.

/// The tiles of more blocks than one and fewer than a pass computes, for maps of so many
/// pixels; none if no backend computes more than one at once.
#[cfg_attr(not(target_arch = "x86_64"), allow(unused_variables))]
pub(super) const fn between(blocks: usize, pixels: usize) -> &'static [TileFn] {
    #[cfg(target_arch = "x86_64")]
    return avx512::between(blocks, pixels);
    #[cfg(not(target_arch = "x86_64"))]
    return &[];
}

/// For backends that compute a panel in one pass: what makes points in registers.
pub(super) const FOUR_TILES: Option<FourTilesFn> = {
    #[cfg(target_arch = "x86_64")]
    let four_tiles = Some(avx512::four_tiles as FourTilesFn);
    #[cfg(not(target_arch = "x86_64"))]
    let four_tiles = None;
    four_tiles
};

/// The matrix unit that this target may have.
pub(super) const MATRIX: Option<&Matrix> = {
    #[cfg(all(feature = "amx", target_arch = "x86_64"))]
    let matrix = Some(&amx::MATRIX);
    #[cfg(not(all(feature = "amx", target_arch = "x86_64")))]
    let matrix = None;
    matrix
};
