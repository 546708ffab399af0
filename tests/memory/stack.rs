//! How much stack an inference takes: a thread on memory that is painted before, and looked
//! at afterwards.

use std::ffi::c_void;
use std::ptr;

const PAINT: u8 = 0xa5;
/// More than any inference takes.
const LEN: usize = 256 << 10;

/// Bytes of stack that a call takes.
pub fn used(call: impl FnOnce() + Send) -> usize {
    struct Call<F> {
        call: Option<F>,
        /// An address within the frame that the call is made from.
        start: usize,
    }

    extern "C" fn start<F: FnOnce()>(argument: *mut c_void) -> *mut c_void {
        let local = 0_u8;
        // SAFETY: `argument` is the `Call<F>` below, which lives until this thread is joined and
        // which nobody else uses meanwhile.
        let Call { call, start } = unsafe { &mut *argument.cast::<Call<F>>() };
        *start = (&raw const local).addr();
        // A panic ends the process here, since C has none.
        call.take().expect("a thread starts once")();
        ptr::null_mut()
    }

    fn run<F: FnOnce()>(argument: &mut Call<F>, stack: &mut [u8]) {
        // SAFETY: attributes may hold anything before they are initialised.
        let mut attributes = unsafe { std::mem::zeroed() };
        let mut thread = 0;
        // SAFETY: the stack is writable, aligned to pages, and outlives the thread, which is
        // joined here; so does the argument; attributes are initialised before they are used.
        unsafe {
            assert_eq!(libc::pthread_attr_init(&mut attributes), 0);
            let stack = stack.as_mut_ptr().cast();
            assert_eq!(libc::pthread_attr_setstack(&mut attributes, stack, LEN), 0);
            let argument = ptr::from_mut(argument).cast();
            assert_eq!(libc::pthread_create(&mut thread, &attributes, start::<F>, argument), 0);
            assert_eq!(libc::pthread_join(thread, ptr::null_mut()), 0);
            libc::pthread_attr_destroy(&mut attributes);
        }
    }

    let mut memory = vec![PAINT; LEN + (4 << 10)];
    let aligned = memory.as_ptr().align_offset(4 << 10);
    let stack = &mut memory[aligned..][..LEN];
    let lowest = stack.as_ptr().addr();
    let mut argument = Call { call: Some(call), start: 0 };
    run(&mut argument, stack);
    let touched = stack.iter().position(|byte| *byte != PAINT).expect("a thread uses its stack");
    assert!(touched > 0, "a call took more than {LEN} bytes of stack");
    argument.start - (lowest + touched)
}
