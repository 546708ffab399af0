//! No bytes, wherever they lie, make the loaders of packed files do more than
//! refuse them, and what they take can be run.
#![no_main]

#[path = "../net.rs"]
mod net;

use std::alloc::{Layout, alloc, dealloc};

use libfuzzer_sys::fuzz_target;
use net::Tiny;
use resnet::Network;

/// Calls with a copy of the bytes as a file lies in a program: at a cache line, and for
/// ever. It is as long as the file, so that a byte too far is seen.
fn in_place(data: &[u8], call: impl FnOnce(&'static [u8])) {
    let Ok(layout) = Layout::from_size_align(data.len().max(1), 64) else { return };
    // SAFETY: the layout has a size. The bytes are written before there is a slice of
    // them, and freed by the layout they were allocated by, when the call, and with it
    // every network that it makes, is over.
    unsafe {
        let start = alloc(layout);
        assert!(!start.is_null());
        start.copy_from_nonoverlapping(data.as_ptr(), data.len());
        call(std::slice::from_raw_parts(start, data.len()));
        dealloc(start, layout);
    }
}

fuzz_target!(|data: &[u8]| {
    let _ = Tiny::verify(data);
    if let Ok(net) = Tiny::unpack(data) {
        net.forward(&<Tiny as Network>::Input::boxed(), &mut Tiny::workspace());
    }
    in_place(data, |file| {
        if let Ok(net) = Tiny::from_packed(file) {
            net.forward(&<Tiny as Network>::Input::boxed(), &mut Tiny::workspace());
        }
    });
});
