//! No bytes, wherever they lie, make the loaders of packed files do more than
//! refuse them, and what they take can be run.
#![no_main]

#[path = "../net.rs"]
mod net;

use libfuzzer_sys::fuzz_target;
use net::Tiny;
use resnet::Network;

/// As a file lies in a program.
#[repr(C, align(64))]
struct Aligned([u8; 1 << 16]);

fuzz_target!(|data: &[u8]| {
    let _ = Tiny::verify(data);
    if let Ok(net) = Tiny::unpack(data) {
        net.forward(&<Tiny as Network>::Input::boxed(), &mut Tiny::workspace());
    }
    // Leaked, since what is used in place must live for ever; freed again below.
    let mut aligned = Box::new(Aligned([0; 1 << 16]));
    let Some(bytes) = aligned.0.get_mut(..data.len()) else { return };
    bytes.copy_from_slice(data);
    let aligned: &'static Aligned = Box::leak(aligned);
    if let Ok(net) = Tiny::from_packed(&aligned.0[..data.len()]) {
        net.forward(&<Tiny as Network>::Input::boxed(), &mut Tiny::workspace());
    }
    // SAFETY: it came from the box above, and no network uses it any more.
    drop(unsafe { Box::from_raw(std::ptr::from_ref(aligned).cast_mut()) });
});
