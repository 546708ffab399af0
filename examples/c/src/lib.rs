//! Three networks for C. `README.md` tells how to use them.

#![cfg_attr(not(feature = "std"), no_std)]

mod networks;

pub use networks::{Backbone, Digits, Tiny};

/// Where there is no std, a panic has nowhere to go. None is known: whatever
/// arguments a caller gives are checked first.
#[cfg(not(feature = "std"))]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {
        core::hint::spin_loop();
    }
}
