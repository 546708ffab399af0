//! A crate that re-exports ours names the path to it.

mod my_crate {
    pub mod vision {
        pub use resnet;
        pub use resnet::resnet as network;
    }
}

my_crate::vision::network! {
    pub struct Absolute {
        crate: crate::my_crate::vision::resnet,
        input: [8, 8, 3],
        block1: bottleneck[(8, 4, 1); 2],
        classes: 3,
    }

    pub struct Relative {
        input: [8, 8, 3],
        block1: bottleneck[(8, 4, 1); 2],
        classes: 3,
        crate: my_crate::vision::resnet,
    }
}

mod inner {
    pub mod deep {
        resnet::resnet! {
            pub struct Above {
                input: [8, 8, 3],
                block1: bottleneck[(8, 4, 1); 2],
                classes: 3,
                crate: super::super::my_crate::vision::resnet,
            }
        }
    }
}

fn main() {
    assert_eq!(Absolute::PARAMS, Relative::PARAMS);
    assert_eq!(Absolute::PARAMS, inner::deep::Above::PARAMS);
}
