//! Algorithms, written once for every instruction set. Names no ISA.

mod finish;
#[cfg_attr(not(target_arch = "x86_64"), allow(dead_code))]
mod four;
mod maps;
mod narrow;
#[cfg(feature = "profile")]
mod peak;
mod points;
mod pool;
mod products;
mod tile;
mod widen;
mod winograd;

pub(crate) use finish::{Post, PostFn, Store, post};
#[cfg(target_arch = "x86_64")]
pub(crate) use four::four_tiles;
pub(crate) use four::{FourTiles, FourTilesFn, SIDE, TILES};
pub(crate) use maps::{mean, moments};
pub(crate) use narrow::{Narrow, NarrowFn, narrow};
#[cfg(feature = "profile")]
pub(crate) use peak::{PeakFn, peak};
pub(crate) use points::{Points, PointsFn, points};
pub(crate) use pool::{Pool, Rows, avg_pool, blur, max_pool};
pub(crate) use products::{Products, ProductsFn, products};
pub(crate) use tile::{Ahead, PIXELS, Tile, TileFn, few, tile};
pub(crate) use widen::{WidenFn, widen_bf16, widen_f16};
pub(crate) use winograd::{
    Grid, TransformIn, TransformInFn, TransformOut, TransformOutFn, transform_in, transform_out,
};
