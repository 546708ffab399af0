//! Networks that a script made up, and some of the reference, on every backend
//! against an interpreter of their tables of layers. A fifth of them is in `few`.

mod check;
#[path = "../common/mod.rs"]
mod common;
// Strides at either end.
#[allow(deprecated)]
mod networks;
mod reference;

use check::tests;

networks::all!(tests);
