//! Loops that a compiler would not write as we do: over registers, which must not be in
//! memory, and over steps of so much work that more code for them gains nothing.

use super::memory::Zeroed;
use super::vector::Vector;

/// A loop over 16 registers at most, whose body is written out for each. A compiler
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

/// The same number, of which the compiler knows nothing: a loop that counts with it is
/// not unrolled. Its body fills the CPU already, and tiles are half of all code.
#[inline(always)]
#[cfg_attr(any(not(target_arch = "x86_64"), miri), allow(unused_mut))]
pub(super) fn rolled(mut count: usize) -> usize {
    #[cfg(all(target_arch = "x86_64", not(miri)))]
    // SAFETY: no instruction.
    unsafe {
        core::arch::asm!("/* {} */", inout(reg) count, options(nomem, nostack, preserves_flags));
    }
    count
}

/// Registers of zeros, which no loop sets: see `unrolled!`.
#[inline(always)]
pub(super) fn zeros<Z: Zeroed>() -> Z {
    // SAFETY: what `Zeroed` says.
    unsafe { core::mem::zeroed() }
}

/// Where each register of some floats begins. Narrow registers are so many that their
/// loop is not unrolled: that takes a tenth off a ResNet-20 for CIFAR.
#[inline(always)]
pub(super) fn registers<V: Vector>(floats: usize) -> impl Iterator<Item = usize> {
    let mut next = 0;
    core::iter::from_fn(move || {
        let at = next;
        next = if V::LANES < 8 { rolled(at + V::LANES) } else { at + V::LANES };
        (at < floats).then_some(at)
    })
}
