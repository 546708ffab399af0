//! All that a declaration may have, and all that it may leave out.

use resnet::{Tensor, resnet};

resnet! {
    /// No comma at any end; odd sizes; blocks of any name.
    pub struct Odd {
        classes: 0x_b,
        output_stride: 6,
        scope: "nets/odd-1.0",
        dialect: slim_v2,
        global_pool: true,
        Stage_A: bottleneck[(17, 3, 1), (17, 5, 3), (17, 5, 1)] + [(1, 1, 2)],
        b: bottleneck[(19, 7, 1); 1] + [(19, 7, 1); 2] + [(23, 2, 1)],
        root: conv(5, 9, 2),
        input: [33, 4_7, 5]
    }

    pub struct Commas {
        input: [8, 8, 3,],
        root: conv(3, 8, 1,) + max_pool(2, 2,),
        block1: bottleneck[(8, 4, 1,),],
        classes: 3,
    }

    pub struct OneByOne { input: [1, 1, 1], root: none, a: bottleneck[(1, 1, 1)], classes: 1 }
}

macro_rules! cifar {
    ($(#[$attribute:meta])* $vis:vis $name:ident, $units:literal, $classes:expr) => {
        resnet! {
            $(#[$attribute])*
            $vis struct $name {
                input: [8, 8, 3],
                root: conv(3, 16, 1),
                block1: bottleneck[(16, 4, 1); $units],
                block2: bottleneck[(32, 8, 2)] + [(32, 8, 1); $units],
                classes: $classes,
            }
        }
    };
}

cifar!(#[derive(Debug)] pub(crate) Cifar2, 2, 10);
cifar!(Cifar3, 3, 100);

fn main() {
    assert_eq!(Odd::LAYERS[0].name, "nets/odd-1.0/conv1");
    let net = Odd::synthetic(1);
    let mut workspace = Odd::workspace();
    let image = Tensor::<33, 47, 5>::boxed();
    let unit: Box<Tensor<6, 8, 1>> = net.end_point(Odd::STAGE_A_UNIT_4, &image, &mut workspace);
    assert_eq!(unit.values().len(), 48);
    assert_eq!(net.forward(&image, &mut workspace).values().len(), 11);

    assert_eq!(Commas::LAYERS[1].output, [4, 4, 8]);
    assert_eq!(OneByOne::OUTPUT, [1, 1, 1]);
    let net = OneByOne::synthetic(1);
    let one = net.predict(&Tensor::ZERO, &mut OneByOne::workspace())[[0, 0, 0]];
    assert_eq!(one, 1.0);

    assert_eq!(format!("{:?}", Cifar2::CLASSES), "Some(10)");
    assert!(Cifar3::LAYERS.len() > Cifar2::LAYERS.len());
}
