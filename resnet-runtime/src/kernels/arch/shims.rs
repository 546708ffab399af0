//! What every instruction set writes the same way.

/// The tiles of so many registers, for each number of pixels from 1 on. Written out: no
/// pointer to a function is generic.
macro_rules! tiles {
    ($tile:ident, $registers:literal: $($pixels:literal)+) => {
        &[$($tile::<$pixels, $registers> as crate::kernels::generic::TileFn),+]
    };
}

/// The shims that compile the generic kernels for one instruction set: they
/// carry its features, and whatever they call is inlined into them.
macro_rules! shims {
    ($vector:ty $(, $feature:literal)?) => {
        /// # Safety
        /// The obligations of [`generic::tile`] and this file's features.
        $(#[target_feature(enable = $feature)])?
        unsafe fn tile<const T: usize, const N: usize>(
            a: &generic::Tile, store: &generic::Store,
        ) {
            // SAFETY: the attribute gives the features, the caller the rest.
            unsafe { generic::tile::<$vector, T, N>(a, store) }
        }

        /// # Safety
        /// The obligations of [`generic::narrow`] and this file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn narrow<const T: usize, const S: usize>(
            a: &generic::Narrow, store: &generic::Store,
        ) {
            // SAFETY: the attribute gives the features, the caller the rest.
            unsafe { generic::narrow::<$vector, T, S>(a, store) }
        }

        /// # Safety
        /// The obligations of [`generic::products`] and this file's features.
        $(#[target_feature(enable = $feature)])?
        unsafe fn products<const T: usize, const N: usize, const B: usize>(
            a: &generic::Products,
        ) {
            // SAFETY: the attribute gives the features, the caller the rest.
            unsafe { generic::products::<$vector, T, N, B>(a) }
        }

        /// # Safety
        /// The obligations of [`generic::input`] and this file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn winograd_in<const M: usize>(a: &generic::TransformIn) {
            // SAFETY: the attribute gives the features, the caller the rest.
            unsafe { generic::transform_in::<$vector, M>(a) }
        }

        /// # Safety
        /// The obligations of [`generic::output`] and this file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn winograd_out<const M: usize>(a: &generic::TransformOut) {
            // SAFETY: the attribute gives the features, the caller the rest.
            unsafe { generic::transform_out::<$vector, M>(a) }
        }

        /// # Safety
        /// The obligations of [`generic::post`] and this file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn post(a: &generic::Post, pixels: usize, blocks: usize) {
            // SAFETY: the attribute gives the features, the caller the rest.
            unsafe { generic::post::<$vector>(a, pixels, blocks) }
        }

        /// # Safety
        /// This file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn mean(map: &[f32], plane: usize, pixels: usize, means: &mut [f32]) {
            // SAFETY: the attribute gives the features.
            unsafe { generic::mean::<$vector>(map, plane, pixels, means) }
        }

        /// # Safety
        /// This file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn moments(map: &[f32], pixels: usize, moments: &mut [f32]) {
            // SAFETY: the attribute gives the features.
            unsafe { generic::moments::<$vector>(map, pixels, moments) }
        }

        /// # Safety
        /// This file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn max_pool(
            pool: &generic::Pool, first: generic::Rows, map: &[f32], pooled: &mut [f32],
        ) {
            // SAFETY: the attribute gives the features.
            unsafe { generic::max_pool::<$vector>(pool, first, map, pooled) }
        }

        /// # Safety
        /// This file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn avg_pool(
            pool: &generic::Pool, first: generic::Rows, map: &[f32], pooled: &mut [f32],
        ) {
            // SAFETY: the attribute gives the features.
            unsafe { generic::avg_pool::<$vector>(pool, first, map, pooled) }
        }

        /// # Safety
        /// This file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn blur(
            pool: &generic::Pool, first: generic::Rows, map: &[f32], blurred: &mut [f32],
        ) {
            // SAFETY: the attribute gives the features.
            unsafe { generic::blur::<$vector>(pool, first, map, blurred) }
        }

        /// # Safety
        /// This file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn widen_f16(
            from: &[crate::values::Half], stride: usize, columns: usize, to: &mut [f32],
        ) {
            // SAFETY: the attribute gives the features.
            unsafe { generic::widen_f16::<$vector>(from, stride, columns, to) }
        }

        /// # Safety
        /// This file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn widen_bf16(
            from: &[crate::values::Half], stride: usize, columns: usize, to: &mut [f32],
        ) {
            // SAFETY: the attribute gives the features.
            unsafe { generic::widen_bf16::<$vector>(from, stride, columns, to) }
        }

        /// # Safety
        /// This file's features.
        #[cfg(feature = "profile")]
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn peak(rounds: usize) -> u64 {
            // SAFETY: the attribute gives the features.
            unsafe { generic::peak::<$vector>(rounds) }
        }
    };
}

/// The tiles of maps of at most half a block of channels, for each number of pixels from 1
/// on: the registers of these channels, of those of a block.
macro_rules! few {
    ($vector:ty $(, $feature:literal)?; $some:literal of $all:literal: $($pixels:literal)+) => {
        pub(super) static FEW: &[generic::TileFn] = tiles!(few, $some: $($pixels)+);

        /// # Safety
        /// The obligations of [`generic::few`] and this file's features.
        $(#[target_feature(enable = $feature)])?
        unsafe fn few<const T: usize, const N: usize>(
            a: &generic::Tile, store: &generic::Store,
        ) {
            // SAFETY: the attribute gives the features, the caller the rest.
            unsafe { generic::few::<$vector, T, N, $all>(a, store) }
        }
    };
}

/// What makes points of taps.
macro_rules! points {
    ($vector:ty $(, $feature:literal)?) => {
        /// # Safety
        /// The obligations of [`generic::points`] and this file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn points(a: &generic::Points) {
            // SAFETY: the attribute gives the features, the caller the rest.
            unsafe { generic::points::<$vector>(a) }
        }
    };
}

/// The kernels of [`generic::products`] for one and two blocks of channels: the
/// registers of each, and some numbers of tiles from 1 on.
macro_rules! products {
    ($one:literal: $($tiles:literal)+, $two:literal: $($more:literal)+) => {
        pub(super) static PRODUCTS: crate::kernels::backend::ProductsFns = [
            &[$(($tiles, products::<$tiles, $one, 1>)),+],
            &[$(($more, products::<$more, $two, 2>)),+],
        ];
    };
}

/// The table of one backend, over the functions that [`shims`] defines.
macro_rules! backend {
    ($name:literal, $is_available:expr, $conv:expr) => {
        pub(super) static NARROW: crate::kernels::backend::NarrowFns = [
            [narrow::<1, 1>, narrow::<3, 1>, narrow::<7, 1>],
            [narrow::<1, 2>, narrow::<3, 2>, narrow::<7, 2>],
        ];

        pub(super) static BACKEND: crate::kernels::Backend = backend($name, $is_available, $conv);

        /// The kernels of this instruction set, under a name, with convolutions as given.
        pub(super) const fn backend(
            name: &'static str,
            is_available: fn() -> bool,
            conv: crate::kernels::ConvKernel,
        ) -> crate::kernels::Backend {
            crate::kernels::Backend {
                name,
                is_available,
                conv,
                winograd_in: [winograd_in::<2>, winograd_in::<4>],
                winograd_out: [winograd_out::<2>, winograd_out::<4>],
                post,
                mean,
                widen: [widen_f16, widen_bf16],
                #[cfg(feature = "profile")]
                peak,
            }
        }
    };
}
