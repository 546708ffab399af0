//! What both programs need of the board.

use core::ptr;

use cortex_m_semihosting::debug;
use panic_semihosting as _;

/// Packed weights are used where they lie, which must be a cache line's start.
#[repr(C, align(64))]
pub struct Aligned<T: ?Sized>(pub T);

/// Ends the emulator.
pub fn end() -> ! {
    debug::exit(debug::EXIT_SUCCESS);
    loop {
        cortex_m::asm::wfi();
    }
}

// Of cortex-m-rt's linker script.
unsafe extern "C" {
    safe static _stack_start: u32;
    safe static _stack_end: u32;
}

/// Bytes of stack that were ever used: what the start-up code painted and is
/// no longer so.
pub fn stack_used() -> usize {
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
