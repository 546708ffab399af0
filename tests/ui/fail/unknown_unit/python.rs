use resnet::resnet;

resnet! {
    pub struct Net {
        input: [224, 224, 3],
        block1: resnet_v2_block("block1", base_depth = 64, num_units = 3, stride = 2),
        classes: 1001,
    }
}

fn main() {}
