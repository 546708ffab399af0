//! Weight files: one error names every fault of a file, no bytes make the
//! loader panic, and what training leaves behind is ignored.

#[path = "../common/mod.rs"]
mod common;
mod damage;
mod faults;
mod file;
mod values;

use resnet::{Error, Fault, Network, resnet};

resnet! {
    /// The network of the reference's file.
    struct Tiny {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        block2: bottleneck[(32, 8, 1), (32, 8, 2)],
        block3: bottleneck[(64, 16, 1); 2],
        classes: 10,
    }

    /// A file so small that every prefix and every flipped bit has its turn.
    struct Small {
        input: [2, 2, 1],
        root: none,
        block: bottleneck[(2, 1, 1)],
        classes: 2,
    }
}

fn faults<N: Network>(bytes: &[u8]) -> Vec<Fault> {
    match N::from_safetensors(bytes) {
        Ok(_) => Vec::new(),
        Err(Error::Weights(faults)) => faults,
        Err(other) => panic!("expected faults of the file, found {other:?}"),
    }
}
