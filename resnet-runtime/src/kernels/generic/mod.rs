//! Algorithms, written once for every instruction set. Names no ISA.

use crate::kernels::memory::Zeroed;
use crate::kernels::vector::Vector;

/// A loop over fewer than 16 registers, whose body is written out for each. A compiler
/// that is told to make programs small would keep the loop, and the registers in memory.
macro_rules! unrolled {
    ($i:ident < $n:expr, $body:block) => {
        const { assert!($n <= 16) }
        unrolled!($i < $n, $body, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15);
    };
    ($i:ident < $n:expr, $body:block, $($k:literal)+) => {
        $(if const { $k < $n } {
            // Within bounds in copies that are left out, too.
            let $i: usize = const { $k % $n };
            $body
        })+
    };
}

mod finish;
mod maps;
mod narrow;
#[cfg(feature = "profile")]
mod peak;
mod pool;
mod products;
mod tile;
mod widen;
mod winograd;

pub(crate) use finish::{Post, PostFn, Store, post};
pub(crate) use maps::{mean, moments};
pub(crate) use narrow::{Narrow, NarrowFn, narrow};
#[cfg(feature = "profile")]
pub(crate) use peak::{PeakFn, peak};
pub(crate) use pool::{Pool, avg_pool, blur, max_pool};
pub(crate) use products::{Products, ProductsFn, products};
pub(crate) use tile::{Ahead, PIXELS, Tile, TileFn, tile};
pub(crate) use widen::{WidenFn, widen_bf16, widen_f16};
pub(crate) use winograd::{
    Grid, TransformIn, TransformInFn, TransformOut, TransformOutFn, transform_in, transform_out,
};

/// The same number, of which the compiler knows nothing: a loop that counts with it is
/// not unrolled. Its body fills the CPU already, and tiles are half of all code.
#[inline(always)]
#[cfg_attr(any(not(target_arch = "x86_64"), miri), allow(unused_mut))]
fn rolled(mut count: usize) -> usize {
    #[cfg(all(target_arch = "x86_64", not(miri)))]
    // SAFETY: no instruction.
    unsafe {
        core::arch::asm!("/* {} */", inout(reg) count, options(nomem, nostack, preserves_flags));
    }
    count
}

/// Registers of zeros, which no loop sets: see `unrolled!`.
#[inline(always)]
fn zeros<Z: Zeroed>() -> Z {
    // SAFETY: what `Zeroed` says.
    unsafe { core::mem::zeroed() }
}

/// Where each register of some floats begins. Narrow registers are so many that their
/// loop is not unrolled: that takes a tenth off a ResNet-20 for CIFAR.
#[inline(always)]
fn registers<V: Vector>(floats: usize) -> impl Iterator<Item = usize> {
    let mut next = 0;
    core::iter::from_fn(move || {
        let at = next;
        next = if V::LANES < 8 { rolled(at + V::LANES) } else { at + V::LANES };
        (at < floats).then_some(at)
    })
}
