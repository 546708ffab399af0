//! Faults in what a `macro_rules!` passes on are reported where it was written.

use resnet::resnet;

macro_rules! net {
    ($name:ident, $depth:literal, $stride:expr, $classes:tt) => {
        resnet! {
            pub struct $name {
                input: [32, 32, 3],
                block1: bottleneck[($depth, 16, $stride); 2],
                classes: $classes,
            }
        }
    };
}

net!(Negative, -64, 1, 10);
net!(NotALiteral, 64, 1 + 1, [10]);

fn main() {}
