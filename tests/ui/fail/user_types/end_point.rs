use resnet::{Tensor, resnet};

resnet! {
    pub struct Net {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        classes: 10,
    }
}

fn main() {
    let net = Net::synthetic(1);
    let mut workspace = Net::workspace();
    let image = Tensor::<32, 32, 3>::boxed();
    let features: Box<Tensor<8, 8, 16>> = net.end_point(Net::BLOCK1, &image, &mut workspace);
    println!("{features:?}");
}
