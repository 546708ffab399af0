use resnet::{Tensor, resnet};

resnet! {
    pub struct Net {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        weights: "net.ckpt",
        classes: none,
        global_pool: false,
    }
}

fn main() {
    let net = Net::embedded().unwrap();
    let mut workspace = Net::workspace();
    let image = Tensor::<32, 32, 3>::boxed();
    let features: &Tensor<4, 4, 16> = net.forward(&image, &mut workspace);
    println!("{features:?}");
}
