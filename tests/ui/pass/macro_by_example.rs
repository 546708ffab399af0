//! `macro_rules!` can write declarations: what it inserts reads as if it were
//! written out.

macro_rules! net {
    (
        $(#[$attr:meta])* $vis:vis $name:ident, $facade:path, $scope:literal, $classes:expr,
        $($block:ident: $kind:ident $depth:literal x $count:literal),+
    ) => {
        resnet::resnet! {
            $(#[$attr])*
            $vis struct $name {
                input: [32, 32, 3],
                $($block: $kind[($depth, 16, 1); $count],)+
                classes: $classes,
                scope: $scope,
                crate: $facade,
            }
        }
    };
}

net! {
    /// Two blocks.
    #[derive(Clone)]
    pub(crate) Two, ::resnet, "net", 10, first: bottleneck 32 x 1, second: bottleneck 64 x 3
}
net! { One, ::resnet, "net", none, only: bottleneck 64 x 1 }

fn main() {
    assert_eq!((Two::OUTPUT, One::OUTPUT), ([1, 1, 10], [1, 1, 64]));
    assert!(Two::LAYERS.iter().any(|layer| layer.name == "net/second/unit_3/bottleneck_v2"));
}
