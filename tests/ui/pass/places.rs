//! A network can be declared wherever a struct can be, and seen as far.

use resnet::{AnyTensor, Network, Tensor};

mod outer {
    pub mod networks {
        resnet::resnet! {
            pub struct Public {
                input: [8, 8, 3],
                block1: bottleneck[(8, 4, 1)],
                classes: 3,
            }

            pub(crate) struct InCrate {
                input: [8, 8, 3],
                block1: bottleneck[(8, 4, 1)],
                classes: 3,
            }

            pub(super) struct InParent {
                input: [8, 8, 3],
                block1: bottleneck[(8, 4, 1)],
                classes: 3,
            }

            pub(in crate::outer) struct InOuter {
                input: [8, 8, 3],
                block1: bottleneck[(8, 4, 1)],
                classes: 3,
            }

            struct Private {
                input: [8, 8, 3],
                block1: bottleneck[(8, 4, 1)],
                classes: 3,
            }
        }

        pub fn private() -> u64 {
            Private::PARAMS
        }
    }

    pub fn parameters() -> [u64; 3] {
        [networks::InParent::PARAMS, networks::InOuter::PARAMS, networks::private()]
    }
}

fn classify<N: Network<Output: AnyTensor>>(net: &N, values: &[f32]) -> usize {
    let mut workspace = N::workspace();
    let image = resnet::AnyTensor::view(values).expect("as many values as the image has");
    resnet::AnyTensor::values(net.forward(image, &mut workspace)).len()
}

fn main() {
    resnet::resnet! {
        struct InFunction {
            input: [8, 8, 3],
            block1: bottleneck[(8, 4, 1)],
            classes: 3,
        }
    }

    let value = {
        resnet::resnet! {
            struct InBlock {
                input: [8, 8, 3],
                block1: bottleneck[(8, 4, 1)],
                classes: 3,
            }
        }
        InBlock::PARAMS
    };

    assert_eq!(outer::networks::Public::PARAMS, value);
    assert_eq!(outer::networks::InCrate::PARAMS, value);
    assert_eq!(outer::parameters(), [value; 3]);
    assert_eq!(classify(&InFunction::synthetic(1), &[0.5; 8 * 8 * 3]), 3);

    let image = Tensor::<8, 8, 3>::ZERO;
    let mut workspace = outer::networks::Public::workspace();
    let net = outer::networks::Public::synthetic(1);
    assert_eq!(net.predict(&image, &mut workspace).values().len(), 3);
}
