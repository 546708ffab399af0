//! A budget that is kept, of flash and multiply-adds to the last.

use resnet::resnet;

resnet! {
    pub struct Tiny {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
    }

    pub struct Kept {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        budget: { ram: 1 MiB, flash: 2240, macs: 812 },
    }
}

fn main() {
    assert_eq!(Tiny::PACKED_BYTES, 2240);
    assert_eq!(Kept::MACS, 812);
    assert!(Kept::WORKSPACE_BYTES < 1 << 20);
}
