use resnet::{Tensor, resnet};

resnet! {
    pub struct Faulty {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        classes: ten,
    }

    pub struct Fine {
        input: [32, 32, 3],
        block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
        classes: 10,
    }
}

fn main() {
    let net = Fine::synthetic(1);
    let mut workspace = Fine::workspace();
    let image = Tensor::<32, 32, 3>::boxed();
    println!("{:?}", net.predict(&image, &mut workspace));
    println!("{:?}", net.end_point(Fine::BLOCK1_UNIT_1, &image, &mut workspace));
}
