//! How much stack an inference takes at most: networks that use every kernel there is, with
//! weights of both widths.
//!
//! `cargo xtask cross thumb` runs it under qemu.

#![no_std]
#![no_main]

mod board;
mod every;

use board::{Aligned, end, stack_used};
use cortex_m_rt::entry;
use cortex_m_semihosting::hprintln;
use every::*;
use resnet::{AnyTensor, Network, STACK_BYTES};
use static_cell::ConstStaticCell;

/// As large as the largest image.
static IMAGE: [f32; 65 * 62 * 3] = [0.5; 65 * 62 * 3];

macro_rules! weights {
    ($network:ident, $precision:literal) => {
        &Aligned(*include_bytes!(concat!(
            env!("OUT_DIR"),
            "/",
            stringify!($network),
            ".",
            $precision
        )))
    };
}

macro_rules! run {
    ($($network:ident)*) => {$({
        type Workspace = <$network as Network>::Workspace;
        static F32: &Aligned<[u8]> = weights!($network, "F32");
        static F16: &Aligned<[u8]> = weights!($network, "F16");
        static WORKSPACE: ConstStaticCell<Workspace> = ConstStaticCell::new(Workspace::new());
        let workspace = WORKSPACE.take();
        let [h, w, c] = $network::INPUT;
        let Ok(image) = AnyTensor::view(&IMAGE[..h * w * c]) else { unreachable!() };
        for weights in [F32, F16] {
            let net = $network::from_packed(&weights.0).unwrap_or_else(|error| panic!("{error}"));
            net.forward(image, workspace);
        }
        hprintln!("{}: {} bytes until now", $network::NAME, stack_used());
    })*};
}

#[entry]
fn main() -> ! {
    run!(Transformed Preactivated Gated Grouped Normed);
    hprintln!("stack: {} bytes used", stack_used());
    assert!(stack_used() <= STACK_BYTES, "expected at most {STACK_BYTES}");
    end();
}
