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

    /// A torch file, as saved by the model itself.
    struct Torch {
        dialect: torch,
        input: [4, 4, 1],
        root: conv(3, 4, 1),
        layer1: basic[(4, 1)],
        classes: 2,
    }

    /// The same, of which the model was a part of another.
    struct Scoped {
        dialect: torch,
        input: [4, 4, 1],
        root: conv(3, 4, 1),
        layer1: basic[(4, 1)],
        classes: 2,
        scope: "model",
    }

    /// The same without its head.
    struct Features {
        dialect: torch,
        input: [4, 4, 1],
        root: conv(3, 4, 1),
        layer1: basic[(4, 1)],
        classes: none,
    }
}

fn faults<N: Network>(bytes: &[u8]) -> Vec<Fault> {
    match N::from_safetensors(bytes) {
        Ok(_) => Vec::new(),
        Err(Error::Weights(faults)) => faults,
        Err(other) => panic!("expected faults of the file, found {other:?}"),
    }
}
