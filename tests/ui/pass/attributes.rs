//! Attributes stay on the struct; `cfg` removes all that belongs to it.

#![deny(warnings)]

use resnet::resnet;

resnet! {
    /// A network
    /// of two lines.
    #[derive(Debug, Clone)]
    #[must_use]
    pub struct Whole {
        input: [8, 8, 3],
        block1: bottleneck[(8, 4, 1); 2],
        classes: 3,
    }

    #[cfg(any())]
    pub struct Choice {
        input: [8, 8, 3],
        block1: bottleneck[(8, 4, 1); 2],
        classes: 3,
    }

    #[cfg(not(any()))]
    #[cfg_attr(all(), derive(Debug))]
    pub struct Choice {
        input: [16, 16, 3],
        block1: bottleneck[(8, 4, 1); 2],
        classes: 4,
    }

    // What is not compiled may be wrong.
    #[cfg(any())]
    pub struct Unfinished {
        input: [16, 16],
        block1: bottleneck[(8, 4, 0); 2],
    }

    #[cfg(any())]
    pub struct Whole {
        input: [8, 8, 3],
        block1: bottleneck[(8, 4, 1)],
        classes: 3,
        weights: "trained_elsewhere.safetensors",
    }

    #[allow(non_camel_case_types)]
    #[doc(hidden)]
    #[deprecated = "use `Whole`"]
    pub struct old_style {
        input: [8, 8, 3],
        block1: bottleneck[(8, 4, 1); 2],
        classes: 3,
    }
}

fn main() {
    let net = Whole::synthetic(1).clone();
    assert!(format!("{net:?}").starts_with("Whole"));
    assert_eq!(Choice::CLASSES, Some(4));
    assert!(format!("{:?}", Choice::synthetic(1)).starts_with("Choice"));
    #[allow(deprecated)]
    let input = old_style::INPUT;
    assert_eq!(input, Whole::INPUT);
}
