//! Two choices are one network at a time: features that exclude each other, both enabled.

use resnet::resnet;

resnet! {
    #[cfg(all())]
    pub struct Net {
        input: [8, 8, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
    }

    #[cfg(not(any()))]
    pub struct Net {
        input: [16, 16, 3],
        block1: bottleneck[(16, 4, 1)],
        classes: 10,
    }
}

fn main() {
    assert_eq!(Net::INPUT, [8, 8, 3]);
}
