//! What `cfg` leaves out may be faulty, as with all of Rust, in whatever way.

use resnet::resnet;

resnet! {
    #[cfg(all())]
    pub struct Net {
        input: [8, 8, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
    }

    #[cfg(any())]
    pub struct Net {
        inptu: [8, 8],
        block1: bottleneck[(16, 4)],
        classes: ten,
    }

    #[cfg(any())]
    pub struct Vanishes {
        input: [8, 8, 3],
        block1: bottleneck[(16, 4, 2); 9],
        classes: 10,
    }

    #[cfg(any())]
    pub struct Weights {
        input: [8, 8, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
        weights: "nowhere.safetensors",
    }

    #[cfg(any())]
    pub struct Budget {
        input: [8, 8, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
        budget: { ram: 1 },
    }

    #[cfg_attr(all(), cfg(any()))]
    pub struct Conditional {
        input: [8, 8, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
        weights: "nowhere.safetensors",
    }

    #[cfg_attr(all(), cfg_attr(not(any()), doc(hidden), cfg(all())))]
    pub struct Conditional {
        input: [8, 8, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 11,
    }

    #[cfg(any())]
    pub struct {
        input: [8, 8, 3],
    }

    #[cfg(any())]
    input: [8, 8, 3],
}

fn main() {
    assert_eq!(Net::CLASSES, Some(10));
    assert_eq!(Conditional::CLASSES, Some(11));
}
