//! Algorithms, written once for every instruction set. Names no ISA.

mod maps;
mod tile;

pub(crate) use maps::{max_pool, mean, preactivate};
pub(crate) use tile::{Tile, TileFn, tile};
