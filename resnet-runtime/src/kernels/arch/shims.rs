//! What every instruction set writes the same way.

/// The tiles of 1 to 6 pixels by 16, 32, … channels, for which as many registers
/// are needed as the numbers say. Written out: no pointer to a function is
/// generic.
macro_rules! tiles {
    ($tile:ident, $($n:literal)+) => {
        &[$([$tile::<1, $n>, $tile::<2, $n>, $tile::<3, $n>,
             $tile::<4, $n>, $tile::<5, $n>, $tile::<6, $n>]),+]
    };
}

/// The shims that compile the generic kernels for one instruction set: they
/// carry its features, and whatever they call is inlined into them.
macro_rules! shims {
    ($vector:ty $(, $feature:literal)?) => {
        /// # Safety
        /// The obligations of [`generic::tile`] and this file's features.
        $(#[target_feature(enable = $feature)])?
        unsafe fn tile<const T: usize, const N: usize>(a: &generic::Tile) {
            // SAFETY: the attribute gives the features, the caller the rest.
            unsafe { generic::tile::<$vector, T, N>(a) }
        }

        /// # Safety
        /// The obligations of [`generic::input`] and this file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn winograd_input<const M: usize>(a: &generic::Input) {
            // SAFETY: the attribute gives the features, the caller the rest.
            unsafe { generic::input::<$vector, M>(a) }
        }

        /// # Safety
        /// The obligations of [`generic::output`] and this file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn winograd_output<const M: usize>(a: &generic::Output) {
            // SAFETY: the attribute gives the features, the caller the rest.
            unsafe { generic::output::<$vector, M>(a) }
        }

        /// # Safety
        /// This file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn preactivate(
            sum: &[f32], scale: &[f32], shift: &[f32], pixels: usize, preact: &mut [f32],
        ) {
            generic::preactivate(sum, scale, shift, pixels, preact);
        }

        /// # Safety
        /// This file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn mean(map: &[f32], pixels: usize, means: &mut [f32]) {
            generic::mean(map, pixels, means);
        }

        /// # Safety
        /// This file's features.
        $(#[target_feature(enable = $feature)])?
        pub(super) unsafe fn max_pool(
            map: &[f32], size: [usize; 2], k: usize, stride: usize, pooled: &mut [f32],
        ) {
            generic::max_pool(map, size, k, stride, pooled);
        }
    };
}

/// The table of one backend, over the functions that [`shims`] defines.
macro_rules! backend {
    ($name:literal, $is_available:expr, $conv:expr) => {
        pub(super) static BACKEND: crate::kernels::Backend = crate::kernels::Backend {
            name: $name,
            is_available: $is_available,
            conv: $conv,
            winograd_input: [winograd_input::<2>, winograd_input::<4>],
            winograd_output: [winograd_output::<2>, winograd_output::<4>],
            preactivate,
            mean,
            max_pool,
        };
    };
}
