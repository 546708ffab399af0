use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [224, 224, 3],
        layer1: Bottleneck::new(64, 256, 1),
        self.layer2 = self._make_layer(Bottleneck, 128, 4, stride=2),
        layer3: [bottleneck(1024, 256, 1); 3],
        layer4 { bottleneck[(2048, 512, 1); 3] },
        classes: 1000,
    }
}

fn main() {
    let _ = Net::synthetic(1);
}
