//! The digits network on a microcontroller: no system, no heap, weights read
//! where they lie in flash.
//!
//! `cargo xtask cross thumb` runs it under qemu.

#![no_std]
#![no_main]

mod board;
mod network;

use board::{Aligned, end, stack_used};
use cortex_m_rt::entry;
use cortex_m_semihosting::hprintln;
use network::Digits;
use resnet::{Network, Tensor};

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
    end();
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
}
