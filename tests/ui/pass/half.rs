//! Weights of half precision in the program, used where they lie: room for them is
//! there if the packed file is of half precision, or if nobody says of what files are.

use resnet::{Precision, Tensor, resnet};

resnet! {
    pub struct Half {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        weights: "../weights/half.resnet",
        budget: { ram: 64 KiB, flash: 1120 },
    }

    pub struct Single {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        weights: "../weights/tiny.resnet",
    }

    pub struct Any {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
    }

    pub struct Floats {
        input: [4, 4, 1],
        root: none,
        block1: bottleneck[(4, 2, 1)],
        classes: 3,
        half: false,
    }
}

fn main() {
    assert_eq!(Half::WORKSPACE_BYTES, Any::WORKSPACE_BYTES);
    assert_eq!(Single::WORKSPACE_BYTES, Floats::WORKSPACE_BYTES);
    assert!(Single::WORKSPACE_BYTES < Half::WORKSPACE_BYTES);

    let half = Half::embedded().expect("the file fits");
    let file = Single::embedded().expect("the file fits").pack(Precision::F16);
    let unpacked = Floats::unpack(&file.expect("small values")).expect("the file fits");
    let image = Tensor::<4, 4, 1>::ZERO;
    let logits = half.forward(&image, &mut Half::workspace()).to_owned();
    assert!(logits == *unpacked.forward(&image, &mut Floats::workspace()));
}
