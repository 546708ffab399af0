use resnet::resnet;

resnet! {
    pub struct Net {
        input: [224, 224, 3],
        classes: 1001,
    }
}

fn main() {}
