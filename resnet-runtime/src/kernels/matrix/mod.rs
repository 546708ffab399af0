//! Direct convolutions on a matrix unit, which multiplies tiles of bfloat16 and adds in
//! f32.
//!
//! A float is the sum of three bfloat16s, its terms, exactly: 24 bits are three times
//! eight. Of the nine products of two floats' terms the six largest are computed; the
//! other three are less than a rounding of the product (Henry, Tang & Heinecke 2019,
//! "Leveraging the bfloat16 artificial intelligence datatype for higher-precision
//! computations").
//!
//! Loops, from the outside: row blocks; groups of input channels, of which the terms lie
//! in the L2 cache; panels in strips of two blocks of output channels; pairs of tiles of up
//! to 16 pixels. Partial sums of all groups but the last pass through the output.

mod job;
mod scheme;

pub(super) use scheme::LEAST_PIXELS;
#[cfg(all(feature = "amx", target_arch = "x86_64"))]
pub(super) use {job::Job, scheme::divide};

use super::generic::{Ahead, PIXELS, Store};
use crate::layout::BLOCK;

/// Pixels of a tile, pairs of input channels of a product, and output channels.
pub(crate) const TILE: usize = 16;

/// Floats of a tile.
pub(crate) const TILE_LEN: usize = TILE * BLOCK;

/// Terms of a float.
pub(crate) const TERMS: usize = 3;

/// Products of terms that are computed.
pub(crate) const PRODUCTS: usize = 6;

/// Blocks of output channels of a strip, and tiles of pixels that meet it at once: four
/// sums hide the latency of a product, and with its factors they are all registers.
pub(crate) const STRIP: usize = 2;
pub(crate) const ROWS: usize = 2;

/// The kernels of a matrix unit. They need it, and whatever else their backend does.
pub(crate) struct Matrix {
    pub begin: BeginFn,
    pub end: unsafe fn(),
    pub split: SplitFn,
    /// For one and two tiles of pixels, and one and two blocks of output channels.
    pub multiply: [[MultiplyFn; STRIP]; ROWS],
    /// For one and two blocks of output channels.
    pub finish: [FinishFn; STRIP],
}

/// Configures the unit in this thread, for tiles of so many pixels.
///
/// # Safety
///
/// The pixels are 1 to `TILE`. Nobody else in this thread uses the unit before `end`.
pub(crate) type BeginFn = unsafe fn(usize);

/// Makes the terms of some lines.
///
/// # Safety
///
/// For each of the `count` lines both sources are readable for `BLOCK` floats, and the
/// place of each term is writable for as many. Sources and places do not overlap.
pub(crate) type SplitFn = unsafe fn(&Split);

/// Multiplies.
///
/// # Safety
///
/// * `begin` has been called in this thread, and `end` has not.
/// * `steps` and `ahead.lines` are positive; `offsets` is readable for `steps`.
/// * From each of the first pixels, and from each of the offsets from there, `TERMS` lines
///   are readable, and so they are every `pixel` bytes on for all pixels of a tile.
/// * The weights are readable for `steps · TERMS` tiles for each block of output channels,
///   and `sums` is writable for `ROWS · STRIP` tiles. They do not overlap.
pub(crate) type MultiplyFn = unsafe fn(&Multiply);

/// Adds the bias to the sums of some pixels of a tile, at most `PIXELS`, and stores them
/// at their places in the output.
///
/// # Safety
///
/// `sums` is readable for so many lines, and so it is a tile on for the second block of
/// output channels; `store` can be applied to these pixels and blocks at these places, and
/// its bias is readable for the blocks' channels.
pub(crate) type FinishFn = unsafe fn(*const f32, usize, &Store, &[usize; PIXELS]);

/// Lines of which terms are made, in pairs: of pixels, or of weights.
pub(crate) struct Split {
    /// Those of two blocks of input channels.
    pub from: [*const f32; 2],
    /// From one line to the next.
    pub line: usize,
    pub count: usize,
    /// The first term: for each channel that of the first block and of the second.
    pub to: *mut f32,
    /// From the terms of a line to those of the next, and from one term to the next.
    pub to_line: usize,
    pub term: usize,
}

/// One or two tiles of pixels times one or two of weights, summed over some steps of two
/// blocks of input channels.
pub(crate) struct Multiply {
    /// The terms of the first pixel of each tile.
    pub pixels: [*const f32; ROWS],
    /// From one pixel of a tile to the next, in bytes.
    pub pixel: usize,
    /// For each step the place of its input, in floats.
    pub offsets: *const i32,
    pub steps: usize,
    /// For each step, term and block of output channels a tile.
    pub weights: *const f32,
    /// For each tile of pixels `STRIP` tiles.
    pub sums: *mut f32,
    /// Weights that are needed soon, for each product of each step.
    pub prefetch: *const f32,
    pub ahead: Ahead,
}
