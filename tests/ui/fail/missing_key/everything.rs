use resnet::resnet;

resnet! {
    pub struct Net {
        scope: "resnet_v2_50",
    }
}

fn main() {}
