//! Networks that a script made up, and some of the reference, on every backend
//! against an interpreter of their tables of layers. A fifth of them is in `few`.

mod check;
#[path = "../common/mod.rs"]
mod common;
// Strides at either end.
#[allow(deprecated)]
mod networks;
mod reference;

use check::check;
use interpreter::Rules;
use resnet::__private::Activation;

macro_rules! networks {
    ($($test:ident: $network:ident, $dialect:literal, $activation:ident;)*) => {$(
        #[test]
        fn $test() {
            check::<networks::$network>(Rules::of($dialect, Activation::$activation));
        }
    )*};
}
networks::all!(networks);
