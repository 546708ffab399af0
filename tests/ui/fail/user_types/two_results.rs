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
    let first = net.forward(&image, &mut workspace);
    let second = net.forward(&image, &mut workspace);
    println!("{first:?} {second:?}");
}
