//! Macros are called with any brackets; several networks stand in one call,
//! with or without something between them, and several calls in one file.

use resnet::{Network, resnet};

resnet! {
    pub struct Braces {
        input: [8, 8, 3],
        block1: bottleneck[(8, 4, 1); 2],
        classes: 3,
    }
}

resnet!(
    pub struct Round {
        input: [8, 8, 3],
        block1: bottleneck[(8, 4, 1); 2],
        classes: 3,
    }

    struct Second {
        input: [8, 8, 3],
        block1: bottleneck[(8, 4, 1); 2],
        classes: none,
    };

    struct Third {
        input: [8, 8, 3],
        block1: bottleneck[(8, 4, 1); 2],
        classes: 3,
    },
);

resnet![
    pub struct Square {
        input: [8, 8, 3],
        block1: bottleneck[(8, 4, 1); 2],
        classes: 3,
    }
];

fn name<N: Network>() -> &'static str {
    N::NAME
}

fn main() {
    assert_eq!(name::<Braces>(), "Braces");
    assert_eq!(name::<Round>(), "Round");
    assert_eq!(name::<Second>(), "Second");
    assert_eq!(name::<Third>(), "Third");
    assert_eq!(name::<Square>(), "Square");
    assert_eq!(Round::PARAMS, Square::PARAMS);
    assert_eq!(Second::CLASSES, None);
}
