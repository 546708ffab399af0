use resnet::resnet;

resnet! {
    pub struct Ram {
        input: [16, 16, 4],
        root: none,
        first: bottleneck[(4, 2, 1)],
        second: bottleneck[(64, 16, 1)],
        third: bottleneck[(64, 16, 1)],
        classes: 3,
        budget: { ram: 40_000, flash: 1 MiB },
    }

    pub struct FlashAndMacs {
        input: [16, 16, 4],
        root: none,
        first: bottleneck[(4, 2, 1)],
        second: bottleneck[(64, 16, 1)],
        third: bottleneck[(64, 16, 1)],
        classes: 3,
        budget: { flash: 16 KiB, macs: 1_500_000 },
    }
}

fn main() {}
