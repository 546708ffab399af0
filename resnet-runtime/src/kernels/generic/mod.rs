//! Algorithms, written once for every instruction set. Names no ISA.

mod maps;
mod tile;
mod winograd;

pub(crate) use maps::{max_pool, mean, preactivate};
pub(crate) use tile::{Tile, TileFn, tile};
pub(crate) use winograd::{Input, InputFn, Output, OutputFn, input, output};
