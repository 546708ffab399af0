use resnet::resnet;

resnet! {
    pub struct Tiny {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        weights: "../../weights/five_classes.safetensors",
    }
}

fn main() {
    let net = Tiny::embedded().unwrap();
    let mut workspace = Tiny::workspace();
    println!("{:?}", net.predict(&resnet::Tensor::ZERO, &mut workspace));
    println!("{:?}", net.end_point(Tiny::BLOCK1, &resnet::Tensor::ZERO, &mut workspace));
}
