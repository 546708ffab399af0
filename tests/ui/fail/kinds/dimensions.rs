use resnet::resnet;

resnet! {
    pub struct Net {
        dialect: torch,
        input: [64, 64, 3],
        kinds: { own: custom(own, weight: [depth / 4, input]), dilated: custom(own, rate) },
        layer1: own[(64, 1), (66, 1)],
        layer2: dilated[(128, 2)] + own[(128, 1)],
        classes: 10,
        dilate: [layer2],
    }
}

fn main() {}
