//! No bytes make the loader of weight files do more than refuse them, and what
//! it takes can be run, packed, and read again.
#![no_main]

#[path = "../net.rs"]
mod net;

use libfuzzer_sys::fuzz_target;
use net::Tiny;
use resnet::{Network, Precision};

fuzz_target!(|data: &[u8]| match Tiny::from_safetensors(data) {
    Ok(net) => {
        net.forward(&<Tiny as Network>::Input::boxed(), &mut Tiny::workspace());
        let packed = net.pack(Precision::F32).expect("f32 holds every value");
        Tiny::unpack(&packed).expect("a file of our own fits");
    }
    // Every fault can be told.
    Err(error) => assert!(!error.to_string().is_empty()),
});
