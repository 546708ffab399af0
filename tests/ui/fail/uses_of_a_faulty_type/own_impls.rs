use std::fmt;

use resnet::{Network, resnet};

pub mod networks {
    use super::resnet;

    resnet! {
        /// For pictures of digits.
        #[derive(Debug, Clone)]
        pub struct Digits {
            input: [28, 28, 1],
            block1: bottleneck[(16, 4, 1); 2] + [(16, 4, 2)],
            classes: Ten,
        }
    }
}

use networks::Digits;

const CLASSES: usize = Digits::OUTPUT[2];

impl Digits {
    fn probability(&self, class: usize) -> [f32; CLASSES] {
        let mut workspace = Self::workspace();
        let image = <<Self as Network>::Input as resnet::AnyTensor>::boxed();
        [self.predict(&image, &mut workspace).values()[class]; CLASSES]
    }
}

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} parameters", Self::PARAMS)
    }
}

trait Model {
    fn classify(&self) -> usize;
}

impl Model for Digits {
    fn classify(&self) -> usize {
        self.probability(1).len()
    }
}

fn main() {
    let models: Vec<Box<dyn Model>> = vec![Box::new(Digits::synthetic(1))];
    println!("{} {}", models[0].classify(), Digits::synthetic(2));
}
