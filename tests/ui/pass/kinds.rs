//! Kinds of unit of one's own: declared behind their blocks, inside of functions and
//! modules, by paths of every sort, with names that the dialects know.

#![deny(warnings)]
#![forbid(unsafe_code)]

use resnet::{Tensor, resnet};

mod units {
    use resnet::Tensor;

    pub struct Own;

    pub trait Residual {
        fn residual<const H: usize, const W: usize, const C: usize>(
            x: &Tensor<H, W, C>,
            out: &mut Tensor<H, W, C>,
            weight: &[[f32; 3]; C],
        );
    }

    impl Residual for Own {
        fn residual<const H: usize, const W: usize, const C: usize>(
            x: &Tensor<H, W, C>,
            out: &mut Tensor<H, W, C>,
            weight: &[[f32; 3]; C],
        ) {
            out[[0, 0, 0]] = x[[0, 0, 0]] * weight[C - 1][2];
        }
    }

    pub fn scaled<const BY: usize, T, U>(_: &T, _: &mut U, numbers: usize, depth: usize) {
        assert_eq!((BY, numbers, depth), (2, 16, 8));
    }
}

macro_rules! declare {
    ($name:ident, $kind:ident, $function:path, $depth:literal) => {
        resnet! {
            struct $name {
                dialect: torch,
                input: [8, 8, 3],
                root: conv(3, 8, 1),
                layer1: $kind[($depth, 1); 2] + basic[(8, 1)],
                kinds: { $kind: custom($function, conv.0.weight: [depth, 3]) },
                classes: 2,
            }
        }
    };
}

/// Only one shape, and only a stride of 2.
fn halves(_: &Tensor<8, 8, 8>, out: &mut Tensor<4, 4, 16>) {
    out[[0, 0, 0]] = 1.0;
}

fn main() {
    use units::Residual as _;

    declare!(Net, own, units::Own::residual, 8);
    let (net, mut workspace) = (Net::synthetic(1), Net::workspace());
    net.forward(&Tensor::ZERO, &mut workspace);

    resnet! {
        struct Other {
            input: [8, 8, 3],
            root: conv(3, 8, 1),
            kinds: {
                bottleneck_v2: custom(units::scaled::<2, _, _>, bottleneck, depth),
                depth: custom(halves),
                own: custom(<units::Own as units::Residual>::residual, weight: [input, 3]),
            },
            block1: bottleneck_v2[(8, 16, 1)] + own[(8, 1)] + depth[(16, 2)],
            outputs: [block1, block1_unit_1],
        }
    }
    let (net, mut workspace) = (Other::synthetic(1), Other::workspace());
    let (sums, first) = net.forward(&Tensor::ZERO, &mut workspace);
    let _: (&Tensor<4, 4, 16>, &Tensor<8, 8, 8>) = (sums, first);
}
