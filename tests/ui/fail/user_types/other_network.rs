use resnet::{Tensor, resnet};

resnet! {
    pub struct Small {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        classes: 10,
    }

    pub struct Large {
        input: [32, 32, 3],
        block1: bottleneck[(64, 16, 1); 2] + [(64, 16, 2)],
        classes: 10,
    }
}

fn main() {
    let net = Small::synthetic(1);
    let mut workspace = Large::workspace();
    let image = Tensor::<32, 32, 3>::boxed();
    net.forward(&image, &mut workspace);
    net.end_point(Large::BLOCK1, &image, &mut Small::workspace());
}
