use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [224, 224, 3],
        norm_layer: nn::BatchNorm2d,
        zero_init_residual: True,
        stem_width: 32,
        layer1: basic[(64, 1); 2] + bottleneck[(256, 64, 1)],
        attend: attend(channels: 64),
        outputs: [Net::LAYER1],
    }
}

fn main() {
    let _ = Net::synthetic(1);
}
