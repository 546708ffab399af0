use resnet::resnet;

resnet! {
    pub struct Net {
        input: [224, 224, 3],
        block1: basic[(64, 1); 2],
        block2: basic[(128, 2), (128, 1)],
        classes: 1001,
    }
}

fn main() {}
