//! The digits network for a web page, without a heap and without glue code: the
//! functions of `export: "C"` work on linear memory, which `digits.mjs` divides.
//! What a header tells a C program, the functions below tell JavaScript.

#![no_std]

mod network;

use network::Digits;

/// Packed weights are used where they lie, which must be a cache line's start.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static WEIGHTS: &Aligned<[u8]> =
    &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/digits.resnet")));

/// Where the packed weights lie.
#[unsafe(no_mangle)]
pub extern "C" fn digits_file() -> *const u8 {
    WEIGHTS.0.as_ptr()
}

#[unsafe(no_mangle)]
pub extern "C" fn digits_file_bytes() -> usize {
    WEIGHTS.0.len()
}

#[unsafe(no_mangle)]
pub extern "C" fn digits_workspace_bytes() -> usize {
    Digits::WORKSPACE_BYTES
}

/// None is known: whatever arguments a caller gives are checked first.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
