//! The digits network on a microcontroller: no system, no heap, weights read
//! where they lie in flash.
//!
//! `cargo xtask cross thumb` runs it under qemu.

#![no_std]
#![no_main]

mod network;

use core::ptr;

use cortex_m_rt::entry;
use cortex_m_semihosting::{debug, hprintln};
use network::Digits;
use panic_semihosting as _;
use resnet::{Network, Tensor};

/// Packed weights are used where they lie, which must be a cache line's start.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static WEIGHTS: &Aligned<[u8]> =
    &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/digits.packed")));
static IMAGES: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/images.f32")));
static LABELS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/labels.u8"));

#[entry]
fn main() -> ! {
    static mut WORKSPACE: <Digits as Network>::Workspace = <Digits as Network>::Workspace::new();
    let right = test(WORKSPACE);
    hprintln!("{} of {} digits right", right, LABELS.len());
    hprintln!(
        "flash: {} bytes, of which {} are weights and {} test pictures",
        &raw const __sidata as usize + &raw const __edata as usize - &raw const __sdata as usize,
        WEIGHTS.0.len(),
        IMAGES.0.len(),
    );
    hprintln!(
        "RAM: {} bytes, of which {} are the workspace",
        &raw const __ebss as usize - &raw const __sdata as usize,
        Digits::WORKSPACE_BYTES,
    );
    hprintln!("stack: {} bytes used", stack_used());
    debug::exit(debug::EXIT_SUCCESS);
    loop {
        cortex_m::asm::wfi();
    }
}

/// How many of the test pictures are classified as labelled.
fn test(workspace: &mut <Digits as Network>::Workspace) -> usize {
    let net = match Digits::from_packed(&WEIGHTS.0) {
        Ok(net) => net,
        Err(error) => panic!("{error}"),
    };
    let mut right = 0;
    for (bytes, label) in IMAGES.0.chunks_exact(8 * 8 * 4).zip(LABELS) {
        let mut image = [0.0; 8 * 8];
        for (value, bytes) in image.iter_mut().zip(bytes.as_chunks().0) {
            *value = f32::from_le_bytes(*bytes);
        }
        let Ok(image) = Tensor::view(&image) else { panic!("an image is 8 by 8") };
        let logits = net.forward(image, workspace).values();
        let largest = logits.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
        right += usize::from(largest.is_some_and(|(class, _)| class == usize::from(*label)));
    }
    right
}

// Of cortex-m-rt's linker script.
unsafe extern "C" {
    safe static __sidata: u32;
    safe static __sdata: u32;
    safe static __edata: u32;
    safe static __ebss: u32;
    safe static _stack_start: u32;
    safe static _stack_end: u32;
}

/// Bytes of stack that were ever used: what the start-up code painted and is
/// no longer so.
fn stack_used() -> usize {
    const PAINT: u32 = cortex_m_rt::STACK_PAINT_VALUE;
    let mut end = &raw const _stack_end;
    let start = &raw const _stack_start;
    // SAFETY: the words from the stack's end to its start are in RAM, and
    // volatile reads do not care what they hold.
    while end < start && unsafe { ptr::read_volatile(end) } == PAINT {
        end = end.wrapping_add(1);
    }
    start as usize - end as usize
}
