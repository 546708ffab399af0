use resnet::resnet;

resnet! {
    pub struct Net {
        input: [64, 64, 3],
        block1: bottleneck[(16, 4, 1), (16, 4, 2)],
        block2: bottleneck[(32, 8, 1)],
        outputs: [
            conv1, block1_unit_1, block1_unit_2, block1, block2_unit_1, block2,
            block3_unit_1, block3_unit_2, block3_unit_3, block3_unit_4, block3_unit_5, block3_unit_6,
            block3,
        ],
        block3: bottleneck[(32, 8, 1); 6],
    }
}

fn main() {}
