use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: pytorch,
        input: [224, 224, 3],
        layer1: Bottleneck[(256, 64, 1); 2],
        classes: 10,
        activation: swish,
        attention: SEModule,
        budget: { rom: 1 MB, flops: 2M },
    }
}

fn main() {}
